/* A comparison for formats that nest: each row with what lies behind it. */
#include "report/compare.h"
#include "report/model/objects.h"

struct pairing {
    const comparing *c;
    fields f;
};

static void add_fact(struct pairing *p, size_t index)
{
    const scm_fact_change *change = &p->c->comparison->facts[index];
    add_text(&p->f, "old_detail", change->old_fact.detail);
    add_text(&p->f, "new_detail", change->new_fact.detail);
}

static void add_delta(struct pairing *p, size_t index)
{
    const scm_delta *d = &p->c->comparison->deltas[index];
    add_text(&p->f, "name", d->name);
    add_labels(
        &p->f, "old_paragraphs", p->c->old_side->document, d->old_blocks, d->nold_blocks);
    add_labels(
        &p->f, "new_paragraphs", p->c->new_side->document, d->new_blocks, d->nnew_blocks);
}

static void add_side(
    struct pairing *p, const char *name, const scm_annotations *side, uint32_t statement)
{
    fields f = {.arena = p->f.arena};
    if (statement == SCM_NONE) {
        add_null(&p->f, name);
        return;
    }
    add_statement_fields(&f, side, &side->statements[statement]);
    add_object(&p->f, name, &f);
}

static void add_statement(struct pairing *p, size_t index)
{
    const scm_statement_change *change = &p->c->comparison->statements[index];
    add_side(p, "old_statement", p->c->old_side, change->old_statement);
    add_side(p, "new_statement", p->c->new_side, change->new_statement);
}

static fields changes(const struct pairing *p, const scm_bead *b)
{
    static const char *const OPS[] = {
        [SCM_RUN_SAME] = "same", [SCM_RUN_OLD] = "old", [SCM_RUN_NEW] = "new"};
    fields list = {.arena = p->f.arena};
    for (size_t i = 0; i < b->nruns; i++) {
        fields f = {.arena = p->f.arena};
        add_text(&f, "op", str_of(OPS[b->runs[i].kind]));
        add_text(&f, "text", b->runs[i].text);
        add_object(&list, NULL, &f);
    }
    return list;
}

static void add_sentence(
    fields *f, const char *name, const scm_annotations *side, uint32_t sentence)
{
    if (sentence == SCM_NONE)
        add_null(f, name);
    else
        add_number(f, name, side->sentences[sentence].number);
}

static double cut(double similarity)
{
    return similarity_hundredths(similarity) / 100.0;
}

static void add_pair(struct pairing *p, size_t index)
{
    const scm_pair *pair = &p->c->comparison->pairs[index];
    fields sentences = {.arena = p->f.arena};
    for (size_t i = 0; i < pair->nbeads; i++) {
        const scm_bead *b = &pair->beads[i];
        fields f = {.arena = p->f.arena}, runs = changes(p, b);
        add_sentence(&f, "old", p->c->old_side, b->old_sentence);
        add_sentence(&f, "new", p->c->new_side, b->new_sentence);
        add_number(&f, "similarity", cut(b->similarity));
        add_list(&f, "changes", &runs);
        add_object(&sentences, NULL, &f);
    }
    add_number(&p->f, "similarity", cut(pair->similarity));
    add_list(&p->f, "sentences", &sentences);
}

/* The rows of the records: facts, names, statements, paragraphs.  Names are
 * counted, so theirs are numbers. */
scm_value compare_object(const scm_report *report, size_t index, arena *scratch)
{
    const comparing *c = report->source;
    const scm_comparison *k = c->comparison;
    struct pairing p = {c, {.arena = scratch}};
    const struct {
        size_t count;
        void (*add)(struct pairing *, size_t);
    } parts[] = {{k->nfacts, add_fact}, {k->ndeltas, add_delta},
        {k->nstatements, add_statement}, {k->npairs, add_pair}};
    size_t part = 0, at = index;
    while (at >= parts[part].count) at -= parts[part++].count;
    scm_table t = report->records;
    t.values = parts[part].add == add_delta ? "tttnnt" : NULL;
    add_record(&p.f, &t, index);
    parts[part].add(&p, at);
    return fields_object(&p.f);
}
