/* Names of people: keys that spelling does not change, and ids made of them. */
#ifndef BASE_PERSON_NAME_H
#define BASE_PERSON_NAME_H

#include "base/language.h"

/* The id of a person nobody listed, by the rule for such names. */
str unlisted_id(arena *a, const struct language *l, str name);

/* A family name that stands first, in lower case. */
bool is_family_name(const struct language *l, str word);

/* "won-in-choul": lower-case words of a name, initials and suffixes dropped. */
str name_key(arena *a, const struct language *l, str name);

#endif
