/* A concordance: the occurrences of a pattern or a name, with their paragraphs.
 *
 * Patterns have PCRE2 syntax, with Unicode, and are matched against one paragraph at a
 * time: "^" and "$" match its ends.  Empty matches are ignored.
 */
#ifndef SCM_CONCORDANCE_H
#define SCM_CONCORDANCE_H

#include <scm/annotations.h>

#ifdef __cplusplus
extern "C" {
#endif

/* left, match and right together are the paragraph; they are slices of the document's text. */
typedef struct scm_occurrence {
    uint32_t block; /* index into document->blocks */
    scm_str left, match, right;
} scm_occurrence;

typedef struct scm_concordance {
    const scm_document *document;      /* borrowed */
    const scm_occurrence *occurrences; /* in text order */
    size_t noccurrences;
} scm_concordance;

/* A compiled pattern; immutable, so that threads may share it. */
typedef struct scm_pattern scm_pattern;

/* Compiles a pattern.  Returns 0, or SCM_E_USAGE with "pattern, offset N: reason", where N
 * counts code points.  Free with scm_pattern_free. */
SCM_API int scm_pattern_compile(
    scm_pattern **out, const char *pattern, bool ignore_case, scm_error *error);
SCM_API void scm_pattern_free(scm_pattern *pattern);

/* Finds the matches of a pattern.  Returns 0, or SCM_E_LIMIT if matching took more steps or
 * memory than scmtool allows; then nothing is returned.  Free with scm_concordance_free. */
SCM_API int scm_concordance_of_pattern(scm_concordance **out, const scm_document *document,
    const scm_pattern *pattern, scm_error *error);

/* Finds the mentions of names of these types (bits 1 << scm_type; 0: all) and ids (in any
 * case; none: all), whatever their wording.  Fails only for lack of memory. */
SCM_API scm_concordance *scm_concordance_of_names(
    const scm_annotations *annotations, unsigned types, const scm_str *ids, size_t nids);

SCM_API void scm_concordance_free(scm_concordance *concordance);

#ifdef __cplusplus
}
#endif
#endif
