/* Wrapping.  Greedy: a line takes every word that fits.  Only the space breaks
 * a line: a no-break space does not, and Korean divides words by spaces too. */
#include "report/text/wrap.h"

static bool inside_mark(str text, size_t at)
{
    return at > 0 && at < text.len && is_mark(text.at[at - 1], text.at[at]);
}

/* How far `width` columns reach, and the last place before it for a break:
 * a space, or else behind a hyphen. */
struct reach {
    size_t end, space, hyphen;
    bool spaced, whole;
};

static struct reach measure(str text, int width)
{
    struct reach r = {0};
    int used = 0;
    for (size_t at = 0; at < text.len; r.end = at) {
        size_t from = at;
        uint32_t c = (unsigned char)text.at[at];
        if (c < 0x80) {
            at++;
            used++;
        } else {
            c = utf8_next(text, &at);
            used += utf8_width(str_sub(text, from, at));
        }
        if (c == ' ' && from > 0) {
            r.space = from;
            r.spaced = true;
        }
        if (used > width && c != ' ') return r;
        if (c == '-' && !inside_mark(text, at) && !inside_mark(text, from)) r.hyphen = at;
    }
    r.whole = true;
    return r;
}

static size_t break_word(str text, struct reach r)
{
    size_t end = r.hyphen ? r.hyphen : r.end;
    while (end > 1 && inside_mark(text, end)) end--;
    if (end == 0) utf8_next(text, &end); /* wider than the line: progress all the same */
    return end;
}

static str drop_spaces(str text)
{
    while (text.len && text.at[0] == ' ') text = str_sub(text, 1, text.len);
    return text;
}

str wrap_line(str *text, int width)
{
    struct reach r = measure(*text, width);
    size_t end = r.whole ? text->len : r.spaced ? r.space : break_word(*text, r);
    str line = str_sub(*text, 0, end);
    while (line.len && line.at[line.len - 1] == ' ') line.len--;
    *text = drop_spaces(str_sub(*text, end, text->len));
    return line;
}

str wrap_clip(arena *a, str text, int width)
{
    struct reach r = measure(text, width);
    if (r.whole) return text;
    r = measure(text, width - 2);
    size_t end = r.spaced ? r.space : break_word(text, r);
    while (end && (text.at[end - 1] == ' ' || text.at[end - 1] == ',')) end--;
    return str_printf(a, "%.*s …", (int)end, text.at);
}
