/* Alignment of blocks that are word for word the same: those that occur once a
 * side are anchors (patience diff), runs of equal neighbours grow from them, and
 * what is left pairs in order. */
#include "analyse/compare/align.h"

#include <stdlib.h>

#define FREE UINT32_MAX /* no partner yet */

struct item {
    str text;
    uint32_t side, block;
};

/* Of each block: which text it has, by number, and which block it went to. */
struct pairing {
    uint32_t *group[2], *partner[2];
    size_t count[2];
};

static int compare_items(const void *x, const void *y)
{
    const struct item *a = x, *b = y;
    int order = str_cmp(a->text, b->text);
    if (order) return order;
    if (a->side != b->side) return a->side < b->side ? -1 : 1;
    return (a->block > b->block) - (a->block < b->block);
}

static struct item *sort_items(arena *a, const str *const text[2], const size_t count[2])
{
    struct item *items = arena_array(a, count[0] + count[1], sizeof *items), *at = items;
    for (uint32_t s = 0; s < 2; s++)
        for (uint32_t b = 0; b < count[s]; b++) *at++ = (struct item){text[s][b], s, b};
    qsort(items, count[0] + count[1], sizeof *items, compare_items);
    return items;
}

static void join(struct pairing *p, uint32_t a, uint32_t b)
{
    p->partner[0][a] = b;
    p->partner[1][b] = a;
}

/* Numbers the texts; those that stand once on each side are joined. */
static void anchor(struct pairing *p, const struct item *items, size_t len)
{
    uint32_t group = 0;
    for (size_t i = 0, end; i < len; i = end, group++) {
        for (end = i; end < len && str_eq(items[end].text, items[i].text); end++)
            p->group[items[end].side][items[end].block] = group;
        if (end == i + 2 && items[i].side != items[i + 1].side)
            join(p, items[i].block, items[i + 1].block);
    }
}

static bool joinable(const struct pairing *p, size_t a, size_t b)
{
    return a < p->count[0] && b < p->count[1] && p->group[0][a] == p->group[1][b] &&
           p->partner[0][a] == FREE && p->partner[1][b] == FREE;
}

/* Pairs the neighbours of every pair where they are alike, first those behind it and then
 * those in front; an index below 0 wraps round and is no place. */
static void extend(struct pairing *p)
{
    for (size_t i = 0; i < p->count[0]; i++) {
        size_t a = i + 1, b = (size_t)p->partner[0][i] + 1;
        if (p->partner[0][i] != FREE && joinable(p, a, b)) join(p, (uint32_t)a, (uint32_t)b);
    }
    for (size_t i = p->count[0]; i-- > 0;) {
        size_t a = i - 1, b = (size_t)p->partner[0][i] - 1;
        if (p->partner[0][i] != FREE && joinable(p, a, b)) join(p, (uint32_t)a, (uint32_t)b);
    }
}

/* What is left of each text, in order. */
static void join_rest(struct pairing *p, const struct item *items, size_t len)
{
    for (size_t i = 0, end; i < len; i = end) {
        for (end = i; end < len && str_eq(items[end].text, items[i].text); end++) continue;
        size_t b = i;
        for (size_t a = i; a < end && items[a].side == 0; a++) {
            if (p->partner[0][items[a].block] != FREE) continue;
            while (b < end && (items[b].side == 0 || p->partner[1][items[b].block] != FREE))
                b++;
            if (b < end) join(p, items[a].block, items[b].block);
        }
    }
}

void align_same(arena *a, matches *out, const str *const text[2], const size_t count[2])
{
    size_t len = count[0] + count[1];
    struct item *items = sort_items(a, text, count);
    struct pairing p = {.count = {count[0], count[1]}};
    for (int s = 0; s < 2; s++) {
        p.group[s] = arena_array(a, count[s], sizeof(uint32_t));
        p.partner[s] = arena_array(a, count[s], sizeof(uint32_t));
        for (size_t b = 0; b < count[s]; b++) p.partner[s][b] = FREE;
    }
    anchor(&p, items, len);
    extend(&p);
    join_rest(&p, items, len);
    for (uint32_t b = 0; b < count[0]; b++)
        if (p.partner[0][b] != FREE) vec_push(a, out, ((match){b, p.partner[0][b], 1, true}));
}
