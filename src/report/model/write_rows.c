/* The rows as separated fields: what TSV and CSV share. */
#include "report/model/write.h"

static void write_header(sink *out, const struct column *columns, str separator)
{
    for (size_t i = 0; columns[i].name; i++) {
        if (i) sink_add(out, separator);
        sink_add(out, str_of(columns[i].name));
    }
}

void write_rows(sink *out, const scm_report *report, bool header, field_writer *field,
    str separator, str end)
{
    if (header) write_header(out, report->kind->columns, separator);
    if (header) sink_add(out, end);
    for (record r = record_before_first(report, NULL); record_next(&r);) {
        for (size_t i = 0; i < r.ncells; i++) {
            if (i) sink_add(out, separator);
            if (r.cells[i].is_number)
                sink_number(out, r.cells[i].number);
            else
                field(out, r.cells[i].text);
        }
        sink_add(out, end);
        sink_record(out);
    }
}
