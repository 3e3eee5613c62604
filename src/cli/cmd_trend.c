/* scmtool trend: a mechanism's life across the years. */
#include <stdlib.h>
#include <strings.h>

#include "cli/job.h"
#include "cli/message.h"
#include "cli/select.h"

static bool mentioned(const scm_trend *trend, scm_str id)
{
    for (size_t i = 0; i < trend->nrows; i++) {
        scm_str known = trend->rows[i].id;
        if (known.len == id.len && strncasecmp(known.at, id.at, id.len) == 0) return true;
    }
    return false;
}

/* Names that were asked for and that no text mentions are not passed over. */
static void tell_missing(const scm_trend *trend, const scm_str *ids, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!mentioned(trend, ids[i]))
            complain("no text mentions \"%.*s\"", (int)ids[i].len, ids[i].at);
}

static void write_trend(job *j, const scm_trend *trend)
{
    const options *o = j->options;
    scm_trend_report_options how = {
        .types = o->ids ? (unsigned)TYPES : o->types, .per = o->per, .width = job_width(j)};
    scm_report *report = scm_report_trend(trend, &how);
    job_write(j, report);
    scm_report_free(report);
}

static void track(job *j, const scm_summary *const *summaries, size_t n)
{
    const options *o = j->options;
    size_t nids;
    scm_str *ids = select_ids(o->ids, &nids);
    scm_trend_options how = {
        .types = o->types, .least = (size_t)o->least, .ids = ids, .nids = nids};
    scm_trend *trend;
    scm_error error;
    if (scm_track(&trend, summaries, n, &how, &error)) {
        j->status = complain("%s", error.message);
    } else {
        write_trend(j, trend);
        if (o->least == 0) tell_missing(trend, ids, nids);
        scm_trend_free(trend);
    }
    free(ids);
}

static void read_all(job *j, text *texts)
{
    for (size_t i = 0; i < j->options->noperands && !j->stop; i++)
        if (job_read(j, &texts[i], j->options->operands[i]) == 0 &&
            job_annotate(j, &texts[i]) == 0)
            texts[i].summary = scm_summarize(texts[i].annotations);
}

int cmd_trend(const options *o)
{
    job j;
    size_t n = 0;
    text *texts = room(o->noperands, sizeof *texts);
    const scm_summary **summaries = room(o->noperands, sizeof *summaries);
    if (job_start(&j, o) == 0) {
        read_all(&j, texts);
        for (size_t i = 0; i < o->noperands; i++)
            if (texts[i].summary) summaries[n++] = texts[i].summary;
        if (n && !j.stop) track(&j, summaries, n);
    }
    for (size_t i = 0; i < o->noperands; i++) text_free(&texts[i]);
    free(summaries);
    free(texts);
    return job_end(&j);
}
