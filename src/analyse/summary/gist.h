/* Gists: each paragraph in a line, by its topics and the names that set it apart. */
#ifndef ANALYSE_GIST_H
#define ANALYSE_GIST_H

#include <scm/summary.h>
#include "base/str.h"

const scm_gist *find_gists(arena *a, size_t *count, const scm_annotations *annotations);

#endif
