/* What the checks of lint share: each looks for one kind of slip in the
 * annotated document and reports it. */
#ifndef ANALYSE_FINDINGS_H
#define ANALYSE_FINDINGS_H

#include <scm/findings.h>
#include "authority/authority.h"
#include "authority/claims.h"

enum finding_kind {
    BAD_ORDINAL,
    NO_SUCH_MEETING,
    OTHER_MEETING,
    OTHER_DATE,
    PERSON_NAME,
    PERSON_OFFICE,
    RENAMED,
    MISFIT_EXPANSION,
    SWAPPED_TITLE,
    FOREIGN_TITLE,
    HEADS_OF_STATE,
    NO_SUCH_DATE,
    WRONG_WEEKDAY,
    SKIPPED_NUMBER,
    STRAY_NUMBER,
    FURNITURE,
    EARLY_ACRONYM,
    UNDEFINED_ACRONYM,
    TWO_EXPANSIONS,
    NFINDING_KINDS
};

/* A finding, and all places of the same slip. */
struct draft {
    enum finding_kind kind;
    uint32_t block, last_block;
    size_t start, end, count;
    str subject, what, read_as;
    buf places; /* labels of the first blocks */
    size_t nplaces;
};

struct lint {
    arena *arena; /* what lasts */
    arena *scratch;
    const scm_annotations *n;
    const struct language *language;
    scm_series series, companion; /* the one whose meetings are checked, and its companion */
    VEC(struct draft) drafts;
    struct claims groups;
    struct claims known, unknown; /* names of people that were looked up */
};

/* Bytes of the document's text in one block. */
struct span {
    uint32_t block;
    size_t start, end;
};

/* Starts with nothing found; the arenas stay the caller's. */
void lint_start(struct lint *l, arena *a, arena *scratch, const scm_annotations *n);
/* `subject` says what is wrong and `read_as` what it was taken for, which may
 * be empty; the same subject of one kind is one finding. */
void report(
    struct lint *l, enum finding_kind kind, struct span at, str subject, str what, str read_as);

/* The checks, a function each. */
typedef void check(struct lint *l);
check check_ordinals, check_meetings, check_meeting_date, check_companion_dates; /* meetings */
check check_people;
check check_renamed, check_roles; /* names */
check check_acronyms;
check check_dates, check_weekdays;
check check_numbers, check_furniture; /* layout */

struct span mention_span(const scm_mention *m);
struct span block_span(const struct lint *l, uint32_t block);
str span_text(const struct lint *l, struct span at);
/* The mentions [first, end) of the sentence around one of them; of a huge
 * sentence those near it. */
struct around {
    size_t first, end;
};
struct around mentions_around(const struct lint *l, size_t index);
/* "53rd". */
str ordinal_words(arena *a, int n);
/* The suffix of an ordinal that ends in these two digits. */
const char *ordinal_suffix(int n);
/* Is this text an alias of the id: 0 no, 1 yes, -1 a distorted one. */
int alias_of(const struct lint *l, enum scm_type type, str id, str text);

#endif
