/* People and roles among syllables.
 *
 * A person is a name of the table with what stands around it: "NAME (Latin) COUNTRY OFFICE",
 * or "OFFICE NAME (Latin) RANK".  Later the surname stands in front of a short title. */
#include "annotate/affix.h"
#include "annotate/found.h"
#include "annotate/person.h"
#include "base/syllable.h"

enum { LONGEST_BRACKET = 80 };

static size_t skip_space(const struct work *w, size_t at)
{
    return at < w->text.len && w->text.at[at] == ' ' ? at + 1 : at;
}

/* "(Lloyd J. Austin Ⅲ )": the name in other letters behind it; `at` where there is none. */
static size_t skip_bracket(const struct work *w, size_t at)
{
    str rest = str_sub(w->text, at, at + LONGEST_BRACKET);
    if (!str_starts(str_trim(rest), S("("))) return at;
    size_t end = str_find_char(rest, ')');
    return end < rest.len ? at + end + 1 : at;
}

static bool is_rank(const struct work *w, const struct hit *title)
{
    return title_is(w, title, S("rank"));
}

/* The title at `at`, a country in front of it aside; NULL. */
static const struct hit *title_behind(const struct work *w, size_t at, str *side)
{
    const struct hit *country = hit_at(&w->sides, at);
    if (country) {
        *side = image_str(w->image, w->image->sides[country->alias->row].id);
        at = skip_space(w, country->end);
    }
    return hit_at(&w->titles, at);
}

/* The last title that ends at `end`, or a space before; NULL. */
static const struct hit *title_before(const struct work *w, size_t end)
{
    enum { FARTHEST = 80 };
    size_t to = end && w->text.at[end - 1] == ' ' ? end - 1 : end;
    for (size_t i = first_hit(&w->titles, end > FARTHEST ? end - FARTHEST : 0);
         i < w->titles.len && w->titles.at[i].start < to; i++)
        if (w->titles.at[i].end == to) return &w->titles.at[i];
    return NULL;
}

/* Of those who are spelt like this the one who held the office then, else anyone who held one
 * then, else the first. */
static str person_of(const struct work *w, const struct hit *h, const struct hit *title)
{
    const struct image *im = w->image;
    str text = image_str(im, h->alias->text), best = {NULL, 0};
    int score = -1;
    for (const struct alias *a = h->alias; a < im->aliases + im->naliases; a++) {
        if (a->kind != ALIAS_OFFICIAL || !str_eq(image_str(im, a->text), text)) break;
        const struct official_row *o = &im->officials[a->row];
        bool then = term_covers(image_str(im, o->from), image_str(im, o->to), w->reference_iso);
        bool office = title && title_is(w, title, image_str(im, o->office));
        int now = 2 * office + then;
        if (now <= score) continue;
        score = now;
        best = image_str(im, o->id);
    }
    return best;
}

static void add_person(struct work *w, size_t start, size_t end, str id)
{
    vec_push(w->arena, &w->people,
        ((struct candidate){
            .start = start, .end = end, .type = SCM_OFFICIAL, .rank = RANK_PERSON, .id = id}));
    add_candidate(w, w->people.at[w->people.len - 1]);
}

static size_t read_person(struct work *w, const struct hit *name)
{
    str side = {NULL, 0};
    size_t start = name->start, end = name->end;
    size_t behind = skip_bracket(w, end);
    const struct hit *title = title_behind(w, skip_space(w, behind), &side);
    const struct hit *before = title_before(w, start);
    if (title && is_rank(w, title)) {
        end = title->end;
        title = NULL;
    } else if (title) {
        end = title->end;
    } else if (behind > end) {
        end = behind;
    }
    if (before && !title) {
        start = before->start;
        title = before;
    }
    bool doubtful = word_is(
        w->image->language, str_sub(w->text, name->start, name->end), WORD_AFFIX_DOUBTFUL);
    if (doubtful && !title) return name->end;
    add_person(w, start, end, person_of(w, name, title));
    return end;
}

/* What may be the surname of somebody whom the text names, or who heads a side. */
struct surname {
    str text, id;
};
typedef struct surname_list {
    VEC(struct surname) names;
    uint64_t begins; /* by their first syllables, of which some share a bit */
} surnames;

static uint64_t first_bit(const char *at)
{
    return UINT64_C(1) << (((unsigned char)at[1] * 5 + (unsigned char)at[2]) & 63);
}

/* Does the family name stand first?  Ids begin with it. */
static bool family_first(const struct image *im, const struct official_row *o)
{
    str id = image_str(im, o->id), name = image_str(im, o->name);
    return str_eq_nocase(
        str_sub(id, 0, str_find_char(id, '-')), str_sub(name, 0, str_find_char(name, ' ')));
}

static void add_surname(struct work *w, surnames *list, str text, str id)
{
    for (size_t i = 0; i < list->names.len; i++)
        if (str_eq(list->names.at[i].text, text) && str_eq(list->names.at[i].id, id)) return;
    vec_push(w->arena, &list->names, ((struct surname){text, id}));
    list->begins |= first_bit(text.at);
}

/* The table does not say where a name is divided.  Of one of up to four syllables that begins
 * with the family name that is the first; otherwise all beginnings, or endings, of two to
 * five may be it: what is none stands in front of no title. */
static void add_surnames(struct work *w, surnames *list, const struct alias *alias)
{
    enum { SHORT_NAME = 4, LEAST = 2, MOST = 5 };
    const struct official_row *o = &w->image->officials[alias->row];
    str name = image_str(w->image, alias->text), id = image_str(w->image, o->id);
    bool first = family_first(w->image, o);
    if (!syllable_at(name, 0)) return;
    if (first && name.len <= SHORT_NAME * SYLLABLE) {
        add_surname(w, list, str_sub(name, 0, SYLLABLE), id);
        return;
    }
    for (size_t n = LEAST * SYLLABLE; n <= MOST * SYLLABLE && n < name.len; n += SYLLABLE)
        add_surname(
            w, list, first ? str_sub(name, 0, n) : str_sub(name, name.len - n, name.len), id);
}

/* Of those who head a side all spellings. */
static void add_heads(struct work *w, surnames *list)
{
    const struct image *im = w->image;
    for (uint32_t i = 0; i < im->naliases && w->nheads; i++) {
        const struct alias *a = &im->aliases[i];
        if (a->kind != ALIAS_OFFICIAL || !syllable_at(image_str(im, a->text), 0)) continue;
        str id = image_str(im, im->officials[a->row].id);
        for (size_t k = 0; k < w->nheads; k++)
            if (str_eq(w->heads[k].person, id)) add_surnames(w, list, a);
    }
}

/* Where the title behind a surname ends; 0: none stands there. */
static size_t short_title(const struct work *w, size_t at)
{
    static const str CLOSING = S_INIT("\xE3\x80\x8D"); /* a corner bracket */
    if (str_starts(str_sub(w->text, at, w->text.len), CLOSING)) at += CLOSING.len;
    at = skip_space(w, at);
    size_t end = syllables_end(w->text, at);
    for (; end > at; end -= SYLLABLE)
        if (word_is(w->image->language, str_sub(w->text, at, end), WORD_SURNAME_TITLE))
            return affix_ends(w, end) ? end : 0;
    return 0;
}

/* The longest surname in front of a title at the start of a word. */
static void read_surname(struct work *w, const surnames *list, size_t at)
{
    str rest = str_sub(w->text, at, w->text.len);
    size_t longest = 0, past = 0;
    str id = {NULL, 0};
    for (size_t i = 0; i < list->names.len; i++) {
        const struct surname *s = &list->names.at[i];
        if (s->text.len <= longest || !str_starts(rest, s->text)) continue;
        size_t end = short_title(w, at + s->text.len);
        if (!end) continue;
        longest = s->text.len;
        past = end;
        id = s->id;
    }
    if (longest) add_person(w, at, past, id);
}

static void find_surnames(struct work *w, size_t first)
{
    surnames list = {.begins = 0};
    size_t named = w->people.len;
    for (size_t i = 0; i < w->officials.len; i++) {
        const struct hit *h = &w->officials.at[i];
        if (!syllable_at(w->text, h->start)) continue;
        for (size_t k = first; k < named; k++)
            if (w->people.at[k].start <= h->start && h->end <= w->people.at[k].end)
                add_surnames(w, &list, h->alias);
    }
    add_heads(w, &list);
    for (size_t at = 0; list.begins && at < w->text.len;) {
        size_t end = syllables_end(w->text, at);
        if (end > at && list.begins & first_bit(w->text.at + at)) read_surname(w, &list, at);
        at = end > at ? end : at + 1;
    }
}

static void find_affix_roles(struct work *w)
{
    for (size_t i = 0; i < w->roles.len; i++) {
        const struct hit *h = &w->roles.at[i];
        str id = image_str(w->image, w->image->roles[h->alias->row].means);
        for (size_t k = 0; k < w->nheads; k++)
            if (str_eq(w->heads[k].side, id)) id = w->heads[k].office;
        scm_side side;
        if (scm_authority_find_side(w->authority, id, &side)) continue; /* nobody heads it */
        add_candidate(w, (struct candidate){.start = h->start,
                             .end = h->end,
                             .type = SCM_ROLE,
                             .rank = RANK_PERSON,
                             .id = id});
    }
}

/* Bodies that each side has, and bodies in an office, are none that the text names. */
static void drop_bodies(struct work *w)
{
    size_t kept = 0;
    for (size_t i = 0; i < w->found.len; i++) {
        struct candidate c = w->found.at[i];
        bool body = c.type == SCM_ORG && syllable_at(w->text, c.start);
        size_t end = c.start && w->text.at[c.start - 1] == ' ' ? c.start - 1 : c.start;
        str before = str_sub(w->text, syllables_start(w->text, end), end);
        bool each = body && word_is(w->image->language, before, WORD_EACH_SIDE);
        const struct hit *title = body ? hit_at(&w->titles, c.start) : NULL;
        bool office = title && title->end > c.end;
        if (!each && !office) w->found.at[kept++] = c;
    }
    w->found.len = kept;
}

void find_affix_people(struct work *w)
{
    size_t past = 0, first = w->people.len;
    drop_bodies(w);
    for (size_t i = 0; i < w->officials.len; i++) {
        const struct hit *h = &w->officials.at[i];
        if (h->start >= past && syllable_at(w->text, h->start)) past = read_person(w, h);
    }
    find_surnames(w, first);
    sort_candidates(&w->people);
    find_affix_roles(w);
}
