/* scmtool trend: a mechanism's life across the years. */
#include <stdlib.h>
#include <string.h>

#include "cli/collection.h"
#include "cli/message.h"

static void write_trend(job *j, const scm_trend *trend)
{
    const options *o = j->options;
    scm_trend_report_options how = {
        .types = o->ids || o->pattern ? ~0u : o->types, .per = o->per, .width = job_width(j)};
    scm_trend *folded = o->by ? needed(scm_trend_fold(trend, (enum scm_trend_by)o->by)) : NULL;
    scm_report *report = scm_report_trend(folded ? folded : trend, &how);
    job_write(j, report);
    scm_report_free(report);
    scm_trend_free(folded);
}

static int track(job *j, const collection *c, const scm_trend_options *how)
{
    const options *o = j->options;
    scm_trend *trend;
    scm_error error;
    if (scm_track(&trend, c->summaries, c->nsummaries, how, &error))
        return job_trouble(j, &error);
    write_trend(j, trend);
    if (!job_tell_unknown_ids(j, c->texts, c->ntexts) && o->ids && trend->nrows == 0)
        remark("no text mentions %s", o->ids);
    if (o->pattern && trend->nrows == 0) remark("no text matches \"%s\"", o->pattern);
    scm_trend_free(trend);
    return 0;
}

static int compile(job *j, scm_pattern **out)
{
    const options *o = j->options;
    scm_error error;
    *out = NULL;
    if (!o->pattern || scm_pattern_compile(out, o->pattern, o->ignore_case, &error) == SCM_OK)
        return 0;
    return job_trouble(j, &error);
}

static void follow(job *j)
{
    const options *o = j->options;
    collection c;
    scm_pattern *pattern;
    if (o->from && o->pattern) {
        j->status =
            complain("--pattern cannot be combined with --from: its records contain no text");
        return;
    }
    if (compile(j, &pattern)) return;
    if (collect(j, &c) == 0 && c.nsummaries) {
        scm_trend_options how = {
            .types = o->types, .least = (size_t)o->least, .pattern = pattern};
        how.ids = options_ids(o->ids, &how.nids);
        if (pattern) how.expression = (scm_str){o->pattern, strlen(o->pattern)};
        track(j, &c, &how);
        free((scm_str *)(uintptr_t)how.ids);
    }
    collection_free(&c);
    scm_pattern_free(pattern);
}

int cmd_trend(const options *o)
{
    job j;
    if (job_start(&j, o) == 0) follow(&j);
    return job_end(&j);
}
