/* A trend: what came, stayed and went across the texts of some years.
 *
 * A matrix of names by documents in the order of their meetings, with the first
 * and the last document that mentions each.  A fact sheet stands beside a
 * communiqué ten times as long, so every document keeps its kind and length.
 */
#ifndef SCM_TREND_H
#define SCM_TREND_H

#include <scm/summary.h>

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
} scm_trend_options;

/* Follows names through the summaries, which must outlive the trend.
 * 0, SCM_E_USAGE (a type that is not followed: ROLE, DATE) or SCM_E_LIMIT (over
 * 4,000,000 cells).  Free with scm_trend_free.  `options` may be NULL. */
SCM_API int scm_track(scm_trend **out, const scm_summary *const *summaries, size_t nsummaries,
    const scm_trend_options *options, scm_error *error);
SCM_API void scm_trend_free(scm_trend *trend);

#ifdef __cplusplus
}
#endif
#endif
