/* Findings as a report: a line each, as compilers write. */
#include "report/model/cursor.h"
#include "report/model/objects.h"

static scm_table records(arena *a, const scm_findings *found)
{
    static const char *const COLUMNS[] = {
        "doc", "para", "severity", "code", "message", "start", "end"};
    const scm_document *d = found->annotations->document;
    struct cursor c = {.document = d, .block = SIZE_MAX};
    rows r = rows_new(a, COLUMNS, "lpllw--");
    r.table.values = "tttttnn";
    for (size_t i = 0; i < found->nfindings; i++) {
        const scm_finding *f = &found->findings[i];
        rows_add(&r, d->id);
        rows_add(&r, d->blocks[f->block].label);
        rows_add(&r, str_of(scm_severity_name(f->kind.severity)));
        rows_add(&r, str_of(f->kind.code));
        rows_add(&r, f->message);
        size_t start = cursor_to(&c, f->block, f->start);
        rows_add_number(&r, start);
        rows_add_number(&r, start + scm_str_codepoints(str_sub(d->text, f->start, f->end)));
    }
    return rows_table(&r);
}

static scm_value object(const scm_report *report, size_t index, arena *scratch)
{
    const scm_findings *found = report->source;
    const scm_finding *finding = &found->findings[index];
    str text = found->annotations->document->text;
    fields f = {.arena = scratch};
    add_record(&f, &report->records, index);
    add_text(&f, "name", str_of(finding->kind.name));
    add_number(&f, "count", (double)finding->count);
    add_text(&f, "surface", str_sub(text, finding->start, finding->end));
    return fields_object(&f);
}

scm_report *scm_report_findings(const scm_findings *findings)
{
    builder b = builder_new();
    const scm_document *d = findings->annotations->document;
    rows r = rows_new(b.arena, NULL, "pw");
    for (size_t i = 0; i < findings->nfindings; i++) {
        const scm_finding *f = &findings->findings[i];
        str label = d->blocks[f->block].label;
        rows_add(&r, str_printf(b.arena, "%.*s:%.*s:", (int)d->id.len, d->id.at, (int)label.len,
                         label.at));
        rows_add(&r, str_printf(b.arena, "%s: %s %.*s", scm_severity_name(f->kind.severity),
                         f->kind.code, (int)f->message.len, f->message.at));
    }
    builder_lines(&b, &r);
    builder_objects(&b, object, findings, findings->nfindings);
    return builder_report(&b, records(b.arena, findings));
}
