/* Occurrences on a page: a section per text, a paragraph per occurrence. */
#ifndef REPORT_OCCURRENCES_H
#define REPORT_OCCURRENCES_H

#include "report/model/build.h"

/* The words at the end, or at the start, of a text; all of it where `words` is 0. */
str last_words(str text, int words);
str first_words(str text, int words);

rows occurrence_rows(builder *b);
/* With as many words of context on either side; 0: some line's worth. */
void add_occurrences(builder *b, rows *r, const scm_concordance *c, int words);

#endif
