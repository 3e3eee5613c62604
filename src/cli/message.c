/* Messages: one line each, whatever is in them. */
#include "cli/message.h"

#include <stdarg.h>
#include <stdio.h>

int complain(const char *format, ...)
{
    char line[2048];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    for (char *c = line; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7F) *c = '?';
    fprintf(stderr, "scmtool: %s\n", line);
    return TROUBLE;
}
