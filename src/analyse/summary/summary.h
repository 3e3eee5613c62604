/* The inside of a summary. */
#ifndef ANALYSE_SUMMARY_H
#define ANALYSE_SUMMARY_H

#include <scm/summary.h>

struct scm_terms;
/* What scm_summary_prepare kept for comparisons; NULL: nothing yet. */
const struct scm_terms *summary_terms(const scm_summary *summary);

#endif
