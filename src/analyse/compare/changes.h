/* Changes of substance: what an analyst would put into a memo, the most important first.
 *
 * Three finders offer changes, each with a score on the scale of the weights of names, 0 to 9:
 * names that stand on one side only; stretches of words that the other text lacks; and what
 * moved inside two sentences that say the same.  Here they are made one list: of offers that
 * share most of their words the best stays. */
#ifndef ANALYSE_CHANGES_H
#define ANALYSE_CHANGES_H

#include <scm/comparison.h>
#include "analyse/compare/terms.h"
#include "base/language.h"

typedef VEC(scm_change) change_list;
typedef VEC(const scm_mention *) mention_list;

/* Phrases by the slot of their first word, and for each slot whether any is there. */
struct phrase_index {
    struct indexed_phrase {
        size_t slot;
        const struct phrase *phrase;
    } * at;
    size_t len;
    bool *begins;
};
/* A word of a text and its slot. */
struct slotted_word {
    uint32_t at, slot;
};
/* A phrase and where it begins in its sentence. */
struct phrase_at {
    const struct phrase *phrase;
    size_t at;
};

struct changer {
    arena *arena; /* of what is made on the way */
    const scm_comparison *comparison;
    const side *sides;
    int old_side; /* which of them is the old document */
    const struct language *language;
    uint32_t *counts[2];           /* how often each term stands on a side */
    uint32_t *partners[2];         /* of each sentence; SCM_NONE */
    const uint32_t *statements[2]; /* the first of each sentence, and the end */
    str lower[2];                  /* the texts in small letters */
    VEC(struct slotted_word) words[2];
    bool *has_slot[2];         /* which words a text may have */
    bool *has_stem[2];         /* the same by their first letters */
    uint32_t *first_beside[2]; /* of each block where its partners begin, and the end */
    uint32_t *beside[2];       /* blocks of the other side */
    size_t *searches;          /* of a whole text that may still be made */
    bool *protocol[2];         /* of each sentence: it weighs nothing */
    struct phrase_index ladders, modifiers, courtesies;
    mention_list names[2]; /* those that are counted, by id */
    change_list offers;    /* with the status that a change from side 0 to side 1 has */
};

/* Fills comparison->changes from its pairs. */
void compare_changes(arena *a, scm_comparison *c, const side sides[2], int old_side);

/* The finders.  Of sides[0] and sides[1] neither is preferred: what is new on one is gone on
 * the other, with the same score. */
void find_names_of_one_side(struct changer *c);
void find_stretches(struct changer *c);
void find_moves(struct changer *c);
/* Instead of the others where the two texts are in two languages (across.h). */
void find_language_differences(struct changer *c);

const scm_sentence *sentence_of(const struct changer *c, int s, uint32_t sentence);
/* Offers words that stand on one side only; the offer may be filled further. */
scm_change *offer_alone(struct changer *c, int s, uint32_t sentence,
    enum scm_change_class class_, str words, double score);
/* The weight of a mention's name, 0 to 9. */
int name_weight_of(const scm_annotations *n, const scm_mention *m);
/* How many words of `a` stand in `b`, stop words aside; *n of `a` in all. */
size_t shared_words(str a, str b, size_t *n);
/* The phrases of the index that stand in a sentence, each where it stands first; how many,
 * `most` at most. */
size_t find_indexed(const struct changer *c, const struct phrase_index *index, int s,
    uint32_t sentence, struct phrase_at *out, size_t most);
/* Where the words stand in the text between ends of words, in this letter case; its length. */
size_t find_words(str text, str words);
/* Does the text of the side have these words, in any letter case and between ends of words? */
bool has_words(const struct changer *c, int s, str words);
/* Do the words, in small letters, stand in the text of the side, each for itself?  Some that do
 * not pass. */
bool may_have(const struct changer *c, int s, str small);
/* The same for words that begin alike, "coercion" beside "coercive". */
bool may_have_stems(const struct changer *c, int s, str small);
/* Is there time for one more search of a whole text? */
bool may_search(const struct changer *c);
/* Has the side a name with this id? */
bool has_name(const struct changer *c, int s, str id);
/* Does a verb that reports stand there?  It says little. */
bool is_reporting(const struct changer *c, int s, uint32_t sentence, size_t at);
/* Does the type count among names that come and go? */
bool is_counted_name(const scm_mention *m);

#endif
