/* Statements side by side: what two of them say is compared, the words from
 * one verb to the next, and the best pairs are taken first, one to one, among
 * all statements of paired blocks.  A pair is weighed by the strength of its verbs. */
#include "analyse/compare/across.h"
#include "analyse/compare/align.h"
#include "analyse/compare/deltas.h"
#include "analyse/compare/tokens.h"
#include "analyse/summary/summary.h"
#include "authority/authority.h"

#include <stdlib.h>

/* Similarity from which two statements in paired blocks are one that changed;
 * in paired sentences less will do, as the sentences are alike. */
static const double ENOUGH = 0.3, ENOUGH_TOGETHER = 0.1;
/* A promise is seldom what was thanks or a remark; and two speakers who are not
 * the same say the same only where little differs. */
static const double MORE_FOR_OTHER_ACT = 0.3, ENOUGH_FOR_OTHER_ACTOR = 0.6;
/* What counts besides: the same verb, the same speakers, each of the first words
 * behind the verb ("to continue to develop the …"), and paired sentences, there
 * the same speech act, and most of all that both are pledges (of "noted …, and
 * pledged …" the latter). */
static const double VERB = 0.25, ACTOR = 0.05, WORD = 0.05, TOGETHER = 0.1;
static const double ACT_TOGETHER = 0.5, PLEDGE_TOGETHER = 0.7;
enum { MOST_WORDS = 6 };
/* Statements of unchanged sentences pair in order, before all others. */
static const double UNCHANGED = 2;
/* More in a sentence is no prose: those pair in order. */
enum { MOST_IN_SENTENCE = 60 };

/* Statements with this score, of side 0 and side 1. */
struct statement_pair {
    double score, similarity;
    uint32_t at[2];
};

struct statement_matcher {
    arena *arena;
    const side *sides;
    uint32_t *first[2];    /* statement of each sentence; and the end */
    vector *clauses[2];    /* of each statement */
    bool *pledges[2];      /* is each statement one? */
    uint32_t *partners[2]; /* of each sentence */
    uint32_t *found[2];    /* the partner of each statement */
    double *similarities;  /* of those found, by statement of side 0 */
    VEC(struct statement_pair) candidates;
    size_t offers; /* pairs that may still be looked at: a budget for texts of lists */
};

static const scm_statement *statement(const struct statement_matcher *m, int s, uint32_t i)
{
    return &m->sides[s].annotations->statements[i];
}

static scm_verb verb_of(const scm_annotations *n, const scm_statement *s)
{
    return scm_authority_verb(n->authority, s->verb);
}

static uint32_t *none(arena *a, size_t count)
{
    uint32_t *out = arena_array(a, count, sizeof *out);
    for (size_t i = 0; i < count; i++) out[i] = SCM_NONE;
    return out;
}

/* What a statement says: its sentence from its verb, or the start, to the next one's. */
static vector clause(const struct statement_matcher *m, int s, uint32_t i)
{
    const scm_annotations *n = m->sides[s].annotations;
    const scm_statement *at = &n->statements[i];
    str text = n->sentences[at->sentence].text;
    size_t from = (size_t)(text.at - n->document->text.at), to = from + text.len;
    if (i > m->first[s][at->sentence]) from = at->at;
    if (i + 1 < m->first[s][at->sentence + 1]) to = n->statements[i + 1].at;
    return terms_between(m->arena, &m->sides[s], at->sentence, from, to);
}

static size_t count_in(const struct statement_matcher *m, int s, uint32_t sentence)
{
    return m->first[s][sentence + 1] - m->first[s][sentence];
}

bool same_verb(const scm_annotations *n, const scm_statement *s, const scm_annotations *other,
    const scm_statement *t)
{
    return str_eq(verb_of(n, s).lemma, verb_of(other, t).lemma);
}

str statement_said(const scm_annotations *n, const scm_statement *s)
{
    str text = n->sentences[s->sentence].text, verb;
    size_t at = s->at - (size_t)(text.at - n->document->text.at);
    word_next(text, &at, &verb, false);
    return str_sub(text, at, text.len);
}

uint32_t *first_statements(arena *a, const scm_annotations *n)
{
    uint32_t *first = arena_array(a, n->nsentences + 1, sizeof *first), at = 0;
    for (uint32_t i = 0; i <= n->nsentences; i++) {
        while (at < n->nstatements && n->statements[at].sentence < i) at++;
        first[i] = at;
    }
    return first;
}

static void read_side(struct statement_matcher *m, int s)
{
    const scm_annotations *n = m->sides[s].annotations;
    m->first[s] = first_statements(m->arena, n);
    m->clauses[s] = arena_array(m->arena, n->nstatements, sizeof *m->clauses[s]);
    m->pledges[s] = arena_array(m->arena, n->nstatements, sizeof *m->pledges[s]);
    for (uint32_t i = 0; i < n->nstatements; i++) {
        if (count_in(m, s, n->statements[i].sentence) > MOST_IN_SENTENCE) continue;
        m->clauses[s][i] = clause(m, s, i);
        m->pledges[s][i] = is_promise(n, &n->statements[i]);
    }
    m->partners[s] = none(m->arena, n->nsentences);
    m->found[s] = none(m->arena, n->nstatements);
}

static void pair_sentences(struct statement_matcher *m, const scm_comparison *c, int old_side)
{
    for (size_t i = 0; i < c->npairs; i++)
        for (size_t k = 0; k < c->pairs[i].nbeads; k++) {
            const scm_bead *b = &c->pairs[i].beads[k];
            if (b->old_sentence == SCM_NONE || b->new_sentence == SCM_NONE) continue;
            m->partners[old_side][b->old_sentence] = b->new_sentence;
            m->partners[!old_side][b->new_sentence] = b->old_sentence;
        }
}

static bool is_both(str actor)
{
    return str_eq(actor, S("both")) || str_eq(actor, S("all"));
}

/* "us-cjcs,rok-cjcs" are those of "rok-cjcs,us-cjcs". */
static bool same_actors(str a, str b)
{
    str one;
    if (a.len != b.len) return false;
    while (str_cut(&a, ',', &one))
        if (!str_has(b, one)) return false;
    return true;
}

static bool other_actor(str a, str b)
{
    return a.len && b.len && !same_actors(a, b);
}

/* What speaks for two statements being one. */
struct evidence {
    double alike;           /* what they say, from 0 */
    bool together;          /* in paired sentences */
    bool verb, act, actors; /* the same */
    bool pledges;           /* both are */
    bool other_actor;       /* and neither is both heads */
};

static struct evidence evidence_of(const struct statement_matcher *m, uint32_t a, uint32_t b)
{
    const scm_annotations *n = m->sides[0].annotations, *other = m->sides[1].annotations;
    const scm_statement *x = statement(m, 0, a), *y = statement(m, 1, b);
    int words = same_words(statement_said(n, x), statement_said(other, y), MOST_WORDS);
    return (struct evidence){
        .alike = vector_dot(m->clauses[0][a], m->clauses[1][b]) + WORD * words,
        .together = m->partners[0][x->sentence] == y->sentence,
        .verb = same_verb(n, x, other, y),
        .act = verb_of(n, x).act == verb_of(other, y).act,
        .actors = str_eq(x->actor, y->actor),
        .pledges = m->pledges[0][a] && m->pledges[1][b],
        .other_actor =
            other_actor(x->actor, y->actor) && !is_both(x->actor) && !is_both(y->actor),
    };
}

static bool is_enough(struct evidence e)
{
    if (e.other_actor) return e.alike >= ENOUGH_FOR_OTHER_ACTOR;
    if (e.together && (e.verb || e.pledges)) return true;
    double enough = e.together ? ENOUGH_TOGETHER : ENOUGH;
    return e.alike >= (e.act ? enough : enough + MORE_FOR_OTHER_ACT);
}

static void offer(struct statement_matcher *m, uint32_t a, uint32_t b)
{
    if (m->offers == 0) return;
    m->offers--;
    struct evidence e = evidence_of(m, a, b);
    if (!is_enough(e)) return;
    double score = e.alike + VERB * e.verb + ACTOR * e.actors + TOGETHER * e.together;
    if (e.together) score += ACT_TOGETHER * e.act + PLEDGE_TOGETHER * e.pledges;
    vec_push(m->arena, &m->candidates,
        ((struct statement_pair){score, e.alike > 1 ? 1 : e.alike, {a, b}}));
}

static void offer_in_order(struct statement_matcher *m, uint32_t a, uint32_t b)
{
    size_t n = count_in(m, 0, a), other = count_in(m, 1, b);
    for (uint32_t i = 0; i < n && i < other; i++)
        vec_push(m->arena, &m->candidates,
            ((struct statement_pair){UNCHANGED, 1, {m->first[0][a] + i, m->first[1][b] + i}}));
}

/* The statements of two sentences of paired blocks. */
static void offer_sentences(struct statement_matcher *m, uint32_t a, uint32_t b)
{
    bool together = m->partners[0][a] == b;
    bool many = count_in(m, 0, a) > MOST_IN_SENTENCE || count_in(m, 1, b) > MOST_IN_SENTENCE;
    bool same = together && str_eq(m->sides[0].annotations->sentences[a].text,
                                m->sides[1].annotations->sentences[b].text);
    if (same || (together && many)) {
        offer_in_order(m, a, b);
        return;
    }
    if (many) return;
    for (uint32_t i = m->first[0][a]; i < m->first[0][a + 1]; i++)
        for (uint32_t j = m->first[1][b]; j < m->first[1][b + 1]; j++) offer(m, i, j);
}

static void offer_blocks(struct statement_matcher *m, uint32_t a, uint32_t b)
{
    const side *s = m->sides;
    for (uint32_t i = s[0].first[a]; i < s[0].first[a + 1]; i++) {
        if (count_in(m, 0, i) == 0) continue;
        struct window w = sentence_window(&s[0], a, i, &s[1], b);
        for (uint32_t j = w.start; j < w.end; j++) offer_sentences(m, i, j);
    }
}

static int best_first(const void *x, const void *y)
{
    const struct statement_pair *p = x, *q = y;
    if (p->score != q->score) return p->score > q->score ? -1 : 1;
    if (p->at[0] != q->at[0]) return p->at[0] < q->at[0] ? -1 : 1;
    return (p->at[1] > q->at[1]) - (p->at[1] < q->at[1]);
}

static void take_best(struct statement_matcher *m)
{
    struct statement_pair *at = m->candidates.at;
    if (m->candidates.len) qsort(at, m->candidates.len, sizeof *at, best_first);
    for (size_t i = 0; i < m->candidates.len; i++) {
        uint32_t a = at[i].at[0], b = at[i].at[1];
        if (m->found[0][a] != SCM_NONE || m->found[1][b] != SCM_NONE) continue;
        m->found[0][a] = b;
        m->found[1][b] = a;
        m->similarities[a] = at[i].similarity;
    }
}

/* The class of the act, from the verb and what it takes: "emphasized their commitment to" is a
 * promise. */
static enum scm_act act_of(const scm_annotations *n, const scm_statement *s)
{
    return is_promise(n, s) ? SCM_COMMISSIVE : verb_of(n, s).act;
}

/* Another verb says little, and the same verb is the same act: a statement changed where it is
 * another act, is hedged, negated or is said by others. */
static enum scm_status_of_change verdict(const scm_comparison *c, uint32_t o, uint32_t n)
{
    const scm_annotations *old_side = c->old_summary->annotations,
                          *new_side = c->new_summary->annotations;
    const scm_statement *was = &old_side->statements[o], *is = &new_side->statements[n];
    bool act = c->across ? same_across(old_side, was, new_side, is)
                         : same_verb(old_side, was, new_side, is) ||
                               act_of(old_side, was) == act_of(new_side, is);
    bool same = act && was->polarity == is->polarity && !other_actor(was->actor, is->actor);
    return same ? SCM_KEPT : SCM_CHANGED;
}

typedef VEC(scm_statement_change) changes;

/* What became of statement `was` in `is`, which may be new. */
static scm_statement_change change(const struct statement_matcher *m, const scm_comparison *c,
    uint32_t was, uint32_t is, int old_side)
{
    if (was == SCM_NONE) return (scm_statement_change){SCM_NEW, was, is, 0, false};
    return (scm_statement_change){
        .status = verdict(c, was, is),
        .old_statement = was,
        .new_statement = is,
        .similarity = m->similarities[old_side ? is : was],
        .other_actor = other_actor(c->old_summary->annotations->statements[was].actor,
            c->new_summary->annotations->statements[is].actor),
    };
}

/* In the order of the new sentence; what is gone stands behind it. */
static void add_bead(arena *a, changes *out, const struct statement_matcher *m,
    const scm_comparison *c, const scm_bead *b, int old_side)
{
    const uint32_t *o = m->first[old_side], *n = m->first[!old_side];
    if (b->new_sentence != SCM_NONE)
        for (uint32_t i = n[b->new_sentence]; i < n[b->new_sentence + 1]; i++)
            vec_push(a, out, change(m, c, m->found[!old_side][i], i, old_side));
    if (b->old_sentence != SCM_NONE)
        for (uint32_t i = o[b->old_sentence]; i < o[b->old_sentence + 1]; i++)
            if (m->found[old_side][i] == SCM_NONE)
                vec_push(a, out, ((scm_statement_change){SCM_DROPPED, i, SCM_NONE, 0, false}));
}

static void take_alike(struct statement_matcher *m, const scm_comparison *c, int old_side)
{
    pair_sentences(m, c, old_side);
    for (size_t i = 0; i < c->npairs; i++) {
        uint32_t blocks[2];
        blocks[old_side] = c->pairs[i].old_block;
        blocks[!old_side] = c->pairs[i].new_block;
        if (blocks[0] != SCM_NONE && blocks[1] != SCM_NONE)
            offer_blocks(m, blocks[0], blocks[1]);
    }
    take_best(m);
}

/* In another language the statements are paired passage by passage. */
static void take_counterparts(
    struct statement_matcher *m, const scm_comparison *c, int old_side)
{
    passages list = find_passages(m->arena, c, m->sides, old_side);
    counterparts pairs = pair_across(m->arena, m->sides, &list);
    for (size_t i = 0; i < pairs.len; i++) {
        const struct counterpart *p = &pairs.at[i];
        if (m->found[0][p->at[0]] != SCM_NONE || m->found[1][p->at[1]] != SCM_NONE) continue;
        m->found[0][p->at[0]] = p->at[1];
        m->found[1][p->at[1]] = p->at[0];
        m->similarities[p->at[0]] = p->alike;
    }
}

void compare_statements(arena *a, scm_comparison *c, const side sides[2], int old_side)
{
    enum { OFFERS_EACH = 20, OFFERS_LEAST = 10000 };
    struct statement_matcher m = {.arena = arena_new(), .sides = sides};
    m.offers = OFFERS_LEAST + OFFERS_EACH * (sides[0].annotations->nstatements +
                                                sides[1].annotations->nstatements);
    changes found = {0};
    for (int s = 0; s < 2; s++) read_side(&m, s);
    m.similarities =
        arena_array(m.arena, sides[0].annotations->nstatements, sizeof *m.similarities);
    if (c->across)
        take_counterparts(&m, c, old_side);
    else
        take_alike(&m, c, old_side);
    for (size_t i = 0; i < c->npairs; i++)
        for (size_t k = 0; k < c->pairs[i].nbeads; k++)
            add_bead(a, &found, &m, c, &c->pairs[i].beads[k], old_side);
    c->statements = found.at;
    c->nstatements = found.len;
    arena_free(m.arena);
}
