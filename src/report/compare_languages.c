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
    r.table.heads = heads;
    for (size_t i = 0; i < c->comparison->nchanges; i++) {
        const scm_change *k = &c->comparison->changes[i];
        if (c->options.stat && k->weight < 2) continue;
        rows_add_number(&r, (size_t)k->weight);
        rows_add(&r, where(c, k));
        rows_add(&r, words_of(c, k, k->old_words));
        rows_add(&r, words_of(c, k, k->new_words));
        rows_tone(&r, compare_tone(k->status));
    }
    builder_table(b, S("In one language only, or otherwise"), &r);
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
    if (b->page) compare_map(c, b);
    if (b->page || c->options.full) compare_paragraphs(c, b);
}
