#include "base/language.h"

#include <stdlib.h>

#include "base/mem.h"

/* Eight bytes of letters and digits in small letters: their capitals differ in
 * one bit, which digits have.  Bytes beyond ASCII stay as they are. */
#define SMALL UINT64_C(0x2020202020202020)

static uint64_t small_bits(uint64_t eight)
{
    return SMALL & ~(eight >> 2);
}

static uint64_t bytes_at(const char *at, size_t n)
{
    uint64_t eight = 0;
    memcpy(&eight, at, n);
    return eight;
}

/* Fibonacci hashing (Knuth 1973), as in str_hash. */
uint32_t word_hash(str word)
{
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t h = word.len * factor;
    const char *at = word.at;
    size_t n = word.len;
    for (; n >= 8; n -= 8, at += 8) {
        uint64_t eight = bytes_at(at, 8);
        h = (h ^ (eight | small_bits(eight))) * factor;
        h ^= h >> 32;
    }
    uint64_t last = bytes_at(at, n);
    if (n) h = (h ^ (last | (small_bits(last) & SMALL >> (64 - 8 * n)))) * factor;
    return (uint32_t)(((h ^ h >> 32) * factor) >> 32);
}

static bool differ(uint64_t a, uint64_t b)
{
    return (a ^ b) & ~(small_bits(a) & small_bits(b));
}

/* Whether the word has these letters and digits, whatever their case. */
static bool same_letters(const char *at, str word)
{
    size_t i = 0;
    for (; i + 8 <= word.len; i += 8)
        if (differ(bytes_at(at + i, 8), bytes_at(word.at + i, 8))) return false;
    size_t rest = word.len - i;
    return rest == 0 || !differ(bytes_at(at + i, rest), bytes_at(word.at + i, rest));
}

enum word_shape word_shape(str word)
{
    size_t upper = 0, letters = 0;
    if (word.len == 0 || is_lower(word.at[0]) || (unsigned char)word.at[0] >= 0x80)
        return SHAPE_LOWER; /* "eBay" too */
    for (size_t i = 0; i < word.len; i++) {
        upper += is_upper(word.at[i]);
        letters += is_alpha(word.at[i]);
    }
    if (upper == 0) return SHAPE_LOWER;
    return upper == letters && letters > 1 ? SHAPE_UPPER : SHAPE_CAPITAL;
}

uint32_t language_lookup(
    const struct language *l, str word, uint32_t hash, enum word_shape shape)
{
    for (uint32_t i = hash & (l->nslots - 1);; i = (i + 1) & (l->nslots - 1)) {
        const struct word_slot *s = &l->slots[i];
        if (s->text.len == 0) return 0;
        if (s->hash == hash && s->text.len == word.len &&
            same_letters(l->pool + s->text.at, word))
            return s->sets[shape];
    }
}

uint32_t language_set(const struct language *l, str word)
{
    return word.len ? language_lookup(l, word, word_hash(word), word_shape(word)) : 0;
}

const struct word_value *set_value(const struct language *l, uint32_t set, unsigned class_)
{
    const struct word_set *s = &l->sets[set];
    for (uint32_t i = s->value; i < s->value + s->nvalues; i++)
        if (l->values[i].class_ == class_) return &l->values[i];
    return NULL;
}

int set_number(const struct language *l, uint32_t set, unsigned class_)
{
    const struct word_value *v = set_has(l, set, class_) ? set_value(l, set, class_) : NULL;
    return v ? (int)v->number : 0;
}

int language_class(const struct language *l, str name)
{
    for (uint32_t i = 0; i < l->nclasses; i++)
        if (str_eq(language_str(l, l->classes[i]), name)) return (int)i;
    return -1;
}

/* Whether the phrase begins and ends at `at` where words do. */
static bool stands_at(str text, str words, const struct phrase *p, size_t at)
{
    size_t end = at + words.len;
    bool begins = at == 0 || !is_alnum(text.at[at - 1]) || !is_alnum(words.at[0]);
    bool ends = end == text.len || p->place & PHRASE_GOES_ON || !is_alnum(text.at[end]) ||
                !is_alnum(words.at[words.len - 1]);
    return begins && ends;
}

/* Where the phrase stands in a text in small letters; text.len where it does not. */
static size_t place_of(str text, str words, const struct phrase *p)
{
    if (words.len > text.len) return text.len;
    size_t last = text.len - words.len;
    if (p->place & PHRASE_AT_END && !(p->place & PHRASE_GOES_ON)) {
        bool there = (last == 0 || !(p->place & PHRASE_AT_START)) && str_ends(text, words) &&
                     stands_at(text, words, p, last);
        return there ? last : text.len;
    }
    if (p->place & PHRASE_AT_START)
        return str_starts(text, words) && stands_at(text, words, p, 0) ? 0 : text.len;
    for (size_t at = 0; at <= last; at++) {
        at += str_find(str_sub(text, at, text.len), words);
        if (at < text.len && stands_at(text, words, p, at)) return at;
    }
    return text.len;
}

/* Which pairs of bytes begin the words of a text: a bit for each, of few enough that some
 * share one. */
struct beginnings {
    uint64_t bits[4];
};

static unsigned beginning(const char *at)
{
    return ((unsigned char)at[0] * 37u + (unsigned char)at[1]) & 255;
}

static bool may_begin(const struct beginnings *b, str words)
{
    if (words.len < 2 || !is_alnum(words.at[0])) return true;
    unsigned bit = beginning(words.at);
    return b->bits[bit / 64] >> bit % 64 & 1;
}

const struct phrase *find_phrase(
    const struct language *l, enum phrase_class class_, str text, size_t *at)
{
    char small[512], *copy = text.len <= sizeof small ? small : mem_alloc(text.len);
    struct beginnings b = {{0}};
    for (size_t i = 0; i < text.len; i++) {
        copy[i] = to_lower(text.at[i]);
        if (i == 0 || (i > 1 && is_alnum(copy[i - 2]))) continue;
        unsigned bit = beginning(copy + i - 1);
        b.bits[bit / 64] |= UINT64_C(1) << bit % 64;
    }
    const struct phrase *p = NULL;
    size_t place = text.len;
    for (uint32_t i = l->first_phrase[class_]; i < l->first_phrase[class_ + 1]; i++) {
        p = &l->phrases[i];
        str words = language_str(l, p->text);
        if (!may_begin(&b, words)) continue;
        place = place_of((str){copy, text.len}, words, p);
        if (place < text.len) break;
    }
    if (copy != small) free(copy);
    if (place == text.len) return NULL;
    if (at) *at = place;
    return p;
}

bool is_ordinal_suffix(const struct language *l, str s)
{
    return s.len == 2 && word_shape(s) != SHAPE_CAPITAL && word_is(l, s, WORD_ORDINAL_SUFFIX);
}
