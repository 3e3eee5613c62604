/* A summary: what one document says about one meeting. */
#ifndef SCM_SUMMARY_H
#define SCM_SUMMARY_H

#include <scm/annotations.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a fact is about. */
enum scm_fact_kind {
    SCM_FACT_MEETING,
    SCM_FACT_KIND,
    SCM_FACT_LANGUAGE,
    SCM_FACT_SERIES,
    SCM_FACT_DATE,
    SCM_FACT_VENUE,
    SCM_FACT_HEAD,        /* head of a delegation */
    SCM_FACT_TITLED_HEAD, /* the same, if the series has another word for it: "us-chair" */
    SCM_FACT_COMPANION,   /* the meeting that reports to this one */
    SCM_FACT_COMPANION_DATE,
    SCM_FACT_CHAIR,    /* head of a side of the companion meeting */
    SCM_FACT_REPORTER, /* another official who reports */
    SCM_FACT_NEXT,
    SCM_FACT_NEXT_COMPANION,
    SCM_FACT_NEXT_VENUE,
    SCM_FACT_NEXT_DATE,
    SCM_FACT_SIZE, /* paragraphs, blocks, words */
    SCM_FACT_NOTE
};

/* One fact.  The keys are, in order: meeting, kind, language, series, date, venue, the head of
 * each side (us-head), the companion meeting and its date (mcm, mcm-date), the heads of its
 * sides (us-chair), the office that reports (cfc-commander), next, next-mcm, next-venue,
 * next-date, paragraphs, blocks, words and note.  A side with two heads has its key twice.  A
 * fact that the document does not state is left out.  `value` is an id, a number or an ISO
 * date; `detail` is for display. */
typedef struct scm_fact {
    scm_str key, value, detail;
    enum scm_fact_kind kind;
    scm_str side;  /* of a head or chair */
    scm_str label; /* displayed before the detail; may be empty */
} scm_fact;

/* How often and where one id is mentioned. */
typedef struct scm_count {
    enum scm_type type;
    scm_str id;
    scm_str name;    /* the authority's name, or otherwise the first surface */
    scm_str surface; /* its longest form in the text */
    size_t mentions;
    size_t once;            /* the same, counting "Nuclear Consultative Group (NCG)" as one */
    const uint32_t *blocks; /* ascending, without duplicates */
    size_t nblocks;
} scm_count;

/* A numbered paragraph (or a block, if there are no numbers) in one line. */
typedef struct scm_gist {
    scm_str label;        /* "10" */
    uint32_t block;       /* its first block */
    uint32_t nblocks;     /* including its continuation blocks */
    scm_str topics[2];    /* titles, stronger first; may be empty */
    const scm_str *names; /* ids of at most six names that distinguish it */
    size_t nnames;
} scm_gist;

typedef struct scm_summary {
    const scm_annotations *annotations; /* borrowed */
    const scm_fact *facts;
    size_t nfacts;
    const scm_count *counts; /* by type, then mentions (descending), then first occurrence */
    size_t ncounts;
    const scm_gist *gists;
    size_t ngists;
    const uint32_t *undertakings; /* statements of strength 4 and 5, strongest first */
    size_t nundertakings;
    size_t words;
} scm_summary;

/* A summary with its position in time. */
typedef struct scm_dated {
    const scm_summary *summary; /* borrowed */
    scm_str id;
    int meeting;  /* ordinal; 0: none */
    scm_str date; /* ISO: of the meeting, of publication, or the reference date, in
                     this order of preference; empty if none is known */
    enum scm_kind kind;
    size_t words;
    size_t texts; /* 1; more if texts were combined */
    scm_str note; /* "Paraphrased from …"; empty if there is none */
} scm_dated;

/* The position of a summary: its meeting, and the date by which it is sorted. */
SCM_API scm_dated scm_summary_dated(const scm_summary *summary);

/* Reads a summary from a line written by `summarize --format=jsonl`.  It has only what a
 * trend needs.  Returns 0 or SCM_E_INPUT (not such a record).  Free with scm_summary_free;
 * the authority must outlive it. */
SCM_API int scm_summary_read(
    scm_summary **out, scm_str json, const scm_authority *authority, scm_error *error);

/* Summarizes; fails only for lack of memory.  Free with scm_summary_free. */
SCM_API scm_summary *scm_summarize(const scm_annotations *annotations);
SCM_API void scm_summary_free(scm_summary *summary);

/* Collects the words that a comparison weighs.  Otherwise scm_compare does this for both
 * texts in turn; with this function, two threads can prepare one text each.  Call it before
 * the summary is shared. */
SCM_API void scm_summary_prepare(scm_summary *summary);

/* The fact with this key, or NULL. */
SCM_API const scm_fact *scm_summary_fact(const scm_summary *summary, const char *key);
/* The first fact of this kind and, unless `side` is empty, of this side; or NULL. */
SCM_API const scm_fact *scm_summary_fact_of(
    const scm_summary *summary, enum scm_fact_kind kind, scm_str side);

#ifdef __cplusplus
}
#endif
#endif
