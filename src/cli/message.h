/* Messages on standard error: "scmtool: what is wrong", one line each. */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include <stddef.h>
#include <stdio.h>

/* The exit status for trouble of any kind. */
enum { TROUBLE = 2 };

/* Ends the program with the line that says so: no part of a result is left behind. */
_Noreturn void end_without_memory(void);
/* `p`, or the program ends: what the library returned and what was allocated. */
void *needed(void *p);
/* Zeroed memory, to be freed. */
void *room(size_t count, size_t size);

/* Prints a line, control characters as '?', and returns TROUBLE. */
int complain(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Prints a line that tells of no trouble, unless there are to be none. */
void remark(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* From now on there are no remarks. */
void messages_quiet(void);

/* From now on the messages of this thread go to `file`; NULL: standard error. */
void messages_to(FILE *file);
/* Prints messages that were kept so. */
void say(const char *lines, size_t size);

#endif
