/* Word files (.docx, ECMA-376 part 1): the text of the document, and the numbers that
 * Word itself puts in front of its paragraphs. */
#ifndef LOAD_WORD_H
#define LOAD_WORD_H

#include "load/read/sax.h"

bool is_zip(str bytes);
/* The pieces of a Word file, tracked changes accepted, comments left out. */
int word_pieces(struct source *s, str bytes);

/* How a paragraph of a style, or of a list at a level, begins. */
enum word_mark { MARK_NONE, MARK_TITLE, MARK_HEADING, MARK_NUMBER, MARK_BULLET };

/* A level of a list. */
struct word_level {
    int list, level;
    enum word_mark mark; /* NUMBER or BULLET */
    int next;            /* the number of the next paragraph of it */
};

struct word_style {
    str id;
    enum word_mark mark; /* PLAIN, TITLE or HEADING */
    int list, level;     /* 0: of no list */
};

/* What the styles and the lists of a document say. */
struct word_forms {
    VEC(struct word_style) styles;
    VEC(struct word_level) levels;
};

int word_read_styles(struct source *s, struct word_forms *f, str xml);
int word_read_lists(struct source *s, struct word_forms *f, str xml);
const struct word_style *word_style(const struct word_forms *f, str id);
struct word_level *word_level(struct word_forms *f, int list, int level);

/* Of an element of WordprocessingML: its name; NULL where it is of another language. */
const char *word_element(const xmlChar *name, const xmlChar *uri);
/* The attribute w:NAME; NULL in `at` where there is none. */
str word_attribute(int count, const xmlChar **attributes, const char *name);

#endif
