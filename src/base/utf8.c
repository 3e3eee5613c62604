/* UTF-8: decoding of text known to be valid, validation, terminal width. */
#include "base/str.h"

#include <utf8proc.h>

uint32_t utf8_next(str s, size_t *at)
{
    const unsigned char *p = (const unsigned char *)s.at + *at;
    uint32_t c = p[0];
    size_t len = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    if (*at + len > s.len) len = s.len - *at;
    if (len == 2) c = (c & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    if (len == 3) c = (c & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    if (len == 4)
        c = (c & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
    *at += len;
    return c;
}

uint32_t utf8_before(str s, size_t at)
{
    if (at == 0) return 0;
    size_t start = at - 1;
    while (start > 0 && ((unsigned char)s.at[start] & 0xC0) == 0x80) start--;
    return utf8_next(s, &start);
}

size_t utf8_skip_ascii(str s, size_t at)
{
    uint64_t eight;
    for (; at + sizeof eight <= s.len; at += sizeof eight) {
        memcpy(&eight, s.at + at, sizeof eight);
        if (eight & 0x8080808080808080u) break;
    }
    while (at < s.len && (unsigned char)s.at[at] < 0x80) at++;
    return at;
}

/* Three bytes whose first says all about their range: no surrogate, none that is too long. */
static bool is_plain_three(str s, size_t at)
{
    unsigned char c = (unsigned char)s.at[at];
    return at + 3 <= s.len && c > 0xE0 && c < 0xED && (s.at[at + 1] & 0xC0) == 0x80 &&
           (s.at[at + 2] & 0xC0) == 0x80;
}

size_t utf8_valid(str s)
{
    size_t at = 0;
    while (at < s.len) {
        at = utf8_skip_ascii(s, at);
        if (at == s.len) break;
        if (is_plain_three(s, at)) {
            at += 3;
            continue;
        }
        utf8proc_int32_t code;
        utf8proc_ssize_t n = utf8proc_iterate(
            (const utf8proc_uint8_t *)s.at + at, (utf8proc_ssize_t)(s.len - at), &code);
        if (n <= 0) break;
        at += (size_t)n;
    }
    return at;
}

bool is_unseen(uint32_t c)
{
    static const uint32_t RANGES[][2] = {{0x00, 0x1F}, {0x7F, 0x9F}, {0xAD, 0xAD},
        {0x61C, 0x61C}, {0x180E, 0x180E}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
        {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFB}, {0xE0000, 0xE0FFF}};
    if (c >= 0x20 && c < 0x7F) return false; /* nearly all */
    for (size_t i = 0; i < sizeof RANGES / sizeof *RANGES; i++)
        if (c <= RANGES[i][1]) return c >= RANGES[i][0];
    return false;
}

size_t scm_str_tidy(char *text, size_t len, char instead)
{
    size_t n = 0;
    for (size_t at = 0; at < len;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t size = utf8proc_iterate(
            (const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(len - at), &c);
        bool seen = size > 0 && !is_unseen((uint32_t)c);
        if (size <= 0) size = 1;
        if (seen)
            memmove(text + n, text + at, (size_t)size);
        else
            text[n] = instead;
        n += seen ? (size_t)size : 1;
        at += (size_t)size;
    }
    return n;
}

int utf8_width(str s)
{
    int width = 0;
    for (size_t at = 0; at < s.len;) {
        if ((unsigned char)s.at[at] < 0x80) {
            at++;
            width++;
            continue;
        }
        width += utf8proc_charwidth((utf8proc_int32_t)utf8_next(s, &at));
    }
    return width;
}

size_t scm_str_codepoints(scm_str s)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    size_t i = 0, inside = 0; /* bytes that begin none */
    for (; i + sizeof ones <= s.len; i += sizeof ones) {
        uint64_t eight;
        memcpy(&eight, s.at + i, sizeof eight);
        inside += (eight >> 7 & ~(eight >> 6) & ones) * ones >> 56;
    }
    for (; i < s.len; i++) inside += ((unsigned char)s.at[i] & 0xC0) == 0x80;
    return s.len - inside;
}
