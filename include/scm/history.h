/* A history: how long each sentence has stood in a series of texts.
 *
 * Sentences that say the same thing, at most one per text, form a lineage (scm_line).  It
 * begins in the text that first says it, continues through every text that repeats or
 * rewords it, and may skip some texts in between.  Each sentence of each text is in exactly
 * one lineage.
 *
 * Consecutive texts are aligned sentence by sentence, in any order and across paragraphs.
 * A sentence without a counterpart is looked for in earlier texts.
 */
#ifndef SCM_HISTORY_H
#define SCM_HISTORY_H

#include <scm/comparison.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One sentence of a lineage. */
typedef struct scm_line_version {
    uint32_t document;                /* index into the history's documents */
    uint32_t sentence;                /* index into that document's sentences */
    enum scm_status_of_change status; /* new, kept (word for word as in the previous
                                         text), edited, or returned (absent from the
                                         previous text) */
    double similarity;                /* to the previous version, 0 to 1 */
    size_t words;
} scm_line_version;

typedef struct scm_line {
    const scm_line_version *versions; /* in date order, at most one per document */
    size_t nversions;
    size_t wordings; /* number of different wordings */
} scm_line;

/* A text that was left out, and why. */
enum scm_left_out_reason {
    SCM_LEFT_OUT_KIND,   /* a fact sheet or news among joint texts */
    SCM_LEFT_OUT_MEETING /* another text of the same meeting is used */
};
typedef struct scm_left_out {
    scm_dated text;
    enum scm_left_out_reason reason;
} scm_left_out;

typedef struct scm_history {
    const scm_dated *documents;  /* in date order */
    const scm_wording *wordings; /* one per document */
    size_t ndocuments;
    const scm_line *lines; /* in the order of their first versions */
    size_t nlines;
    const uint32_t *const *line_of; /* by document and sentence: the index of its lineage */
    const scm_left_out *left_out;   /* in date order */
    size_t nleft_out;
} scm_history;

typedef struct scm_history_options {
    bool all_kinds; /* include fact sheets and news, and all texts of each meeting */
} scm_history_options;

/* Follows every sentence through the summaries, which must outlive the history.  Of several
 * texts of one meeting, one in Latin script is preferred, and one in the official wording
 * over a restatement.  Returns 0 or SCM_E_LIMIT (over 20,000 blocks in a text).  Free with
 * scm_history_free.  `options` may be NULL. */
SCM_API int scm_trace(scm_history **out, const scm_summary *const *summaries, size_t nsummaries,
    const scm_history_options *options, scm_error *error);
/* The edit script from one version of a lineage to a later one.  It is made on demand and
 * kept by the history; two threads must not call this at once. */
SCM_API const scm_run *scm_history_redline(const scm_history *history,
    const scm_line_version *older, const scm_line_version *newer, size_t *count);
SCM_API void scm_history_free(scm_history *history);

#ifdef __cplusplus
}
#endif
#endif
