/* HTML: what the files of the page writer share. */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "report/model/write.h"

/* Where a section is on the page. */
struct place {
    str id;
    size_t section;
};

typedef struct html {
    sink *out;
    arena *arena; /* for one report */
    const builder *shown;
    const struct place *places; /* by id, each once */
    size_t nplaces;
} html;

/* Markup as it stands, formatted, and text made safe. */
void html_add(html *h, const char *markup);
void html_printf(html *h, const char *format, ...) __attribute__((format(printf, 2, 3)));
void html_text(html *h, str text);
/* Whether a section has this anchor, and its id on the page. */
bool html_find(const html *h, str anchor, str *id);
/* The beginning of the element that leads there, with these attributes; false, and nothing,
 * where the link leads nowhere. */
bool html_open_link(html *h, const struct section_link *link, const char *attributes);
/* A link, or its text alone where it leads nowhere. */
void html_link(html *h, str text, str anchor);
/* The class of a tone, "t-new". */
const char *html_tone(enum tone tone);

void html_table(html *h, const struct table *t, str name);
void html_map(html *h, const struct section *s);
void html_river(html *h, const struct section *s);
void html_sentences(html *h, const struct section *s);
/* The runs of a prose, marked. */
void html_prose(html *h, const struct prose_run *runs, size_t nruns);
/* Tenths, printed so that no locale has a say. */
void html_tenths(html *h, int tenths);
/* A line through the shares of the columns that show heat. */
void html_line(html *h, const struct table *t, size_t row);

void html_style(html *h);

#endif
