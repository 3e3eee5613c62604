/* A report: an analysis made ready for any writer.
 *
 * It has two faces.  `records` is the flat table that programs read: its
 * columns are the contract of the README.  `sections` is what a person reads:
 * facts, tables and redlined prose in order.  An analysis becomes a report in
 * one file of src/report; a writer sees nothing but this model.
 */
#ifndef SCM_REPORT_H
#define SCM_REPORT_H

#include <stdio.h>
#include <scm/comparison.h>
#include <scm/concordance.h>
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
    size_t ncolumns, nrows;
    const scm_str *cells;
} scm_table;

enum scm_section_kind { SCM_SECTION_FACTS, SCM_SECTION_TABLE, SCM_SECTION_PROSE };

/* Redlined prose is a list of runs; `fold` stands for text left out. */
enum scm_prose_kind { SCM_PROSE_SAME, SCM_PROSE_OLD, SCM_PROSE_NEW, SCM_PROSE_FOLD };
typedef struct scm_prose {
    enum scm_prose_kind kind;
    scm_str text;
} scm_prose;

typedef struct scm_section {
    enum scm_section_kind kind;
    scm_str heading;        /* may be empty */
    scm_str aside;          /* stands at the right end of the heading's line */
    scm_table table;        /* FACTS: two columns, label and text; TABLE */
    const scm_prose *prose; /* PROSE */
    size_t nprose;
} scm_section;

typedef struct scm_report {
    scm_str title; /* the first line for people; may be empty */
    scm_str subtitle;
    scm_table records;
    const scm_section *sections;
    size_t nsections;
    struct arena *arena;
} scm_report;

enum scm_format { SCM_FORMAT_TEXT, SCM_FORMAT_TSV };

typedef struct scm_write_options {
    enum scm_format format;
    bool header; /* TSV: a line of column names first */
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

/* One report a call; free with scm_report_free.  A report borrows text from the
 * analysis that it was made of, which must outlive it.  `options` may be NULL. */
SCM_API scm_report *scm_report_normalize(const scm_document *document);
SCM_API scm_report *scm_report_tag(const scm_annotations *annotations);
SCM_API scm_report *scm_report_statements(const scm_annotations *annotations);
SCM_API scm_report *scm_report_summary(const scm_summary *summary);
SCM_API scm_report *scm_report_comparison(
    const scm_comparison *comparison, const scm_diff_report_options *options);
SCM_API scm_report *scm_report_trend(
    const scm_trend *trend, const scm_trend_report_options *options);
SCM_API scm_report *scm_report_concordances(
    const scm_concordance *const *concordances, size_t nconcordances);
SCM_API void scm_report_free(scm_report *report);

/* Writes to `out`; 0, or SCM_E_IO. */
SCM_API int scm_report_write(
    const scm_report *report, const scm_write_options *options, FILE *out, scm_error *error);

#ifdef __cplusplus
}
#endif
#endif
