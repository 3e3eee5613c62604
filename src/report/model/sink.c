/* Sink: the last stop before stdio. */
#include "report/model/sink.h"

#include <errno.h>
#include <string.h>

void sink_flush(sink *s, bool all)
{
    size_t n = all ? s->len : s->whole;
    if (n == 0) return;
    if (!s->failed && fwrite(s->bytes, 1, n, s->file) != n) s->failed = errno ? errno : EIO;
    memmove(s->bytes, s->bytes + n, s->len - n);
    s->len -= n;
    s->whole = 0;
}

void sink_record(sink *s)
{
    enum { PIECE = 1 << 14 };
    s->whole = s->len;
    if (s->len >= PIECE) sink_flush(s, false);
}

static char *more_room(sink *s, size_t more)
{
    if (more > s->room - s->len) {
        size_t room = s->room + s->room / 2 + more + 512;
        s->bytes = mem_realloc(s->bytes, room);
        s->room = room;
    }
    return s->bytes + s->len;
}

void sink_add(sink *s, str text)
{
    if (text.len == 0) return;
    memcpy(more_room(s, text.len), text.at, text.len);
    s->len += text.len;
}

void sink_char(sink *s, char c)
{
    *more_room(s, 1) = c;
    s->len++;
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
