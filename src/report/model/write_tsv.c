/* TSV: the records, one a line, for programs.  No field holds a tab or the end
 * of a line, and none is empty. */
#include "report/model/write.h"

static bool is_break(char c)
{
    return c == '\t' || c == '\n' || c == '\r';
}

static void field(sink *out, str text)
{
    if (text.len == 0) text = S("-");
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (!is_break(text.at[i])) continue;
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
