/* TEI P5: the two halves of its writer. */
#ifndef REPORT_TEI_H
#define REPORT_TEI_H

#include "report/model/report.h"
#include "report/xml/xml.h"

/* The text of a report, and its annotations where it has any. */
void tei_header(xml *x, arena *a, const scm_report *report);
/* Everybody whom the mentions name or stand for. */
void tei_people(xml *x, arena *a, const scm_annotations *text);
/* A person's place in the header, as the value of xml:id. */
str tei_person(arena *a, str id);

#endif
