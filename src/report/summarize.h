/* The tables of a summary's page. */
#ifndef REPORT_SUMMARIZE_H
#define REPORT_SUMMARIZE_H

#include "report/model/build.h"

void summary_paragraphs(builder *b, const scm_summary *s);
void summary_mechanisms(builder *b, const scm_summary *s);
void summary_other_names(builder *b, const scm_summary *s);
/* The paragraphs themselves, with all that is mentioned marked. */
void summary_text(builder *b, const scm_summary *s);

/* The whole summary, of which `report` was made, as one object. */
scm_value summary_object(const scm_report *report, size_t index, arena *scratch);

#endif
