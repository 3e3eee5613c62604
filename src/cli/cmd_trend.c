/* scmtool trend: a mechanism's life across the years. */
#include <stdlib.h>

#include "cli/message.h"
#include "cli/parallel.h"

static void write_trend(job *j, const scm_trend *trend)
{
    const options *o = j->options;
    scm_trend_report_options how = {
        .types = o->ids ? ~0u : o->types, .per = o->per, .width = job_width(j)};
    scm_report *report = scm_report_trend(trend, &how);
    job_write(j, report);
    scm_report_free(report);
}

static void track(job *j, const scm_summary *const *summaries, size_t n)
{
    const options *o = j->options;
    size_t nids;
    scm_str *ids = options_ids(o->ids, &nids);
    scm_trend_options how = {
        .types = o->types, .least = (size_t)o->least, .ids = ids, .nids = nids};
    scm_trend *trend;
    scm_error error;
    if (scm_track(&trend, summaries, n, &how, &error)) {
        j->status = complain("%s", error.message);
    } else {
        write_trend(j, trend);
        if (o->ids && trend->nrows == 0) complain("no text mentions %s", o->ids);
        scm_trend_free(trend);
    }
    free(ids);
}

static void read_one(job *j, size_t index, void *user)
{
    text *t = (text *)user + index;
    if (job_read(j, t, j->options->operands[index]) == 0 && job_annotate(j, t) == 0)
        t->summary = scm_summarize(t->annotations);
}

int cmd_trend(const options *o)
{
    job j;
    size_t n = 0;
    text *texts = room(o->noperands, sizeof *texts);
    const scm_summary **summaries = room(o->noperands, sizeof *summaries);
    if (job_start(&j, o) == 0) {
        job_run(&j, o->noperands, read_one, texts);
        for (size_t i = 0; i < o->noperands; i++)
            if (texts[i].summary) summaries[n++] = texts[i].summary;
        if (n && !j.stop) track(&j, summaries, n);
    }
    for (size_t i = 0; i < o->noperands; i++) text_free(&texts[i]);
    free(summaries);
    free(texts);
    return job_end(&j);
}
