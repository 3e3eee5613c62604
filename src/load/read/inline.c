/* Inline: Markdown's marks inside a paragraph, taken off in one pass. */
#include "load/read/inline.h"

#include <string.h>

static char at_or_space(str s, size_t i)
{
    return i < s.len ? s.at[i] : ' ';
}

/* Whether a run of `*` or `_` is emphasis: it touches text on one side, and an
 * underscore does not stand inside a word. */
static bool is_emphasis(str s, size_t start, size_t end)
{
    char before = start ? s.at[start - 1] : ' ', after = at_or_space(s, end);
    bool alone = is_space(before) && is_space(after);
    if (end - start >= 2) return s.at[start] == '*' || !alone;
    if (s.at[start] == '_' && is_alnum(before) && is_alnum(after)) return false;
    return !alone;
}

/* The end of an HTML tag or autolink that starts here, 0 where there is none. */
static size_t tag_end(str s, size_t at)
{
    char first = at_or_space(s, at + 1);
    if (!is_alpha(first) && first != '/' && first != '!') return 0;
    size_t end = at + str_find_char(str_sub(s, at, at + 2000), '>');
    return end < s.len && s.at[end] == '>' ? end + 1 : 0;
}

/* The end of "](target)" that starts here, 0 where there is none. */
static size_t target_end(str s, size_t at)
{
    if (at_or_space(s, at + 1) != '(') return 0;
    size_t depth = 0;
    for (size_t i = at + 1; i < s.len && i < at + 1000; i++) {
        if (s.at[i] == '(' && ++depth > 3) return 0;
        if (s.at[i] == ')' && --depth == 0) return i + 1;
    }
    return 0;
}

static size_t image_end(str s, size_t at)
{
    if (at_or_space(s, at + 1) != '[') return 0;
    size_t close = at + str_find_char(str_sub(s, at, at + 2000), ']');
    return close < s.len && s.at[close] == ']' ? target_end(s, close) : 0;
}

static size_t entity(buf *out, str s, size_t at)
{
    static const struct {
        const char *name, *text;
    } ENTITIES[] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""},
        {"&nbsp;", " "}, {"&#39;", "'"}, {"&apos;", "'"}, {"&mdash;", "—"}, {"&ndash;", "–"},
        {"&rsquo;", "’"}, {"&lsquo;", "‘"}, {"&rdquo;", "”"}, {"&ldquo;", "“"}};
    for (size_t i = 0; i < sizeof ENTITIES / sizeof *ENTITIES; i++) {
        if (!str_starts(str_sub(s, at, s.len), str_of(ENTITIES[i].name))) continue;
        buf_add(out, str_of(ENTITIES[i].text));
        return at + strlen(ENTITIES[i].name);
    }
    return 0;
}

/* Whether the bracket at `at` opens a link; *target is the next "](" after it. */
static bool opens_link(str s, size_t at, size_t *target)
{
    if (*target < at) *target = at + str_find(str_sub(s, at, s.len), S("]("));
    return *target < s.len && *target - at < 2000;
}

/* Where the mark at `at` ends that leaves no text of its own, else 0. */
static size_t mark_end(buf *out, str s, size_t at, size_t *target)
{
    size_t end = at;
    switch (s.at[at]) {
    case '*':
    case '_':
        while (end < s.len && s.at[end] == s.at[at]) end++;
        if (is_emphasis(s, at, end)) return end;
        buf_add(out, str_sub(s, at, end));
        return end;
    case '<': return tag_end(s, at);
    case '!': return image_end(s, at);
    case ']': return target_end(s, at);
    case '[': return opens_link(s, at, target) ? at + 1 : 0;
    case '`': return at + 1;
    case '&': return entity(out, s, at);
    default: return 0;
    }
}

str inline_text(arena *a, str s)
{
    buf out = {.arena = a};
    size_t target = 0;
    for (size_t i = 0; i < s.len;) {
        char c = s.at[i], next = at_or_space(s, i + 1);
        bool sign = (next >= '!' && next <= '~') && !is_alnum(next);
        size_t end;
        if (c == '\\' && (sign || next == '\n' || i + 1 == s.len)) {
            if (sign) buf_char(&out, next);
            i += 1 + sign;
        } else if ((end = mark_end(&out, s, i, &target))) {
            i = end;
        } else {
            buf_char(&out, c);
            i++;
        }
    }
    return buf_str(&out);
}
