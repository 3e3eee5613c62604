/* Phrases: what page furniture says on many sites. */
#ifndef LOAD_PHRASES_H
#define LOAD_PHRASES_H

#include <scm/document.h>
#include "base/language.h"

/* The phrase that makes a short block furniture; NULL where there is none.  One of the
 * class PHRASE_FURNITURE_END ends the story. */
const struct phrase *find_furniture(const struct language *language, str text);
enum scm_reason furniture_reason(const struct language *language, const struct phrase *p);

#endif
