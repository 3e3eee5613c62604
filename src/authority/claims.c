/* Claims: who was the first to use an id or an alias. */
#include "authority/claims.h"

/* The place of the key, or the free one where it belongs. */
static struct claim *place(struct claim *at, size_t cap, str key, uint64_t hash)
{
    size_t i = (size_t)hash & (cap - 1);
    while (at[i].key.len && !(at[i].hash == hash && str_eq(at[i].key, key)))
        i = (i + 1) & (cap - 1);
    return &at[i];
}

static void grow(struct claims *c)
{
    size_t cap = c->cap ? 4 * c->cap : 1024;
    struct claim *at = arena_array(c->arena, cap, sizeof *at);
    for (size_t i = 0; i < c->cap; i++)
        if (c->at[i].key.len) *place(at, cap, c->at[i].key, c->at[i].hash) = c->at[i];
    c->at = at;
    c->cap = cap;
}

uint32_t claims_add(struct claims *c, str key, uint32_t owner)
{
    if (2 * c->len >= c->cap) grow(c);
    uint64_t hash = str_hash(key);
    struct claim *p = place(c->at, c->cap, key, hash);
    if (p->key.len == 0) {
        *p = (struct claim){key, hash, owner};
        c->len++;
    }
    return p->owner;
}

const struct claim *claims_find(const struct claims *c, str key)
{
    const struct claim *p = c->cap ? place(c->at, c->cap, key, str_hash(key)) : NULL;
    return p && p->key.len ? p : NULL;
}
