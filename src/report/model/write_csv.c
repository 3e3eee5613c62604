/* CSV: the records by RFC 4180 (Y. Shafranovich 2005), for spreadsheets. */
#include "report/model/write.h"

static void field(sink *out, str text)
{
    bool quoted = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        quoted |= c == '"' || c == ',' || c == '\n' || c == '\r';
    }
    if (!quoted) {
        sink_add(out, text);
        return;
    }
    sink_char(out, '"');
    for (str rest = text, part; str_cut(&rest, '"', &part);) {
        sink_add(out, part);
        if (part.at + part.len < text.at + text.len) sink_add(out, S("\"\""));
    }
    sink_char(out, '"');
}

void write_csv(sink *out, const scm_report *report, const scm_write_options *options)
{
    write_rows(out, report, options->header, field, S(","), S("\r\n"));
}
