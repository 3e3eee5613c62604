/* TSV: the records, one a line, for programs.  No field holds a tab or the end
 * of a line, and none is empty. */
#include "report/model/write.h"

static void field(sink *out, str text)
{
    if (text.len == 0) text = S("-");
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!(text.at[i] == '\t' || text.at[i] == '\n' || text.at[i] == '\r')) continue;
        sink_add(out, str_sub(text, from, i));
        sink_char(out, ' ');
        from = i + 1;
    }
    sink_add(out, str_sub(text, from, text.len));
}

void write_tsv(sink *out, const scm_report *report, const scm_write_options *options)
{
    write_rows(out, report, options->header, field, S("\t"), S("\n"));
}
