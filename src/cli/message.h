/* Messages on standard error: "scmtool: what is wrong", one line each. */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

/* The exit status for trouble of any kind. */
enum { TROUBLE = 2 };

/* Prints a line, control characters as '?', and returns TROUBLE. */
int complain(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
