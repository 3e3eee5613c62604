/* Dates among syllables. */
#ifndef ANNOTATE_AFFIX_DATES_H
#define ANNOTATE_AFFIX_DATES_H

#include "annotate/work.h"

/* A day, month or year, or the first and the last of a range. */
struct affix_date {
    date first, last; /* year 0: left open, or no range */
};

/* The date that begins at `at` of the text; its bytes, 0 where none does. */
size_t affix_date_scan(const struct work *w, str text, size_t at, struct affix_date *out);
/* All dates in w->text[from, to). */
void find_affix_dates(struct work *w, size_t from, size_t to);

#endif
