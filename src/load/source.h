/* What the stages of the loader hand to each other.
 *
 *     decode → markup | markdown | plain → furniture → number → front
 *
 * Everything of a source lives in its own arena, which goes once the document
 * has been built. */
#ifndef LOAD_SOURCE_H
#define LOAD_SOURCE_H

#include <scm/document.h>
#include "base/numbering.h"
#include "base/language.h"

enum piece_flag {
    PIECE_HEADING = 1 << 0,   /* the section of what stands below it */
    PIECE_TITLE = 1 << 1,     /* a heading of the first level */
    PIECE_BULLET = 1 << 2,    /* an item of a list */
    PIECE_LINKS = 1 << 3,     /* most of it is links */
    PIECE_ASIDE = 1 << 4,     /* stood in nav, header, footer, aside */
    PIECE_FORM = 1 << 5,      /* stood in a form */
    PIECE_HIDDEN = 1 << 6,    /* marked as not to be shown */
    PIECE_CAPTION = 1 << 7,   /* stood in a figcaption */
    PIECE_NUMBERED = 1 << 8,  /* opens a numbered paragraph of the body */
    PIECE_RULE = 1 << 9,      /* a line drawn across, or an end mark */
    PIECE_SENTENCE = 1 << 10, /* running text with an end, set by furniture */
    PIECE_ROW = 1 << 11       /* a row of a table */
};

/* A paragraph, bullet, heading or line of furniture, in source order. */
struct piece {
    str text;             /* white space folded */
    unsigned flags;       /* of enum piece_flag */
    int number;           /* of its paragraph, where PIECE_NUMBERED */
    int given;            /* a number that markup gives it; 0: none */
    size_t mark;          /* bytes that its number takes at the start of text */
    enum scm_reason drop; /* why it is no body text; 0 where it is */
    str section;
    str label; /* of these two: "7", "7.2" */
    int paragraph, part;
    size_t words; /* counted when all pieces stand */
};

enum { MOST_PIECES = 2000000 };

/* What a text that scmtool wrote says of itself. */
struct stated {
    enum scm_kind kind;
    int meeting;
    str date, venue;
};

struct source {
    arena *arena;
    const char *name; /* what messages begin with */
    const struct language *language;
    const scm_load_options *options;
    scm_error *error;
    VEC(struct piece) pieces;
    size_t words, joined; /* all words read, and those that became part of another */
    size_t title_words;   /* of them those of a title that is no piece */
    size_t note_words;    /* and of a note */
    size_t marked_words;  /* words that are no text but marks of Markdown */
    bool too_many;        /* there was no room for a piece */
    bool front_matter;    /* Markdown began with it */
    bool numbered;        /* the body is a run of numbered paragraphs */
    char style;           /* what stands behind these numbers: '.', ')' or '(' */
    str title;            /* front matter's or <title>'s, then the document's */
    str published;        /* ISO date that front matter or <meta> states */
    str note;
    const struct stated *stated; /* its pieces have labels and sections then; NULL: all
                                    that has to be found out */
};

/* Adds a piece with its white space folded, unless nothing is left. */
struct piece *add_piece(struct source *s, str text, unsigned flags);

/* Adds a piece that is left out for this reason. */
void add_dropped(struct source *s, str text, enum scm_reason reason);
/* Adds what a reader of markup gathered beside the text, and its words. */
void add_unread(struct source *s, const buf *text, enum scm_reason reason);
/* Words with a letter or a digit. */
size_t count_words(str text);
/* Notes that two stretches of text were joined without a space between them. */
void join_words(struct source *s, str before, str after);

/* "- ", "* ", "• " and their like at the start: the bytes that they take. */
size_t bullet_length(str s);

/* decode: bytes → UTF-8.  SCM_E_INPUT with the offset of what cannot be read. */
int decode(str *out, scm_document *d, struct source *s, str bytes);
/* clean: NFC; every line end '\n', other white space ' ' (a form feed stays);
 * no format or control characters, except SOFT_BREAK. */
str clean(arena *a, str text);
/* Single spaces only, none at the ends, and NFC; no copy where that is so already. */
str fold(arena *a, str text);
/* A soft hyphen at the end of a line: the word goes on in the next. */
enum { SOFT_BREAK = 0x1F };
/* A <br>: no character of a text, as neither parser lets it through. */
enum { FLOW_BREAK = 1 };

/* Sources → pieces. */
int markup_pieces(struct source *s, str text);
int tei_pieces(struct source *s, str text);
void markdown_pieces(struct source *s, str text);
int plain_pieces(struct source *s, str text);
bool markup_looks_like(str text);
bool tei_looks_like(str text);
bool markdown_looks_like(str text);

/* Pieces → body. */
void split_title(struct source *s);
void number_run(struct source *s);
/* Bytes of the sentences in pieces [from, to) that are not left out. */
size_t prose_between(const struct source *s, size_t from, size_t to);
void furniture(struct source *s);
void number_labels(struct source *s);
void front(struct source *s, scm_document *d);
/* The kind of this name, "fact sheet" or in one word "fact-sheet"; UNKNOWN: none. */
enum scm_kind kind_named(str name);

#endif
