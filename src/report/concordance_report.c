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

static str label(const struct found *f)
{
    return f->in->document->blocks[f->at->block].label;
}

str last_words(str text, int words)
{
    size_t at = text.len;
    if (words == 0) return text;
    while (at > 0 && text.at[at - 1] != ' ') at--; /* a part of the word at hand */
    while (words-- > 0 && at > 0) {
        while (at > 0 && text.at[at - 1] == ' ') at--;
        while (at > 0 && text.at[at - 1] != ' ') at--;
    }
    return str_sub(text, at, text.len);
}

str first_words(str text, int words)
{
    size_t at = 0;
    if (words == 0) return text;
    while (at < text.len && text.at[at] != ' ') at++;
    while (words-- > 0 && at < text.len) {
        while (at < text.len && text.at[at] == ' ') at++;
        while (at < text.len && text.at[at] != ' ') at++;
    }
    return str_sub(text, 0, at);
}

static void row(record *r, size_t index)
{
    const struct found_list *list = list_of(r->report);
    const struct found *f = &list->at[index];
    record_text(r, f->in->document->id);
    record_text(r, label(f));
    record_text(r, last_words(f->at->left, list->words));
    record_text(r, f->at->match);
    record_text(r, first_words(f->at->right, list->words));
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
        const struct found *f = &list->at[i];
        rows_add(&r, f->in->document->id);
        rows_add(&r, label(f));
        rows_add(&r, last_words(f->at->left, list->words));
        rows_add(&r, f->at->match);
        rows_add(&r, first_words(f->at->right, list->words));
    }
    builder_table(b, (str){0}, &r);
    add_notes(b, list);
}

enum { LINE = 160 }; /* bytes of the text on either side of an occurrence */

/* The end of the text before an occurrence, from a word on. */
static str before(arena *a, str whole, int words)
{
    str part = last_words(whole, words);
    if (!words && part.len > LINE) {
        size_t at = part.len - LINE;
        while (at < part.len && part.at[at] != ' ') at++;
        part = str_sub(part, at, part.len);
    }
    return part.len < whole.len ? str_printf(a, "…%.*s", SCM_STR(part)) : part;
}

static str behind(arena *a, str whole, int words)
{
    str part = first_words(whole, words);
    if (!words && part.len > LINE) {
        size_t end = LINE;
        while (end > 0 && part.at[end] != ' ') end--;
        part = str_sub(part, 0, end);
    }
    return part.len < whole.len ? str_printf(a, "%.*s…", SCM_STR(part)) : part;
}

rows occurrence_rows(builder *b)
{
    static const char *const HEADS[] = {"", "place", "context"};
    rows r = rows_new(b->arena, NULL, "hlm");
    r.table.heads = HEADS;
    return r;
}

void add_occurrences(builder *b, rows *r, const scm_concordance *c, int words)
{
    for (size_t k = 0; k < c->noccurrences; k++) {
        const scm_occurrence *o = &c->occurrences[k];
        str place = c->document->blocks[o->block].label;
        str left = before(b->arena, o->left, words), right = behind(b->arena, o->right, words);
        rows_add(r, c->document->id);
        rows_add(r, place);
        rows_link(r, site_text(b, c->document->id, place));
        rows_add(r, str_printf(b->arena, "%.*s\n%.*s\n%.*s", SCM_STR(left), SCM_STR(o->match),
                        SCM_STR(right)));
    }
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
