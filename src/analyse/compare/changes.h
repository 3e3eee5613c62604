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

struct changer {
    arena *arena; /* of what is made on the way */
    const scm_comparison *comparison;
    const side *sides;
    int old_side; /* which of them is the old document */
    const struct language *language;
    uint32_t *counts[2];           /* how often each term stands on a side */
    uint32_t *partners[2];         /* of each sentence; SCM_NONE */
    const uint32_t *statements[2]; /* the first of each sentence, and the end */
    change_list offers;            /* with the status that a change from side 0 to side 1 has */
};

/* Fills comparison->changes from its pairs. */
void compare_changes(arena *a, scm_comparison *c, const side sides[2], int old_side);

/* The finders.  Of sides[0] and sides[1] neither is preferred: what is new on one is gone on
 * the other, with the same score. */
void find_names_of_one_side(struct changer *c);
void find_stretches(struct changer *c);
void find_moves(struct changer *c);

const scm_sentence *sentence_of(const struct changer *c, int s, uint32_t sentence);
/* Offers words that stand on one side only; the offer may be filled further. */
scm_change *offer_alone(struct changer *c, int s, uint32_t sentence,
    enum scm_change_class class_, str words, double score);
/* The weight of a mention's name, 0 to 9. */
int name_weight_of(const scm_annotations *n, const scm_mention *m);
/* Does a verb that reports stand there?  It says little. */
bool is_reporting(const struct changer *c, int s, uint32_t sentence, size_t at);
/* Does the type count among names that come and go? */
bool is_counted_name(const scm_mention *m);
/* Thanks, invitations, the next meeting and the opening of a communiqué weigh nothing. */
bool is_protocol(const struct changer *c, int s, uint32_t sentence);

#endif
