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
    SCM_FACT_HEAD,        /* of a delegation */
    SCM_FACT_TITLED_HEAD, /* the same where the series calls him otherwise: "us-chair" */
    SCM_FACT_COMPANION,   /* the meeting that reports to this one */
    SCM_FACT_COMPANION_DATE,
    SCM_FACT_CHAIR,    /* who heads a side there */
    SCM_FACT_REPORTER, /* who reports besides */
    SCM_FACT_NEXT,
    SCM_FACT_NEXT_COMPANION,
    SCM_FACT_NEXT_VENUE,
    SCM_FACT_NEXT_DATE,
    SCM_FACT_SIZE, /* paragraphs, blocks, words */
    SCM_FACT_NOTE
};

/* One fact.  The keys, in order: meeting kind language series date venue, the heads by side
 * (us-head), the companion's meeting and its day (mcm mcm-date), the heads of its
 * sides (us-chair), the office that reports (cfc-commander), next next-mcm next-venue
 * next-date paragraphs blocks words note.  A side with two heads has its key twice.  A
 * fact that the document does not state is left out.  `value` is an id, number or ISO
 * date, `detail` for people. */
typedef struct scm_fact {
    scm_str key, value, detail;
    enum scm_fact_kind kind;
    scm_str side;  /* of a head or chair */
    scm_str label; /* in front of the detail, for people; empty where it needs none */
} scm_fact;

/* How often one id is mentioned, and where. */
typedef struct scm_count {
    enum scm_type type;
    scm_str id;
    scm_str name;    /* the authority's name, else the first surface */
    scm_str surface; /* as the text has it: the longest of its spellings */
    size_t mentions;
    size_t once;            /* the same, "Nuclear Consultative Group (NCG)" being one */
    const uint32_t *blocks; /* ascending, each once */
    size_t nblocks;
} scm_count;

/* A numbered paragraph (or block, where there are no numbers) in one line. */
typedef struct scm_gist {
    scm_str label;        /* "10" */
    uint32_t block;       /* its first block */
    uint32_t nblocks;     /* with its continuation blocks */
    scm_str topics[2];    /* titles, the stronger first; may be empty */
    const scm_str *names; /* ids of the names that set it apart, at most six */
    size_t nnames;
} scm_gist;

typedef struct scm_summary {
    const scm_annotations *annotations; /* borrowed */
    const scm_fact *facts;
    size_t nfacts;
    const scm_count *counts; /* by type, then mentions falling, then first place */
    size_t ncounts;
    const scm_gist *gists;
    size_t ngists;
    const uint32_t *undertakings; /* statements of strength 4 and 5, strongest first */
    size_t nundertakings;
    size_t words;
} scm_summary;

/* A summary in its place in time. */
typedef struct scm_dated {
    const scm_summary *summary; /* borrowed */
    scm_str id;
    int meeting;  /* ordinal, 0: none */
    scm_str date; /* ISO: of the meeting, else of publication, else the reference
                     date; empty where none is known */
    enum scm_kind kind;
    size_t words;
    size_t texts; /* 1; more where texts were put together */
    scm_str note; /* "restated from …"; empty where none */
} scm_dated;

/* Its place: the meeting, and the day by which it is put in order. */
SCM_API scm_dated scm_summary_dated(const scm_summary *summary);

/* A summary out of a line that `summarize --format=jsonl` wrote: what a trend is made of, and
 * nothing else.  0, or SCM_E_INPUT (no such record).  Free with scm_summary_free; the
 * authority must outlive it. */
SCM_API int scm_summary_read(
    scm_summary **out, scm_str json, const scm_authority *authority, scm_error *error);

/* Summarizes; cannot fail.  Free with scm_summary_free. */
SCM_API scm_summary *scm_summarize(const scm_annotations *annotations);
SCM_API void scm_summary_free(scm_summary *summary);

/* Collects the words that a comparison weighs, which scm_compare else does for
 * both texts in turn: two threads can prepare one each.  Call it before others
 * share the summary. */
SCM_API void scm_summary_prepare(scm_summary *summary);

/* The fact with this key, or NULL. */
SCM_API const scm_fact *scm_summary_fact(const scm_summary *summary, const char *key);
/* The first fact of this kind, or of the kind and the side where that is not empty; or
 * NULL. */
SCM_API const scm_fact *scm_summary_fact_of(
    const scm_summary *summary, enum scm_fact_kind kind, scm_str side);

#ifdef __cplusplus
}
#endif
#endif
