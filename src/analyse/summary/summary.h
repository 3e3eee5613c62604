/* The inside of a summary. */
#ifndef ANALYSE_SUMMARY_H
#define ANALYSE_SUMMARY_H

#include <scm/summary.h>
#include "base/mem.h"

/* Is the statement a promise, by its verb ("pledged to") or what that takes ("reaffirmed their
 * commitment to")? */
bool is_promise(const scm_annotations *annotations, const scm_statement *statement);

/* An empty one at the start of the arena. */
scm_summary *summary_new(arena *a);

struct scm_terms;
/* What scm_summary_prepare kept for comparisons; NULL: nothing yet. */
const struct scm_terms *summary_terms(const scm_summary *summary);

#endif
