/* Affixes: where a name begins and ends among syllables.
 *
 * In a language that adds to its words a name begins where no syllable stands in front, or
 * one of few words that may; and it ends where no syllable follows, or a chain of particles
 * does, if need be behind one of few nouns.  The tables of the language list all of them. */
#ifndef ANNOTATE_AFFIX_H
#define ANNOTATE_AFFIX_H

#include "annotate/work.h"

/* May a name begin, or end, at this byte? */
bool affix_begins(const struct work *w, size_t at);
bool affix_ends(const struct work *w, size_t at);
/* Do particles alone stand between here and the end of the word? */
bool affix_is_chain(const struct work *w, size_t at);
/* Where the run of syllables that holds the place begins, and where it ends. */
size_t syllables_start(str text, size_t at);
size_t syllables_end(str text, size_t at);
/* Is all that is left of the word there one of the class? */
bool affix_is(const struct work *w, size_t at, enum word_class class_);
/* The same, particles aside. */
bool affix_is_noun(const struct work *w, size_t at, enum word_class class_);
/* May a verb begin here inside a word? */
bool affix_inside(const struct work *w, size_t at);
/* The ordinal of "제55차" in front of a name that begins at `at`, words that may stand between
 * allowed, and where it begins; 0 where there is none. */
int affix_ordinal(const struct language *l, str text, size_t at, size_t *start);
/* Is most of the text, or of the block, in syllables? */
bool is_syllabic(str text);

#endif
