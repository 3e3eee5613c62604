/* TEI P5: the two halves of its writer. */
#ifndef REPORT_TEI_H
#define REPORT_TEI_H

#include <scm/report.h>
#include "report/xml/xml.h"

void tei_header(xml *x, arena *a, const scm_text *t);
/* A person's place in the header, as the value of xml:id. */
str tei_person(arena *a, str id);

#endif
