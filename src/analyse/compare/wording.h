/* Wording: whether the words of a text are those that were agreed on. */
#ifndef ANALYSE_WORDING_H
#define ANALYSE_WORDING_H

#include <scm/comparison.h>
#include "base/str.h"

/* By its note; where it has none, by the signs of a translation back, for what a
 * translator does to offices and names no copyist does so often. */
scm_wording judge_wording(arena *a, const scm_annotations *n);

#endif
