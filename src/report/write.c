/* The last stage: which writer for which format. */
#include "report/write.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static writer *const WRITERS[] = {
    [SCM_FORMAT_TEXT] = write_text,
    [SCM_FORMAT_TSV] = write_tsv,
};

int scm_report_write(
    const scm_report *report, const scm_write_options *options, FILE *out, scm_error *error)
{
    sink *s = mem_alloc(sizeof *s);
    *s = (sink){.file = out};
    WRITERS[options->format](s, report, options);
    sink_flush(s);
    int why = s->failed;
    free(s);
    errno = why; /* for a caller who takes a closed pipe for no error */
    return why ? fail(error, SCM_E_IO, "write error: %s", strerror(why)) : SCM_OK;
}
