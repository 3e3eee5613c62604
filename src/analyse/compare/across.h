/* Across: two texts of one meeting in two languages.
 *
 * Their numbered paragraphs correspond; where a text has no numbers, the blocks that were
 * paired do.  Within such a passage statements are paired in order, by the names, dates and
 * figures of their clauses and by what their verbs do: an alignment without crossings
 * (Needleman & Wunsch 1970).  Verbs are compared by class, never by strength: one Korean verb
 * stands for agree, pledge and decide. */
#ifndef ANALYSE_ACROSS_H
#define ANALYSE_ACROSS_H

#include <scm/comparison.h>
#include "analyse/compare/terms.h"

/* Blocks [from, to) of either side that say the same; none on the side that lacks it. */
struct passage {
    uint32_t from[2], to[2];
};
typedef VEC(struct passage) passages;

passages find_passages(arena *a, const scm_comparison *c, const side sides[2], int old_side);

/* Two statements that correspond. */
struct counterpart {
    uint32_t at[2]; /* statements */
    double alike;   /* their clauses, 0 to 1 */
    bool same;      /* their verbs: of one lemma, or of one class */
    bool anchored;  /* so are the pairs around it */
};
typedef VEC(struct counterpart) counterparts;

/* Do the two verbs do the same: of one lemma, or of one class? */
bool same_across(const scm_annotations *n, const scm_statement *s, const scm_annotations *other,
    const scm_statement *t);

/* The pairs of the passages, in order. */
counterparts pair_across(arena *a, const side sides[2], const passages *list);

#endif
