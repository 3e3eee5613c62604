/* Findings as a report: one per line, as compilers write. */
#include "report/model/report.h"

static const struct column COLUMNS[] = {{"doc", COLUMN_ID}, {"para", COLUMN_PLACE},
    {"severity", COLUMN_ID}, {"code", COLUMN_ID}, {"message", COLUMN_TEXT},
    {"start", COLUMN_NUMBER}, {"end", COLUMN_NUMBER}, {0}};

static void row(record *r, size_t index)
{
    const scm_findings *found = r->report->source;
    const scm_finding *f = &found->findings[index];
    const scm_document *d = r->report->document;
    size_t start = cursor_to(&r->cursor, f->block, f->start);
    record_text(r, d->id);
    record_text(r, d->blocks[f->block].label);
    record_text(r, str_of(scm_severity_name(f->kind.severity)));
    record_text(r, str_of(f->kind.code));
    record_text(r, f->message);
    record_number(r, start);
    record_number(r, start + scm_str_codepoints(str_sub(d->text, f->start, f->end)));
}

static void more(fields *f, const record *r, size_t index)
{
    const scm_findings *found = r->report->source;
    const scm_finding *finding = &found->findings[index];
    field_text(f, "name", str_of(finding->kind.name));
    field_number(f, "count", (double)finding->count);
    field_text(f, "surface", str_sub(r->report->document->text, finding->start, finding->end));
}

static void text(builder *b, const scm_report *report)
{
    const scm_findings *found = report->source;
    const scm_document *d = report->document;
    rows r = rows_new(b->arena, NULL, "pw");
    for (size_t i = 0; i < found->nfindings; i++) {
        const scm_finding *f = &found->findings[i];
        str label = d->blocks[f->block].label;
        rows_add(&r, str_printf(b->arena, "%.*s:%.*s:", SCM_STR(d->id), SCM_STR(label)));
        rows_add(&r, str_printf(b->arena, "%s: %s %.*s", scm_severity_name(f->kind.severity),
                         f->kind.code, SCM_STR(f->message)));
    }
    builder_lines(b, &r);
}

static const report_kind FINDINGS = {
    .columns = COLUMNS, .row = row, .more = more, .text = text};

static scm_report *make(const scm_findings *findings)
{
    scm_report *r = report_new(&FINDINGS, findings, 0, findings->nfindings);
    r->document = findings->annotations->document;
    return r;
}

scm_report *scm_report_findings(const scm_findings *findings)
{
    GUARDED(scm_report *, make(findings), NULL)
}
