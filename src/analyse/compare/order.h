/* Order: what became of each block, and in which order a reader sees it. */
#ifndef ANALYSE_ORDER_H
#define ANALYSE_ORDER_H

#include <scm/comparison.h>
#include "analyse/compare/align.h"

/* A block or sentence on each side, SCM_NONE where there is none. */
typedef struct row {
    uint32_t old_index, new_index;
    size_t item;   /* the caller's */
    int64_t place; /* of the new one, or of what the old one stood after */
} row;

/* Rows in the new order; one without a new part stands after the row of the one
 * before it in the old order. */
void order_rows(row *rows, size_t count);

/* same, edited, moved, split or merged for each match, seen from side 0 as the
 * old one.  Moved is what does not lie on the heaviest chain of pairs that
 * keeps the order of both sides. */
enum scm_status_of_change *match_statuses(arena *a, const side sides[2], const matches *found);

#endif
