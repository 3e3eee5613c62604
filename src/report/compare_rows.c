/* A comparison for programs: one row for each thing compared. */
#include "report/compare.h"

static const char *const COLUMNS[] = {"kind", "status", "key", "old", "new", "detail"};

static void add_row(rows *r, str kind, enum scm_status_of_change status, str key)
{
    rows_add(r, kind);
    rows_add(r, str_of(scm_status_name(status)));
    rows_add(r, key);
}

static void facts(const comparing *c, rows *r)
{
    for (size_t i = 0; i < c->comparison->nfacts; i++) {
        const scm_fact_change *f = &c->comparison->facts[i];
        str before = f->old_fact.detail, after = f->new_fact.detail;
        bool changed = f->status != SCM_SAME && (before.len || after.len);
        add_row(r, S("MEETING"), f->status,
            f->new_fact.key.len ? f->new_fact.key : f->old_fact.key);
        rows_add(r, f->old_fact.value);
        rows_add(r, f->new_fact.value);
        rows_add(r, changed ? from_to(c->arena, before, " > ", after) : (str){0});
    }
}

static void names(const comparing *c, rows *r)
{
    for (size_t i = 0; i < c->comparison->ndeltas; i++) {
        const scm_delta *d = &c->comparison->deltas[i];
        str before =
            block_labels(c->arena, c->old_side->document, d->old_blocks, d->nold_blocks);
        str after =
            block_labels(c->arena, c->new_side->document, d->new_blocks, d->nnew_blocks);
        add_row(r, str_of(scm_type_name(d->type)), d->status, d->id);
        rows_add_number(r, d->old_mentions);
        rows_add_number(r, d->new_mentions);
        rows_add(r, from_to(c->arena, before, " > ", after));
    }
}

/* "para/sentence". */
static str place(const comparing *c, const scm_annotations *side, const scm_sentence *s)
{
    if (!s) return (str){0};
    return from_to(c->arena, side_label(side, s->block), "/", number_str(c->arena, s->number));
}

/* The sentence of one without a partner, else the actors where they are not the
 * same; "?" where its verb is not to be trusted. */
static str statement_detail(const comparing *c, const scm_statement_change *s)
{
    const scm_sentence *before = side_sentence(c->old_side, s->old_statement);
    const scm_sentence *after = side_sentence(c->new_side, s->new_statement);
    buf b = {.arena = c->arena};
    if (!before) buf_add(&b, after->text);
    if (!after) buf_add(&b, before->text);
    if (s->other_actor)
        buf_add(&b, from_to(c->arena, c->old_side->statements[s->old_statement].actor, " > ",
                        c->new_side->statements[s->new_statement].actor));
    if (compare_unreliable(c)) list_add(&b, " ", S("?"));
    return buf_str(&b);
}

static void statements(const comparing *c, rows *r)
{
    for (size_t i = 0; i < c->comparison->nstatements; i++) {
        const scm_statement_change *s = &c->comparison->statements[i];
        const scm_sentence *before = side_sentence(c->old_side, s->old_statement);
        const scm_sentence *after = side_sentence(c->new_side, s->new_statement);
        str verbs = from_to(c->arena, side_verb(c->old_side, s->old_statement), ">",
            side_verb(c->new_side, s->new_statement));
        add_row(r, S("STATEMENT"), s->status, verbs);
        rows_add(r, place(c, c->old_side, before));
        rows_add(r, place(c, c->new_side, after));
        rows_add(r, statement_detail(c, s));
    }
}

static void paragraphs(const comparing *c, rows *r)
{
    for (size_t i = 0; i < c->comparison->npairs; i++) {
        const scm_pair *p = &c->comparison->pairs[i];
        add_row(r, S("PARAGRAPH"), p->status, (str){0});
        rows_add(r, side_label(c->old_side, p->old_block));
        rows_add(r, side_label(c->new_side, p->new_block));
        rows_add(r, similarity_str(c->arena, p->similarity));
    }
}

scm_table compare_records(const comparing *c)
{
    const scm_comparison *k = c->comparison;
    rows r = rows_new(c->arena, COLUMNS, "------");
    rows_reserve(&r, k->nfacts + k->ndeltas + k->nstatements + k->npairs);
    facts(c, &r);
    names(c, &r);
    statements(c, &r);
    paragraphs(c, &r);
    return rows_table(&r);
}
