/* Tokens: words, marks and spaces of a text. */
#include "analyse/compare/tokens.h"

#include "base/language.h"
#include "base/syllable.h"

#include <utf8proc.h>

/* Letters, marks and digits but no syllables; at the end of the text `at` stays. */
static bool letter(str text, size_t *at)
{
    if (*at >= text.len || syllable_at(text, *at)) return false;
    unsigned char c = (unsigned char)text.at[*at];
    if (c < 0x80) {
        *at += is_alnum(c);
        return is_alnum(c);
    }
    size_t next = *at;
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)utf8_next(text, &next));
    if (k < UTF8PROC_CATEGORY_LU || k > UTF8PROC_CATEGORY_NO) return false;
    *at = next;
    return true;
}

/* Is it the comma of "35,000"? */
static bool groups_digits(str text, size_t at)
{
    size_t end = at + 1;
    while (end < text.len && is_digit(text.at[end])) end++;
    return end == at + 4 && at > 0 && is_digit(text.at[at - 1]);
}

/* Behind the sign of a currency that stands before a digit; otherwise `at`. */
static size_t currency_end(str text, size_t at)
{
    size_t next = at;
    utf8proc_int32_t c = (utf8proc_int32_t)utf8_next(text, &next);
    bool amount = next < text.len && is_digit(text.at[next]);
    return amount && utf8proc_category(c) == UTF8PROC_CATEGORY_SC ? next : at;
}

/* The length of a mark that may stand inside a word; 0: none. */
static size_t joint_length(str text, size_t at, bool compounds)
{
    char c = at < text.len ? text.at[at] : ' ';
    if (c == '\'' || (c == ',' && groups_digits(text, at))) return 1;
    if (c == '.') return compounds && at + 1 < text.len && text.at[at + 1] == '-' ? 2 : 1;
    if (c == '-') return compounds;
    if (c != '\xE2') return 0;
    str wide = str_sub(text, at, at + 3);
    if (str_eq(wide, S("\xE2\x80\x99"))) return 3; /* right single quote */
    bool hyphen = str_eq(wide, S("\xE2\x80\x90")) || str_eq(wide, S("\xE2\x80\x91"));
    return compounds && hyphen ? 3 : 0;
}

/* Steps over such a mark where more of the word follows it. */
static bool joint(str text, size_t *at, bool compounds)
{
    size_t len = joint_length(text, *at, compounds), next = *at + len;
    if (len == 0 || !letter(text, &next)) return false;
    *at = next;
    return true;
}

bool is_word_tail(str word)
{
    const struct language *l = &embedded_language;
    uint32_t set = language_set(l, word);
    return set_has(l, set, WORD_AFFIX_PARTICLE) || set_has(l, set, WORD_AFFIX_ENDING) ||
           set_has(l, set, WORD_AFFIX_TAIL);
}

/* Among syllables the longest particle or ending behind two or more of them is a word of
 * its own. */
static size_t syllables_word_end(str text, size_t at)
{
    enum { LONGEST = 6, STEM = 2 };
    size_t end = at;
    while (syllable_at(text, end)) end += SYLLABLE;
    if (syllable_before(text, at) || end - at <= STEM * SYLLABLE) return end;
    for (size_t n = 4 * SYLLABLE; n >= SYLLABLE; n -= SYLLABLE)
        if (end - at >= n &&
            word_is(&embedded_language, str_sub(text, end - n, end), WORD_AFFIX_OWN))
            return end;
    size_t n = end - at - STEM * SYLLABLE;
    if (n > LONGEST * SYLLABLE) n = LONGEST * SYLLABLE;
    while (n > 0 && !is_word_tail(str_sub(text, end - n, end))) n -= SYLLABLE;
    return end - n;
}

size_t word_end(str text, size_t at, bool compounds)
{
    size_t start = at;
    if (syllable_at(text, at)) return syllables_word_end(text, at);
    if (at < text.len && !is_alnum(text.at[at]) && text.at[at] != ' ')
        at = currency_end(text, at);
    do {
        while (at < text.len && is_alnum(text.at[at])) at++; /* nearly all letters */
        if (at < text.len && text.at[at] == ' ') break;      /* and what ends words */
    } while (letter(text, &at) || (at > start && joint(text, &at, compounds)));
    bool percent = at > start && at < text.len && text.at[at] == '%';
    return at + (percent && is_digit(text.at[at - 1]));
}

bool is_amount(str word)
{
    size_t figure = is_digit(word.at[0]) ? 0 : currency_end(word, 0);
    return figure < word.len && is_digit(word.at[figure]);
}

bool word_next(str text, size_t *at, str *word, bool compounds)
{
    while (*at < text.len) {
        size_t end = word_end(text, *at, compounds);
        if (end > *at) {
            *word = str_sub(text, *at, end);
            *at = end;
            return true;
        }
        if ((unsigned char)text.at[*at] < 0x80)
            ++*at;
        else
            utf8_next(text, at);
    }
    return false;
}

int same_words(str a, str b, int most)
{
    size_t i = 0, j = 0;
    str word, other;
    int same = 0;
    while (same < most && word_next(a, &i, &word, false) && word_next(b, &j, &other, false) &&
           str_eq_nocase(word, other))
        same++;
    return same;
}
