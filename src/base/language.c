#include "base/language.h"

/* Eight bytes of letters and digits in small letters: their capitals differ in
 * one bit, which digits have. */
#define SMALL UINT64_C(0x2020202020202020)

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
        h = (h ^ (bytes_at(at, 8) | SMALL)) * factor;
        h ^= h >> 32;
    }
    if (n) h = (h ^ (bytes_at(at, n) | (SMALL >> (64 - 8 * n)))) * factor;
    return (uint32_t)(((h ^ h >> 32) * factor) >> 32);
}

enum word_shape word_shape(str word)
{
    size_t upper = 0, letters = 0;
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
            str_eq_nocase(language_str(l, s->text), word))
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
