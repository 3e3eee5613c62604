#include "base/fold.h"

#include "base/syllable.h"

static void put_separator(buf *out)
{
    if (out->len == 0 || (out->at[out->len - 1] != ' ' && out->at[out->len - 1] != '\n'))
        buf_char(out, ' ');
}

/* The dot of an initial or of "U.S.": one letter in front, no more. */
static bool is_initial_dot(str s, size_t i)
{
    return s.at[i] == '.' && i > 0 && is_alpha(s.at[i - 1]) &&
           (i == 1 || !(is_alnum(s.at[i - 2]) || (unsigned char)s.at[i - 2] >= 0x80));
}

/* What a character of three bytes U+2000 to U+2FFF folds to; 0: itself. */
static char fold_punctuation(const unsigned char *p)
{
    if (p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0x95) return ' '; /* dashes */
    if (p[1] == 0x80 && (p[2] == 0x98 || p[2] == 0x99)) return '\'';
    if (p[1] == 0x80 && (p[2] == 0x9C || p[2] == 0x9D)) return '"';
    if (p[1] == 0x88 && p[2] == 0x92) return ' '; /* minus */
    return 0;
}

str fold_name(arena *a, str s)
{
    buf out = {.arena = a};
    for (size_t i = 0, n; i < s.len; i += n) {
        const unsigned char *p = (const unsigned char *)s.at + i;
        char plain = p[0] == 0xE2 && i + 2 < s.len ? fold_punctuation(p) : 0;
        n = plain ? 3 : 1;
        size_t joint = i ? syllable_joint(s, i) : 0;
        if (joint)
            n = joint;
        else if (plain == ' ' || s.at[i] == ' ' || s.at[i] == '-')
            put_separator(&out);
        else if (s.at[i] == '&')
            buf_add(&out, S("and"));
        else if (!is_initial_dot(s, i))
            buf_char(&out, plain ? plain : s.at[i]);
    }
    return buf_str(&out);
}
