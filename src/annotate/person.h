/* Persons: who a name in a text is, from the table of officials. */
#ifndef ANNOTATE_PERSON_H
#define ANNOTATE_PERSON_H

#include "annotate/work.h"
#include "base/person_name.h"

enum { MOST_TITLES = 6 };

/* All that a mention says of a person. */
struct person_clue {
    str name;
    size_t name_at;
    const struct hit *titles[MOST_TITLES]; /* before and after the name */
    size_t ntitles;
    str side;          /* of the country named with the title; may be empty */
    bool office_named; /* set by person_id: the titles tell who is meant */
};

/* Does the official's name at `h` cover a name that ends at `end`? */
bool covers_name(const struct work *w, const struct hit *h, size_t end);

/* Where a title begins, a body in front of it ("CFC Commander") cut off, and
 * where it ends, a body behind it ("commander of the CFC") cut off. */
size_t title_start(const struct work *w, const struct hit *title);
size_t title_end(const struct work *w, const struct hit *title);
/* The title at `at`, or behind a country there; NULL where there is none. */
const struct hit *title_from(const struct work *w, size_t at);
/* Where an office at `at` that no table has ends; 0 where there is none. */
size_t unlisted_office(const struct work *w, size_t at);
/* Where " (ASD) for Indo-Pacific Security Affairs" behind a title ends; `at`
 * where there is nothing of the kind. */
size_t title_tail(const struct work *w, size_t at);
/* The country of " of the Republic of Korea" at `at`, and where that ends. */
str country_after(const struct work *w, size_t at, size_t *end);

/* The id of the person that is meant; never empty. */
str person_id(struct work *w, struct person_clue *clue);

#endif
