/* scmtool summarize: what one meeting said. */
#include <stdlib.h>

#include "cli/job.h"
#include "cli/select.h"

static void summarize(job *j, text *t)
{
    if (job_annotate(j, t)) return;
    t->summary = scm_summarize(t->annotations);
    scm_summary narrow;
    scm_count *kept = select_counts(&narrow, t->summary, j->options->types);
    scm_report *report = scm_report_summary(&narrow);
    job_write(j, report);
    scm_report_free(report);
    free(kept);
}

int cmd_summarize(const options *o)
{
    return job_each(o, summarize);
}
