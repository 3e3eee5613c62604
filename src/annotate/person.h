/* Persons: who a name in a text is, from the table of officials. */
#ifndef ANNOTATE_PERSON_H
#define ANNOTATE_PERSON_H

#include "annotate/work.h"

enum { MOST_TITLES = 6 };

/* All that a mention says of a person. */
struct person_clue {
    str name;
    size_t name_at;
    const struct hit *titles[MOST_TITLES]; /* before and after the name */
    size_t ntitles;
    str side; /* of the country named with the title; may be empty */
};

/* Does the official's name at `h` cover a name that ends at `end`? */
bool covers_name(const struct work *w, const struct hit *h, size_t end);

/* The id of the person that is meant; never empty. */
str person_id(struct work *w, const struct person_clue *clue);

/* The id of a person nobody listed, by the rule for such names. */
str unlisted_id(arena *a, str name);

/* "won-in-choul": lower-case words of a name, initials and suffixes dropped. */
str name_key(arena *a, str name);

#endif
