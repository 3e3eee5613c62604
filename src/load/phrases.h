/* Phrases: what page furniture says on many sites. */
#ifndef LOAD_PHRASES_H
#define LOAD_PHRASES_H

#include "base/str.h"

struct furniture_phrase {
    str words; /* in lower case */
    enum { WHOLE, START, INSIDE } where;
    const char *reason;
    bool stop; /* the story is over where this stands */
};

/* The phrase that makes a short block furniture; NULL where there is none. */
const struct furniture_phrase *find_phrase(str text);

#endif
