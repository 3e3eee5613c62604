/* Trend: names by documents in the order of time. */
#include <scm/trend.h>

#include <stdlib.h>

#include "analyse/summary/chronology.h"
#include "base/fold.h"

enum { MOST_CELLS = 4000000 };

static const unsigned NOT_FOLLOWED = 1u << SCM_ROLE | 1u << SCM_DATE;

/* The count of one name in one document. */
struct trend_ref {
    const scm_count *count;
    size_t document;
    str id;
    str title; /* its name, folded */
};

typedef VEC(struct trend_ref) refs;

static bool is_wanted(const scm_trend_options *o, const struct trend_ref *r)
{
    bool wanted = o->nids == 0;
    for (size_t i = 0; i < o->nids && !wanted; i++)
        wanted = str_eq_nocase(r->id, o->ids[i]) || str_eq_nocase(r->count->id, o->ids[i]);
    return wanted;
}

static int by_title(const void *x, const void *y)
{
    const struct trend_ref *a = x, *b = y;
    if (a->count->type != b->count->type) return a->count->type < b->count->type ? -1 : 1;
    int order = str_cmp(a->title, b->title);
    if (order) return order;
    if (a->id.len != b->id.len) return a->id.len < b->id.len ? -1 : 1;
    return str_cmp(a->id, b->id);
}

/* A body that no table lists has its acronym for an id where a text defines one,
 * else a slug of its name: both are the same body. */
static void unite(const scm_trend *t, refs *found)
{
    if (found->len) qsort(found->at, found->len, sizeof *found->at, by_title);
    for (size_t i = 1; i < found->len; i++) {
        struct trend_ref *before = &found->at[i - 1], *r = &found->at[i];
        scm_name listed;
        const scm_authority *authority =
            t->documents[r->document].summary->annotations->authority;
        if (before->count->type == r->count->type && str_eq(before->title, r->title) &&
            !scm_authority_find_name(authority, r->id, &listed))
            r->id = before->id;
    }
}

static int by_name(const void *x, const void *y)
{
    const struct trend_ref *a = x, *b = y;
    if (a->count->type != b->count->type) return a->count->type < b->count->type ? -1 : 1;
    int order = str_cmp(a->id, b->id);
    return order ? order : (a->document > b->document) - (a->document < b->document);
}

static bool same_name(const struct trend_ref *a, const struct trend_ref *b)
{
    return a->count->type == b->count->type && str_eq(a->id, b->id);
}

static refs gather(arena *scratch, const scm_trend *t, const scm_trend_options *o)
{
    const unsigned types = o->types ? o->types : ~NOT_FOLLOWED;
    refs found = {0};
    size_t kept = 0;
    for (size_t i = 0; i < t->ndocuments; i++) {
        const scm_summary *s = t->documents[i].summary;
        for (size_t k = 0; k < s->ncounts; k++) {
            const scm_count *c = &s->counts[k];
            str title = str_lower(scratch, fold_name(scratch, c->name));
            if (types >> c->type & 1)
                *vec_add(scratch, &found) = (struct trend_ref){c, i, c->id, title};
        }
    }
    unite(t, &found);
    for (size_t i = 0; i < found.len; i++)
        if (is_wanted(o, &found.at[i])) found.at[kept++] = found.at[i];
    found.len = kept;
    if (found.len) qsort(found.at, found.len, sizeof *found.at, by_name);
    return found;
}

/* The refs are of one name, by document; its counts follow. */
static scm_trend_row make_row(const struct trend_ref *of, size_t n)
{
    const scm_count *c = of[0].count;
    scm_trend_row row = {.type = c->type, .id = of[0].id, .name = c->name};
    row.first = of[0].document;
    row.last = of[n - 1].document;
    for (size_t i = 0; i < n; i++) row.total += of[i].count->mentions;
    return row;
}

static const size_t *make_counts(
    arena *a, size_t ndocuments, const struct trend_ref *of, size_t n)
{
    size_t *counts = arena_array(a, ndocuments, sizeof *counts);
    for (size_t i = 0; i < n; i++) counts[of[i].document] += of[i].count->mentions;
    return counts;
}

static int by_life(const void *x, const void *y)
{
    const scm_trend_row *a = x, *b = y;
    if (a->type != b->type) return a->type < b->type ? -1 : 1;
    if (a->first != b->first) return a->first < b->first ? -1 : 1;
    if (a->last != b->last) return a->last < b->last ? -1 : 1;
    if (a->total != b->total) return a->total > b->total ? -1 : 1;
    return str_cmp(a->id, b->id);
}

static int fill(scm_trend *t, const refs *found, size_t least, scm_error *error)
{
    VEC(scm_trend_row) rows = {0};
    for (size_t i = 0, end; i < found->len; i = end) {
        for (end = i + 1; end < found->len && same_name(found->at + i, found->at + end);) end++;
        scm_trend_row row = make_row(found->at + i, end - i);
        if (row.total < least) continue;
        if (rows.len >= MOST_CELLS / t->ndocuments)
            return fail(error, SCM_E_LIMIT, "over %d counts in %zu texts; ask for fewer names",
                MOST_CELLS, t->ndocuments);
        row.counts = make_counts(arena_of(t), t->ndocuments, found->at + i, end - i);
        vec_push(arena_of(t), &rows, row);
    }
    if (rows.len) qsort(rows.at, rows.len, sizeof *rows.at, by_life);
    t->rows = rows.at;
    t->nrows = rows.len;
    return SCM_OK;
}

/* The counts of what the pattern matches, a ref for each text that has it. */
static int match(arena *scratch, const scm_trend *t, const scm_trend_options *o, refs *found,
    scm_error *error)
{
    for (size_t i = 0; i < t->ndocuments; i++) {
        scm_concordance *c;
        const scm_document *d = t->documents[i].summary->annotations->document;
        int status = scm_concordance_of_pattern(&c, d, o->pattern, error);
        if (status) return status;
        scm_count *count = arena_alloc(scratch, sizeof *count);
        count->type = SCM_PATTERN;
        count->id = o->expression;
        count->mentions = c->noccurrences;
        struct trend_ref r = {count, i, o->expression, o->expression};
        if (c->noccurrences) vec_push(scratch, found, r);
        scm_concordance_free(c);
    }
    return SCM_OK;
}

/* Names and then the pattern, which alone stands for itself. */
static int find(arena *scratch, const scm_trend *t, const scm_trend_options *o, refs *found,
    scm_error *error)
{
    if (!o->pattern || o->nids || o->types) *found = gather(scratch, t, o);
    return o->pattern ? match(scratch, t, o, found, error) : SCM_OK;
}

static int track(scm_trend **out, const scm_summary *const *summaries, size_t nsummaries,
    const scm_trend_options *options, scm_error *error)
{
    static const scm_trend_options ALL = {0};
    const scm_trend_options *o = options ? options : &ALL;
    if (o->types & NOT_FOLLOWED)
        return fail(error, SCM_E_USAGE, "trend counts names; %s is not a type of name",
            scm_type_name(o->types >> SCM_ROLE & 1 ? SCM_ROLE : SCM_DATE));
    arena *a = arena_new(), *scratch = arena_new();
    scm_trend *t = arena_value(a, sizeof *t);
    t->documents = chronology(a, summaries, nsummaries);
    t->ndocuments = nsummaries;
    refs found = {0};
    int status = find(scratch, t, o, &found, error);
    if (status == SCM_OK) status = fill(t, &found, o->least, error);
    arena_free(scratch);
    if (status == SCM_OK)
        *out = t;
    else
        scm_trend_free(t);
    return status;
}

int scm_track(scm_trend **out, const scm_summary *const *summaries, size_t nsummaries,
    const scm_trend_options *options, scm_error *error)
{
    GUARDED(int, track(out, summaries, nsummaries, options, error), no_memory(error))
}

void scm_trend_free(scm_trend *trend)
{
    if (trend) arena_free(arena_of(trend));
}
