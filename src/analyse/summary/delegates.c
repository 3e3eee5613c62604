/* Delegates: the heads of delegation, the chairmen and the commander, as the
 * document names them. */
#include "analyse/summary/facts.h"
#include "authority/authority.h"
#include "base/syllable.h"

/* How far from a name its country may stand. */
enum { COUNTRY_REACH = 40 };

struct delegate_search {
    arena *arena;
    const scm_summary *summary;
    const scm_annotations *n;
    scm_office office;
};

static const scm_mention *mention_of(
    const struct delegate_search *s, enum scm_type type, str id)
{
    for (size_t i = 0; i < s->n->nmentions; i++)
        if (s->n->mentions[i].type == type && str_eq(s->n->mentions[i].id, id))
            return &s->n->mentions[i];
    return NULL;
}

/* The person whom the tables expect: the head of the meeting, else the holder. */
static str expected_person(const struct delegate_search *s, str expected)
{
    scm_official o;
    if (expected.len) return expected;
    return scm_authority_holder(s->n->authority, s->office.id, s->n->reference_date, &o)
               ? o.id
               : (str){NULL, 0};
}

/* Whether the country named last in the text is the side of the office. */
static bool on_side(const struct delegate_search *s, str before)
{
    const struct image *im = s->n->authority->image;
    struct tokens t = tokens_cut(s->arena, before, im->language);
    bool same = false;
    for (size_t i = 0, past; i < t.len; i++) {
        const struct alias *a = authority_longest(s->n->authority, &t, i, ALIAS_SIDE, &past);
        if (a) same = str_eq(image_str(im, im->sides[a->row].id), s->office.side);
        if (a) i = past - 1;
    }
    return same;
}

/* A person in the opening whom no table has in that office, by the full title. */
static const scm_mention *titled(const struct delegate_search *s)
{
    uint32_t opening = opening_blocks(s->summary);
    for (size_t i = 0; i < s->n->nmentions && s->n->mentions[i].block < opening; i++) {
        const scm_mention *m = &s->n->mentions[i];
        if (m->type != SCM_OFFICIAL) continue;
        if (!str_has(scm_mention_surface(s->n, m), s->office.title)) continue;
        size_t from = m->start > COUNTRY_REACH ? m->start - COUNTRY_REACH : 0;
        if (on_side(s, str_sub(s->n->document->text, from, m->start))) return m;
    }
    return NULL;
}

/* The rank in a text: the first title that is one of the rows of ranks, unless it is in
 * syllables. */
static str rank_in(const struct delegate_search *s, str surface)
{
    const struct image *im = s->n->authority->image;
    struct tokens t = tokens_cut(s->arena, surface, im->language);
    for (size_t i = 0, past; i < t.len; i++) {
        const struct alias *a = authority_longest(s->n->authority, &t, i, ALIAS_OFFICE, &past);
        if (!a) continue;
        if (str_eq(image_str(im, im->offices[a->row].id), S("rank")))
            return has_syllables(surface) ? (str){NULL, 0}
                                          : str_sub(surface, t.at[i].at, t.at[past].at);
        i = past - 1;
    }
    return (str){NULL, 0};
}

/* The rank before the name in any mention of the person. */
static str rank_of(const struct delegate_search *s, str id)
{
    for (size_t i = 0; i < s->n->nmentions; i++) {
        const scm_mention *m = &s->n->mentions[i];
        if (m->type != SCM_OFFICIAL || !str_eq(m->id, id)) continue;
        str rank = rank_in(s, scm_mention_surface(s->n, m));
        if (rank.len) return rank;
    }
    return (str){NULL, 0};
}

/* The name inside a mention: without the title and the rank before it. */
static str bare_name(const struct delegate_search *s, const scm_mention *m, str rank)
{
    str name = scm_mention_surface(s->n, m);
    size_t title = str_find(name, s->office.title);
    if (title < name.len && title > 0)
        name = str_sub(name, 0, title);
    else if (title == 0)
        name = str_sub(name, s->office.title.len, name.len);
    size_t at = rank.len ? str_find(name, rank) : name.len;
    if (at < name.len) name = str_sub(name, at + rank.len, name.len);
    while (name.len && (is_space(name.at[0]) || name.at[0] == ','))
        name = str_sub(name, 1, name.len);
    while (name.len && (is_space(name.at[name.len - 1]) || name.at[name.len - 1] == ','))
        name.len--;
    return name;
}

/* Name and office, with the rank that the text gives.  A president who heads
 * a delegation stays one, and so does a deputy. */
static str describe(const struct delegate_search *s, str id, const scm_mention *m)
{
    scm_official o;
    scm_office held = s->office;
    str rank = rank_of(s, id), name = {NULL, 0};
    if (scm_authority_person(s->n->authority, id, s->n->reference_date, &o)) {
        name = o.name;
        scm_authority_find_office(s->n->authority, o.office, &held);
    } else if (m) {
        name = bare_name(s, m, rank);
    }
    return str_printf(s->arena, "%.*s%s%.*s, %.*s", SCM_STR(rank), rank.len ? " " : "",
        SCM_STR(name), SCM_STR(held.title));
}

bool find_delegate(
    arena *a, const scm_summary *summary, str office, str expected, str *id, str *detail)
{
    struct delegate_search s = {.arena = a, .summary = summary, .n = summary->annotations};
    if (!scm_authority_find_office(s.n->authority, office, &s.office)) {
        const scm_mention *named = mention_of(&s, SCM_OFFICIAL, expected);
        if (named) *detail = scm_mention_surface(s.n, named);
        *id = expected;
        return named != NULL;
    }
    str person = expected_person(&s, expected);
    const scm_mention *m = person.len ? mention_of(&s, SCM_OFFICIAL, person) : NULL;
    const scm_mention *other = m ? NULL : titled(&s);
    if (other) {
        m = other;
        person = other->id;
    }
    if (!m && (person.len == 0 || !mention_of(&s, SCM_ROLE, office))) return false;
    *id = person;
    *detail = describe(&s, person, m);
    return true;
}
