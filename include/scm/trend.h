/* A trend: which names appeared, stayed and disappeared across the texts of several years.
 *
 * It is a matrix of names by documents, in the order of their meetings, with the first
 * and the last document that mentions each name.  A fact sheet may stand next to a
 * communiqué ten times as long, so every document keeps its kind and length.
 */
#ifndef SCM_TREND_H
#define SCM_TREND_H

#include <scm/comparison.h>
#include <scm/concordance.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct scm_trend_row {
    enum scm_type type;
    scm_str id;
    scm_str name;         /* from the first document that mentions it */
    const size_t *counts; /* mentions, one count per document */
    size_t total;
    size_t first, last; /* indices into documents */
} scm_trend_row;

typedef struct scm_trend {
    const scm_dated *documents; /* by date (those without one last), then kind */
    size_t ndocuments;
    const scm_trend_row *rows; /* by type, first, last, total (descending), then id */
    size_t nrows;
} scm_trend;

/* With a pattern but neither ids nor types, the trend has only the row of the pattern. */
typedef struct scm_trend_options {
    unsigned types;     /* one bit (1 << scm_type) per type; 0: all but ROLE and DATE */
    size_t least;       /* minimum total number of mentions of a row */
    const scm_str *ids; /* only these, in any case; none: all */
    size_t nids;
    const scm_pattern *pattern; /* adds a row of its matches; NULL: none */
    scm_str expression;         /* the pattern as written: the id of that row */
} scm_trend_options;

/* What a column of a trend represents. */
enum scm_trend_by { SCM_BY_TEXT, SCM_BY_YEAR, SCM_BY_DECADE };

/* Follows names through the summaries, which must outlive the trend.  Returns 0,
 * SCM_E_USAGE (a type that is not followed: ROLE, DATE) or SCM_E_LIMIT (over 4,000,000 cells,
 * or the pattern took more steps or memory than scmtool allows).  Free with scm_trend_free.
 * `options` may be NULL. */
SCM_API int scm_track(scm_trend **out, const scm_summary *const *summaries, size_t nsummaries,
    const scm_trend_options *options, scm_error *error);
/* The same with one column per year or decade, which sums its texts; texts without a date
 * share a column.  `trend` must outlive the result.  Free with scm_trend_free. */
SCM_API scm_trend *scm_trend_fold(const scm_trend *trend, enum scm_trend_by by);
/* The status of a row in a column: new, kept, returned (after a joint text without it),
 * dropped (it was there before), or SCM_SAME if it has not appeared yet. */
SCM_API enum scm_status_of_change scm_trend_status(
    const scm_trend *trend, const scm_trend_row *row, size_t document);
SCM_API void scm_trend_free(scm_trend *trend);

#ifdef __cplusplus
}
#endif
#endif
