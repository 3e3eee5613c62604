/* A trend as a report: for programs a row a name and text; for people a matrix,
 * the denser the more texts stand in the line. */
#include "report/model/objects.h"
#include "report/trend.h"

static str number_or_none(arena *a, int n)
{
    return n > 0 ? number_str(a, (size_t)n) : (str){0};
}

static scm_table records(arena *a, const scm_trend *t)
{
    static const char *const COLUMNS[] = {
        "type", "id", "doc", "meeting", "date", "count", "words", "kind"};
    rows r = rows_new(a, COLUMNS, "--------");
    r.table.values = "tttntnnt";
    rows_reserve(&r, t->nrows * t->ndocuments);
    for (size_t i = 0; i < t->nrows * t->ndocuments; i++) {
        const scm_trend_row *row = &t->rows[i / t->ndocuments];
        const scm_trend_document *d = &t->documents[i % t->ndocuments];
        const scm_fact *kind = scm_summary_fact(d->summary, "kind");
        rows_add(&r, str_of(scm_type_name(row->type)));
        rows_add(&r, row->id);
        rows_add(&r, d->id);
        rows_add(&r, number_or_none(a, d->meeting));
        rows_add(&r, d->date);
        rows_add_number(&r, row->counts[i % t->ndocuments]);
        rows_add_number(&r, d->words);
        rows_add(&r, kind ? kind->value : (str){0});
    }
    return rows_table(&r);
}

static str year(const scm_trend_document *d)
{
    return str_sub(d->date, 0, 4);
}

/* "Mentions per 1000 words in 4 texts, 2020 to 2024" */
static str title(arena *a, const scm_trend *t, int per)
{
    buf b = {.arena = a};
    size_t dated = 0;
    while (dated < t->ndocuments && t->documents[dated].date.len) dated++;
    buf_printf(&b, "Mentions ");
    if (per > 0) buf_printf(&b, "per %d words ", per);
    buf_add(&b, S("in "));
    buf_add(&b, plural(a, t->ndocuments, "text"));
    if (dated == 0) return buf_str(&b);
    str from = year(&t->documents[0]), to = year(&t->documents[dated - 1]);
    list_add(&b, ", ", from);
    if (!str_eq(from, to)) list_add(&b, " to ", to);
    return buf_str(&b);
}

/* The texts from left to right, and what is to be known of each. */
static void texts(builder *b, const scm_trend *t)
{
    rows r = rows_new(b->arena, NULL, "lw");
    for (size_t i = 0; i < t->ndocuments; i++) {
        const scm_trend_document *d = &t->documents[i];
        buf line = {.arena = b->arena};
        if (d->date.len) buf_add(&line, date_words(b->arena, d->date));
        if (d->kind != SCM_KIND_UNKNOWN) list_add(&line, ", ", str_of(scm_kind_name(d->kind)));
        list_add(&line, ", ", plural(b->arena, d->words, "word"));
        rows_add(&r, d->id);
        rows_add(&r, buf_str(&line));
    }
    builder_facts(b, S("Texts"), &r);
}

/* On a page they come first, in lines of text last. */
static void all_notes(builder *b, const scm_trend *t, enum scm_medium medium)
{
    notes n = {.arena = b->arena};
    for (size_t i = 0; i < t->ndocuments; i++)
        notes_add(&n, t->documents[i].id, t->documents[i].note);
    b->medium = medium;
    builder_notes(b, &n);
    b->medium = SCM_MEDIUM_ANY;
}

static scm_value object(const scm_report *report, size_t index, arena *scratch)
{
    const scm_trend *t = report->source;
    fields f = {.arena = scratch};
    add_record(&f, &report->records, index);
    add_text(&f, "name", t->rows[index / t->ndocuments].name);
    add_text(&f, "note", t->documents[index % t->ndocuments].note);
    return fields_object(&f);
}

scm_report *scm_report_trend(const scm_trend *trend, const scm_trend_report_options *options)
{
    static const scm_trend_report_options USUAL = {0};
    builder b = builder_new();
    if (!options) options = &USUAL;
    b.report->title = title(b.arena, trend, options->per);
    all_notes(&b, trend, SCM_MEDIUM_PAGE);
    trend_matrix(&b, trend, options);
    texts(&b, trend);
    all_notes(&b, trend, SCM_MEDIUM_LINES);
    builder_objects(&b, object, trend, trend->nrows * trend->ndocuments);
    return builder_report(&b, records(b.arena, trend));
}
