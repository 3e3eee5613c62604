/* scmtool normalize: the numbered paragraphs of a copy. */
#include "cli/each.h"

static void normalize(job *j, text *t)
{
    /* Only TEI has a header that tells the meeting. */
    if (j->options->format == SCM_FORMAT_TEI && job_annotate(j, t)) return;
    scm_report *report = j->options->account
                             ? scm_report_account(t->document)
                             : scm_report_normalize(t->document, t->annotations);
    job_write(j, report);
    scm_report_free(report);
}

int cmd_normalize(const options *o)
{
    return job_each(o, normalize);
}
