/* Alignment of blocks by what they say: cosine similarity of stems and ids
 * (Salton 1975) averaged with the mean best match of their sentences, so that a
 * paragraph finds its parts.  Order is a hint and, but in texts of thousands of
 * paragraphs, never a constraint: the beads of Gale & Church (1993) lose where one paragraph
 * becomes five. */
#include "analyse/compare/align.h"

#include <stdlib.h>
#include "analyse/compare/measure.h"

/* Fitted on communiqués one, two and three years apart, one of them a translation
 * back, and on tests/unit/test_perturb.c; each may vary by a tenth and change one
 * pair at most.
 * The score from which on a block is a partner: below, only phrases of the genre
 * are shared. */
static const double ENOUGH = 0.16;
/* What two blocks share at the least, wherever they stand. */
static const double LEAST = 0.08;
/* A second partner is as good as the first from this share of its score on. */
static const double NEAR = 0.6;
/* A merger takes in neighbours: blocks so similar are partners even where the other
 * one has a better, if that one stands so near. */
static const double EVIDENT = 0.28;
enum { NEIGHBOURS = 3 };
/* What a sentence must share to speak for a partner that has a better one, and
 * how many times what it shares with that one. */
static const double CONTRIBUTION = 0.25;
static const double CLEARLY = 1.25;
/* Two sentences so alike, neither with a better match anywhere, are one sentence
 * that went from the one block to the other, however little else did. */
static const double WITNESS = 0.45;
/* What the same relative place adds, and how far that reaches. */
static const double PLACE = 0.1;
static const double REACH = 0.15;
/* Cosines that are not looked into: less than one sentence of twenty. */
static const double FLOOR = 0.04;
enum { KEEP = 24 }; /* partners kept a block */
/* Sentences compared with one, and where there are more than MANY of them. */
enum { WINDOW = 200, MANY = 2000, NARROW_WINDOW = 40 };
enum { BLOCK_WINDOW = 2000 }; /* blocks compared with one */

struct block_pair {
    uint32_t other;
    double score, similarity;
};

/* The sentence of the other side that one is most like. */
struct nearest_blocks {
    uint32_t other;
    double similarity; /* 0: none */
};

/* The best partners of a block, best first. */
struct ranking {
    struct block_pair best[KEEP];
    size_t len;
};

struct aligner {
    const side *sides;
    bool *taken[2];                    /* blocks that have a partner of the same text */
    struct ranking *likely[2];         /* by the cosine of the blocks alone */
    struct ranking *rankings[2];       /* by the whole score */
    double *best[2];                   /* of each sentence its best match in the pair at hand */
    struct nearest_blocks *nearest[2]; /* of each sentence its best match of all */
    float *spread;                     /* by term, the weights of the sentence at hand */
    /* Of each term the blocks of side 0 that hold it, end to end. */
    size_t *postings_start;
    weight *postings;
};

/* An even better one goes in front; of equals the first stays first. */
static void offer(struct ranking *r, struct block_pair c)
{
    size_t at = r->len < KEEP ? r->len++ : KEEP - 1;
    if (at == KEEP - 1 && r->best[at].score >= c.score && r->best[at].score > 0) return;
    for (; at > 0 && r->best[at - 1].score < c.score; at--) r->best[at] = r->best[at - 1];
    r->best[at] = c;
}

/* Of `total` as many as `width` around the place that the `at`-th of `count` has. */
static struct window window_around(uint32_t at, uint32_t count, uint32_t total, uint32_t width)
{
    if (total <= width) return (struct window){0, total};
    uint64_t middle = (uint64_t)at * total / count;
    uint32_t start = middle > width / 2 ? (uint32_t)middle - width / 2 : 0;
    if (start > total - width) start = total - width;
    return (struct window){start, start + width};
}

struct window sentence_window(
    const side *from, uint32_t block, uint32_t sentence, const side *other, uint32_t partner)
{
    uint32_t first = from->first[block], count = from->first[block + 1] - first;
    uint32_t start = other->first[partner], total = other->first[partner + 1] - start;
    bool many = count > MANY && total > MANY;
    struct window w =
        window_around(sentence - first, count, total, many ? NARROW_WINDOW : WINDOW);
    return (struct window){start + w.start, start + w.end};
}

/* How well the sentence of `block` finds a partner in the other side's block. */
static double best_match(
    const side *s, uint32_t block, uint32_t sentence, const side *other, uint32_t partner)
{
    struct window w = sentence_window(s, block, sentence, other, partner);
    double best = 0;
    for (uint32_t i = w.start; i < w.end; i++) {
        double d = vector_dot(s->sentences[sentence], other->sentences[i]);
        if (d > best) best = d;
    }
    return best;
}

/* The mean of the best matches of a block's sentences, long ones for more. */
static double mean_match(const side *s, uint32_t block, const double *best)
{
    double sum = 0, total = 0;
    for (uint32_t i = s->first[block]; i < s->first[block + 1]; i++) {
        sum += s->sizes[i] * best[i];
        total += s->sizes[i];
    }
    return total > 0 ? sum / total : 0;
}

static void spread(struct aligner *x, vector v)
{
    for (size_t i = 0; i < v.len; i++) x->spread[v.at[i].term] = v.at[i].weight;
}

static void clear_spread(struct aligner *x, vector v)
{
    for (size_t i = 0; i < v.len; i++) x->spread[v.at[i].term] = 0;
}

static void clear_best(const side *s, uint32_t block, double *best)
{
    for (uint32_t i = s->first[block]; i < s->first[block + 1]; i++) best[i] = 0;
}

static void note_nearest(struct nearest_blocks *at, uint32_t other, double similarity)
{
    if (similarity > at->similarity) *at = (struct nearest_blocks){other, similarity};
}

/* How well the sentences of the two blocks find partners in the other one: the
 * larger of the two directions, for a part matches the whole it was cut from,
 * while most of the whole matches nothing in the part. */
static double match_sentences(struct aligner *x, uint32_t a, uint32_t b)
{
    const side *s = x->sides;
    clear_best(&s[0], a, x->best[0]);
    clear_best(&s[1], b, x->best[1]);
    for (uint32_t i = s[0].first[a]; i < s[0].first[a + 1]; i++) {
        struct window w = sentence_window(&s[0], a, i, &s[1], b);
        spread(x, s[0].sentences[i]);
        for (uint32_t j = w.start; j < w.end; j++) {
            double d = spread_dot(x->spread, s[1].sentences[j]);
            if (d > x->best[0][i]) x->best[0][i] = d;
            if (d > x->best[1][j]) x->best[1][j] = d;
            note_nearest(&x->nearest[0][i], j, d);
            note_nearest(&x->nearest[1][j], i, d);
        }
        clear_spread(x, s[0].sentences[i]);
    }
    double forward = mean_match(&s[0], a, x->best[0]);
    double back = mean_match(&s[1], b, x->best[1]);
    return forward > back ? forward : back;
}

/* 1 at the same relative place, 0 from REACH of the document on. */
static double nearness(const side sides[2], uint32_t a, uint32_t b)
{
    double here = (a + 0.5) / (double)sides[0].nblocks;
    double there = (b + 0.5) / (double)sides[1].nblocks;
    double away = distance(here, there) / REACH;
    return away < 1 ? 1 - away : 0;
}

static void post(arena *a, struct aligner *x, size_t terms)
{
    const side *s = &x->sides[0];
    x->postings_start = arena_array(a, terms + 2, sizeof *x->postings_start);
    size_t *start = x->postings_start + 1, total = 0; /* shifts while it is filled */
    for (size_t b = 0; b < s->nblocks; b++)
        for (size_t t = 0; t < s->blocks[b].len; t++, total++)
            start[s->blocks[b].at[t].term + 1]++;
    for (size_t t = 0; t < terms; t++) start[t + 1] += start[t];
    x->postings = arena_array(a, total, sizeof *x->postings);
    for (size_t b = 0; b < s->nblocks; b++) {
        if (x->taken[0][b]) continue;
        for (size_t t = 0; t < s->blocks[b].len; t++) {
            weight w = s->blocks[b].at[t];
            x->postings[start[w.term]++] = (weight){(uint32_t)b, w.weight};
        }
    }
}

/* Where in [low, high), postings of one term, the blocks from `block` on begin. */
static size_t first_posting(const struct aligner *x, size_t low, size_t high, uint32_t block)
{
    while (block > 0 && low < high) {
        size_t mid = low + (high - low) / 2;
        if (x->postings[mid].term < block)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* The cosines of block `b` with the blocks of side 0 in the window. */
static void cosines(const struct aligner *x, uint32_t b, struct window in, double *out)
{
    vector v = x->sides[1].blocks[b];
    for (size_t i = in.start; i < in.end; i++) out[i] = 0;
    for (size_t t = 0; t < v.len; t++) {
        size_t end = x->postings_start[v.at[t].term + 1];
        size_t i = first_posting(x, x->postings_start[v.at[t].term], end, in.start);
        for (; i < end && x->postings[i].term < in.end; i++)
            out[x->postings[i].term] += (double)x->postings[i].weight * v.at[t].weight;
    }
}

/* The blocks that share enough to be looked into, best first. */
static void shortlist(struct aligner *x, double *row)
{
    for (uint32_t b = 0; b < x->sides[1].nblocks; b++) {
        if (x->taken[1][b]) continue;
        struct window in = window_around(
            b, (uint32_t)x->sides[1].nblocks, (uint32_t)x->sides[0].nblocks, BLOCK_WINDOW);
        cosines(x, b, in, row);
        for (uint32_t i = in.start; i < in.end; i++) {
            if (row[i] < FLOOR) continue;
            double score = row[i] + PLACE * nearness(x->sides, i, b);
            offer(&x->likely[0][i], (struct block_pair){b, score, row[i]});
            offer(&x->likely[1][b], (struct block_pair){i, score, row[i]});
        }
    }
}

static void score_pair(struct aligner *x, uint32_t a, uint32_t b, double cosine)
{
    double similarity = (cosine + match_sentences(x, a, b)) / 2;
    double score = similarity + PLACE * nearness(x->sides, a, b);
    if (score < ENOUGH || similarity < LEAST) return;
    offer(&x->rankings[0][a], (struct block_pair){b, score, similarity});
    offer(&x->rankings[1][b], (struct block_pair){a, score, similarity});
}

static bool lists(const struct ranking *r, uint32_t other)
{
    for (size_t k = 0; k < r->len; k++)
        if (r->best[k].other == other) return true;
    return false;
}

/* Scores each pair that is on the list of either block. */
static void rank(struct aligner *x)
{
    for (uint32_t b = 0; b < x->sides[1].nblocks; b++)
        for (size_t k = 0; k < x->likely[1][b].len; k++) {
            struct block_pair c = x->likely[1][b].best[k];
            score_pair(x, c.other, b, c.similarity);
        }
    for (uint32_t a = 0; a < x->sides[0].nblocks; a++)
        for (size_t k = 0; k < x->likely[0][a].len; k++) {
            struct block_pair c = x->likely[0][a].best[k];
            if (!lists(&x->likely[1][c.other], a)) score_pair(x, a, c.other, c.similarity);
        }
}

/* Whether some sentence of the partner is clearly nearer to the block than to
 * `rival`, the partner's own best.  Where none is, the rival explains all that block and
 * partner have in common. */
static bool contributes(
    const struct aligner *x, int s, uint32_t block, uint32_t partner, uint32_t rival)
{
    const side *mine = &x->sides[s], *theirs = &x->sides[!s];
    for (uint32_t i = theirs->first[partner]; i < theirs->first[partner + 1]; i++) {
        double d = best_match(theirs, partner, i, mine, block);
        if (d < CONTRIBUTION) continue;
        if (d > CLEARLY * best_match(theirs, partner, i, mine, rival)) return true;
    }
    return false;
}

/* Whether some sentence of the block went to the partner. */
static bool witnessed(const struct aligner *x, int s, uint32_t block, uint32_t partner)
{
    const side *mine = &x->sides[s], *theirs = &x->sides[!s];
    for (uint32_t i = mine->first[block]; i < mine->first[block + 1]; i++) {
        struct nearest_blocks n = x->nearest[s][i];
        if (n.similarity >= WITNESS && x->nearest[!s][n.other].other == i &&
            n.other >= theirs->first[partner] && n.other < theirs->first[partner + 1])
            return true;
    }
    return false;
}

/* Whether the block may have gone into its best partner beside `rival`. */
static bool merges(const struct block_pair *best, uint32_t block, uint32_t rival)
{
    uint32_t away = block > rival ? block - rival : rival - block;
    return best->similarity >= EVIDENT && away <= NEIGHBOURS;
}

/* Whether the k-th partner of the block is its best, or nearly so and not
 * merely alike: each has to have something for the other, or one a sentence. */
static bool good(const struct aligner *x, int s, uint32_t block, size_t k)
{
    const struct block_pair *mine = x->rankings[s][block].best;
    uint32_t other = mine[k].other;
    const struct block_pair *theirs = x->rankings[!s][other].best;
    if (witnessed(x, s, block, other)) return true;
    bool given = theirs[0].other == block ||
                 (k == 0 && merges(&mine[0], block, theirs[0].other)) ||
                 contributes(x, s, block, other, theirs[0].other);
    if (k == 0 || !given) return given;
    double score = mine[k].score;
    return score >= NEAR * mine[0].score && score >= NEAR * theirs[0].score &&
           contributes(x, !s, other, block, mine[0].other);
}

static void choose(arena *a, const struct aligner *x, matches *out)
{
    for (int s = 0; s < 2; s++)
        for (uint32_t block = 0; block < x->sides[s].nblocks; block++) {
            const struct ranking *r = &x->rankings[s][block];
            for (size_t k = 0; k < r->len; k++) {
                if (!good(x, s, block, k)) continue;
                uint32_t other = r->best[k].other;
                double similarity = r->best[k].similarity;
                vec_push(a, out,
                    ((match){s ? other : block, s ? block : other,
                        similarity < 1 ? similarity : 1, false}));
            }
        }
}

static int compare_matches(const void *x, const void *y)
{
    const match *a = x, *b = y;
    if (a->a != b->a) return a->a < b->a ? -1 : 1;
    return (a->b > b->b) - (a->b < b->b);
}

static void sort_unique(matches *l)
{
    size_t len = 0;
    if (l->len) qsort(l->at, l->len, sizeof *l->at, compare_matches);
    for (size_t i = 0; i < l->len; i++)
        if (len == 0 || compare_matches(&l->at[len - 1], &l->at[i]) != 0)
            l->at[len++] = l->at[i];
    l->len = len;
}

matches align_blocks(arena *a, const side sides[2], size_t terms, const str *const text[2])
{
    matches out = {0};
    size_t count[2] = {sides[0].nblocks, sides[1].nblocks};
    struct aligner x = {.sides = sides};
    for (int s = 0; s < 2; s++) {
        x.taken[s] = arena_array(a, count[s], sizeof *x.taken[s]);
        x.likely[s] = arena_array(a, count[s], sizeof *x.likely[s]);
        x.rankings[s] = arena_array(a, count[s], sizeof *x.rankings[s]);
        x.best[s] = arena_array(a, sides[s].nsentences, sizeof *x.best[s]);
        x.nearest[s] = arena_array(a, sides[s].nsentences, sizeof *x.nearest[s]);
    }
    x.spread = arena_array(a, terms, sizeof *x.spread);
    align_same(a, &out, text, count);
    for (size_t i = 0; i < out.len; i++)
        x.taken[0][out.at[i].a] = x.taken[1][out.at[i].b] = true;
    post(a, &x, terms);
    shortlist(&x, arena_array(a, count[0], sizeof(double)));
    rank(&x);
    choose(a, &x, &out);
    sort_unique(&out);
    return out;
}
