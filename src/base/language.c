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

static uint32_t two_letters(const char *at)
{
    return ((unsigned char)at[0] * 32u + (unsigned char)at[1]) & (PHRASE_ANYWHERE - 1);
}

uint32_t phrase_beginning(str words)
{
    if (words.len == 0 || (unsigned char)words.at[0] >= 0x80) return PHRASE_WIDE;
    if (words.len < 2 || !is_alnum(words.at[0])) return PHRASE_ANYWHERE;
    return two_letters(words.at);
}

/* The keys of a class with this beginning: where they start. */
static uint32_t first_key(
    const struct language *l, enum phrase_class class_, uint32_t beginning)
{
    uint32_t low = l->first_phrase[class_], high = l->first_phrase[class_ + 1];
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        if (l->phrase_keys[mid] >> 16 < beginning)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* What is looked for, and the best so far: of several phrases the first of the table. */
struct phrase_search {
    const struct language *language;
    enum phrase_class class_;
    str text;
    uint32_t best; /* one more than its place in the class; 0: none */
    size_t at;
};

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

/* The keys of a beginning, from first_key on. */
static bool is_key(const struct phrase_search *s, uint32_t key, uint32_t beginning)
{
    return key < s->language->first_phrase[s->class_ + 1] &&
           s->language->phrase_keys[key] >> 16 == beginning;
}

/* Takes the phrase of a key for the best where it stands at `at`. */
static void offer_phrase(struct phrase_search *s, uint32_t place, size_t at)
{
    if (s->best && place + 1 >= s->best) return;
    s->best = place + 1;
    s->at = at;
}

/* Tries the phrases that begin with a word like the one there. */
static void try_at(struct phrase_search *s, uint32_t beginning, size_t at)
{
    const struct language *l = s->language;
    for (uint32_t k = first_key(l, s->class_, beginning); is_key(s, k, beginning); k++) {
        uint32_t place = l->phrase_keys[k] & 0xFFFF;
        const struct phrase *p = &l->phrases[l->first_phrase[s->class_] + place];
        if (s->best && place + 1 >= s->best) break;
        if (!fits_at(s, p, at)) continue;
        offer_phrase(s, place, at);
        break;
    }
}

/* Tries the phrases that begin with no word, wherever they stand. */
static void try_anywhere(struct phrase_search *s, uint32_t beginning)
{
    const struct language *l = s->language;
    uint32_t k = first_key(l, s->class_, beginning);
    if (!is_key(s, k, beginning)) return;
    char small[512], *copy = s->text.len <= sizeof small ? small : mem_alloc(s->text.len);
    str lower = {copy, s->text.len};
    str_lower_into(copy, s->text);
    for (; is_key(s, k, beginning); k++) {
        uint32_t place = l->phrase_keys[k] & 0xFFFF;
        const struct phrase *p = &l->phrases[l->first_phrase[s->class_] + place];
        if (s->best && place + 1 >= s->best) break;
        size_t at = place_of(lower, language_str(l, p->text), p);
        if (at == lower.len) continue;
        offer_phrase(s, place, at);
        break;
    }
    if (copy != small) free(copy);
}

const struct phrase *find_phrase(
    const struct language *l, enum phrase_class class_, str text, size_t *at)
{
    const uint32_t *bits = l->phrase_bits + class_ * PHRASE_WORDS;
    struct phrase_search s = {l, class_, text, 0, 0};
    if (l->first_phrase[class_] == l->first_phrase[class_ + 1]) return NULL;
    try_anywhere(&s, PHRASE_ANYWHERE);
    if (utf8_skip_ascii(text, 0) < text.len) try_anywhere(&s, PHRASE_WIDE);
    for (size_t i = 0; i + 1 < text.len;) {
        const char pair[2] = {to_lower(text.at[i]), to_lower(text.at[i + 1])};
        uint32_t b = two_letters(pair);
        if (bits[b / 32] >> b % 32 & 1 && is_alnum(text.at[i])) try_at(&s, b, i);
        while (i < text.len && is_alnum(text.at[i])) i++;
        while (i < text.len && !is_alnum(text.at[i])) i++;
    }
    if (!s.best) return NULL;
    if (at) *at = s.at;
    return &l->phrases[l->first_phrase[class_] + s.best - 1];
}

bool is_ordinal_suffix(const struct language *l, str s)
{
    return s.len == 2 && word_shape(s) != SHAPE_CAPITAL && word_is(l, s, WORD_ORDINAL_SUFFIX);
}
