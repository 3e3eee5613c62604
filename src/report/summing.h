/* The parts of a summary's report, a file each. */
#ifndef REPORT_SUMMING_H
#define REPORT_SUMMING_H

#include "report/model/report.h"

/* The title and the facts. */
void summary_top(builder *b, const scm_summary *s);
void summary_paragraphs(builder *b, const scm_summary *s);
void summary_mechanisms(builder *b, const scm_summary *s);
void summary_other_names(builder *b, const scm_summary *s);
/* All of the page but the text: the facts, the tables, what was undertaken. */
void summary_page_top(builder *b, const scm_summary *s);
/* Of each sentence its text, with all that is mentioned marked. */
prose *summary_sentences(arena *a, const scm_annotations *n);
/* The paragraphs themselves, with all that is mentioned marked. */
void summary_text(builder *b, const scm_summary *s);

/* The whole summary, of which `report` was made, as one object. */
struct value summary_object(const scm_report *report, size_t index, arena *scratch);

#endif
