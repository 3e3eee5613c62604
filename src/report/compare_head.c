/* The top of a comparison: which texts, then who and what changed, in ten lines
 * at most: each takes what has room on a line of a usual terminal, the new names
 * on two, and says how much more there is. */
#include "report/comparing.h"

enum { LINE = 62, LABELS = 4, LONG_NAME = 32 };

/* The kinds are named where either is no communiqué. */
static bool names_kinds(const comparing *c)
{
    return c->old_side->kind != SCM_KIND_COMMUNIQUE || c->new_side->kind != SCM_KIND_COMMUNIQUE;
}

/* "55th SCM fact sheet (13 November 2023, Seoul)"; the id of a text on no meeting. */
static str side_title(const comparing *c, const scm_summary *s)
{
    const scm_document *d = s->annotations->document;
    buf b = {.arena = c->arena}, where = {.arena = c->arena};
    const scm_fact *date = scm_summary_fact(s, "date"), *venue = scm_summary_fact(s, "venue");
    str kind = str_of(scm_kind_name(s->annotations->kind));
    if (s->annotations->meeting == 0)
        return str_printf(c->arena, "%.*s (%.*s)", SCM_STR(d->id), SCM_STR(kind));
    buf_add(&b, ordinal_str(c->arena, s->annotations->meeting));
    list_add(&b, " ", s->annotations->series);
    if (names_kinds(c)) list_add(&b, " ", kind);
    if (date) buf_add(&where, date_words(c->arena, date->value));
    if (venue) list_add(&where, ", ", venue->detail);
    if (where.len) buf_printf(&b, " (%.*s)", SCM_STR(where));
    return buf_str(&b);
}

str compare_title(const comparing *c)
{
    str before = side_title(c, c->comparison->old_summary);
    str after = side_title(c, c->comparison->new_summary);
    if (str_eq(before, after)) {
        str both = before;
        before = str_printf(c->arena, "%.*s: %.*s", SCM_STR(both), SCM_STR(c->old_name));
        after = c->new_name;
    }
    return from_to(c->arena, before, " → ", after);
}

str compare_fact(const scm_annotations *side, scm_fact fact)
{
    scm_official official;
    if (scm_authority_person(side->authority, fact.value, side->reference_date, &official))
        return official.name;
    return fact.detail.len ? fact.detail : fact.value;
}

static bool is_person(enum scm_fact_kind kind)
{
    return kind == SCM_FACT_HEAD || kind == SCM_FACT_CHAIR || kind == SCM_FACT_REPORTER;
}

/* A president does not hand over to a minister. */
static bool one_office(const comparing *c, const scm_fact_change *f)
{
    scm_official was, is;
    const scm_annotations *o = c->old_side, *n = c->new_side;
    if (!scm_authority_person(o->authority, f->old_fact.value, o->reference_date, &was) ||
        !scm_authority_person(n->authority, f->new_fact.value, n->reference_date, &is))
        return true;
    return str_eq(was.office, is.office);
}

/* Who followed whom, the heads first; the rest as a number. */
static str people(const comparing *c)
{
    buf b = {.arena = c->arena};
    size_t hidden = 0;
    for (size_t i = 0; i < c->comparison->nfacts; i++) {
        const scm_fact_change *f = &c->comparison->facts[i];
        if (f->status != SCM_CHANGED || !is_person(f->new_fact.kind)) continue;
        if (f->old_fact.value.len == 0 || f->new_fact.value.len == 0) continue;
        if (!one_office(c, f)) continue;
        str change = from_to(c->arena, compare_fact(c->old_side, f->old_fact), " → ",
            compare_fact(c->new_side, f->new_fact));
        if (b.len && b.len + change.len > LINE)
            hidden++;
        else
            list_add(&b, " · ", change);
    }
    if (hidden) buf_printf(&b, " +%zu", hidden);
    return buf_str(&b);
}

static void add_fact(rows *r, const char *label, str text)
{
    if (text.len == 0) return;
    rows_add(r, str_of(label));
    rows_add(r, text);
}

/* The names of some types that came or went: of each so many, as far as they
 * have room. */
struct share {
    enum scm_type type;
    size_t most;
};
static const struct share BODIES[] = {{SCM_MECHANISM, 6}, {SCM_AGREEMENT, 2}, {SCM_EXERCISE, 2},
    {SCM_ORG, 2}, {SCM_CAPABILITY, 2}, {SCM_NTYPES, 0}};
static const struct share WORLD[] = {
    {SCM_STATE, 2}, {SCM_PLACE, 1}, {SCM_TERM, 2}, {SCM_NTYPES, 0}};

/* "Combined defense" is not gone where "combined defense posture" stands. */
static bool stands_within(const comparing *c, const scm_delta *d)
{
    const scm_annotations *other = d->new_mentions ? c->old_side : c->new_side;
    bool within = d->type == SCM_TERM || d->type == SCM_PLACE || d->type == SCM_STATE;
    str text = other->document->text;
    return within && str_find_nocase(text, d->name) < text.len;
}

/* A name that no table has is a piece of wording: in another wording it may stand
 * for the same thing. */
static bool counts_as(const comparing *c, const scm_delta *d)
{
    scm_name name;
    if (!compare_unreliable(c)) return true;
    return scm_authority_find_name(c->new_side->authority, d->id, &name);
}

struct list {
    buf text;
    size_t room, hidden;
};

static void list_type(
    const comparing *c, struct list *l, struct share share, enum scm_status_of_change status)
{
    size_t n, shown = 0;
    const scm_delta **found = compare_deltas_of(c, share.type, status, &n);
    for (size_t i = 0; i < n; i++) {
        str name = compare_name(c, found[i]);
        if (!counts_as(c, found[i])) continue;
        bool fits = name.len <= LONG_NAME && l->text.len + name.len <= l->room;
        if (shown == share.most || !fits || stands_within(c, found[i])) {
            l->hidden++;
            continue;
        }
        list_add(&l->text, shown ? ", " : " · ", name);
        shown++;
    }
    if (shown && share.type == SCM_TERM && compare_unreliable(c)) buf_add(&l->text, S("?"));
}

static str lists(const comparing *c, const struct share *shares,
    enum scm_status_of_change status, size_t room)
{
    struct list l = {.text = {.arena = c->arena}, .room = room};
    for (; shares->type != SCM_NTYPES; shares++) list_type(c, &l, *shares, status);
    if (l.text.len && l.hidden) buf_printf(&l.text, " +%zu", l.hidden);
    return buf_str(&l.text);
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

/* "¶13→11 Space and cyber: decided → pledged", the topic where it has room. */
static void add_verb(const comparing *c, buf *b, const scm_statement_change *s)
{
    enum { COUNT = 6 }; /* " +123?" */
    uint32_t block = side_sentence(c->new_side, s->new_statement)->block;
    str about = topic(c->comparison->new_summary, block);
    str place = compare_place(c, s), verbs = compare_verbs_of(c, s);
    int width = utf8_width(place) + utf8_width(about) + utf8_width(verbs) + COUNT;
    buf_add(b, S("¶"));
    buf_add(b, place);
    if (about.len && width <= LINE) buf_printf(b, " %.*s", SCM_STR(about));
    list_add(b, ": ", verbs);
}

/* The one that is surest to be the same statement, and how many more there are. */
static str verbs(const comparing *c, enum scm_status_of_change status)
{
    const scm_statement_change *best = NULL;
    buf b = {.arena = c->arena};
    size_t n = 0;
    for (size_t i = 0; i < c->comparison->nstatements; i++) {
        const scm_statement_change *s = &c->comparison->statements[i];
        if (s->status != status) continue;
        n++;
        if (!best || s->similarity > best->similarity) best = s;
    }
    if (!best) return (str){0};
    add_verb(c, &b, best);
    if (n > 1) buf_printf(&b, " +%zu", n - 1);
    if (compare_unreliable(c)) buf_char(&b, '?');
    return buf_str(&b);
}

/* "restated", "translated"; `re-translated: "Secretary of State" 24 times` */
static str doubt(const comparing *c, const scm_wording *w)
{
    if (w->kind == SCM_WORDING_SUSPECT)
        return str_printf(c->arena, "re-translated: %.*s", SCM_STR(w->reason));
    return w->kind == SCM_WORDING_TRANSLATED ? S("translated") : S("restated");
}

static void add_doubt(const comparing *c, buf *b, str whose, const scm_wording *w)
{
    if (w->kind == SCM_WORDING_GIVEN) return;
    list_add(b, "; ", from_to(c->arena, whose, " ", doubt(c, w)));
}

/* What in the comparison is not to be relied on, and why. */
static str warning(const comparing *c)
{
    const scm_wording *before = &c->comparison->old_wording,
                      *after = &c->comparison->new_wording;
    buf why = {.arena = c->arena};
    if (!compare_unreliable(c)) return (str){0};
    if (before->kind == after->kind && str_eq(doubt(c, before), doubt(c, after))) {
        add_doubt(c, &why, from_to(c->arena, c->old_name, " and ", c->new_name), before);
    } else {
        add_doubt(c, &why, c->old_name, before);
        add_doubt(c, &why, c->new_name, after);
    }
    return str_printf(c->arena, "wording, verbs (%.*s)", SCM_STR(why));
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

/* "2 dropped (4, 10)", with so many labels at most. */
static str tally(const comparing *c, enum scm_status_of_change status, size_t labels)
{
    bool old = status == SCM_SPLIT || status == SCM_DROPPED;
    const scm_annotations *side = old ? c->old_side : c->new_side;
    const bool *has = blocks_with(c, status, old);
    buf list = {.arena = c->arena};
    size_t n = 0;
    for (uint32_t i = 0; i < side->document->nblocks; i++)
        if (has[i] && n++ < labels) list_add(&list, ", ", side_label(side, i));
    if (n == 0) return (str){0};
    buf b = {.arena = c->arena};
    buf_printf(&b, "%zu %s", n, scm_status_name(status));
    if (labels) buf_printf(&b, " (%.*s%s)", SCM_STR(list), n > labels ? ", …" : "");
    return buf_str(&b);
}

static str tallies(const comparing *c, size_t labels)
{
    static const struct {
        enum scm_status_of_change status;
        bool labels;
    } PARTS[] = {{SCM_SAME, false}, {SCM_EDITED, false}, {SCM_MOVED, false}, {SCM_SPLIT, false},
        {SCM_MERGED, false}, {SCM_DROPPED, true}, {SCM_NEW, true}};
    buf b = {.arena = c->arena};
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        str part = tally(c, PARTS[i].status, PARTS[i].labels ? labels : 0);
        if (part.len) list_add(&b, ", ", part);
    }
    return buf_str(&b);
}

/* As many labels as have room on a line; one of many tells nothing. */
str compare_tally(const comparing *c)
{
    size_t labels = LABELS;
    str text = tallies(c, labels);
    while (labels && utf8_width(text) > LINE) text = tallies(c, labels -= labels > 2 ? 1 : 2);
    return text;
}

/* Much is not in a text that is half as long, for that alone. */
static str lengths(const comparing *c)
{
    size_t before = c->comparison->old_summary->words,
           after = c->comparison->new_summary->words;
    if (before <= 2 * after && after <= 2 * before) return (str){0};
    return str_printf(c->arena, "%zu → %zu words", before, after);
}

void compare_headline(const comparing *c, builder *b)
{
    rows r = rows_new(c->arena, NULL, "lw");
    add_fact(&r, "People", people(c));
    add_fact(&r, "New", lists(c, BODIES, SCM_NEW, 2 * LINE));
    add_fact(&r, "Gone", lists(c, BODIES, SCM_DROPPED, LINE));
    add_fact(&r, "First seen", lists(c, WORLD, SCM_NEW, LINE));
    add_fact(&r, "No longer", lists(c, WORLD, SCM_DROPPED, LINE));
    add_fact(&r, "Stronger", verbs(c, SCM_STRONGER));
    add_fact(&r, "Weaker", verbs(c, SCM_WEAKER));
    add_fact(&r, "Paragraphs", compare_tally(c));
    add_fact(&r, "Length", lengths(c));
    add_fact(&r, "Unreliable", warning(c));
    if (compare_unreliable(c)) rows_tone(&r, TONE_NOTE);
    builder_facts(b, (str){0}, &r);
}
