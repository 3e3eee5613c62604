/* Messages: one line each, whatever is in them. */
#include "cli/message.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <scm/base.h>
#include "cli/progress.h"

static _Thread_local FILE *kept; /* NULL: standard error */
static bool quiet;

void messages_to(FILE *file)
{
    kept = file;
}

void say(const char *lines, size_t size)
{
    flockfile(stderr);
    progress_clear();
    fwrite(lines, 1, size, stderr);
    funlockfile(stderr);
}

void messages_quiet(void)
{
    quiet = true;
}

static void print(const char *format, va_list args)
{
    char text[2048], line[2100];
    vsnprintf(text, sizeof text, format, args);
    size_t shown = scm_str_tidy(text, strlen(text), '?');
    int len = snprintf(line, sizeof line, "scmtool: %.*s\n", (int)shown, text);
    if (kept)
        fwrite(line, 1, (size_t)len, kept);
    else
        say(line, (size_t)len);
}

int complain(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    print(format, args);
    va_end(args);
    return TROUBLE;
}

void remark(const char *format, ...)
{
    va_list args;
    if (quiet) return;
    va_start(args, format);
    print(format, args);
    va_end(args);
}

_Noreturn void end_without_memory(void)
{
    messages_to(NULL);
    flockfile(stderr); /* for good: no other thread begins to write while this one ends */
    int status = complain("out of memory");
    fflush(stdout);     /* whole records */
    quick_exit(status); /* the other threads still use what exit would tear down */
}

void *needed(void *p)
{
    if (!p) end_without_memory();
    return p;
}

void *room(size_t count, size_t size)
{
    return needed(calloc(count ? count : 1, size));
}
