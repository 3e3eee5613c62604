/* Reports: what all kinds of them share. */
#include "report/model/report.h"

scm_report *report_new(const report_kind *kind, const void *source, size_t size, size_t nrows)
{
    arena *a = arena_new();
    scm_report *r = arena_alloc(a, sizeof *r);
    *r = (scm_report){.kind = kind, .source = source, .nrows = nrows, .arena = a};
    if (size) r->source = memcpy(arena_alloc(a, size), source, size);
    return r;
}

void scm_report_free(scm_report *report)
{
    if (!report) return;
    if (report->kind->drop) report->kind->drop(report);
    arena_free(report->arena);
}

void scm_report_place(scm_report *report, const scm_site *site)
{
    report->site = site;
}

size_t scm_report_rows(const scm_report *report)
{
    return report->nrows;
}

scm_str scm_report_id(const scm_report *report)
{
    return report->document ? report->document->id : (str){0};
}

size_t report_ncolumns(const scm_report *report)
{
    size_t n = 0;
    while (report->kind->columns[n].name) n++;
    return n;
}

void record_text(record *r, str text)
{
    r->cells[r->ncells++] = (struct cell){.text = text};
}

void record_number(record *r, size_t number)
{
    r->cells[r->ncells++] = (struct cell){.is_number = true, .number = number};
}

record record_before_first(const scm_report *report, arena *keep)
{
    return (record){.report = report,
        .arena = keep,
        .borrowed = keep != NULL,
        .cursor = {.document = report->document, .block = SIZE_MAX}};
}

void record_end(record *r)
{
    if (!r->borrowed && r->arena) arena_free(r->arena);
    r->arena = NULL;
}

/* Rows are small: so many share an arena. */
enum { BATCH = 64 };

bool record_next(record *r)
{
    if (r->row == r->report->nrows) {
        record_end(r);
        return false;
    }
    if (!r->borrowed && r->row % BATCH == 0) {
        record_end(r);
        r->arena = arena_new();
    }
    r->ncells = 0;
    r->report->kind->row(r, r->row++);
    return true;
}

struct value record_value(const record *r)
{
    const report_kind *kind = r->report->kind;
    fields f = {.arena = r->arena};
    for (size_t i = 0; i < r->ncells; i++) {
        const struct cell *c = &r->cells[i];
        if (c->is_number)
            field_number(&f, kind->columns[i].name, (double)c->number);
        else
            field_text(&f, kind->columns[i].name, c->text);
    }
    if (kind->more) kind->more(&f, r, r->row - 1);
    return fields_object(&f);
}

struct table report_table(const scm_report *report, arena *a)
{
    static const char LETTERS[] = {[COLUMN_TEXT] = 'w',
        [COLUMN_ID] = 'l',
        [COLUMN_PLACE] = 'p',
        [COLUMN_NUMBER] = 'r',
        [COLUMN_DATE] = 'l',
        [COLUMN_UNSEEN] = '-'};
    const size_t n = report_ncolumns(report);
    char *letters = arena_alloc(a, n + 1);
    const char **names = arena_array(a, n, sizeof *names);
    for (size_t i = 0; i < n; i++) {
        letters[i] = LETTERS[report->kind->columns[i].kind];
        names[i] = report->kind->columns[i].name;
    }
    rows table = rows_new(a, names, letters);
    for (record r = record_before_first(report, a); record_next(&r);)
        for (size_t i = 0; i < r.ncells; i++) {
            const struct cell *c = &r.cells[i];
            rows_add(&table, c->is_number ? number_str(a, c->number) : c->text);
        }
    return rows_table(&table);
}

builder report_sections(const scm_report *report, bool page, arena *a)
{
    const report_kind *kind = report->kind;
    builder b = {
        .arena = a, .title = scm_report_id(report), .page = page, .site = report->site};
    void (*make)(builder *, const scm_report *) = page && kind->page ? kind->page : kind->text;
    if (make) {
        b.title = (str){0};
        make(&b, report);
    } else {
        struct table all = report_table(report, a);
        builder_records(&b, &all);
    }
    return b;
}
