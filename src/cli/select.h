/* Selection: an analysis narrowed to some types of names or kinds of rows.  The
 * values are plain structs, so a narrower one is a copy with fewer elements. */
#ifndef CLI_SELECT_H
#define CLI_SELECT_H

#include "cli/options.h"

/* Zeroed memory, to be freed; without any the process ends. */
void *room(size_t count, size_t size);

/* Ids as in "NCG,TDS", to be freed; NULL where there is no list. */
scm_str *select_ids(const char *list, size_t *count);

/* Each gives back an array to be freed once the copy is done with. */
scm_mention *select_mentions(scm_annotations *out, const scm_annotations *in, unsigned types);
scm_count *select_counts(scm_summary *out, const scm_summary *in, unsigned types);
scm_delta *select_deltas(
    scm_comparison *out, const scm_comparison *in, unsigned types, unsigned kinds);

#endif
