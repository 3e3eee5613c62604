/* What the lower rooms use of an authority beyond the public header. */
#ifndef AUTHORITY_AUTHORITY_H
#define AUTHORITY_AUTHORITY_H

#include "authority/image.h"

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

/* The aliases of all kinds that are spelt so, whatever their case; those of one
 * kind stand together. */
const struct alias *authority_aliases(
    const scm_authority *authority, str folded, size_t *count);
/* The longest alias of the kind at the start of the text that ends with a word,
 * the first of those spelt so; NULL where there is none. */
const struct alias *authority_longest(
    const scm_authority *authority, str folded, enum alias_kind kind, size_t *len);

/* Made by the build from corpus/authority. */
extern const struct image embedded_image;
extern const struct table_source embedded_tables[NTABLES];

#endif
