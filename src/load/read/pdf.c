/* PDF is read by pdftotext of poppler (Debian: poppler-utils), a program of its own: what a
 * hostile file does to it ends with it.  It is run without a shell, with limits on memory,
 * time and output, and gets the file as its standard input. */
#include "load/read/pdf.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/input.h"

extern char **environ;

static const char PROGRAM[] = "pdftotext";
enum { MOST_SECONDS = 60, MOST_MEMORY = 1 << 30 };

bool is_pdf(str bytes)
{
    enum { FIRST = 1024 }; /* readers allow as much in front */
    str head = str_sub(bytes, 0, FIRST);
    return str_has(head, S("%PDF-"));
}

/* The program in $PATH; NULL: it is not there. */
static const char *find_program(arena *a)
{
    str rest = str_of(getenv("PATH")), dir;
    while (str_cut(&rest, ':', &dir)) {
        struct stat st;
        const char *path = str_z(a, str_printf(a, "%.*s/%s", SCM_STR(dir), PROGRAM));
        if (dir.len && access(path, X_OK) == 0 && stat(path, &st) == 0 && S_ISREG(st.st_mode))
            return path;
    }
    return NULL;
}

/* A file without a name that holds the bytes; -1: there is no room for it. */
static int make_file(str bytes)
{
    int fd = memfd_create(PROGRAM, MFD_CLOEXEC);
    for (size_t done = 0; fd >= 0 && done < bytes.len;) {
        ssize_t n = write(fd, bytes.at + done, bytes.len - done);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            close(fd);
            return -1;
        }
        done += (size_t)n;
    }
    return fd;
}

/* Only what POSIX allows between fork and exec. */
_Noreturn static void run_child(const char *program, int in, int out)
{
    char *const arguments[] = {(char *)(uintptr_t)PROGRAM, "-q", "-layout", "-enc", "UTF-8",
        "-eol", "unix", "/dev/fd/0", "-", NULL};
    const struct rlimit time = {MOST_SECONDS, MOST_SECONDS},
                        memory = {MOST_MEMORY, MOST_MEMORY}, core = {0, 0};
    int null = open("/dev/null", O_WRONLY);
    if (null < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(null, 2) < 0 ||
        setrlimit(RLIMIT_CPU, &time) != 0 || setrlimit(RLIMIT_AS, &memory) != 0 ||
        setrlimit(RLIMIT_CORE, &core) != 0)
        _exit(126);
    execve(program, arguments, environ);
    _exit(127);
}

static int milliseconds_left(const struct timespec *start)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long long gone =
        (now.tv_sec - start->tv_sec) * 1000LL + (now.tv_nsec - start->tv_nsec) / 1000000;
    return gone < MOST_SECONDS * 1000LL ? (int)(MOST_SECONDS * 1000LL - gone) : 0;
}

/* All that the child writes; SCM_E_LIMIT where that takes too long or is too much. */
static int read_output(buf *out, int fd)
{
    struct timespec start;
    char chunk[64 * 1024];
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (;;) {
        struct pollfd wait = {.fd = fd, .events = POLLIN};
        int ready = poll(&wait, 1, milliseconds_left(&start));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return SCM_E_LIMIT;
        ssize_t n = read(fd, chunk, sizeof chunk);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return n < 0 ? SCM_E_IO : SCM_OK;
        if (out->len + (size_t)n > INPUT_LIMIT) return SCM_E_LIMIT;
        buf_add(out, (str){chunk, (size_t)n});
    }
}

/* Its exit status; -1 where a signal ended it. */
static int run(buf *out, int *limit, const char *program, int in)
{
    int ends[2], status = 0;
    if (pipe2(ends, O_CLOEXEC) != 0) return -1;
    pid_t pid = fork();
    if (pid == 0) run_child(program, in, ends[1]);
    close(ends[1]);
    *limit = pid > 0 ? read_output(out, ends[0]) : SCM_E_IO;
    close(ends[0]);
    if (pid < 0) return -1;
    if (*limit) kill(pid, SIGKILL);
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static bool has_text(str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!is_space(text.at[i]) && text.at[i] != '\f') return true;
    return false;
}

int pdf_text(str *out, struct source *s, str bytes)
{
    buf text = {.arena = s->arena};
    int limit = SCM_OK;
    const char *program = find_program(s->arena);
    if (!program)
        return fail(s->error, SCM_E_IO,
            "%s: a PDF is read with pdftotext: install poppler-utils", s->name);
    int in = make_file(bytes);
    if (in < 0)
        return fail(
            s->error, SCM_E_IO, "%s: no space for a temporary copy of the PDF", s->name);
    int status = run(&text, &limit, program, in);
    close(in);
    if (limit == SCM_E_LIMIT)
        return fail(s->error, SCM_E_LIMIT,
            "%s: the PDF takes more than %d seconds to read or has more than %d MiB of text",
            s->name, MOST_SECONDS, INPUT_LIMIT / 1024 / 1024);
    if (status != 0 && str_has(bytes, S("/Encrypt")))
        return fail(s->error, SCM_E_INPUT,
            "%s: the PDF is encrypted: save it without a password first", s->name);
    if (status != 0 || limit)
        return fail(
            s->error, SCM_E_INPUT, "%s: the PDF is broken: pdftotext cannot read it", s->name);
    *out = buf_str(&text);
    if (has_text(*out)) return SCM_OK;
    return fail(s->error, SCM_E_INPUT,
        "%s: the PDF contains images but no text: recognize the text first, with ocrmypdf",
        s->name);
}
