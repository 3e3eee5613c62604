/* Sink: bytes on their way to a FILE, in large pieces. */
#ifndef REPORT_SINK_H
#define REPORT_SINK_H

#include <stdio.h>
#include "base/str.h"

enum { SINK_ROOM = 1 << 14 };

/* `failed` is the first errno, or 0: check it once, after sink_flush. */
typedef struct sink {
    FILE *file;
    int failed;
    size_t len;
    char bytes[SINK_ROOM];
} sink;

void sink_add(sink *s, str text);
void sink_char(sink *s, char c);
/* By hand: a report of a large text has a million of them, and printf would be most
 * of the time. */
void sink_number(sink *s, size_t n);
void sink_spaces(sink *s, int count);
void sink_flush(sink *s);

#endif
