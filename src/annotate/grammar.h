/* Grammars: patterns over the classes of words instead of their letters.
 *
 * A text is cut into tokens: a run of letters and digits, one character beside.
 * A grammar gives each token a byte, its class: a word that its table lists the
 * class of its row, another word 'X' where it begins with a capital and 'x'
 * where not, '~' an en dash, '^' any other character that is no ASCII; all else
 * stands for itself.  A PCRE2 pattern then reads these bytes: "M D, Y" is a
 * short pattern where "a month, a day, a year" in letters is a long one, and it
 * is tried only near the words without which there is no match.
 */
#ifndef ANNOTATE_GRAMMAR_H
#define ANNOTATE_GRAMMAR_H

#include "annotate/pattern.h"
#include "annotate/work.h"

/* Words of one class, with spaces between; classes are letters and digits. */
struct class_words {
    char class;
    const char *words;
};

struct grammar {
    enum pattern_id pattern;
    const struct class_words *words; /* ends with a row of class 0 */
    char (*number)(str word);        /* of a word that begins with a digit; NULL: 'x' */
    const char *cores;               /* the classes without which there is no match */
    const char *starts;              /* those with which one begins */
};

/* The matches of a grammar in the text of one work. */
struct parse {
    const struct work *work;
    struct matcher matcher;
    bool cores[256], starts[256];
    size_t core, past; /* tokens */
};

void parse_start(struct parse *p, struct work *w, const struct grammar *grammar);
/* The next match from the left, its groups as places in the text: 1, 0 where
 * there is no more, SCM_E_LIMIT. */
int parse_next(struct parse *p, struct match *out, scm_error *error);
void parse_stop(struct parse *p);

#endif
