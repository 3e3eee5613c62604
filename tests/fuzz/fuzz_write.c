/* Fuzz target: the reports of one text, in every format.  The name of the part is the id of
 * the text. */
#include "fuzz.h"

static void report_findings(const scm_annotations *marks, unsigned choices)
{
    scm_findings *findings = scm_lint(marks);
    check_report(scm_report_findings(findings), choices);
    scm_findings_free(findings);
}

/* One of them, so that a run is short. */
static scm_report *make_report(const analysis *a, unsigned choices)
{
    unsigned types = chosen(choices, 4) ? choices >> 5 : 0;
    switch (choices >> 5 & 7) {
    case 0: return scm_report_normalize(a->document, NULL);
    case 1: return scm_report_normalize(a->document, a->annotations);
    case 2: return scm_report_account(a->document);
    case 3: return scm_report_statements(a->annotations);
    case 4: return scm_report_brief(a->summary, NULL);
    case 5: return scm_report_tag(a->annotations, types);
    default: return scm_report_summary(a->summary, types);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    str input = input_of(data, size), rest = input;
    unsigned choices = choices_of(input);
    struct part p = {0};
    analysis a;
    if (!next_part(&rest, &p)) return 0;
    arena *memory = arena_new();
    scm_load_options how = {.id = str_z(memory, p.name)};
    if (analyse(&a, p.text, &how)) {
        check_report(make_report(&a, choices), choices);
        if (chosen(choices, 4)) report_findings(a.annotations, choices);
        analysis_free(&a);
    }
    arena_free(memory);
    return 0;
}
