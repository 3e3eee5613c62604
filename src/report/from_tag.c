/* Mentions as a report: one record each, with its place in code points. */
#include "report/model/build.h"
#include "report/model/cursor.h"
#include "report/model/objects.h"

static void add_mention(
    rows *r, struct cursor *c, const scm_annotations *annotations, const scm_mention *m)
{
    str surface = scm_mention_surface(annotations, m);
    size_t start = cursor_to(c, m->block, m->start);
    rows_add(r, c->document->id);
    rows_add(r, c->document->blocks[m->block].label);
    rows_add_number(r, start);
    rows_add_number(r, start + scm_str_codepoints(surface));
    rows_add(r, str_of(scm_type_name(m->type)));
    rows_add(r, m->id);
    rows_add(r, m->value);
    rows_add(r, surface);
}

static scm_value object(const scm_report *report, size_t index, arena *scratch)
{
    const scm_annotations *a = report->source;
    fields f = {.arena = scratch};
    add_record(&f, &report->records, index);
    add_text(&f, "section", a->document->blocks[a->mentions[index].block].section);
    return fields_object(&f);
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
    r.table.values = "ttnntttt";
    b.report->title = c.document->id;
    builder_objects(&b, object, annotations, annotations->nmentions);
    builder_text(&b, c.document, annotations, true);
    return builder_report(&b, rows_table(&r));
}
