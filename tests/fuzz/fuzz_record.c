/* Fuzz target: a record of JSON as a text, and as what `summarize` wrote of one.  What is
 * written of a text is read again. */
#include "fuzz.h"

static void check_trend(const scm_summary *summary, unsigned choices)
{
    scm_trend *trend;
    scm_trend_options how = {.types = chosen(choices, 4) ? 0 : 1u << SCM_MECHANISM};
    if (scm_track(&trend, &summary, 1, &how, NULL) != SCM_OK) return;
    check_report(scm_report_trend(trend, NULL), choices);
    scm_trend_free(trend);
}

static bool read_summary(str json, unsigned choices)
{
    scm_summary *summary;
    if (scm_summary_read(&summary, json, the_authority(), NULL) != SCM_OK) return false;
    check_trend(summary, choices);
    scm_summary_free(summary);
    return true;
}

static void write_summary(const analysis *a, unsigned choices)
{
    scm_report *report = scm_report_summary(a->summary, 0);
    scm_write_options how = {.format = SCM_FORMAT_JSONL};
    size_t size;
    char *bytes = written(report, &how, &size);
    require(bytes && read_summary((str){bytes, size}, choices));
    free(bytes);
    check_report(report, choices);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    str json = input_of(data, size);
    unsigned choices = choices_of(json);
    scm_document *d;
    analysis a;
    read_summary(json, choices);
    if (scm_document_parse_record(&d, json, NULL) == SCM_OK &&
        analyse_document(&a, d, the_authority())) {
        write_summary(&a, choices);
        check_report(scm_report_tag(a.annotations, 0), choices);
        analysis_free(&a);
    }
    return 0;
}
