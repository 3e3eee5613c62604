#include "base/syllable.h"

/* The bytes of a dot: U+00B7, U+2024, U+2027, U+30FB, U+318D; 0: it is none. */
static size_t wide_dot(str s, size_t at)
{
    static const uint32_t DOTS[] = {0xB7, 0x2024, 0x2027, 0x30FB, 0x318D};
    size_t next = at;
    uint32_t c = utf8_next(s, &next);
    for (size_t i = 0; i < sizeof DOTS / sizeof *DOTS; i++)
        if (c == DOTS[i]) return next - at;
    return 0;
}

static size_t joint_length(str s, size_t at)
{
    if (at >= s.len) return 0;
    char c = s.at[at];
    if (c == ' ' || c == '.' || c == '-' || c == '/') return 1;
    return (unsigned char)c < 0x80 ? 0 : wide_dot(s, at);
}

size_t syllable_joint(str s, size_t at)
{
    size_t n = syllable_before(s, at) ? joint_length(s, at) : 0;
    return n && syllable_at(s, at + n) ? n : 0;
}

bool has_syllables(str s)
{
    for (size_t i = utf8_skip_ascii(s, 0); i < s.len; i = utf8_skip_ascii(s, i + 1))
        if (syllable_at(s, i)) return true;
    return false;
}
