/* A comparison for programs: a row for each thing compared, and for formats that
 * nest what lies behind it. */
#include "report/comparing.h"

static void begin_row(record *r, str kind, enum scm_status_of_change status, str key)
{
    record_text(r, kind);
    record_text(r, str_of(scm_status_name(status)));
    record_text(r, key);
}

static void fact_row(record *r, const comparing *c, size_t index)
{
    const scm_fact_change *f = &c->comparison->facts[index];
    str before = f->old_fact.detail, after = f->new_fact.detail;
    bool changed = f->status != SCM_SAME && (before.len || after.len);
    begin_row(
        r, S("MEETING"), f->status, f->new_fact.key.len ? f->new_fact.key : f->old_fact.key);
    record_text(r, f->old_fact.value);
    record_text(r, f->new_fact.value);
    record_text(r, changed ? from_to(r->arena, before, " > ", after) : (str){0});
}

static void name_row(record *r, const comparing *c, size_t index)
{
    const scm_delta *d = &c->comparison->deltas[index];
    str before = block_labels(r->arena, c->old_side->document, d->old_blocks, d->nold_blocks);
    str after = block_labels(r->arena, c->new_side->document, d->new_blocks, d->nnew_blocks);
    begin_row(r, str_of(scm_type_name(d->type)), d->status, d->id);
    record_number(r, d->old_mentions);
    record_number(r, d->new_mentions);
    record_text(r, from_to(r->arena, before, " > ", after));
}

/* "para/sentence". */
static str place(arena *a, const scm_annotations *side, const scm_sentence *s)
{
    if (!s) return (str){0};
    return from_to(a, side_label(side, s->block), "/", number_str(a, s->number));
}

/* The sentence of one without a partner, else the actors where they are not the
 * same; "?" where its verb is not to be trusted. */
static str statement_detail(arena *a, const comparing *c, const scm_statement_change *s)
{
    const scm_sentence *before = side_sentence(c->old_side, s->old_statement);
    const scm_sentence *after = side_sentence(c->new_side, s->new_statement);
    buf b = {.arena = a};
    if (!before) buf_add(&b, after->text);
    if (!after) buf_add(&b, before->text);
    if (s->other_actor)
        buf_add(&b, from_to(a, c->old_side->statements[s->old_statement].actor, " > ",
                        c->new_side->statements[s->new_statement].actor));
    if (compare_unreliable(c)) list_add(&b, " ", S("?"));
    return buf_str(&b);
}

static void statement_row(record *r, const comparing *c, size_t index)
{
    const scm_statement_change *s = &c->comparison->statements[index];
    const scm_sentence *before = side_sentence(c->old_side, s->old_statement);
    const scm_sentence *after = side_sentence(c->new_side, s->new_statement);
    str verbs = from_to(r->arena, side_verb(c->old_side, s->old_statement), ">",
        side_verb(c->new_side, s->new_statement));
    begin_row(r, S("STATEMENT"), s->status, verbs);
    record_text(r, place(r->arena, c->old_side, before));
    record_text(r, place(r->arena, c->new_side, after));
    record_text(r, statement_detail(r->arena, c, s));
}

static void pair_row(record *r, const comparing *c, size_t index)
{
    const scm_pair *p = &c->comparison->pairs[index];
    begin_row(r, S("PARAGRAPH"), p->status, (str){0});
    record_text(r, side_label(c->old_side, p->old_block));
    record_text(r, side_label(c->new_side, p->new_block));
    record_text(r, similarity_str(r->arena, p->similarity));
}

/* "3: OLD WORDS > NEW WORDS" */
static void change_row(record *r, const comparing *c, size_t index)
{
    const scm_change *k = &c->comparison->changes[index];
    const scm_sentence *before =
        k->old_sentence == SCM_NONE ? NULL : &c->old_side->sentences[k->old_sentence];
    const scm_sentence *after =
        k->new_sentence == SCM_NONE ? NULL : &c->new_side->sentences[k->new_sentence];
    begin_row(r, S("CHANGE"), k->status, str_of(scm_change_class_name(k->class_)));
    record_text(r, place(r->arena, c->old_side, before));
    record_text(r, place(r->arena, c->new_side, after));
    str words = from_to(r->arena, k->old_words, " > ", k->new_words);
    record_text(r, str_printf(r->arena, "%d: %.*s", k->weight, SCM_STR(words)));
}

static void change_more(fields *f, const comparing *c, size_t index)
{
    const scm_change *k = &c->comparison->changes[index];
    field_number(f, "weight", k->weight);
    field_text(f, "old_words", k->old_words);
    field_text(f, "new_words", k->new_words);
    field_text(f, "name", k->name);
}

static void fact_more(fields *f, const comparing *c, size_t index)
{
    const scm_fact_change *change = &c->comparison->facts[index];
    field_text(f, "old_detail", change->old_fact.detail);
    field_text(f, "new_detail", change->new_fact.detail);
}

static void name_more(fields *f, const comparing *c, size_t index)
{
    const scm_delta *d = &c->comparison->deltas[index];
    field_text(f, "name", d->name);
    field_labels(f, "old_paragraphs", c->old_side->document, d->old_blocks, d->nold_blocks);
    field_labels(f, "new_paragraphs", c->new_side->document, d->new_blocks, d->nnew_blocks);
}

static void add_side(
    fields *f, const char *name, const scm_annotations *side, uint32_t statement)
{
    fields of_side = {.arena = f->arena};
    if (statement == SCM_NONE) {
        field_null(f, name);
        return;
    }
    add_statement_fields(&of_side, side, &side->statements[statement]);
    field_object(f, name, &of_side);
}

static void statement_more(fields *f, const comparing *c, size_t index)
{
    const scm_statement_change *change = &c->comparison->statements[index];
    add_side(f, "old_statement", c->old_side, change->old_statement);
    add_side(f, "new_statement", c->new_side, change->new_statement);
}

static fields changes(arena *a, const scm_bead *b)
{
    static const char *const OPS[] = {
        [SCM_RUN_SAME] = "same", [SCM_RUN_OLD] = "old", [SCM_RUN_NEW] = "new"};
    fields list = {.arena = a};
    for (size_t i = 0; i < b->nruns; i++) {
        fields f = {.arena = a};
        field_text(&f, "op", str_of(OPS[b->runs[i].kind]));
        field_text(&f, "text", b->runs[i].text);
        field_object(&list, NULL, &f);
    }
    return list;
}

static void add_sentence(
    fields *f, const char *name, const scm_annotations *side, uint32_t sentence)
{
    if (sentence == SCM_NONE)
        field_null(f, name);
    else
        field_number(f, name, side->sentences[sentence].number);
}

static double cut(double similarity)
{
    return similarity_hundredths(similarity) / 100.0;
}

static void pair_more(fields *f, const comparing *c, size_t index)
{
    const scm_pair *pair = &c->comparison->pairs[index];
    fields sentences = {.arena = f->arena};
    for (size_t i = 0; i < pair->nbeads; i++) {
        const scm_bead *b = &pair->beads[i];
        fields one = {.arena = f->arena}, runs = changes(f->arena, b);
        add_sentence(&one, "old", c->old_side, b->old_sentence);
        add_sentence(&one, "new", c->new_side, b->new_sentence);
        field_number(&one, "similarity", cut(b->similarity));
        field_list(&one, "changes", &runs);
        field_object(&sentences, NULL, &one);
    }
    field_number(f, "similarity", cut(pair->similarity));
    field_list(f, "sentences", &sentences);
}

/* The kinds of rows, in their order. */
static const struct part {
    size_t count; /* where scm_comparison has the number of them */
    void (*row)(record *, const comparing *, size_t);
    void (*more)(fields *, const comparing *, size_t);
} PARTS[] = {
    {offsetof(scm_comparison, nchanges), change_row, change_more},
    {offsetof(scm_comparison, nfacts), fact_row, fact_more},
    {offsetof(scm_comparison, ndeltas), name_row, name_more},
    {offsetof(scm_comparison, nstatements), statement_row, statement_more},
    {offsetof(scm_comparison, npairs), pair_row, pair_more},
};
enum { NPARTS = sizeof PARTS / sizeof *PARTS };

static size_t count_of(const scm_comparison *c, const struct part *p)
{
    return *(const size_t *)((const char *)c + p->count);
}

size_t compare_nrows(const scm_comparison *c)
{
    size_t n = 0;
    for (size_t i = 0; i < NPARTS; i++) n += count_of(c, &PARTS[i]);
    return n;
}

/* The kind of a row; *index becomes its place among its like. */
static const struct part *part_of(const comparing *c, size_t *index)
{
    const struct part *p = PARTS;
    for (; *index >= count_of(c->comparison, p); p++) *index -= count_of(c->comparison, p);
    return p;
}

void compare_row(record *r, size_t index)
{
    const comparing *c = r->report->source;
    part_of(c, &index)->row(r, c, index);
}

void compare_more(fields *f, const record *r, size_t index)
{
    const comparing *c = r->report->source;
    part_of(c, &index)->more(f, c, index);
}
