/* scmtool summarize: what one meeting said. */
#include "cli/each.h"

static void summarize(job *j, text *t)
{
    if (job_annotate(j, t)) return;
    t->summary = scm_summarize(t->annotations);
    scm_report *report = scm_report_summary(t->summary, j->options->types);
    job_write(j, report);
    scm_report_free(report);
}

int cmd_summarize(const options *o)
{
    return job_each(o, summarize);
}
