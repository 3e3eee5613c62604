/* Boilerplate: what the frames of pages say on many sites. */
#ifndef BASE_BOILERPLATE_H
#define BASE_BOILERPLATE_H

#include "base/language.h"

/* The phrase that makes a short text furniture; NULL where there is none.  One of the
 * class PHRASE_FURNITURE_END ends the story. */
const struct phrase *find_furniture(const struct language *language, str text);

#endif
