/* What earlier stages found, looked up by place. */
#ifndef ANNOTATE_FOUND_H
#define ANNOTATE_FOUND_H

#include "annotate/work.h"

/* The word that ends at `end` and begins at `from` or behind it, hyphens and letters beyond
 * ASCII in it; empty where none does. */
str word_ending(const struct work *w, size_t from, size_t end);
void add_candidate(struct work *w, struct candidate c);
/* Where the block that holds `at` ends. */
size_t line_end(const struct work *w, size_t at);
/* The index in `found` of the first listed name that starts at `start` or behind it. */
size_t first_listed(const struct work *w, size_t start);
/* The same among the people, once find_people is done. */
size_t first_person(const struct work *w, size_t start);
/* The longest listed name that starts at, or ends at, this place; or NULL. */
const struct candidate *listed_at(const struct work *w, size_t start);
const struct candidate *listed_before(const struct work *w, size_t end);

/* The coined name that ends at this place, or NULL; only once find_coined is done. */
const struct candidate *coined_before(const struct work *w, size_t end);
/* The index of the first hit that starts at `at` or behind it, and the one that starts
 * at it, or NULL. */
size_t first_hit(const hits *list, size_t at);
const struct hit *hit_at(const hits *list, size_t at);
/* Is it a spelling of this office's title? */
bool title_is(const struct work *w, const struct hit *title, str office);

#endif
