/* The matrix of a trend for pages: every number, its heat, and a line a name. */
#include "report/matrix.h"

#include <string.h>

/* "2020", "52nd SCM", "communiqué", "2861 words" */
static const char *document_head(const struct matrix *m, size_t document)
{
    const scm_dated *d = &m->trend->documents[document];
    buf b = {.arena = m->arena};
    buf_add(&b, matrix_year(m, document));
    if (d->meeting > 0) {
        list_add(&b, "\n", ordinal_str(m->arena, d->meeting));
        list_add(&b, " ", d->summary->annotations->series);
    }
    if (d->kind != SCM_KIND_UNKNOWN) list_add(&b, "\n", str_of(scm_kind_name(d->kind)));
    str language = matrix_language(m, document);
    if (language.len) list_add(&b, d->kind == SCM_KIND_UNKNOWN ? "\n" : ", ", language);
    list_add(&b, "\n", plural(m->arena, d->words, "word"));
    return str_z(m->arena, buf_str(&b));
}

/* Before the texts stand what heads the row, its name and its line; behind them
 * the sum and the years. */
enum { BEFORE = 3, BEHIND = 2 };

static rows make_table(const struct matrix *m)
{
    size_t n = m->trend->ndocuments, all = BEFORE + n + BEHIND;
    const char **heads = arena_array(m->arena, all, sizeof *heads);
    char *align = arena_alloc(m->arena, all + 1), *looks = arena_alloc(m->arena, all + 1);
    memset(align, 'r', all);
    memset(looks, '.', all);
    memset(looks + BEFORE, 'h', n);
    memcpy(align, "hwl", BEFORE);
    looks[BEFORE - 1] = 's';
    align[all - 1] = 'l';
    heads[0] = "";
    heads[1] = "name";
    heads[2] = "over time";
    for (size_t d = 0; d < n; d++) heads[BEFORE + d] = document_head(m, d);
    heads[all - 2] = "mentions";
    heads[all - 1] = "years";
    rows r = rows_new(m->arena, NULL, align);
    r.table.heads = heads;
    r.table.looks = looks;
    return r;
}

/* Heat is that of a type: states are named ten times as often as bodies. */
static double highest(const struct matrix *m, enum scm_type type)
{
    double most = 0;
    for (size_t i = 0; i < m->nrows; i++)
        for (size_t d = 0; m->rows[i]->type == type && d < m->trend->ndocuments; d++) {
            double v = matrix_value(m, m->rows[i], d);
            if (v > most) most = v;
        }
    return most;
}

static void add_row(
    rows *r, const builder *b, const struct matrix *m, const scm_trend_row *row, double most)
{
    str letters = matrix_acronym(m, row), name = row->name;
    rows_add(r, str_of(scm_type_describe(row->type).heading));
    if (letters.len && name.len && !str_eq(letters, name))
        rows_add(r, str_printf(m->arena, "%.*s\n%.*s", SCM_STR(letters), SCM_STR(name)));
    else
        rows_add(r, matrix_name(m, row));
    rows_link(r, site_name(b, row->id));
    rows_add(r, (str){0});
    for (size_t d = 0; d < m->trend->ndocuments; d++) {
        rows_add(r, matrix_number(m, row, d));
        rows_share(r, most > 0 ? matrix_value(m, row, d) / most : 0);
    }
    rows_add_number(r, row->total);
    rows_add(r, matrix_years(m, row));
}

void trend_page(const struct matrix *m, builder *b)
{
    double most[SCM_PATTERN + 1];
    rows r = make_table(m);
    for (int type = 0; type <= SCM_PATTERN; type++)
        most[type] = highest(m, (enum scm_type)type);
    for (size_t i = 0; i < m->nrows; i++) add_row(&r, b, m, m->rows[i], most[m->rows[i]->type]);
    builder_table(b, S("Names by number of mentions"), &r);
}
