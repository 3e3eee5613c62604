/* Walking the aliases of an image by words.
 *
 * A word is a run of letters and digits or one other byte, with the space in
 * front of it, if any.  The hash of a run of words goes on from the hash of the
 * run without the last (FNV-1a in 64 bits: Fowler, Noll, Vo 1991), in lower
 * case, so that a text is walked without keeping anything but a number.
 */
#ifndef AUTHORITY_PREFIX_H
#define AUTHORITY_PREFIX_H

#include "authority/image.h"

/* An alias begins so; an alias is this. */
enum filter_bit { FILTER_BEGINS = 1, FILTER_WHOLE = 2 };
enum { FILTER_PLACES = 8 }; /* to a slot */

#define PREFIX_START UINT64_C(0xCBF29CE484222325)

/* A run of words up to `end`; `before[n]` is the hash without the last n bytes. */
struct words {
    size_t end;
    uint64_t hash, before[3];
};

static inline uint64_t prefix_step(uint64_t hash, char c)
{
    return (hash ^ (unsigned char)to_lower(c)) * UINT64_C(0x100000001B3);
}

/* The run that is one word longer; text goes on at words.end. */
static inline struct words words_next(str text, struct words w)
{
    uint64_t h = w.hash, b1 = h, b2 = h;
    size_t i = w.end;
    if (text.at[i] == ' ') h = prefix_step(h, text.at[i++]);
    size_t first = i;
    for (; i < text.len && is_alnum(text.at[i]); i++) {
        b2 = b1;
        b1 = h;
        h = prefix_step(h, text.at[i]);
    }
    if (i == first && i < text.len) h = prefix_step(h, text.at[i++]);
    return (struct words){i, h, {h, b1, b2}};
}

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

/* Whether aliases may begin with, or be, the run of words of this hash: bits of
 * enum filter_bit.  A few are set by chance. */
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

#endif
