/* Counts: how often each id is mentioned, and in which blocks. */
#include "analyse/summary/counts.h"

#include <stdlib.h>

struct count_ref {
    const scm_mention *mention;
    size_t place;
};

struct tally {
    scm_count count;
    size_t first;
};

static int compare_refs(const void *x, const void *y)
{
    const struct count_ref *a = x, *b = y;
    if (a->mention->type != b->mention->type)
        return a->mention->type < b->mention->type ? -1 : 1;
    int order = str_cmp(a->mention->id, b->mention->id);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

static int compare_tallies(const void *x, const void *y)
{
    const struct tally *a = x, *b = y;
    if (a->count.type != b->count.type) return a->count.type < b->count.type ? -1 : 1;
    if (a->count.mentions != b->count.mentions)
        return a->count.mentions > b->count.mentions ? -1 : 1;
    return (a->first > b->first) - (a->first < b->first);
}

/* What people call it: the authority's name, else as the text has it first. */
static str full_name(const scm_annotations *n, const scm_mention *m)
{
    scm_name name;
    scm_official official;
    scm_office office;
    const scm_authority *authority = n->authority;
    if (m->type == SCM_OFFICIAL &&
        scm_authority_person(authority, m->id, n->reference_date, &official))
        return official.name;
    if (m->type == SCM_ROLE && scm_authority_find_office(authority, m->id, &office))
        return office.title;
    if (scm_authority_find_name_of(authority, m->id, m->type, &name)) return name.name;
    return scm_mention_surface(n, m);
}

/* "(NCG)" behind "Nuclear Consultative Group": the two are one mention of the body. */
static bool is_definition(const scm_annotations *n, const struct count_ref *r)
{
    const scm_mention *m = r->mention;
    str text = n->document->text;
    if (m->start < 2 || text.at[m->start - 1] != '(') return false;
    for (size_t i = r->place; i-- > 0;) {
        const scm_mention *before = &n->mentions[i];
        if (before->type == SCM_TERM) continue;
        return before->type == m->type && str_eq(before->id, m->id) &&
               before->end + 2 == m->start;
    }
    return false;
}

/* As the text has it: the longest of its spellings, the first of those. */
static str longest_surface(const scm_annotations *n, const struct count_ref *refs, size_t len)
{
    str longest = {NULL, 0};
    for (size_t i = 0; i < len; i++) {
        str surface = scm_mention_surface(n, refs[i].mention);
        if (surface.len > longest.len) longest = surface;
    }
    return longest;
}

/* The mentions refs[0, len) are of one id. */
static struct tally tally(
    arena *a, const scm_annotations *n, const struct count_ref *refs, size_t len)
{
    const scm_mention *m = refs[0].mention;
    uint32_t *blocks = arena_array(a, len, sizeof *blocks);
    size_t count = 0;
    size_t once = 0;
    for (size_t i = 0; i < len; i++) once += !is_definition(n, &refs[i]);
    for (size_t i = 0; i < len; i++)
        if (count == 0 || blocks[count - 1] != refs[i].mention->block)
            blocks[count++] = refs[i].mention->block;
    return (struct tally){{m->type, m->id, full_name(n, m), longest_surface(n, refs, len), len,
                              once, blocks, count},
        refs[0].place};
}

const scm_count *count_mentions(arena *a, size_t *count, const scm_annotations *n)
{
    arena *scratch = arena_new();
    struct count_ref *refs = arena_array(scratch, n->nmentions, sizeof *refs);
    VEC(struct tally) tallies = {0};
    for (size_t i = 0; i < n->nmentions; i++) refs[i] = (struct count_ref){&n->mentions[i], i};
    qsort(refs, n->nmentions, sizeof *refs, compare_refs);
    for (size_t i = 0, end; i < n->nmentions; i = end) {
        for (end = i; end < n->nmentions; end++)
            if (refs[end].mention->type != refs[i].mention->type ||
                !str_eq(refs[end].mention->id, refs[i].mention->id))
                break;
        vec_push(scratch, &tallies, tally(a, n, refs + i, end - i));
    }
    scm_count *out = arena_array(a, tallies.len, sizeof *out);
    if (tallies.len) qsort(tallies.at, tallies.len, sizeof *tallies.at, compare_tallies);
    for (size_t i = 0; i < tallies.len; i++) out[i] = tallies.at[i].count;
    *count = tallies.len;
    arena_free(scratch);
    return out;
}
