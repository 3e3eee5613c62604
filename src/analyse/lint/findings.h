/* What the checks of lint share: each looks for one kind of slip in the
 * annotated document and reports it. */
#ifndef ANALYSE_FINDINGS_H
#define ANALYSE_FINDINGS_H

#include <scm/findings.h>
#include "authority/authority.h"
#include "authority/claims.h"
#include "base/numbering.h"

enum finding_kind {
#define FINDING(id, code, severity, name) id,
#define CHECK(function)
#include "analyse/lint/findings.def"
#undef FINDING
#undef CHECK
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

/* The checks. */
typedef void check(struct lint *l);
#define FINDING(id, code, severity, name)
#define CHECK(function) check function;
#include "analyse/lint/findings.def"
#undef FINDING
#undef CHECK

struct span mention_span(const scm_mention *m);
struct span block_span(const struct lint *l, uint32_t block);
str span_text(const struct lint *l, struct span at);
/* The mentions [first, end) of the sentence around one of them; of a huge
 * sentence those near it. */
struct around {
    size_t first, end;
};
struct around mentions_around(const struct lint *l, size_t index);
/* One confused office or distorted name happens to any copyist; so many in one text are a
 * translator's: the most frequent one, or NULL.  Copies of official texts have at most one. */
const struct draft *sign_of_translation(const struct lint *l);
/* Is this text an alias of the id: 0 no, 1 yes, -1 a distorted one. */
int alias_of(const struct lint *l, enum scm_type type, str id, str text);

#endif
