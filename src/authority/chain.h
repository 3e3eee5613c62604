/* Walking the aliases of an image by tokens.
 *
 * The hash of a chain of tokens goes on from the hash of the chain without the
 * last (base/token.h), so that a text is walked without keeping anything but a
 * number; a filter tells which chains begin an alias at all, a hash table finds
 * the aliases of one spelling.
 */
#ifndef AUTHORITY_CHAIN_H
#define AUTHORITY_CHAIN_H

#include "authority/image.h"
#include "base/token.h"

/* An alias begins so; an alias is this. */
enum filter_bit { FILTER_BEGINS = 1, FILTER_WHOLE = 2 };
enum { FILTER_PLACES = 8 }; /* for each slot */

static inline bool spelling_free(const struct spelling *s)
{
    return (s->low | s->high) == 0;
}

static inline bool spelling_is(const struct spelling *s, uint64_t hash)
{
    return s->low == (uint32_t)hash && s->high == (uint32_t)(hash >> 32);
}

/* Where the filter keeps the two bits of a hash. */
static inline uint32_t filter_at(uint64_t hash, uint32_t nspellings)
{
    return (uint32_t)(hash >> 29) & (nspellings * FILTER_PLACES - 1);
}

/* Whether aliases may begin with, or be, the chain of this hash: bits of enum
 * filter_bit.  A few are set by chance. */
static inline unsigned filter_read(const struct image *im, uint64_t hash)
{
    uint32_t at = filter_at(hash, im->nspellings);
    return im->filter[at / 16] >> at % 16 * 2 & 3;
}

/* The aliases of this hash, to be compared with the text; NULL for none. */
static inline const struct spelling *spelling_find(const struct image *im, uint64_t hash)
{
    uint32_t i = (uint32_t)hash & (im->nspellings - 1);
    for (; !spelling_free(&im->spellings[i]); i = (i + 1) & (im->nspellings - 1))
        if (spelling_is(&im->spellings[i], hash)) return &im->spellings[i];
    return NULL;
}

/* A chain that grows by a word or mark. */
struct chain {
    size_t past;           /* the token behind it */
    uint64_t hash, before; /* `before`: without the last word */
    bool space;            /* the last word had one in front */
    unsigned bits;         /* of the filter */
};

static inline struct chain chain_begin(size_t from)
{
    return (struct chain){from, CHAIN_START, CHAIN_START, false, FILTER_BEGINS};
}

/* One word more; false where the line ends or no alias begins so far. */
static inline bool chain_next(const struct image *im, const struct tokens *t, struct chain *c)
{
    if (!(c->bits & FILTER_BEGINS)) return false;
    size_t i = c->past;
    c->space = false;
    for (; t->at[i].kind == TOKEN_SPACE || t->at[i].kind == TOKEN_DOT; i++)
        c->space |= t->at[i].kind == TOKEN_SPACE && i > 0;
    if (i >= t->len || t->at[i].kind == TOKEN_LINE) return false;
    c->before = c->hash;
    c->hash = chain_step(c->before, t->at[i].hash, c->space);
    c->past = i + 1;
    c->bits = filter_read(im, c->hash);
    return true;
}

#endif
