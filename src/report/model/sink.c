/* Sink: the last stop before stdio. */
#include "report/model/sink.h"

#include <errno.h>
#include <string.h>

static void put(sink *s, str text)
{
    if (s->failed || text.len == 0) return;
    if (fwrite(text.at, 1, text.len, s->file) != text.len) s->failed = errno ? errno : EIO;
}

void sink_flush(sink *s)
{
    put(s, (str){s->bytes, s->len});
    s->len = 0;
}

void sink_add(sink *s, str text)
{
    if (text.len > SINK_ROOM - s->len) sink_flush(s);
    if (text.len > SINK_ROOM) {
        put(s, text);
        return;
    }
    if (text.len) memcpy(s->bytes + s->len, text.at, text.len);
    s->len += text.len;
}

void sink_char(sink *s, char c)
{
    if (s->len == SINK_ROOM) sink_flush(s);
    s->bytes[s->len++] = c;
}

void sink_number(sink *s, size_t n)
{
    char digits[24], *at = digits + sizeof digits;
    do {
        *--at = (char)('0' + n % 10);
        n /= 10;
    } while (n);
    sink_add(s, (str){at, (size_t)(digits + sizeof digits - at)});
}

void sink_spaces(sink *s, int count)
{
    for (int i = 0; i < count; i++) sink_char(s, ' ');
}
