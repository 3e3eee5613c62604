/* Origins: which sentence of the texts before each sentence of a text comes from. */
#ifndef ANALYSE_ORIGINS_H
#define ANALYSE_ORIGINS_H

#include "analyse/compare/align.h"

/* A sentence of one of the texts. */
typedef struct sentence_ref {
    uint32_t document, sentence; /* SCM_NONE: none */
} sentence_ref;
typedef VEC(sentence_ref) sentence_refs;

typedef struct origin {
    sentence_ref from;
    double similarity;
} origin;

/* All texts in one space of terms, and their terms in order. */
typedef struct lineage lineage;
lineage *lineage_new(arena *a, const side *sides, size_t nsides, size_t terms);

/* Of each sentence of a text the one of `before` that it comes from, each of those once.
 * They are sentences of any texts; `links` are the blocks of the text directly before, as
 * side a, and of this one. */
const origin *find_origins(
    arena *a, lineage *l, uint32_t document, const sentence_refs *before, const matches *links);

#endif
