/* Clean: UTF-8 → NFC without format and control characters, with one kind of
 * line end and one kind of space; PDF ligatures spelt out.
 *
 * Normalization: Unicode Standard Annex 15.  Nearly all of a communiqué is
 * ASCII and stable punctuation, so only runs that may change go through
 * utf8proc; long ones in parts (the annex's stream-safe format), as canonical
 * ordering is quadratic in a run of marks. */
#include "load/source.h"

#include "base/syllable.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { PART = 128, LONGEST_PART = 256 };

/* Whether a code point is stable under NFC and never joins the one before. */
static bool stable(uint32_t c)
{
    return c < 0x300 || (c >= 0x2010 && c <= 0x2125) || (c >= 0x2460 && c <= 0x27FF) ||
           (c >= 0x3001 && c <= 0x3029) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xFF01 && c <= 0xFFEF);
}

/* The next unstable character from `at` on, or len. */
static size_t find_unstable(str s, size_t at)
{
    while ((at = utf8_skip_ascii(s, at)) < s.len) {
        size_t next = at;
        while (next + SYLLABLE <= s.len && is_hangul(s.at + next)) next += SYLLABLE;
        if (next > at) {
            at = next;
            continue;
        }
        if (!stable(utf8_next(s, &next))) return at;
        at = next;
    }
    return s.len;
}

/* Whether a run may be cut in front of a code point. */
static bool may_cut(uint32_t c)
{
    const utf8proc_property_t *p = utf8proc_get_property((utf8proc_int32_t)c);
    bool jamo = c >= 0x1160 && c <= 0x11FF;
    return p->combining_class == 0 && p->category != UTF8PROC_CATEGORY_MN &&
           p->category != UTF8PROC_CATEGORY_MC && !jamo;
}

static size_t end_of_run(str s, size_t start, size_t at)
{
    while (at < s.len && at - start < LONGEST_PART) {
        size_t next = at;
        uint32_t c = utf8_next(s, &next);
        if (stable(c) || (at - start >= PART && may_cut(c))) break;
        at = next;
    }
    return at;
}

static void add_composed(buf *out, str run)
{
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)run.at,
        (utf8proc_ssize_t)run.len, &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (n == UTF8PROC_ERROR_NOMEM) out_of_memory();
    buf_add(out, n < 0 ? run : (str){(const char *)composed, (size_t)n});
    free(composed);
}

static size_t step_back(str s, size_t at, size_t least)
{
    if (at > least) at--;
    while (at > least && ((unsigned char)s.at[at] & 0xC0) == 0x80) at--;
    return at;
}

static str nfc(arena *a, str s)
{
    size_t at = find_unstable(s, 0), done = 0;
    if (at == s.len) return s;
    buf out = {.arena = a};
    while (at < s.len) {
        /* The character before a mark may take it in. */
        size_t start = step_back(s, at, done), end = end_of_run(s, start, at);
        buf_add(&out, str_sub(s, done, start));
        add_composed(&out, str_sub(s, start, end));
        done = end;
        at = find_unstable(s, done);
    }
    buf_add(&out, str_sub(s, done, s.len));
    return buf_str(&out);
}

static bool is_wide_space(uint32_t c)
{
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

static bool is_format(uint32_t c)
{
    if (c < 0xA0) return true; /* C1 */
    if (c < 0x600) return c == 0xAD;
    if (c > 0x3000 && c < 0xD800) return false;
    return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_CF || c == 0x180E ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFFFE || c == 0xFFFF; /* no XML has these */
}

static bool line_ends_at(str s, size_t at)
{
    while (at < s.len && (s.at[at] == ' ' || s.at[at] == '\t')) at++;
    return at < s.len && (s.at[at] == '\n' || s.at[at] == '\r' || s.at[at] == '\f');
}

/* Writes what a non-ASCII character becomes; never longer than it was. */
static size_t put_wide(char *to, str s, size_t start, size_t end, uint32_t c)
{
    static const char *const LIGATURES[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    str as = str_sub(s, start, end);
    if (c >= 0xFB00 && c <= 0xFB06)
        as = str_of(LIGATURES[c - 0xFB00]);
    else if (is_wide_space(c))
        as = S(" ");
    else if (c == 0x85)
        as = S("\n");
    else if (c == 0x2029)
        as = S("\n\n");
    else if (c == 0xAD && line_ends_at(s, end))
        as = S("\x1F");
    else if (is_format(c))
        as = S("");
    memcpy(to, as.at, as.len);
    return as.len;
}

/* Writes what an ASCII character becomes. */
static size_t put_ascii(char *to, str s, size_t at)
{
    char c = s.at[at];
    if (c == '\r') {
        if (at + 1 < s.len && s.at[at + 1] == '\n') return 0;
        c = '\n';
    }
    if (c == '\v') c = '\n';
    if (c == '\t') c = ' ';
    if ((c < ' ' && c != '\n' && c != '\f') || c == 0x7F) return 0;
    *to = c;
    return 1;
}

/* Copies printable ASCII eight bytes at a time; the bytes it could. */
static size_t copy_printable(char *to, str s, size_t at)
{
    const uint64_t ones = 0x0101010101010101u, high = 0x8080808080808080u;
    size_t start = at;
    uint64_t w;
    for (; at + sizeof w <= s.len; at += sizeof w) {
        memcpy(&w, s.at + at, sizeof w);
        /* Any byte under ' ', over '~' or not ASCII. */
        if (((w - ones * ' ') | (w + ones) | w) & high) break;
        memcpy(to + (at - start), &w, sizeof w);
    }
    return at - start;
}

str clean(arena *a, str text)
{
    str s = nfc(a, text);
    char *out = arena_alloc(a, s.len);
    size_t n = 0, at = 0;
    while (at < s.len) {
        size_t run = copy_printable(out + n, s, at);
        n += run;
        at += run;
        if (at == s.len) break;
        unsigned char c = (unsigned char)s.at[at];
        if (c >= ' ' && c < 0x7F) {
            out[n++] = s.at[at++];
        } else if (c < 0x80) {
            n += put_ascii(out + n, s, at++);
        } else {
            size_t start = at;
            uint32_t code = utf8_next(s, &at);
            n += put_wide(out + n, s, start, at, code);
        }
    }
    return (str){out, n};
}

static bool is_folded(str s)
{
    if (s.len && (is_space(s.at[0]) || is_space(s.at[s.len - 1]))) return false;
    for (size_t i = 0; i < s.len; i++) {
        if (s.at[i] == ' ' && s.at[i + 1] == ' ') return false;
        if ((unsigned char)s.at[i] < ' ') return false;
    }
    return true;
}

/* Neighbours of a mark of layout that is gone may compose. */
str fold(arena *a, str s)
{
    if (is_folded(s)) return nfc(a, s);
    char *out = arena_alloc(a, s.len);
    size_t n = 0;
    bool broken = false;
    for (size_t i = 0; i < s.len; i++) {
        bool space = is_space(s.at[i]);
        if (s.at[i] == SOFT_BREAK)
            broken = true;
        else if (!space)
            out[n++] = s.at[i], broken = false;
        else if (n && out[n - 1] != ' ' && !broken)
            out[n++] = ' ';
    }
    while (n && out[n - 1] == ' ') n--;
    return nfc(a, (str){out, n});
}
