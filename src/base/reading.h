/* Readings: a text in which the Chinese characters stand as the syllables that they are read
 * as.
 *
 * The table of the language gives one reading for each (corpus/lang/ko/readings.tsv); at the
 * start of a word its first consonant is dropped or another one, by the rule of Korean
 * spelling.  A character between syllables of the other script is a word of its own, which
 * lists of names have as it is: it is not read.  A syllable has the same length in both
 * scripts, so that every place stays what it was. */
#ifndef BASE_READING_H
#define BASE_READING_H

#include "base/language.h"

/* The text as it is read; the text itself where it holds nothing to read. */
str text_as_read(arena *a, const struct readings *readings, str text);

#endif
