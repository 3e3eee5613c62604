/* Folding: the spelling in which names are compared.
 *
 * Hyphens, dashes and spaces become one space, curly quotes straight ones, "&"
 * becomes "and", and a dot after a single letter goes ("U.S." is "US").  Case
 * is kept.  Line ends stay, so that nothing matches across blocks.
 */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include "base/str.h"

struct fold {
    str text;
    const uint32_t *at; /* for each byte, and the end, where it stood before */
};

struct fold fold_text(arena *a, str text); /* text under 4 GiB */
str fold_name(arena *a, str name);         /* without the map */

#endif
