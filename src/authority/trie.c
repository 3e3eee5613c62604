/* The trie of all aliases, laid out in breadth-first order (see image.h). */
#include "authority/image.h"

#include <stdlib.h>

/* A node under construction: the sorted aliases that share `depth` bytes. */
struct span {
    uint32_t from, to, depth;
};

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

typedef VEC(struct span) spans;
typedef VEC(uint8_t) bytes;

static void add_children(
    arena *a, const struct keyed *k, struct span at, spans *queue, bytes *labels)
{
    for (uint32_t i = at.from; i < at.to;) {
        char step = k[i].key.at[at.depth];
        uint32_t first = i;
        while (i < at.to && k[i].key.at[at.depth] == step) i++;
        vec_push(a, queue, ((struct span){first, i, at.depth + 1}));
        vec_push(a, labels, (uint8_t)step);
    }
}

void trie_build(struct image *image, arena *a, struct alias *aliases, size_t count)
{
    struct keyed *k = sorted(image, a, aliases, count);
    VEC(struct trie_node) nodes = {0};
    spans queue = {0};
    bytes labels = {0};
    uint32_t placed = 0;
    vec_push(a, &queue, ((struct span){0, (uint32_t)count, 0}));
    vec_push(a, &labels, 0);
    for (size_t n = 0; n < queue.len; n++) {
        struct span at = queue.at[n];
        vec_push(a, &nodes, ((struct trie_node){(uint32_t)queue.len, placed}));
        for (; at.from < at.to && k[at.from].key.len == at.depth; at.from++)
            if (placed == nodes.at[n].alias ||
                !same(image, &aliases[placed - 1], &k[at.from].alias))
                aliases[placed++] = k[at.from].alias;
        add_children(a, k, at, &queue, &labels);
    }
    vec_push(a, &nodes, ((struct trie_node){(uint32_t)queue.len, placed}));
    image->aliases = aliases;
    image->naliases = placed;
    image->nodes = nodes.at;
    image->nnodes = (uint32_t)nodes.len - 1;
    image->labels = labels.at;
}
