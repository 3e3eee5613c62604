/* Names and policy phrases that stand on one side only. */
#include "analyse/compare/changes.h"

#include "analyse/compare/measure.h"
#include "analyse/compare/tokens.h"

static uint32_t sentence_at(const scm_annotations *n, size_t at)
{
    str s = scm_sentence_at(n, at);
    size_t low = 0, high = n->nsentences;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (n->sentences[mid].text.at <= s.at)
            low = mid + 1;
        else
            high = mid;
    }
    return low ? (uint32_t)low - 1 : 0;
}

/* "DSC" of the DSC Table-top Exercise: the id as it is written. */
static bool has_id(const struct changer *c, int s, const scm_mention *m)
{
    str text = c->sides[s].annotations->document->text;
    bool acronym = m->type != SCM_TERM && m->type != SCM_PLACE && !str_has(m->id, S("-")) &&
                   may_have(c, s, str_lower(c->arena, m->id)) && may_search(c);
    return acronym && find_words(text, m->id) < text.len;
}

/* A name that the other text has inside a longer one, or under its full name, is not gone;
 * but China is, where only the South China Sea is left. */
static bool stands_elsewhere(
    const struct changer *c, int s, const scm_annotations *n, const scm_mention *m)
{
    scm_name name;
    enum { EXACT = 7 }; /* of what weighs so much the very words count */
    if (m->type == SCM_STATE) return false;
    str surface = scm_mention_surface(n, m);
    bool loose = m->type == SCM_TERM && name_weight_of(n, m) < EXACT;
    if (loose && may_have_stems(c, s, str_lower(c->arena, surface))) return true;
    if (has_words(c, s, surface) || has_id(c, s, m)) return true;
    return scm_authority_find_name_of(n->authority, m->id, m->type, &name) &&
           has_words(c, s, name.name);
}

/* Which of the mentions shows the name best: one with the listed name, else the longest. */
static const scm_mention *best_of(
    const scm_annotations *n, const scm_mention *const *at, size_t count)
{
    const scm_mention *best = at[0];
    scm_name name;
    bool listed = scm_authority_find_name_of(n->authority, best->id, best->type, &name);
    for (size_t i = 0; i < count; i++) {
        if (listed && str_eq(scm_mention_surface(n, at[i]), name.name)) return at[i];
        if (at[i]->end - at[i]->start > best->end - best->start) best = at[i];
    }
    return best;
}

/* A state or a policy phrase says more with the words around it, which a stretch has. */
static const double BARE = 0.75;

static double share_of(const scm_mention *m)
{
    return m->type == SCM_STATE || m->type == SCM_TERM ? BARE : 1;
}

/* Often named is more, but no more than what weighs a class more. */
enum { HEADLINE_NAME = 7, MEMO_NAME = 4 };
static double score_of(int weighs, size_t times)
{
    static const double OFTEN = 0.15, BELOW = 0.01;
    double score = weighs * (1 + OFTEN * natural_log((double)times));
    double most = (weighs >= MEMO_NAME ? HEADLINE_NAME : MEMO_NAME) - BELOW;
    return weighs >= HEADLINE_NAME || score < most ? score : most;
}

static void offer_names(struct changer *c, int s)
{
    const mention_list *list = c->names;
    const scm_annotations *n = c->sides[s].annotations;
    for (size_t i = 0, end; i < list[s].len; i = end) {
        const scm_mention *const *at = &list[s].at[i];
        for (end = i; end < list[s].len && str_eq(list[s].at[end]->id, at[0]->id);) end++;
        if (has_name(c, !s, at[0]->id)) continue;
        int weighs = name_weight_of(n, at[0]);
        const scm_mention *best = best_of(n, at, end - i);
        if (weighs == 0 || stands_elsewhere(c, !s, n, best)) continue;
        uint32_t sentence = sentence_at(n, best->start);
        if (c->protocol[s][sentence] && weighs < HEADLINE_NAME) continue;
        scm_change *offer = offer_alone(c, s, sentence, SCM_CHANGE_NAME,
            scm_mention_surface(n, best), share_of(best) * score_of(weighs, end - i));
        offer->name = best->id;
        offer->type = best->type;
    }
}

void find_names_of_one_side(struct changer *c)
{
    for (int s = 0; s < 2; s++) offer_names(c, s);
}
