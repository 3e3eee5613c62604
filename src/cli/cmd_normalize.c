/* scmtool normalize: the numbered paragraphs of a copy. */
#include "cli/job.h"

static void normalize(job *j, text *t)
{
    scm_report *report = scm_report_normalize(t->document);
    job_write(j, report);
    scm_report_free(report);
}

int cmd_normalize(const options *o)
{
    return job_each(o, normalize);
}
