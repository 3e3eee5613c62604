/* Concordances as one report: an occurrence per line, over all texts. */
#include "report/model/notes.h"
#include "report/model/report.h"

static const struct column COLUMNS[] = {{"doc", COLUMN_ID}, {"para", COLUMN_PLACE},
    {"left", COLUMN_TEXT}, {"match", COLUMN_TEXT}, {"right", COLUMN_TEXT}, {0}};

/* All occurrences, each with its concordance. */
struct found {
    const scm_concordance *in;
    const scm_occurrence *at;
};

static str label(const struct found *f)
{
    return f->in->document->blocks[f->at->block].label;
}

static void row(record *r, size_t index)
{
    const struct found *f = (const struct found *)r->report->source + index;
    record_text(r, f->in->document->id);
    record_text(r, label(f));
    record_text(r, f->at->left);
    record_text(r, f->at->match);
    record_text(r, f->at->right);
}

/* The place of the match in its paragraph, in code points. */
static void more(fields *f, const record *r, size_t index)
{
    const scm_occurrence *o = ((const struct found *)r->report->source)[index].at;
    size_t start = scm_str_codepoints(o->left);
    field_number(f, "start", (double)start);
    field_number(f, "end", (double)(start + scm_str_codepoints(o->match)));
}

static void text(builder *b, const scm_report *report)
{
    const struct found *found = report->source;
    const scm_document *last = NULL;
    rows r = rows_new(b->arena, NULL, "plkl");
    notes n = {.arena = b->arena};
    for (size_t i = 0; i < report->nrows; i++) {
        const scm_document *d = found[i].in->document;
        str place = label(&found[i]);
        rows_add(&r, str_printf(b->arena, "%.*s:%.*s", SCM_STR(d->id), SCM_STR(place)));
        rows_add(&r, found[i].at->left);
        rows_add(&r, found[i].at->match);
        rows_add(&r, found[i].at->right);
        if (d != last) notes_add(&n, d->id, d->note);
        last = d;
    }
    builder_table(b, (str){0}, &r);
    builder_notes(b, &n);
}

static const report_kind CONCORDANCE = {
    .columns = COLUMNS, .row = row, .more = more, .text = text};

static scm_report *make(const scm_concordance *const *concordances, size_t nconcordances)
{
    size_t n = 0;
    for (size_t i = 0; i < nconcordances; i++) n += concordances[i]->noccurrences;
    scm_report *r = report_new(&CONCORDANCE, NULL, 0, n);
    struct found *found = arena_array(r->arena, n, sizeof *found), *at = found;
    for (size_t i = 0; i < nconcordances; i++)
        for (size_t k = 0; k < concordances[i]->noccurrences; k++)
            *at++ = (struct found){concordances[i], &concordances[i]->occurrences[k]};
    r->source = found;
    return r;
}

scm_report *scm_report_concordances(
    const scm_concordance *const *concordances, size_t nconcordances)
{
    GUARDED(scm_report *, make(concordances, nconcordances), NULL)
}
