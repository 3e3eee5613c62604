/* scmtool summarize: what one meeting said. */
#include <stdlib.h>

#include "cli/each.h"
#include "cli/meeting.h"
#include "cli/message.h"

/* The meeting before, where there is a text of it. */
static void read_before(job *j, text *out, const scm_annotations *n)
{
    char *path = n->ordinal > 1 ? meeting_before(j->options, j->authority, n, false) : NULL;
    if (path && job_read(j, out, path) == 0 && job_annotate(j, out) == 0)
        out->summary = needed(scm_summarize(out->annotations));
    free(path);
}

static void write_brief(job *j, text *t)
{
    text before = {0};
    scm_comparison *comparison = NULL;
    scm_error error;
    read_before(j, &before, t->annotations);
    if (before.summary && scm_compare(&comparison, before.summary, t->summary, NULL, &error))
        job_trouble(j, &error);
    scm_report *report = scm_report_brief(t->summary, comparison);
    job_write(j, report);
    scm_report_free(report);
    scm_comparison_free(comparison);
    text_free(&before);
}

static void summarize(job *j, text *t)
{
    if (job_annotate(j, t)) return;
    t->summary = needed(scm_summarize(t->annotations));
    if (j->options->brief) {
        write_brief(j, t);
        return;
    }
    scm_report *report = scm_report_summary(t->summary, j->options->types);
    job_write(j, report);
    scm_report_free(report);
}

int cmd_summarize(const options *o)
{
    return job_each(o, summarize);
}
