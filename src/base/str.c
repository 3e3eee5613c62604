#include "base/str.h"

#include <stdio.h>
#include <string.h>

#define EIGHT(class) class, class, class, class, class, class, class, class
#define LETTERS(class) EIGHT(class), EIGHT(class), EIGHT(class), class, class

const uint8_t byte_class[256] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0,                                       /* up to tab */
    CLASS_SPACE, CLASS_SPACE, CLASS_SPACE, CLASS_SPACE, CLASS_SPACE, /* tab to return */
    EIGHT(0), EIGHT(0), 0, 0,                                        /* up to the space */
    CLASS_SPACE, EIGHT(0), 0, 0, 0, 0, 0, 0, 0,                      /* up to 0 */
    EIGHT(CLASS_DIGIT), CLASS_DIGIT, CLASS_DIGIT,                    /* 0 to 9 */
    0, 0, 0, 0, 0, 0, 0, LETTERS(CLASS_UPPER),                       /* A to Z */
    0, 0, 0, 0, 0, 0, LETTERS(CLASS_LOWER),                          /* a to z */
};

str str_of(const char *z)
{
    return (str){z, z ? strlen(z) : 0};
}

static bool same_nocase(const char *a, const char *b, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (to_lower(a[i]) != to_lower(b[i])) return false;
    return true;
}

bool scm_str_equal(scm_str a, scm_str b)
{
    return str_eq(a, b);
}

bool str_eq_nocase(str a, str b)
{
    return a.len == b.len && same_nocase(a.at, b.at, a.len);
}

int str_cmp(str a, str b)
{
    size_t n = a.len < b.len ? a.len : b.len;
    if (a.at == b.at) n = 0; /* the same as far as both go, as ids of one table are */
    int order = n ? memcmp(a.at, b.at, n) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_starts_nocase(str s, str prefix)
{
    return s.len >= prefix.len && same_nocase(s.at, prefix.at, prefix.len);
}

str str_trim(str s)
{
    while (s.len && is_space(s.at[0])) s = str_sub(s, 1, s.len);
    while (s.len && is_space(s.at[s.len - 1])) s.len--;
    return s;
}

/* Capitals are rare: the first letter is looked for alone. */
static size_t find_capital(str s, str needle)
{
    const char *at = s.at, *last = s.at + s.len - needle.len;
    while (at <= last && (at = memchr(at, needle.at[0], (size_t)(last - at) + 1))) {
        if (memcmp(at, needle.at, needle.len) == 0) return (size_t)(at - s.at);
        at++;
    }
    return s.len;
}

size_t str_find(str s, str needle)
{
    if (needle.len == 0) return 0;
    if (needle.len > s.len) return s.len;
    if (is_upper(needle.at[0])) return find_capital(s, needle);
    const char *hit = memmem(s.at, s.len, needle.at, needle.len);
    return hit ? (size_t)(hit - s.at) : s.len;
}

size_t str_find_nocase(str s, str needle)
{
    if (needle.len == 0) return 0;
    char first = to_lower(needle.at[0]);
    for (size_t i = 0; i + needle.len <= s.len; i++)
        if (to_lower(s.at[i]) == first && str_eq_nocase((str){s.at + i, needle.len}, needle))
            return i;
    return s.len;
}

size_t str_find_char(str s, char c)
{
    const char *hit = s.len ? memchr(s.at, c, s.len) : NULL;
    return hit ? (size_t)(hit - s.at) : s.len;
}

bool str_has(str s, str needle)
{
    return needle.len == 0 || str_find(s, needle) < s.len;
}

bool str_cut(str *rest, char c, str *part)
{
    if (!rest->at) return false;
    size_t end = str_find_char(*rest, c);
    *part = str_sub(*rest, 0, end);
    *rest = end < rest->len ? str_sub(*rest, end + 1, rest->len) : (str){NULL, 0};
    return true;
}

str str_dup(arena *a, str s)
{
    char *copy = arena_raw(a, s.len);
    if (s.len) memcpy(copy, s.at, s.len);
    return (str){copy, s.len};
}

const char *str_z(arena *a, str s)
{
    char *copy = arena_raw(a, s.len + 1);
    if (s.len) memcpy(copy, s.at, s.len);
    copy[s.len] = '\0';
    return copy;
}

/* Eight bytes at a time: in each the top bit tells whether it is a capital. */
void str_lower_into(char *to, str s)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones << 7;
    size_t i = 0;
    for (uint64_t w; i + sizeof w <= s.len; i += sizeof w) {
        memcpy(&w, s.at + i, sizeof w);
        uint64_t low = w & ~tops;
        uint64_t from_a = low + ones * (0x80 - 'A'), past_z = low + ones * (0x7F - 'Z');
        w |= (from_a & ~past_z & ~w & tops) >> 2;
        memcpy(to + i, &w, sizeof w);
    }
    for (; i < s.len; i++) to[i] = to_lower(s.at[i]);
}

str str_lower(arena *a, str s)
{
    char *copy = arena_raw(a, s.len);
    str_lower_into(copy, s);
    return (str){copy, s.len};
}

static uint64_t load(const char *at, size_t bytes)
{
    uint32_t four;
    uint64_t eight;
    if (bytes == 4) return memcpy(&four, at, 4), four;
    return memcpy(&eight, at, 8), eight;
}

/* Fibonacci hashing (Knuth 1973), eight bytes at a time; the length tells the
 * short rests apart, of which some bytes are taken twice. */
uint64_t str_hash(str s)
{
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    const unsigned char *at = (const unsigned char *)s.at;
    uint64_t h = s.len * factor, rest = 0;
    size_t n = s.len;
    for (; n >= 8; n -= 8, at += 8) {
        h = (h ^ load((const char *)at, 8)) * factor;
        h ^= h >> 32;
    }
    if (n >= 4)
        rest = load((const char *)at, 4) | load((const char *)at + n - 4, 4) << 32;
    else if (n > 0)
        rest = at[0] | (uint64_t)at[n / 2] << 8 | (uint64_t)at[n - 1] << 16;
    h = (h ^ rest) * factor;
    return h ^ h >> 32;
}

int str_int(str s)
{
    if (s.len == 0 || s.len > 9) return -1;
    int n = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (!is_digit(s.at[i])) return -1;
        n = n * 10 + (s.at[i] - '0');
    }
    return n;
}

/* Most results are short: those are formatted once. */
static str format_into(arena *a, const char *format, va_list args)
{
    char brief[200];
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(brief, sizeof brief, format, again);
    va_end(again);
    char *at = arena_raw(a, (size_t)len + 1);
    if ((size_t)len < sizeof brief)
        memcpy(at, brief, (size_t)len + 1);
    else
        vsnprintf(at, (size_t)len + 1, format, args);
    return (str){at, (size_t)len};
}

str str_printf(arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    str s = format_into(a, format, args);
    va_end(args);
    return s;
}

void buf_add(buf *b, str s)
{
    vec_reserve(b->arena, b, b->len + s.len);
    if (s.len) memcpy(b->at + b->len, s.at, s.len);
    b->len += s.len;
}

void buf_char(buf *b, char c)
{
    vec_reserve(b->arena, b, b->len + 1);
    b->at[b->len++] = c;
}

void buf_code(buf *b, uint32_t c)
{
    if (c < 0x80) {
        buf_char(b, (char)c);
    } else if (c < 0x800) {
        buf_char(b, (char)(0xC0 | c >> 6));
        buf_char(b, (char)(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
        buf_char(b, (char)(0xE0 | c >> 12));
        buf_char(b, (char)(0x80 | (c >> 6 & 0x3F)));
        buf_char(b, (char)(0x80 | (c & 0x3F)));
    } else {
        buf_char(b, (char)(0xF0 | c >> 18));
        buf_char(b, (char)(0x80 | (c >> 12 & 0x3F)));
        buf_char(b, (char)(0x80 | (c >> 6 & 0x3F)));
        buf_char(b, (char)(0x80 | (c & 0x3F)));
    }
}

void buf_printf(buf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_add(b, format_into(b->arena, format, args));
    va_end(args);
}

str buf_str(const buf *b)
{
    return (str){b->at, b->len};
}

int fail(scm_error *error, int code, const char *format, ...)
{
    if (!error) return code;
    error->code = code;
    va_list args;
    va_start(args, format);
    vsnprintf(error->message, sizeof error->message, format, args);
    va_end(args);
    error->message[scm_str_tidy(error->message, strlen(error->message), '?')] = '\0';
    return code;
}

int no_memory(scm_error *error)
{
    return fail(error, SCM_E_MEMORY, "out of memory");
}
