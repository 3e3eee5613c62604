/* Alignment: which block of one document became which of the other. */
#ifndef ANALYSE_ALIGN_H
#define ANALYSE_ALIGN_H

#include "analyse/compare/terms.h"

typedef struct block_match {
    uint32_t a, b;     /* blocks of the first and the second side */
    double similarity; /* 1 where the text is the same */
    bool same;
} match;
typedef VEC(match) matches;

/* Blocks with the same text pair off one to one, neighbours together.
 * `text` holds what is compared of each side's blocks. */
void align_same(arena *a, matches *out, const str *const text[2], const size_t count[2]);

/* The alignment: the same blocks and the similar ones, by a, then b. */
matches align_blocks(arena *a, const side sides[2], size_t terms, const str *const text[2]);

/* The sentences of a block that one of its partner's is compared with: all, or
 * in a huge block those about the same relative place. */
struct window {
    uint32_t start, end;
};
struct window sentence_window(
    const side *from, uint32_t block, uint32_t sentence, const side *other, uint32_t partner);

#endif
