/* scmtool statements: who pledged, reaffirmed, noted what. */
#include "cli/job.h"

static void statements(job *j, const char *operand)
{
    text t;
    if (job_read(j, &t, operand) == 0 && job_annotate(j, &t) == 0) {
        scm_report *report = scm_report_statements(t.annotations);
        job_write(j, report);
        scm_report_free(report);
    }
    text_free(&t);
}

int cmd_statements(const options *o)
{
    return job_each(o, statements);
}
