/* Numbering: the number that a paragraph opens with. */
#ifndef BASE_NUMBERING_H
#define BASE_NUMBERING_H

#include "base/str.h"

enum { LARGEST_NUMBER = 999999 };

/* A paragraph number at the start ("7. ", "7.The", "7)", "(7)"): the bytes it
 * takes, 0 where there is none.  `style` is '.', ')' or '('. */
size_t number_parse(str text, int *number, char *style);

/* The suffix of an ordinal, "rd" of 53; and the whole, "53rd". */
const char *ordinal_suffix(int n);
str ordinal_str(arena *a, int n);

#endif
