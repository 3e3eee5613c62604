/* Concordances as one report: a line an occurrence, over all texts. */
#include "report/build.h"

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

static void add_note(rows *r, const scm_concordance *c)
{
    if (c->noccurrences == 0 || c->document->note.len == 0) return;
    rows_add(r, c->document->id);
    rows_add(r, c->document->note);
}

scm_report *scm_report_concordances(
    const scm_concordance *const *concordances, size_t nconcordances)
{
    static const char *const COLUMNS[] = {"doc", "para", "left", "match", "right"};
    builder b = builder_new();
    rows records = rows_new(b.arena, COLUMNS, "-----");
    rows lines = rows_new(b.arena, NULL, "plkl"), notes = rows_new(b.arena, NULL, "lw");
    for (size_t i = 0; i < nconcordances; i++) {
        add_records(&records, concordances[i]);
        add_lines(&lines, concordances[i]);
        add_note(&notes, concordances[i]);
    }
    builder_table(&b, (str){0}, &lines);
    builder_facts(&b, S("Notes"), &notes);
    return builder_report(&b, rows_table(&records));
}
