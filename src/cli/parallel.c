/* Several files at once: each thread takes the next index, keeps what its task
 * writes and says, waits for its turn, and hands it over.  So no more than one
 * result a thread is in memory. */
#include "cli/parallel.h"

#include <errno.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/message.h"

enum { MOST_THREADS = 64 };

struct crew {
    job *job; /* whoever has the turn may touch it */
    size_t n;
    job_task *task;
    void *user;
    pthread_mutex_t lock; /* for the rest */
    pthread_cond_t turn_passed;
    size_t next, turn;
    bool stop;
    bool placed; /* the processors are known */
    cpu_set_t allowed;
};

/* A task's own job, and what came of it. */
struct result {
    job job;
    char *written, *said;
    size_t nwritten, nsaid;
    FILE *messages;
};

static FILE *memory(char **bytes, size_t *size)
{
    return needed(open_memstream(bytes, size));
}

/* fclose does not say that there was no room for the last byte. */
static void close_memory(FILE *file, char **bytes)
{
    if (fclose(file) != 0 || !*bytes) end_without_memory();
}

static void perform(struct crew *c, size_t index, struct result *r)
{
    *r = (struct result){.job = {.options = c->job->options,
                             .authority = c->job->authority,
                             .out = {.path = c->job->out.path}}};
    FILE *out = r->job.out.file = memory(&r->written, &r->nwritten);
    r->messages = memory(&r->said, &r->nsaid);
    messages_to(r->messages);
    c->task(&r->job, index, c->user);
    messages_to(NULL);
    close_memory(out, &r->written);
    close_memory(r->messages, &r->said);
}

/* A header stands above the first records only. */
static size_t header_length(const job *j, const struct result *r)
{
    if (!j->begun || !job_has_header(j)) return 0;
    const char *end = memchr(r->written, '\n', r->nwritten);
    return end ? (size_t)(end - r->written) + 1 : 0;
}

static void hand_over(job *j, const struct result *r)
{
    if (j->stop) return;
    if (r->nsaid) say(r->said, r->nsaid);
    if (r->job.status > j->status) j->status = r->job.status;
    j->stop = r->job.stop;
    if (r->job.begun) {
        size_t skipped = header_length(j, r);
        job_write_bytes(j, (scm_str){r->written + skipped, r->nwritten - skipped});
    }
    progress_step(&j->progress);
}

static bool next_index(struct crew *c, size_t *index)
{
    pthread_mutex_lock(&c->lock);
    bool more = !c->stop && c->next < c->n;
    if (more) *index = c->next++;
    pthread_mutex_unlock(&c->lock);
    return more;
}

static void wait_for_turn(struct crew *c, size_t index)
{
    pthread_mutex_lock(&c->lock);
    while (c->turn != index) pthread_cond_wait(&c->turn_passed, &c->lock);
    pthread_mutex_unlock(&c->lock);
}

static void pass_turn(struct crew *c)
{
    pthread_mutex_lock(&c->lock);
    c->turn++;
    c->stop = c->job->stop;
    pthread_cond_broadcast(&c->turn_passed);
    pthread_mutex_unlock(&c->lock);
}

static void work(struct crew *c)
{
    size_t index;
    while (next_index(c, &index)) {
        struct result r;
        perform(c, index, &r);
        wait_for_turn(c, index);
        hand_over(c->job, &r);
        pass_turn(c);
        free(r.written);
        free(r.said);
    }
}

static void *start(void *crew)
{
    struct crew *c = crew;
    if (c->placed) pthread_setaffinity_np(pthread_self(), sizeof c->allowed, &c->allowed);
    work(c);
    return NULL;
}

/* Those that this process may use, as nproc counts them. */
static long processors(void)
{
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) return CPU_COUNT(&allowed);
    return sysconf(_SC_NPROCESSORS_ONLN);
}

static size_t threads_wanted(const options *o, size_t n)
{
    long wanted = o->jobs;
    if (wanted < 0) wanted = processors() > 1 ? o->command->jobs : 1;
    if (wanted == 0) wanted = processors();
    if (wanted > MOST_THREADS) wanted = MOST_THREADS;
    return wanted < 1 ? 1 : (size_t)wanted < n ? (size_t)wanted : n;
}

/* Left alone, the scheduler of a small machine has a new thread share its
 * maker's processor for milliseconds, which is as long as most runs take.  So it
 * begins on any other; once it runs it is free (start). */
static void begin_elsewhere(pthread_attr_t *how, const cpu_set_t *allowed)
{
    cpu_set_t others = *allowed;
    int here = sched_getcpu();
    if (here >= 0 && here < CPU_SETSIZE) CPU_CLR((size_t)here, &others);
    if (CPU_COUNT(&others)) pthread_attr_setaffinity_np(how, sizeof others, &others);
}

static void run_together(struct crew *c, size_t nthreads)
{
    pthread_t threads[MOST_THREADS];
    pthread_attr_t how;
    size_t started = 0;
    pthread_mutex_init(&c->lock, NULL);
    pthread_cond_init(&c->turn_passed, NULL);
    pthread_attr_init(&how);
    c->placed = sched_getaffinity(0, sizeof c->allowed, &c->allowed) == 0;
    if (c->placed) begin_elsewhere(&how, &c->allowed);
    while (started + 1 < nthreads && pthread_create(&threads[started], &how, start, c) == 0)
        started++;
    work(c);
    for (size_t i = 0; i < started; i++) pthread_join(threads[i], NULL);
    pthread_attr_destroy(&how);
    pthread_cond_destroy(&c->turn_passed);
    pthread_mutex_destroy(&c->lock);
}

/* Records are answered one by one, and a folder is filled file by file. */
void job_run(job *j, size_t n, job_task *task, void *user)
{
    const options *o = j->options;
    size_t nthreads = threads_wanted(o, n);
    if (nthreads > 1 && o->input != INPUT_JSONL && !j->folder.path) {
        struct crew c = {.job = j, .n = n, .task = task, .user = user};
        run_together(&c, nthreads);
        return;
    }
    for (size_t i = 0; i < n && !j->stop; i++) {
        task(j, i, user);
        if (o->input != INPUT_JSONL) progress_step(&j->progress);
    }
}
