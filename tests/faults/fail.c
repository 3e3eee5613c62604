/* Makes calls fail, to be preloaded: the N-th of one kind, or that and all behind it.  What the
 * dynamic loader and libarchive ask for is left alone: without memory the one ends the process
 * and the other may crash.
 *
 *     FAULT=KIND:N[+]      KIND: memory close rename read thread sync
 *     FAULT_COUNT=FILE     writes there how many calls of each kind there were
 *
 * Calls before main do not count. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum kind { MEMORY, CLOSE, RENAME, READ, THREAD, SYNC, NKINDS };
static const char *const NAMES[NKINDS] = {
    "memory", "close", "rename", "read", "thread", "sync"};

static atomic_long calls[NKINDS];
static long target;
static int failing = -1;
static bool from_then_on, ready;

static bool fails(enum kind kind)
{
    if (!ready) return false;
    long n = atomic_fetch_add(&calls[kind], 1) + 1;
    return (int)kind == failing && (from_then_on ? n >= target : n == target);
}

static void count_calls(void)
{
    char text[256];
    size_t len = 0;
    const char *path = getenv("FAULT_COUNT");
    ready = false;
    for (int i = 0; i < NKINDS; i++)
        len += (size_t)snprintf(text + len, sizeof text - len, "%s %ld\n", NAMES[i], calls[i]);
    int fd = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666) : -1;
    if (fd >= 0 && write(fd, text, len) < 0) abort();
}

__attribute__((constructor)) static void start(void)
{
    char *what = getenv("FAULT"), *colon = what ? strchr(what, ':') : NULL;
    for (int i = 0; colon && i < NKINDS; i++)
        if (strncmp(what, NAMES[i], (size_t)(colon - what)) == 0) failing = i;
    if (colon) target = strtol(colon + 1, &colon, 10);
    from_then_on = colon && *colon == '+';
    if (getenv("FAULT_COUNT")) atexit(count_calls);
    ready = true;
}

static bool is_of_others(const void *caller)
{
    Dl_info in;
    return dladdr(caller, &in) && in.dli_fname &&
           (strstr(in.dli_fname, "/ld-linux") || strstr(in.dli_fname, "/libarchive"));
}

static bool no_memory(const void *caller)
{
    return ready && !is_of_others(caller) && fails(MEMORY);
}

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t),
    *__libc_realloc(void *, size_t);

static void *none(void)
{
    errno = ENOMEM;
    return NULL;
}

void *malloc(size_t size)
{
    return no_memory(__builtin_return_address(0)) ? none() : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return no_memory(__builtin_return_address(0)) ? none() : __libc_calloc(count, size);
}

void *realloc(void *p, size_t size)
{
    return no_memory(__builtin_return_address(0)) ? none() : __libc_realloc(p, size);
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t read(int fd, void *bytes, size_t size)
{
    REAL(read);
    if (!fails(READ)) return real(fd, bytes, size);
    errno = EIO;
    return -1;
}

int fclose(FILE *file)
{
    REAL(fclose);
    int status = real(file);
    if (!fails(CLOSE)) return status;
    errno = EIO;
    return EOF;
}

int rename(const char *from, const char *to)
{
    REAL(rename);
    if (!fails(RENAME)) return real(from, to);
    errno = EXDEV;
    return -1;
}

int fdatasync(int fd)
{
    REAL(fdatasync);
    if (!fails(SYNC)) return real(fd);
    errno = EIO;
    return -1;
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes,
    void *(*routine)(void *), void *argument)
{
    REAL(pthread_create);
    return fails(THREAD) ? EAGAIN : real(thread, attributes, routine, argument);
}
