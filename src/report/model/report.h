/* The inside of a report: an analysis, and what can be made of it.
 *
 * Writers ask for what they print.  Formats for programs go through the rows, one
 * at a time; text and pages have the sections of build.h; formats that keep the
 * running text read the document and its annotations.
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include <scm/report.h>
#include "report/model/build.h"
#include "report/model/cursor.h"
#include "report/model/objects.h"
#include "report/model/words.h"

enum column_kind {
    COLUMN_TEXT,
    COLUMN_ID,
    COLUMN_PLACE, /* labels of paragraphs */
    COLUMN_NUMBER,
    COLUMN_DATE,
    COLUMN_UNSEEN /* that people need no column for */
};

struct column {
    const char *name; /* NULL ends a list of columns */
    enum column_kind kind;
};

struct cell {
    bool is_number;
    size_t number;
    str text;
};

enum { MOST_COLUMNS = 12 };

/* A row while it is read. */
typedef struct record {
    const scm_report *report;
    size_t row;    /* counted from 1; 0: none was read */
    arena *arena;  /* for the cells of this row */
    bool borrowed; /* the arena is the reader's, and keeps them */
    struct cursor cursor;
    struct cell cells[MOST_COLUMNS];
    size_t ncells;
} record;

/* Cells are added in the order of the columns. */
void record_text(record *r, str text);
void record_number(record *r, size_t number);

/* What can be made of one kind of analysis.  What is NULL cannot: without `text`
 * people see the rows, without `page` a page has what the text has. */
typedef struct report_kind {
    const struct column *columns; /* NULL: it has no rows */
    void (*row)(record *r, size_t index);
    /* What an object of JSON Lines has besides the cells of its row. */
    void (*more)(fields *f, const record *r, size_t index);
    /* Instead of an object per row: so many others. */
    struct value (*object)(const scm_report *report, size_t index, arena *scratch);
    void (*text)(builder *b, const scm_report *report);
    void (*page)(builder *b, const scm_report *report);
    /* Frees what the report owns besides its arena. */
    void (*drop)(const scm_report *report);
} report_kind;

struct scm_report {
    const report_kind *kind;
    const void *source; /* the analysis, or what its kind wraps it in */
    size_t nrows;
    size_t nobjects;                    /* where they are not one per row */
    const scm_document *document;       /* of a report of one text */
    const scm_annotations *annotations; /* of that text; may be NULL */
    bool running;                       /* formats may print the text itself */
    bool marked;                        /* with its mentions */
    const scm_site *site;               /* NULL: it stands alone */
    arena *arena;
};

/* `size` bytes of `source` are copied into the report's arena; 0: it is borrowed. */
scm_report *report_new(const report_kind *kind, const void *source, size_t size, size_t nrows);
size_t report_ncolumns(const scm_report *report);
/* The rows one after the other: for (record r = record_before_first(report, NULL);
 * record_next(&r);).  `keep` is an arena for their cells, which without it are gone
 * with the next row.  A reader who stops early calls record_end. */
record record_before_first(const scm_report *report, arena *keep);
bool record_next(record *r);
void record_end(record *r);
/* The value that JSON Lines prints for a row. */
struct value record_value(const record *r);
/* All rows as people see them. */
struct table report_table(const scm_report *report, arena *a);

/* What text and pages show; valid as long as the arena. */
builder report_sections(const scm_report *report, bool page, arena *a);

#endif
