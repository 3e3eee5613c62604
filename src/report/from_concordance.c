/* Concordances as one report: a line an occurrence, over all texts. */
#include "report/model/objects.h"

/* "scm55-2023:3.2" */
static str place(arena *a, str doc, str label)
{
    buf b = {.arena = a};
    buf_add(&b, doc);
    buf_char(&b, ':');
    buf_add(&b, label);
    return buf_str(&b);
}

static void add_records(rows *r, const scm_concordance *c)
{
    for (size_t i = 0; i < c->noccurrences; i++) {
        const scm_occurrence *o = &c->occurrences[i];
        rows_add(r, c->document->id);
        rows_add(r, c->document->blocks[o->block].label);
        rows_add(r, o->left);
        rows_add(r, o->match);
        rows_add(r, o->right);
    }
}

static void add_lines(rows *r, const scm_concordance *c)
{
    const scm_document *d = c->document;
    for (size_t i = 0; i < c->noccurrences; i++) {
        const scm_occurrence *o = &c->occurrences[i];
        rows_add(r, place(r->arena, d->id, d->blocks[o->block].label));
        rows_add(r, o->left);
        rows_add(r, o->match);
        rows_add(r, o->right);
    }
}

/* With the place of the match in its paragraph, in code points. */
static scm_value object(const scm_report *report, size_t index, arena *scratch)
{
    const scm_table *t = &report->records;
    const str *cells = &t->cells[index * t->ncolumns];
    size_t start = scm_str_codepoints(cells[2]);
    fields f = {.arena = scratch};
    add_record(&f, t, index);
    add_number(&f, "start", (double)start);
    add_number(&f, "end", (double)(start + scm_str_codepoints(cells[3])));
    return fields_object(&f);
}

scm_report *scm_report_concordances(
    const scm_concordance *const *concordances, size_t nconcordances)
{
    static const char *const COLUMNS[] = {"doc", "para", "left", "match", "right"};
    builder b = builder_new();
    rows records = rows_new(b.arena, COLUMNS, "-----");
    rows lines = rows_new(b.arena, NULL, "plkl");
    notes n = {.arena = b.arena};
    for (size_t i = 0; i < nconcordances; i++) {
        add_records(&records, concordances[i]);
        add_lines(&lines, concordances[i]);
        if (concordances[i]->noccurrences)
            notes_add(&n, concordances[i]->document->id, concordances[i]->document->note);
    }
    builder_table(&b, (str){0}, &lines);
    builder_notes(&b, &n);
    scm_table table = rows_table(&records);
    builder_objects(&b, object, NULL, table.nrows);
    return builder_report(&b, table);
}
