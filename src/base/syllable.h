/* Syllables: scripts whose words are not divided from what is added to them.
 *
 * Hangul has a character for each syllable, and so have the Chinese characters that stand
 * among them.  Inside a name spaces, dots and hyphens between two of them count for nothing,
 * and behind it particles follow without a space. */
#ifndef BASE_SYLLABLE_H
#define BASE_SYLLABLE_H

#include "base/str.h"

enum { SYLLABLE = 3 }; /* bytes of one in UTF-8 */

static inline bool is_hangul(const char *p)
{
    const unsigned char *c = (const unsigned char *)p; /* U+AC00 to U+D7A3 */
    return (c[0] == 0xEA && c[1] >= 0xB0) || (c[0] >= 0xEB && c[0] <= 0xEC) ||
           (c[0] == 0xED && c[1] < 0x9F);
}

static inline bool is_hanja(const char *p)
{
    const unsigned char *c = (const unsigned char *)p; /* U+4E00 to U+9FFF, U+F900 to U+FAFF */
    return (c[0] >= 0xE5 && c[0] <= 0xE9) || (c[0] == 0xE4 && c[1] >= 0xB8) ||
           (c[0] == 0xEF && c[1] >= 0xA4 && c[1] < 0xAC);
}

/* Does a syllable begin, or end, at this byte of a valid text? */
static inline bool syllable_at(str s, size_t at)
{
    return at + SYLLABLE <= s.len && (is_hangul(s.at + at) || is_hanja(s.at + at));
}

static inline bool syllable_before(str s, size_t at)
{
    return at >= SYLLABLE && at <= s.len && (s.at[at - 1] & 0xC0) == 0x80 &&
           syllable_at(s, at - SYLLABLE);
}

/* Does a syllable stand anywhere in the text? */
bool has_syllables(str s);

/* The bytes of what stands between two syllables there and counts for nothing: one space, dot
 * or hyphen; 0: something else. */
size_t syllable_joint(str s, size_t at);

#endif
