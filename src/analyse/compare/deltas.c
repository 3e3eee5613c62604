/* Deltas: counts and facts of two documents side by side. */
#include "analyse/compare/deltas.h"

#include <stdlib.h>
#include "analyse/summary/facts.h"

struct delta_ref {
    const scm_count *count;
    bool is_new;
};

static int compare_refs(const void *x, const void *y)
{
    const struct delta_ref *a = x, *b = y;
    if (a->count->type != b->count->type) return a->count->type < b->count->type ? -1 : 1;
    int order = str_cmp(a->count->id, b->count->id);
    return order ? order : a->is_new - b->is_new;
}

static void add_side(scm_delta *d, struct delta_ref r)
{
    d->type = r.count->type;
    d->id = r.count->id;
    d->name = r.count->name;
    if (r.is_new) {
        d->new_mentions = r.count->mentions;
        d->new_blocks = r.count->blocks;
        d->nnew_blocks = r.count->nblocks;
    } else {
        d->old_mentions = r.count->mentions;
        d->old_blocks = r.count->blocks;
        d->nold_blocks = r.count->nblocks;
    }
}

static enum scm_status_of_change delta_status(const scm_delta *d)
{
    if (d->old_mentions == 0) return SCM_NEW;
    if (d->new_mentions == 0) return SCM_DROPPED;
    if (d->old_mentions == d->new_mentions) return SCM_KEPT;
    return d->new_mentions > d->old_mentions ? SCM_MORE : SCM_FEWER;
}

/* Dates and roles stand in every sentence; to count them says nothing. */
static size_t collect_refs(struct delta_ref *refs, const scm_summary *s, bool is_new)
{
    size_t len = 0;
    for (size_t i = 0; i < s->ncounts; i++)
        if (scm_type_describe(s->counts[i].type).counted)
            refs[len++] = (struct delta_ref){&s->counts[i], is_new};
    return len;
}

scm_delta *compare_counts(arena *a, scm_comparison *c)
{
    size_t most = c->old_summary->ncounts + c->new_summary->ncounts, n = 0;
    arena *scratch = arena_new();
    struct delta_ref *refs = arena_array(scratch, most, sizeof *refs);
    size_t len = collect_refs(refs, c->old_summary, false);
    len += collect_refs(refs + len, c->new_summary, true);
    if (len) qsort(refs, len, sizeof *refs, compare_refs);
    scm_delta *deltas = arena_array(a, len, sizeof *deltas);
    for (size_t i = 0; i < len; i++) {
        const scm_count *before = i ? refs[i - 1].count : NULL;
        if (!before || before->type != refs[i].count->type ||
            !str_eq(before->id, refs[i].count->id))
            n++;
        add_side(&deltas[n - 1], refs[i]);
    }
    for (size_t i = 0; i < n; i++) deltas[i].status = delta_status(&deltas[i]);
    arena_free(scratch);
    c->deltas = deltas;
    c->ndeltas = n;
    return deltas;
}

/* Is there a fact with this key from `from` on? */
static bool has_fact(const scm_summary *s, size_t from, str key)
{
    for (size_t i = from; i < s->nfacts; i++)
        if (str_eq(s->facts[i].key, key)) return true;
    return false;
}

/* The same fact where a side does not state it. */
static scm_fact without_value(scm_fact fact)
{
    fact.value = fact.detail = (str){NULL, 0};
    return fact;
}

/* The facts of both sides, merged: they stand in one order on each. */
void compare_facts(arena *a, scm_comparison *c)
{
    const scm_summary *was = c->old_summary, *is = c->new_summary;
    scm_fact_change *out = arena_array(a, was->nfacts + is->nfacts, sizeof *out);
    size_t n = 0, i = 0, j = 0;
    while (i < was->nfacts || j < is->nfacts) {
        bool old_only = i < was->nfacts && !has_fact(is, j, was->facts[i].key);
        bool new_only = !old_only && j < is->nfacts && !has_fact(was, i, is->facts[j].key);
        scm_fact_change *f = &out[n++];
        f->old_fact = new_only ? without_value(is->facts[j]) : was->facts[i++];
        f->new_fact = old_only ? without_value(f->old_fact) : is->facts[j++];
        f->status = str_eq(f->old_fact.value, f->new_fact.value) ? SCM_SAME : SCM_CHANGED;
    }
    c->facts = out;
    c->nfacts = n;
}
