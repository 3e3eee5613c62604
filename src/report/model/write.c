/* The last stage: which writer for which format. */
#include "report/model/write.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    writer *write;
    scm_format_info info;
} FORMATS[SCM_NFORMATS] = {
    [SCM_FORMAT_TEXT] = {write_text, {"text", SCM_NEEDS_RECORDS, SCM_HEADER_NONE, NULL}},
    [SCM_FORMAT_TSV] = {write_tsv, {"tsv", SCM_NEEDS_RECORDS, SCM_HEADER_ASKED, NULL}},
    [SCM_FORMAT_CSV] = {write_csv,
        {"csv", SCM_NEEDS_RECORDS, SCM_HEADER_ALWAYS,
            "csv has the rows of tsv below a header, for spreadsheets"}},
    [SCM_FORMAT_JSONL] = {write_jsonl, {"jsonl", SCM_NEEDS_RECORDS, SCM_HEADER_NONE, NULL}},
    [SCM_FORMAT_HTML] = {write_html,
        {"html", SCM_NEEDS_PAGE, SCM_HEADER_NONE,
            "html is a page of its own, for a browser or the printer"}},
    [SCM_FORMAT_TEI] = {write_tei,
        {"tei", SCM_NEEDS_TEXT, SCM_HEADER_NONE,
            "tei is TEI P5, a file a text: several go to a folder, -o DIR"}},
    [SCM_FORMAT_BRAT] = {write_brat,
        {"brat", SCM_NEEDS_MARKS, SCM_HEADER_NONE,
            "brat is a folder, -o DIR, with DOC.txt and DOC.ann for each text"}},
    [SCM_FORMAT_BRAT_TEXT] = {write_brat_text, {NULL, SCM_NEEDS_TEXT, SCM_HEADER_NONE, NULL}},
    [SCM_FORMAT_BRAT_CONF] = {write_brat_conf, {NULL, SCM_NEEDS_TEXT, SCM_HEADER_NONE, NULL}},
};

scm_format_info scm_format_describe(enum scm_format format)
{
    return FORMATS[format].info;
}

int scm_report_write(
    const scm_report *report, const scm_write_options *options, FILE *out, scm_error *error)
{
    bool of_text = FORMATS[options->format].info.needs & (SCM_NEEDS_TEXT | SCM_NEEDS_MARKS);
    if (of_text && !report->running)
        return fail(error, SCM_E_USAGE, "this report is not of one text");
    sink *s = mem_alloc(sizeof *s);
    s->file = out;
    s->failed = 0;
    s->len = 0;
    FORMATS[options->format].write(s, report, options);
    sink_flush(s);
    int why = s->failed;
    free(s);
    errno = why; /* for a caller who takes a closed pipe for no error */
    return why ? fail(error, SCM_E_IO, "write error: %s", strerror(why)) : SCM_OK;
}
