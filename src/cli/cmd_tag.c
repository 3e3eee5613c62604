/* scmtool tag: every mention, one a line. */
#include <stdlib.h>

#include "cli/job.h"
#include "cli/select.h"

static void tag(job *j, text *t)
{
    if (job_annotate(j, t)) return;
    scm_annotations narrow = *t->annotations;
    scm_mention *kept = NULL;
    if (j->options->types) kept = select_mentions(&narrow, t->annotations, j->options->types);
    scm_report *report = scm_report_tag(&narrow);
    job_write(j, report);
    scm_report_free(report);
    free(kept);
}

int cmd_tag(const options *o)
{
    return job_each(o, tag);
}
