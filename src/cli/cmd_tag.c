/* scmtool tag: every mention, one a line. */
#include "cli/each.h"

static void tag(job *j, text *t)
{
    if (job_annotate(j, t)) return;
    job_tell_note(t);
    scm_report *report = scm_report_tag(t->annotations, j->options->types);
    job_write(j, report);
    scm_report_free(report);
}

int cmd_tag(const options *o)
{
    return job_each(o, tag);
}
