/* Overlaps: names never overlap names; the longer one stands.  Terms are a
 * layer of their own, where the same holds; both end up in one list. */
#include "annotate/work.h"

#include <stdlib.h>

static int by_place(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    if (x->end != y->end) return x->end > y->end ? -1 : 1;
    if (x->rank != y->rank) return x->rank > y->rank ? -1 : 1;
    return (x->type > y->type) - (x->type < y->type);
}

void sort_candidates(candidates *c)
{
    size_t sorted = 1;
    while (sorted < c->len && by_place(&c->at[sorted - 1], &c->at[sorted]) <= 0) sorted++;
    if (sorted < c->len) qsort(c->at, c->len, sizeof *c->at, by_place);
}

static bool better(const struct candidate *a, const struct candidate *b)
{
    size_t x = a->end - a->start, y = b->end - b->start;
    return x != y ? x > y : a->rank > b->rank;
}

/* Candidates in order; each one that overlaps kept ones either goes or, being
 * better than all of them, takes their place. */
static void drop_overlaps(candidates *c)
{
    size_t kept = 0;
    sort_candidates(c);
    for (size_t i = 0; i < c->len; i++) {
        size_t rival = kept;
        bool wins = c->at[i].end > c->at[i].start;
        while (rival > 0 && c->at[rival - 1].end > c->at[i].start)
            wins &= better(&c->at[i], &c->at[--rival]);
        if (!wins) continue;
        c->at[rival] = c->at[i];
        kept = rival + 1;
    }
    c->len = kept;
}

void resolve(struct work *w)
{
    drop_overlaps(&w->found);
    drop_overlaps(&w->terms);
    for (size_t i = 0; i < w->terms.len; i++) vec_push(w->arena, &w->found, w->terms.at[i]);
    sort_candidates(&w->found);
}
