/* The last stage: which writer for which format. */
#include "report/model/write.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    writer *write;
    scm_format_info info;
} FORMATS[] = {
#define FORMAT(id, write, name, needs, header, note) {write, {name, needs, header, note}},
#include <scm/formats.def>
#undef FORMAT
};

scm_format_info scm_format_describe(enum scm_format format)
{
    return FORMATS[format].info;
}

/* False where memory ran out. */
static bool write_all(const scm_report *report, const scm_write_options *options, sink *s)
{
    GUARDED(bool, (FORMATS[options->format].write(s, report, options), true), false)
}

/* Some reports are pages for people, without records. */
static bool is_records(enum scm_format format)
{
    return format == SCM_FORMAT_TSV || format == SCM_FORMAT_CSV || format == SCM_FORMAT_JSONL;
}

int scm_report_write(
    const scm_report *report, const scm_write_options *options, FILE *out, scm_error *error)
{
    bool of_text = FORMATS[options->format].info.needs & (SCM_NEEDS_TEXT | SCM_NEEDS_MARKS);
    if (of_text && !report->running)
        return fail(error, SCM_E_USAGE, "this report is not of one text");
    if (is_records(options->format) && !report->kind->columns)
        return fail(error, SCM_E_USAGE, "this report has no records");
    sink s = {.file = out};
    bool whole = write_all(report, options, &s);
    sink_flush(&s, whole);
    int why = s.failed;
    free(s.bytes);
    if (!whole && !why) return no_memory(error);
    errno = why; /* for a caller who takes a closed pipe for no error */
    return why ? fail(error, SCM_E_IO, "write error: %s", strerror(why)) : SCM_OK;
}
