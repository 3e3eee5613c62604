/* Zip archives are read by libarchive, opened with dlopen(3) as libxml2 is. */
#include "load/read/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>

#include "base/input.h"
#include "base/library.h"

static const char NAME[] = "libarchive.so.13";

struct library {
    void *handle;
    __typeof__(&archive_read_new) new;
    __typeof__(&archive_read_support_format_zip) zip;
    __typeof__(&archive_read_open_memory) open;
    __typeof__(&archive_read_next_header) next;
    __typeof__(&archive_entry_pathname) name;
    __typeof__(&archive_entry_is_encrypted) is_encrypted;
    __typeof__(&archive_read_data) read;
    __typeof__(&archive_read_free) free;
    __typeof__(&archive_errno) why;
};

static int open_library(struct library *l, struct source *s)
{
    void *h = l->handle = library_open(NAME);
    bool ok = h && library_find(h, &l->new, "archive_read_new") &&
              library_find(h, &l->zip, "archive_read_support_format_zip") &&
              library_find(h, &l->open, "archive_read_open_memory") &&
              library_find(h, &l->next, "archive_read_next_header") &&
              library_find(h, &l->name, "archive_entry_pathname") &&
              library_find(h, &l->is_encrypted, "archive_entry_is_encrypted") &&
              library_find(h, &l->read, "archive_read_data") &&
              library_find(h, &l->free, "archive_read_free") &&
              library_find(h, &l->why, "archive_errno");
    if (ok) return SCM_OK;
    library_close(h);
    return fail(
        s->error, SCM_E_IO, "%s: a Word file needs %s: install libarchive13", s->name, NAME);
}

static int broken(struct source *s)
{
    return fail(s->error, SCM_E_INPUT, "%s: the archive is broken", s->name);
}

static int read_member(const struct library *l, struct archive *a, struct source *s,
    struct archive_member *m, size_t *total)
{
    buf out = {.arena = s->arena};
    char chunk[64 * 1024];
    for (;;) {
        la_ssize_t n = l->read(a, chunk, sizeof chunk);
        if (n < 0) return broken(s);
        if (n == 0) break;
        *total += (size_t)n;
        if (*total > INPUT_LIMIT)
            return fail(s->error, SCM_E_LIMIT, "%s: larger than the limit of %d MiB", s->name,
                INPUT_LIMIT / 1024 / 1024);
        buf_add(&out, (str){chunk, (size_t)n});
    }
    m->bytes = buf_str(&out);
    return SCM_OK;
}

static int read_members(const struct library *l, struct archive *a, struct source *s,
    struct archive_member *members, size_t count)
{
    enum { MOST_ENTRIES = 10000 };
    struct archive_entry *entry;
    size_t total = 0;
    int next = ARCHIVE_OK, status = SCM_OK;
    for (int n = 0; n < MOST_ENTRIES && status == SCM_OK; n++) {
        next = l->next(a, &entry);
        if (next == ARCHIVE_EOF) return SCM_OK;
        if (next != ARCHIVE_OK && next != ARCHIVE_WARN) break;
        const char *path = l->name(entry);
        str name = str_of(path ? path : "");
        for (size_t i = 0; i < count && status == SCM_OK; i++) {
            if (!str_eq(name, str_of(members[i].name))) continue;
            if (l->is_encrypted(entry))
                return fail(s->error, SCM_E_INPUT,
                    "%s: the archive is encrypted: save it without a password first", s->name);
            status = read_member(l, a, s, &members[i], &total);
        }
    }
    return status ? status : broken(s);
}

int archive_members(struct source *s, str bytes, struct archive_member *members, size_t count)
{
    struct library l;
    int status = open_library(&l, s);
    if (status) return status;
    struct archive *a = l.new();
    bool open = a && l.zip(a) == ARCHIVE_OK && l.open(a, bytes.at, bytes.len) == ARCHIVE_OK;
    status = open ? read_members(&l, a, s, members, count) : broken(s);
    if (!a || l.why(a) == ENOMEM) status = no_memory(s->error);
    if (a) l.free(a);
    library_close(l.handle);
    return status;
}
