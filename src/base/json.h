/* JSON values by jansson, which loses letters without a word where memory runs out. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <jansson.h>
#include "base/str.h"

/* The value of a text; NULL where it is none. */
json_t *json_read(str text, size_t flags, json_error_t *why);
/* To be called before values are made and once they have been used: the second ends where
 * memory ran out between. */
void json_begin(void);
void json_end(void);

#endif
