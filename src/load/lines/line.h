/* Lines of a plain copy, before they are paragraphs. */
#ifndef LOAD_LINE_H
#define LOAD_LINE_H

#include "load/source.h"

struct line {
    str text;      /* trimmed */
    size_t indent; /* columns in front of it */
    size_t width;  /* characters */
    bool gone;     /* of the page, not of the text: what stands around it joins */
    bool absent;   /* has become part of another line */
    bool feed;     /* a form feed stood in front */
};

struct lines {
    struct line *at;
    size_t len, cap;
};

/* page: headers, footers and numbers that a PDF repeats on every page. */
void page_furniture(struct source *s, struct lines *lines);
/* ordinal: "th" alone on a line goes back to its number. */
void ordinal_lines(struct source *s, struct lines *lines);
/* ordinal: "the 49 th" → "the 49th"; no copy where there is none. */
str ordinal_heal(arena *a, const struct language *language, str text);

/* hyphen: whether a hyphen at a line end belongs to the word. */
struct hyphens;
struct hyphens *hyphens_new(arena *a, const struct language *language, str text);
bool hyphen_stays(const struct hyphens *h, str before, str after);

#endif
