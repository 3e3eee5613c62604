/* A document as a report: its numbered paragraphs under their headings. */
#include "report/model/build.h"

static scm_table records(arena *a, const scm_document *d)
{
    static const char *const COLUMNS[] = {"doc", "para", "section", "text"};
    rows r = rows_new(a, COLUMNS, "-p-w");
    rows_reserve(&r, d->nblocks);
    for (size_t i = 0; i < d->nblocks; i++) {
        rows_add(&r, d->id);
        rows_add(&r, d->blocks[i].label);
        rows_add(&r, d->blocks[i].section);
        rows_add(&r, d->blocks[i].text);
    }
    return rows_table(&r);
}

/* Labels padded to one width, so that all paragraphs have one margin. */
static str padded(arena *a, str label, size_t width)
{
    return str_printf(a, "%-*.*s", (int)width, (int)label.len, label.at);
}

static size_t label_width(const scm_document *d)
{
    size_t width = 0;
    for (size_t i = 0; i < d->nblocks; i++)
        if (d->blocks[i].label.len > width) width = d->blocks[i].label.len;
    return width;
}

/* A section of its own for every paragraph: blank lines stand between them. */
static void paragraphs(builder *b, const scm_document *d)
{
    size_t width = label_width(d);
    str heading = {0};
    for (size_t i = 0; i < d->nblocks; i++) {
        scm_block block = d->blocks[i];
        rows r = rows_new(b->arena, NULL, "pw");
        rows_add(&r, padded(b->arena, block.label, width));
        rows_add(&r, block.text);
        builder_facts(b, str_eq(block.section, heading) ? (str){0} : block.section, &r);
        heading = block.section;
    }
}

scm_report *scm_report_normalize(
    const scm_document *document, const scm_annotations *annotations)
{
    builder b = builder_new();
    b.report->title = document_title(document);
    b.report->subtitle = document->note;
    paragraphs(&b, document);
    builder_text(&b, document, annotations, false);
    return builder_report(&b, records(b.arena, document));
}
