/* A trend as a report: for programs a row a name and text; for people a matrix,
 * the denser the more texts stand in the line. */
#include "report/model/notes.h"
#include "report/matrix.h"

/* What a report of a trend is made of. */
struct tracked {
    const scm_trend *trend;
    scm_trend
        *shown; /* with so few columns that text has room for their numbers; may be NULL */
    scm_trend_report_options options;
};

static const struct tracked *trend_of(const scm_report *report)
{
    return report->source;
}

static const struct column COLUMNS[] = {{"type", COLUMN_ID}, {"id", COLUMN_ID},
    {"doc", COLUMN_ID}, {"meeting", COLUMN_NUMBER}, {"date", COLUMN_DATE},
    {"count", COLUMN_NUMBER}, {"words", COLUMN_NUMBER}, {"kind", COLUMN_ID}, {0}};

static void row(record *r, size_t index)
{
    const scm_trend *t = trend_of(r->report)->trend;
    const scm_trend_row *name = &t->rows[index / t->ndocuments];
    const scm_dated *d = &t->documents[index % t->ndocuments];
    const scm_fact *kind = scm_summary_fact(d->summary, "kind");
    record_text(r, str_of(scm_type_name(name->type)));
    record_text(r, name->id);
    record_text(r, d->id);
    if (d->meeting > 0)
        record_number(r, (size_t)d->meeting);
    else
        record_text(r, (str){0});
    record_text(r, d->date);
    record_number(r, name->counts[index % t->ndocuments]);
    record_number(r, d->words);
    record_text(r, kind ? kind->value : (str){0});
}

static void more(fields *f, const record *r, size_t index)
{
    static const char *const ABSENT[] = {[SCM_SAME] = "absent", [SCM_DROPPED] = "dropped"};
    const scm_trend *t = trend_of(r->report)->trend;
    const scm_trend_row *name = &t->rows[index / t->ndocuments];
    enum scm_status_of_change status = scm_trend_status(t, name, index % t->ndocuments);
    bool there = status != SCM_SAME && status != SCM_DROPPED;
    field_text(f, "name", name->name);
    field_text(f, "status", str_of(there ? scm_status_name(status) : ABSENT[status]));
    field_text(f, "note", t->documents[index % t->ndocuments].note);
}

static str year(const scm_dated *d)
{
    return str_sub(d->date, 0, 4);
}

/* "Mentions per 1000 words in 4 texts, 2020 to 2024" */
static str title(arena *a, const scm_trend *t, int per)
{
    buf b = {.arena = a};
    size_t dated = 0, ntexts = 0;
    for (size_t i = 0; i < t->ndocuments; i++) ntexts += t->documents[i].texts;
    while (dated < t->ndocuments && t->documents[dated].date.len) dated++;
    buf_printf(&b, "Mentions ");
    if (per > 0) buf_printf(&b, "per %d words ", per);
    buf_add(&b, S("in "));
    buf_add(&b, plural(a, ntexts, "text"));
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
        const scm_dated *d = &t->documents[i];
        buf line = {.arena = b->arena};
        if (d->texts > 1)
            buf_add(&line, plural(b->arena, d->texts, "text"));
        else if (d->date.len)
            buf_add(&line, date_words(b->arena, d->date));
        if (d->kind != SCM_KIND_UNKNOWN) list_add(&line, ", ", str_of(scm_kind_name(d->kind)));
        list_add(&line, ", ", plural(b->arena, d->words, "word"));
        rows_add(&r, d->id);
        rows_add(&r, buf_str(&line));
    }
    builder_facts(b, S("Texts"), &r);
}

static void all_notes(builder *b, const scm_trend *t)
{
    notes n = {.arena = b->arena};
    for (size_t i = 0; i < t->ndocuments; i++)
        notes_add(&n, t->documents[i].id, t->documents[i].note);
    builder_notes(b, &n);
}

static void text(builder *b, const scm_report *report)
{
    const struct tracked *t = trend_of(report);
    const scm_trend *shown = t->shown ? t->shown : t->trend;
    b->title = title(b->arena, t->trend, t->options.per);
    trend_matrix(b, shown, t->trend, &t->options);
    texts(b, shown);
    all_notes(b, t->trend);
}

/* On a page the notes come first. */
static void page(builder *b, const scm_report *report)
{
    const struct tracked *t = trend_of(report);
    b->title = title(b->arena, t->trend, t->options.per);
    all_notes(b, t->trend);
    trend_matrix(b, t->trend, t->trend, &t->options);
    texts(b, t->trend);
}

static void drop(const scm_report *report)
{
    scm_trend_free(trend_of(report)->shown);
}

static const report_kind TREND = {
    .columns = COLUMNS, .row = row, .more = more, .text = text, .page = page, .drop = drop};

/* Texts by the year, or by the decade, where a line has no room for a number of each. */
static scm_trend *fold(const scm_trend *trend, const scm_trend_report_options *options)
{
    if (trend_fits(trend, options)) return NULL;
    scm_trend *years = scm_trend_fold(trend, SCM_BY_YEAR);
    if (!years) out_of_memory();
    if (trend_fits(years, options)) return years;
    scm_trend_free(years);
    scm_trend *decades = scm_trend_fold(trend, SCM_BY_DECADE);
    if (!decades) out_of_memory();
    return decades;
}

static scm_report *make(const scm_trend *trend, const scm_trend_report_options *options)
{
    struct tracked t = {.trend = trend};
    if (options) t.options = *options;
    t.shown = fold(trend, &t.options);
    return report_new(&TREND, &t, sizeof t, trend->nrows * trend->ndocuments);
}

scm_report *scm_report_trend(const scm_trend *trend, const scm_trend_report_options *options)
{
    GUARDED(scm_report *, make(trend, options), NULL)
}
