/* Measures of a line: is it a sentence, a heading, a cloud of words?
 *
 * Running English has a third to a half of function words, a tag cloud or a
 * menu next to none: the stop-word test of boilerplate removal (jusText,
 * J. Pomikálek 2011).  Texts in other scripts pass it. */
#include "load/body/prose.h"

#include "load/source.h"

enum { ENOUGH_WORDS = 80 };

static const str CLOSERS[] = {S_INIT("\""), S_INIT("'"), S_INIT(")"), S_INIT("]"), S_INIT("*"),
    S_INIT("”"), S_INIT("’"), S_INIT("»"), S_INIT("」"), S_INIT("』"), S_INIT("〉"),
    S_INIT("》"), S_INIT("｣"), S_INIT(">")};
static const str ENDS[] = {
    S_INIT("."), S_INIT("!"), S_INIT("?"), S_INIT(":"), S_INIT(";"), S_INIT("…"), S_INIT("。")};

static bool ends_with_any(str *s, const str *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!str_ends(*s, list[i])) continue;
        s->len -= list[i].len;
        return true;
    }
    return false;
}

bool ends_sentence(str s)
{
    while (s.len && s.at[s.len - 1] == ' ') s.len--;
    while (ends_with_any(&s, CLOSERS, sizeof CLOSERS / sizeof *CLOSERS)) continue;
    return ends_with_any(&s, ENDS, sizeof ENDS / sizeof *ENDS);
}

bool starts_lower(str s)
{
    if (s.len == 0) return false;
    size_t at = 0;
    uint32_t c = utf8_next(s, &at);
    if (c < 0x80) return is_lower((int)c);
    return (c >= 0xDF && c < 0x250) || (c >= 0x1100 && c < 0x1E00) ||
           c >= 0x3040; /* not É, quotes, bullets */
}

bool is_capitals(str s)
{
    size_t upper = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (is_lower(s.at[i])) return false;
        upper += is_upper(s.at[i]);
    }
    return upper >= 4 && upper * 2 > s.len && s.len <= 200 && !str_ends(s, S("."));
}

bool has_letters(str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (is_alpha(s.at[i]) || ((unsigned char)s.at[i] >= 0xC3 && s.at[i] != '\xE2'))
            return true;
    return false;
}

size_t word_count(str s, size_t most)
{
    size_t n = 0;
    bool inside = false;
    for (size_t i = 0; i < s.len && n < most; i++) {
        bool space = is_space(s.at[i]);
        if (inside && space) n++;
        inside = !space;
    }
    return n + (inside && n < most);
}

bool has_function_words(const struct language *l, str s)
{
    size_t words = 0, function = 0, wide = 0;
    str word;
    s = str_sub(s, 0, ENOUGH_WORDS * 12);
    for (size_t i = 0; i < s.len; i++) wide += (unsigned char)s.at[i] >= 0xE3;
    if (wide * 8 > s.len) return true;
    while (words < ENOUGH_WORDS && function * 8 < ENOUGH_WORDS && str_cut(&s, ' ', &word)) {
        words++;
        function += word_is(l, word, WORD_FUNCTION);
    }
    return function * 8 >= words;
}

/* Whether a sentence of Korean ends here without a full stop, an end mark behind it aside:
 * "하였음", "했습니다 <끝>". */
static bool ends_clipped(const struct language *l, str s)
{
    enum { SYLLABLE = 3 };
    s.len = str_find(s, S("<"));
    while (s.len && s.at[s.len - 1] == ' ') s.len--;
    return s.len >= SYLLABLE &&
           word_is(l, str_sub(s, s.len - SYLLABLE, s.len), WORD_SENTENCE_ENDING);
}

bool is_sentence(const struct language *l, str s)
{
    return (ends_sentence(s) || ends_clipped(l, s)) && word_count(s, 3) == 3 &&
           (s.len > 400 || has_function_words(l, s));
}
