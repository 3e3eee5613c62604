/* Deltas: counts, facts and statements of two documents side by side. */
#ifndef ANALYSE_DELTAS_H
#define ANALYSE_DELTAS_H

#include <scm/comparison.h>
#include "base/str.h"

/* Fill the lists of the comparison; the statements from its pairs. */
void compare_counts(arena *a, scm_comparison *c);
void compare_facts(arena *a, scm_comparison *c);
void compare_statements(arena *a, scm_comparison *c);

#endif
