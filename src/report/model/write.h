/* Writers: a report in, bytes of one format out.  They see only the report. */
#ifndef REPORT_WRITE_H
#define REPORT_WRITE_H

#include "report/model/report.h"
#include "report/model/sink.h"

typedef void writer(sink *out, const scm_report *report, const scm_write_options *options);

/* The rows with a writer for their fields, the names of the columns first where `header`. */
typedef void field_writer(sink *out, str text);
void write_rows(sink *out, const scm_report *report, bool header, field_writer *field,
    str separator, str end);
/* The text with a space for each control character. */
void add_printable(sink *out, str text);

#define FORMAT(id, write, name, needs, header, note) writer write;
#include <scm/formats.def>
#undef FORMAT

#endif
