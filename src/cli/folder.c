/* Folders: TEI and a page are one file a text, brat is two and a configuration.
 * The files of a text are written beside, and renamed once all of them are whole. */
#include "cli/folder.h"

#include <errno.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/message.h"
#include "cli/output.h"

/* One file of a text. */
struct file_part {
    const char *ending;
    enum scm_format format;
};
enum { MOST_PARTS = 2 };

static const char CONFIGURATION[] = "annotation.conf";

/* "out/" means a folder also where there is none yet. */
static bool names_folder(const char *path)
{
    struct stat st;
    size_t len = strlen(path);
    return (len && path[len - 1] == '/') || (stat(path, &st) == 0 && S_ISDIR(st.st_mode));
}

int folder_start(folder *out, const options *o)
{
    bool named = o->output && !output_is_standard(o->output);
    bool brat = o->format == SCM_FORMAT_BRAT;
    bool html = o->format == SCM_FORMAT_HTML;
    bool page = html && command_takes(o->command, "input") && !o->command->together;
    bool several = o->noperands > 1 || o->input == INPUT_JSONL;
    *out = (folder){0};
    if (html && o->command->together && o->input == INPUT_JSONL)
        return complain(
            "%s: --format=html cannot be combined with --input=jsonl", o->command->name);
    if (!brat && !page && o->format != SCM_FORMAT_TEI) return 0;
    if (brat && !named)
        return complain(
            "--format=brat writes two files per text; name a directory with -o DIR");
    if (several && !named)
        return complain("--format=%s writes one file per text; name a directory with -o DIR",
            page ? "html" : "tei");
    if (brat || several || (named && names_folder(o->output))) out->path = o->output;
    return 0;
}

static int compare(const void *a, const void *b)
{
    return strcmp(a, b);
}

/* The id as the name of a file; NULL after a message where it has been used. */
static const char *take_id(folder *f, scm_str id)
{
    char *name = needed(strndup(id.len ? id.at : "-", id.len ? id.len : 1));
    for (char *c = name; *c; c++)
        if (*c == '/') *c = '_';
    char **node = needed(tsearch(name, &f->ids, compare));
    if (*node == name) return name;
    complain("%s: another text has already been written under this name", name);
    free(name);
    return NULL;
}

static int make_folder(const char *path)
{
    struct stat st;
    if (mkdir(path, 0777) != 0 && errno != EEXIST) return output_failed(path, errno);
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode) ? 0 : output_failed(path, ENOTDIR);
}

static char *file_path(const folder *f, const char *name, const char *ending)
{
    char *path;
    size_t len = strlen(f->path);
    const char *slash = f->path[len - 1] == '/' ? "" : "/";
    if (asprintf(&path, "%s%s%s%s", f->path, slash, name, ending) < 0) end_without_memory();
    return path;
}

/* Writes all of a file, still under its other name. */
static int write_file(output *out, enum scm_format format, const scm_report *report)
{
    scm_write_options how = {.format = format};
    FILE *file = output_file(out);
    if (!file) return TROUBLE;
    if (output_report(file, report, &how) != 0 || fflush(file) != 0)
        return output_failed(out->path, errno);
    return 0;
}

static int write_parts(const folder *f, const char *name, const struct file_part *parts,
    size_t nparts, const scm_report *report)
{
    output out[MOST_PARTS] = {0};
    int status = 0;
    for (size_t i = 0; i < nparts; i++) out[i].path = file_path(f, name, parts[i].ending);
    for (size_t i = 0; i < nparts && status == 0; i++)
        status = write_file(&out[i], parts[i].format, report);
    for (size_t i = 0; i < nparts; i++) {
        if (output_close(&out[i], status == 0)) status = TROUBLE;
        free((char *)(uintptr_t)out[i].path);
    }
    return status;
}

/* The types for brat; one that is there may have been made fit by its user. */
static int write_configuration(const folder *f, const scm_report *report)
{
    static const struct file_part PART = {"", SCM_FORMAT_BRAT_CONF};
    char *path = file_path(f, CONFIGURATION, "");
    bool there = access(path, F_OK) == 0;
    free(path);
    return there ? 0 : write_parts(f, CONFIGURATION, &PART, 1, report);
}

int folder_write(folder *f, enum scm_format format, const scm_report *report, bool *stop)
{
    static const struct file_part TEI[] = {{".xml", SCM_FORMAT_TEI}};
    static const struct file_part PAGE[] = {{".html", SCM_FORMAT_HTML}};
    static const struct file_part BRAT[] = {
        {".txt", SCM_FORMAT_BRAT_TEXT}, {".ann", SCM_FORMAT_BRAT}};
    bool brat = format == SCM_FORMAT_BRAT;
    const struct file_part *parts = brat ? BRAT : format == SCM_FORMAT_HTML ? PAGE : TEI;
    bool first = !f->ids;
    const char *name = take_id(f, scm_report_id(report));
    if (!name) return TROUBLE;
    int status = first ? make_folder(f->path) : 0;
    *stop = status != 0;
    if (status == 0 && first && brat) status = write_configuration(f, report);
    if (status == 0) status = write_parts(f, name, parts, brat ? 2 : 1, report);
    return status;
}

void folder_end(folder *f)
{
    tdestroy(f->ids, free);
}
