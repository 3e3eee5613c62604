/* A comparison: what changed between two documents.
 *
 * Blocks are aligned first, in any order; then the sentences of aligned blocks; then the
 * words of aligned sentences.  The comparison also has the old and new counts of every
 * name, the facts of the two meetings, and the statements.
 */
#ifndef SCM_COMPARISON_H
#define SCM_COMPARISON_H

#include <scm/summary.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SCM_NONE UINT32_MAX

enum scm_status_of_change {
    SCM_SAME,
    SCM_EDITED,
    SCM_MOVED,
    SCM_SPLIT,
    SCM_MERGED,
    SCM_NEW,
    SCM_DROPPED,
    SCM_KEPT,
    SCM_MORE,
    SCM_FEWER,
    SCM_CHANGED,
    SCM_STRONGER,
    SCM_WEAKER,
    SCM_GONE,
    SCM_RETURNED
};

/* A run of text in an edit script.  The old text is made of the SAME and OLD runs in
 * order, the new text of the SAME and NEW runs.  A SAME run has the spelling of the new
 * text. */
enum scm_run_kind { SCM_RUN_SAME, SCM_RUN_OLD, SCM_RUN_NEW };
typedef struct scm_run {
    enum scm_run_kind kind;
    scm_str text;
} scm_run;

/* A bead of aligned sentences: indices into the annotations' sentences, or SCM_NONE if
 * there is no counterpart.  `runs` is the edit script. */
typedef struct scm_bead {
    uint32_t old_sentence, new_sentence;
    double similarity;
    const scm_run *runs;
    size_t nruns;
} scm_bead;

/* A pair of aligned blocks, or a block without a counterpart. */
typedef struct scm_pair {
    enum scm_status_of_change status; /* SCM_SAME to SCM_DROPPED */
    uint32_t old_block, new_block;    /* SCM_NONE if there is none */
    double similarity;                /* 0–1 */
    const scm_bead *beads;            /* in the new block's order */
    size_t nbeads;
} scm_pair;

/* The counts of a name in both texts. */
typedef struct scm_delta {
    enum scm_status_of_change status; /* kept, new, dropped, more or fewer */
    enum scm_type type;
    scm_str id, name;
    size_t old_mentions, new_mentions;
    const uint32_t *old_blocks, *new_blocks;
    size_t nold_blocks, nnew_blocks;
} scm_delta;

/* A fact in both texts; the value is empty if a text does not state it. */
typedef struct scm_fact_change {
    enum scm_status_of_change status; /* same or changed */
    scm_fact old_fact, new_fact;
} scm_fact_change;

/* Statements of aligned sentences; SCM_NONE if there is no counterpart. */
typedef struct scm_statement_change {
    enum scm_status_of_change status; /* kept, changed, new or dropped */
    uint32_t old_statement, new_statement;
    double similarity; /* of their content, 0 to 1; 0 without a counterpart */
    bool other_actor;  /* whether the speaker changed */
} scm_statement_change;

/* A change of substance: one that an analyst would put into a memo. */
enum scm_change_class {
    SCM_CHANGE_ACT,
    SCM_CHANGE_GRADE,
    SCM_CHANGE_HEDGE,
    SCM_CHANGE_CONDITION,
    SCM_CHANGE_NUMBER,
    SCM_CHANGE_DEADLINE,
    SCM_CHANGE_SCOPE,
    SCM_CHANGE_OBJECT,
    SCM_CHANGE_ACTOR,
    SCM_CHANGE_NEGATION,
    SCM_CHANGE_COMMITMENT,
    SCM_CHANGE_NAME,
    SCM_CHANGE_TOPIC,
    SCM_CHANGE_LANGUAGE,
    SCM_NCHANGES
};
typedef struct scm_change {
    enum scm_status_of_change status; /* stronger, weaker, changed, new or gone */
    enum scm_change_class class_;
    uint32_t old_sentence, new_sentence; /* SCM_NONE if it is in one text only */
    scm_str old_words, new_words;        /* slices of the texts; may be empty */
    scm_str name;                        /* the id of a name that is new or gone */
    enum scm_type type;                  /* of that name */
    int weight;                          /* 3: headline, 2: memo, 1: table */
    double score;                        /* determines the order */
} scm_change;
SCM_API const char *scm_change_class_name(enum scm_change_class class_);

/* Whether the wording of a text is the one that was agreed on.  If it is not, its verbs
 * mean little, and a name counts as gone only if its id is gone. */
enum scm_wording_kind {
    SCM_WORDING_GIVEN, /* no sign to the contrary */
    SCM_WORDING_PARAPHRASED,
    SCM_WORDING_TRANSLATED,
    SCM_WORDING_SUSPECT /* no note, but signs of a back-translation */
};
typedef struct scm_wording {
    enum scm_wording_kind kind;
    scm_str reason; /* the note, or the most frequent sign; empty for GIVEN */
} scm_wording;

typedef struct scm_comparison {
    const scm_summary *old_summary, *new_summary; /* borrowed */
    scm_wording old_wording, new_wording;
    const scm_pair *pairs; /* in the new document's order; a dropped block follows the
                              one that preceded it in the old document */
    size_t npairs;
    const scm_delta *deltas; /* by type, then id */
    size_t ndeltas;
    const scm_fact_change *facts;
    size_t nfacts;
    const scm_statement_change *statements;
    size_t nstatements;
    const scm_change *changes; /* the most important first */
    size_t nchanges;
    bool across;    /* the texts are in different languages and were compared by names, dates,
                       figures and the classes of verbs; changes are of class LANGUAGE */
    bool identical; /* no difference in the parts that were compared */
} scm_comparison;

/* The parts of a comparison, one bit each: the names of a type (1u << type), and these. */
enum scm_compare_part {
    SCM_COMPARE_MEETING = 1 << SCM_NTYPES,
    SCM_COMPARE_STATEMENTS = 2 << SCM_NTYPES,
    SCM_COMPARE_PARAGRAPHS = 4 << SCM_NTYPES,
    SCM_COMPARE_CHANGES = 8 << SCM_NTYPES
};

typedef struct scm_compare_options {
    bool ignore_case;
    bool ignore_quotes; /* treat straight and curly quotes as the same */
    unsigned types;     /* types of names to include, one bit per type; 0: all */
    unsigned parts;     /* parts to compare; 0: all */
} scm_compare_options;

/* Compares two summaries.  Returns 0 or SCM_E_LIMIT (over 20,000 blocks in a text).  Free
 * with scm_comparison_free.  `options` may be NULL. */
SCM_API int scm_compare(scm_comparison **out, const scm_summary *old_summary,
    const scm_summary *new_summary, const scm_compare_options *options, scm_error *error);
SCM_API void scm_comparison_free(scm_comparison *comparison);

SCM_API const char *scm_status_name(enum scm_status_of_change status);

#ifdef __cplusplus
}
#endif
#endif
