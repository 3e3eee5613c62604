/* Origins: by what two sentences have in common, in whichever order (the cosine of their
 * terms; Salton 1975) and in the same order (their longest common subsequence, as a share of
 * both; Wagner & Fischer 1974), best pairs first.  Then once more, where the sentences
 * around two that are alike belong together too. */
#include "analyse/history/origins.h"

#include <scm/comparison.h>
#include <stdlib.h>
#include <string.h>

#include "analyse/compare/tokens.h"

/* Fitted on generated series (tests/unit/test_history.c) and read on real ones.
 * From here on two sentences say the same: in paragraphs that belong together, elsewhere in
 * the text before, and in an earlier text. */
static const double ENOUGH_BESIDE = 0.3;
static const double ENOUGH = 0.4;
static const double ENOUGH_EARLIER = 0.5;
/* What counts for a pair besides its words: paragraphs that belong together, and each
 * neighbour that belongs together. */
static const double BESIDE = 0.05;
static const double NEIGHBOUR = 0.05;
/* Cosines that are not looked into. */
static const double FLOOR = 0.1;
enum { KEEP = 8 };           /* candidates of a sentence */
enum { MOST_CELLS = 40000 }; /* of the table in which a subsequence is found */

struct link_candidate {
    uint32_t sentence, before; /* index into those before */
    size_t shared;             /* words that both have in the same order */
    double similarity, score, least;
};
typedef VEC(struct link_candidate) link_candidates;

/* The words of a sentence, each as a number. */
struct sequence {
    const uint32_t *at;
    size_t len;
};

struct lineage {
    const side *sides;
    size_t terms;
    struct sequence **sequences; /* by document and sentence */
    uint32_t *row;               /* of the table; as many as the longest sequence */
};

/* Words are compared by a hash of their letters, capitals aside. */
static struct sequence words_of(arena *a, str text)
{
    VEC(uint32_t) words = {0};
    str word;
    for (size_t at = 0; word_next(text, &at, &word, false);)
        vec_push(a, &words, (uint32_t)str_hash(str_lower(a, word)));
    return (struct sequence){words.at, words.len};
}

lineage *lineage_new(arena *a, const side *sides, size_t nsides, size_t terms)
{
    lineage *l = arena_alloc(a, sizeof *l);
    size_t longest = 0;
    *l = (lineage){.sides = sides, .terms = terms};
    l->sequences = arena_array(a, nsides, sizeof *l->sequences);
    for (size_t d = 0; d < nsides; d++) {
        l->sequences[d] = arena_array(a, sides[d].nsentences, sizeof **l->sequences);
        for (uint32_t i = 0; i < sides[d].nsentences; i++) {
            struct sequence *s = &l->sequences[d][i];
            *s = words_of(a, sides[d].annotations->sentences[i].text);
            if (s->len > longest) longest = s->len;
        }
    }
    l->row = arena_array(a, longest + 1, sizeof *l->row);
    return l;
}

static vector terms_at(const lineage *l, sentence_ref p)
{
    return l->sides[p.document].sentences[p.sentence];
}

static uint32_t block_at(const lineage *l, sentence_ref p)
{
    return l->sides[p.document].annotations->sentences[p.sentence].block;
}

/* The length of the longest subsequence that both have; the table is gone through row by
 * row. */
static size_t common_words(const lineage *l, const struct sequence *a, const struct sequence *b)
{
    uint32_t *row = l->row;
    for (size_t j = 0; j <= b->len; j++) row[j] = 0;
    for (size_t i = 0; i < a->len; i++) {
        uint32_t diagonal = 0;
        for (size_t j = 0; j < b->len; j++) {
            uint32_t above = row[j + 1];
            if (a->at[i] == b->at[j])
                row[j + 1] = diagonal + 1;
            else if (row[j] > above)
                row[j + 1] = row[j];
            diagonal = above;
        }
    }
    return row[b->len];
}

/* Of each term the sentences that hold it, end to end. */
struct postings {
    size_t *start;
    weight *at; /* its `term` is the index of the sentence */
};

static struct postings post(arena *a, const lineage *l, const sentence_refs *before)
{
    struct postings p = {.start = arena_array(a, l->terms + 2, sizeof *p.start)};
    size_t *start = p.start + 1, total = 0; /* shifts while it is filled */
    for (size_t i = 0; i < before->len; i++) {
        vector v = terms_at(l, before->at[i]);
        for (size_t t = 0; t < v.len; t++, total++) start[v.at[t].term + 1]++;
    }
    for (size_t t = 0; t < l->terms; t++) start[t + 1] += start[t];
    p.at = arena_array(a, total, sizeof *p.at);
    for (size_t i = 0; i < before->len; i++) {
        vector v = terms_at(l, before->at[i]);
        for (size_t t = 0; t < v.len; t++)
            p.at[start[v.at[t].term]++] = (weight){(uint32_t)i, v.at[t].weight};
    }
    return p;
}

/* One text, and what its sentences may come from. */
struct search {
    arena *arena;
    lineage *lineage;
    uint32_t document;
    const sentence_refs *before;
    const matches *links;
    struct postings postings;
    double *cosines;       /* by sentence before */
    VEC(uint32_t) touched; /* those whose cosine is not 0 */
    link_candidates found;
    size_t nsentences;
    const struct link_candidate **chosen; /* by sentence */
    const struct link_candidate **taken;  /* by sentence before */
};

/* Do the paragraphs of the two belong together? */
static bool are_beside(const struct search *s, sentence_ref from, sentence_ref to)
{
    if (from.document + 1 != to.document) return false;
    uint32_t a = block_at(s->lineage, from), b = block_at(s->lineage, to);
    size_t start = 0, end = s->links->len;
    while (start < end) { /* they are sorted by a, then b */
        size_t middle = start + (end - start) / 2;
        match m = s->links->at[middle];
        if (m.a == a && m.b == b) return true;
        if (m.a < a || (m.a == a && m.b < b))
            start = middle + 1;
        else
            end = middle;
    }
    return false;
}

static void add_cosines(struct search *s, vector v)
{
    for (size_t t = 0; t < v.len; t++) {
        size_t end = s->postings.start[v.at[t].term + 1];
        for (size_t i = s->postings.start[v.at[t].term]; i < end; i++) {
            weight w = s->postings.at[i];
            if (s->cosines[w.term] <= 0) vec_push(s->arena, &s->touched, w.term);
            s->cosines[w.term] += (double)w.weight * v.at[t].weight;
        }
    }
}

/* The sentences with the highest cosines, best first; how many. */
static size_t likeliest(const struct search *s, uint32_t best[KEEP])
{
    size_t n = 0;
    for (size_t i = 0; i < s->touched.len; i++) {
        uint32_t here = s->touched.at[i];
        double cosine = s->cosines[here];
        if (cosine < FLOOR) continue;
        if (n == KEEP && s->cosines[best[n - 1]] >= cosine) continue;
        size_t at = n < KEEP ? n++ : KEEP - 1;
        for (; at > 0 && s->cosines[best[at - 1]] < cosine; at--) best[at] = best[at - 1];
        best[at] = here;
    }
    return n;
}

static void consider(struct search *s, uint32_t sentence, uint32_t before, double cosine)
{
    sentence_ref from = s->before->at[before], to = {s->document, sentence};
    const struct sequence *a = &s->lineage->sequences[from.document][from.sentence];
    const struct sequence *b = &s->lineage->sequences[to.document][to.sentence];
    bool beside = are_beside(s, from, to);
    struct link_candidate c = {.sentence = sentence, .before = before};
    c.least = beside                             ? ENOUGH_BESIDE
              : from.document + 1 == to.document ? ENOUGH
                                                 : ENOUGH_EARLIER;
    c.similarity = cosine < 1 ? cosine : 1;
    if (a->len < MOST_CELLS / (b->len + 1)) {
        c.shared = common_words(s->lineage, a, b);
        c.similarity = (c.similarity + 2 * (double)c.shared / (double)(a->len + b->len)) / 2;
    }
    c.score = c.similarity + (beside ? BESIDE : 0);
    vec_push(s->arena, &s->found, c);
}

static void find_candidates(struct search *s)
{
    lineage *l = s->lineage;
    for (uint32_t i = 0; i < s->nsentences; i++) {
        s->touched.len = 0;
        add_cosines(s, l->sides[s->document].sentences[i]);
        uint32_t best[KEEP];
        size_t n = likeliest(s, best);
        for (size_t k = 0; k < n; k++) consider(s, i, best[k], s->cosines[best[k]]);
        for (size_t k = 0; k < s->touched.len; k++) s->cosines[s->touched.at[k]] = 0;
    }
}

static int by_score(const void *x, const void *y)
{
    const struct link_candidate *a = x, *b = y;
    if (a->score != b->score) return a->score > b->score ? -1 : 1;
    if (a->sentence != b->sentence) return a->sentence < b->sentence ? -1 : 1;
    return (a->before > b->before) - (a->before < b->before);
}

static void take(struct search *s, const struct link_candidate *c)
{
    s->taken[c->before] = s->chosen[c->sentence] = c;
}

static void release(struct search *s, const struct link_candidate *c)
{
    s->taken[c->before] = s->chosen[c->sentence] = NULL;
}

/* Best first, each sentence once. */
static void choose(struct search *s)
{
    memset(s->chosen, 0, s->nsentences * sizeof(void *));
    memset(s->taken, 0, s->before->len * sizeof(void *));
    if (s->found.len) qsort(s->found.at, s->found.len, sizeof *s->found.at, by_score);
    for (size_t i = 0; i < s->found.len; i++) {
        const struct link_candidate *c = &s->found.at[i];
        if (!s->taken[c->before] && !s->chosen[c->sentence] && c->score >= c->least) take(s, c);
    }
}

/* The sentence of the text before from which the sentence comes that stands so many behind this
 * one, moved back as many; false where there is none. */
static bool expected(const struct search *s, uint32_t sentence, int step, sentence_ref *out)
{
    int64_t beside = (int64_t)sentence + step;
    if (beside < 0 || beside >= (int64_t)s->nsentences || !s->chosen[beside]) return false;
    sentence_ref from = s->before->at[s->chosen[beside]->before];
    int64_t there = (int64_t)from.sentence - step;
    if (from.document + 1 != s->document || there < 0) return false;
    *out = (sentence_ref){from.document, (uint32_t)there};
    return there < (int64_t)s->lineage->sides[from.document].nsentences;
}

/* What stands where the neighbours of a sentence come from is a candidate too, however few
 * words tell it from others. */
static void consider_neighbours(struct search *s)
{
    uint32_t *index = NULL; /* of the sentences of the text before */
    const side *sides = s->lineage->sides;
    if (s->document == 0) return;
    index = arena_array(s->arena, sides[s->document - 1].nsentences, sizeof *index);
    for (uint32_t i = 0; i < s->before->len; i++)
        if (s->before->at[i].document + 1 == s->document) index[s->before->at[i].sentence] = i;
    for (uint32_t i = 0; i < s->nsentences; i++)
        for (int step = -1; step <= 1; step += 2) {
            sentence_ref p;
            if (!expected(s, i, step, &p)) continue;
            vector mine = sides[s->document].sentences[i];
            consider(s, i, index[p.sentence], vector_dot(mine, terms_at(s->lineage, p)));
        }
}

static void weigh_neighbours(struct search *s)
{
    for (size_t i = 0; i < s->found.len; i++) {
        struct link_candidate *c = &s->found.at[i];
        sentence_ref from = s->before->at[c->before], p;
        for (int step = -1; step <= 1; step += 2)
            if (expected(s, c->sentence, step, &p) && p.document == from.document &&
                p.sentence == from.sentence)
                c->score += NEIGHBOUR;
    }
}

static bool shares_more(const struct link_candidate *a, const struct link_candidate *b)
{
    if (a->shared != b->shared) return a->shared > b->shared;
    return a->sentence + a->before < b->sentence + b->before; /* the one that stands first */
}

/* A sentence that was cut goes on in the part that shares more words with it, and one that
 * was put together comes from the part that does. */
static void settle_parts(struct search *s)
{
    for (size_t i = 0; i < s->found.len; i++) {
        const struct link_candidate *c = &s->found.at[i];
        const struct link_candidate *cut = s->taken[c->before],
                                    *joined = s->chosen[c->sentence];
        const struct link_candidate *rival = cut ? cut : joined;
        if (c->score < c->least || !cut == !joined || !shares_more(c, rival)) continue;
        release(s, rival);
        take(s, c);
    }
}

const origin *find_origins(
    arena *a, lineage *l, uint32_t document, const sentence_refs *before, const matches *links)
{
    struct search s = {a, l, document, before, links, .postings = post(a, l, before)};
    s.nsentences = l->sides[document].nsentences;
    s.cosines = arena_array(a, before->len, sizeof *s.cosines);
    s.chosen = arena_array(a, s.nsentences, sizeof *s.chosen);
    s.taken = arena_array(a, before->len, sizeof *s.taken);
    find_candidates(&s);
    vec_reserve(a, &s.found, s.found.len + 2 * s.nsentences); /* they must not move */
    choose(&s);
    consider_neighbours(&s);
    weigh_neighbours(&s);
    choose(&s);
    settle_parts(&s);
    origin *out = arena_array(a, s.nsentences, sizeof *out);
    for (size_t i = 0; i < s.nsentences; i++) {
        const struct link_candidate *c = s.chosen[i];
        out[i] = c ? (origin){before->at[c->before], c->similarity}
                   : (origin){{SCM_NONE, SCM_NONE}, 0};
    }
    return out;
}
