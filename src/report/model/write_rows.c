/* The rows as separated fields: what TSV and CSV share. */
#include "report/model/write.h"

#include <string.h>

static bool is_control(char c)
{
    return (unsigned char)c < ' ' || c == 0x7F;
}

/* The next control character from `at` on. */
static size_t next_control(str text, size_t at)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    for (uint64_t eight; at + sizeof eight <= text.len; at += sizeof eight) {
        memcpy(&eight, text.at + at, sizeof eight);
        uint64_t deletes = eight ^ ones * 0x7F; /* a zero byte for each */
        uint64_t found = ((eight - ones * ' ') & ~eight) | ((deletes - ones) & ~deletes);
        if (found & ones << 7) break;
    }
    while (at < text.len && !is_control(text.at[at])) at++;
    return at;
}

void add_printable(sink *out, str text)
{
    size_t from = 0;
    for (size_t i = next_control(text, 0); i < text.len; i = next_control(text, i + 1)) {
        sink_add(out, str_sub(text, from, i));
        sink_char(out, ' ');
        from = i + 1;
    }
    sink_add(out, str_sub(text, from, text.len));
}

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
