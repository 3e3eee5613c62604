/* People: a named person with the office, rank or honorific that stands
 * directly before or after the name. */
#include "annotate/pattern.h"
#include "base/syllable.h"
#include "annotate/found.h"
#include "annotate/coined.h"
#include "annotate/person.h"

#define UPPER "(?:[A-Z]|\xC3[\x80-\x9E]|[\xC4\xC5][\x80-\xBF])"
#define LETTER "(?:[A-Za-z]|\xC3[\x80-\xBF]|[\xC4\xC5][\x80-\xBF])"
#define QUOTE "(?:'|\xE2\x80\x99)"
#define WORD                                                                                   \
    "(?:(?!<name-suffix>\\b)(?:[DLO]" QUOTE ")?" UPPER LETTER                                  \
    "++(?:-(?!<behind-name>\\b)" LETTER "++|" QUOTE "(?!s(?!" LETTER "))" LETTER "++)*+)"
#define INITIAL "(?:[A-Z]\\.(?:[A-Z]\\.)?)"

/* "Lloyd J. Austin III", "Kim Yong Hyun", "O'Hara", "Hong, Gil Dong" */
const char person_source[] =
    "(?:(?:" INITIAL "|" WORD ") )?(?:(?:" INITIAL "|" WORD "|<name-particle>) ){0,3}" WORD
    "(?:,? <name-suffix>\\.?(?![A-Za-z]))?";

static bool capital_at(const struct work *w, size_t at)
{
    if (at >= w->text.len) return false;
    unsigned char next = at + 1 < w->text.len ? (unsigned char)w->text.at[at + 1] : 0;
    unsigned char c = (unsigned char)w->text.at[at];
    bool latin = (c == 0xC3 && next >= 0x80 && next <= 0x9E) || c == 0xC4 || c == 0xC5;
    return latin || is_upper(w->text.at[at]);
}

/* "Meritorious Service Award", "Major Defense Partner": no person's name ends so. */
static bool ends_like_a_thing(const struct work *w, size_t start, size_t end)
{
    size_t at = end;
    while (at > start && is_alpha(w->text.at[at - 1])) at--;
    return word_is(w->image->language, str_sub(w->text, at, end), WORD_NO_SURNAME);
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

/* "Hong, Gil Dong": given names of two parts behind a family name and comma. */
static size_t with_given_names(struct work *w, struct matcher *m, size_t start, size_t end)
{
    struct match given;
    bool comma;
    size_t at = skip_joint(w, end, &comma);
    str family = str_sub(w->text, start, end);
    if (!at || !comma || !is_family_name(w->image->language, family) || hit_at(&w->titles, at))
        return end;
    if (matcher_at(m, at, &given, w->error) != 1) return end;
    str parts = str_sub(w->text, at, given.at[1]);
    bool two = str_has(parts, S(" ")) != str_has(parts, S("-"));
    return two && cut_name(w, at, given.at[1]) == given.at[1] ? given.at[1] : end;
}

/* "Secretary. The Minister": no name begins with such a word. */
static bool opener_at(const struct work *w, size_t at)
{
    size_t end = at;
    while (end < w->text.len && is_alpha(w->text.at[end])) end++;
    return is_opener(w, str_sub(w->text, at, end));
}

/* The name at `at`: one the table has, or a run of capitalized words.
 * 1 with *end, 0 where there is none, or SCM_E_LIMIT. */
static int name_at(struct work *w, struct matcher *m, size_t at, size_t *end)
{
    const struct hit *known = hit_at(&w->officials, at);
    struct match found;
    *end = known ? known->end : 0;
    if (!capital_at(w, at)) return 0;
    if (!known && (listed_at(w, at) || opener_at(w, at))) return 0;
    int status = matcher_at(m, at, &found, w->error);
    if (status < 0) return status;
    size_t cut = status == 1 ? cut_name(w, at, found.at[1]) : 0;
    if (status == 1 && cut == found.at[1]) cut = with_given_names(w, m, at, cut);
    bool goes_on = known && cut > known->end && w->text.at[known->end] == ' ';
    if (cut > *end && (!goes_on || covers_name(w, known, cut))) *end = cut;
    return *end > at && (known || !ends_like_a_thing(w, at, *end));
}

static void add_title(struct person_clue *clue, const struct hit *title)
{
    if (clue->ntitles < MOST_TITLES) clue->titles[clue->ntitles++] = title;
}

/* Where the title ends with the body behind it: "Commander of US Indo-Pacific Command". */
static size_t with_body(const struct work *w, size_t end)
{
    enum { NEAR = 24 };
    for (size_t i = first_listed(w, end); i < w->nlisted; i++) {
        const struct candidate *c = &w->found.at[i];
        if (c->start > end + NEAR) break;
        str gap = str_sub(w->text, end, c->start), word;
        bool of = false;
        for (str rest = gap; str_cut(&rest, ' ', &word);)
            of |= word_is(w->image->language, word, WORD_OF);
        if (c->type == SCM_ORG) return of && !str_has(gap, S(",")) ? c->end : end;
    }
    return end;
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
    size_t next = skip_joint(w, with_body(w, title->end), &comma);
    if (next && !comma) {
        int status = name_at(w, m, next, &name_end);
        if (status != 0) return status < 0 ? status : SCM_OK;
    }
    add_title(clue, title);
    size_t end_of_title = title_end(w, title);
    *out = office > end_of_title ? office : end_of_title;
    return SCM_OK;
}

static void add_person(struct work *w, size_t start, size_t end, struct person_clue *clue)
{
    size_t chain, country;
    if (clue->side.len == 0) clue->side = country_before(w, start, &chain);
    if (clue->side.len == 0) clue->side = country_after(w, end, &country);
    scm_official o;
    str id = person_id(w, clue);
    vec_push(w->arena, &w->people,
        ((struct candidate){.start = start,
            .end = end,
            .type = SCM_OFFICIAL,
            .rank = RANK_PERSON,
            .id = id,
            .coined = !scm_authority_person(w->authority, id, w->reference_iso, &o)}));
}

/* In a line in capitals no letter tells a name from other words: one that the tables do not
 * have is the first word, and only where it is someone's who is known. */
static bool is_in_capitals(const struct work *w, const struct hit *title)
{
    enum { SHORTEST = 4 }; /* fewer letters are an acronym */
    bool capitals = title->end - title->start >= SHORTEST;
    for (size_t i = title->start; capitals && i < title->end; i++)
        capitals = !is_lower(w->text.at[i]);
    return capitals;
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
    size_t at = title_tail(w, first->end), name_end;
    bool comma = false;
    add_title(&clue, first);
    *past = first->end;
    for (size_t titles = 1; titles < MOST_TITLES; titles++) {
        size_t next = skip_joint(w, at, &comma);
        const struct hit *title = next && capital_at(w, next) ? hit_at(&w->titles, next) : NULL;
        if (!title) break;
        add_title(&clue, title);
        at = title_tail(w, title->end);
    }
    clue.side = country_after(w, at, &at);
    size_t name = skip_joint(w, at, &comma);
    if (!name || (comma && !hit_at(&w->officials, name))) return SCM_OK;
    int status = name_at(w, m, name, &name_end);
    if (status != 1) return status;
    if (is_in_capitals(w, first) && !hit_at(&w->officials, name)) {
        str one = str_sub(w->text, name, name_end);
        name_end = name + str_find_char(one, ' ');
        clue.name = str_sub(w->text, name, name_end);
        clue.name_at = name;
        scm_official o;
        if (!scm_authority_person(w->authority, person_id(w, &clue), w->reference_iso, &o))
            return SCM_OK;
    }
    return person_named(w, m, title_start(w, first), name, name_end, &clue, past);
}

/* "Secretaries Smith, Jones, and Lee": one title for all. */
static int listed_people(
    struct work *w, struct matcher *m, const struct hit *title, size_t *past)
{
    if (!title_is(w, title, S("plural"))) return SCM_OK;
    for (size_t at, end; (at = behind_joint(w, *past)) && capital_at(w, at); *past = end) {
        if (hit_at(&w->titles, at)) break;
        int status = name_at(w, m, at, &end);
        if (status < 0) return status;
        if (status == 0) break;
        struct person_clue clue = {.name = str_sub(w->text, at, end), .name_at = at};
        add_title(&clue, title);
        add_person(w, at, end, &clue);
    }
    return SCM_OK;
}

static int find_titled(struct work *w, struct matcher *m)
{
    size_t past = 0;
    int status = SCM_OK;
    for (size_t i = 0; status == SCM_OK && i < w->titles.len; i++) {
        const struct hit *title = &w->titles.at[i];
        if (title->start < past || !capital_at(w, title->start)) continue;
        size_t people = w->people.len;
        status = titled_person(w, m, title, &past);
        if (status == SCM_OK && w->people.len > people)
            status = listed_people(w, m, title, &past);
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
        if (inside || h->start < past || syllable_at(w->text, h->start)) continue;
        status = name_at(w, m, h->start, &end);
        if (status < 0) break;
        status = SCM_OK;
        if (!covers_name(w, h, end)) continue;
        struct person_clue clue = {0};
        status = person_named(w, m, h->start, h->start, end, &clue, &past);
    }
    return status;
}

/* A name of two words or more that ends at `end`; where it starts, or `end`. */
static int name_ending(struct work *w, struct matcher *m, size_t end, size_t *start)
{
    struct match name;
    size_t words = 0;
    *start = end;
    for (size_t at = end; at-- > 0 && words < 4 && w->text.at[at] != '\n';) {
        bool first = at == 0 || w->text.at[at - 1] == ' ' || w->text.at[at - 1] == '\n';
        if (!first) continue;
        if (!capital_at(w, at) || listed_at(w, at) || hit_at(&w->titles, at)) break;
        int status = matcher_at(m, at, &name, w->error);
        if (status < 0) return status;
        if (status == 1 && name.at[1] == end && ++words > 1) *start = at;
        if (status == 0) break;
        words += words == 0;
    }
    return SCM_OK;
}

/* "Marrick Vale, Under Secretary of Defense": the office alone stands behind. */
static int find_behind(struct work *w, struct matcher *m)
{
    size_t named = w->people.len, next = 0;
    int status = SCM_OK;
    for (size_t i = 0; status == SCM_OK && i < w->titles.len; i++) {
        const struct hit *title = &w->titles.at[i];
        size_t start, past;
        while (next < named && w->people.at[next].end <= title->start) next++;
        bool inside = next < named && w->people.at[next].start < title->end;
        bool comma = title->start > 2 && w->text.at[title->start - 2] == ',';
        if (inside || !comma || !capital_at(w, title->start)) continue;
        status = name_ending(w, m, title->start - 2, &start);
        if (status != SCM_OK || start == title->start - 2) continue;
        struct person_clue clue = {0};
        status = person_named(w, m, start, start, title->start - 2, &clue, &past);
    }
    return status;
}

/* Does the family name stand alone here, no part of a longer name? */
static bool stands_alone(const struct work *w, size_t start, size_t end)
{
    str before = str_sub(w->text, start > 24 ? start - 24 : 0, start);
    str after = str_sub(w->text, end, end + 10);
    if (before.len && (is_alnum(before.at[before.len - 1]) || before.at[before.len - 1] == '-'))
        return false;
    if (after.len && (is_alnum(after.at[0]) || after.at[0] == '-')) return false;
    size_t word = before.len;
    if (word && before.at[word - 1] == ' ') word--;
    size_t end_of_word = word;
    bool stop = word == 0 || !is_alnum(before.at[word - 1]);
    while (word > 0 && (is_alnum(before.at[word - 1]) || before.at[word - 1] == '-')) word--;
    bool capital = !stop && is_upper(before.at[word]);
    /* "the Austin administration" is none of a person. */
    if (word_is(w->image->language, str_sub(before, word, end_of_word), WORD_THE)) return false;
    bool goes_on = after.len > 1 && after.at[0] == ' ' && is_upper(after.at[1]);
    return !capital && !goes_on &&
           !has_phrase(w->image->language, PHRASE_NO_PERSON, str_trim(after));
}

/* Is the person among the ones before, as far as anyone remembers? */
static bool named_among(const struct work *w, size_t before, str id)
{
    size_t from = before > REMEMBERED ? before - REMEMBERED : 0;
    for (size_t i = from; i < before; i++)
        if (str_eq(w->people.at[i].id, id)) return true;
    return false;
}

/* "Austin arrived": the family name of someone named before. */
static void find_surnames(struct work *w)
{
    enum { MOST_PERSONS = 64 }; /* each costs a search of the text */
    size_t named = w->people.len, persons = 0;
    for (size_t i = 0; i < named && persons < MOST_PERSONS; i++) {
        struct candidate person = w->people.at[i];
        if (named_among(w, i, person.id)) continue;
        persons++;
        str surface = str_sub(w->text, person.start, person.end);
        str family = str_sub(person.id, 0, str_find_char(person.id, '-'));
        size_t in = str_find_nocase(surface, family);
        if (in == surface.len || family.len == person.id.len) continue;
        str name = str_sub(surface, in, in + family.len);
        for (size_t at = person.end;
             (at += str_find(str_sub(w->text, at, w->text.len), name)) < w->text.len;
             at += name.len) {
            if (!stands_alone(w, at, at + name.len) || listed_at(w, at)) continue;
            person.start = at;
            person.end = at + name.len;
            vec_push(w->arena, &w->people, person);
        }
    }
}

int find_people(struct work *w)
{
    struct matcher m;
    matcher_start(&m, PATTERN_PERSON, w->text);
    int status = find_titled(w, &m);
    if (status == SCM_OK) status = find_bare(w, &m);
    sort_candidates(&w->people);
    if (status == SCM_OK) status = find_behind(w, &m);
    matcher_stop(&m);
    find_surnames(w);
    sort_candidates(&w->people);
    for (size_t i = 0; i < w->people.len; i++) add_candidate(w, w->people.at[i]);
    return status;
}
