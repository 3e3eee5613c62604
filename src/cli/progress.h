/* Progress: a line on the terminal while work takes longer than a second. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <time.h>

typedef struct progress {
    const char *unit; /* "files" */
    size_t total;     /* 0: not known */
    atomic_size_t done;
    struct timespec start;
    bool running; /* the rest is in use */
    bool ended;   /* guarded by `lock` */
    pthread_t thread;
    pthread_mutex_t lock;
    pthread_cond_t wake;
} progress;

/* Nothing happens where standard error is no terminal.  `p` must stay where it
 * is until the end. */
void progress_start(progress *p, size_t total, const char *unit);
void progress_step(progress *p);
/* Takes the line away.  A zeroed progress has ended already. */
void progress_end(progress *p);

/* Takes the line away until it is due again; for whoever writes to the terminal,
 * and has locked standard error by flockfile(3) until that is written. */
void progress_clear(void);

#endif
