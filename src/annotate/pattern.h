/* Patterns: PCRE2, compiled at first use and kept for the process.
 *
 * Subjects are bytes of text that was checked on load, or classes of its words
 * (grammar.h); patterns are written for bytes, so neither side pays for UTF.
 */
#ifndef ANNOTATE_PATTERN_H
#define ANNOTATE_PATTERN_H

#include "base/str.h"

enum pattern_id {
    PATTERN_DATE, /* anchored */
    PATTERN_ROLE, /* anchored */
    PATTERN_COINED,
    PATTERN_PERSON, /* anchored */
    NPATTERNS
};

enum { MOST_NAMES = 80, FIRST_CODE = 0x80 };

/* The names in a pattern's source, "<month>", in the order in which they first stand
 * there; the n-th is the byte FIRST_CODE + n. */
struct names_of {
    str at[MOST_NAMES];
    size_t count;
};

/* One match: text[at[0] .. at[1]). */
struct match {
    size_t at[2];
    const char *mark; /* the name of the last (*MARK) passed, or NULL */
};

/* A run of matches over one subject. */
struct matcher {
    enum pattern_id id;
    const struct pattern *pattern;
    struct pcre2_real_match_data_8 *data;
    str text;
    size_t from;
};

const struct names_of *pattern_names(enum pattern_id id);
/* The byte of a name in the pattern; 0 where it has none. */
unsigned char pattern_code(enum pattern_id id, str name);

void matcher_start(struct matcher *m, enum pattern_id id, str text);
/* The same pattern in another text. */
void matcher_go_on(struct matcher *m, str text);
/* The next match: 1, 0 where there is no more, SCM_E_LIMIT. */
int matcher_next(struct matcher *m, struct match *out, scm_error *error);
/* A match that begins at `at`; 1, 0 or SCM_E_LIMIT. */
int matcher_at(struct matcher *m, size_t at, struct match *out, scm_error *error);
void matcher_stop(struct matcher *m);

/* The sources of the patterns, each in the file of the stage that uses it. */
extern const char date_source[], role_source[], coined_source[], person_source[];

#endif
