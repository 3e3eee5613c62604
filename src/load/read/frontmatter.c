/* Front matter: the part of YAML 1.2 that title and date of a page use: plain
 * scalars, single and double quotes, folded lines. */
#include "load/read/frontmatter.h"

#include "base/calendar.h"

enum { LONGEST = 64 * 1024 };

size_t front_matter_length(str text)
{
    size_t start = 0;
    while (start < text.len && is_space(text.at[start])) start++;
    str s = str_sub(text, start, start + LONGEST);
    if (!str_starts(s, S("---\n"))) return 0;
    size_t end = str_find(s, S("\n---\n")), colon = str_find_char(s, ':');
    return end < s.len && colon < end ? start + end + 5 : 0;
}

/* Indented lines belong to the value: a folded scalar. */
static str value_of(str matter, str key)
{
    str rest = matter, line;
    while (str_cut(&rest, '\n', &line)) {
        if (!str_starts(line, key) || !str_starts(str_sub(line, key.len, line.len), S(":")))
            continue;
        const char *start = line.at + key.len + 1, *end = line.at + line.len;
        while (rest.len && is_space(rest.at[0]) && str_cut(&rest, '\n', &line))
            end = line.at + line.len;
        return str_trim((str){start, (size_t)(end - start)});
    }
    return (str){0};
}

static uint32_t hex(str digits)
{
    uint32_t c = 0;
    for (size_t i = 0; i < digits.len; i++) {
        char d = to_lower(digits.at[i]);
        if (!is_digit(d) && (d < 'a' || d > 'f')) return 0xFFFD;
        c = c * 16 + (uint32_t)(is_digit(d) ? d - '0' : d - 'a' + 10);
    }
    return c && (c < 0xD800 || c > 0xDFFF) && c <= 0x10FFFF ? c : 0xFFFD;
}

/* One escape of a double-quoted scalar; the bytes it takes. */
static size_t escape(buf *out, str s, size_t at)
{
    char c = at + 1 < s.len ? s.at[at + 1] : '\\';
    size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0, end = at + 2;
    if (digits) {
        buf_code(out, hex(str_sub(s, end, end + digits)));
        return 2 + digits;
    }
    if (c == '\n') { /* the line goes on, its indent aside */
        while (end < s.len && s.at[end] == ' ') end++;
        return end - at;
    }
    buf_char(out, str_has(S("_ nrt"), (str){&c, 1}) ? ' ' : c);
    return 2;
}

static str scalar(arena *a, str s)
{
    char quote = s.len > 1 && (s.at[0] == '"' || s.at[0] == '\'') ? s.at[0] : 0;
    if (!quote) return s;
    buf out = {.arena = a};
    for (size_t i = 1; i < s.len && s.at[i] != 0;) {
        if (s.at[i] == quote && (quote == '"' || i + 1 >= s.len || s.at[i + 1] != quote)) break;
        if (s.at[i] == '\\' && quote == '"') {
            i += escape(&out, s, i);
            continue;
        }
        if (s.at[i] == quote) i++;
        buf_char(&out, s.at[i++]);
    }
    return buf_str(&out);
}

size_t front_matter_read(struct source *s, str text)
{
    size_t end = front_matter_length(text);
    str matter = str_sub(text, 0, end);
    date d;
    if (end == 0) return 0;
    s->front_matter = true;
    /* Escapes may name characters that have to go. */
    s->title = fold(s->arena, clean(s->arena, scalar(s->arena, value_of(matter, S("title")))));
    str published = scalar(s->arena, value_of(matter, S("date")));
    if (date_parse_iso(str_sub(published, 0, 10), &d)) s->published = date_iso(s->arena, d);
    return end;
}
