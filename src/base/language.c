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

static uint64_t eight_at(const char *at)
{
    uint64_t eight;
    memcpy(&eight, at, sizeof eight);
    return eight;
}

static uint64_t byte_at(const char *at, size_t i)
{
    return (uint64_t)(unsigned char)at[i] << 8 * i;
}

/* Fewer than eight bytes as a number, by loads that overlap: a copy of a length that the
 * compiler does not know would be a call. */
static uint64_t rest_at(const char *at, size_t n)
{
    uint32_t low, high;
    if (n == 0) return 0;
    if (n < 4) return byte_at(at, 0) | byte_at(at, n / 2) | byte_at(at, n - 1);
    memcpy(&low, at, sizeof low);
    memcpy(&high, at + n - sizeof high, sizeof high);
    return low | (uint64_t)high << 8 * (n - sizeof high);
}

/* Fibonacci hashing (Knuth 1973), as in str_hash. */
uint32_t word_hash(str word)
{
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t h = word.len * factor;
    const char *at = word.at;
    size_t n = word.len;
    for (; n >= 8; n -= 8, at += 8) {
        uint64_t eight = eight_at(at);
        h = (h ^ (eight | small_bits(eight))) * factor;
        h ^= h >> 32;
    }
    uint64_t last = rest_at(at, n);
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
        if (differ(eight_at(at + i), eight_at(word.at + i))) return false;
    size_t rest = word.len - i;
    return rest == 0 || !differ(rest_at(at + i, rest), rest_at(word.at + i, rest));
}

enum word_shape word_shape(str word)
{
    size_t upper = 0, letters = 0;
    if (word.len == 0 || is_lower(word.at[0]) || (unsigned char)word.at[0] >= 0x80)
        return SHAPE_LOWER; /* "eBay" too */
    for (size_t i = 0; i < word.len; i++) {
        if (upper && is_lower(word.at[i])) return SHAPE_CAPITAL;
        upper += is_upper(word.at[i]);
        letters += is_alpha(word.at[i]);
    }
    if (upper == 0) return SHAPE_LOWER;
    return upper == letters && letters > 1 ? SHAPE_UPPER : SHAPE_CAPITAL;
}

/* The slots are wide and most words have none: their tags are looked at first. */
static const struct word_slot *find_slot(const struct language *l, str word, uint32_t hash)
{
    unsigned char tag = word_tag(hash);
    for (uint32_t i = hash & (l->nslots - 1); l->tags[i]; i = (i + 1) & (l->nslots - 1)) {
        const struct word_slot *s = &l->slots[i];
        if (l->tags[i] == tag && s->hash == hash && s->text.len == word.len &&
            same_letters(l->pool + s->text.at, word))
            return s;
    }
    return NULL;
}

uint32_t language_lookup(
    const struct language *l, str word, uint32_t hash, enum word_shape shape)
{
    const struct word_slot *s = find_slot(l, word, hash);
    return s ? s->sets[shape] : 0;
}

uint32_t language_set(const struct language *l, str word)
{
    const struct word_slot *s = word.len ? find_slot(l, word, word_hash(word)) : NULL;
    return s ? s->sets[word_shape(word)] : 0;
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

static uint32_t two_letters(char first, char second)
{
    return ((unsigned char)first * 32u + (unsigned char)second) & (PHRASE_LETTERS - 1);
}

uint32_t phrase_beginning(str words, unsigned place)
{
    bool starts = place & PHRASE_AT_START, ends = place & PHRASE_AT_END;
    if (!starts && ends && !(place & PHRASE_GOES_ON)) return PHRASE_LAST;
    if (words.len < 2 || (!starts && !is_alnum(words.at[0]))) return PHRASE_ANYWHERE;
    return two_letters(words.at[0], words.at[1]);
}

/* What is looked for, and the best so far: of several phrases the first of the table. */
struct phrase_search {
    const struct language *language;
    const struct phrase *phrases; /* of the class */
    const uint32_t *keys;         /* of the language */
    str text;
    uint32_t best; /* one more than its place in the class; 0: none */
    size_t at;
};

static const struct phrase *phrase_of(const struct phrase_search *s, uint32_t key)
{
    return &s->phrases[s->keys[key] & 0xFFFF];
}

/* Might the phrase of the key be better than the best? */
static bool is_better(const struct phrase_search *s, uint32_t key)
{
    return s->best == 0 || (s->keys[key] & 0xFFFF) + 1 < s->best;
}

static void take(struct phrase_search *s, uint32_t key, size_t at)
{
    s->best = (s->keys[key] & 0xFFFF) + 1;
    s->at = at;
}

static bool fits_at(const struct phrase_search *s, const struct phrase *p, size_t at)
{
    str words = language_str(s->language, p->text);
    size_t end = at + words.len;
    if (end > s->text.len || to_lower(s->text.at[end - 1]) != words.at[words.len - 1])
        return false;
    if (p->place & PHRASE_AT_START && at > 0) return false;
    bool last = p->place & PHRASE_AT_END && !(p->place & PHRASE_GOES_ON);
    if (last && end < s->text.len) return false;
    return str_eq_nocase(str_sub(s->text, at, end), words) && stands_at(s->text, words, p, at);
}

/* The first key of [low, high) with these letters. */
static uint32_t first_key(const uint32_t *keys, uint32_t low, uint32_t high, uint32_t letters)
{
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (keys[mid] >> 16 < letters)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* Tries the phrases by their letters, keys [from, to), at one place. */
static void try_at(
    struct phrase_search *s, uint32_t from, uint32_t to, uint32_t letters, size_t at)
{
    uint32_t k = first_key(s->keys, from, to, letters);
    for (; k < to && s->keys[k] >> 16 == letters && is_better(s, k); k++)
        if (fits_at(s, phrase_of(s, k), at)) take(s, k, at);
}

/* Tries those that stand at the end. */
static void try_last(struct phrase_search *s, uint32_t from, uint32_t to)
{
    for (uint32_t k = from; k < to && is_better(s, k); k++) {
        const struct phrase *p = phrase_of(s, k);
        size_t len = p->text.len;
        if (len <= s->text.len && fits_at(s, p, s->text.len - len))
            take(s, k, s->text.len - len);
    }
}

/* Tries those that begin with no word, wherever they stand. */
static void try_anywhere(struct phrase_search *s, uint32_t from, uint32_t to)
{
    if (from == to) return;
    char small[512], *copy = s->text.len <= sizeof small ? small : mem_alloc(s->text.len);
    str lower = {copy, s->text.len};
    str_lower_into(copy, s->text);
    for (uint32_t k = from; k < to && is_better(s, k); k++) {
        const struct phrase *p = phrase_of(s, k);
        str words = language_str(s->language, p->text);
        size_t at = str_find(lower, words);
        while (at < lower.len && !fits_at(s, p, at))
            at += 1 + str_find(str_sub(lower, at + 1, lower.len), words);
        if (at < lower.len) take(s, k, at);
    }
    if (copy != small) free(copy);
}

const struct phrase *find_phrase(
    const struct language *l, enum phrase_class class_, str text, size_t *at)
{
    uint32_t from = l->first_phrase[class_], to = l->first_phrase[class_ + 1];
    const struct phrase_starts *x = &l->phrase_starts[class_];
    struct phrase_search s = {l, l->phrases + from, l->phrase_keys, text, 0, 0};
    try_anywhere(&s, x->anywhere, x->last);
    try_last(&s, x->last, to);
    for (size_t i = 0; i + 1 < text.len && x->anywhere > from;) {
        uint32_t letters = two_letters(to_lower(text.at[i]), to_lower(text.at[i + 1]));
        if (i == 0 || (x->bits[letters / 32] >> letters % 32 & 1 && is_alnum(text.at[i])))
            try_at(&s, from, x->anywhere, letters, i);
        if (!x->free) break;
        while (i < text.len && is_alnum(text.at[i])) i++;
        while (i < text.len && !is_alnum(text.at[i])) i++;
    }
    if (!s.best) return NULL;
    if (at) *at = s.at;
    return s.phrases + s.best - 1;
}

bool is_ordinal_suffix(const struct language *l, str s)
{
    return s.len == 2 && word_shape(s) != SHAPE_CAPITAL && word_is(l, s, WORD_ORDINAL_SUFFIX);
}
