/* Runs commands in turn, again and again, and prints what each took: the median of
 * the wall time in milliseconds, the most memory it held in MB, and the page faults of
 * the median run.
 *
 *     time RUNS LABEL COMMAND [ARGUMENT…] [-- LABEL COMMAND [ARGUMENT…]]…
 *
 * A line for each: label, ms, MB, faults, a tab between.  Their output goes to memory:
 * grep stops early where it sees /dev/null.  Status 2 where one cannot be run. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_RUNS = 1000, MOST_COMMANDS = 16 };

struct taken {
    double ms;
    long faults;
};

struct command {
    char *label, **words;
    struct taken runs[MOST_RUNS];
    long most; /* kB */
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_time(const void *a, const void *b)
{
    const struct taken *x = a, *y = b;
    return (x->ms > y->ms) - (x->ms < y->ms);
}

static void become(char **command, int out)
{
    int null = open("/dev/null", O_RDONLY);
    if (null >= 0 && dup2(null, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0)
        execvp(command[0], command);
    perror(command[0]);
    _exit(127);
}

static int run_once(struct command *c, int i, int out)
{
    if (ftruncate(out, 0) != 0 || lseek(out, 0, SEEK_SET) != 0) return -1;
    double start = now();
    int status;
    struct rusage used;
    pid_t child = fork();
    if (child == 0) become(c->words, out);
    if (child < 0 || wait4(child, &status, 0, &used) < 0) return -1;
    if (!WIFEXITED(status) || WEXITSTATUS(status) == 127) return -1;
    c->runs[i] = (struct taken){now() - start, used.ru_minflt};
    if (used.ru_maxrss > c->most) c->most = used.ru_maxrss;
    return 0;
}

/* Cuts the arguments at "--"; 0 where there is none, or too many. */
static int cut(int argc, char **argv, struct command *out)
{
    int n = 0;
    for (int i = 2; i < argc; i++) {
        if (n == MOST_COMMANDS || i + 1 >= argc) return 0;
        out[n].label = argv[i++];
        out[n++].words = &argv[i];
        while (i < argc && strcmp(argv[i], "--") != 0) i++;
        if (i < argc) argv[i] = NULL;
    }
    return n;
}

int main(int argc, char **argv)
{
    static struct command commands[MOST_COMMANDS];
    int runs = argc > 2 ? atoi(argv[1]) : 0, n = cut(argc, argv, commands);
    if (runs < 1 || runs > MOST_RUNS || n == 0) {
        fputs("usage: time RUNS LABEL COMMAND [ARGUMENT…] [-- …]\n", stderr);
        return 2;
    }
    int out = memfd_create("output", MFD_CLOEXEC);
    for (int i = 0; i < runs; i++)
        for (int k = 0; k < n; k++)
            if (run_once(&commands[k], i, out) < 0) return 2;
    for (int k = 0; k < n; k++) {
        struct command *c = &commands[k];
        qsort(c->runs, (size_t)runs, sizeof *c->runs, by_time);
        printf("%s\t%.2f\t%.1f\t%ld\n", c->label, c->runs[runs / 2].ms, (double)c->most / 1024,
            c->runs[runs / 2].faults);
    }
    return 0;
}
