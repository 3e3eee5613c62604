/* Folding: the spelling in which names are compared.
 *
 * Hyphens, dashes and spaces become one space, curly quotes straight ones, "&"
 * becomes "and", and a dot after a single letter goes ("U.S." is "US").  Case
 * is kept, and line ends stay.  base/token.h reads a text in the same spelling.
 */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include "base/str.h"

str fold_name(arena *a, str name);

#endif
