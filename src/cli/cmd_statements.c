/* scmtool statements: who pledged, reaffirmed, noted what. */
#include "cli/each.h"

static void statements(job *j, text *t)
{
    if (job_annotate(j, t)) return;
    job_tell_note(t);
    scm_report *report = scm_report_statements(t->annotations);
    job_write(j, report);
    scm_report_free(report);
}

int cmd_statements(const options *o)
{
    return job_each(o, statements);
}
