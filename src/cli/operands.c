#include "cli/operands.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "cli/message.h"

/* The operands while folders are replaced. */
struct operands {
    char **at;
    size_t len, cap;
    bool recursive;
    int status;
};

static void add(struct operands *list, char *path)
{
    if (list->len == list->cap) {
        size_t cap = list->cap ? list->cap * 2 : 16;
        char **at = room(cap, sizeof *at);
        if (list->len) memcpy(at, list->at, list->len * sizeof *at);
        free(list->at);
        list->at = at;
        list->cap = cap;
    }
    list->at[list->len++] = path;
}

static char *copy(const char *path)
{
    return strcpy(room(strlen(path) + 1, 1), path);
}

static bool is_folder(const char *path)
{
    struct stat st;
    return strcmp(path, "-") != 0 && stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static int is_shown(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

enum { DEEPEST = 64 }; /* links may lead in a circle */

static void add_folder(struct operands *list, const char *path, int depth)
{
    struct dirent **entries;
    size_t len = strlen(path);
    int n = depth < DEEPEST ? scandir(path, &entries, is_shown, by_bytes) : -1;
    if (n < 0) {
        if (depth == DEEPEST) errno = ELOOP;
        list->status = complain("%s: %s", path, strerror(errno));
        return;
    }
    for (int i = 0; i < n; i++) {
        char *file = room(len + strlen(entries[i]->d_name) + 2, 1);
        bool slash = len && path[len - 1] == '/';
        strcat(strcat(strcpy(file, path), slash ? "" : "/"), entries[i]->d_name);
        free(entries[i]);
        if (!is_folder(file)) {
            add(list, file);
            continue;
        }
        if (list->recursive) add_folder(list, file, depth + 1);
        free(file);
    }
    free(entries);
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* The name without the extension. */
static size_t stem_length(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot && dot > name ? (size_t)(dot - name) : strlen(name);
}

static int by_stem(const void *x, const void *y)
{
    const char *a = *(const char *const *)x, *b = *(const char *const *)y;
    size_t m = stem_length(a), n = stem_length(b);
    int order = strncmp(a, b, m < n ? m : n);
    return order ? order : m < n ? -1 : m > n;
}

static void sort_names(options *o)
{
    o->names = room(o->noperands, sizeof *o->names);
    for (size_t i = 0; i < o->noperands; i++) o->names[i] = base_name(o->operands[i]);
    qsort(o->names, o->noperands, sizeof *o->names, by_stem);
}

const char *operand_id(const options *o, const char *path)
{
    const char *name = base_name(path);
    const char **found =
        o->names ? bsearch(&name, o->names, o->noperands, sizeof name, by_stem) : NULL;
    if (!found) return NULL;
    while (found > o->names && by_stem(found - 1, &name) == 0) found--;
    for (; found < o->names + o->noperands && by_stem(found, &name) == 0; found++)
        if (strcmp(*found, name) != 0) return name;
    return NULL;
}

/* A command that takes a fixed number of texts takes no folders. */
int operands_expand(options *o)
{
    const command *c = o->command;
    if (c->operand != OPERAND_TEXT || c->most < SIZE_MAX) return 0;
    struct operands list = {.recursive = o->recursive};
    bool pattern = strncmp(c->operands, "PATTERN", 7) == 0 && !o->ids && !o->types;
    for (size_t i = 0; i < o->noperands; i++) {
        size_t before = list.len;
        int status = list.status;
        if ((i == 0 && pattern) || !is_folder(o->operands[i])) {
            add(&list, copy(o->operands[i]));
            continue;
        }
        add_folder(&list, o->operands[i], 0);
        if (list.len == before && list.status == status)
            list.status = complain("%s: no files in this directory%s", o->operands[i],
                o->recursive ? "" : "; --recursive searches its subdirectories too");
    }
    o->operands = list.at;
    o->noperands = list.len;
    o->expanded = true;
    if (list.len > 1) sort_names(o);
    return list.status;
}

void operands_free(options *o)
{
    for (size_t i = 0; o->expanded && i < o->noperands; i++) free(o->operands[i]);
    if (o->expanded) free(o->operands);
    free(o->names);
}
