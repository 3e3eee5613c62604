/* The records as separated fields: what TSV and CSV share. */
#include "report/model/write.h"

void write_rows(
    sink *out, const scm_table *t, bool header, field_writer *field, str separator, str end)
{
    const size_t n = t->ncolumns;
    for (size_t i = 0; header && i < n; i++) {
        sink_add(out, str_of(t->columns[i]));
        sink_add(out, i + 1 < n ? separator : end);
    }
    for (size_t i = 0; i < t->nrows * n; i++) {
        field(out, t->cells[i]);
        sink_add(out, (i + 1) % n ? separator : end);
    }
}
