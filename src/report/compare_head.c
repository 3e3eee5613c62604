/* The top of a comparison: which meetings, then who and what changed, in some
 * ten lines. */
#include "report/compare.h"

enum { VERBS = 3, LABELS = 8, LONG_NAME = 32 };

/* "55th SCM fact sheet (13 November 2023, Seoul)", or the document's id. */
static str side_title(const comparing *c, const scm_summary *s)
{
    const scm_document *d = s->annotations->document;
    buf b = {.arena = c->arena}, where = {.arena = c->arena};
    const scm_fact *date = scm_summary_fact(s, "date"), *venue = scm_summary_fact(s, "venue");
    if (s->annotations->meeting == 0) return d->id;
    buf_add(&b, ordinal_str(c->arena, s->annotations->meeting));
    buf_add(&b, S(" SCM"));
    if (d->kind != SCM_KIND_COMMUNIQUE && d->kind != SCM_KIND_UNKNOWN)
        list_add(&b, " ", str_of(scm_kind_name(d->kind)));
    if (date) buf_add(&where, date_words(c->arena, date->value));
    if (venue) list_add(&where, ", ", venue->detail);
    if (where.len) buf_printf(&b, " (%.*s)", (int)where.len, where.at);
    return buf_str(&b);
}

str compare_title(const comparing *c)
{
    str before = side_title(c, c->comparison->old_summary);
    str after = side_title(c, c->comparison->new_summary);
    if (str_eq(before, after)) {
        str both = before;
        before = str_printf(c->arena, "%.*s: %.*s", (int)both.len, both.at,
            (int)c->old_name.len, c->old_name.at);
        after = c->new_name;
    }
    return from_to(c->arena, before, " → ", after);
}

static str person(const scm_annotations *side, scm_fact fact)
{
    scm_official official;
    if (scm_authority_person(side->authority, fact.value, side->reference_date, &official))
        return official.name;
    return fact.detail.len ? fact.detail : fact.value;
}

static bool is_person(str key)
{
    static const char *const KEYS[] = {
        "us-head", "rok-head", "us-chair", "rok-chair", "cfc-commander"};
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++)
        if (str_eq(key, str_of(KEYS[i]))) return true;
    return false;
}

static str people(const comparing *c)
{
    buf b = {.arena = c->arena};
    for (size_t i = 0; i < c->comparison->nfacts; i++) {
        const scm_fact_change *f = &c->comparison->facts[i];
        if (f->status != SCM_CHANGED || !is_person(f->new_fact.key)) continue;
        if (f->old_fact.value.len == 0 || f->new_fact.value.len == 0) continue;
        list_add(&b, " · ",
            from_to(c->arena, person(c->old_side, f->old_fact), " → ",
                person(c->new_side, f->new_fact)));
    }
    return buf_str(&b);
}

static void add_fact(rows *r, const char *label, str text)
{
    if (text.len == 0) return;
    rows_add(r, str_of(label));
    rows_add(r, text);
}

static const enum scm_type BODIES[] = {
    SCM_MECHANISM, SCM_AGREEMENT, SCM_EXERCISE, SCM_ORG, SCM_CAPABILITY, SCM_NTYPES};
static const enum scm_type WORLD[] = {SCM_STATE, SCM_PLACE, SCM_TERM, SCM_NTYPES};

static str lists(
    const comparing *c, const enum scm_type *types, enum scm_status_of_change status)
{
    buf b = {.arena = c->arena};
    for (; *types != SCM_NTYPES; types++) {
        const name_list how = {*types == SCM_MECHANISM ? 8 : 3, LONG_NAME, false};
        str names = compare_names_of(c, *types, status, how);
        if (names.len) list_add(&b, " · ", names);
    }
    return buf_str(&b);
}

/* The topic of the paragraph that a block belongs to. */
static str topic(const scm_summary *s, uint32_t block)
{
    for (size_t i = 0; i < s->ngists; i++) {
        const scm_gist *g = &s->gists[i];
        if (block >= g->block && block - g->block < g->nblocks) return g->topics[0];
    }
    return (str){0};
}

/* "13→11 Space and cyber: decided → pledged" */
static void add_verb(const comparing *c, buf *b, const scm_statement_change *s)
{
    uint32_t block = side_sentence(c->new_side, s->new_statement)->block;
    str about = topic(c->comparison->new_summary, block);
    list_add(b, " · ", S("¶"));
    buf_add(b, compare_place(c, s));
    if (about.len) buf_printf(b, " %.*s", (int)about.len, about.at);
    list_add(b, ": ", compare_verbs_of(c, s));
}

static str verbs(const comparing *c, enum scm_status_of_change status)
{
    buf b = {.arena = c->arena};
    size_t n = 0;
    for (size_t i = 0; i < c->comparison->nstatements; i++) {
        const scm_statement_change *s = &c->comparison->statements[i];
        if (s->status == status && n++ < VERBS) add_verb(c, &b, s);
    }
    if (n > VERBS) buf_printf(&b, " +%zu", n - VERBS);
    return buf_str(&b);
}

static void add_note(const comparing *c, buf *b, str whose, str text)
{
    if (text.len)
        list_add(b, " · ",
            str_printf(
                c->arena, "%.*s: %.*s", (int)whose.len, whose.at, (int)text.len, text.at));
}

static str note(const comparing *c)
{
    str before = c->old_side->document->note, after = c->new_side->document->note;
    buf b = {.arena = c->arena};
    if (str_eq(before, after)) {
        str both = from_to(c->arena, c->old_name, " and ", c->new_name);
        add_note(c, &b, both, before);
    } else {
        add_note(c, &b, c->old_name, before);
        add_note(c, &b, c->new_name, after);
    }
    return buf_str(&b);
}

/* Which blocks have a pair of this status.  A split is one of the old block, a
 * merger one of the new. */
static bool *blocks_with(const comparing *c, enum scm_status_of_change status, bool old)
{
    size_t nblocks = (old ? c->old_side : c->new_side)->document->nblocks;
    bool *has = arena_array(c->arena, nblocks, sizeof *has);
    for (size_t i = 0; i < c->comparison->npairs; i++) {
        const scm_pair *p = &c->comparison->pairs[i];
        if (p->status == status) has[old ? p->old_block : p->new_block] = true;
    }
    return has;
}

/* "2 dropped (4, 10)" */
static str tally(const comparing *c, enum scm_status_of_change status, bool labels)
{
    bool old = status == SCM_SPLIT || status == SCM_DROPPED;
    const scm_annotations *side = old ? c->old_side : c->new_side;
    const bool *has = blocks_with(c, status, old);
    buf list = {.arena = c->arena};
    size_t n = 0;
    for (uint32_t i = 0; i < side->document->nblocks; i++)
        if (has[i] && n++ < LABELS) list_add(&list, ", ", side_label(side, i));
    if (n == 0) return (str){0};
    buf b = {.arena = c->arena};
    buf_printf(&b, "%zu %s", n, scm_status_name(status));
    if (labels) buf_printf(&b, " (%.*s%s)", (int)list.len, list.at, n > LABELS ? ", …" : "");
    return buf_str(&b);
}

static str paragraphs(const comparing *c)
{
    static const struct {
        enum scm_status_of_change status;
        bool labels;
    } PARTS[] = {{SCM_SAME, false}, {SCM_EDITED, false}, {SCM_MOVED, true}, {SCM_SPLIT, true},
        {SCM_MERGED, true}, {SCM_DROPPED, true}, {SCM_NEW, true}};
    buf b = {.arena = c->arena};
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        str part = tally(c, PARTS[i].status, PARTS[i].labels);
        if (part.len) list_add(&b, ", ", part);
    }
    return buf_str(&b);
}

void compare_headline(const comparing *c, builder *b)
{
    rows r = rows_new(c->arena, NULL, "lw");
    add_fact(&r, "People", people(c));
    add_fact(&r, "New", lists(c, BODIES, SCM_NEW));
    add_fact(&r, "Gone", lists(c, BODIES, SCM_DROPPED));
    add_fact(&r, "First seen", lists(c, WORLD, SCM_NEW));
    add_fact(&r, "No longer", lists(c, WORLD, SCM_DROPPED));
    add_fact(&r, "Stronger", verbs(c, SCM_STRONGER));
    add_fact(&r, "Weaker", verbs(c, SCM_WEAKER));
    add_fact(&r, "Paragraphs", paragraphs(c));
    add_fact(&r, "Note", note(c));
    builder_facts(b, (str){0}, &r);
}
