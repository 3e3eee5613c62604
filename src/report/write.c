/* The last stage: which writer for which format. */
#include "report/write.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static writer *const WRITERS[] = {
    [SCM_FORMAT_TEXT] = write_text,
    [SCM_FORMAT_TSV] = write_tsv,
    [SCM_FORMAT_JSONL] = write_jsonl,
    [SCM_FORMAT_HTML] = write_html,
    [SCM_FORMAT_TEI] = write_tei,
    [SCM_FORMAT_BRAT] = write_brat,
    [SCM_FORMAT_BRAT_TEXT] = write_brat_text,
    [SCM_FORMAT_BRAT_CONF] = write_brat_conf,
};

int scm_report_write(
    const scm_report *report, const scm_write_options *options, FILE *out, scm_error *error)
{
    if (options->format >= SCM_FORMAT_TEI && !report->text)
        return fail(error, SCM_E_USAGE, "this report is not of one text");
    sink *s = mem_alloc(sizeof *s);
    s->file = out;
    s->failed = 0;
    s->len = 0;
    WRITERS[options->format](s, report, options);
    sink_flush(s);
    int why = s->failed;
    free(s);
    errno = why; /* for a caller who takes a closed pipe for no error */
    return why ? fail(error, SCM_E_IO, "write error: %s", strerror(why)) : SCM_OK;
}
