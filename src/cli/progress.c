/* Progress is drawn by a thread of its own, so that it moves while one large
 * file is worked on.  Whoever writes to the terminal locks standard error. */
#include "cli/progress.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { FIRST_MS = 1000, NEXT_MS = 200, LONGEST = 79 };

/* Columns of the line that stands on the terminal; 0: none.  There is one
 * terminal, and the lock of standard error guards this too. */
static _Atomic int drawn; /* no race detector knows that lock */

void progress_clear(void)
{
    if (drawn) fprintf(stderr, "\r%*s\r", drawn, "");
    drawn = 0;
}

static double seconds_since(const struct timespec *start)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

static int time_left(char *out, size_t size, double seconds)
{
    long s = (long)(seconds + 0.5);
    if (s < 60) return snprintf(out, size, ", %ld s left", s);
    return snprintf(out, size, ", %ld min %02ld s left", s / 60, s % 60);
}

/* "120 of 400 files, 30 %, 45 files/s, 6 s left". */
static void describe(char *out, size_t size, const progress *p)
{
    size_t done = atomic_load(&p->done), used = 0;
    double rate = (double)done / seconds_since(&p->start);
    if (p->total)
        used += (size_t)snprintf(
            out, size, "%zu of %zu %s, %zu %%", done, p->total, p->unit, done * 100 / p->total);
    else
        used += (size_t)snprintf(out, size, "%zu %s", done, p->unit);
    if (done == 0) return;
    used += (size_t)snprintf(
        out + used, size - used, ", %.*f %s/s", rate < 10 ? 1 : 0, rate, p->unit);
    if (p->total) time_left(out + used, size - used, (double)(p->total - done) / rate);
}

static int columns(void)
{
    struct winsize size;
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return LONGEST;
    return size.ws_col - 1 < LONGEST ? size.ws_col - 1 : LONGEST;
}

static void draw(const progress *p)
{
    char line[160];
    describe(line, sizeof line, p);
    flockfile(stderr);
    progress_clear();
    int most = columns(), len = (int)strlen(line);
    drawn = len < most ? len : most;
    fprintf(stderr, "%.*s", drawn, line);
    funlockfile(stderr);
}

static void add_milliseconds(struct timespec *t, int ms)
{
    t->tv_sec += ms / 1000;
    t->tv_nsec += (ms % 1000) * 1000000L;
    if (t->tv_nsec < 1000000000L) return;
    t->tv_nsec -= 1000000000L;
    t->tv_sec++;
}

static void *run(void *argument)
{
    progress *p = argument;
    struct timespec next = p->start;
    add_milliseconds(&next, FIRST_MS);
    pthread_mutex_lock(&p->lock);
    while (!p->ended) {
        if (pthread_cond_timedwait(&p->wake, &p->lock, &next) == 0) continue;
        draw(p);
        clock_gettime(CLOCK_MONOTONIC, &next);
        add_milliseconds(&next, NEXT_MS);
    }
    pthread_mutex_unlock(&p->lock);
    return NULL;
}

void progress_start(progress *p, size_t total, const char *unit)
{
    pthread_condattr_t clock;
    *p = (progress){.unit = unit, .total = total};
    if (!isatty(STDERR_FILENO)) return;
    clock_gettime(CLOCK_MONOTONIC, &p->start);
    pthread_condattr_init(&clock);
    pthread_condattr_setclock(&clock, CLOCK_MONOTONIC);
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->wake, &clock);
    pthread_condattr_destroy(&clock);
    p->running = pthread_create(&p->thread, NULL, run, p) == 0;
}

void progress_step(progress *p)
{
    atomic_fetch_add(&p->done, 1);
}

void progress_end(progress *p)
{
    if (!p->running) return;
    pthread_mutex_lock(&p->lock);
    p->ended = true;
    pthread_cond_signal(&p->wake);
    pthread_mutex_unlock(&p->lock);
    pthread_join(p->thread, NULL);
    flockfile(stderr);
    progress_clear();
    funlockfile(stderr);
    p->running = false;
}
