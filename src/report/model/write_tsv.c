/* TSV: the records, one a line, for programs.  No field holds a control character, a tab and
 * the end of a line among them, and none is empty. */
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

static void field(sink *out, str text)
{
    if (text.len == 0) text = S("-");
    size_t from = 0;
    for (size_t i = next_control(text, 0); i < text.len; i = next_control(text, i + 1)) {
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
