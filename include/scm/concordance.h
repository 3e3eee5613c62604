/* A concordance: a pattern or a name in its context, by paragraph.
 *
 * Patterns are PCRE2's, over Unicode, and see one paragraph at a time: "^" and
 * "$" are its ends.  An empty match is none.
 */
#ifndef SCM_CONCORDANCE_H
#define SCM_CONCORDANCE_H

#include <scm/annotations.h>

#ifdef __cplusplus
extern "C" {
#endif

/* left, match and right are the paragraph, slices of the document's text. */
typedef struct scm_occurrence {
    uint32_t block; /* index into document->blocks */
    scm_str left, match, right;
} scm_occurrence;

typedef struct scm_concordance {
    const scm_document *document;      /* borrowed */
    const scm_occurrence *occurrences; /* in the order of the text */
    size_t noccurrences;
} scm_concordance;

/* A compiled pattern; immutable, threads may share it. */
typedef struct scm_pattern scm_pattern;

/* 0, or SCM_E_USAGE with "pattern, offset N: reason", in code points.  Free with
 * scm_pattern_free. */
SCM_API int scm_pattern_compile(
    scm_pattern **out, const char *pattern, bool ignore_case, scm_error *error);
SCM_API void scm_pattern_free(scm_pattern *pattern);

/* Where the pattern matches.  0, or SCM_E_LIMIT: matching took more steps or
 * memory than scmtool allows, and nothing is returned.  Free with
 * scm_concordance_free. */
SCM_API int scm_concordance_of_pattern(scm_concordance **out, const scm_document *document,
    const scm_pattern *pattern, scm_error *error);

/* Where names of these types (a bit, 1 << scm_type, each; 0: all) and ids
 * (capitals or not; none: all) are mentioned, however worded.  Cannot fail. */
SCM_API scm_concordance *scm_concordance_of_names(
    const scm_annotations *annotations, unsigned types, const scm_str *ids, size_t nids);

SCM_API void scm_concordance_free(scm_concordance *concordance);

#ifdef __cplusplus
}
#endif
#endif
