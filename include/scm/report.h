/* A report: an analysis made ready for any writer.
 *
 * It has three faces.  `records` is the flat table that programs read: its
 * columns are the contract of the README.  `sections` is what a person reads:
 * facts, tables and redlined prose in order.  `text` is the running text with
 * its mentions marked, where it is of one text.  An analysis becomes a report in
 * one file of src/report; a writer sees nothing but this model.
 */
#ifndef SCM_REPORT_H
#define SCM_REPORT_H

#include <stdio.h>
#include <scm/comparison.h>
#include <scm/concordance.h>
#include <scm/findings.h>
#include <scm/trend.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Rows of cells; `cells` holds nrows * ncolumns of them, row by row.
 * `align` has a letter a column, for writers that people read: l left, r right,
 * w wraps, c is cut to the line, p is a list of paragraphs, h heads the rows that
 * share it, k is a match between its left and right context, - is left out.  A
 * name of a column may have several lines. */
typedef struct scm_table {
    const char *const *columns; /* names; NULL where a table has no head */
    const char *align;
    const char *values; /* a letter a column, for formats with types: n is a number,
                           all else text; NULL: text only */
    size_t ncolumns, nrows;
    const scm_str *cells;
    /* For writers of pages, each NULL where there is none.  `looks` has a letter a
     * column: b a bar, h heat, s a line through the heat of its row, t a tag in the
     * tone of its row, all else nothing. */
    const char *const *heads; /* names, where `columns` leaves some out */
    const char *looks;
    const double *shares;       /* a cell each, 0 to 1: how long a bar, how hot */
    const unsigned char *tones; /* a row each: enum scm_tone */
} scm_table;

enum scm_section_kind {
    SCM_SECTION_FACTS,
    SCM_SECTION_TABLE,
    SCM_SECTION_PROSE,
    SCM_SECTION_LINES,
    SCM_SECTION_MAP
};

/* Redlined prose is a list of runs; `fold` stands for text left out, a mark for
 * text that `title` says something of, a hint for a mark of less weight. */
enum scm_prose_kind {
    SCM_PROSE_SAME,
    SCM_PROSE_OLD,
    SCM_PROSE_NEW,
    SCM_PROSE_FOLD,
    SCM_PROSE_MARK,
    SCM_PROSE_HINT
};
typedef struct scm_prose {
    enum scm_prose_kind kind;
    scm_str text;
    scm_str title; /* of marks and hints */
} scm_prose;

/* What became of a thing, for the eye; words say it too. */
enum scm_tone {
    SCM_TONE_NONE,
    SCM_TONE_SAME,
    SCM_TONE_EDITED,
    SCM_TONE_MOVED,
    SCM_TONE_NEW,
    SCM_TONE_GONE,
    SCM_TONE_UP,
    SCM_TONE_DOWN,
    SCM_TONE_NOTE, /* to be known before all else */
    SCM_NTONES
};

/* What shows a section: lines of text, pages to look at, or both. */
enum scm_medium { SCM_MEDIUM_ANY, SCM_MEDIUM_LINES, SCM_MEDIUM_PAGE };

/* A way to the section that has the anchor, if there is one. */
typedef struct scm_link {
    scm_str text, anchor;
} scm_link;

/* A stretch of an old text and what it became in a new one, as shares of the
 * whole; from and to are equal on the side that has none. */
typedef struct scm_band {
    double old_from, old_to, new_from, new_to; /* 0 to 1 */
    enum scm_tone tone;
    double change; /* how much of it changed, 0 to 1 */
    scm_link link;
} scm_band;

typedef struct scm_section {
    enum scm_section_kind kind;
    scm_str heading;        /* may be empty */
    scm_str aside;          /* stands at the right end of the heading's line */
    scm_table table;        /* FACTS: two columns, label and text; TABLE; LINES: place
                               and text, a line each, as compilers write */
    const scm_prose *prose; /* PROSE */
    size_t nprose;
    enum scm_medium medium;
    /* The rest is for writers of pages. */
    scm_str anchor;        /* "p7.2": cells of a p column that say "7.2", or "7→7.2" where
                              one became the other, lead there */
    const scm_link *links; /* where else to look */
    size_t nlinks;
    enum scm_tone tone;
    bool below;            /* it continues the last section that has this false */
    bool folded;           /* for those who ask for it */
    scm_str sides[2];      /* PROSE: heads of the old and the new text, which stand side
                              by side; empty: one text.  MAP: heads of the two */
    const scm_band *bands; /* MAP */
    size_t nbands;
} scm_section;

/* A mention in a paragraph: bytes [start, end) of its text. */
typedef struct scm_mark {
    size_t start, end;
    enum scm_type type;
    scm_str id, value; /* as in the records of tag; value may be empty */
} scm_mark;

/* Marks by start, the longer first; those of type TERM may overlap others. */
typedef struct scm_paragraph {
    scm_str label, section, text; /* section: the heading it stands under, or empty */
    const scm_mark *marks;
    size_t nmarks;
} scm_paragraph;

/* A text as a whole, for writers that keep it: what it says of itself, and its
 * paragraphs.  What is not known is empty. */
typedef struct scm_text {
    scm_str id, title, kind, note, encoding;
    scm_str meeting, date, venue, published; /* as the text states them */
    scm_str series, series_title;            /* of that meeting */
    bool marked;                             /* names were looked for */
    scm_table people;                        /* id and name of all in the marks */
    const scm_paragraph *paragraphs;
    size_t nparagraphs;
} scm_text;

/* A value of any shape, for formats that nest. */
enum scm_value_kind {
    SCM_VALUE_NULL,
    SCM_VALUE_TEXT,
    SCM_VALUE_NUMBER,
    SCM_VALUE_LIST,
    SCM_VALUE_OBJECT
};
typedef struct scm_value {
    enum scm_value_kind kind;
    const char *name;              /* of a field of an object */
    scm_str text;                  /* TEXT */
    double number;                 /* NUMBER; printed to six digits where not whole */
    const struct scm_value *items; /* LIST; OBJECT: its fields, always in this order */
    size_t nitems;
} scm_value;

typedef struct scm_report {
    scm_str title; /* the first line for people; may be empty */
    scm_str subtitle;
    scm_str page_title; /* of a page, where there is no other */
    scm_table records;
    /* The objects of formats that nest: the fields of a record by name, and what a
     * table is too flat for.  Made one at a time, in `scratch`, and only for such
     * a format.  NULL: the records are the objects. */
    scm_value (*object)(const struct scm_report *report, size_t index, struct arena *scratch);
    size_t nobjects;
    const void *source; /* what `object` reads */
    const scm_section *sections;
    size_t nsections;
    const scm_text *text; /* NULL where the report is not of one text */
    struct arena *arena;
} scm_report;

enum scm_format {
    SCM_FORMAT_TEXT,
    SCM_FORMAT_TSV,
    SCM_FORMAT_CSV, /* RFC 4180, always with a header */
    SCM_FORMAT_JSONL,
    SCM_FORMAT_HTML,
    SCM_FORMAT_TEI,
    SCM_FORMAT_BRAT,      /* the annotations: DOC.ann */
    SCM_FORMAT_BRAT_TEXT, /* the text that they count in: DOC.txt */
    SCM_FORMAT_BRAT_CONF, /* annotation.conf, which lists the types */
    SCM_NFORMATS
};

/* What a format is made of: every report has records. */
enum scm_format_needs {
    SCM_NEEDS_RECORDS = 1,
    SCM_NEEDS_PAGE = 2,  /* sections for pages: of a summary, a comparison, a trend */
    SCM_NEEDS_TEXT = 4,  /* one running text: of a document or its mentions */
    SCM_NEEDS_MARKS = 8, /* the mentions in it */
};

enum scm_header { SCM_HEADER_NONE, SCM_HEADER_ASKED, SCM_HEADER_ALWAYS };

typedef struct scm_format_info {
    const char *name; /* "csv"; NULL for a part of another format */
    enum scm_format_needs needs;
    enum scm_header header; /* a first line of column names */
    const char *note;       /* what a user has to know; NULL: nothing */
} scm_format_info;

SCM_API scm_format_info scm_format_describe(enum scm_format format);

typedef struct scm_write_options {
    enum scm_format format;
    bool header; /* TSV, CSV: a line of column names first */
    bool color;  /* TEXT */
    int width;   /* TEXT: columns of the terminal; 0: 80, negative: never wrapped */
} scm_write_options;

typedef struct scm_diff_report_options {
    bool stat;   /* headline and deltas only */
    bool full;   /* fold nothing */
    int context; /* unchanged sentences kept around a change; 0 is usual */
} scm_diff_report_options;

typedef struct scm_trend_report_options {
    unsigned types; /* in the sections, a bit a type; 0: all but people and terms */
    int per;        /* in the sections: mentions in so many words; 0: as counted */
    int width;      /* columns that the sections may take, as for scm_report_write */
} scm_trend_report_options;

/* Tables of the authority; `terms` are names too. */
enum scm_authority_table {
    SCM_TABLES, /* each with its number of rows */
    SCM_TABLE_NAMES,
    SCM_TABLE_OFFICIALS,
    SCM_TABLE_OFFICES,
    SCM_TABLE_MEETINGS,
    SCM_TABLE_VERBS,
    SCM_TABLE_TOPICS,
    SCM_TABLE_TERMS,
    SCM_NTABLES
};

typedef struct scm_authority_report_options {
    enum scm_authority_table table;
    unsigned types;   /* of names: a bit a type; 0: all */
    const char *date; /* officials in office then, ISO; NULL: all */
} scm_authority_report_options;

/* One report a call; free with scm_report_free.  A report borrows text from the
 * analysis that it was made of, which must outlive it.  `options` may be NULL. */
/* With `annotations`, which may be NULL, TEI says which meeting the text is about. */
SCM_API scm_report *scm_report_normalize(
    const scm_document *document, const scm_annotations *annotations);
SCM_API scm_report *scm_report_tag(const scm_annotations *annotations);
SCM_API scm_report *scm_report_statements(const scm_annotations *annotations);
SCM_API scm_report *scm_report_summary(const scm_summary *summary);
SCM_API scm_report *scm_report_comparison(
    const scm_comparison *comparison, const scm_diff_report_options *options);
SCM_API scm_report *scm_report_trend(
    const scm_trend *trend, const scm_trend_report_options *options);
SCM_API scm_report *scm_report_concordances(
    const scm_concordance *const *concordances, size_t nconcordances);
SCM_API scm_report *scm_report_findings(const scm_findings *findings);
/* 0, or SCM_E_USAGE (a date that is none). */
SCM_API int scm_report_authority(scm_report **out, const scm_authority *authority,
    const scm_authority_report_options *options, scm_error *error);
SCM_API const char *scm_table_name(enum scm_authority_table table); /* "officials" */
SCM_API void scm_report_free(scm_report *report);

/* Writes to `out`; 0, SCM_E_IO, or SCM_E_USAGE (the report is not of one text, and
 * the format needs that). */
SCM_API int scm_report_write(
    const scm_report *report, const scm_write_options *options, FILE *out, scm_error *error);

#ifdef __cplusplus
}
#endif
#endif
