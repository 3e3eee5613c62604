/* Tokens: words, marks and spaces of a text. */
#ifndef ANALYSE_TOKENS_H
#define ANALYSE_TOKENS_H

#include "base/str.h"

/* The end of the word that starts at `at`; `at` where none does.  A word is
 * letters and digits, with apostrophes, hyphens and dots inside ("U.S.-led",
 * "Alliance's"); an amount is one word ("$35,000", "15%").  `compounds` false: a
 * hyphen ends it.  Among syllables (base/syllable.h) the particle or ending behind a word is
 * one of its own. */
size_t word_end(str text, size_t at, bool compounds);

/* Is it a particle or an ending? */
bool is_word_tail(str word);

/* Does the word begin with a figure, the sign of a currency aside? */
bool is_amount(str word);

/* The next word from *at on; false at the end. */
bool word_next(str text, size_t *at, str *word, bool compounds);

/* How many words are the same, capitals aside, at the start of both; `most` at most. */
int same_words(str a, str b, int most);

#endif
