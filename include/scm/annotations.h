/* Annotations: standoff marks over a document's text.
 *
 * Mentions (which stretch names what), sentences, and statements (who, which
 * verb, what).  Positions are bytes into document->text; the text itself is
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

/* Mentions of all types but TERM never overlap; TERM is a layer of its own. */
typedef struct scm_mention {
    enum scm_type type;
    uint32_t block;    /* index into document->blocks */
    size_t start, end; /* bytes into document->text, end exclusive */
    scm_str id;        /* "austin-lloyd", "NCG", "date"; see the README */
    scm_str value;     /* ordinal, edition, TIMEX3 or person; empty where none */
} scm_mention;

typedef struct scm_sentence {
    uint32_t block;
    uint32_t number; /* from 1 within the block */
    scm_str text;    /* a slice of the document's text */
} scm_sentence;

typedef struct scm_statement {
    uint32_t sentence; /* index into sentences */
    uint32_t verb;     /* index into the authority's verbs */
    scm_str actor;     /* office id, or "both"; empty where not known */
    scm_str persons;   /* whom that means, ids with commas between; empty where not known */
    char polarity;     /* '+', '-' negated, '?' hedged or conditional */
    size_t at;         /* where its verb begins, bytes into document->text */
} scm_statement;

/* Who heads the delegation of a side. */
typedef struct scm_head {
    scm_str side, office;
    scm_str person; /* id of an official; empty where not known */
} scm_head;

typedef struct scm_annotations {
    const scm_document *document;   /* borrowed, must outlive this */
    const scm_authority *authority; /* borrowed, must outlive this */
    enum scm_kind kind;             /* the document's, or what its text shows */
    scm_str language;               /* of its blocks: "en"; "en,ko" where it holds both */
    scm_str reference_date;         /* ISO; what relative dates are relative to */
    scm_str series;                 /* of the meeting that the text is about; empty: none */
    int meeting;                    /* its ordinal, resolved against the table; 0: none */
    scm_str date, venue;            /* of the meeting, as the text states them: ISO, surface */
    const scm_head *heads;          /* in the order of the sides of the series */
    size_t nheads;
    const scm_mention *mentions; /* by start, the longer first */
    size_t nmentions;
    const scm_sentence *sentences;
    size_t nsentences;
    const scm_statement *statements; /* by sentence, then place */
    size_t nstatements;
} scm_annotations;

typedef struct scm_annotate_options {
    const char *date; /* reference date, ISO; NULL: found in the document */
} scm_annotate_options;

/* Annotates a document.  0, SCM_E_USAGE (a date that is none) or SCM_E_LIMIT
 * (a PCRE2 match limit was hit; nothing is returned).  Free with
 * scm_annotations_free.  `options` may be NULL. */
SCM_API int scm_annotate(scm_annotations **out, const scm_document *document,
    const scm_authority *authority, const scm_annotate_options *options, scm_error *error);
SCM_API void scm_annotations_free(scm_annotations *annotations);

/* The text that a mention covers. */
SCM_API scm_str scm_mention_surface(
    const scm_annotations *annotations, const scm_mention *mention);

/* The last sentence that begins at this byte of the text or before it; empty
 * where there is none. */
SCM_API scm_str scm_sentence_at(const scm_annotations *annotations, size_t at);

/* The index of the first mention that starts at this byte of the text or behind it;
 * nmentions where none does. */
SCM_API size_t scm_mention_from(const scm_annotations *annotations, size_t at);

#ifdef __cplusplus
}
#endif
#endif
