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

enum { MOST_GROUPS = 24 };

/* One match: group n is text[at[2n] .. at[2n + 1]); SIZE_MAX where unset. */
struct match {
    size_t at[2 * MOST_GROUPS];
    const char *mark; /* the name of the last (*MARK) passed, or NULL */
};

/* A run of matches over one subject. */
struct matcher {
    const struct pattern *pattern;
    struct pcre2_real_match_data_8 *data;
    str text;
    size_t from;
};

void matcher_start(struct matcher *m, enum pattern_id id, str text);
/* The next match: 1, 0 where there is no more, SCM_E_LIMIT. */
int matcher_next(struct matcher *m, struct match *out, scm_error *error);
/* A match that begins at `at`; 1, 0 or SCM_E_LIMIT. */
int matcher_at(struct matcher *m, size_t at, struct match *out, scm_error *error);
void matcher_stop(struct matcher *m);

/* The sources of the patterns, each in the file of the stage that uses it. */
extern const char date_source[], role_source[], coined_source[], person_source[];

#endif
