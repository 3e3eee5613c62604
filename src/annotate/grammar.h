/* Grammars: patterns over the classes of words instead of their letters.
 *
 * A grammar gives each token a byte.  Its source is a PCRE2 pattern in which
 * "<month>" stands for a word that the language has in that class; 'X' is any
 * other word that begins with a capital, 'x' one that does not, '^' a character
 * that is no ASCII; all else stands for itself.  So "<month> <day>" is a short
 * pattern where "a month, a day" in letters is a long one.
 */
#ifndef ANNOTATE_GRAMMAR_H
#define ANNOTATE_GRAMMAR_H

#include "annotate/pattern.h"
#include "annotate/work.h"

/* A stretch of text that counts as one word of the class that the pattern knows by
 * this name. */
struct unit {
    size_t start, end;
    const char *name;
};
typedef VEC(struct unit) units;

struct grammar {
    enum pattern_id pattern;
    /* The name by which the pattern knows a word that begins with a digit; NULL: all
     * of them are 'x'. */
    const char *(*number)(const struct language *language, str word);
};

/* The matches of a grammar in the text of one work, which is gone through some lines at a
 * time. */
struct parse {
    struct work *work;
    const struct grammar *grammar;
    const units *units;
    const uint8_t *of_set; /* the byte of each set of the language */
    struct matcher matcher;
    size_t token, unit;   /* the first behind the lines at hand */
    VEC(char) codes;      /* of those lines */
    VEC(uint32_t) places; /* where the text of each byte begins, and the end */
};

/* The units of `list`, by their starts; NULL: none. */
void parse_start(
    struct parse *p, struct work *w, const struct grammar *grammar, const units *list);
/* The next match from the left, its groups as places in the text: 1, 0 where
 * there is no more, SCM_E_LIMIT. */
int parse_next(struct parse *p, struct match *out, scm_error *error);
void parse_stop(struct parse *p);

#endif
