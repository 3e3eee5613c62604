/* scmtool kwic: a pattern, or a name however worded, in its context. */
#include <stdlib.h>

#include "cli/each.h"
#include "cli/message.h"
#include "cli/parallel.h"

/* What is looked for, and what was found in all texts. */
struct kwic {
    job job;
    scm_pattern *pattern; /* NULL: names */
    scm_str *ids;
    size_t nids;
    text *texts;
    scm_concordance **found; /* NULL where a text could not be read */
    size_t n;                /* of both */
    size_t lines;
};

static bool by_name(const options *o)
{
    return o->ids || o->types;
}

static int compile(struct kwic *s, const options *o)
{
    scm_error error;
    s->ids = options_ids(o->ids, &s->nids);
    if (by_name(o)) return 0;
    if (o->noperands == 0)
        return s->job.status = complain("kwic needs a PATTERN, --id or --type");
    if (scm_pattern_compile(&s->pattern, o->operands[0], o->ignore_case, &error))
        return job_trouble(&s->job, &error);
    return 0;
}

static int find(const struct kwic *s, job *j, text *t, scm_concordance **out)
{
    scm_error error;
    job_tell_note_of_rows(j, t);
    if (!s->pattern) {
        if (job_annotate(j, t)) return TROUBLE;
        *out = needed(
            scm_concordance_of_names(t->annotations, j->options->types, s->ids, s->nids));
        return 0;
    }
    if (scm_concordance_of_pattern(out, t->document, s->pattern, &error) == SCM_OK) return 0;
    j->stop = true; /* the pattern is at fault, and would be again */
    return job_trouble(j, &error);
}

static const char *operand_at(const options *o, size_t index)
{
    index += by_name(o) ? 0 : 1;
    return index < o->noperands ? o->operands[index] : "-";
}

static void write_lines(struct kwic *s, scm_concordance *const *found, size_t n)
{
    scm_report *report = scm_report_concordances(
        (const scm_concordance *const *)found, n, s->job.options->words);
    job_write(&s->job, report);
    scm_report_free(report);
}

/* Records are without end, so what is found in one is written at once. */
static void search_record(job *j, text *t)
{
    struct kwic *s = (struct kwic *)j; /* its first member */
    scm_concordance *found;
    if (find(s, j, t, &found)) return;
    s->lines += found->noccurrences;
    if (found->noccurrences || j->options->format != SCM_FORMAT_TEXT) write_lines(s, &found, 1);
    scm_concordance_free(found);
}

static void search_text(job *j, size_t index, void *user)
{
    struct kwic *s = user;
    text *t = &s->texts[index];
    const char *operand = operand_at(j->options, index);
    if (j->options->input == INPUT_JSONL)
        job_texts(j, operand, search_record);
    else if (job_read(j, t, operand) == 0)
        find(s, j, t, &s->found[index]);
}

static void search_all(struct kwic *s, const options *o)
{
    size_t first = by_name(o) ? 0 : 1, n = 0;
    s->n = o->noperands > first ? o->noperands - first : 1;
    s->texts = room(s->n, sizeof *s->texts);
    s->found = room(s->n, sizeof *s->found);
    job_run(&s->job, s->n, search_text, s);
    scm_concordance **found = room(s->n, sizeof *found);
    for (size_t i = 0; i < s->n; i++)
        if (s->found[i]) found[n++] = s->found[i];
    for (size_t i = 0; i < n; i++) s->lines += found[i]->noccurrences;
    if (n && !s->job.stop) write_lines(s, found, n);
    job_tell_unknown_ids(&s->job, s->texts, s->n);
    if (s->lines == 0 && s->job.status == 0) s->job.status = 1;
    free(found);
}

int cmd_kwic(const options *o)
{
    struct kwic s = {0};
    if (job_start(&s.job, o) == 0 && compile(&s, o) == 0) search_all(&s, o);
    for (size_t i = 0; i < s.n; i++) {
        scm_concordance_free(s.found[i]);
        text_free(&s.texts[i]);
    }
    free(s.found);
    free(s.texts);
    free(s.ids);
    scm_pattern_free(s.pattern);
    return job_end(&s.job);
}
