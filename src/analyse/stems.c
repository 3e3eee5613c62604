/* Stems: English words as Snowball stems (Porter 2001, through libstemmer).
 * A hash of the words met keeps the number of each one's stem, so that no word
 * is stemmed twice; ids of names share the numbers, in a name space of their own. */
#include "analyse/stems.h"

#include <stdlib.h>
#include <string.h>
#include <libstemmer.h>
#include <utf8proc.h>

enum key_kind { KEY_WORD, KEY_STEM, KEY_ID };

struct slot {
    uint64_t hash;
    str key;
    enum key_kind kind;
    uint32_t term;
};

struct stems {
    arena *arena;
    struct sb_stemmer *stemmer;
    struct slot *slots;
    size_t cap, len;
    uint32_t terms;
};

/* Function words, then the words in which every communiqué names its parties:
 * they stand everywhere and tell nothing apart.  Sorted. */
static const char *const FUNCTION_WORDS[] = {"a", "about", "above", "after", "again", "all",
    "also", "am", "among", "an", "and", "another", "any", "are", "as", "at", "be", "because",
    "been", "before", "being", "below", "between", "both", "but", "by", "can", "could", "did",
    "do", "does", "during", "each", "either", "especially", "for", "from", "further",
    "furthermore", "had", "has", "have", "having", "he", "her", "his", "how", "however", "i",
    "if", "in", "including", "into", "is", "it", "its", "korea", "korean", "leader", "leaders",
    "may", "minister", "ministers", "more", "moreover", "most", "must", "nor", "not", "of",
    "on", "or", "other", "our", "over", "own", "parties", "party", "respective", "respectively",
    "rok", "s", "same", "secretaries", "secretary", "shall", "she", "should", "side", "sides",
    "so", "some", "south", "states", "such", "than", "that", "the", "their", "them", "then",
    "there", "therefore", "these", "they", "this", "those", "through", "thus", "to", "toward",
    "towards", "two", "u.s", "under", "united", "until", "upon", "us", "very", "was", "we",
    "well", "were", "what", "when", "where", "whether", "which", "while", "who", "whose",
    "will", "with", "within", "would", "yet", "you"};

static int compare_word(const void *key, const void *item)
{
    return str_cmp(*(const str *)key, str_of(*(const char *const *)item));
}

bool is_function_word(str word)
{
    const size_t count = sizeof FUNCTION_WORDS / sizeof *FUNCTION_WORDS;
    if (word.len > sizeof "respectively" - 1) return false;
    return bsearch(&word, FUNCTION_WORDS, count, sizeof *FUNCTION_WORDS, compare_word);
}

stems *stems_new(arena *a)
{
    stems *s = arena_alloc(a, sizeof *s);
    s->arena = a;
    s->stemmer = sb_stemmer_new("english", NULL);
    s->cap = 1024;
    s->slots = arena_array(a, s->cap, sizeof *s->slots);
    return s;
}

void stems_free(stems *s)
{
    sb_stemmer_delete(s->stemmer);
}

size_t stems_count(const stems *s)
{
    return s->terms;
}

static void grow(stems *s)
{
    struct slot *old = s->slots;
    size_t cap = s->cap;
    s->cap *= 2;
    s->slots = arena_array(s->arena, s->cap, sizeof *s->slots);
    for (size_t i = 0; i < cap; i++) {
        if (!old[i].key.at) continue;
        size_t at = old[i].hash & (s->cap - 1);
        while (s->slots[at].key.at) at = (at + 1) & (s->cap - 1);
        s->slots[at] = old[i];
    }
}

/* The slot of a key; a new one has the key of the caller, to be copied. */
static struct slot *find(stems *s, str key, enum key_kind kind, bool *added)
{
    if (s->len * 2 >= s->cap) grow(s);
    uint64_t hash = str_hash(key) * 4 + (uint64_t)kind;
    size_t at = (hash ^ hash >> 29) & (s->cap - 1);
    for (;; at = (at + 1) & (s->cap - 1)) {
        struct slot *slot = &s->slots[at];
        *added = !slot->key.at;
        if (*added) {
            *slot = (struct slot){hash ^ hash >> 29, key, kind, NO_TERM};
            s->len++;
            return slot;
        }
        if (slot->kind == kind && str_eq(slot->key, key)) return slot;
    }
}

static uint32_t number(stems *s, str key, enum key_kind kind)
{
    bool added;
    struct slot *slot = find(s, key, kind, &added);
    if (added) {
        slot->key = str_dup(s->arena, key);
        slot->term = s->terms++;
    }
    return slot->term;
}

uint32_t stems_id(stems *s, str id)
{
    return number(s, id, KEY_ID);
}

/* Lower case, the apostrophe straight as the stemmer wants it. */
static str fold_word(arena *a, str word)
{
    char *at = arena_alloc(a, word.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < word.len; i++) {
        if (str_starts(str_sub(word, i, word.len), S("\xE2\x80\x99"))) {
            at[len++] = '\'';
            i += 2;
        } else {
            at[len++] = to_lower(word.at[i]);
        }
    }
    return (str){at, len};
}

uint32_t stems_word(stems *s, str word)
{
    bool added;
    if (word.len == 0 || word.len > 200) return NO_TERM;
    struct slot *slot = find(s, word, KEY_WORD, &added);
    if (!added) return slot->term;
    str folded = fold_word(s->arena, word);
    slot->key = str_dup(s->arena, word);
    if (is_function_word(folded)) return NO_TERM;
    const sb_symbol *stem =
        sb_stemmer_stem(s->stemmer, (const sb_symbol *)folded.at, (int)folded.len);
    str key = folded;
    if (stem) key = (str){(const char *)stem, (size_t)sb_stemmer_length(s->stemmer)};
    if (key.len == 0 || is_function_word(key)) return NO_TERM;
    uint32_t term = number(s, key, KEY_STEM);
    find(s, word, KEY_WORD, &added)->term = term; /* number() may have moved the slots */
    return term;
}
