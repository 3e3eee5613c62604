/* A document: the normalized text of one source as numbered blocks.
 *
 * The source may be any copy of a communiqué, fact sheet, statement or news story, as
 * plain text, Markdown, HTML, TEI, PDF or DOCX, in any encoding that is used on the web.
 * The result is UTF-8 in NFC, with white space collapsed and page furniture removed, and
 * with one block per paragraph or bullet.
 */
#ifndef SCM_DOCUMENT_H
#define SCM_DOCUMENT_H

#include <scm/base.h>

#ifdef __cplusplus
extern "C" {
#endif

enum scm_kind {
    SCM_KIND_UNKNOWN,
    SCM_KIND_COMMUNIQUE, /* numbered paragraphs */
    SCM_KIND_FACT_SHEET,
    SCM_KIND_STATEMENT,
    SCM_KIND_NEWS
};

/* A paragraph or bullet. */
typedef struct scm_block {
    scm_str label;   /* "7"; "7.2" is the first unnumbered block after it */
    scm_str section; /* the heading above it; empty if there is none */
    scm_str text;    /* a slice of the document's text */
    int paragraph;   /* the label as two numbers: "7.2" is 7 and 2, "7" is 7 and 1 */
    int part;
    bool repeats; /* its paragraph's number occurred a second time */
} scm_block;

/* Why a piece of the source is not in any block. */
enum scm_reason {
    SCM_REASON_NONE,
    /* It is kept elsewhere. */
    SCM_REASON_TITLE,
    SCM_REASON_HEADING,
    SCM_REASON_NOTE,
    SCM_REASON_NUMBER,
    SCM_REASON_JOINED, /* words that were divided at the end of a line */
    /* It is page furniture. */
    SCM_REASON_SITE_NOTICE,
    SCM_REASON_NAVIGATION,
    SCM_REASON_SHARE_BAR,
    SCM_REASON_ADVERTISEMENT,
    SCM_REASON_CAPTION,
    SCM_REASON_SOURCE_LINE,
    SCM_REASON_RELATED_POSTS,
    SCM_REASON_COMMENTS,
    SCM_REASON_TAG_CLOUD,
    SCM_REASON_COOKIE_NOTICE,
    SCM_REASON_SIGN_UP_BOX,
    SCM_REASON_RIGHTS,
    SCM_REASON_RELEASE,      /* the issuing office and the form of release, above the text */
    SCM_REASON_FOOTNOTE,     /* its mark, or the whole note if the markup identifies it */
    SCM_REASON_MARKUP,       /* Markdown marks outside the text */
    SCM_REASON_INTRODUCTION, /* an announcement of the text */
    SCM_REASON_HIDDEN,
    SCM_REASON_FORM,
    SCM_REASON_LINKS,
    SCM_REASON_RULE,
    SCM_REASON_PAGE,
    SCM_REASON_DATELINE,
    SCM_REASON_BEFORE,
    SCM_REASON_AFTER,
    SCM_NREASONS
};

/* A piece of the source that was taken for page furniture and left out. */
typedef struct scm_dropped {
    scm_str text;
    enum scm_reason reason;
} scm_dropped;

/* Where the words of a source went.  A word is a run of characters without spaces that
 * contains a letter or a digit. */
enum scm_part {
    SCM_PART_IN, /* all words: the sum of the other parts */
    SCM_PART_BODY,
    SCM_PART_TITLE,
    SCM_PART_HEADING,
    SCM_PART_NOTE,
    SCM_PART_OUT
};
typedef struct scm_share {
    enum scm_part part;
    enum scm_reason reason; /* of OUT */
    size_t words;
} scm_share;

typedef struct scm_document {
    scm_str id;   /* file name without directory and extension */
    scm_str text; /* all blocks, each followed by '\n' */
    const scm_block *blocks;
    size_t nblocks;
    enum scm_kind kind;
    scm_str title;
    scm_str note; /* "Paraphrased from …", "Unofficial translation …"; empty if there is none */
    /* The ordinal, ISO date and venue of the meeting that the text is about, if the source
     * states them in a header, as TEI does. */
    int meeting;
    scm_str date, venue;
    scm_str published;    /* ISO date from front matter or dateline; otherwise empty */
    const char *encoding; /* of the source: "UTF-8", "windows-1252", … */
    const char *declared; /* encoding declared by the source, if wrong; or NULL */
    const scm_dropped *dropped;
    size_t ndropped;
    size_t words_inside;      /* words from the first block to the last */
    size_t left_inside;       /* those of them that were left out */
    const scm_share *account; /* by part, then reason; except for IN, a part without
                                 words has no row */
    size_t naccount;
} scm_document;

typedef struct scm_load_options {
    const char *id;       /* the document's id; NULL: from the path, "-" without one */
    const char *title;    /* replaces the title in the text; NULL: keep that one */
    const char *date;     /* ISO date of publication; a time after it is ignored.
                             NULL: as stated in the text */
    bool utf8;            /* the input is UTF-8, whatever it declares */
    const char *encoding; /* a label of the WHATWG Encoding Standard; NULL: detect the
                             encoding */
} scm_load_options;

/* Reads and normalizes the file at `path`; "-" is standard input.  Returns 0, SCM_E_IO
 * (cannot be read), SCM_E_INPUT (undecodable byte, with its offset, or no body text),
 * SCM_E_LIMIT (over 64 MiB) or SCM_E_USAGE (invalid date).  Free with scm_document_free.
 * `options` may be NULL. */
SCM_API int scm_document_load(
    scm_document **out, const char *path, const scm_load_options *options, scm_error *error);

/* The same for bytes in memory, which need not outlive the call. */
SCM_API int scm_document_parse(
    scm_document **out, scm_str bytes, const scm_load_options *options, scm_error *error);

/* The same for a record: a JSON object (RFC 8259) with the strings "id" and "text" and, if
 * known, "date" and "title", which replace the options above.  The id may be an integer.
 * Returns SCM_E_INPUT also if `json` is not such an object. */
SCM_API int scm_document_parse_record(scm_document **out, scm_str json, scm_error *error);

SCM_API void scm_document_free(scm_document *document);

/* "navigation", "caption", …: for display. */
SCM_API const char *scm_reason_name(enum scm_reason reason);

SCM_API const char *scm_part_name(enum scm_part part); /* "body" */

/* "communiqué", "fact sheet", …: for display. */
SCM_API const char *scm_kind_name(enum scm_kind kind);

#ifdef __cplusplus
}
#endif
#endif
