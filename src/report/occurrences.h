/* Occurrences in their context: words on either side, and on a page a section per text and a
 * paragraph per occurrence. */
#ifndef REPORT_OCCURRENCES_H
#define REPORT_OCCURRENCES_H

#include "report/model/build.h"

/* The words at the end, or at the start, of a text, besides what belongs to the word that the
 * text was cut in; all of it where `words` is 0. */
str last_words(str text, int words);
str first_words(str text, int words);

rows occurrence_rows(builder *b);
/* With as many words of context on either side; 0: some line's worth. */
void add_occurrences(builder *b, rows *r, const scm_concordance *c, int words);

#endif
