/* Claims: who was the first to use an id or an alias.  A hash table with open
 * addressing in an arena. */
#ifndef AUTHORITY_CLAIMS_H
#define AUTHORITY_CLAIMS_H

#include "base/str.h"

struct claim {
    str key; /* empty: a free place */
    uint64_t hash;
    uint32_t owner;
};

/* {.arena = a} is an empty one. */
struct claims {
    arena *arena;
    struct claim *at;
    size_t len, cap;
};

/* The owner of the key, which is the caller of the first call with it.  The
 * key is not copied. */
uint32_t claims_add(struct claims *c, str key, uint32_t owner);
/* NULL where no one has claimed it; valid until the next is added. */
const struct claim *claims_find(const struct claims *c, str key);

#endif
