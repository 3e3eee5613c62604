/* The parts of a history's report, a file each. */
#ifndef REPORT_TRACING_H
#define REPORT_TRACING_H

#include "report/model/report.h"

/* A history, and what of it is shown. */
typedef struct tracing {
    const scm_history *history;
    scm_history_report_options options;
    uint32_t of;                    /* the document shown */
    const scm_line_version **shown; /* the sentences, in order */
    const uint32_t *shown_lines;    /* the line of each */
    size_t nshown;
    const uint32_t *lines; /* those shown as objects */
    size_t nlines;
} tracing;

const scm_annotations *trace_annotations(const scm_history *h, uint32_t document);
const scm_sentence *trace_sentence(const scm_history *h, const scm_line_version *v);
str trace_label(const scm_history *h, const scm_line_version *v);
/* The version of the line in this document, or NULL. */
const scm_line_version *trace_version_in(const scm_line *line, uint32_t document);
/* "2020", or the id of the document where no date is known. */
str trace_year(const scm_history *h, uint32_t document);

/* The line of a version. */
const scm_line *trace_line(const scm_history *h, const scm_line_version *v);
/* "in 3 of 3 texts, reworded twice" */
str trace_life(arena *a, const scm_history *h, const scm_line *line);
/* "2020", "new" in the text that is shown; marked where it was absent in between. */
str trace_since(arena *a, const scm_history *h, const scm_line_version *v, uint32_t of);
/* "3 · Threat; extended deterrence": what heads the paragraph of a version. */
str trace_heading(arena *a, const scm_history *h, const scm_line_version *v);

/* For people. */
void trace_text(builder *b, const scm_report *report);
/* For pages: the river, and the text that is shown with its margin. */
void trace_river(builder *b, const scm_history *h, uint32_t of);
/* `marked` has the text of each sentence of document `of`; NULL: as it stands. */
void trace_margins(builder *b, const scm_history *h, const scm_line_version *const *shown,
    size_t nshown, uint32_t of, const prose *marked);

#endif
