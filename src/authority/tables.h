/* What reading tables and taking their rows share. */
#ifndef AUTHORITY_TABLES_H
#define AUTHORITY_TABLES_H

#include "authority/claims.h"
#include "authority/image.h"

/* Everything under construction, and where the reader stands. */
struct builder {
    arena *arena;
    buf pool;
    VEC(struct name_row) names;
    VEC(struct official_row) officials;
    VEC(struct office_row) offices;
    VEC(struct meeting_row) meetings;
    VEC(struct verb_row) verbs;
    VEC(struct topic_row) topics;
    VEC(struct cue_row) cues;
    VEC(struct alias) aliases;
    struct claims claims;
    struct table_source source; /* the table that is read */
    char number;                /* of that table, from '0' */
    size_t line;
    str text; /* of that line */
    scm_error *error;
};

/* Fails with what is wrong at `which`, a part of the line. */
int wrong(struct builder *b, const char *what, str which);

/* Adds a row of the table's fields and checks it. */
int add_row(struct builder *b, enum table_kind kind, const str *fields);

/* The names' rows in order of their ids. */
const uint32_t *names_by_id(const struct image *image, arena *a);

#endif
