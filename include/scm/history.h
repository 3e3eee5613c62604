/* A history: since when each sentence stands in a series of texts.
 *
 * Sentences that say the same thing, one in each text, are a line of descent: it begins
 * where the proposition was first put, goes on through every text that repeats or rewords
 * it, and may be absent from some texts in between.  Each sentence of each text is in
 * exactly one line.
 *
 * Neighbouring texts are aligned sentence by sentence, in any order and across paragraphs;
 * what finds nothing there is looked for among the sentences that earlier texts had.
 */
#ifndef SCM_HISTORY_H
#define SCM_HISTORY_H

#include <scm/comparison.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One sentence of a line of descent. */
typedef struct scm_line_version {
    uint32_t document;                /* index into the history's documents */
    uint32_t sentence;                /* index into that document's sentences */
    enum scm_status_of_change status; /* new; kept (word for word as in the text before);
                                         edited; returned: absent from the text before */
    double similarity;                /* to the version before, 0 to 1 */
    size_t words;
} scm_line_version;

typedef struct scm_line {
    const scm_line_version *versions; /* in date order, one in a document at most */
    size_t nversions;
    size_t wordings; /* how many of them differ in their words */
} scm_line;

/* A text that was left out, and why. */
enum scm_left_out_reason {
    SCM_LEFT_OUT_KIND,   /* a fact sheet or news among joint texts */
    SCM_LEFT_OUT_MEETING /* another text of its meeting is there */
};
typedef struct scm_left_out {
    scm_dated text;
    enum scm_left_out_reason reason;
} scm_left_out;

typedef struct scm_history {
    const scm_dated *documents;  /* in date order */
    const scm_wording *wordings; /* of each document */
    size_t ndocuments;
    const scm_line *lines; /* by their first versions */
    size_t nlines;
    const uint32_t *const *line_of; /* of each document and sentence its line */
    const scm_left_out *left_out;   /* in date order */
    size_t nleft_out;
} scm_history;

typedef struct scm_history_options {
    bool all_kinds; /* fact sheets and news beside joint texts, and all texts of a meeting */
} scm_history_options;

/* Follows every sentence through the summaries, which must outlive the history.  Of one
 * meeting the text in Latin letters comes before one in others, and its own words before a
 * restatement.  0, or SCM_E_LIMIT (over 20,000 paragraphs in a text).  Free with
 * scm_history_free.  `options` may be NULL. */
SCM_API int scm_trace(scm_history **out, const scm_summary *const *summaries, size_t nsummaries,
    const scm_history_options *options, scm_error *error);
/* The edit script from one version of a line to a later one, made when it is asked for and
 * kept by the history; not for two threads at once. */
SCM_API const scm_run *scm_history_redline(const scm_history *history,
    const scm_line_version *older, const scm_line_version *newer, size_t *count);
SCM_API void scm_history_free(scm_history *history);

#ifdef __cplusplus
}
#endif
#endif
