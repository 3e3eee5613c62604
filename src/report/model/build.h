/* Builders: tables and sections put together row by row in a report's arena. */
#ifndef REPORT_BUILD_H
#define REPORT_BUILD_H

#include <scm/report.h>
#include "base/str.h"

typedef struct rows {
    arena *arena;
    scm_table table;
    VEC(str) cells;
    VEC(double) shares; /* as far as any was given */
    VEC(unsigned char) tones;
} rows;

/* `columns` and `align` must outlive the report: literals. */
rows rows_new(arena *a, const char *const *columns, const char *align);
void rows_reserve(rows *r, size_t nrows);
/* One cell; they come row by row. */
void rows_add(rows *r, str cell);
void rows_add_number(rows *r, size_t n);
/* What pages show of the last cell, and of its row. */
void rows_share(rows *r, double share);
void rows_tone(rows *r, enum scm_tone tone);
scm_table rows_table(const rows *r);

typedef struct prose {
    arena *arena;
    VEC(scm_prose) runs;
    bool gap;
} prose;

/* Adds a run; one of the same kind that goes on in memory where the last one
 * ends, or a space further, is joined to it. */
void prose_add(prose *p, enum scm_prose_kind kind, str text);
/* Adds a mark or a hint. */
void prose_mark(prose *p, enum scm_prose_kind kind, str text, str title);
/* The next run is divided from the last one by a space. */
void prose_gap(prose *p);

typedef struct builder {
    scm_report *report;
    arena *arena; /* the report's */
    VEC(scm_section) sections;
    enum scm_medium medium; /* of the sections to come */
    bool below;             /* the sections to come continue the last one */
} builder;

builder builder_new(void);
/* Each adds a section, valid until the next; one without rows is left out. */
void builder_facts(builder *b, str heading, const rows *r);
scm_section *builder_table(builder *b, str heading, const rows *r);
/* Places and texts. */
void builder_lines(builder *b, const rows *r);
scm_section *builder_prose(builder *b, str heading, str aside, const prose *p);
/* A heading for the sections below it. */
scm_section *builder_part(builder *b, str heading, str aside);
scm_section *builder_map(builder *b, str heading, const scm_band *bands, size_t nbands);
/* The anchor of a paragraph: "p7.2". */
str paragraph_anchor(arena *a, str label);
/* What formats that nest print: `count` objects made of `source`. */
typedef scm_value object_maker(const scm_report *report, size_t index, arena *scratch);
void builder_objects(builder *b, object_maker *make, const void *source, size_t count);
/* The running text: `annotations`, which may be NULL, tell which meeting it is about, and
 * where `marked` their mentions are marks in it. */
void builder_text(
    builder *b, const scm_document *d, const scm_annotations *annotations, bool marked);
/* The report; the builder is done with. */
scm_report *builder_report(builder *b, scm_table records);

/* Texts by the note that says how they differ from the official wording. */
struct note {
    str note;
    buf texts;
};
typedef struct notes {
    arena *arena;
    VEC(struct note) list;
} notes;
void notes_add(notes *n, str id, str note);
void builder_notes(builder *b, const notes *n);

/* Keeps a number on the line of its name. */
#define NBSP "\u00A0"

/* Words that several reports use. */
str number_str(arena *a, size_t n);
str ordinal_str(arena *a, int n);         /* "53rd" */
str date_words(arena *a, str iso);        /* "13 November 2023" */
str date_with_weekday(arena *a, str iso); /* "Monday 13 November 2023" */
void list_add(buf *list, const char *separator, str item);
str block_labels(arena *a, const scm_document *d, const uint32_t *blocks, size_t nblocks);
/* Its title, else its id, but for that of standard input. */
str document_title(const scm_document *d);
/* What people call it: the id where that is an acronym, a long state as this text
 * calls it, else the name. */
str short_name(const scm_annotations *text, enum scm_type type, str id, str name);
/* What is said after the verb in a sentence that reports. */
str said_after(str sentence, str verb);
/* "both", a side for its head, a short title for other offices. */
str actor_words(const scm_authority *authority, str actor);
str plural(arena *a, size_t n, const char *noun); /* "1 block", "2 blocks" */

#endif
