/* What the parts of a comparison's report ask of both sides. */
#include "report/comparing.h"

str side_label(const scm_annotations *side, uint32_t block)
{
    return block == SCM_NONE ? (str){0} : side->document->blocks[block].label;
}

const scm_sentence *side_sentence(const scm_annotations *side, uint32_t statement)
{
    return statement == SCM_NONE ? NULL
                                 : &side->sentences[side->statements[statement].sentence];
}

str side_verb(const scm_annotations *side, uint32_t statement)
{
    if (statement == SCM_NONE) return (str){0};
    return scm_authority_verb(side->authority, side->statements[statement].verb).past;
}

str from_to(arena *a, str before, const char *arrow, str after)
{
    if (before.len == 0) before = S("-");
    if (after.len == 0) after = S("-");
    buf b = {.arena = a};
    str between = str_of(arrow);
    vec_reserve(a, &b, before.len + between.len + after.len);
    buf_add(&b, before);
    buf_add(&b, between);
    buf_add(&b, after);
    return buf_str(&b);
}

int similarity_hundredths(double similarity)
{
    return (int)(similarity * 100 + 1e-9);
}

str similarity_str(arena *a, double similarity)
{
    int hundredths = similarity_hundredths(similarity);
    return str_printf(a, "%d.%02d", hundredths / 100, hundredths % 100);
}

str compare_place(const comparing *c, const scm_statement_change *s)
{
    str before = side_label(c->old_side, side_sentence(c->old_side, s->old_statement)->block);
    str after = side_label(c->new_side, side_sentence(c->new_side, s->new_statement)->block);
    return str_eq(before, after) ? after : from_to(c->arena, before, "→", after);
}

static str qualified(
    const comparing *c, const scm_annotations *side, uint32_t statement, bool with_actor)
{
    str verb = side_verb(side, statement);
    buf b = {.arena = c->arena};
    if (statement == SCM_NONE) return verb;
    const scm_statement *s = &side->statements[statement];
    if (with_actor) buf_add(&b, actor_words(side->authority, s->actor));
    if (s->polarity == '-') list_add(&b, " ", S("not"));
    list_add(&b, " ", verb);
    if (s->polarity == '?') buf_add(&b, S(" (hedged)"));
    return buf_str(&b);
}

str compare_verbs_of(const comparing *c, const scm_statement_change *s)
{
    return from_to(c->arena, qualified(c, c->old_side, s->old_statement, s->other_actor), " → ",
        qualified(c, c->new_side, s->new_statement, s->other_actor));
}

bool compare_unreliable(const comparing *c)
{
    return c->comparison->old_wording.kind != SCM_WORDING_GIVEN ||
           c->comparison->new_wording.kind != SCM_WORDING_GIVEN;
}
