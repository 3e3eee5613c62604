#include "annotate/affix.h"

#include "base/syllable.h"

enum { LONGEST = 5, MOST_PARTICLES = 3 }; /* syllables of a particle, particles of a chain */

size_t syllables_start(str text, size_t at)
{
    while (syllable_before(text, at)) at -= SYLLABLE;
    return at;
}

size_t syllables_end(str text, size_t at)
{
    while (syllable_at(text, at)) at += SYLLABLE;
    return at;
}

static bool is_of(const struct work *w, size_t from, size_t to, enum word_class class_)
{
    return word_is(w->image->language, str_sub(w->text, from, to), class_);
}

/* Whether at most so many particles fill the stretch. */
static bool fills(const struct work *w, size_t at, size_t end, int most)
{
    if (at == end) return true;
    if (most == 0) return false;
    size_t n = end - at < LONGEST * SYLLABLE ? end - at : LONGEST * SYLLABLE;
    for (; n > 0; n -= SYLLABLE)
        if (is_of(w, at, at + n, WORD_AFFIX_PARTICLE) && fills(w, at + n, end, most - 1))
            return true;
    return false;
}

bool affix_is_chain(const struct work *w, size_t at)
{
    return fills(w, at, syllables_end(w->text, at), MOST_PARTICLES);
}

bool affix_ends(const struct work *w, size_t at)
{
    size_t end = syllables_end(w->text, at);
    if (fills(w, at, end, MOST_PARTICLES)) return true;
    size_t n = end - at < LONGEST * SYLLABLE ? end - at : LONGEST * SYLLABLE;
    for (; n > 0; n -= SYLLABLE)
        if (is_of(w, at, at + n, WORD_AFFIX_BEHIND) && fills(w, at + n, end, MOST_PARTICLES))
            return true;
    return false;
}

bool affix_begins(const struct work *w, size_t at)
{
    size_t start = at;
    while (at - start <= LONGEST * SYLLABLE && syllable_before(w->text, start))
        start -= SYLLABLE;
    return start == at ||
           (at - start <= LONGEST * SYLLABLE && is_of(w, start, at, WORD_AFFIX_BEFORE));
}

bool affix_is(const struct work *w, size_t at, enum word_class class_)
{
    size_t end = syllables_end(w->text, at);
    return end > at && is_of(w, at, end, class_);
}

bool affix_is_noun(const struct work *w, size_t at, enum word_class class_)
{
    for (size_t end = syllables_end(w->text, at); end > at; end -= SYLLABLE)
        if (is_of(w, at, end, class_) && affix_is_chain(w, end)) return true;
    return false;
}

bool affix_inside(const struct work *w, size_t at)
{
    return syllable_at(w->text, at) && is_of(w, at, at + 2 * SYLLABLE, WORD_AFFIX_INSIDE);
}

/* The ordinal that ends at `end`; 0: none does. */
static int ordinal_ending(const struct language *l, str text, size_t end, size_t *start)
{
    if (!syllable_before(text, end) ||
        !word_is(l, str_sub(text, end - SYLLABLE, end), WORD_ORDINAL_SIGN))
        return 0;
    size_t digits = end - SYLLABLE;
    while (digits > 0 && text.at[digits - 1] == ' ') digits--;
    size_t from = digits;
    while (from > 0 && is_digit(text.at[from - 1])) from--;
    if (from == digits || digits - from > 3) return 0;
    *start = from;
    size_t before = from && text.at[from - 1] == ' ' ? from - 1 : from;
    if (syllable_before(text, before) &&
        word_is(l, str_sub(text, before - SYLLABLE, before), WORD_ORDINAL_BEFORE))
        *start = before - SYLLABLE;
    return str_int(str_sub(text, from, digits));
}

int affix_ordinal(const struct language *l, str text, size_t at, size_t *start)
{
    enum { FARTHEST = 30 };
    for (size_t end = at; end > 0 && end + FARTHEST > at;) {
        int n = ordinal_ending(l, text, end, start);
        if (n > 0) return n;
        size_t word = syllables_start(text, end);
        bool joint = end > 0 && (text.at[end - 1] == ' ' || text.at[end - 1] == '?');
        if (joint)
            end--;
        else if (word < end && syllable_joint(text, word - (word > 0)) == 0 &&
                 !word_is(l, str_sub(text, word, end), WORD_AFFIX_BEFORE))
            return 0;
        else if (word < end)
            end = word;
        else {
            size_t mark = end - 1;
            while (mark > 0 && (text.at[mark] & 0xC0) == 0x80) mark--;
            if (!syllable_joint(text, mark)) return 0;
            end = mark;
        }
    }
    return 0;
}

bool is_syllabic(str text)
{
    enum { SAMPLE = 3000 };
    size_t n = 0, all = 0;
    text = str_sub(text, 0, SAMPLE);
    if (!has_syllables(text)) return false;
    for (size_t i = 0; i < text.len; i++) {
        bool syllable = syllable_at(text, i);
        n += syllable;
        all += syllable || is_alpha(text.at[i]);
        i += syllable ? SYLLABLE - 1 : 0;
    }
    return 2 * n > all;
}
