/* Facts: what a document states about its meeting. */
#ifndef ANALYSE_FACTS_H
#define ANALYSE_FACTS_H

#include <scm/summary.h>
#include "base/str.h"

/* Fills the facts of the summary, whose words, counts and gists stand. */
void find_facts(arena *a, scm_summary *summary);

/* The blocks in which a document says of what meeting it tells: the first
 * paragraph, or the lead of one that has no numbers. */
uint32_t opening_blocks(const scm_summary *summary);

/* "communique": the kind as a value of records. */
str kind_value(enum scm_kind kind);

/* Whether its paragraphs are numbered. */
bool is_numbered(const scm_document *document);

/* The person who holds the office in this document, `expected` where that is known
 * already; false where it names none.  `detail` is name and office, with the rank that
 * the text gives. */
bool find_delegate(
    arena *a, const scm_summary *summary, str office, str expected, str *id, str *detail);

#endif
