/* A trend: what came, stayed and went across the texts of some years.
 *
 * A matrix of names by documents in the order of their meetings, with the first
 * and the last document that mentions each.  A fact sheet stands beside a
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
    scm_str name;         /* as the first document that mentions it has it */
    const size_t *counts; /* mentions, one a document */
    size_t total;
    size_t first, last; /* indices into documents */
} scm_trend_row;

typedef struct scm_trend {
    const scm_dated *documents; /* by date, those without one last, then kind */
    size_t ndocuments;
    const scm_trend_row *rows; /* by type, first, last, total falling, then id */
    size_t nrows;
} scm_trend;

typedef struct scm_trend_options {
    unsigned types;     /* a bit (1 << scm_type) a type; 0: all but ROLE and DATE */
    size_t least;       /* mentions that a row must have in all */
    const scm_str *ids; /* only these, capitals or not; none: all */
    size_t nids;
    const scm_pattern *pattern; /* a row of what it matches; without ids or types that alone */
    scm_str expression;         /* the pattern as it was written, the id of the row */
} scm_trend_options;

/* What a column of a trend stands for. */
enum scm_trend_by { SCM_BY_TEXT, SCM_BY_YEAR, SCM_BY_DECADE };

/* Follows names through the summaries, which must outlive the trend.
 * 0, SCM_E_USAGE (a type that is not followed: ROLE, DATE) or SCM_E_LIMIT (over
 * 4,000,000 cells; or the pattern took more steps or memory than scmtool allows).  Free with
 * scm_trend_free.  `options` may be NULL. */
SCM_API int scm_track(scm_trend **out, const scm_summary *const *summaries, size_t nsummaries,
    const scm_trend_options *options, scm_error *error);
/* The same with one column for the texts of a year or decade, which has their sums; texts
 * without a date share one.  `trend` must outlive it.  Free with scm_trend_free. */
SCM_API scm_trend *scm_trend_fold(const scm_trend *trend, enum scm_trend_by by);
/* What a row is in a column: new, kept, returned (after a joint text without it), dropped
 * (it was there before), or SCM_SAME where it has not been there yet. */
SCM_API enum scm_status_of_change scm_trend_status(
    const scm_trend *trend, const scm_trend_row *row, size_t document);
SCM_API void scm_trend_free(scm_trend *trend);

#ifdef __cplusplus
}
#endif
#endif
