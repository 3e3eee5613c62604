/* Order: what became of each block, and in which order a reader sees it.
 * The chain is a heaviest increasing subsequence, found with a Fenwick (1994)
 * tree of maxima over the blocks of one side. */
#include "analyse/compare/order.h"

#include <stdlib.h>

static int compare_old(const void *x, const void *y)
{
    const row *a = x, *b = y;
    if (a->old_index != b->old_index) return a->old_index < b->old_index ? -1 : 1;
    return (a->new_index > b->new_index) - (a->new_index < b->new_index);
}

static int compare_place(const void *x, const void *y)
{
    const row *a = x, *b = y;
    bool a_gone = a->new_index == SCM_NONE, b_gone = b->new_index == SCM_NONE;
    if (a->place != b->place) return a->place < b->place ? -1 : 1;
    if (a_gone != b_gone) return a_gone ? 1 : -1;
    return (a->old_index > b->old_index) - (a->old_index < b->old_index);
}

void order_rows(row *rows, size_t count)
{
    int64_t last = -1;
    if (count == 0) return;
    qsort(rows, count, sizeof *rows, compare_old);
    for (size_t i = 0; i < count; i++) {
        if (rows[i].new_index != SCM_NONE) last = rows[i].new_index;
        rows[i].place = last;
    }
    qsort(rows, count, sizeof *rows, compare_place);
}

struct link {
    double weight;   /* of the chain that ends here */
    size_t previous; /* match, or SIZE_MAX */
};

/* The match that ends the heaviest chain among blocks up to b, or SIZE_MAX. */
static size_t heaviest(const size_t *tree, const struct link *links, uint32_t b)
{
    size_t best = SIZE_MAX;
    for (size_t i = (size_t)b + 1; i > 0; i &= i - 1)
        if (tree[i] != SIZE_MAX &&
            (best == SIZE_MAX || links[tree[i]].weight > links[best].weight))
            best = tree[i];
    return best;
}

static void record(
    size_t *tree, size_t size, const struct link *links, uint32_t b, size_t match_index)
{
    for (size_t i = (size_t)b + 1; i <= size; i += i & (~i + 1))
        if (tree[i] == SIZE_MAX || links[match_index].weight > links[tree[i]].weight)
            tree[i] = match_index;
}

/* What a pair weighs in the chain: as much text as it holds in common. */
static double pair_weight(const side sides[2], match m)
{
    size_t a = sides[0].annotations->document->blocks[m.a].text.len;
    size_t b = sides[1].annotations->document->blocks[m.b].text.len;
    return m.similarity * (double)(a < b ? a : b) + 1;
}

static bool *in_chain(arena *a, const side sides[2], const matches *found)
{
    size_t size = sides[1].nblocks;
    bool *in = arena_array(a, found->len, sizeof *in);
    struct link *links = arena_array(a, found->len, sizeof *links);
    size_t *tree = arena_array(a, size + 1, sizeof *tree);
    for (size_t i = 0; i <= size; i++) tree[i] = SIZE_MAX;
    for (size_t i = 0; i < found->len; i++) {
        match m = found->at[i];
        size_t previous = heaviest(tree, links, m.b);
        double before = previous == SIZE_MAX ? 0 : links[previous].weight;
        links[i] = (struct link){before + pair_weight(sides, m), previous};
        record(tree, size, links, m.b, i);
    }
    size_t at = size ? heaviest(tree, links, (uint32_t)size - 1) : SIZE_MAX;
    for (; at != SIZE_MAX; at = links[at].previous) in[at] = true;
    return in;
}

enum scm_status_of_change *match_statuses(arena *a, const side sides[2], const matches *found)
{
    enum scm_status_of_change *out = arena_array(a, found->len, sizeof *out);
    const bool *chained = in_chain(a, sides, found);
    uint32_t *degree[2];
    for (int s = 0; s < 2; s++) degree[s] = arena_array(a, sides[s].nblocks, sizeof(uint32_t));
    for (size_t i = 0; i < found->len; i++) {
        degree[0][found->at[i].a]++;
        degree[1][found->at[i].b]++;
    }
    for (size_t i = 0; i < found->len; i++) {
        uint32_t to = degree[0][found->at[i].a], from = degree[1][found->at[i].b];
        if (to > 1 || from > 1)
            out[i] = to >= from ? SCM_SPLIT : SCM_MERGED;
        else if (!chained[i])
            out[i] = SCM_MOVED;
        else
            out[i] = found->at[i].same ? SCM_SAME : SCM_EDITED;
    }
    return out;
}
