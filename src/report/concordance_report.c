/* Concordances as one report: an occurrence per line, over all texts. */
#include "report/model/notes.h"
#include "report/model/report.h"
#include "report/occurrences.h"

static const struct column COLUMNS[] = {{"doc", COLUMN_ID}, {"para", COLUMN_PLACE},
    {"left", COLUMN_TEXT}, {"match", COLUMN_TEXT}, {"right", COLUMN_TEXT}, {0}};

/* All occurrences, each with its concordance. */
struct found {
    const scm_concordance *in;
    const scm_occurrence *at;
};

struct found_list {
    const struct found *at;
    size_t len, ntexts;
    int words; /* of context; 0: the whole paragraph */
};

static const struct found_list *list_of(const scm_report *report)
{
    return report->source;
}

enum { CELLS = 5 };

/* The cells of a line, as the columns name them. */
static void read_cells(const struct found_list *list, size_t index, str cells[CELLS])
{
    const struct found *f = &list->at[index];
    cells[0] = f->in->document->id;
    cells[1] = f->in->document->blocks[f->at->block].label;
    cells[2] = last_words(f->at->left, list->words);
    cells[3] = f->at->match;
    cells[4] = first_words(f->at->right, list->words);
}

static void row(record *r, size_t index)
{
    str cells[CELLS];
    read_cells(list_of(r->report), index, cells);
    for (int i = 0; i < CELLS; i++) record_text(r, cells[i]);
}

/* The place of the match in its paragraph, in code points. */
static void more(fields *f, const record *r, size_t index)
{
    const scm_occurrence *o = list_of(r->report)->at[index].at;
    size_t start = scm_str_codepoints(o->left);
    field_number(f, "start", (double)start);
    field_number(f, "end", (double)(start + scm_str_codepoints(o->match)));
}

static void add_notes(builder *b, const struct found_list *list)
{
    const scm_document *last = NULL;
    notes n = {.arena = b->arena};
    for (size_t i = 0; i < list->len; i++) {
        const scm_document *d = list->at[i].in->document;
        if (d != last) notes_add(&n, d->id, d->note);
        last = d;
    }
    builder_notes(b, &n);
}

static void text(builder *b, const scm_report *report)
{
    const struct found_list *list = list_of(report);
    rows r = rows_new(b->arena, NULL, "pplkl");
    for (size_t i = 0; i < list->len; i++) {
        str cells[CELLS];
        read_cells(list, i, cells);
        for (int k = 0; k < CELLS; k++) rows_add(&r, cells[k]);
    }
    builder_table(b, (str){0}, &r);
    add_notes(b, list);
}

static void page(builder *b, const scm_report *report)
{
    const struct found_list *list = list_of(report);
    rows r = occurrence_rows(b);
    const scm_concordance *last = NULL;
    for (size_t i = 0; i < list->len; i++) {
        if (list->at[i].in != last) add_occurrences(b, &r, list->at[i].in, list->words);
        last = list->at[i].in;
    }
    str found = plural(b->arena, list->len, "occurrence");
    str texts = plural(b->arena, list->ntexts, "text");
    b->title = S("Concordance");
    b->subtitle = str_printf(b->arena, "%.*s in %.*s", SCM_STR(found), SCM_STR(texts));
    builder_table(b, S("In context"), &r);
    add_notes(b, list);
}

static const report_kind CONCORDANCE = {
    .columns = COLUMNS, .row = row, .more = more, .text = text, .page = page};

static scm_report *make(
    const scm_concordance *const *concordances, size_t nconcordances, int words)
{
    size_t n = 0;
    struct found_list list = {.words = words};
    for (size_t i = 0; i < nconcordances; i++) n += concordances[i]->noccurrences;
    scm_report *r = report_new(&CONCORDANCE, NULL, 0, n);
    struct found *found = arena_array(r->arena, n, sizeof *found), *at = found;
    for (size_t i = 0; i < nconcordances; i++) {
        list.ntexts += concordances[i]->noccurrences > 0;
        for (size_t k = 0; k < concordances[i]->noccurrences; k++)
            *at++ = (struct found){concordances[i], &concordances[i]->occurrences[k]};
    }
    list.at = found;
    list.len = n;
    r->source = memcpy(arena_alloc(r->arena, sizeof list), &list, sizeof list);
    return r;
}

scm_report *scm_report_concordances(
    const scm_concordance *const *concordances, size_t nconcordances, int words)
{
    GUARDED(scm_report *, make(concordances, nconcordances, words), NULL)
}
