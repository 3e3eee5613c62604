/* A language: its words and phrases by class.
 *
 * The tables of corpus/lang are compiled into this form (authority/word_tables.c)
 * and used where it lies.  A class is what a method asks for, a word that opens
 * a sentence for instance; which words those are is the table's to say.  A word
 * may belong to several classes and have a value in each: "March" is a month,
 * and its value is "3".
 *
 * A word in small letters stands for itself, with a capital in front, and in
 * capitals; one with a capital stands only as it is written.
 */
#ifndef BASE_LANGUAGE_H
#define BASE_LANGUAGE_H

#include "base/str.h"

/* A stretch of a pool of text. */
struct ref {
    uint32_t at, len;
};

/* The classes of words that methods ask for by name.  Grammars (annotate/grammar.h)
 * name further ones in their patterns. */
enum word_class {
#define WORD_CLASS(id, name) WORD_##id,
#include "base/word_classes.h"
#undef WORD_CLASS
    NWORD_CLASSES
};

/* The classes of phrases. */
enum phrase_class {
#define PHRASE_CLASS(id, name) PHRASE_##id,
#include "base/phrase_classes.h"
#undef PHRASE_CLASS
    NPHRASE_CLASSES
};

enum { MOST_CLASSES = 256 };

/* What a word is: the same for all words of the same classes and values. */
struct word_set {
    uint32_t classes[MOST_CLASSES / 32]; /* bits */
    uint32_t value, nvalues;             /* of the language's values */
};

struct word_value {
    uint32_t class_;
    struct ref text;
    uint32_t number; /* 0: it is none */
};

/* How the letters of a word stand. */
enum word_shape { SHAPE_LOWER, SHAPE_CAPITAL, SHAPE_UPPER, NSHAPES };

/* A word of the tables, in small letters; a slot of a hash table. */
struct word_slot {
    struct ref text; /* empty: the slot is free */
    uint32_t hash;
    uint32_t sets[NSHAPES]; /* 0: not a word of the tables in this shape */
};

/* Where a phrase has to stand in the text that it is looked for in, and whether its
 * last word may go on: "communiqu*". */
enum phrase_place { PHRASE_AT_START = 1, PHRASE_AT_END = 2, PHRASE_GOES_ON = 4 };

struct phrase {
    struct ref text; /* in small letters */
    struct ref value;
    uint32_t class_, place; /* bits of enum phrase_place */
};

/* By what a phrase is found: its first two letters; or it begins with a mark, or with what is
 * no ASCII, and may do so anywhere; or it stands at the end of the text. */
enum { PHRASE_LETTERS = 1024, PHRASE_ANYWHERE = PHRASE_LETTERS, PHRASE_LAST };

struct phrase_starts {
    uint32_t anywhere, last; /* where the keys of these begin; those by letters come first */
    uint32_t free;           /* any phrase by its letters that need not begin the text? */
    uint32_t bits[PHRASE_LETTERS / 32]; /* the letters of those */
};

/* How characters are read: each in the upper half of a number, its syllable in the lower,
 * in order. */
struct readings {
    const uint32_t *at;
    size_t len;
};

struct language {
    const char *pool;
    const struct word_slot *slots; /* a power of two of them */
    const unsigned char *tags;     /* of each slot a part of its hash; 0: it is free */
    const struct word_set *sets;   /* the first is empty */
    const struct word_value *values;
    const struct ref *classes;    /* names of the classes of words */
    const struct phrase *phrases; /* by class, then in the order of the table */
    const uint32_t *first_phrase; /* one a class of phrases, and the end */
    const uint32_t *phrase_keys;  /* of each class its phrases by their beginnings: that in the
                                     upper half, the place in the class in the lower */
    const struct phrase_starts *phrase_starts; /* one a class */
    uint32_t nslots, nsets, nvalues, nclasses, nphrases;
    struct readings readings;
};

static inline str language_str(const struct language *l, struct ref r)
{
    return (str){l->pool + r.at, r.len};
}

static inline unsigned char word_tag(uint32_t hash)
{
    return (unsigned char)(hash >> 24 | 1);
}

/* The hash of a word, the same for small letters and capitals (ASCII). */
uint32_t word_hash(str word);
enum word_shape word_shape(str word);
/* The set of a word in the shape that it has here; 0 where no table has it. */
uint32_t language_set(const struct language *l, str word);
/* The same with the hash and the shape at hand. */
uint32_t language_lookup(
    const struct language *l, str word, uint32_t hash, enum word_shape shape);

static inline bool set_has(const struct language *l, uint32_t set, unsigned class_)
{
    return l->sets[set].classes[class_ / 32] >> class_ % 32 & 1;
}

/* The value in a class; NULL where there is none. */
const struct word_value *set_value(const struct language *l, uint32_t set, unsigned class_);
/* The value as a number; 0 where the word is not of this class. */
int set_number(const struct language *l, uint32_t set, unsigned class_);

static inline bool word_is(const struct language *l, str word, unsigned class_)
{
    return set_has(l, language_set(l, word), class_);
}

/* "st", "nd", "rd", "th", or in capitals. */
bool is_ordinal_suffix(const struct language *l, str s);

/* The class of words with this name; -1 where there is none. */
int language_class(const struct language *l, str name);

/* The first phrase of the class in the table; NULL where it has none. */
static inline const struct phrase *phrase_of_class(
    const struct language *l, enum phrase_class class_)
{
    uint32_t at = l->first_phrase[class_];
    return at < l->first_phrase[class_ + 1] ? &l->phrases[at] : NULL;
}

uint32_t phrase_beginning(str words, unsigned place);

/* The first phrase of the class that stands in the text, in any letter case and between
 * ends of words; NULL where there is none.  `at`, unless NULL, is where it begins. */
const struct phrase *find_phrase(
    const struct language *l, enum phrase_class class_, str text, size_t *at);

static inline bool has_phrase(const struct language *l, enum phrase_class class_, str text)
{
    return find_phrase(l, class_, text, NULL) != NULL;
}

/* The one that is built in: English. */
extern const struct language embedded_language;

#endif
