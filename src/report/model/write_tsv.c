/* TSV: the records, one a line, for programs.  No field holds a tab or the end
 * of a line, and none is empty. */
#include "report/model/write.h"

static void field(sink *out, str text)
{
    add_printable(out, text.len ? text : S("-"));
}

void write_tsv(sink *out, const scm_report *report, const scm_write_options *options)
{
    write_rows(out, report, options->header, field, S("\t"), S("\n"));
}
