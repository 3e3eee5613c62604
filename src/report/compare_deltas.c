/* What happened to names and to verbs: one table each. */
#include "report/comparing.h"

#include <stdlib.h>

static size_t weight(const scm_delta *d)
{
    return d->old_mentions + d->new_mentions;
}

/* The most mentioned first; else as they come. */
static int by_weight(const void *x, const void *y)
{
    const scm_delta *a = *(const scm_delta *const *)x, *b = *(const scm_delta *const *)y;
    if (weight(a) != weight(b)) return weight(a) > weight(b) ? -1 : 1;
    return a < b ? -1 : a > b;
}

str compare_name(const comparing *c, const scm_delta *d)
{
    const scm_annotations *side = d->new_mentions ? c->new_side : c->old_side;
    return short_name(side, d->type, d->id, d->name);
}

static void add_name(buf *b, const scm_delta *d, str name, bool counts)
{
    list_add(b, ", ", name);
    if (!counts) return;
    if (d->old_mentions && d->new_mentions)
        buf_printf(b, NBSP "%zu→%zu", d->old_mentions, d->new_mentions);
    else
        buf_printf(b, NBSP "%zu", weight(d));
}

static size_t find_deltas(const comparing *c, enum scm_type type,
    enum scm_status_of_change status, const scm_delta **found)
{
    const scm_comparison *k = c->comparison;
    size_t n = 0;
    for (size_t i = 0; i < k->ndeltas; i++) {
        if (k->deltas[i].type != type || k->deltas[i].status != status) continue;
        if (found) found[n] = &k->deltas[i];
        n++;
    }
    return n;
}

const scm_delta **compare_deltas_of(
    const comparing *c, enum scm_type type, enum scm_status_of_change status, size_t *n)
{
    *n = find_deltas(c, type, status, NULL);
    const scm_delta **found = arena_array(c->arena, *n, sizeof *found);
    find_deltas(c, type, status, found);
    if (*n) qsort(found, *n, sizeof *found, by_weight);
    return found;
}

str compare_names_of(
    const comparing *c, enum scm_type type, enum scm_status_of_change status, name_list how)
{
    size_t n, shown = 0;
    const scm_delta **found = compare_deltas_of(c, type, status, &n);
    buf b = {.arena = c->arena};
    for (size_t i = 0; i < n && shown < how.most; i++) {
        str name = compare_name(c, found[i]);
        if (name.len > how.longest) continue;
        add_name(&b, found[i], name, how.counts);
        shown++;
    }
    if (shown && n > shown) buf_printf(&b, " +%zu", n - shown);
    return buf_str(&b);
}

/* A row a kind of change, the type named once. */
static void add_type(const comparing *c, rows *r, enum scm_type type)
{
    static const struct {
        enum scm_status_of_change status;
        const char *words;
    } ROWS[] = {
        {SCM_NEW, "new"}, {SCM_DROPPED, "gone"}, {SCM_MORE, "more"}, {SCM_FEWER, "fewer"}};
    const name_list how = {type == SCM_TERM ? 10 : 30, SIZE_MAX, true};
    str label = str_of(scm_type_describe(type).heading);
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        str names = compare_names_of(c, type, ROWS[i].status, how);
        if (names.len == 0) continue;
        rows_add(r, label);
        rows_add(r, str_of(ROWS[i].words));
        rows_add(r, names);
        label = (str){0};
    }
}

void compare_names(const comparing *c, builder *b)
{
    rows r = rows_new(c->arena, NULL, "llw");
    for (int type = 0; type < SCM_NTYPES; type++)
        if (scm_type_describe((enum scm_type)type).counted)
            add_type(c, &r, (enum scm_type)type);
    builder_table(b, S("Names by number of mentions"), &r);
}

static void add_change(const comparing *c, rows *r, const scm_statement_change *s)
{
    str verb = side_verb(c->new_side, s->new_statement);
    rows_add(r, compare_place(c, s));
    rows_add(r, compare_verbs_of(c, s));
    rows_add(r, said_after(side_sentence(c->new_side, s->new_statement)->text, verb));
}

/* "45th" of a meeting, else as people read it. */
static str short_fact(const comparing *c, const scm_annotations *side, scm_fact fact)
{
    bool meeting = fact.kind == SCM_FACT_COMPANION || fact.kind == SCM_FACT_NEXT ||
                   fact.kind == SCM_FACT_NEXT_COMPANION;
    if (meeting && fact.value.len) return ordinal_str(c->arena, str_int(fact.value));
    return compare_fact(side, fact);
}

/* The facts of the meeting that changed. */
void compare_meeting(const comparing *c, builder *b)
{
    static const char *const HEADS[] = {"fact", "change"};
    rows r = rows_new(c->arena, NULL, "lw");
    r.table.heads = HEADS;
    for (size_t i = 0; i < c->comparison->nfacts; i++) {
        const scm_fact_change *f = &c->comparison->facts[i];
        bool language = f->new_fact.kind == SCM_FACT_LANGUAGE && c->comparison->across;
        if (f->status == SCM_SAME || f->new_fact.label.len == 0 || language) continue;
        rows_add(&r, f->new_fact.label);
        rows_add(&r, from_to(c->arena, short_fact(c, c->old_side, f->old_fact), " → ",
                         short_fact(c, c->new_side, f->new_fact)));
    }
    builder_table(b, S("Meeting"), &r);
}

void compare_verbs(const comparing *c, builder *b)
{
    static const char *const HEADS[] = {"where", "verbs", "what"};
    rows r = rows_new(c->arena, NULL, "plc");
    r.table.heads = HEADS;
    for (size_t i = 0; i < c->comparison->nstatements; i++) {
        const scm_statement_change *s = &c->comparison->statements[i];
        if (s->status == SCM_CHANGED) add_change(c, &r, s);
    }
    str heading = compare_unreliable(c)
                      ? S("Statements whose act, speaker or polarity changed (unreliable)")
                      : S("Statements whose act, speaker or polarity changed");
    builder_table(b, heading, &r);
}
