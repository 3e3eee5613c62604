/* A report: an analysis prepared for any writer.
 *
 * Programs read its rows, whose columns are documented in the README.  People read text
 * or a page, which have the same content in different layouts.  A report on one text also
 * has that text, for formats that include it.  Each of these is made only when a writer
 * needs it.
 */
#ifndef SCM_REPORT_H
#define SCM_REPORT_H

#include <stdio.h>
#include <scm/comparison.h>
#include <scm/concordance.h>
#include <scm/findings.h>
#include <scm/history.h>
#include <scm/trend.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct scm_report scm_report;

/* SCM_FORMAT_TEXT, SCM_FORMAT_TSV, …: formats.def has a row for each. */
enum scm_format {
#define FORMAT(id, write, name, needs, header, note) SCM_FORMAT_##id,
#include <scm/formats.def>
#undef FORMAT
    SCM_NFORMATS
};

/* What a format needs from a report; every report has records. */
enum scm_format_needs {
    SCM_NEEDS_RECORDS = 1,
    SCM_NEEDS_PAGE = 2,  /* a page: of a summary, a comparison, a history or a trend */
    SCM_NEEDS_TEXT = 4,  /* one running text: of a document or of its mentions */
    SCM_NEEDS_MARKS = 8, /* the mentions in that text */
};

enum scm_header { SCM_HEADER_NONE, SCM_HEADER_ASKED, SCM_HEADER_ALWAYS };

typedef struct scm_format_info {
    const char *name; /* "csv"; NULL for a part of another format */
    enum scm_format_needs needs;
    enum scm_header header; /* whether a line of column names comes first */
    const char *note;       /* printed in the help; NULL: none */
} scm_format_info;

SCM_API scm_format_info scm_format_describe(enum scm_format format);

typedef struct scm_write_options {
    enum scm_format format;
    bool header; /* TSV, CSV: a line of column names first */
    bool color;  /* TEXT */
    int width;   /* TEXT: columns of the terminal; 0: 80; negative: never wrap */
} scm_write_options;

typedef struct scm_diff_report_options {
    bool brief;  /* in text and pages: only the headline */
    bool stat;   /* in text and pages: only the headline and the tables */
    bool full;   /* unchanged sentences too */
    int context; /* unchanged sentences to keep around a change; usually 0 */
} scm_diff_report_options;

typedef struct scm_trend_report_options {
    unsigned types; /* in text and pages: one bit per type; 0: all but OFFICIAL and TERM */
    int per;        /* in text and pages: mentions per this many words; 0: plain counts */
    int width;      /* of the text, as in scm_write_options */
} scm_trend_report_options;

typedef struct scm_history_report_options {
    bool all;         /* in records: the sentences of every text */
    bool gone;        /* the lineages that ended, most recent first, instead of a text */
    bool wordings;    /* in text: the earlier wordings under each sentence */
    size_t of;        /* the document to show; past the end: the newest */
    const char *para; /* only this paragraph; NULL: all */
    /* Only lineages that contain one of these occurrences; NULL: all. */
    const scm_concordance *const *holding;
    size_t nholding;
} scm_history_report_options;

/* The tables of the authority; terms are names too. */
enum scm_authority_table {
    SCM_TABLES, /* the list of tables with their numbers of rows */
    SCM_TABLE_NAMES,
    SCM_TABLE_OFFICIALS,
    SCM_TABLE_OFFICES,
    SCM_TABLE_MEETINGS,
    SCM_TABLE_VERBS,
    SCM_TABLE_TOPICS,
    SCM_TABLE_TERMS,
    SCM_TABLE_SERIES,
    SCM_NTABLES
};

typedef struct scm_authority_report_options {
    enum scm_authority_table table;
    unsigned types;   /* of names, one bit per type; 0: all */
    const char *date; /* ISO; only officials in office on that day; NULL: all */
} scm_authority_report_options;

/* A link to another page. */
typedef struct scm_link {
    scm_str text, href;
} scm_link;

/* The website to which the page of a report belongs. */
typedef struct scm_site {
    const scm_link *links; /* at the top of this page */
    size_t nlinks;
    const scm_str *texts; /* ids of the documents that have a page, in byte order */
    size_t ntexts;
    const scm_str *names; /* ids of the names that have a page, in byte order */
    size_t nnames;
} scm_site;

/* The file names of a site's pages, whatever characters the ids contain: "DOC.html",
 * "OLD--NEW.html" if `other` is not empty, and "id-ID.html".  To be freed. */
SCM_API char *scm_page_of_text(scm_str id, scm_str other);
SCM_API char *scm_page_of_name(scm_str id);
/* The same as the target of a link.  To be freed. */
SCM_API char *scm_href_of_text(scm_str id, scm_str other);
SCM_API char *scm_href_of_name(scm_str id);

/* Each of these makes one report, to be freed with scm_report_free.  The report borrows the
 * analysis from which it was made, which must outlive it.  `options` may be NULL.  `types`
 * has one bit per type of names to keep; 0 keeps all. */
/* With `annotations`, which may be NULL, TEI states which meeting the text is about. */
SCM_API scm_report *scm_report_normalize(
    const scm_document *document, const scm_annotations *annotations);
/* Where the words of the source went. */
SCM_API scm_report *scm_report_account(const scm_document *document);
SCM_API scm_report *scm_report_tag(const scm_annotations *annotations, unsigned types);
SCM_API scm_report *scm_report_statements(const scm_annotations *annotations);
SCM_API scm_report *scm_report_summary(const scm_summary *summary, unsigned types);
/* A one-page brief: the facts, what is new, what was undertaken and what was warned of.  The
 * summary is the new text of `comparison`, which may be NULL.  For text and html. */
SCM_API scm_report *scm_report_brief(
    const scm_summary *summary, const scm_comparison *comparison);
SCM_API scm_report *scm_report_comparison(
    const scm_comparison *comparison, const scm_diff_report_options *options);
SCM_API scm_report *scm_report_trend(
    const scm_trend *trend, const scm_trend_report_options *options);
/* With NULL for `options`, the report is of the newest text. */
SCM_API scm_report *scm_report_history(
    const scm_history *history, const scm_history_report_options *options);
/* The pages of a site.  The index lists the meetings and the names of the trend that have a
 * page, and shows the chart of the history. */
SCM_API scm_report *scm_report_index(const scm_history *history, const scm_trend *trend);
/* The summary of a text; if it is part of the history, its sentences have their years. */
SCM_API scm_report *scm_report_meeting(const scm_summary *summary, const scm_history *history);
/* One row of a trend and its occurrences, with one concordance per document. */
SCM_API scm_report *scm_report_name(const scm_trend *trend, const scm_trend_row *row,
    const scm_concordance *const *concordances, size_t nconcordances);
/* Makes the report a page of the site, which must outlive the report. */
SCM_API void scm_report_place(scm_report *report, const scm_site *site);
/* Of several texts; with `words` of context on either side, 0: the whole paragraph. */
SCM_API scm_report *scm_report_concordances(
    const scm_concordance *const *concordances, size_t nconcordances, int words);
SCM_API scm_report *scm_report_findings(const scm_findings *findings);
/* Returns 0 or SCM_E_USAGE (invalid date). */
SCM_API int scm_report_authority(scm_report **out, const scm_authority *authority,
    const scm_authority_report_options *options, scm_error *error);
SCM_API const char *scm_table_name(enum scm_authority_table table); /* "officials" */
SCM_API void scm_report_free(scm_report *report);

SCM_API size_t scm_report_rows(const scm_report *report);
/* The id of the text that the report is about; empty if there are several. */
SCM_API scm_str scm_report_id(const scm_report *report);

/* Writes the report to `out`.  Returns 0, SCM_E_IO, or SCM_E_USAGE if the format needs what
 * the report does not have: a single text, or records. */
SCM_API int scm_report_write(
    const scm_report *report, const scm_write_options *options, FILE *out, scm_error *error);

#ifdef __cplusplus
}
#endif
#endif
