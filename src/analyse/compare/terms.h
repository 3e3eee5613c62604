/* Terms: what makes two stretches of text alike.  Words count as their stems,
 * names as their ids; each is weighed by how rare it is in the two documents. */
#ifndef ANALYSE_TERMS_H
#define ANALYSE_TERMS_H

#include <scm/annotations.h>
#include "base/str.h"

/* A unit vector, sparse, by rising term. */
typedef struct weight {
    uint32_t term;
    float weight;
} weight;
typedef struct vector {
    weight *at;
    size_t len;
} vector;

/* One document: its blocks, their sentences and the vectors of both. */
typedef struct side {
    const scm_annotations *annotations;
    size_t nblocks, nsentences;
    const uint32_t *first; /* of each block its first sentence; nblocks + 1 of them */
    const vector *blocks, *sentences;
    const double *sizes; /* of sentences: the root of the number of terms */
    const struct scm_terms *terms;
    const uint32_t *shared; /* of each of them its number in the vectors */
    const float *rarity;    /* by that number */
} side;

/* The terms of one text, sentence by sentence, in numbers of its own.  Beside a text in another
 * language words say nothing: the dates, the figures and the paragraph's number stand for them.
 */
typedef struct scm_terms scm_terms;
enum term_basis { TERMS_BY_WORDS, TERMS_BY_FIGURES };
const scm_terms *terms_collect(
    arena *a, const scm_annotations *annotations, enum term_basis basis);

/* Fills the sides; terms that are NULL are collected, by words.  Returns the number of terms.
 */
size_t terms_weigh(arena *a, side *sides, size_t nsides, const scm_annotations *const *texts,
    const scm_terms *const *terms);

/* The vector of the part of a sentence in text[from, to). */
vector terms_between(arena *a, const side *s, uint32_t sentence, size_t from, size_t to);

/* A term of a sentence and where it stands, a byte of the text. */
struct placed_term {
    uint32_t term, at;
};
/* The terms of the sentence in order, stop words left out; *n of them. */
const struct placed_term *terms_of_sentence(
    arena *a, const side *s, uint32_t sentence, size_t *n);

double vector_dot(vector a, vector b); /* of unit vectors: the cosine */
/* The same with a vector that is spread out, its weights by term. */
double spread_dot(const float *spread, vector v);

#endif
