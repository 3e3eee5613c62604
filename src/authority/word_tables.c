/* The tables of a language → base/language.h, whose pool is the image's. */
#include "authority/tables.h"
#include "base/token.h"

#include <stdlib.h>

static const char *const WORD_NAMES[] = {
#define WORD_CLASS(id, name) name,
#include "base/word_classes.h"
#undef WORD_CLASS
};

static const char *const PHRASE_NAMES[] = {
#define PHRASE_CLASS(id, name) name,
#include "base/phrase_classes.h"
#undef PHRASE_CLASS
};

/* A word of a row: of this class, with this value. */
struct word_row {
    struct word_row *next; /* of the same word */
    uint32_t class_;
    struct ref value;
    bool any_case;
    enum word_shape shape;
};

static int by_number(const void *x, const void *y)
{
    uint32_t p = *(const uint32_t *)x, q = *(const uint32_t *)y;
    return (p > q) - (p < q);
}

void language_start(struct image_builder *b)
{
    for (size_t i = 0; i < NWORD_CLASSES; i++) {
        str name = str_of(WORD_NAMES[i]);
        vec_push(b->arena, &b->language.classes, keep(b, name));
        claims_add(&b->language.class_of, name, (uint32_t)i);
    }
}

/* "month:3" is a class and a value. */
static str cut_value(str *class_)
{
    size_t colon = str_find_char(*class_, ':');
    str value = str_sub(*class_, colon + 1, class_->len);
    *class_ = str_sub(*class_, 0, colon);
    return value;
}

static str without_dots(arena *a, str word)
{
    buf b = {.arena = a};
    for (size_t i = 0; i < word.len; i++)
        if (word.at[i] != '.') buf_char(&b, word.at[i]);
    return buf_str(&b);
}

static int add_word(struct image_builder *b, uint32_t class_, struct ref value, str word)
{
    struct language_builder *l = &b->language;
    str plain = without_dots(b->arena, word), lower = str_lower(b->arena, plain);
    if (plain.len == 0) return wrong(b, "not a word:", word);
    for (size_t i = 0; i < plain.len; i++)
        if ((unsigned char)plain.at[i] < 0x80 && !is_alnum(plain.at[i]))
            return wrong(b, "a word may contain only letters and digits:", word);
    uint32_t index = claims_add(&l->word_of, lower, (uint32_t)l->words.len);
    if (index == l->words.len)
        vec_push(b->arena, &l->words, ((struct word_entries){keep(b, lower), NULL}));
    struct word_row *e = arena_alloc(b->arena, sizeof *e);
    *e = (struct word_row){.next = l->words.at[index].first,
        .class_ = class_,
        .value = value,
        .any_case = str_eq(plain, lower),
        .shape = word_shape(plain)};
    l->words.at[index].first = e;
    return SCM_OK;
}

bool next_ending(const struct image_builder *b, str value, size_t *at, str *word)
{
    for (; *at < b->language.words.len; ++*at) {
        const struct word_entries *e = &b->language.words.at[*at];
        for (const struct word_row *r = e->first; r; r = r->next) {
            if (r->class_ != WORD_AFFIX_ENDING || !str_eq(kept(b, r->value), value)) continue;
            *word = kept(b, e->text);
            ++*at;
            return true;
        }
    }
    return false;
}

int add_words(struct image_builder *b, const str *f)
{
    struct language_builder *l = &b->language;
    str class_ = f[0], value = cut_value(&class_), words = f[1];
    if (class_.len == 0) return wrong(b, "a row of words needs a class", f[0]);
    uint32_t index =
        claims_add(&l->class_of, str_dup(b->arena, class_), (uint32_t)l->classes.len);
    if (index == l->classes.len) vec_push(b->arena, &l->classes, keep(b, class_));
    if (index >= MOST_CLASSES) return wrong(b, "too many classes of words:", class_);
    struct ref kept_value = keep(b, value);
    int status = SCM_OK;
    for (str word; status == SCM_OK && str_cut(&words, ' ', &word);)
        if (word.len) status = add_word(b, index, kept_value, word);
    return status;
}

/* "^" in front and "$" behind hold a phrase to the start and the end of the text, "*"
 * behind lets its last word go on. */
static int add_phrase(struct image_builder *b, uint32_t class_, struct ref value, str text)
{
    uint32_t place = 0;
    if (str_starts(text, S("^"))) place |= PHRASE_AT_START, text = str_sub(text, 1, text.len);
    if (str_ends(text, S("$"))) place |= PHRASE_AT_END, text.len--;
    if (str_ends(text, S("*"))) place |= PHRASE_GOES_ON, text.len--;
    if (text.len == 0) return wrong(b, "not a phrase:", text);
    struct phrase p = {keep(b, str_lower(b->arena, text)), value, class_, place};
    vec_push(b->arena, &b->language.phrases, p);
    return SCM_OK;
}

int add_phrases(struct image_builder *b, const str *f)
{
    str class_ = f[0], value = cut_value(&class_), list = f[1];
    uint32_t index = 0;
    while (index < NPHRASE_CLASSES && !str_eq(class_, str_of(PHRASE_NAMES[index]))) index++;
    if (index == NPHRASE_CLASSES) return wrong(b, "not a class of phrases:", f[0]);
    struct ref kept_value = keep(b, value);
    int status = SCM_OK;
    for (str part; status == SCM_OK && str_cut(&list, '|', &part);)
        if (str_trim(part).len) status = add_phrase(b, index, kept_value, str_trim(part));
    return status;
}

/* Both halves of a pair fit into 16 bits. */
int add_readings(struct image_builder *b, const str *f)
{
    size_t at = 0;
    uint32_t syllable = utf8_next(f[0], &at);
    if (at != f[0].len || syllable > UINT16_MAX)
        return wrong(b, "a reading must be one syllable, not", f[0]);
    for (size_t i = 0, from; i < f[1].len;) {
        uint32_t character = utf8_next(f[1], (from = i, &i));
        if (character > UINT16_MAX)
            return wrong(b, "not a character with a reading:", str_sub(f[1], from, i));
        vec_push(b->arena, &b->language.readings, character << 16 | syllable);
    }
    return SCM_OK;
}

void sort_readings(struct image_builder *b)
{
    struct language_builder *l = &b->language;
    if (l->readings.len)
        qsort(l->readings.at, l->readings.len, sizeof *l->readings.at, by_number);
}

int add_ladder(struct image_builder *b, const str *f)
{
    str list = f[3], key = str_printf(b->arena, "%.*s %.*s %.*s", SCM_STR(f[0]), SCM_STR(f[1]),
                         SCM_STR(f[2]));
    if (f[2].len != 1 || !is_digit(f[2].at[0]))
        return wrong(b, "a rung must be a number, not", f[2]);
    struct ref value = keep(b, key);
    int status = SCM_OK;
    for (str part; status == SCM_OK && str_cut(&list, '|', &part);)
        if (str_trim(part).len) status = add_phrase(b, PHRASE_LADDER, value, str_trim(part));
    return status;
}

/* What a word is in one shape. */
static struct word_set set_of(
    struct image_builder *b, const struct word_entries *w, enum word_shape shape)
{
    struct language_builder *l = &b->language;
    struct word_set set = {.value = (uint32_t)l->values.len};
    for (const struct word_row *e = w->first; e; e = e->next) {
        if (!e->any_case && e->shape != shape) continue;
        set.classes[e->class_ / 32] |= 1u << e->class_ % 32;
        if (e->value.len == 0) continue;
        int number = str_int(kept(b, e->value));
        struct word_value value = {e->class_, e->value, number > 0 ? (uint32_t)number : 0};
        vec_push(b->arena, &l->values, value);
        set.nvalues++;
    }
    return set;
}

static bool same_set(
    const struct language_builder *l, const struct word_set *x, const struct word_set *y)
{
    if (memcmp(x->classes, y->classes, sizeof x->classes) != 0 || x->nvalues != y->nvalues)
        return false;
    for (uint32_t i = 0; i < x->nvalues; i++) {
        const struct word_value *p = &l->values.at[x->value + i],
                                *q = &l->values.at[y->value + i];
        if (p->class_ != q->class_ || p->text.at != q->text.at) return false;
    }
    return true;
}

/* Words of the same classes and values share a set. */
static uint32_t add_set(struct image_builder *b, struct word_set set)
{
    struct language_builder *l = &b->language;
    for (size_t i = 0; i < l->sets.len; i++) {
        if (!same_set(l, &l->sets.at[i], &set)) continue;
        l->values.len = set.value;
        return (uint32_t)i;
    }
    vec_push(b->arena, &l->sets, set);
    return (uint32_t)l->sets.len - 1;
}

static void place_words(struct image_builder *b, struct language *out)
{
    struct language_builder *l = &b->language;
    uint32_t nslots = 64;
    while (nslots < 2 * l->words.len) nslots *= 2;
    struct word_slot *slots = arena_array(b->arena, nslots, sizeof *slots);
    vec_push(b->arena, &l->sets, (struct word_set){.value = 0});
    for (size_t i = 0; i < l->words.len; i++) {
        const struct word_entries *w = &l->words.at[i];
        uint32_t hash = word_hash(kept(b, w->text)), at = hash & (nslots - 1);
        while (slots[at].text.len) at = (at + 1) & (nslots - 1);
        slots[at] = (struct word_slot){.text = w->text, .hash = hash};
        for (int shape = 0; shape < NSHAPES; shape++)
            slots[at].sets[shape] = add_set(b, set_of(b, w, (enum word_shape)shape));
    }
    unsigned char *tags = arena_array(b->arena, nslots, sizeof *tags);
    for (uint32_t i = 0; i < nslots; i++)
        if (slots[i].text.len) tags[i] = word_tag(slots[i].hash);
    out->slots = slots;
    out->tags = tags;
    out->nslots = nslots;
}

static void index_phrases(struct image_builder *b, struct language *out,
    const struct phrase *phrases, const uint32_t *first)
{
    uint32_t n = first[NPHRASE_CLASSES];
    uint32_t *keys = arena_array(b->arena, n, sizeof *keys);
    struct phrase_starts *index = arena_array(b->arena, NPHRASE_CLASSES, sizeof *index);
    for (uint32_t c = 0; c < NPHRASE_CLASSES; c++) {
        struct phrase_starts *x = &index[c];
        x->anywhere = x->last = first[c];
        for (uint32_t i = first[c]; i < first[c + 1]; i++) {
            uint32_t beginning = phrase_beginning(kept(b, phrases[i].text), phrases[i].place);
            keys[i] = beginning << 16 | (i - first[c]);
            x->anywhere += beginning < PHRASE_ANYWHERE;
            x->last += beginning < PHRASE_LAST;
            if (beginning >= PHRASE_LETTERS || phrases[i].place & PHRASE_AT_START) continue;
            x->bits[beginning / 32] |= 1u << beginning % 32;
            x->free = 1;
        }
        if (first[c + 1] > first[c])
            qsort(keys + first[c], first[c + 1] - first[c], sizeof *keys, by_number);
    }
    out->phrase_keys = keys;
    out->phrase_starts = index;
}

/* Phrases by class, each class in the order of the table. */
static void place_phrases(struct image_builder *b, struct language *out)
{
    struct language_builder *l = &b->language;
    struct phrase *phrases = arena_array(b->arena, l->phrases.len, sizeof *phrases);
    uint32_t *first = arena_array(b->arena, NPHRASE_CLASSES + 1u, sizeof *first), n = 0;
    for (uint32_t c = 0; c < NPHRASE_CLASSES; c++) {
        first[c] = n;
        for (size_t i = 0; i < l->phrases.len; i++)
            if (l->phrases.at[i].class_ == c) phrases[n++] = l->phrases.at[i];
    }
    first[NPHRASE_CLASSES] = n;
    index_phrases(b, out, phrases, first);
    out->phrases = phrases;
    out->first_phrase = first;
    out->nphrases = n;
}

const struct language *language_finish(struct image_builder *b)
{
    struct language_builder *l = &b->language;
    struct language *out = arena_alloc(b->arena, sizeof *out);
    place_words(b, out);
    place_phrases(b, out);
    out->readings = (struct readings){l->readings.at, l->readings.len};
    out->pool = b->pool.at;
    out->sets = l->sets.at;
    out->nsets = (uint32_t)l->sets.len;
    out->values = l->values.at;
    out->nvalues = (uint32_t)l->values.len;
    out->classes = l->classes.at;
    out->nclasses = (uint32_t)l->classes.len;
    return out;
}
