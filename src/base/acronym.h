/* Acronyms and the words that they stand for.  A. Schwartz and M. Hearst, "A simple
 * algorithm for identifying abbreviation definitions in biomedical text" (PSB 2003). */
#ifndef BASE_ACRONYM_H
#define BASE_ACRONYM_H

#include "base/str.h"

/* Where the words begin that the acronym's letters stand for, found from right to left,
 * the first at the start of a word; words.len where the letters are not all there. */
size_t expansion_start(str words, str acronym);

#endif
