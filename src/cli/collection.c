#include "cli/collection.h"

#include <stdlib.h>

#include "cli/meeting.h"
#include "cli/message.h"
#include "cli/parallel.h"
#include "cli/records.h"

static void read_one(job *j, size_t index, void *user)
{
    collection *c = user;
    text *t = &c->texts[index];
    const char *path = c->paths ? c->paths[index] : j->options->operands[index];
    if (job_read(j, t, path) || job_annotate(j, t)) return;
    job_tell_note_of_rows(j, t);
    t->summary = needed(scm_summarize(t->annotations));
    if (j->options->command->compares) scm_summary_prepare(t->summary);
}

/* Keeps the summary that a record holds. */
static void read_record(job *j, scm_str json, void *user)
{
    collection *c = user;
    scm_error error;
    scm_summary *summary;
    if (scm_summary_read(&summary, json, j->authority, &error)) {
        job_trouble(j, &error);
        return;
    }
    if (c->ntexts == c->cap) {
        c->cap = c->cap ? 2 * c->cap : 64;
        c->texts = needed(reallocarray(c->texts, c->cap, sizeof *c->texts));
    }
    c->texts[c->ntexts++] = (text){.summary = summary};
}

static int collect_records(job *j, collection *c)
{
    const options *o = j->options;
    for (size_t i = 0; i < o->noperands && !j->stop; i++)
        records_each(j, o->operands[i], read_record, c);
    c->summaries = room(c->ntexts, sizeof *c->summaries);
    for (size_t i = 0; i < c->ntexts; i++) c->summaries[c->nsummaries++] = c->texts[i].summary;
    return j->stop ? TROUBLE : 0;
}

int collect(job *j, collection *c)
{
    const options *o = j->options;
    *c = (collection){.ntexts = o->from ? 0 : o->noperands};
    if (o->from) return collect_records(j, c);
    if (o->noperands == 0) c->paths = meeting_texts(o, j->authority, &c->ntexts);
    if (o->noperands == 0 && !c->paths) return j->status = TROUBLE;
    c->texts = room(c->ntexts, sizeof *c->texts);
    c->summaries = room(c->ntexts, sizeof *c->summaries);
    job_run(j, c->ntexts, read_one, c);
    for (size_t i = 0; i < c->ntexts; i++)
        if (c->texts[i].summary) c->summaries[c->nsummaries++] = c->texts[i].summary;
    return j->stop ? TROUBLE : 0;
}

void collection_free(collection *c)
{
    for (size_t i = 0; i < c->ntexts; i++) {
        if (c->texts) text_free(&c->texts[i]);
        if (c->paths) free(c->paths[i]);
    }
    free(c->paths);
    free(c->texts);
    free(c->summaries);
}
