/* Chronology: documents in the order of time. */
#ifndef ANALYSE_CHRONOLOGY_H
#define ANALYSE_CHRONOLOGY_H

#include <scm/summary.h>
#include "base/str.h"

/* A text that the sides issue together, and not one about it. */
bool is_joint(enum scm_kind kind);

/* By date, those without one last; of one day the joint text comes first, news of it last;
 * otherwise as they were given. */
const scm_dated *chronology(arena *a, const scm_summary *const *summaries, size_t n);

#endif
