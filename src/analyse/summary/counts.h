/* Counts: how often each id is mentioned, and in which blocks. */
#ifndef ANALYSE_COUNTS_H
#define ANALYSE_COUNTS_H

#include <scm/comparison.h>
#include "base/str.h"

/* By type, then mentions falling, then first place. */
const scm_count *count_mentions(arena *a, size_t *count, const scm_annotations *annotations);

#endif
