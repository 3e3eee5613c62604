/* The paragraphs of a comparison, redlined, in the new document's order: a
 * section for each new block that changed or moved, one for each dropped block
 * where it stood.  Pages have the unchanged ones too, folded, both texts whole
 * and side by side, and a sign where a moved one stood. */
#include "report/comparing.h"

/* The alignment turned round: what a block or a sentence became. */
struct weave {
    const comparing *c;
    size_t *first_sentence[2]; /* by block: old, new; one more at the end */
    uint32_t *parts;           /* by old block: how many new ones it became */
    const scm_pair **first;    /* by new block: its first pair */
    const scm_pair **next;     /* by pair: the next one of the same new block */
    const scm_pair **home;     /* by old block: the pair most like it */
    const scm_bead **bead;     /* by new sentence: the best bead */
    bool *kept;                /* by old sentence: it has a partner, or is printed */
    bool *torn;                /* by old sentence: its pair stood out of order */
    bool merged;               /* several old blocks became the one being made */
};

static size_t *first_sentences(arena *a, const scm_annotations *side)
{
    size_t nblocks = side->document->nblocks, block = 0;
    size_t *first = arena_array(a, nblocks + 1, sizeof *first);
    for (size_t i = 0; i < side->nsentences; i++)
        while (block <= side->sentences[i].block) first[block++] = i;
    while (block <= nblocks) first[block++] = side->nsentences;
    return first;
}

static void weave_bead(struct weave *w, const scm_bead *b)
{
    if (b->old_sentence != SCM_NONE && b->new_sentence != SCM_NONE)
        w->kept[b->old_sentence] = true;
    if (b->new_sentence == SCM_NONE) return;
    const scm_bead **best = &w->bead[b->new_sentence];
    bool paired = b->old_sentence != SCM_NONE;
    if (!*best ||
        (paired && ((*best)->old_sentence == SCM_NONE || b->similarity > (*best)->similarity)))
        *best = b;
}

/* Pairs come last first, so that the lists of a block's pairs are in order. */
static void weave_pair(struct weave *w, size_t index)
{
    const scm_pair *p = &w->c->comparison->pairs[index];
    if (p->new_block != SCM_NONE) {
        w->next[index] = w->first[p->new_block];
        w->first[p->new_block] = p;
    }
    if (p->new_block != SCM_NONE && p->old_block != SCM_NONE) {
        const scm_pair **home = &w->home[p->old_block];
        w->parts[p->old_block]++;
        if (!*home || p->similarity >= (*home)->similarity) *home = p;
    }
    for (size_t i = 0; i < p->nbeads; i++) weave_bead(w, &p->beads[i]);
}

static struct weave weave_new(const comparing *c)
{
    arena *a = c->arena;
    const scm_comparison *k = c->comparison;
    size_t nold = c->old_side->document->nblocks, nnew = c->new_side->document->nblocks;
    struct weave w = {.c = c};
    w.first_sentence[0] = first_sentences(a, c->old_side);
    w.first_sentence[1] = first_sentences(a, c->new_side);
    w.parts = arena_array(a, nold, sizeof *w.parts);
    w.home = arena_array(a, nold, sizeof *w.home);
    w.first = arena_array(a, nnew, sizeof *w.first);
    w.next = arena_array(a, k->npairs, sizeof *w.next);
    w.bead = arena_array(a, c->new_side->nsentences, sizeof *w.bead);
    w.kept = arena_array(a, c->old_side->nsentences, sizeof *w.kept);
    w.torn = arena_array(a, c->old_side->nsentences, sizeof *w.torn);
    for (size_t i = k->npairs; i-- > 0;) weave_pair(&w, i);
    return w;
}

/* One sentence of a section: what is shown of it, and whether it changed. */
struct shown_sentence {
    const scm_run *runs;
    size_t nruns;
    bool changed;
    str place; /* "[4/2]": where it stood, in a paragraph that was merged */
};
typedef VEC(struct shown_sentence) items;

static void add_whole(struct weave *w, items *list, enum scm_run_kind kind, str text, str place)
{
    scm_run *run = arena_alloc(w->c->arena, sizeof *run);
    *run = (scm_run){kind, text};
    *vec_add(w->c->arena, list) = (struct shown_sentence){run, 1, kind != SCM_RUN_SAME, place};
}

/* Of a sentence in a paragraph that several became: "[4/2]". */
static str old_place(const struct weave *w, uint32_t sentence)
{
    const scm_sentence *s = &w->c->old_side->sentences[sentence];
    str label = side_label(w->c->old_side, s->block);
    if (!w->merged) return (str){0};
    return str_printf(w->c->arena, "[%.*s/%u] ", SCM_STR(label), s->number);
}

static bool any_change(const scm_bead *b)
{
    for (size_t i = 0; i < b->nruns; i++)
        if (b->runs[i].kind != SCM_RUN_SAME) return true;
    return false;
}

/* Old sentences of `block` in [from, end) that went nowhere: they are shown
 * once, in the section of the block that the old one is most like; those whose pair was torn in
 * the one where it was. */
static void add_lost(
    struct weave *w, items *list, uint32_t block, size_t from, size_t end, uint32_t home)
{
    bool at_home = w->home[block] && w->home[block]->new_block == home;
    for (; from < end; from++) {
        if (w->kept[from] || (!at_home && !w->torn[from])) continue;
        w->kept[from] = true;
        add_whole(w, list, SCM_RUN_OLD, w->c->old_side->sentences[from].text,
            old_place(w, (uint32_t)from));
    }
}

/* Those right before a sentence that was kept stand before it here too. */
static void add_lost_before(struct weave *w, items *list, uint32_t sentence, uint32_t home)
{
    uint32_t block = w->c->old_side->sentences[sentence].block;
    size_t from = sentence;
    while (from > w->first_sentence[0][block] && !w->kept[from - 1]) from--;
    add_lost(w, list, block, from, sentence, home);
}

static void add_sentence(struct weave *w, items *list, uint32_t block, size_t sentence)
{
    const scm_bead *b = w->bead[sentence];
    if (!b || b->old_sentence == SCM_NONE) {
        add_whole(w, list, SCM_RUN_NEW, w->c->new_side->sentences[sentence].text, (str){0});
        return;
    }
    add_lost_before(w, list, b->old_sentence, block);
    *vec_add(w->c->arena, list) = (struct shown_sentence){
        b->runs, b->nruns, any_change(b), old_place(w, b->old_sentence)};
}

/* Which items are shown: those that changed, and `context` on either side. */
static bool *shown_items(const struct weave *w, const items *list)
{
    bool *shown = arena_array(w->c->arena, list->len, sizeof *shown);
    const int context = w->c->options.context;
    const bool full = w->c->options.full;
    int near = 0;
    for (size_t i = 0; i < list->len; i++) {
        near = list->at[i].changed ? context : near - 1;
        shown[i] = full || list->at[i].changed || near >= 0;
    }
    near = 0;
    for (size_t i = list->len; i-- > 0;) {
        near = list->at[i].changed ? context : near - 1;
        shown[i] |= near >= 0;
    }
    return shown;
}

static void add_item(prose *p, const struct shown_sentence *item)
{
    static const enum prose_kind KINDS[] = {
        [SCM_RUN_SAME] = PROSE_SAME,
        [SCM_RUN_OLD] = PROSE_OLD,
        [SCM_RUN_NEW] = PROSE_NEW,
    };
    prose_gap(p);
    prose_add(p, PROSE_PLACE, item->place);
    for (size_t i = 0; i < item->nruns; i++)
        prose_add(p, KINDS[item->runs[i].kind], item->runs[i].text);
}

static prose whole(const struct weave *w, const items *list)
{
    prose p = {.arena = w->c->arena};
    for (size_t i = 0; i < list->len; i++) add_item(&p, &list->at[i]);
    return p;
}

static prose fold(const struct weave *w, const items *list)
{
    prose p = {.arena = w->c->arena};
    const bool *shown = shown_items(w, list);
    for (size_t i = 0; i < list->len;) {
        size_t from = i;
        while (i < list->len && !shown[i]) i++;
        if (i > from) {
            str n = plural(p.arena, i - from, "sentence");
            prose_add(&p, PROSE_FOLD, str_printf(p.arena, "… %.*s unchanged …", SCM_STR(n)));
        }
        if (i < list->len) add_item(&p, &list->at[i++]);
    }
    return p;
}

static const scm_pair *next_pair(const struct weave *w, const scm_pair *p)
{
    return w->next[p - w->c->comparison->pairs];
}

/* "11 and part of 12": the old blocks that a new one was made of. */
static str origins(const struct weave *w, const scm_pair *first)
{
    buf b = {.arena = w->c->arena};
    for (const scm_pair *p = first; p; p = next_pair(w, p)) {
        const scm_pair *next = next_pair(w, p);
        if (b.len) buf_add(&b, next ? S(", ") : S(" and "));
        if (w->parts[p->old_block] > 1) buf_add(&b, S("part of "));
        buf_add(&b, side_label(w->c->old_side, p->old_block));
    }
    return buf_str(&b);
}

static str heading_new(const struct weave *w, const scm_pair *p, bool changed)
{
    str label = side_label(w->c->new_side, p->new_block);
    buf b = {.arena = w->c->arena};
    buf_printf(&b, "Paragraph %.*s", SCM_STR(label));
    if (p->old_block == SCM_NONE) {
        buf_add(&b, S(", new"));
        return buf_str(&b);
    }
    str from = origins(w, p);
    const char *merged = next_pair(w, p) ? ", merged" : "";
    const char *was = p->status == SCM_MOVED ? "moved from" : "was";
    if (!str_eq(from, label) || p->status == SCM_MOVED)
        buf_printf(&b, " (%s %.*s%s)", was, SCM_STR(from), merged);
    if (!changed) buf_add(&b, S(", unchanged"));
    return buf_str(&b);
}

static str similarity(const struct weave *w, const scm_pair *first)
{
    double best = 0;
    for (const scm_pair *p = first; p; p = next_pair(w, p))
        if (p->similarity > best) best = p->similarity;
    str number = similarity_str(w->c->arena, best);
    return str_printf(w->c->arena, "similarity %.*s", SCM_STR(number));
}

/* The longest run of new sentences whose old ones stand in order too (Schensted 1961, by the
 * plain quadratic method): the pairs of the others are torn, so that neither order breaks. */
static void tear_out_of_order(struct weave *w, size_t from, size_t end)
{
    enum { MOST = 1000 }; /* more sentences are no paragraph */
    size_t n = end - from, best = 0;
    if (n > MOST) return;
    size_t *length = arena_array(w->c->arena, n, sizeof *length);
    size_t *before = arena_array(w->c->arena, n, sizeof *before);
    bool *stays = arena_array(w->c->arena, n, sizeof *stays);
    for (size_t i = 0; i < n; i++) {
        const scm_bead *b = w->bead[from + i];
        if (!b || b->old_sentence == SCM_NONE) continue;
        length[i] = 1, before[i] = n;
        for (size_t k = 0; k < i; k++) {
            const scm_bead *x = w->bead[from + k];
            bool ahead = length[k] && x->old_sentence < b->old_sentence;
            if (ahead && length[k] >= length[i]) length[i] = length[k] + 1, before[i] = k;
        }
        if (length[i] > length[best]) best = i;
    }
    for (size_t i = best; i < n && length[i]; i = before[i]) stays[i] = true;
    for (size_t i = 0; i < n; i++) {
        if (!length[i] || stays[i]) continue;
        w->kept[w->bead[from + i]->old_sentence] = false;
        w->torn[w->bead[from + i]->old_sentence] = true;
        w->bead[from + i] = NULL;
    }
}

/* Old sentences below `end` of the blocks that became this one, which went nowhere. */
static void add_lost_below(struct weave *w, items *list, const scm_pair *p, size_t end)
{
    for (const scm_pair *k = p; k; k = next_pair(w, k)) {
        const size_t *old = w->first_sentence[0] + k->old_block;
        size_t stop = old[1] < end ? old[1] : end;
        if (old[0] < stop) add_lost(w, list, k->old_block, old[0], stop, p->new_block);
    }
}

/* A merged paragraph: the old sentences stand in the old order, the new ones in theirs. */
static void add_merged(struct weave *w, items *list, const scm_pair *p)
{
    const size_t *first = w->first_sentence[1] + p->new_block;
    tear_out_of_order(w, first[0], first[1]);
    for (size_t s = first[0]; s < first[1]; s++) {
        const scm_bead *b = w->bead[s];
        if (b && b->old_sentence != SCM_NONE) add_lost_below(w, list, p, b->old_sentence);
        add_sentence(w, list, p->new_block, s);
    }
    add_lost_below(w, list, p, SIZE_MAX);
}

/* A new block as it is printed. */
struct shown_block {
    const scm_pair *pair; /* the first of its pairs */
    items list;
    bool changed;
    str heading, aside;
};

static struct shown_block make_entry(struct weave *w, const scm_pair *p)
{
    struct shown_block e = {.pair = p};
    w->merged = next_pair(w, p) != NULL;
    const size_t *first = w->first_sentence[1] + p->new_block;
    if (w->merged)
        add_merged(w, &e.list, p);
    else
        for (size_t s = first[0]; s < first[1]; s++) add_sentence(w, &e.list, p->new_block, s);
    if (!w->merged && p->old_block != SCM_NONE) {
        const size_t *old = w->first_sentence[0] + p->old_block;
        add_lost(w, &e.list, p->old_block, old[0], old[1], p->new_block);
    }
    for (size_t i = 0; i < e.list.len; i++) e.changed |= e.list.at[i].changed;
    e.heading = heading_new(w, p, e.changed);
    if (e.changed && p->old_block != SCM_NONE) e.aside = similarity(w, p);
    return e;
}

static void lines_of_entry(const struct weave *w, builder *b, const struct shown_block *e)
{
    bool full = w->c->options.full;
    bool in_place = e->pair->status == SCM_SAME || e->pair->status == SCM_EDITED;
    if (!e->changed && in_place && !full) return;
    prose text = {.arena = b->arena};
    if (e->changed || full) text = fold(w, &e->list);
    builder_prose(b, e->heading, e->aside, &text);
}

static str old_anchor(const struct weave *w, uint32_t block)
{
    str label = side_label(w->c->old_side, block);
    return str_printf(w->c->arena, "old%.*s", SCM_STR(label));
}

static void set_sides(const struct weave *w, struct section *s)
{
    s->sides[0] = w->c->old_name;
    s->sides[1] = w->c->new_name;
}

static void page_of_entry(const struct weave *w, builder *b, const struct shown_block *e)
{
    const scm_pair *p = e->pair;
    prose text = whole(w, &e->list);
    struct section *s = builder_prose(b, e->heading, e->aside, &text);
    s->anchor = paragraph_anchor(b->arena, side_label(w->c->new_side, p->new_block));
    s->tone = compare_tone(e->changed || p->status != SCM_EDITED ? p->status : SCM_SAME);
    s->folded = !e->changed && p->status != SCM_MOVED && !w->c->options.full;
    if (e->changed) set_sides(w, s);
    if (p->status == SCM_MOVED)
        s->link = (struct section_link){
            str_printf(b->arena, "where it stood in %.*s", SCM_STR(w->c->old_name)),
            old_anchor(w, p->old_block), {NULL, 0}};
}

static void section_dropped(const struct weave *w, builder *b, const scm_pair *p)
{
    str label = side_label(w->c->old_side, p->old_block), name = w->c->old_name;
    prose text = {.arena = b->arena};
    prose_add(&text, PROSE_OLD, w->c->old_side->document->blocks[p->old_block].text);
    struct section *s = builder_prose(b,
        str_printf(b->arena, "Paragraph %.*s of %.*s, dropped", SCM_STR(label), SCM_STR(name)),
        (str){0}, &text);
    s->anchor = old_anchor(w, p->old_block);
    s->tone = TONE_GONE;
    set_sides(w, s);
}

/* Signs for the moved blocks that stood in the old text from `block` on. */
static void signs_from(const struct weave *w, builder *b, uint32_t block)
{
    const scm_annotations *side = w->c->old_side;
    if (!b->page) return;
    for (; block < side->document->nblocks; block++) {
        const scm_pair *home = w->home[block];
        if (!home || home->status != SCM_MOVED) return;
        str label = side_label(side, block), now = side_label(w->c->new_side, home->new_block);
        struct section *s = builder_part(b,
            str_printf(b->arena, "Paragraph %.*s of %.*s was here", SCM_STR(label),
                SCM_STR(w->c->old_name)),
            (str){0});
        s->anchor = old_anchor(w, block);
        s->tone = TONE_MOVED;
        s->link = (struct section_link){str_printf(b->arena, "moved to %.*s", SCM_STR(now)),
            paragraph_anchor(b->arena, now), {NULL, 0}};
    }
}

/* Old blocks that have no section of their own are shown as a line each, behind the
 * section of the old block in front of them. */
static void signs_behind(const struct weave *w, builder *b, const scm_pair *first)
{
    for (const scm_pair *p = first; p; p = next_pair(w, p))
        if (p->old_block != SCM_NONE && w->home[p->old_block] == p && p->status != SCM_MOVED)
            signs_from(w, b, p->old_block + 1);
}

static void section_new(struct weave *w, builder *b, const scm_pair *p)
{
    struct shown_block e = make_entry(w, p);
    if (b->page)
        page_of_entry(w, b, &e);
    else
        lines_of_entry(w, b, &e);
    signs_behind(w, b, p);
}

void compare_paragraphs(const comparing *c, builder *b)
{
    struct weave w = weave_new(c);
    if (b->page) builder_part(b, S("Paragraphs"), compare_tally(c));
    b->below = true;
    signs_from(&w, b, 0);
    for (size_t i = 0; i < c->comparison->npairs; i++) {
        const scm_pair *p = &c->comparison->pairs[i];
        if (p->new_block == SCM_NONE) {
            section_dropped(&w, b, p);
            signs_from(&w, b, p->old_block + 1);
        } else if (w.first[p->new_block] == p) {
            section_new(&w, b, p);
        }
    }
    b->below = false;
}
