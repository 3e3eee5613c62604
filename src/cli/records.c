/* Records: texts that come one a line, as JSON. */
#include "cli/records.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/message.h"

/* Room for the largest text with most of it written as escapes. */
enum { LONGEST = 129 * 1024 * 1024 };

struct record_reader {
    FILE *file;
    char *line;
    size_t len, room;
    bool too_long; /* only its first bytes are here */
    int why;       /* errno, where reading failed */
};

static void add(struct record_reader *r, char c)
{
    if (r->len == LONGEST) {
        r->too_long = true;
        return;
    }
    if (r->len == r->room) {
        r->room = r->room ? r->room * 2 : 64 * 1024;
        r->line = needed(realloc(r->line, r->room));
    }
    r->line[r->len++] = c;
}

/* The next line, without its end; false where there is none, or not all of it. */
static bool next_line(struct record_reader *r)
{
    int c;
    r->len = 0;
    r->too_long = false;
    while ((c = getc_unlocked(r->file)) != EOF && c != '\n') add(r, (char)c);
    if (c == EOF && ferror(r->file)) r->why = errno;
    return c != EOF || (r->len && !r->why);
}

/* Without the byte order mark that some editors put in front of a file. */
static scm_str record_of(const struct record_reader *r, size_t number)
{
    scm_str s = {r->line, r->len};
    if (number == 1 && s.len >= 3 && memcmp(s.at, "\xEF\xBB\xBF", 3) == 0)
        s = (scm_str){s.at + 3, s.len - 3};
    return s;
}

static bool is_blank(scm_str s)
{
    size_t n = 0;
    while (n < s.len && (s.at[n] == ' ' || s.at[n] == '\t' || s.at[n] == '\r')) n++;
    return n == s.len;
}

static void take_record(job *j, const struct record_reader *r, record_step *one, void *user)
{
    scm_str json = record_of(r, j->record);
    if (r->too_long)
        j->status = complain("%s: record %zu: larger than the limit of %d MiB", j->records,
            j->record, LONGEST / 1024 / 1024);
    else if (!is_blank(json))
        one(j, json, user);
}

/* Whoever sent a record may wait for what is said of it. */
static void flush(job *j)
{
    if (!j->out.file || fflush(j->out.file) == 0) return;
    output_failed(j->out.path, errno);
    j->stop = true;
    j->status = TROUBLE;
}

void records_each(job *j, const char *path, record_step *one, void *user)
{
    bool standard_input = strcmp(path, "-") == 0;
    if (standard_input && job_refuse_terminal(j)) return;
    struct record_reader r = {.file = standard_input ? stdin : fopen(path, "r")};
    if (!r.file && errno == ENOMEM) end_without_memory();
    if (!r.file) {
        j->status = complain("%s: %s", path, strerror(errno));
        return;
    }
    j->records = path;
    for (j->record = 1; !j->stop && next_line(&r); j->record++) {
        take_record(j, &r, one, user);
        if (!j->stop) flush(j);
        progress_step(&j->progress);
    }
    j->records = NULL;
    if (r.why) j->status = complain("%s: %s", path, strerror(r.why));
    if (!standard_input) fclose(r.file);
    free(r.line);
}
