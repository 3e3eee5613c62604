/* What the stages of one annotation share.
 *
 * Each stage reads the text and what earlier stages found, and adds
 * candidates; resolve.c then decides which of them stand.
 */
#ifndef ANNOTATE_WORK_H
#define ANNOTATE_WORK_H

#include <scm/annotations.h>
#include "authority/authority.h"
#include "base/calendar.h"
#include "base/fold.h"
#include "base/token.h"

/* An alias of the authority where it stands in the text. */
struct hit {
    size_t start, end; /* bytes into the text */
    const struct alias *alias;
};
typedef VEC(struct hit) hits;

/* A possible mention.  Where two overlap the longer one stands, and of two of
 * one length the one of higher rank. */
struct candidate {
    size_t start, end;
    str id, value;
    enum scm_type type;
    uint8_t rank;
    bool coined; /* no table has it */
};
typedef VEC(struct candidate) candidates;

enum { RANK_COINED, RANK_LISTED, RANK_DEFINED, RANK_PERSON };

/* An office-holder of the reference date, or of any date where that is not known. */
struct holder {
    scm_official official;
    str key;
};

/* Whom a title and a name meant (person.c). */
struct remembered {
    bool known;
    const struct alias *title;
    size_t ntitles;
    str key, side, id;
};

enum { MOST_REMEMBERED = 64 };

/* How far back a name is looked for among the candidates: texts repeat what is near. */
enum { REMEMBERED = 200 };

enum { MOST_MEMBERS = 12 };

struct member {
    size_t person; /* of w->people */
    str side;
    str office; /* id; empty where no table has it */
};

/* How a sentence introduces people, the surest last. */
enum introduction { NAMED_TOGETHER, MEETING, LEADING };

/* People of two sides or more whom a sentence, or two in a row, introduce as a group. */
struct group {
    size_t start, end; /* bytes of the text */
    uint32_t block;
    enum introduction how;
    struct member members[MOST_MEMBERS];
    size_t nmembers;
};

struct work {
    arena *arena;
    const scm_document *document;
    const scm_authority *authority;
    const struct image *image;
    str text;
    struct tokens tokens;
    hits officials, titles, verbs, sides, roles; /* by start, the longest at each place */
    candidates found;                            /* names, people, roles, dates */
    size_t nlisted;    /* names of the authority: the first in found */
    size_t ncoined;    /* where the coined names behind those end */
    candidates terms;  /* a layer of its own */
    candidates people; /* officials, by start; also in found */
    date reference;    /* year 0 where not known */
    str reference_iso;
    str series;             /* empty: the text belongs to none */
    str date, venue;        /* of the meeting, as stated */
    int meeting, companion; /* ordinals in the main series and its companion; 0: none */
    int ordinal;            /* in the series of the text; 0: none */
    bool numbered;          /* a meeting of the main series, by its ordinal */
    bool listed_meeting;    /* the table knows when, where and who */
    scm_head *heads;        /* in the order of the sides */
    size_t nheads;
    VEC(struct holder) holders; /* filled when first asked for (person.c) */
    bool holders_known;
    struct remembered remembered[MOST_REMEMBERED];
    VEC(scm_sentence) sentences;
    VEC(struct group) groups; /* of people who meet (participants.c) */
    VEC(scm_statement) statements;
    bool *syllabic; /* of each block: its language adds to its words (affix.h) */
    bool any_syllabic;
    scm_error *error;
};

/* The stages, in order.  Those that run a pattern return 0 or SCM_E_LIMIT. */
void find_names(struct work *w);                  /* names.c */
void find_reference(struct work *w);              /* reference.c */
void find_abbreviations(struct work *w);          /* abbreviations.c */
int find_coined(struct work *w);                  /* coined.c */
int find_people(struct work *w);                  /* people.c */
int find_roles(struct work *w);                   /* roles.c */
void find_affix_people(struct work *w);           /* affix_people.c */
int find_dates(struct work *w);                   /* dates.c */
void extend_names(struct work *w);                /* values.c */
void resolve(struct work *w);                     /* resolve.c */
void add_values(struct work *w);                  /* values.c */
void find_sentences(struct work *w);              /* sentences.c */
void find_statements(struct work *w);             /* statements.c */
enum scm_kind kind_of_text(const struct work *w); /* kind.c */

/* Helpers that more than one stage uses. */
void sort_candidates(candidates *c); /* by start, the longer first */
/* "US", "ROK", an ISO code, or empty: the country whose name or adjective ends
 * at `at`; *start is where the chain it closes ("U.S.-ROK") begins. */
str country_before(const struct work *w, size_t at, size_t *start);
/* The number of "55th" and "52th"; -1 where it is none. */
int ordinal_number(const struct language *language, str word);
/* The number of "thirty-third" and the like; -1 where it is none. */
int spelt_ordinal(const struct language *language, str word);
/* The ordinal in front of a name at `start`, countries and "Annual" between
 * allowed, and where it begins; 0 where there is none. */
int ordinal_before(const struct work *w, size_t start, size_t *span);
/* The place behind what joins two parts of a list there: ", ", " and ", ", and "; 0 where
 * nothing does. */
size_t behind_joint(const struct work *w, size_t at);
/* Does the id mean a kind of thing and no one of them: "TTX"? */
bool is_generic_name(const struct work *w, str id);

#endif
