/* scmtool diff: what changed between two texts. */
#include <stdlib.h>

#include "cli/meeting.h"
#include "cli/message.h"
#include "cli/parallel.h"

static void read_text(job *j, text *t, const char *operand)
{
    if (job_read(j, t, operand) || job_annotate(j, t)) return;
    t->summary = needed(scm_summarize(t->annotations));
    scm_summary_prepare(t->summary);
}

static void read_side(job *j, size_t index, void *user)
{
    read_text(j, (text *)user + index, j->options->operands[index]);
}

static int write_comparison(job *j, const scm_comparison *comparison)
{
    const options *o = j->options;
    scm_diff_report_options how = {
        .brief = o->brief, .stat = o->stat, .full = o->full, .context = o->context};
    scm_report *report = scm_report_comparison(comparison, &how);
    int status = job_write(j, report);
    if (status == 0 && !comparison->identical) j->status = 1;
    scm_report_free(report);
    return status;
}

static int compare(job *j, const text *old_text, const text *new_text)
{
    const options *o = j->options;
    scm_compare_options how = {.ignore_case = o->ignore_case,
        .ignore_quotes = o->ignore_quotes,
        .types = o->types,
        .parts = o->kinds};
    scm_comparison *comparison;
    scm_error error;
    if (scm_compare(&comparison, old_text->summary, new_text->summary, &how, &error))
        return job_trouble(j, &error);
    int status = write_comparison(j, comparison);
    scm_comparison_free(comparison);
    return status;
}

/* Roles and dates stand in every paragraph; what became of them says nothing. */
static int check_kinds(const options *o)
{
    for (int type = 0; type < SCM_NTYPES; type++) {
        scm_type_info info = scm_type_describe((enum scm_type)type);
        if (!info.counted && (o->kinds | o->types) >> type & 1)
            return complain("diff does not compare mentions of type %s", info.name);
    }
    return 0;
}

/* One text alone is compared with that of the meeting before. */
static void read_before(job *j, text sides[2])
{
    const char *operand = j->options->operands[0];
    read_text(j, &sides[1], operand);
    if (!sides[1].summary) return;
    const scm_annotations *n = sides[1].annotations;
    if (n->ordinal < 1) {
        j->status = complain(
            "%s: not a text of a numbered meeting; name the text to compare it with", operand);
        return;
    }
    char *path = meeting_before(j->options, j->authority, n, true);
    if (!path) {
        j->status = TROUBLE;
        return;
    }
    read_text(j, &sides[0], path);
    free(path);
}

int cmd_diff(const options *o)
{
    if (check_kinds(o)) return TROUBLE;
    job j;
    text sides[2] = {0};
    if (job_start(&j, o) == 0) {
        if (o->noperands == 1)
            read_before(&j, sides);
        else
            job_run(&j, 2, read_side, sides);
        if (sides[0].summary && sides[1].summary) compare(&j, &sides[0], &sides[1]);
    }
    text_free(&sides[1]);
    text_free(&sides[0]);
    return job_end(&j);
}
