/* Findings: likely errors in a copy, each with its place and what it was read as.
 *
 * Copies from the web have wrong ordinals, confused offices, garbled names, and bodies
 * that a translation renamed.  The annotator reads past such errors; lint reports them.
 */
#ifndef SCM_FINDINGS_H
#define SCM_FINDINGS_H

#include <scm/annotations.h>

#ifdef __cplusplus
extern "C" {
#endif

enum scm_severity { SCM_NOTE, SCM_WARNING };

/* A kind of finding. */
typedef struct scm_finding_kind {
    const char *code; /* "E021" */
    enum scm_severity severity;
    const char *name; /* "person-name" */
} scm_finding_kind;

typedef struct scm_finding {
    scm_finding_kind kind;
    uint32_t block;    /* index into document->blocks */
    size_t start, end; /* byte offsets into document->text of the first place; the
                          whole block if no smaller span applies */
    size_t count;      /* places with the same error, which are one finding */
    scm_str message;   /* one line: what is wrong, and what it was read as */
} scm_finding;

typedef struct scm_findings {
    const scm_annotations *annotations; /* borrowed */
    const scm_finding *findings;        /* by start, then code */
    size_t nfindings;
} scm_findings;

/* Looks for errors; fails only for lack of memory.  Free with scm_findings_free. */
SCM_API scm_findings *scm_lint(const scm_annotations *annotations);
SCM_API void scm_findings_free(scm_findings *findings);

/* All kinds, in the order of their codes. */
SCM_API const scm_finding_kind *scm_finding_kinds(size_t *count);
SCM_API const char *scm_severity_name(enum scm_severity severity); /* "warning" */

#ifdef __cplusplus
}
#endif
#endif
