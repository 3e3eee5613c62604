/* Folding: the spelling in which names are compared.
 *
 * Hyphens, dashes and spaces become one space, curly quotes straight ones, "&"
 * becomes "and", and a dot after a single letter goes ("U.S." is "US").  Case
 * is kept.  Line ends stay, so that nothing matches across blocks.
 */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include "base/str.h"

/* From byte `folded` on, up to the next step, bytes stood at `origin` and on. */
struct fold_step {
    uint32_t folded, origin;
};

struct fold {
    str text;
    const struct fold_step *steps;
    size_t nsteps;
};

struct fold fold_text(arena *a, str text); /* text under 4 GiB */
str fold_name(arena *a, str name);         /* without the way back */

/* Where a byte of the folded text, or its end, stood before. */
size_t fold_origin(const struct fold *fold, size_t at);
/* The first byte of the folded text that stood at `origin` or behind it. */
size_t fold_position(const struct fold *fold, size_t origin);

#endif
