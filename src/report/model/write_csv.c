/* CSV: the records by RFC 4180 (Y. Shafranovich 2005), for spreadsheets. */
#include "report/model/write.h"

static void field(sink *out, str text)
{
    if (!str_has(text, S("\"")) && !str_has(text, S(","))) {
        add_printable(out, text);
        return;
    }
    sink_char(out, '"');
    for (str rest = text, part; str_cut(&rest, '"', &part);) {
        add_printable(out, part);
        if (part.at + part.len < text.at + text.len) sink_add(out, S("\"\""));
    }
    sink_char(out, '"');
}

void write_csv(sink *out, const scm_report *report, const scm_write_options *options)
{
    write_rows(out, report, options->header, field, S(","), S("\r\n"));
}
