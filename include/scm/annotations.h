/* Annotations: standoff annotations of a document's text.
 *
 * They are mentions (which span names what), sentences, and statements (who says
 * what, with which verb).  Positions are byte offsets into document->text, which is
 * never edited.
 */
#ifndef SCM_ANNOTATIONS_H
#define SCM_ANNOTATIONS_H

#include <stdint.h>
#include <scm/base.h>
#include <scm/document.h>
#include <scm/authority.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Mentions never overlap, except those of type TERM, which form a layer of their own. */
typedef struct scm_mention {
    enum scm_type type;
    uint32_t block;    /* index into document->blocks */
    size_t start, end; /* byte offsets into document->text; end is exclusive */
    scm_str id;        /* "austin-lloyd", "NCG", "date"; see the README */
    scm_str value;     /* ordinal, edition, TIMEX3 or person; empty if there is none */
} scm_mention;

typedef struct scm_sentence {
    uint32_t block;
    uint32_t number; /* from 1 within the block */
    scm_str text;    /* a slice of the document's text */
} scm_sentence;

typedef struct scm_statement {
    uint32_t sentence; /* index into sentences */
    uint32_t verb;     /* index into the authority's verbs */
    scm_str actor;     /* office id, "both" or "all"; empty if unknown */
    scm_str persons;   /* the ids of the speakers, separated by commas; empty if unknown */
    char polarity;     /* '+', '-' (negated) or '?' (hedged or conditional) */
    size_t at;         /* byte offset of its verb in document->text */
} scm_statement;

/* The head of a side's delegation. */
typedef struct scm_head {
    scm_str side, office;
    scm_str person; /* id of an official; empty if unknown */
} scm_head;

typedef struct scm_annotations {
    const scm_document *document;   /* borrowed, must outlive this */
    const scm_authority *authority; /* borrowed, must outlive this */
    enum scm_kind kind;             /* the document's kind, or the one inferred from its text */
    scm_str language;               /* language of its blocks: "en"; "en,ko" if it holds both */
    scm_str reference_date;         /* ISO; relative dates are resolved against it */
    scm_str series;        /* series of the meeting that the text is about; empty: none */
    int meeting;           /* its ordinal if it is one of the main series, checked against the
                              table; 0: none */
    int ordinal;           /* its ordinal in its series, whichever that is; 0: not stated */
    scm_str date, venue;   /* of the meeting, from the text: ISO, surface */
    const scm_head *heads; /* in the order of the sides of the series */
    size_t nheads;
    const scm_mention *mentions; /* by start; longer ones first */
    size_t nmentions;
    const scm_sentence *sentences;
    size_t nsentences;
    const scm_statement *statements; /* by sentence, then position */
    size_t nstatements;
} scm_annotations;

typedef struct scm_annotate_options {
    const char *date; /* ISO reference date; NULL: determined from the document */
} scm_annotate_options;

/* Annotates a document.  Returns 0, SCM_E_USAGE (invalid date) or SCM_E_LIMIT (a PCRE2
 * match limit was reached; nothing is returned).  Free with scm_annotations_free.
 * `options` may be NULL. */
SCM_API int scm_annotate(scm_annotations **out, const scm_document *document,
    const scm_authority *authority, const scm_annotate_options *options, scm_error *error);
SCM_API void scm_annotations_free(scm_annotations *annotations);

/* The text of a mention. */
SCM_API scm_str scm_mention_surface(
    const scm_annotations *annotations, const scm_mention *mention);

/* The last sentence that begins at or before this byte of the text; empty if there is
 * none. */
SCM_API scm_str scm_sentence_at(const scm_annotations *annotations, size_t at);

/* The index of the first mention that starts at or after this byte of the text;
 * nmentions if there is none. */
SCM_API size_t scm_mention_from(const scm_annotations *annotations, size_t at);

#ifdef __cplusplus
}
#endif
#endif
