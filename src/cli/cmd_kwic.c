/* scmtool kwic: a pattern, or a name however worded, in its context. */
#include <stdlib.h>

#include "cli/job.h"
#include "cli/message.h"
#include "cli/select.h"

/* What is looked for, and what was found in all texts. */
struct search {
    job job;
    scm_pattern *pattern; /* NULL: names */
    scm_str *ids;
    size_t nids;
    text *texts;
    scm_concordance **found;
    size_t n; /* of both */
};

static bool by_name(const options *o)
{
    return o->ids || o->types;
}

static int compile(struct search *s, const options *o)
{
    scm_error error;
    s->ids = select_ids(o->ids, &s->nids);
    if (by_name(o)) return 0;
    if (o->noperands == 0)
        return s->job.status = complain("kwic wants a PATTERN, or --id or --type");
    if (scm_pattern_compile(&s->pattern, o->operands[0], o->ignore_case, &error))
        return s->job.status = complain("%s", error.message);
    return 0;
}

static int find(struct search *s, text *t, scm_concordance **out)
{
    job *j = &s->job;
    scm_error error;
    if (!s->pattern) {
        if (job_annotate(j, t)) return TROUBLE;
        *out = scm_concordance_of_names(t->annotations, j->options->types, s->ids, s->nids);
        return 0;
    }
    if (scm_concordance_of_pattern(out, t->document, s->pattern, &error) == SCM_OK) return 0;
    j->stop = true; /* the pattern is at fault, and would be again */
    return j->status = complain("%s", error.message);
}

static void search_text(struct search *s, const char *operand)
{
    text *t = &s->texts[s->n];
    if (job_read(&s->job, t, operand) == 0 && find(s, t, &s->found[s->n]) == 0)
        s->n++;
    else
        text_free(t);
}

static void search_all(struct search *s, const options *o)
{
    size_t first = by_name(o) ? 0 : 1;
    s->texts = room(o->noperands + 1, sizeof *s->texts);
    s->found = room(o->noperands + 1, sizeof *s->found);
    if (o->noperands <= first) search_text(s, "-");
    for (size_t i = first; i < o->noperands && !s->job.stop; i++)
        search_text(s, o->operands[i]);
}

static void write_lines(struct search *s)
{
    size_t lines = 0;
    for (size_t i = 0; i < s->n; i++) lines += s->found[i]->noccurrences;
    scm_report *report =
        scm_report_concordances((const scm_concordance *const *)s->found, s->n);
    job_write(&s->job, report);
    scm_report_free(report);
    if (lines == 0 && s->job.status == 0) s->job.status = 1;
}

int cmd_kwic(const options *o)
{
    struct search s = {0};
    if (job_start(&s.job, o) == 0 && compile(&s, o) == 0) search_all(&s, o);
    if (s.n && !s.job.stop) write_lines(&s);
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
