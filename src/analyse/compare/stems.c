/* Stems: English words as Snowball stems (Porter 2001, through libstemmer).
 * A hash of the words met keeps the number of each one's stem, so that no word
 * is stemmed twice; ids of names share the numbers, in a name space of their own. */
#include "analyse/compare/stems.h"

#include "analyse/compare/tokens.h"

#include "base/language.h"
#include "base/library.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <libstemmer.h>
#include <utf8proc.h>

enum key_kind { KEY_WORD, KEY_STEM, KEY_ID };

struct key {
    str text;
    uint32_t hash; /* of text and kind */
    uint32_t term;
};

struct stems {
    arena *arena;
    struct sb_stemmer *ascii, *utf8; /* the former takes three quarters of the time */
    VEC(struct key) keys;
    uint32_t *slots; /* one more than the place of the key, 0: free */
    size_t cap;      /* of slots */
    uint32_t terms;
};

enum { LONGEST_WORD = 200, FIRST_KEYS = 2048 };

/* libstemmer, opened by the first who compares. */
static struct {
    bool there;
    __typeof__(&sb_stemmer_new) new;
    __typeof__(&sb_stemmer_delete) delete;
    __typeof__(&sb_stemmer_stem) stem;
    __typeof__(&sb_stemmer_length) length;
} snowball;

static void open_snowball(void)
{
    void *h = library_open(SCM_LIBSTEMMER);
    snowball.there = h && library_find(h, &snowball.new, "sb_stemmer_new") &&
                     library_find(h, &snowball.delete, "sb_stemmer_delete") &&
                     library_find(h, &snowball.stem, "sb_stemmer_stem") &&
                     library_find(h, &snowball.length, "sb_stemmer_length");
    library_close(h);
}

bool stems_work(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, open_snowball);
    return snowball.there;
}

int stems_ready(scm_error *error)
{
    if (stems_work()) return SCM_OK;
    return fail(error, SCM_E_IO, "comparing texts needs " SCM_LIBSTEMMER);
}

/* Function words and the words in which every text names its parties stand everywhere
 * and tell nothing apart. */
bool is_stop_word(str word)
{
    enum { LONGEST_STOP = 20 };
    char plain[LONGEST_STOP]; /* without the dots of "u.s" */
    size_t n = 0;
    if (word.len > LONGEST_STOP) return false;
    for (size_t i = 0; i < word.len; i++)
        if (word.at[i] != '.') plain[n++] = word.at[i];
    return word_is(&embedded_language, (str){plain, n}, WORD_STOP) || is_word_tail(word);
}

/* The slot of the key, or the free one where it belongs.  The kinds differ in the lowest bits
 * of the hash alone, so it is multiplied before it is cut (Knuth 1973). */
static uint32_t *find_slot(const stems *s, str text, uint32_t hash)
{
    static const uint64_t GOLDEN = 0x9E3779B97F4A7C15;
    for (size_t at = (hash * GOLDEN >> 32) & (s->cap - 1);; at = (at + 1) & (s->cap - 1)) {
        if (!s->slots[at]) return &s->slots[at];
        const struct key *k = &s->keys.at[s->slots[at] - 1];
        if (k->hash == hash && str_eq(k->text, text)) return &s->slots[at];
    }
}

static void grow(stems *s)
{
    s->cap *= 2;
    s->slots = arena_array(s->arena, s->cap, sizeof *s->slots);
    for (size_t i = 0; i < s->keys.len; i++) {
        const struct key *k = &s->keys.at[i];
        *find_slot(s, k->text, k->hash) = (uint32_t)i + 1;
    }
}

/* The key; a new one has the text of the caller and no term. */
static struct key *find(stems *s, str text, enum key_kind kind, bool *added)
{
    uint64_t h = str_hash(text);
    uint32_t hash = (uint32_t)(h ^ h >> 32) * 4 + (uint32_t)kind;
    if (s->keys.len * 4 >= s->cap * 3) grow(s);
    uint32_t *slot = find_slot(s, text, hash);
    *added = !*slot;
    if (*added) {
        vec_push(s->arena, &s->keys, ((struct key){text, hash, NO_TERM}));
        *slot = (uint32_t)s->keys.len;
    }
    return &s->keys.at[*slot - 1];
}

static uint32_t number(stems *s, str text, enum key_kind kind)
{
    bool added;
    struct key *k = find(s, text, kind, &added);
    if (added) {
        k->text = str_dup(s->arena, text);
        if (kind != KEY_STEM || !is_stop_word(text)) k->term = s->terms++;
    }
    return k->term;
}

uint32_t stems_id(stems *s, str id)
{
    return number(s, id, KEY_ID);
}

size_t stems_count(const stems *s)
{
    return s->terms;
}

stems *stems_new(arena *a)
{
    stems *s = arena_alloc(a, sizeof *s);
    s->arena = a;
    s->ascii = snowball.new("english", "ISO_8859_1");
    s->utf8 = snowball.new("english", "UTF_8");
    if (!s->ascii || !s->utf8) out_of_memory();
    s->cap = 2 * FIRST_KEYS;
    s->slots = arena_array(a, s->cap, sizeof *s->slots);
    vec_reserve(a, &s->keys, FIRST_KEYS);
    return s;
}

void stems_free(stems *s)
{
    snowball.delete(s->ascii);
    snowball.delete(s->utf8);
}

/* The kind of a key stands in the lowest bits of its hash. */
void stems_map(stems *s, const stems *other, uint32_t *map)
{
    for (size_t i = 0; i < other->keys.len; i++) {
        const struct key *k = &other->keys.at[i];
        enum key_kind kind = (enum key_kind)(k->hash % 4);
        if (kind != KEY_WORD && k->term != NO_TERM) map[k->term] = number(s, k->text, kind);
    }
}

/* Lower case, the apostrophe straight as the stemmer wants it. */
static str fold_word(char folded[LONGEST_WORD], str word)
{
    size_t len = 0;
    for (size_t i = 0; i < word.len; i++) {
        if (word.at[i] == '\xE2' && str_starts(str_sub(word, i, word.len), S("\xE2\x80\x99"))) {
            folded[len++] = '\'';
            i += 2;
        } else {
            folded[len++] = to_lower(word.at[i]);
        }
    }
    return (str){folded, len};
}

/* The stem, valid until the next. */
static str stem_of(const stems *s, str word)
{
    bool ascii = true;
    for (size_t i = 0; i < word.len; i++) ascii &= (unsigned char)word.at[i] < 0x80;
    struct sb_stemmer *stemmer = ascii ? s->ascii : s->utf8;
    const sb_symbol *stem = snowball.stem(stemmer, (const sb_symbol *)word.at, (int)word.len);
    if (!stem) out_of_memory();
    return (str){(const char *)stem, (size_t)snowball.length(stemmer)};
}

/* The number of the stem of a word in lower case. */
static uint32_t stem_number(stems *s, str word)
{
    str stem = stem_of(s, word);
    return stem.len ? number(s, stem, KEY_STEM) : NO_TERM;
}

uint32_t stems_word(stems *s, str word)
{
    bool added;
    char buffer[LONGEST_WORD];
    if (word.len == 0 || word.len > LONGEST_WORD) return NO_TERM;
    struct key *k = find(s, word, KEY_WORD, &added);
    if (!added) return k->term;
    if (is_stop_word(word)) return k->term;
    size_t place = (size_t)(k - s->keys.at); /* keys may move */
    str folded = fold_word(buffer, word);
    uint32_t term =
        str_eq(folded, word) ? stem_number(s, word) : stems_word(s, str_dup(s->arena, folded));
    s->keys.at[place].term = term;
    return term;
}
