/* A trend with fewer columns: the texts of a year or decade together. */
#include <scm/trend.h>

#include "analyse/summary/chronology.h"

enum { YEAR = 4 };

/* The column of a text: "2023", "2020s"; "undated". */
static str column_of(arena *a, const scm_dated *d, enum scm_trend_by by)
{
    if (by == SCM_BY_TEXT) return d->id;
    if (d->date.len < YEAR) return S("undated");
    str year = str_sub(d->date, 0, YEAR);
    return by == SCM_BY_YEAR ? year : str_printf(a, "%.3s0s", year.at);
}

/* Kinds that differ are none. */
static void join(scm_dated *column, const scm_dated *d)
{
    if (column->kind != d->kind) column->kind = SCM_KIND_UNKNOWN;
    if (column->note.len == 0) column->note = d->note;
    column->meeting = 0;
    column->words += d->words;
    column->texts += d->texts;
}

/* The columns in their order, and of each text its column. */
static size_t *make_columns(scm_trend *out, const scm_trend *t, enum scm_trend_by by)
{
    arena *a = arena_of(out);
    scm_dated *columns = arena_array(a, t->ndocuments, sizeof *columns);
    size_t *of = arena_array(a, t->ndocuments, sizeof *of), n = 0;
    for (size_t i = 0; i < t->ndocuments; i++) {
        const scm_dated *d = &t->documents[i];
        str id = column_of(a, d, by);
        if (n && str_eq(columns[n - 1].id, id)) {
            join(&columns[n - 1], d);
        } else {
            columns[n] = *d;
            columns[n].id = id;
            if (by != SCM_BY_TEXT) columns[n].date = d->date.len < YEAR ? d->date : id;
            n++;
        }
        of[i] = n - 1;
    }
    out->documents = columns;
    out->ndocuments = n;
    return of;
}

static scm_trend *fold(const scm_trend *trend, enum scm_trend_by by)
{
    arena *a = arena_new();
    scm_trend *out = arena_value(a, sizeof *out);
    const size_t *of = make_columns(out, trend, by);
    scm_trend_row *rows = arena_array(a, trend->nrows, sizeof *rows);
    for (size_t i = 0; i < trend->nrows; i++) {
        size_t *counts = arena_array(a, out->ndocuments, sizeof *counts);
        rows[i] = trend->rows[i];
        for (size_t d = 0; d < trend->ndocuments; d++)
            counts[of[d]] += trend->rows[i].counts[d];
        rows[i].counts = counts;
        rows[i].first = of[trend->rows[i].first];
        rows[i].last = of[trend->rows[i].last];
    }
    out->rows = rows;
    out->nrows = trend->nrows;
    return out;
}

scm_trend *scm_trend_fold(const scm_trend *trend, enum scm_trend_by by)
{
    GUARDED(scm_trend *, fold(trend, by), NULL)
}

/* Texts about a meeting leave out too much for their silence to say anything, unless there
 * are no others. */
static bool says_something(const scm_trend *t, size_t document)
{
    enum scm_kind kind = t->documents[document].kind;
    return is_joint(kind) || kind == SCM_KIND_UNKNOWN;
}

enum scm_status_of_change scm_trend_status(
    const scm_trend *trend, const scm_trend_row *row, size_t document)
{
    if (document < row->first) return SCM_SAME;
    if (row->counts[document] == 0) return SCM_DROPPED;
    if (document == row->first) return SCM_NEW;
    for (size_t d = document; d-- > 0 && row->counts[d] == 0;)
        if (says_something(trend, d)) return SCM_RETURNED;
    return SCM_KEPT;
}
