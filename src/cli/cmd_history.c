/* scmtool history: since when each sentence stands in a series of texts. */
#include <stdlib.h>
#include <string.h>

#include "cli/collection.h"
#include "cli/meeting.h"
#include "cli/message.h"

/* The texts, and what the command narrows them to. */
struct following {
    job job;
    collection texts;
    scm_history *history;
    scm_concordance **found; /* of each text; NULL: all lines */
    size_t nfound;
};

/* A text that was named and is left out must not be missed. */
static void tell_left_out(const struct following *f)
{
    const scm_history *h = f->history;
    for (size_t i = 0; i < h->nleft_out; i++) {
        const scm_left_out *l = &h->left_out[i];
        scm_str id = l->text.id;
        if (l->reason == SCM_LEFT_OUT_KIND)
            remark("%.*s: left out (%s); --all-kinds includes it", (int)id.len, id.at,
                scm_kind_name(l->text.kind));
        else
            remark("%.*s: left out (second text of its meeting); --all-kinds includes it",
                (int)id.len, id.at);
    }
}

static int trace(struct following *f)
{
    const options *o = f->job.options;
    scm_error error;
    scm_history_options how = {.all_kinds = o->all_kinds};
    if (scm_trace(&f->history, f->texts.summaries, f->texts.nsummaries, &how, &error))
        return job_trouble(&f->job, &error);
    if (o->noperands || o->verbose) tell_left_out(f);
    if (f->history->ndocuments > 1) return 0;
    return f->job.status = complain("history needs at least two texts");
}

static bool nothing_found(const struct following *f)
{
    size_t total = 0;
    for (size_t i = 0; i < f->nfound; i++) total += f->found[i]->noccurrences;
    return total == 0;
}

static int find_pattern(struct following *f)
{
    const options *o = f->job.options;
    scm_pattern *pattern;
    scm_error error;
    if (scm_pattern_compile(&pattern, o->pattern, o->ignore_case, &error))
        return job_trouble(&f->job, &error);
    int status = 0;
    for (size_t i = 0; i < f->texts.nsummaries && status == 0; i++) {
        const scm_document *d = f->texts.summaries[i]->annotations->document;
        if (scm_concordance_of_pattern(&f->found[f->nfound], d, pattern, &error))
            status = job_trouble(&f->job, &error);
        else
            f->nfound++;
    }
    scm_pattern_free(pattern);
    if (status == 0 && nothing_found(f)) remark("no sentence matches \"%s\"", o->pattern);
    return status;
}

/* What the lines that are shown have to hold. */
static int find(struct following *f)
{
    const options *o = f->job.options;
    if (!o->pattern && !o->ids && !o->types) return 0;
    if (o->pattern && (o->ids || o->types))
        return f->job.status = complain("--pattern cannot be combined with --id or --type");
    f->found = room(f->texts.nsummaries, sizeof *f->found);
    if (o->pattern) return find_pattern(f);
    size_t nids;
    scm_str *ids = options_ids(o->ids, &nids);
    for (size_t i = 0; i < f->texts.nsummaries; i++)
        f->found[f->nfound++] = needed(
            scm_concordance_of_names(f->texts.summaries[i]->annotations, o->types, ids, nids));
    free(ids);
    if (!job_tell_unknown_ids(&f->job, f->texts.texts, f->texts.ntexts) && o->ids &&
        nothing_found(f))
        remark("no text mentions %s", o->ids);
    return 0;
}

/* The place of the text that is to be shown. */
static int choose_text(struct following *f, size_t *of)
{
    const options *o = f->job.options;
    const scm_history *h = f->history;
    *of = SIZE_MAX;
    if (!o->of) return 0;
    for (size_t i = 0; i < h->ndocuments; i++) {
        const scm_dated *d = &h->documents[i];
        char ordinal[16];
        int number = d->summary->annotations->ordinal;
        snprintf(ordinal, sizeof ordinal, "%d", number);
        bool year = strlen(o->of) == 4 && d->date.len >= 4 && memcmp(d->date.at, o->of, 4) == 0;
        bool id = strlen(o->of) == d->id.len && memcmp(d->id.at, o->of, d->id.len) == 0;
        if (id || year || (number > 0 && strcmp(o->of, ordinal) == 0)) *of = i;
    }
    if (*of != SIZE_MAX) return 0;
    return f->job.status = complain("--of: no text of %s among those compared", o->of);
}

static void write_history(struct following *f)
{
    const options *o = f->job.options;
    scm_history_report_options how = {.all = o->all,
        .gone = o->gone,
        .wordings = o->wordings,
        .para = o->para,
        .holding = (const scm_concordance *const *)f->found,
        .nholding = f->nfound};
    if (choose_text(f, &how.of)) return;
    scm_report *report = scm_report_history(f->history, &how);
    job_write(&f->job, report);
    scm_report_free(report);
}

int cmd_history(const options *o)
{
    struct following f = {0};
    if (job_start(&f.job, o) == 0 && collect(&f.job, &f.texts) == 0 && trace(&f) == 0 &&
        find(&f) == 0)
        write_history(&f);
    for (size_t i = 0; i < f.nfound; i++) scm_concordance_free(f.found[i]);
    free(f.found);
    scm_history_free(f.history);
    collection_free(&f.texts);
    return job_end(&f.job);
}
