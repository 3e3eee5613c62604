/* Builders: what every report is put together with. */
#include "report/build.h"

#include <string.h>

rows rows_new(arena *a, const char *const *columns, const char *align)
{
    rows r = {.arena = a};
    r.table.columns = columns;
    r.table.align = align;
    r.table.ncolumns = strlen(align);
    return r;
}

void rows_reserve(rows *r, size_t nrows)
{
    vec_reserve_(r->arena, (void **)&r->cells.at, &r->cells.cap, nrows * r->table.ncolumns,
        sizeof *r->cells.at);
}

void rows_add(rows *r, str cell)
{
    vec_push(r->arena, &r->cells, cell);
}

void rows_add_number(rows *r, size_t n)
{
    rows_add(r, number_str(r->arena, n));
}

scm_table rows_table(const rows *r)
{
    scm_table t = r->table;
    t.cells = r->cells.at;
    t.nrows = r->cells.len / t.ncolumns;
    return t;
}

static bool goes_on(const prose *p, enum scm_prose_kind kind, str text)
{
    if (p->runs.len == 0 || kind == SCM_PROSE_FOLD) return false;
    scm_prose last = p->runs.at[p->runs.len - 1];
    const char *end = last.text.at + last.text.len;
    return last.kind == kind && (text.at == end || (text.at == end + 1 && *end == ' '));
}

void prose_add(prose *p, enum scm_prose_kind kind, str text)
{
    if (text.len == 0) return;
    if (goes_on(p, kind, text)) {
        str *last = &p->runs.at[p->runs.len - 1].text;
        last->len = (size_t)(text.at + text.len - last->at);
    } else {
        if (p->gap) *vec_add(p->arena, &p->runs) = (scm_prose){SCM_PROSE_SAME, S(" ")};
        *vec_add(p->arena, &p->runs) = (scm_prose){kind, text};
    }
    p->gap = false;
}

void prose_gap(prose *p)
{
    p->gap = p->runs.len && p->runs.at[p->runs.len - 1].kind != SCM_PROSE_FOLD;
}

builder builder_new(void)
{
    arena *a = arena_new();
    builder b = {.arena = a};
    b.report = arena_alloc(a, sizeof *b.report);
    b.report->arena = a;
    return b;
}

static scm_section *add_section(builder *b, enum scm_section_kind kind, str heading)
{
    scm_section *s = vec_add(b->arena, &b->sections);
    s->kind = kind;
    s->heading = heading;
    return s;
}

void builder_facts(builder *b, str heading, const rows *r)
{
    if (r->cells.len) add_section(b, SCM_SECTION_FACTS, heading)->table = rows_table(r);
}

void builder_table(builder *b, str heading, const rows *r)
{
    if (r->cells.len) add_section(b, SCM_SECTION_TABLE, heading)->table = rows_table(r);
}

void builder_prose(builder *b, str heading, str aside, const prose *p)
{
    scm_section *s = add_section(b, SCM_SECTION_PROSE, heading);
    s->aside = aside;
    s->prose = p->runs.at;
    s->nprose = p->runs.len;
}

scm_report *builder_report(builder *b, scm_table records)
{
    b->report->records = records;
    b->report->sections = b->sections.at;
    b->report->nsections = b->sections.len;
    return b->report;
}

void scm_report_free(scm_report *report)
{
    if (report) arena_free(report->arena);
}
