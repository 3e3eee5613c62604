/* The pages are written into a folder beside the one that is meant, which changes places with
 * it once all are whole.  Signals are kept in mind and obeyed between pages, when the folder
 * beside can be taken away. */
#include "cli/site_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/message.h"
#include "cli/output.h"

static volatile sig_atomic_t came; /* the signal that has come; 0: none */

static void keep_in_mind(int number)
{
    came = number;
}

static void watch_signals(void (*handler)(int))
{
    static const int SIGNALS[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU};
    struct sigaction action = {.sa_handler = handler}, old;
    for (size_t i = 0; i < sizeof SIGNALS / sizeof *SIGNALS; i++)
        if (sigaction(SIGNALS[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
            sigaction(SIGNALS[i], &action, NULL);
}

static char *join(const char *folder, const char *name)
{
    char *path;
    if (asprintf(&path, "%s/%s", folder, name) < 0) end_without_memory();
    return path;
}

static bool is_dots(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Does the file begin as our pages do? */
static bool is_ours(const char *folder, const char *name)
{
    char head[4096];
    char *path = join(folder, name);
    size_t len = strlen(name);
    bool page = len > 5 && strcmp(name + len - 5, ".html") == 0;
    FILE *file = page ? fopen(path, "r") : NULL;
    size_t n = file ? fread(head, 1, sizeof head - 1, file) : 0;
    if (file) fclose(file);
    free(path);
    head[n] = '\0';
    return strstr(head, "<meta name=\"generator\" content=\"scmtool ") != NULL;
}

/* Whether all that is in the folder may be replaced. */
static int check_contents(const char *path, DIR *folder)
{
    struct dirent *entry;
    while ((entry = readdir(folder)))
        if (!is_dots(entry->d_name) && !is_ours(path, entry->d_name))
            return complain("%s: contains %s, which is not a page of a site made by scmtool",
                path, entry->d_name);
    return 0;
}

static int check_folder(const char *path)
{
    DIR *folder = opendir(path);
    if (!folder) return errno == ENOENT ? 0 : output_failed(path, errno);
    int status = check_contents(path, folder);
    closedir(folder);
    return status;
}

static void remove_folder(const char *path)
{
    struct dirent *entry;
    DIR *folder = opendir(path);
    while (folder && (entry = readdir(folder))) {
        char *file = join(path, entry->d_name);
        if (!is_dots(entry->d_name)) unlink(file);
        free(file);
    }
    if (folder) closedir(folder);
    rmdir(path);
}

/* The path without slashes at its end: the folder beside has a name of its own. */
static char *beside(const char *path)
{
    size_t len = strlen(path);
    char *name;
    while (len > 1 && path[len - 1] == '/') len--;
    if (asprintf(&name, "%.*s.XXXXXX", (int)len, path) < 0) end_without_memory();
    return name;
}

int site_begin(site_folder *f, const char *path)
{
    *f = (site_folder){.path = path};
    if (check_folder(path)) return TROUBLE;
    came = 0;
    watch_signals(keep_in_mind);
    f->temporary = beside(path);
    mode_t mask = umask(0);
    umask(mask);
    if (mkdtemp(f->temporary) && chmod(f->temporary, 0777 & ~mask) == 0) return 0;
    int status = output_failed(path, errno);
    free(f->temporary);
    f->temporary = NULL;
    return status;
}

int site_write(site_folder *f, const char *name, const scm_report *report)
{
    scm_write_options how = {.format = SCM_FORMAT_HTML};
    char *path = join(f->temporary, name);
    int status = 0;
    if (access(path, F_OK) == 0) {
        status = complain("%s: two pages would have this name", name);
        free(path);
        return status;
    }
    FILE *file = fopen(path, "w");
    bool failed = !file || output_report(file, report, &how) != 0;
    int why = errno;
    if (file && fclose(file) != 0 && !failed) {
        failed = true;
        why = errno;
    }
    if (failed) status = output_failed(path, why);
    free(path);
    return came ? TROUBLE : status;
}

/* The new folder and the old one change places at once, where the file system can do that. */
static int put_in_place(const site_folder *f)
{
    if (renameat2(AT_FDCWD, f->temporary, AT_FDCWD, f->path, RENAME_EXCHANGE) == 0) {
        remove_folder(f->temporary);
        return 0;
    }
    if (errno == ENOENT && rename(f->temporary, f->path) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return -1;
    char *old = beside(f->path);
    int status = mkdtemp(old) && rename(f->path, old) == 0 ? rename(f->temporary, f->path) : -1;
    if (status == 0) remove_folder(old);
    free(old);
    return status;
}

int site_end(site_folder *f, bool whole)
{
    int status = 0;
    if (f->temporary && whole && !came && put_in_place(f) != 0)
        status = output_failed(f->path, errno);
    if (f->temporary && (status || !whole || came)) remove_folder(f->temporary);
    free(f->temporary);
    if (!f->temporary) return status;
    watch_signals(SIG_DFL);
    if (came) raise(came);
    return status;
}
