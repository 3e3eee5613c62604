/* A report: an analysis made ready for any writer.
 *
 * Programs read its rows: their columns are the contract of the README.  People
 * read text or a page, which have the same content laid out for either.  A report
 * of one text also has the text itself, for formats that keep it.  Nothing of all
 * that is made before a writer asks for it.
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

/* What a format is made of: every report has records. */
enum scm_format_needs {
    SCM_NEEDS_RECORDS = 1,
    SCM_NEEDS_PAGE = 2,  /* a page: of a summary, a comparison, a trend */
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
    unsigned types; /* in text and pages, a bit per type; 0: all but people and terms */
    int per;        /* in text and pages: mentions per so many words; 0: as counted */
    int width;      /* columns that the text may take, as for scm_report_write */
} scm_trend_report_options;

typedef struct scm_history_report_options {
    bool all;         /* records: the sentences of every text */
    bool gone;        /* the lines that ended, the latest first, instead of a text */
    bool wordings;    /* in text: the earlier wordings under each sentence */
    size_t of;        /* the document shown; past the end: the newest */
    const char *para; /* only of this paragraph; NULL: all */
    /* Only lines in which one of these occurrences stands; NULL: all. */
    const scm_concordance *const *holding;
    size_t nholding;
} scm_history_report_options;

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
    unsigned types;   /* of names: a bit per type; 0: all */
    const char *date; /* officials in office then, ISO; NULL: all */
} scm_authority_report_options;

/* A link to another page. */
typedef struct scm_link {
    scm_str text, href;
} scm_link;

/* The web site in which a report is a page. */
typedef struct scm_site {
    const scm_link *links; /* at the head of this page */
    size_t nlinks;
    const scm_str *texts; /* ids of the documents that have a page, sorted by bytes */
    size_t ntexts;
    const scm_str *names; /* ids of the names that have one, likewise */
    size_t nnames;
} scm_site;

/* The names of a site's pages, whatever its ids hold: "DOC.html", "OLD--NEW.html" where `other`
 * is not empty, "id-ID.html".  To be freed. */
SCM_API char *scm_page_of_text(scm_str id, scm_str other);
SCM_API char *scm_page_of_name(scm_str id);
/* The same as the target of a link.  To be freed. */
SCM_API char *scm_href_of_text(scm_str id, scm_str other);
SCM_API char *scm_href_of_name(scm_str id);

/* Each makes one report, to be freed with scm_report_free.  A report borrows the
 * analysis that it was made of, which must outlive it.  `options` may be NULL;
 * `types` has a bit per type of names to keep, and 0 keeps all. */
/* With `annotations`, which may be NULL, TEI says which meeting the text is about. */
SCM_API scm_report *scm_report_normalize(
    const scm_document *document, const scm_annotations *annotations);
/* Where the words of the source went. */
SCM_API scm_report *scm_report_account(const scm_document *document);
SCM_API scm_report *scm_report_tag(const scm_annotations *annotations, unsigned types);
SCM_API scm_report *scm_report_statements(const scm_annotations *annotations);
SCM_API scm_report *scm_report_summary(const scm_summary *summary, unsigned types);
/* What a meeting decided, on a page: the facts, what is new in `comparison`, whose new side the
 * summary is and which may be NULL, what was undertaken and warned of.  For text and html. */
SCM_API scm_report *scm_report_brief(
    const scm_summary *summary, const scm_comparison *comparison);
SCM_API scm_report *scm_report_comparison(
    const scm_comparison *comparison, const scm_diff_report_options *options);
SCM_API scm_report *scm_report_trend(
    const scm_trend *trend, const scm_trend_report_options *options);
/* `options` may be NULL: the newest text. */
SCM_API scm_report *scm_report_history(
    const scm_history *history, const scm_history_report_options *options);
/* Pages of a site.  The first lists the meetings, the names of the trend that have a page, and
 * the river of the history. */
SCM_API scm_report *scm_report_index(const scm_history *history, const scm_trend *trend);
/* The summary of a text, its sentences with the years of the history where it is part of that.
 */
SCM_API scm_report *scm_report_meeting(const scm_summary *summary, const scm_history *history);
/* The life of one row of a trend, and where it stands; a concordance for each document. */
SCM_API scm_report *scm_report_name(const scm_trend *trend, const scm_trend_row *row,
    const scm_concordance *const *concordances, size_t nconcordances);
/* Makes the report a page of the site, which must outlive it. */
SCM_API void scm_report_place(scm_report *report, const scm_site *site);
/* Of several texts; with `words` of context on either side, 0: the whole paragraph. */
SCM_API scm_report *scm_report_concordances(
    const scm_concordance *const *concordances, size_t nconcordances, int words);
SCM_API scm_report *scm_report_findings(const scm_findings *findings);
/* 0, or SCM_E_USAGE (a date that is none). */
SCM_API int scm_report_authority(scm_report **out, const scm_authority *authority,
    const scm_authority_report_options *options, scm_error *error);
SCM_API const char *scm_table_name(enum scm_authority_table table); /* "officials" */
SCM_API void scm_report_free(scm_report *report);

SCM_API size_t scm_report_rows(const scm_report *report);
/* The id of the text that the report is of; empty where it is of several. */
SCM_API scm_str scm_report_id(const scm_report *report);

/* Writes to `out`; 0, SCM_E_IO, or SCM_E_USAGE (the report is not of one text, or is a page
 * without records, and the format needs that). */
SCM_API int scm_report_write(
    const scm_report *report, const scm_write_options *options, FILE *out, scm_error *error);

#ifdef __cplusplus
}
#endif
#endif
