/* Topics: what a paragraph is about, by the cues of the authority. */
#ifndef ANALYSE_TOPICS_H
#define ANALYSE_TOPICS_H

#include <scm/annotations.h>
#include "base/str.h"

typedef struct topics topics;

topics *topics_new(arena *a, const scm_annotations *annotations);

/* The titles of the strongest topic of blocks [first, first + count) and of a
 * second one where that is near; empty where there is none. */
void topics_find(topics *t, str titles[2], uint32_t first, uint32_t count);

#endif
