/* Fuzz target: any bytes go through load, annotate, analyse and report, whole
 * and as a comparison of their two halves.  What is checked is what holds for
 * every input: positions lie inside the text, in order, and the runs of a
 * comparison spell both sides. */
#include <stdint.h>
#include <stdlib.h>
#include <scm/scm.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct analysis {
    scm_document *document;
    scm_annotations *annotations;
    scm_summary *summary;
} analysis;

static const scm_authority *the_authority(void)
{
    static scm_authority *authority;
    if (!authority && scm_authority_load(&authority, NULL, NULL) != SCM_OK) abort();
    return authority;
}

static FILE *the_void(void)
{
    static FILE *out;
    if (!out && !(out = fopen("/dev/null", "w"))) abort();
    return out;
}

static void require(bool holds)
{
    if (!holds) abort();
}

static void write_and_free(scm_report *report)
{
    for (int format = SCM_FORMAT_TEXT; format <= SCM_FORMAT_TSV; format++) {
        scm_write_options options = {.format = (enum scm_format)format, .header = true};
        require(scm_report_write(report, &options, the_void(), NULL) == SCM_OK);
    }
    scm_report_free(report);
}

static bool lies_in(scm_str part, scm_str whole)
{
    return part.len == 0 || (part.at >= whole.at && part.at + part.len <= whole.at + whole.len);
}

static void check_document(const scm_document *d)
{
    size_t in = 0, parts = 0;
    for (size_t i = 0; i < d->nblocks; i++) require(lies_in(d->blocks[i].text, d->text));
    for (size_t i = 0; i < d->naccount; i++)
        *(d->account[i].part == SCM_PART_IN ? &in : &parts) += d->account[i].words;
    require(in == parts);
}

static void check_annotations(const scm_annotations *a)
{
    size_t end = 0;
    for (size_t i = 0; i < a->nmentions; i++) {
        const scm_mention *m = &a->mentions[i];
        require(m->start < m->end && m->end <= a->document->text.len);
        require(m->block < a->document->nblocks && m->id.len > 0);
        require(lies_in(scm_mention_surface(a, m), a->document->blocks[m->block].text));
        if (m->type == SCM_TERM) continue;
        require(m->start >= end);
        end = m->end;
    }
    for (size_t i = 0; i < a->nsentences; i++)
        require(lies_in(a->sentences[i].text, a->document->text));
}

static bool analyse(analysis *out, scm_str bytes)
{
    scm_load_options options = {.id = "fuzz"};
    *out = (analysis){0};
    if (scm_document_parse(&out->document, bytes, &options, NULL) != SCM_OK) return false;
    check_document(out->document);
    if (scm_annotate(&out->annotations, out->document, the_authority(), NULL, NULL) != SCM_OK)
        return false;
    check_annotations(out->annotations);
    out->summary = scm_summarize(out->annotations);
    return true;
}

static void analysis_free(analysis *a)
{
    scm_summary_free(a->summary);
    scm_annotations_free(a->annotations);
    scm_document_free(a->document);
}

static void report_one(const analysis *a)
{
    write_and_free(scm_report_normalize(a->document, NULL));
    write_and_free(scm_report_tag(a->annotations, 0));
    write_and_free(scm_report_statements(a->annotations));
    write_and_free(scm_report_summary(a->summary, 0));
}

static void report_both(const analysis *a, const analysis *b)
{
    scm_comparison *comparison;
    if (scm_compare(&comparison, a->summary, b->summary, NULL, NULL) != SCM_OK) return;
    scm_diff_report_options options = {.full = true};
    write_and_free(scm_report_comparison(comparison, &options));
    scm_comparison_free(comparison);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    analysis whole, first, second;
    if (analyse(&whole, (scm_str){bytes, size})) {
        report_one(&whole);
        bool halves = analyse(&first, (scm_str){bytes, size / 2});
        if (halves) report_both(&first, &whole);
        if (analyse(&second, (scm_str){bytes + size / 2, size - size / 2}) && halves)
            report_both(&first, &second);
        analysis_free(&first);
        analysis_free(&second);
    }
    analysis_free(&whole);
    return 0;
}
