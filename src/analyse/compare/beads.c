/* Sentences inside aligned blocks, best pairs first, one to one: the same
 * sentences, then the similar ones.  A sentence of a block with several
 * partners goes to the one where it finds the best partner. */
#include "analyse/compare/beads.h"

#include <stdlib.h>
#include "analyse/compare/deltas.h"
#include "analyse/compare/measure.h"
#include "analyse/compare/tokens.h"

/* Below, two sentences have a topic in common and no wording; a reader is
 * better served by one struck out and one put in. */
static const double ENOUGH = 0.2;
/* Of two equally good partners, the one at the same relative place. */
static const double PLACE = 0.02;

/* What the same verb with the same words behind it adds, a word: "pledged to
 * continue to develop" is common words, and yet one pledge. */
static const double WORD = 0.04;
enum { MOST_WORDS = 6, LEAST_WORDS = 3, MOST_STATEMENTS = 4 };

struct pair {
    uint32_t match, a, b;
    double similarity, score;
};

struct sentence_aligner {
    arena *arena;
    const side *sides;
    const matches *blocks;
    const str *const *text;
    VEC(struct pair) pairs;
    uint32_t *first[2]; /* statement of each sentence */
    uint32_t *home[2];  /* of each sentence: the match where it is likeliest at home */
    double *home_score[2];
};

static double relative(const side *s, uint32_t block, uint32_t sentence)
{
    uint32_t first = s->first[block], count = s->first[block + 1] - first;
    return (sentence - first + 0.5) / count;
}

static void settle(
    struct sentence_aligner *x, int s, uint32_t sentence, uint32_t m, double score)
{
    if (x->home[s][sentence] != SCM_NONE && x->home_score[s][sentence] >= score) return;
    x->home[s][sentence] = m;
    x->home_score[s][sentence] = score;
}

/* The most words that follow the same verb in both sentences. */
static int words_said(const struct sentence_aligner *x, uint32_t a, uint32_t b)
{
    const scm_annotations *n = x->sides[0].annotations, *other = x->sides[1].annotations;
    const uint32_t *i = &x->first[0][a], *j = &x->first[1][b];
    int most = 0;
    for (uint32_t s = i[0]; s < i[1] && s < i[0] + MOST_STATEMENTS; s++)
        for (uint32_t t = j[0]; t < j[1] && t < j[0] + MOST_STATEMENTS; t++) {
            const scm_statement *one = &n->statements[s], *two = &other->statements[t];
            if (!same_verb(n, one, other, two)) continue;
            int words =
                same_words(statement_said(n, one), statement_said(other, two), MOST_WORDS);
            if (words > most) most = words;
        }
    return most >= LEAST_WORDS ? most : 0;
}

static void consider(struct sentence_aligner *x, uint32_t m, uint32_t a, uint32_t b)
{
    match blocks = x->blocks->at[m];
    bool same = str_eq(x->text[0][a], x->text[1][b]);
    double away =
        distance(relative(&x->sides[0], blocks.a, a), relative(&x->sides[1], blocks.b, b));
    double similarity = vector_dot(x->sides[0].sentences[a], x->sides[1].sentences[b]);
    if (similarity > 1) similarity = 1;
    if (same) similarity = 1;
    double said = same ? 0 : WORD * words_said(x, a, b);
    double score = similarity + said + same + PLACE * (1 - away);
    settle(x, 0, a, m, similarity);
    settle(x, 1, b, m, similarity);
    if (similarity + said >= ENOUGH)
        vec_push(x->arena, &x->pairs, ((struct pair){m, a, b, similarity, score}));
}

static void consider_match(struct sentence_aligner *x, uint32_t m)
{
    match blocks = x->blocks->at[m];
    const side *s = x->sides;
    /* A sentence that resembles none stays where the blocks are most alike. */
    double least = PLACE * blocks.similarity;
    for (uint32_t b = s[1].first[blocks.b]; b < s[1].first[blocks.b + 1]; b++)
        settle(x, 1, b, m, least);
    for (uint32_t a = s[0].first[blocks.a]; a < s[0].first[blocks.a + 1]; a++)
        settle(x, 0, a, m, least);
    for (uint32_t a = s[0].first[blocks.a]; a < s[0].first[blocks.a + 1]; a++) {
        struct window w = sentence_window(&s[0], blocks.a, a, &s[1], blocks.b);
        for (uint32_t b = w.start; b < w.end; b++) consider(x, m, a, b);
    }
}

static int compare_pairs(const void *x, const void *y)
{
    const struct pair *p = x, *q = y;
    if (p->score != q->score) return p->score > q->score ? -1 : 1;
    if (p->a != q->a) return p->a < q->a ? -1 : 1;
    return (p->b > q->b) - (p->b < q->b);
}

/* Best first, each sentence once. */
static void take(struct sentence_aligner *x, beads *out, bool *taken[2])
{
    if (x->pairs.len) qsort(x->pairs.at, x->pairs.len, sizeof *x->pairs.at, compare_pairs);
    for (size_t i = 0; i < x->pairs.len; i++) {
        struct pair p = x->pairs.at[i];
        if (taken[0][p.a] || taken[1][p.b]) continue;
        taken[0][p.a] = taken[1][p.b] = true;
        vec_push(x->arena, out, ((bead){p.match, {p.a, p.b}, p.similarity}));
    }
}

static void take_rest(struct sentence_aligner *x, beads *out, bool *taken[2])
{
    for (int s = 0; s < 2; s++)
        for (uint32_t i = 0; i < x->sides[s].nsentences; i++) {
            bead alone = {x->home[s][i], {SCM_NONE, SCM_NONE}, 0};
            alone.sentence[s] = i;
            if (!taken[s][i]) vec_push(x->arena, out, alone);
        }
}

/* Blocks with the same text have the same sentences, in order. */
static bool pair_same(struct sentence_aligner *x, uint32_t m, beads *out, bool *taken[2])
{
    match blocks = x->blocks->at[m];
    uint32_t a = x->sides[0].first[blocks.a], b = x->sides[1].first[blocks.b];
    uint32_t count = x->sides[0].first[blocks.a + 1] - a;
    if (!blocks.same || x->sides[1].first[blocks.b + 1] - b != count) return false;
    for (uint32_t i = 0; i < count; i++) {
        if (!str_eq(x->text[0][a + i], x->text[1][b + i])) return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        vec_push(x->arena, out, ((bead){m, {a + i, b + i}, 1}));
        taken[0][a + i] = taken[1][b + i] = true;
    }
    return true;
}

beads align_beads(
    arena *a, const side sides[2], const matches *blocks, const str *const text[2])
{
    struct sentence_aligner x = {.arena = a, .sides = sides, .blocks = blocks, .text = text};
    beads out = {0};
    bool *taken[2];
    for (int s = 0; s < 2; s++) {
        taken[s] = arena_array(a, sides[s].nsentences, sizeof *taken[s]);
        x.home[s] = arena_array(a, sides[s].nsentences, sizeof *x.home[s]);
        x.home_score[s] = arena_array(a, sides[s].nsentences, sizeof *x.home_score[s]);
        for (size_t i = 0; i < sides[s].nsentences; i++) x.home[s][i] = SCM_NONE;
        x.first[s] = first_statements(a, sides[s].annotations);
    }
    for (uint32_t m = 0; m < blocks->len; m++)
        if (!pair_same(&x, m, &out, taken)) consider_match(&x, m);
    take(&x, &out, taken);
    take_rest(&x, &out, taken);
    return out;
}
