/* Runs a command again and again and prints what it took: the median of the
 * wall time in milliseconds and the most memory it held in MB.
 *
 *     time RUNS COMMAND [ARGUMENT…]
 *
 * Its output goes to memory: grep stops early where it sees /dev/null.  Status 2
 * where it cannot be run. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { MOST_RUNS = 1000 };

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void become(char **command, int out)
{
    int null = open("/dev/null", O_RDONLY);
    if (null >= 0 && dup2(null, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0)
        execvp(command[0], command);
    perror(command[0]);
    _exit(127);
}

/* Milliseconds; a negative number where it could not be run. */
static double run_once(char **command, int out)
{
    if (ftruncate(out, 0) != 0 || lseek(out, 0, SEEK_SET) != 0) return -1;
    double start = now();
    int status;
    pid_t child = fork();
    if (child == 0) become(command, out);
    if (child < 0 || waitpid(child, &status, 0) < 0) return -1;
    if (!WIFEXITED(status) || WEXITSTATUS(status) == 127) return -1;
    return now() - start;
}

int main(int argc, char **argv)
{
    int runs = argc > 2 ? atoi(argv[1]) : 0;
    if (runs < 1 || runs > MOST_RUNS) {
        fputs("usage: time RUNS COMMAND [ARGUMENT…]\n", stderr);
        return 2;
    }
    double took[MOST_RUNS];
    int out = memfd_create("output", MFD_CLOEXEC);
    for (int i = 0; i < runs; i++)
        if ((took[i] = run_once(argv + 2, out)) < 0) return 2;
    qsort(took, (size_t)runs, sizeof *took, by_value);
    struct rusage usage;
    getrusage(RUSAGE_CHILDREN, &usage);
    printf("%9.2f ms %7.1f MB\n", took[runs / 2], (double)usage.ru_maxrss / 1024);
    return 0;
}
