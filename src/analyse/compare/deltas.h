/* Deltas: counts, facts and statements of two documents side by side. */
#ifndef ANALYSE_DELTAS_H
#define ANALYSE_DELTAS_H

#include <scm/comparison.h>
#include "analyse/compare/terms.h"
#include "base/str.h"

/* Fill the lists of the comparison; the deltas come back to be narrowed, the statements from
 * its pairs, whose old document is sides[old_side]. */
scm_delta *compare_counts(arena *a, scm_comparison *c);
void compare_facts(arena *a, scm_comparison *c);
void compare_statements(arena *a, scm_comparison *c, const side sides[2], int old_side);

/* The first statement of each sentence; and the end. */
uint32_t *first_statements(arena *a, const scm_annotations *n);
bool same_verb(const scm_annotations *n, const scm_statement *s, const scm_annotations *other,
    const scm_statement *t);
/* The sentence behind the verb of the statement. */
str statement_said(const scm_annotations *n, const scm_statement *s);

#endif
