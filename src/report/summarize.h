/* The tables of a summary's page. */
#ifndef REPORT_SUMMARIZE_H
#define REPORT_SUMMARIZE_H

#include "report/build.h"

void summary_paragraphs(builder *b, const scm_summary *s);
void summary_mechanisms(builder *b, const scm_summary *s);
void summary_other_names(builder *b, const scm_summary *s);

#endif
