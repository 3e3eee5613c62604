/* Jobs: from operands to texts, from reports to the output. */
#include "cli/job.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "cli/meeting.h"
#include "cli/message.h"
#include "cli/nearest.h"
#include "cli/operands.h"

int job_trouble(job *j, const scm_error *error)
{
    if (error->code == SCM_E_MEMORY) end_without_memory();
    if (j->records && error->code != SCM_E_USAGE)
        complain("%s: record %zu: %s", j->records, j->record, error->message);
    else
        complain("%s", error->message);
    if (error->code == SCM_E_USAGE) j->stop = true; /* every text would say the same */
    return j->status = TROUBLE;
}

void job_tell_note(const text *t)
{
    scm_str id = t->document->id, note = t->document->note;
    if (note.len) remark("%.*s: %.*s", (int)id.len, id.at, (int)note.len, note.at);
}

void job_tell_note_of_rows(const job *j, const text *t)
{
    int format = j->options->format;
    if (format == SCM_FORMAT_TSV || format == SCM_FORMAT_CSV) job_tell_note(t);
}

/* The id that was probably meant, to be freed; NULL: none is near. */
static char *nearest_id(const scm_authority *a, scm_str id)
{
    enum { FAR = 2 };
    char *word = needed(strndup(id.at, id.len)), *best = NULL;
    nearest near = {.word = word};
    for (size_t i = 0; i < scm_authority_names(a); i++) {
        scm_str one = scm_authority_name(a, i).id;
        char *candidate = needed(strndup(one.at, one.len));
        nearest_try(&near, candidate);
        char *worse = near.best == candidate ? best : candidate;
        if (near.best == candidate) best = candidate;
        free(worse);
    }
    free(word);
    if (best && near.distance <= FAR) return best;
    free(best);
    return NULL;
}

/* The text may be a record's, which has a summary alone, or one that could not be read. */
static bool mentions_id(const text *t, scm_str id)
{
    const scm_annotations *n = t->summary ? t->summary->annotations : t->annotations;
    for (size_t i = 0; n && i < n->nmentions; i++) {
        scm_str one = n->mentions[i].id;
        if (one.len == id.len && strncasecmp(one.at, id.at, id.len) == 0) return true;
    }
    return false;
}

bool job_tell_unknown_ids(const job *j, const text *texts, size_t ntexts)
{
    size_t n;
    bool told = false;
    scm_str *ids = options_ids(j->options->ids, &n);
    for (size_t i = 0; i < n; i++) {
        bool known = scm_authority_has_id(j->authority, ids[i]);
        for (size_t k = 0; k < ntexts && !known; k++) known = mentions_id(&texts[k], ids[i]);
        if (known) continue;
        told = true;
        char *meant = nearest_id(j->authority, ids[i]);
        complain("no name has the id %.*s; %s%s%s", (int)ids[i].len, ids[i].at,
            meant ? "did you mean " : "for all ids, run scmtool authority names",
            meant ? meant : "", meant ? "?" : "");
        free(meant);
    }
    free(ids);
    return told;
}

static void start_progress(job *j)
{
    const options *o = j->options;
    if (o->quiet) return;
    if (o->input == INPUT_JSONL)
        progress_start(&j->progress, 0, "records");
    else if (o->command->operand == OPERAND_TEXT)
        progress_start(
            &j->progress, o->noperands || o->command->gathers ? o->noperands : 1, "files");
}

int job_start(job *j, const options *o)
{
    *j = (job){.options = o, .out = {.path = o->output}};
    if (o->output && output_is_standard(o->output)) j->out.path = NULL;
    if (folder_start(&j->folder, o)) return j->status = TROUBLE;
    if (j->folder.path) j->out.path = NULL;
    if (o->name && o->input == INPUT_JSONL)
        return j->status = complain(
                   "--name cannot be combined with --input=jsonl: records have their own ids");
    start_progress(j);
    bool annotates = command_takes(o->command, "authority") || o->format == SCM_FORMAT_TEI;
    if (!annotates) return 0;
    scm_authority_options how = {.dir = o->authority, .lexicon = o->lexicon};
    scm_error error;
    return scm_authority_load(&j->authority, &how, &error) ? job_trouble(j, &error) : 0;
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
    remark("%s: %s, %s, %zu blocks", path, d->encoding, scm_kind_name(d->kind), d->nblocks);
    if (d->declared) remark("%s: declared as %s, but it is %s", path, d->declared, d->encoding);
    for (size_t i = 0; i < d->ndropped; i++) {
        const scm_dropped *x = &d->dropped[i];
        int n = head(x->text);
        remark("%s: left out (%s): %.*s%s", path, scm_reason_name(x->reason), n, x->text.at,
            (size_t)n < x->text.len ? "…" : "");
    }
}

int job_refuse_terminal(job *j)
{
    if (!isatty(STDIN_FILENO)) return 0;
    complain("reading from the terminal; give a FILE or a meeting, or pipe a text in");
    return j->status = TROUBLE;
}

static int read_path(job *j, text *out, const char *path)
{
    scm_error error;
    bool standard_input = strcmp(path, "-") == 0;
    if (standard_input && job_refuse_terminal(j)) return TROUBLE;
    scm_load_options how = {
        .id = standard_input ? j->options->name : operand_id(j->options, path),
        .encoding = j->options->encoding};
    if (scm_document_load(&out->document, path, &how, &error)) return job_trouble(j, &error);
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

int job_read_record(job *j, text *out, scm_str json)
{
    scm_error error;
    *out = (text){0};
    if (scm_document_parse_record(&out->document, json, &error)) return job_trouble(j, &error);
    char place[512];
    snprintf(place, sizeof place, "%s: record %zu", j->records, j->record);
    if (j->options->verbose) tell(place, out->document);
    return 0;
}

int job_annotate(job *j, text *t)
{
    scm_error error;
    scm_annotate_options how = {.date = j->options->date};
    if (scm_annotate(&t->annotations, t->document, j->authority, &how, &error))
        return job_trouble(j, &error);
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
    if (j->options->words) return -1; /* what was asked for is not cut */
    return columns == 0 && j->options->command->by_row ? -1 : columns;
}

bool job_has_header(const job *j)
{
    enum scm_header header = scm_format_describe((enum scm_format)j->options->format).header;
    return header == SCM_HEADER_ALWAYS || (header == SCM_HEADER_ASKED && j->options->header);
}

static int write_to_folder(job *j, const scm_report *report)
{
    enum scm_format format = (enum scm_format)j->options->format;
    return folder_write(&j->folder, format, report, &j->stop) ? j->status = TROUBLE : 0;
}

/* Where the next report goes, with all that stands in front of it; NULL after a
 * message.  Standard error is locked until end_write. */
static FILE *begin_write(job *j)
{
    flockfile(stderr);
    if (output_is_terminal(&j->out)) progress_clear();
    FILE *file = output_file(&j->out);
    if (file && j->begun && j->options->format == SCM_FORMAT_TEXT) putc('\n', file);
    j->begun |= file != NULL;
    return file;
}

/* `why` is errno where writing failed, 0 where it did not, -1 where that has been
 * said. */
static int end_write(job *j, int why)
{
    if (why == 0 && output_is_terminal(&j->out) && fflush(j->out.file) != 0) why = errno;
    if (why > 0) output_failed(j->out.path, why);
    funlockfile(stderr);
    if (why == 0) return 0;
    j->stop = true;
    return j->status = TROUBLE;
}

static int write_errno(void)
{
    return errno ? errno : EIO;
}

/* As with grep and cmp: where the status is an answer, -q asks for no other. */
static bool only_status(const options *o)
{
    return o->quiet && !o->output && o->command->answers;
}

int job_write(job *j, const scm_report *report)
{
    if (!report) end_without_memory();
    if (only_status(j->options)) return 0;
    if (j->folder.path) return write_to_folder(j, report);
    scm_write_options how = {
        .format = (enum scm_format)j->options->format,
        .header = job_has_header(j) && !j->begun,
        .color = colored(j),
        .width = job_width(j),
    };
    FILE *file = begin_write(j);
    if (!file) return end_write(j, -1);
    return end_write(j, output_report(file, report, &how) ? write_errno() : 0);
}

int job_write_bytes(job *j, scm_str bytes)
{
    FILE *file = begin_write(j);
    if (!file) return end_write(j, -1);
    return end_write(j, fwrite(bytes.at, 1, bytes.len, file) == bytes.len ? 0 : write_errno());
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
    progress_end(&j->progress);
    if (output_close(&j->out, whole)) j->status = TROUBLE;
    folder_end(&j->folder);
    scm_authority_free(j->authority);
    return j->status;
}
