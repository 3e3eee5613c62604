/* Wrapping: text cut into lines of so many terminal columns. */
#ifndef REPORT_WRAP_H
#define REPORT_WRAP_H

#include "base/str.h"

/* Cuts the first line off *text: at most `width` columns, ended at a space,
 * which is dropped.  A word that is wider is cut inside, after a hyphen where
 * it has one, but never between the two characters of a mark of change. */
str wrap_line(str *text, int width);

/* Whether the two are one mark of change: "[-", "-]", "{+", "+}". */
static inline bool is_mark(char left, char right)
{
    return (left == '[' && right == '-') || (left == '-' && right == ']') ||
           (left == '{' && right == '+') || (left == '+' && right == '}');
}

/* The text where it fits, else as many words as do and "…". */
str wrap_clip(arena *a, str text, int width);

#endif
