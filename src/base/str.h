/* Strings: borrowed slices (scm_str) and a buffer that grows in an arena. */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>
#include <stdint.h>
#include <scm/base.h>
#include "base/mem.h"

typedef scm_str str;

/* A slice of a string literal. */
#define S(literal) ((str){"" literal, sizeof(literal) - 1})
/* The same as an initializer of a table. */
#define S_INIT(literal)                                                                        \
    {                                                                                          \
        "" literal, sizeof(literal) - 1                                                        \
    }

str str_of(const char *z); /* NULL is empty */

static inline bool str_eq(str a, str b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static inline str str_sub(str s, size_t start, size_t end)
{
    if (end > s.len) end = s.len;
    if (start > end) start = end;
    return s.at ? (str){s.at + start, end - start} : s;
}

static inline bool str_starts(str s, str prefix)
{
    return s.len >= prefix.len && (prefix.len == 0 || memcmp(s.at, prefix.at, prefix.len) == 0);
}

static inline bool str_ends(str s, str suffix)
{
    return s.len >= suffix.len && str_eq(str_sub(s, s.len - suffix.len, s.len), suffix);
}

bool str_eq_nocase(str a, str b); /* ASCII */
int str_cmp(str a, str b);
bool str_starts_nocase(str s, str prefix);
str str_trim(str s); /* ASCII white space at both ends */
/* Position of `needle`, or s.len where it does not occur. */
size_t str_find(str s, str needle);
size_t str_find_nocase(str s, str needle);
size_t str_find_char(str s, char c);
bool str_has(str s, str needle);
/* Cuts the part before the next `c` off *rest; false once nothing is left. */
bool str_cut(str *rest, char c, str *part);
str str_dup(arena *a, str s);
void str_lower_into(char *to, str s); /* ASCII letters; as many bytes */
const char *str_z(arena *a, str s);   /* NUL-terminated copy */
str str_lower(arena *a, str s);       /* ASCII */
uint64_t str_hash(str s);
/* A whole decimal number of at most nine digits; -1 where it is none. */
int str_int(str s);
str str_printf(arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A buffer; as a string it is buf_str(&b), which is valid until it grows. */
typedef struct buf {
    arena *arena;
    char *at;
    size_t len, cap;
} buf;

void buf_add(buf *b, str s);
void buf_char(buf *b, char c);
void buf_code(buf *b, uint32_t codepoint); /* as UTF-8 */
void buf_printf(buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
str buf_str(const buf *b);

/* UTF-8.  The text is valid; `at` is the start of a character. */
uint32_t utf8_next(str s, size_t *at);    /* decodes and steps over one */
uint32_t utf8_before(str s, size_t at);   /* the one that ends at `at`; 0 at the start */
size_t utf8_skip_ascii(str s, size_t at); /* the next byte that is none, or the length */
size_t utf8_valid(str s);                 /* length of the valid prefix */
int utf8_width(str s);                    /* terminal columns (utf8proc) */
/* Control and format characters (C0, C1, bidirectional, zero-width): a terminal obeys them, or
 * shows nothing where they stand. */
bool is_unseen(uint32_t codepoint);

/* ASCII classes of bytes, which no locale changes. */
enum { CLASS_DIGIT = 1, CLASS_LOWER = 2, CLASS_SPACE = 4, CLASS_UPPER = 'a' - 'A' };
extern const uint8_t byte_class[256];

static inline bool is_digit(int c)
{
    return byte_class[(unsigned char)c] & CLASS_DIGIT;
}
static inline bool is_upper(int c)
{
    return byte_class[(unsigned char)c] & CLASS_UPPER;
}
static inline bool is_lower(int c)
{
    return byte_class[(unsigned char)c] & CLASS_LOWER;
}
static inline bool is_alpha(int c)
{
    return byte_class[(unsigned char)c] & (CLASS_LOWER | CLASS_UPPER);
}
static inline bool is_alnum(int c)
{
    return byte_class[(unsigned char)c] & (CLASS_DIGIT | CLASS_LOWER | CLASS_UPPER);
}
static inline bool is_space(int c)
{
    return byte_class[(unsigned char)c] & CLASS_SPACE;
}
static inline char to_lower(char c)
{
    return (char)(c + (byte_class[(unsigned char)c] & CLASS_UPPER));
}

static inline char to_upper(char c)
{
    return (char)(is_lower(c) ? c - CLASS_UPPER : c);
}

/* "out of memory", SCM_E_MEMORY. */
int no_memory(scm_error *error);
/* Fills *error and returns code: `return fail(error, SCM_E_INPUT, "…", …);` */
int fail(scm_error *error, int code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
