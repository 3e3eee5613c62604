/* Mentions as a report: one record each, with its place in code points. */
#include "report/build.h"

/* Counts code points from where the last mention started: mentions come in
 * order, so a text is gone through once and not once a mention. */
struct cursor {
    const scm_document *document;
    size_t block, at, codepoints;
};

static size_t codepoints_to(struct cursor *c, size_t block, size_t at)
{
    str text = c->document->text;
    if (c->block != block || at < c->at) {
        c->block = block;
        c->at = (size_t)(c->document->blocks[block].text.at - text.at);
        c->codepoints = 0;
    }
    c->codepoints += scm_str_codepoints(str_sub(text, c->at, at));
    c->at = at;
    return c->codepoints;
}

static void add_mention(
    rows *r, struct cursor *c, const scm_annotations *annotations, const scm_mention *m)
{
    str surface = scm_mention_surface(annotations, m);
    size_t start = codepoints_to(c, m->block, m->start);
    rows_add(r, c->document->id);
    rows_add(r, c->document->blocks[m->block].label);
    rows_add_number(r, start);
    rows_add_number(r, start + scm_str_codepoints(surface));
    rows_add(r, str_of(scm_type_name(m->type)));
    rows_add(r, m->id);
    rows_add(r, m->value);
    rows_add(r, surface);
}

scm_report *scm_report_tag(const scm_annotations *annotations)
{
    static const char *const COLUMNS[] = {
        "doc", "para", "start", "end", "type", "id", "value", "surface"};
    builder b = builder_new();
    rows r = rows_new(b.arena, COLUMNS, "-prrlllw");
    struct cursor c = {.document = annotations->document, .block = SIZE_MAX};
    rows_reserve(&r, annotations->nmentions);
    for (size_t i = 0; i < annotations->nmentions; i++)
        add_mention(&r, &c, annotations, &annotations->mentions[i]);
    b.report->title = c.document->id;
    return builder_report(&b, rows_table(&r));
}
