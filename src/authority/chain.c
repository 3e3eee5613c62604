/* The aliases in order, their hash table (open addressing, linear probing) and
 * the filter in front of it: see image.h. */
#include "authority/chain.h"

#include <stdlib.h>

/* qsort has no context argument, so the key travels with the alias. */
struct keyed {
    str key;
    struct alias alias;
};

static int by_key(const void *a, const void *b)
{
    const struct keyed *x = a, *y = b;
    int order = str_cmp(x->key, y->key);
    if (order == 0) order = (x->alias.kind > y->alias.kind) - (x->alias.kind < y->alias.kind);
    return order ? order : (x->alias.row > y->alias.row) - (x->alias.row < y->alias.row);
}

static struct keyed *sorted(
    const struct image *image, arena *a, const struct alias *aliases, size_t count)
{
    struct keyed *k = arena_array(a, count, sizeof *k);
    for (size_t i = 0; i < count; i++)
        k[i] = (struct keyed){str_lower(a, image_str(image, aliases[i].text)), aliases[i]};
    qsort(k, count, sizeof *k, by_key);
    return k;
}

/* An alias that says what the one before it says already. */
static bool same(const struct image *image, const struct alias *a, const struct alias *b)
{
    if (a->kind != b->kind || a->row != b->row || a->exact != b->exact) return false;
    return !a->exact || str_eq(image_str(image, a->text), image_str(image, b->text));
}

static struct spelling *slot_of(struct spelling *slots, uint32_t nslots, uint64_t hash)
{
    uint32_t i = (uint32_t)hash & (nslots - 1);
    while (!spelling_free(&slots[i]) && !spelling_is(&slots[i], hash))
        i = (i + 1) & (nslots - 1);
    return &slots[i];
}

/* Tells the filter of all chains that begin the key; the hash of it. */
static uint64_t filter_add(struct image *image, uint32_t *filter, arena *a, str key)
{
    struct tokens t = tokens_cut(a, key, image->language);
    struct chain c = chain_begin(0);
    uint32_t at = 0;
    while (c.bits = FILTER_BEGINS, chain_next(image, &t, &c)) {
        at = filter_at(c.hash, image->nspellings);
        filter[at / 16] |= (uint32_t)FILTER_BEGINS << at % 16 * 2;
    }
    filter[at / 16] |= (uint32_t)FILTER_WHOLE << at % 16 * 2;
    return c.hash;
}

void aliases_build(struct image *image, arena *a, struct alias *aliases, size_t count)
{
    struct keyed *k = sorted(image, a, aliases, count);
    uint32_t n = 64, placed = 0;
    while (n < count + count / 4) n *= 2;
    struct spelling *slots = arena_array(a, n, sizeof *slots);
    uint32_t *filter = arena_array(a, n * FILTER_PLACES / 16, sizeof *filter);
    image->nspellings = n;
    image->filter = filter;
    for (size_t i = 0; i < count;) {
        uint64_t hash = filter_add(image, filter, a, k[i].key);
        uint32_t first = placed;
        for (str key = k[i].key; i < count && str_eq(k[i].key, key); i++)
            if (placed == first || !same(image, &aliases[placed - 1], &k[i].alias))
                aliases[placed++] = k[i].alias;
        struct spelling *slot = slot_of(slots, n, hash);
        *slot = (struct spelling){(uint32_t)hash, (uint32_t)(hash >> 32), first, placed};
    }
    image->aliases = aliases;
    image->naliases = placed;
    image->spellings = slots;
}
