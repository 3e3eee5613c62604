/* A comparison as a report: rows for programs; for people a headline, what
 * happened to names and verbs, then the redlined paragraphs. */
#include "report/comparing.h"

static str year_of(const scm_summary *s)
{
    const scm_fact *date = scm_summary_fact(s, "date");
    str iso = date ? date->value : s->annotations->document->published;
    return str_sub(iso, 0, 4);
}

static void name_sides(comparing *c)
{
    str old_year = year_of(c->comparison->old_summary);
    str new_year = year_of(c->comparison->new_summary);
    bool years = old_year.len && new_year.len && !str_eq(old_year, new_year);
    if (c->comparison->across) {
        c->old_name = compare_language(c, true);
        c->new_name = compare_language(c, false);
        return;
    }
    c->old_name = years ? old_year : c->old_side->document->id;
    c->new_name = years ? new_year : c->new_side->document->id;
    if (!str_eq(c->old_name, c->new_name)) return;
    c->old_name = S("the old text");
    c->new_name = S("the new text");
}

comparing comparing_of(const scm_comparison *comparison, arena *a)
{
    comparing c = {.comparison = comparison,
        .old_side = comparison->old_summary->annotations,
        .new_side = comparison->new_summary->annotations,
        .arena = a};
    name_sides(&c);
    return c;
}

/* What is shared by text and page, where they differ in their middle. */
static void show(builder *b, const scm_report *report)
{
    comparing c = *(const comparing *)report->source;
    c.arena = b->arena;
    b->title = compare_title(&c);
    if (c.comparison->across) {
        compare_languages(&c, b);
        return;
    }
    compare_headline(&c, b);
    if (c.options.brief) return;
    compare_meeting(&c, b);
    if (b->page) compare_change_table(&c, b);
    if (b->page) compare_map(&c, b);
    if (b->page) compare_name_tables(&c, b);
    if (!b->page) compare_names(&c, b);
    compare_verbs(&c, b);
    if (!c.options.stat) compare_paragraphs(&c, b);
}

/* Nothing is printed where nothing differs, but a page says so. */
static void show_nothing(builder *b, const scm_report *report)
{
    const comparing *c = report->source;
    if (!b->page) return;
    b->title = S("No difference");
    builder_part(b,
        str_printf(b->arena, "%.*s and %.*s do not differ", SCM_STR(c->old_name),
            SCM_STR(c->new_name)),
        (str){0});
}

static const struct column COLUMNS[] = {{"kind", COLUMN_ID}, {"status", COLUMN_ID},
    {"key", COLUMN_ID}, {"old", COLUMN_ID}, {"new", COLUMN_ID}, {"detail", COLUMN_TEXT}, {0}};
static const report_kind COMPARISON = {
    .columns = COLUMNS, .row = compare_row, .more = compare_more, .text = show};
static const report_kind NO_DIFFERENCE = {
    .columns = COLUMNS, .row = compare_row, .more = compare_more, .text = show_nothing};

static scm_report *make(
    const scm_comparison *comparison, const scm_diff_report_options *options)
{
    comparing c = comparing_of(comparison, NULL);
    if (options) c.options = *options;
    return report_new(comparison->identical ? &NO_DIFFERENCE : &COMPARISON, &c, sizeof c,
        compare_nrows(comparison));
}

scm_report *scm_report_comparison(
    const scm_comparison *comparison, const scm_diff_report_options *options)
{
    GUARDED(scm_report *, make(comparison, options), NULL)
}
