/* scmtool lint: slips in a copy. */
#include "cli/each.h"

#include "cli/message.h"

/* Nothing is said of a clean text, but a header stands also above no rows. */
static void write_findings(job *j, const scm_findings *findings)
{
    if (findings->nfindings == 0 && j->options->format == SCM_FORMAT_TEXT) return;
    scm_report *report = scm_report_findings(findings);
    job_write(j, report);
    scm_report_free(report);
}

static void lint(job *j, text *t)
{
    if (job_annotate(j, t)) return;
    job_tell_note(t);
    scm_findings *findings = needed(scm_lint(t->annotations));
    write_findings(j, findings);
    if (findings->nfindings && j->status == 0) j->status = 1;
    scm_findings_free(findings);
}

int cmd_lint(const options *o)
{
    return job_each(o, lint);
}
