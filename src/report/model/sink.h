/* Sink: bytes on their way to a FILE, whole records or a whole page at once. */
#ifndef REPORT_SINK_H
#define REPORT_SINK_H

#include <stdio.h>
#include "base/str.h"

/* `failed` is the first errno, or 0: check it once, after sink_flush. */
typedef struct sink {
    FILE *file;
    int failed;
    size_t whole; /* of the bytes, those of whole records */
    size_t len, room;
    char *bytes;
} sink;

void sink_add(sink *s, str text);
void sink_char(sink *s, char c);
/* By hand: a report of a large text has a million of them, and printf would be most
 * of the time. */
void sink_number(sink *s, size_t n);
void sink_spaces(sink *s, int count);
/* A record ends here: what has come so far may be written. */
void sink_record(sink *s);
/* Writes all that is whole, and what comes behind the last record too where `all`. */
void sink_flush(sink *s, bool all);

#endif
