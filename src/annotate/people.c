/* People: a named person with the office, rank or honorific that stands
 * directly before or after the name. */
#include "annotate/pattern.h"
#include "annotate/coined.h"
#include "annotate/person.h"

#define UPPER "(?:[A-Z]|\xC3[\x80-\x9E]|\xC5[\xA0-\xBF])"
#define LETTER "(?:[A-Za-z]|\xC3[\x80-\xBF]|[\xC4\xC5][\x80-\xBF])"
#define QUOTE "(?:'|\xE2\x80\x99)"
#define WORD "(?:" UPPER LETTER "+(?:-" LETTER "+|" QUOTE "(?!s(?!" LETTER "))" LETTER "+)*)"
#define INITIAL "(?:[A-Z]\\.(?:[A-Z]\\.)?)"
#define PARTICLE "(?:de|del|della|di|da|bin|van|von|der|al|el)"

/* "Lloyd J. Austin III", "Kim Yong Hyun", "O'Hara", "Hong, Gil Dong" */
const char person_source[] =
    "(?:(?:" INITIAL "|" WORD ") )?(?:(?:" INITIAL "|" WORD "|" PARTICLE ") ){0,3}" WORD
    "(?:,? (?:Jr\\.?|Sr\\.?|III|II|IV)(?![A-Za-z]))?";

static bool capital_at(const struct work *w, size_t at)
{
    return at < w->text.len && is_upper(w->text.at[at]);
}

/* Skips one space, or a comma and a space; 0 where there is neither. */
static size_t skip_joint(const struct work *w, size_t at, bool *comma)
{
    *comma = at < w->text.len && w->text.at[at] == ',';
    at += *comma;
    return at < w->text.len && w->text.at[at] == ' ' ? at + 1 : 0;
}

/* Cuts a name where a listed name or a title begins inside it. */
static size_t cut_name(const struct work *w, size_t start, size_t end)
{
    for (size_t i = start + 1; i < end; i++) {
        if (w->text.at[i - 1] != ' ') continue;
        const struct hit *title = capital_at(w, i) ? hit_at(&w->titles, i) : NULL;
        if (title || listed_at(w, i)) return i - 1;
    }
    return end;
}

/* The name at `at`: one the table has, or a run of capitalized words.
 * 1 with *end, 0 where there is none, or SCM_E_LIMIT. */
static int name_at(struct work *w, struct matcher *m, size_t at, size_t *end)
{
    const struct hit *known = hit_at(&w->officials, at);
    struct match found;
    *end = known ? known->end : 0;
    if (!capital_at(w, at)) return 0;
    if (!known && listed_at(w, at)) return 0;
    int status = matcher_at(m, at, &found, w->error);
    if (status < 0) return status;
    size_t cut = status == 1 ? cut_name(w, at, found.at[1]) : 0;
    bool goes_on = known && cut > known->end && w->text.at[known->end] == ' ';
    if (cut > *end && (!goes_on || covers_name(w, known, cut))) *end = cut;
    return *end > at;
}

/* A body inside the title ("CFC Commander") is a name of its own. */
static size_t skip_body(const struct work *w, const struct hit *title)
{
    size_t at = title->start;
    for (const struct candidate *c; (c = listed_at(w, at)) && c->end < title->end;) {
        if (c->type != SCM_ORG) break;
        at = c->end;
        while (at < title->end && !is_alnum(w->text.at[at])) at++;
    }
    return at < title->end ? at : title->start;
}

static void add_title(struct person_clue *clue, const struct hit *title)
{
    if (clue->ntitles < MOST_TITLES) clue->titles[clue->ntitles++] = title;
}

/* The title at `at`, or behind a country there ("U.S. Secretary of Defense"). */
static const struct hit *title_from(const struct work *w, size_t at)
{
    const struct hit *title = hit_at(&w->titles, at);
    size_t limit = at + 32 < w->text.len ? at + 32 : w->text.len, chain;
    for (size_t i = at + 1; !title && i < limit; i++) {
        if (w->text.at[i - 1] != ' ' || !hit_at(&w->titles, i)) continue;
        if (country_before(w, i, &chain).len == 0 || chain > at) break;
        title = hit_at(&w->titles, i);
    }
    return title;
}

/* Where an office that no table has ends: capitals behind a comma with a
 * word for an office among the first ("Principal Deputy Director for X"). */
static size_t unlisted_office(const struct work *w, size_t at)
{
    static const str LINKS[] = {
        S_INIT("of"), S_INIT("for"), S_INIT("and"), S_INIT("the"), S_INIT("to"), S_INIT("on")};
    size_t end = at, capitals = 0;
    bool office = false;
    while (end < w->text.len && capitals < 12) {
        size_t stop = end;
        while (stop < w->text.len && (is_alpha(w->text.at[stop]) || w->text.at[stop] == '-'))
            stop++;
        str word = str_sub(w->text, end, stop);
        bool link = false;
        for (size_t i = 0; i < sizeof LINKS / sizeof *LINKS; i++)
            link |= str_eq(word, LINKS[i]);
        bool capital = word.len > 1 && is_upper(word.at[0]) && is_lower(word.at[1]);
        if (!capital && (!link || capitals == 0)) break;
        if (!link) {
            office |= capitals < 4 && is_office_word(word);
            capitals++;
            at = stop;
        }
        if (stop == w->text.len || w->text.at[stop] != ' ') break;
        end = stop + 1;
    }
    return office ? at : 0;
}

/* ", Chairman of the Joint Chiefs of Staff" behind a name, unless that title
 * is the next person's. */
static int title_after(
    struct work *w, struct matcher *m, size_t end, struct person_clue *clue, size_t *out)
{
    bool comma;
    size_t at = skip_joint(w, end, &comma), name_end;
    const struct hit *title = at && comma ? title_from(w, at) : NULL;
    *out = end;
    size_t office = at && comma ? unlisted_office(w, at) : 0;
    if (!title) {
        if (office) *out = office;
        return SCM_OK;
    }
    size_t next = skip_joint(w, title->end, &comma);
    if (next && !comma) {
        int status = name_at(w, m, next, &name_end);
        if (status != 0) return status < 0 ? status : SCM_OK;
    }
    add_title(clue, title);
    *out = office > title->end ? office : title->end;
    return SCM_OK;
}

/* "of the Republic of Korea", "of the United States" behind a title, and where
 * that ends. */
static str country_after(const struct work *w, size_t at, size_t *end)
{
    static const struct {
        str text, side;
    } AFTER[] = {{S_INIT(" of South Korea"), S_INIT("ROK")},
        {S_INIT(" of the Republic of Korea"), S_INIT("ROK")},
        {S_INIT(" of Republic of Korea"), S_INIT("ROK")},
        {S_INIT(" of the ROK"), S_INIT("ROK")}, {S_INIT(" of Korea"), S_INIT("ROK")},
        {S_INIT(" of the United States"), S_INIT("US")},
        {S_INIT(" of the U.S."), S_INIT("US")}};
    str rest = str_sub(w->text, at, at + 32);
    for (size_t i = 0; i < sizeof AFTER / sizeof *AFTER; i++) {
        if (!str_starts(rest, AFTER[i].text)) continue;
        *end = at + AFTER[i].text.len;
        return AFTER[i].side;
    }
    return (str){NULL, 0};
}

static void add_person(struct work *w, size_t start, size_t end, struct person_clue *clue)
{
    size_t chain, country;
    if (clue->side.len == 0) clue->side = country_before(w, start, &chain);
    if (clue->side.len == 0) clue->side = country_after(w, end, &country);
    vec_push(w->arena, &w->people,
        ((struct candidate){.start = start,
            .end = end,
            .type = SCM_OFFICIAL,
            .rank = RANK_PERSON,
            .id = person_id(w, clue)}));
}

static int person_named(struct work *w, struct matcher *m, size_t start, size_t name_start,
    size_t name_end, struct person_clue *clue, size_t *past)
{
    int status = title_after(w, m, name_end, clue, past);
    if (status != SCM_OK) return status;
    clue->name = str_sub(w->text, name_start, name_end);
    clue->name_at = name_start;
    add_person(w, start, *past, clue);
    return SCM_OK;
}

/* A chain of titles and then a name; *past is where to go on. */
static int titled_person(
    struct work *w, struct matcher *m, const struct hit *first, size_t *past)
{
    struct person_clue clue = {0};
    size_t at = first->end, name_end;
    bool comma = false;
    add_title(&clue, first);
    *past = first->end;
    for (;;) {
        size_t next = skip_joint(w, at, &comma);
        const struct hit *title = next && capital_at(w, next) ? hit_at(&w->titles, next) : NULL;
        if (!title) break;
        add_title(&clue, title);
        at = title->end;
    }
    clue.side = country_after(w, at, &at);
    size_t name = skip_joint(w, at, &comma);
    if (!name || (comma && !hit_at(&w->officials, name))) return SCM_OK;
    int status = name_at(w, m, name, &name_end);
    if (status != 1) return status;
    return person_named(w, m, skip_body(w, first), name, name_end, &clue, past);
}

static int find_titled(struct work *w, struct matcher *m)
{
    size_t past = 0;
    int status = SCM_OK;
    for (size_t i = 0; status == SCM_OK && i < w->titles.len; i++) {
        const struct hit *title = &w->titles.at[i];
        if (title->start < past || !capital_at(w, title->start)) continue;
        status = titled_person(w, m, title, &past);
    }
    return status;
}

/* Known names that stand without a title. */
static int find_bare(struct work *w, struct matcher *m)
{
    size_t titled = w->people.len, next = 0, past = 0;
    int status = SCM_OK;
    for (size_t i = 0; status == SCM_OK && i < w->officials.len; i++) {
        const struct hit *h = &w->officials.at[i];
        while (next < titled && w->people.at[next].end <= h->start) next++;
        bool inside = next < titled && w->people.at[next].start < h->end;
        size_t end;
        if (inside || h->start < past) continue;
        status = name_at(w, m, h->start, &end);
        if (status < 0) break;
        status = SCM_OK;
        if (!covers_name(w, h, end)) continue;
        struct person_clue clue = {0};
        status = person_named(w, m, h->start, h->start, end, &clue, &past);
    }
    return status;
}

int find_people(struct work *w)
{
    struct matcher m;
    matcher_start(&m, PATTERN_PERSON, w->text);
    int status = find_titled(w, &m);
    if (status == SCM_OK) status = find_bare(w, &m);
    matcher_stop(&m);
    sort_candidates(&w->people);
    for (size_t i = 0; i < w->people.len; i++) add_candidate(w, w->people.at[i]);
    return status;
}
