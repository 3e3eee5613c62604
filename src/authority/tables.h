/* What reading tables and taking their rows share. */
#ifndef AUTHORITY_TABLES_H
#define AUTHORITY_TABLES_H

#include "authority/claims.h"
#include "authority/image.h"

/* A word of the language and what its rows say of it (word_tables.c). */
struct word_entries {
    struct ref text;
    struct word_row *first;
};

struct language_builder {
    VEC(struct ref) classes;
    VEC(struct word_entries) words;
    VEC(struct word_set) sets;
    VEC(struct word_value) values;
    VEC(struct phrase) phrases;
    VEC(uint32_t) readings;          /* in order once all tables of them are read */
    struct claims class_of, word_of; /* by name, by spelling */
};

/* Everything under construction, and where the reader stands. */
struct image_builder {
    arena *arena;
    buf pool;
    struct language_builder language;
    VEC(struct name_row) names;
    VEC(struct official_row) officials;
    VEC(struct office_row) offices;
    VEC(struct side_row) sides;
    VEC(struct series_row) series;
    VEC(struct meeting_row) meetings;
    VEC(struct verb_row) verbs;
    VEC(struct role_row) roles;
    VEC(struct topic_row) topics;
    VEC(struct cue_row) cues;
    VEC(struct alias) aliases;
    struct claims claims;
    struct table_source source; /* the table that is read */
    char number;                /* of that table, from '0' */
    char series_number;         /* of the table that gave the last series its id */
    size_t line;
    str text; /* of that line */
    scm_error *error;
};

struct ref keep(struct image_builder *b, str s);

static inline str kept(const struct image_builder *b, struct ref r)
{
    return (str){b->pool.at + r.at, r.len};
}

/* Fails with what is wrong at `which`, a part of the line. */
int wrong(struct image_builder *b, const char *what, str which);

/* Adds a row of the table's fields and checks it. */
int add_row(struct image_builder *b, enum table_kind kind, const str *fields);

/* A spelling of the row's thing. */
int add_alias(struct image_builder *b, enum alias_kind kind, size_t row, str text);

/* word_tables.c */
void language_start(struct image_builder *b);
int add_words(struct image_builder *b, const str *fields);
int add_phrases(struct image_builder *b, const str *fields);
int add_readings(struct image_builder *b, const str *fields);
void sort_readings(struct image_builder *b);
int add_ladder(struct image_builder *b, const str *fields);
/* The next word of the class "ending" with this value, counted from *at on; false: no more. */
bool next_ending(const struct image_builder *b, str value, size_t *at, str *word);
const struct language *language_finish(struct image_builder *b);

/* The names' rows in order of their ids. */
const uint32_t *rows_by_id(
    const struct image *image, const void *rows, size_t size, uint32_t count, arena *a);

#endif
