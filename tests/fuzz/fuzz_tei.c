/* Fuzz target: what is written as TEI is read again with the same blocks, and the same is
 * found in them. */
#include "fuzz.h"

static bool same_block(const scm_block *a, const scm_block *b)
{
    return str_eq(a->label, b->label) && str_eq(a->section, b->section) &&
           str_eq(a->text, b->text) && a->paragraph == b->paragraph && a->part == b->part;
}

static void check_blocks(const scm_document *a, const scm_document *b)
{
    require(a->nblocks == b->nblocks && a->kind == b->kind);
    require(str_eq(a->title, b->title) && str_eq(a->note, b->note));
    require(str_eq(a->published, b->published));
    for (size_t i = 0; i < a->nblocks; i++) require(same_block(&a->blocks[i], &b->blocks[i]));
}

/* A date may mean another day where the header now says of which meeting the text is. */
static void check_marks(const scm_annotations *a, const scm_annotations *b, bool values)
{
    require(a->nmentions == b->nmentions);
    for (size_t i = 0; i < a->nmentions; i++) {
        const scm_mention *m = &a->mentions[i], *n = &b->mentions[i];
        require(m->type == n->type && m->start == n->start && m->end == n->end);
        require(!values || (str_eq(m->id, n->id) && str_eq(m->value, n->value)));
    }
}

/* Frees the report. */
static void read_again(const analysis *a, scm_report *report, bool values)
{
    analysis again;
    scm_write_options how = {.format = SCM_FORMAT_TEI};
    size_t size;
    char *bytes = written(report, &how, &size);
    require(bytes && analyse(&again, (str){bytes, size}, NULL));
    check_blocks(a->document, again.document);
    check_marks(a->annotations, again.annotations, values);
    analysis_free(&again);
    free(bytes);
    scm_report_free(report);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    analysis a;
    if (!analyse(&a, input_of(data, size), NULL)) return 0;
    read_again(&a, scm_report_normalize(a.document, NULL), true);
    read_again(&a, scm_report_tag(a.annotations, 0), false);
    analysis_free(&a);
    return 0;
}
