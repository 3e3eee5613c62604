/* Output: opened late, checked at the end, renamed when whole. */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/message.h"

/* What was closed is opened the other way round: to use it is an error, and no file of ours
 * takes its place.  Standard output has a buffer of its own, as stdio makes do with half of
 * what is written where it finds no room for one. */
void output_start(void)
{
    static const int WRONG_WAY[] = {O_WRONLY, O_RDONLY, O_RDONLY};
    static char buffer[1 << 14];
    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", WRONG_WAY[fd]) != fd) _exit(TROUBLE);
    signal(SIGXFSZ, SIG_IGN); /* "File too large" says more */
    setvbuf(stdout, buffer, isatty(STDOUT_FILENO) ? _IOLBF : _IOFBF, sizeof buffer);
}

int output_failed(const char *path, int why)
{
    if (why == ENOMEM) end_without_memory();
    if (!path) { /* reported once: nothing is left for the end */
        __fpurge(stdout);
        clearerr(stdout);
    }
    if (why == EPIPE) return TROUBLE;
    return complain("%s: %s", path ? path : "standard output", strerror(why));
}

/* The mode of the file that is replaced, else what the umask leaves. */
static mode_t wanted_mode(const char *path)
{
    struct stat st;
    if (stat(path, &st) == 0) return st.st_mode & 0777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* Where a link leads whose end is not there yet, or the path itself. */
static char *end_of_links(const char *path)
{
    enum { MOST_LINKS = 40 };
    char target[4096], *at = needed(strdup(path));
    for (int i = 0; i < MOST_LINKS; i++) {
        ssize_t len = readlink(at, target, sizeof target - 1);
        if (len < 0) break;
        target[len] = '\0';
        char *slash = strrchr(at, '/'), *next = NULL;
        int folder = *target != '/' && slash ? (int)(slash - at + 1) : 0;
        if (asprintf(&next, "%.*s%s", folder, at, target) < 0) end_without_memory();
        free(at);
        at = next;
    }
    return at;
}

/* A link is followed, so that the file and not the link is replaced. */
static char *beside(const char *path)
{
    char *real = realpath(path, NULL), *name = NULL;
    if (!real) real = end_of_links(path);
    if (asprintf(&name, "%s.XXXXXX", real) < 0) end_without_memory();
    free(real);
    return name;
}

/* The files that neither a signal nor the end of the program must leave behind. */
enum { MOST_TEMPORARIES = 8 };
static _Atomic(char *) temporaries[MOST_TEMPORARIES];

static void remove_temporaries(void)
{
    for (int i = 0; i < MOST_TEMPORARIES; i++) {
        const char *name = atomic_load(&temporaries[i]);
        if (name) unlink(name);
    }
}

static void obey(int number)
{
    remove_temporaries();
    struct sigaction usual = {.sa_handler = SIG_DFL};
    sigaction(number, &usual, NULL);
    raise(number);
}

static void remember(char *name)
{
    static const int SIGNALS[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGPIPE};
    static bool ready;
    struct sigaction action = {.sa_handler = obey}, old;
    if (!ready && (atexit(remove_temporaries) || at_quick_exit(remove_temporaries)))
        end_without_memory();
    for (size_t i = 0; !ready && i < sizeof SIGNALS / sizeof *SIGNALS; i++)
        if (sigaction(SIGNALS[i], NULL, &old) == 0 && old.sa_handler == SIG_DFL)
            sigaction(SIGNALS[i], &action, NULL);
    ready = true;
    for (int i = 0; i < MOST_TEMPORARIES; i++) {
        char *none = NULL;
        if (atomic_compare_exchange_strong(&temporaries[i], &none, name)) return;
    }
}

static void forget(char *name)
{
    for (int i = 0; i < MOST_TEMPORARIES; i++) {
        char *it = name;
        if (name && atomic_compare_exchange_strong(&temporaries[i], &it, NULL)) return;
    }
}

/* No signal comes between the file and what removes it. */
static int make_temporary(char *name)
{
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    int fd = mkstemp(name), why = errno;
    if (fd >= 0) remember(name);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = why;
    return fd;
}

static FILE *open_temporary(output *out)
{
    out->temporary = beside(out->path);
    int fd = make_temporary(out->temporary);
    if (fd < 0) {
        free(out->temporary);
        out->temporary = NULL;
        return NULL;
    }
    fchmod(fd, wanted_mode(out->path));
    return fdopen(fd, "w");
}

/* A device or a pipe is written to as it is. */
static bool is_special(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && !S_ISREG(st.st_mode);
}

bool output_is_standard(const char *path)
{
    static const char *const NAMES[] = {"-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcmp(path, NAMES[i]) == 0) return true;
    return false;
}

/* A file that may not be written is not replaced either. */
static bool is_locked(const char *path)
{
    return access(path, F_OK) == 0 && access(path, W_OK) != 0;
}

FILE *output_file(output *out)
{
    if (out->file) return out->file;
    if (!out->path)
        out->file = stdout;
    else if (is_special(out->path))
        out->file = fopen(out->path, "w");
    else if (!is_locked(out->path))
        out->file = open_temporary(out);
    if (!out->file) output_failed(out->path, errno);
    return out->file;
}

int output_report(FILE *file, const scm_report *report, const scm_write_options *how)
{
    int status = scm_report_write(report, how, file, NULL);
    if (status == SCM_E_MEMORY) end_without_memory();
    return status;
}

/* What takes the place of another file is on the disk first. */
static int close_file(const output *out, bool whole)
{
    bool safe = !whole || !out->temporary ||
                (fflush(out->file) == 0 && fdatasync(fileno(out->file)) == 0);
    int why = errno;
    int status = fclose(out->file);
    if (!safe) errno = why;
    return safe ? status : EOF;
}

/* The name under the temporary one: without its ".XXXXXX". */
static int take_name(const output *out)
{
    char *name = strndup(out->temporary, strlen(out->temporary) - 7);
    int status = name ? rename(out->temporary, name) : -1;
    free(name);
    return status;
}

int output_close(output *out, bool whole)
{
    if (!out->path) return 0;
    if (whole && !output_file(out)) return TROUBLE;
    int status = 0;
    if (out->file && close_file(out, whole) != 0 && whole)
        status = output_failed(out->path, errno);
    if (out->temporary && status == 0 && whole && take_name(out) != 0)
        status = output_failed(out->path, errno);
    if (out->temporary && (status || !whole)) unlink(out->temporary);
    forget(out->temporary);
    free(out->temporary);
    return status;
}

int output_finish_stdout(void)
{
    if (ferror(stdout)) return output_failed(NULL, EIO); /* by then errno is gone */
    return fflush(stdout) == 0 ? 0 : output_failed(NULL, errno);
}

bool output_is_terminal(const output *out)
{
    return !out->path && isatty(STDOUT_FILENO);
}

int output_width(const output *out)
{
    const char *columns = getenv("COLUMNS");
    struct winsize size;
    if (columns && atoi(columns) > 0 && atoi(columns) < 100000) return atoi(columns);
    if (!output_is_terminal(out) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
    return size.ws_col;
}
