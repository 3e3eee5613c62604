/* Words: numbers, dates, lists and names as reports spell them. */
#ifndef REPORT_WORDS_H
#define REPORT_WORDS_H

#include <scm/annotations.h>
#include "base/numbering.h"

/* Keeps a number on the line of its name. */
#define NBSP "\u00A0"

str number_str(arena *a, size_t n);
str date_words(arena *a, str iso);        /* "13 November 2023" */
str date_with_weekday(arena *a, str iso); /* "Monday 13 November 2023" */
void list_add(buf *list, const char *separator, str item);
str block_labels(arena *a, const scm_document *d, const uint32_t *blocks, size_t nblocks);
/* Its title, else its id, but for that of standard input. */
str document_title(const scm_document *d);
/* What people call it: the id where that is an acronym, a long state as this text
 * calls it, else the name. */
str short_name(const scm_annotations *text, enum scm_type type, str id, str name);
/* What is said after the verb in a sentence that reports; a clause with its "that" or not. */
str clause_after(str sentence, str verb);
str said_after(str sentence, str verb);
/* "both", a side for its head, a short title for other offices. */
str actor_words(const scm_authority *authority, str actor);
str plural(arena *a, size_t n, const char *noun); /* "1 block", "2 blocks" */

#endif
