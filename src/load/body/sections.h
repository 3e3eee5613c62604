/* Sections: which pieces are paragraphs, which head them. */
#ifndef LOAD_SECTIONS_H
#define LOAD_SECTIONS_H

#include "load/source.h"

/* A piece that is a paragraph of the body for certain. */
bool is_body(const struct source *s, const struct piece *p);
/* A short line that is no sentence heads what stands below it; in a numbered text only
 * where that is a new paragraph. */
bool heads(const struct source *s, const struct piece *p, const struct piece *next);
/* The headings among pieces [start, end) become the section of what stands below.  Of
 * lines that only look like headings the one above another is none, and neither is a
 * heading above nothing. */
void make_sections(struct source *s, size_t start, size_t end);

#endif
