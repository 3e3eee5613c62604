/* The page of a comparison across two languages: what stands in one text only or otherwise, the
 * weightiest first; then, on a page or in full, both texts. */
#include "base/syllable.h"
#include "report/comparing.h"

str compare_language(const comparing *c, bool old)
{
    const scm_summary *s = old ? c->comparison->old_summary : c->comparison->new_summary;
    const scm_fact *f = scm_summary_fact_of(s, SCM_FACT_LANGUAGE, (str){0});
    return f ? f->detail : (str){0};
}

/* "제재 회피 (sanctions evasion)": a name with what it is called in the tables. */
static str words_of(const comparing *c, const scm_change *k, str words)
{
    scm_name name;
    if (words.len == 0) return S("-");
    if (!k->name.len || !has_syllables(words)) return words;
    if (!scm_authority_find_name(c->new_side->authority, k->name, &name)) return words;
    return str_printf(c->arena, "%.*s (%.*s)", SCM_STR(words), SCM_STR(name.name));
}

static str where(const comparing *c, const scm_change *k)
{
    str before = {0}, after = {0};
    if (k->old_sentence != SCM_NONE)
        before = side_label(c->old_side, c->old_side->sentences[k->old_sentence].block);
    if (k->new_sentence != SCM_NONE)
        after = side_label(c->new_side, c->new_side->sentences[k->new_sentence].block);
    if (!before.len || !after.len || str_eq(before, after)) return after.len ? after : before;
    return from_to(c->arena, before, "→", after);
}

static void add_differences(const comparing *c, builder *b)
{
    const char **heads = arena_array(c->arena, 4, sizeof *heads);
    heads[0] = "weight";
    heads[1] = "where";
    heads[2] = str_z(c->arena, c->old_name);
    heads[3] = str_z(c->arena, c->new_name);
    rows r = rows_new(c->arena, heads, "rpww");
    size_t hidden = 0;
    r.table.heads = heads;
    for (size_t i = 0; i < c->comparison->nchanges; i++) {
        const scm_change *k = &c->comparison->changes[i];
        if (c->options.stat && k->weight < 2) {
            hidden++;
            continue;
        }
        rows_add_number(&r, (size_t)k->weight);
        rows_add(&r, where(c, k));
        rows_add(&r, words_of(c, k, k->old_words));
        rows_add(&r, words_of(c, k, k->new_words));
        rows_tone(&r, compare_tone(k->status));
    }
    if (hidden) {
        for (size_t i = 0; i < 2; i++) rows_add(&r, (str){0});
        rows_add(&r, str_printf(c->arena, "… %zu more of weight 1, without --stat", hidden));
        rows_add(&r, (str){0});
    }
    builder_table(b, S("Differences between the two languages"), &r);
}

/* The first words of a change that stand in the text, which is what is left of a block. */
static str next_words(const comparing *c, str text, bool old)
{
    str first = {text.at + text.len, 0};
    for (size_t i = 0; i < c->comparison->nchanges; i++) {
        const scm_change *k = &c->comparison->changes[i];
        str words = old ? k->old_words : k->new_words;
        bool inside =
            words.len && words.at >= text.at && words.at + words.len <= text.at + text.len;
        bool before = words.at < first.at || (words.at == first.at && words.len > first.len);
        if (inside && before) first = words;
    }
    return first;
}

/* A block as it stands, the words of the differences marked. */
static void add_block(const comparing *c, prose *p, uint32_t block, bool old)
{
    const scm_document *d = (old ? c->old_side : c->new_side)->document;
    enum prose_kind plain = old ? PROSE_LEFT : PROSE_RIGHT,
                    marked = old ? PROSE_OLD : PROSE_NEW;
    str text = d->blocks[block].text;
    const char *end = text.at + text.len;
    while (text.len) {
        str words = next_words(c, text, old);
        prose_add(p, plain, (str){text.at, (size_t)(words.at - text.at)});
        prose_add(p, marked, words);
        text = (str){words.at + words.len, (size_t)(end - words.at) - words.len};
    }
    prose_gap(p);
}

static void add_section(
    const comparing *c, builder *b, uint32_t old_block, uint32_t new_block, const prose *text)
{
    str before = side_label(c->old_side, old_block), after = side_label(c->new_side, new_block);
    str label = from_to(c->arena, before, "→", after);
    if (!before.len || !after.len || str_eq(before, after)) label = after.len ? after : before;
    struct section *s = builder_prose(
        b, str_printf(b->arena, "Paragraph %.*s", SCM_STR(label)), (str){0}, text);
    s->anchor = new_block != SCM_NONE ? paragraph_anchor(b->arena, after)
                                      : str_printf(b->arena, "old%.*s", SCM_STR(before));
    s->sides[0] = c->old_name;
    s->sides[1] = c->new_name;
}

/* Both texts side by side, each block once: an old one beside the first new one that it was
 * paired with. */
static void add_texts(const comparing *c, builder *b)
{
    const scm_comparison *k = c->comparison;
    bool *shown = arena_array(c->arena, c->old_side->document->nblocks, sizeof *shown);
    builder_part(b, S("Both texts"), (str){0});
    b->below = true;
    for (size_t i = 0, next; i < k->npairs; i = next) {
        uint32_t block = k->pairs[i].new_block, first = SCM_NONE;
        prose text = {.arena = b->arena};
        for (next = i; next < k->npairs &&
                       (next == i || (block != SCM_NONE && k->pairs[next].new_block == block));
             next++) {
            uint32_t old = k->pairs[next].old_block;
            if (first == SCM_NONE) first = old;
            if (old == SCM_NONE || shown[old]) continue;
            shown[old] = true;
            add_block(c, &text, old, true);
        }
        if (block != SCM_NONE) add_block(c, &text, block, false);
        add_section(c, b, first, block, &text);
    }
    b->below = false;
}

void compare_languages(const comparing *c, builder *b)
{
    str warning = compare_warning(c);
    rows r = rows_new(b->arena, NULL, "lw");
    if (warning.len) {
        rows_add(&r, S("Unreliable"));
        rows_add(&r, warning);
        rows_tone(&r, TONE_NOTE);
        builder_facts(b, (str){0}, &r);
    }
    compare_meeting(c, b);
    add_differences(c, b);
    if (b->page) add_texts(c, b);
    if (!b->page && c->options.full) compare_paragraphs(c, b);
}
