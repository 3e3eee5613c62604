/* Words: which words of two sentences are the same. */
#ifndef ANALYSE_WORD_DIFF_H
#define ANALYSE_WORD_DIFF_H

#include <scm/comparison.h>
#include "base/str.h"

/* A word or a mark of a sentence. */
typedef struct diff_token {
    str text; /* a slice of the sentence */
    str key;  /* what is compared of it */
    uint64_t hash;
    bool is_word;
} token;
typedef struct diff_tokens {
    token *at;
    size_t len;
} tokens;

/* The text as it is compared under the options; itself where they ask nothing. */
str comparable(arena *a, str text, const scm_compare_options *options);

tokens tokenize(arena *a, str text, const scm_compare_options *options);

#define UNPAIRED SIZE_MAX

/* A longest common subsequence of the tokens: for each of `a` its partner in
 * `b`, or UNPAIRED. */
size_t *words_pair(arena *scratch, tokens a, tokens b);

/* The same cleaned up for a reader. */
size_t *words_align(arena *scratch, tokens a, tokens b);

/* The edit script from the old to the new text, for these pairs. */
const scm_run *words_runs(arena *a, size_t *count, str old_text, str new_text, tokens o,
    tokens n, const size_t *pairs);

#endif
