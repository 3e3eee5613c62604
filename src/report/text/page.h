/* Page: where the text writer's lines go, and in which colours. */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include "report/model/write.h"

typedef enum style { PLAIN, BOLD, PLACE, OLD, NEW } style;

typedef struct page {
    sink *out;
    arena *arena; /* for one report */
    int width;
    bool color;
} page;

enum { INDENT = 2, GUTTER = 2, UNWRAPPED = 1 << 30 };

/* Text in a style; what would steer a terminal comes out as a space. */
void page_add(page *p, style s, str text);
/* A table: laid out, and printed under `heading`, with an indent. */
void page_table(page *p, str heading, const struct table *t, int indent);
/* A table with a column k: lines aligned on it. */
void page_concordance(page *p, const struct table *t);
/* Redlined prose, wrapped, with an indent. */
void page_prose(page *p, const struct prose_run *runs, size_t nruns, int indent);

#endif
