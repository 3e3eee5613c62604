/* Beads: which sentence of a block became which of its partner. */
#ifndef ANALYSE_BEADS_H
#define ANALYSE_BEADS_H

#include <scm/comparison.h>
#include "analyse/compare/align.h"

/* Sentences of the two sides, SCM_NONE where one has no partner. */
typedef struct bead {
    uint32_t match; /* index of the matched blocks; SCM_NONE in a block alone */
    uint32_t sentence[2];
    double similarity;
} bead;
typedef VEC(bead) beads;

/* Every sentence of both sides in exactly one bead. `text` holds what is
 * compared of each sentence. */
beads align_beads(
    arena *a, const side sides[2], const matches *blocks, const str *const text[2]);

#endif
