/* scmtool trend: a mechanism's life across the years. */
#include <stdlib.h>

#include "cli/collection.h"
#include "cli/message.h"

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

int cmd_trend(const options *o)
{
    job j;
    collection c = {0};
    if (job_start(&j, o) == 0 && collect(&j, &c) == 0 && c.nsummaries)
        track(&j, c.summaries, c.nsummaries);
    collection_free(&c);
    return job_end(&j);
}
