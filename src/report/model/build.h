/* Builders: tables and sections put together row by row in a report's arena. */
#ifndef REPORT_BUILD_H
#define REPORT_BUILD_H

#include <scm/report.h>
#include "base/str.h"

/* Rows of cells; `cells` holds nrows * ncolumns of them, row by row.
 * `align` has a letter per column: l left, r right, w wraps, c is cut to the line,
 * p is a list of paragraphs, h heads the rows that share it, k is a match between
 * its left and right context, m (for pages) a match in the second of its three lines, - is
 * left out.  A column's name may have several
 * lines. */
struct table {
    const char *const *columns; /* names; NULL where the table has no head */
    const char *align;
    size_t ncolumns, nrows;
    const str *cells;
    /* For pages, each NULL where there is none.  `looks` has a letter per column: b
     * a bar, h heat, s a line through the heat of its row, t a tag in the tone of
     * its row, all else nothing. */
    const char *const *heads; /* names, where `columns` leaves some out */
    const char *looks;
    const str *links;           /* per cell: the page to which it leads, or empty */
    const double *shares;       /* per cell, 0 to 1: how long a bar, how hot */
    const unsigned char *tones; /* per row: enum tone */
};

enum section_kind {
    SECTION_FACTS,
    SECTION_TABLE,
    SECTION_RECORDS, /* the rows of the report, for want of anything better */
    SECTION_PROSE,
    SECTION_LINES,
    SECTION_MAP,
    SECTION_RIVER,
    SECTION_SENTENCES
};

/* Redlined prose is a list of runs.  A fold stands for text left out; a mark is
 * text that `title` explains, a hint a mark of less weight. */
/* PROSE_PLACE says where what follows stood in the old text. */
enum prose_kind {
    PROSE_SAME,
    PROSE_OLD,
    PROSE_NEW,
    PROSE_FOLD,
    PROSE_PLACE,
    PROSE_MARK,
    PROSE_HINT,
    PROSE_LEFT, /* stands on the old side, unmarked */
    PROSE_RIGHT
};
struct prose_run {
    enum prose_kind kind;
    str text;
    str title; /* of marks and hints */
};

/* What became of a thing, for the eye; words say it too. */
enum tone {
    TONE_NONE,
    TONE_SAME,
    TONE_EDITED,
    TONE_MOVED,
    TONE_NEW,
    TONE_GONE,
    TONE_UP,
    TONE_DOWN,
    TONE_NOTE, /* to be known before all else */
    NTONES
};

/* A link to the section that has the anchor, if there is one, else to another page. */
struct section_link {
    str text, anchor, href;
};

/* A stretch of an old text and what it became in a new one, as shares of the
 * whole; from and to are equal on the side that has none. */
struct band {
    double old_from, old_to, new_from, new_to; /* 0 to 1 */
    enum tone tone;
    double change; /* how much of it changed, 0 to 1 */
    struct section_link link;
};

/* How old a thing is in a series of texts, for the eye: 0 new, AGES since the first. */
enum { AGES = 8 };

/* A stretch of one column of a river, as shares of its height. */
struct river_stop {
    size_t column;
    double from, to; /* 0 to 1 */
};

/* What goes through a river from column to column; where it skips one it is thin. */
struct stream {
    const struct river_stop *stops;
    size_t nstops;
    int age;
    struct section_link link;
};

/* What was said before, as a redline to what was said next. */
struct wording {
    str head;
    const struct prose_run *prose;
    size_t nprose;
};

/* A sentence and what its margin says. */
struct margin_sentence {
    str since, aside;
    const struct prose_run *prose;
    size_t nprose;
    int age;
    const struct wording *earlier; /* the latest first */
    size_t nearlier;
};

struct section {
    enum section_kind kind;
    str heading;        /* may be empty */
    str aside;          /* stands at the right end of the heading's line */
    struct table table; /* FACTS: two columns, label and text; TABLE; LINES: place and
                           text, one per line, as compilers write */
    const struct prose_run *prose; /* PROSE */
    size_t nprose;
    /* The rest is for pages. */
    str anchor; /* "p7.2": cells of a p column that say "7.2", or "7→7.2" where one
                   became the other, lead there */
    struct section_link link; /* where else to look; its text may be empty */
    enum tone tone;
    bool below;   /* it continues the last section that has this false */
    bool folded;  /* shown on request */
    str sides[2]; /* PROSE: heads of the old and the new text, which stand side by side;
                     empty: one text.  MAP: heads of the two */
    const struct band *bands; /* MAP */
    size_t nbands;
    const str *columns; /* RIVER: their names */
    size_t ncolumns;
    const struct stream *streams;
    size_t nstreams;
    const struct margin_sentence *sentences; /* SENTENCES */
    size_t nsentences;
};

typedef struct rows {
    arena *arena;
    struct table table;
    VEC(str) cells;
    VEC(str) links;     /* as far as any was given */
    VEC(double) shares; /* likewise */
    VEC(unsigned char) tones;
} rows;

/* `columns` and `align` must outlive the report: literals. */
rows rows_new(arena *a, const char *const *columns, const char *align);
void rows_reserve(rows *r, size_t nrows);
/* One cell; they come row by row. */
void rows_add(rows *r, str cell);
void rows_add_number(rows *r, size_t n);
/* Where the last cell leads on a page: empty, nowhere. */
void rows_link(rows *r, str href);
/* How a page shows it, and its row. */
void rows_share(rows *r, double share);
void rows_tone(rows *r, enum tone tone);
struct table rows_table(const rows *r);

typedef struct prose {
    arena *arena;
    VEC(struct prose_run) runs;
    bool gap;
} prose;

/* Adds a run; one of the same kind that goes on in memory where the last one
 * ends, or a space further, is joined to it. */
void prose_add(prose *p, enum prose_kind kind, str text);
/* Adds a mark or a hint. */
void prose_mark(prose *p, enum prose_kind kind, str text, str title);
/* The next run is divided from the last one by a space. */
void prose_gap(prose *p);

/* The sections of one text or page while they are put together. */
typedef struct builder {
    arena *arena;
    str title, subtitle; /* the first lines; may be empty */
    VEC(struct section) sections;
    bool below; /* the sections to come continue the last one */
    bool page;
    const scm_site *site; /* NULL: the page stands alone */
} builder;

/* Each adds a section, valid until the next; one without rows is left out. */
void builder_facts(builder *b, str heading, const rows *r);
struct section *builder_table(builder *b, str heading, const rows *r);
/* Rows as they are, under their column names and no heading. */
void builder_records(builder *b, const struct table *t);
/* Places and texts. */
void builder_lines(builder *b, const rows *r);
struct section *builder_prose(builder *b, str heading, str aside, const prose *p);
/* A heading for the sections below it. */
struct section *builder_part(builder *b, str heading, str aside);
struct section *builder_map(builder *b, str heading, const struct band *bands, size_t nbands);
/* Another section without content yet. */
struct section *builder_section(builder *b, enum section_kind kind, str heading);
/* The page of a name, or of a paragraph of a text (its label may be empty), where the site has
 * one; else empty. */
str site_name(const builder *b, str id);
str site_text(const builder *b, str document, str label);
/* The page of what changed between two texts, likewise. */
str site_pair(const builder *b, str old_id, str new_id);
/* The anchor of a paragraph: "p7.2". */
str paragraph_anchor(arena *a, str label);

#endif
