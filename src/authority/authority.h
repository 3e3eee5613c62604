/* What the lower rooms use of an authority beyond the public header. */
#ifndef AUTHORITY_AUTHORITY_H
#define AUTHORITY_AUTHORITY_H

#include "authority/image.h"
#include "base/token.h"

struct scm_authority {
    const struct image *image;
    arena *arena; /* NULL for the embedded one */
};

/* A cue of a topic: an id, or a lower-case word stem or phrase. */
struct authority_cue {
    str text;
    bool is_id;
    int weight;
};

size_t authority_topic_cue_count(const scm_authority *authority, size_t topic);
struct authority_cue authority_topic_cue(
    const scm_authority *authority, size_t topic, size_t cue);

/* Does the term cover the ISO date?  Terms known to the month or year cover
 * all of it. */
bool term_covers(str from, str to, str date);

/* The aliases of all kinds that the tokens [from, to) spell, whatever their case; those
 * of one kind stand together. */
const struct alias *authority_aliases(const scm_authority *authority, const struct tokens *t,
    size_t from, size_t to, size_t *count);
/* The longest alias of the kind that begins at the token, the first of those spelt so,
 * and the token behind it; NULL where there is none. */
const struct alias *authority_longest(const scm_authority *authority, const struct tokens *t,
    size_t from, enum alias_kind kind, size_t *past);

/* The parts of a list with commas: cuts the first off; false once nothing is left. */
static inline bool list_cut(str *list, str *part)
{
    return list->len > 0 && str_cut(list, ',', part);
}

/* Is it one of the list? */
bool list_has(str list, str part);

/* Does the office head a side of the series? */
bool series_has_head(const scm_series *series, str office);
/* Does it, or does it report to the series? */
bool series_has_office(const scm_series *series, str office);

/* Made by the build from corpus. */
extern const struct image embedded_image;
extern const struct table_source embedded_tables[];
extern const size_t embedded_ntables;

#endif
