/* The nearest known word to a misspelt one. */
#ifndef CLI_NEAREST_H
#define CLI_NEAREST_H

#include <stddef.h>

/* {.word = "dif"}; then `best`, once all candidates were tried, is the one that
 * was probably meant, or NULL. */
typedef struct nearest {
    const char *word, *best;
    size_t distance;
} nearest;

void nearest_try(nearest *n, const char *candidate);

#endif
