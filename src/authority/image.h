/* The image: all tables in one flat form that the build can prepare.
 *
 * Rows are made of 32-bit words only and point into one pool of text, so that
 * the same value can be built from tables at run time or written out as C
 * arrays at build time and used where it lies.
 *
 * The aliases are folded (base/fold.h) and stand in the order of their lower
 * case; a hash table finds those of one spelling, and a filter tells which runs
 * of words begin an alias at all (chain.h).
 */
#ifndef AUTHORITY_IMAGE_H
#define AUTHORITY_IMAGE_H

#include <scm/authority.h>
#include "base/language.h"

/* Rows of names, officials and offices begin with their id. */
struct name_row {
    struct ref id, class_, name;
    uint32_t type, weight;
};

struct official_row {
    struct ref id, name, side, office, from, to;
};

struct office_row {
    struct ref id, side, title, short_;
};

struct side_row {
    struct ref id, state, name, short_, adjective;
};

/* Lists inside a field are separated by commas. */
struct series_row {
    struct ref id, title, names, opening, sides, heads, head, companion, reporter, subjects;
    uint32_t topics;
};

struct meeting_row {
    struct ref series;
    uint32_t ordinal;
    struct ref date, end, venue, heads;
    uint32_t companion;
    struct ref companion_date;
};

struct verb_row {
    struct ref lemma, past;
    uint32_t act, strength;
};

struct topic_row {
    struct ref id, title;
    uint32_t cue; /* its first cue; the next row's is the end */
};

struct cue_row {
    struct ref text;
    uint32_t weight, is_id;
};

/* A word for people who are not named. */
struct role_row {
    struct ref means; /* "both", or the id of a side */
};

enum alias_kind {
    ALIAS_NAME,
    ALIAS_OFFICIAL,
    ALIAS_OFFICE,
    ALIAS_VERB,
    ALIAS_SIDE,
    ALIAS_ROLE
};

struct alias {
    struct ref text; /* folded, in the case of the table */
    uint32_t kind, row;
    uint32_t exact; /* matches only in that case */
    uint32_t slip;  /* a distorted form: it is read, but no one means to write it */
};

/* The aliases of one spelling, whatever the case: aliases[from .. to).  Both
 * halves of the hash are 0 where the slot is free. */
struct spelling {
    uint32_t low, high, from, to;
};

struct image {
    const char *pool;
    const struct name_row *names;
    /* Rows in order of their ids, then of the table. */
    const uint32_t *names_by_id, *officials_by_id, *offices_by_id;
    const struct official_row *officials;
    const struct office_row *offices;
    const struct side_row *sides;
    const struct series_row *series;
    const struct meeting_row *meetings;
    const struct verb_row *verbs;
    const struct role_row *roles;
    const struct topic_row *topics; /* one more than there are, for its cue */
    const struct cue_row *cues;
    const struct alias *aliases;
    const struct spelling *spellings; /* slots, a power of two of them */
    const uint32_t *filter;
    const struct language *language;
    uint32_t pool_len, nnames, nofficials, noffices, nsides, nseries, nmeetings, nverbs, nroles,
        ntopics, ncues, naliases, nspellings;
};

enum table_kind {
    TABLE_WORDS,
    TABLE_PHRASES,
    TABLE_READINGS,
    TABLE_LADDERS,
    TABLE_NAMES,
    TABLE_SIDES,
    TABLE_OFFICES,
    TABLE_OFFICIALS,
    TABLE_SERIES, /* a file for each */
    TABLE_MEETINGS,
    TABLE_VERBS,
    TABLE_STEMS,
    TABLE_ROLES,
    TABLE_TOPICS,
    NTABLES
};

/* The text of a table and what to call it in messages.  What a table refers to
 * is checked where it is given: one that is built in may stand beside others
 * than it was made for. */
struct table_source {
    enum table_kind kind;
    const char *path;
    str text;
    bool given;
};

/* Where a table stands below the folder of the tables: "names.tsv",
 * "lang/en/words.tsv"; of a series its folder. */
const char *table_file(enum table_kind kind);

/* Builds the image from the tables, in the order of their kinds; several of one
 * kind add up.  0 or SCM_E_INPUT with "FILE:LINE:COLUMN: what is wrong", the
 * column in bytes, from 1. */
int image_build(struct image *out, arena *a, const struct table_source *tables, size_t ntables,
    scm_error *error);

static inline str image_str(const struct image *image, struct ref r)
{
    return (str){image->pool + r.at, r.len};
}

static inline const struct ref *row_id(const void *rows, size_t size, size_t i)
{
    return (const void *)((const char *)rows + i * size);
}

/* Sorts the aliases and fills aliases, spellings and filter. */
void aliases_build(struct image *image, arena *a, struct alias *aliases, size_t count);

#endif
