/* A document: the normalized text of one source as numbered blocks.
 *
 * Any copy of a communiqué, fact sheet, statement or news story goes in, as
 * plain text, Markdown, HTML, TEI, PDF or DOCX and in any of the encodings met on the
 * web; what comes out is UTF-8 in NFC, white space folded, without page
 * furniture, one block a paragraph or bullet.
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
    scm_str section; /* the heading it stands under, empty where none */
    scm_str text;    /* a slice of the document's text */
    int paragraph;   /* the label as numbers: "7.2" is 7 and 2, "7" is 7 and 1 */
    int part;
    bool repeats; /* it stood under its paragraph's number once more */
} scm_block;

/* Why a piece of the source is in no block. */
enum scm_reason {
    SCM_REASON_NONE,
    /* It is kept, elsewhere. */
    SCM_REASON_TITLE,
    SCM_REASON_HEADING,
    SCM_REASON_NOTE,
    SCM_REASON_NUMBER,
    SCM_REASON_JOINED, /* words that the end of a line had divided */
    /* It is furniture. */
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
    SCM_REASON_RELEASE,      /* the office and the form above a release */
    SCM_REASON_FOOTNOTE,     /* its mark, or where markup says so the whole */
    SCM_REASON_MARKUP,       /* what marks of Markdown say beside the text */
    SCM_REASON_INTRODUCTION, /* it says that the text follows */
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

/* A stretch of the source that was taken for furniture and left out. */
typedef struct scm_dropped {
    scm_str text;
    enum scm_reason reason;
} scm_dropped;

/* Where the words of a source went.  A word has a letter or a digit in it and space
 * around it. */
enum scm_part {
    SCM_PART_IN, /* all of them: the other parts add up to it */
    SCM_PART_BODY,
    SCM_PART_TITLE,
    SCM_PART_HEADING,
    SCM_PART_NOTE,
    SCM_PART_OUT
};
typedef struct scm_share {
    enum scm_part part;
    enum scm_reason reason; /* OUT: why */
    size_t words;
} scm_share;

typedef struct scm_document {
    scm_str id;   /* file name without folder and extension */
    scm_str text; /* all blocks, each followed by '\n' */
    const scm_block *blocks;
    size_t nblocks;
    enum scm_kind kind;
    scm_str title;
    scm_str note; /* "restated from …", "translated …"; empty where none */
    /* Where the source itself says so in a header, as TEI does: the ordinal of the
     * meeting that it is about, and that meeting's ISO date and venue. */
    int meeting;
    scm_str date, venue;
    scm_str published;    /* ISO date out of front matter or dateline, else empty */
    const char *encoding; /* what the bytes were: "UTF-8", "windows-1252", … */
    const char *declared; /* what the source says that they are, where that is wrong; NULL */
    const scm_dropped *dropped;
    size_t ndropped;
    size_t words_inside; /* from the first block to the last, and those of them left out */
    size_t left_inside;
    const scm_share *account; /* by part, then reason; a part without words has no row,
                                 but IN */
    size_t naccount;
} scm_document;

typedef struct scm_load_options {
    const char *id;       /* the document's id; NULL: from the path, "-" for none */
    const char *title;    /* instead of the one that the text bears; NULL: that one */
    const char *date;     /* when it was published, ISO, a time behind it is left out;
                             NULL: what the text says */
    bool utf8;            /* the bytes are UTF-8, whatever they declare */
    const char *encoding; /* what the bytes are, by a label of the WHATWG Encoding Standard;
                             NULL: what they show */
} scm_load_options;

/* Reads and normalizes the file at `path`; "-" is standard input.
 * 0, or SCM_E_IO (cannot be read), SCM_E_INPUT (undecodable byte with its
 * offset, no body text), SCM_E_LIMIT (over 64 MiB), SCM_E_USAGE (a date that is
 * none).  Free with scm_document_free.  `options` may be NULL. */
SCM_API int scm_document_load(
    scm_document **out, const char *path, const scm_load_options *options, scm_error *error);

/* The same for bytes already in memory, which are not kept. */
SCM_API int scm_document_parse(
    scm_document **out, scm_str bytes, const scm_load_options *options, scm_error *error);

/* The same for a record, an object of JSON (RFC 8259) with the strings "id" and
 * "text" and, where known, "date" and "title", which stand for the options above;
 * an id may be a whole number.  SCM_E_INPUT also where it is no such object. */
SCM_API int scm_document_parse_record(scm_document **out, scm_str json, scm_error *error);

SCM_API void scm_document_free(scm_document *document);

/* "navigation", "caption", …: for people. */
SCM_API const char *scm_reason_name(enum scm_reason reason);

SCM_API const char *scm_part_name(enum scm_part part); /* "body" */

/* "communiqué", "fact sheet", …: for people. */
SCM_API const char *scm_kind_name(enum scm_kind kind);

#ifdef __cplusplus
}
#endif
#endif
