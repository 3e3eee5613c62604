/* Jobs: from operands to texts, from reports to the output. */
#include "cli/job.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/meeting.h"
#include "cli/message.h"

static int trouble(job *j, const scm_error *error)
{
    complain("%s", error->message);
    if (error->code == SCM_E_USAGE) j->stop = true; /* every text would say the same */
    return j->status = TROUBLE;
}

int job_start(job *j, const options *o)
{
    *j = (job){.options = o, .out = {.path = o->output}};
    if (o->output && strcmp(o->output, "-") == 0) j->out.path = NULL;
    if (!(o->command->bit & ANALYSES)) return 0;
    scm_authority_options how = {.dir = o->authority, .lexicon = o->lexicon};
    scm_error error;
    return scm_authority_load(&j->authority, &how, &error) ? trouble(j, &error) : 0;
}

/* The first bytes of a text that was left out, whole characters. */
static int head(scm_str s)
{
    size_t n = s.len < 60 ? s.len : 60;
    while (n && n < s.len && ((unsigned char)s.at[n] & 0xC0) == 0x80) n--;
    return (int)n;
}

static void tell(const char *path, const scm_document *d)
{
    complain("%s: %s, %s, %zu blocks", path, d->encoding, scm_kind_name(d->kind), d->nblocks);
    for (size_t i = 0; i < d->ndropped; i++) {
        const scm_dropped *x = &d->dropped[i];
        int n = head(x->text);
        complain("%s: left out (%s): %.*s%s", path, x->reason, n, x->text.at,
            (size_t)n < x->text.len ? "…" : "");
    }
}

static int read_path(job *j, text *out, const char *path)
{
    scm_error error;
    bool standard_input = strcmp(path, "-") == 0;
    if (standard_input && isatty(STDIN_FILENO)) {
        complain("reading from the terminal; name a FILE or a meeting, or pipe a text in");
        return j->status = TROUBLE;
    }
    scm_load_options how = {.id = standard_input ? j->options->name : NULL};
    if (scm_document_load(&out->document, path, &how, &error)) return trouble(j, &error);
    if (j->options->verbose) tell(path, out->document);
    return 0;
}

int job_read(job *j, text *out, const char *operand)
{
    *out = (text){0};
    char *path = meeting_path(j->options, operand);
    if (!path) return j->status = TROUBLE;
    int status = read_path(j, out, path);
    free(path);
    return status;
}

int job_annotate(job *j, text *t)
{
    scm_error error;
    scm_annotate_options how = {.date = j->options->date};
    if (scm_annotate(&t->annotations, t->document, j->authority, &how, &error))
        return trouble(j, &error);
    return 0;
}

static bool colored(const job *j)
{
    const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
    if (j->options->color != AUTO) return j->options->color == ALWAYS;
    if (no_color && *no_color) return false;
    if (!term || strcmp(term, "dumb") == 0) return false;
    return output_is_terminal(&j->out);
}

/* Records are one a line for programs also where they are laid out for people:
 * they are wrapped on a terminal only. */
int job_width(const job *j)
{
    int columns = output_width(&j->out);
    bool records = j->options->command->bit & (TAG | STATEMENTS | NORMALIZE);
    return columns == 0 && records ? -1 : columns;
}

int job_write(job *j, const scm_report *report)
{
    scm_write_options how = {
        .format = (enum scm_format)j->options->format,
        .header = j->options->header && !j->begun,
        .color = colored(j),
        .width = job_width(j),
    };
    FILE *file = output_file(&j->out);
    if (!file) {
        j->stop = true;
        return j->status = TROUBLE;
    }
    if (j->begun && how.format == SCM_FORMAT_TEXT) putc('\n', file);
    j->begun = true;
    if (scm_report_write(report, &how, file, NULL) == 0) return 0;
    output_failed(j->out.path, errno);
    j->stop = true;
    return j->status = TROUBLE;
}

void text_free(text *t)
{
    scm_summary_free(t->summary);
    scm_annotations_free(t->annotations);
    scm_document_free(t->document);
}

/* A file is left half written only where writing itself failed. */
int job_end(job *j)
{
    bool whole = !j->stop && (j->begun || j->status != TROUBLE);
    if (output_close(&j->out, whole)) j->status = TROUBLE;
    scm_authority_free(j->authority);
    return j->status;
}

int job_each(const options *o, void (*one)(job *, const char *operand))
{
    job j;
    if (job_start(&j, o) == 0) {
        if (o->noperands == 0) one(&j, "-");
        for (size_t i = 0; i < o->noperands && !j.stop; i++) one(&j, o->operands[i]);
    }
    return job_end(&j);
}
