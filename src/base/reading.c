#include "base/reading.h"

#include "base/syllable.h"

enum { FIRST_SYLLABLE = 0xAC00, VOWELS = 21, FINALS = 28, PER_CONSONANT = VOWELS * FINALS };
enum { NIEUN = 2, RIEUL = 5, IEUNG = 11 };

/* The vowels that begin with a glide, and "i": before them the consonant is dropped. */
static bool has_glide(uint32_t vowel)
{
    static const uint32_t GLIDES =
        1u << 2 | 1u << 3 | 1u << 6 | 1u << 7 | 1u << 12 | 1u << 17 | 1u << 20;
    return GLIDES >> vowel & 1;
}

static uint32_t as_initial(uint32_t syllable)
{
    uint32_t rest = (syllable - FIRST_SYLLABLE) % PER_CONSONANT;
    uint32_t consonant = (syllable - FIRST_SYLLABLE) / PER_CONSONANT;
    bool glide = has_glide(rest / FINALS);
    if (glide && (consonant == NIEUN || consonant == RIEUL)) consonant = IEUNG;
    if (consonant == RIEUL) consonant = NIEUN;
    return FIRST_SYLLABLE + consonant * PER_CONSONANT + rest;
}

/* 0: no table has it. */
static uint32_t reading_of(const struct readings *r, uint32_t character)
{
    size_t low = 0, high = r->len;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (r->at[mid] >> 16 < character)
            low = mid + 1;
        else
            high = mid;
    }
    bool found = low < r->len && r->at[low] >> 16 == character;
    return found ? r->at[low] & 0xFFFF : 0;
}

static bool hanja_at(str s, size_t at)
{
    return at + SYLLABLE <= s.len && is_hanja(s.at + at);
}

/* Where the characters that stand beside one another from `at` on end. */
static size_t run_end(str s, size_t at)
{
    size_t end = at + SYLLABLE, next = end + syllable_joint(s, end);
    while (hanja_at(s, next)) {
        end = next + SYLLABLE;
        next = end + syllable_joint(s, end);
    }
    return end;
}

static void read_run(buf *out, const struct readings *r, str s, size_t at, size_t end)
{
    for (size_t next; at < end; at = next) {
        next = at;
        uint32_t syllable = reading_of(r, utf8_next(s, &next));
        bool inside = syllable_before(s, at) || (at && is_digit(s.at[at - 1]));
        if (syllable)
            buf_code(out, inside ? syllable : as_initial(syllable));
        else
            buf_add(out, str_sub(s, at, next));
    }
}

static size_t next_hanja(str s, size_t at)
{
    while ((at = utf8_skip_ascii(s, at)) < s.len && !hanja_at(s, at)) at++;
    return at;
}

str text_as_read(arena *a, const struct readings *readings, str text)
{
    size_t at = next_hanja(text, 0), copied = 0;
    if (at == text.len) return text;
    buf out = {.arena = a};
    for (size_t end; at < text.len; at = next_hanja(text, end)) {
        end = run_end(text, at);
        if (end == at + SYLLABLE) continue;
        buf_add(&out, str_sub(text, copied, at));
        read_run(&out, readings, text, at, copied = end);
    }
    buf_add(&out, str_sub(text, copied, text.len));
    return buf_str(&out);
}
