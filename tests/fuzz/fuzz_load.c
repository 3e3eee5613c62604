/* Fuzz target: any bytes as a text in whatever format they are.  A PDF is left to
 * fuzz_word.c, since a program of its own reads it. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    str bytes = input_of(data, size);
    analysis a;
    if (str_has(bytes, S("%PDF-"))) return 0;
    if (!analyse(&a, bytes, NULL)) return 0;
    scm_findings *findings = scm_lint(a.annotations);
    require(findings);
    for (size_t i = 0; i < findings->nfindings; i++) {
        const scm_finding *f = &findings->findings[i];
        require(f->block < a.document->nblocks && f->start <= f->end);
        require(f->end <= a.document->text.len && f->message.len > 0);
    }
    scm_findings_free(findings);
    analysis_free(&a);
    return 0;
}
