/* Fuzz target: a pattern, or ids, looked for in a text. */
#include "fuzz.h"

static void check_concordance(scm_concordance *c, unsigned choices)
{
    const char *end = NULL;
    require(c);
    for (size_t i = 0; i < c->noccurrences; i++) {
        const scm_occurrence *o = &c->occurrences[i];
        str block = c->document->blocks[o->block].text;
        require(o->left.at == block.at && o->match.at == o->left.at + o->left.len);
        require(o->right.at == o->match.at + o->match.len && o->match.len > 0);
        require(o->left.len + o->match.len + o->right.len == block.len);
        require(utf8_valid(o->left) == o->left.len && utf8_valid(o->match) == o->match.len);
        require(!end || o->match.at >= end);
        end = o->match.at + o->match.len;
    }
    check_report(
        scm_report_concordances((const scm_concordance *const[]){c}, 1, (int)choices % 7),
        choices);
    scm_concordance_free(c);
}

static void find_pattern(const analysis *a, const char *pattern, unsigned choices)
{
    scm_pattern *compiled;
    scm_concordance *c;
    scm_trend *trend;
    if (scm_pattern_compile(&compiled, pattern, chosen(choices, 4), NULL) != SCM_OK) return;
    if (scm_concordance_of_pattern(&c, a->document, compiled, NULL) == SCM_OK)
        check_concordance(c, choices);
    scm_trend_options how = {.pattern = compiled, .expression = str_of(pattern)};
    const scm_summary *summary = a->summary;
    if (scm_track(&trend, &summary, 1, &how, NULL) == SCM_OK) {
        check_report(scm_report_trend(trend, NULL), choices);
        scm_trend_free(trend);
    }
    scm_pattern_free(compiled);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    str input = input_of(data, size), rest = input;
    unsigned choices = choices_of(input);
    struct part what, text;
    analysis a;
    if (!next_part(&rest, &what) || !next_part(&rest, &text)) return 0;
    if (!analyse(&a, text.text, NULL)) return 0;
    arena *memory = arena_new();
    str id = str_trim(what.text);
    find_pattern(&a, str_z(memory, id), choices);
    check_concordance(scm_concordance_of_names(a.annotations, choices >> 5, &id, 1), choices);
    arena_free(memory);
    analysis_free(&a);
    return 0;
}
