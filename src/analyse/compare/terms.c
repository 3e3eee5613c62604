/* Terms: text as weighed bags of stems and ids.
 * Rarity is inverse document frequency (Spärck Jones 1972) with the blocks as
 * documents; a term is as common as it is on the side where it is commonest, so
 * that standing in several texts does not cost it weight. */
#include "analyse/compare/terms.h"

#include <stdlib.h>
#include "analyse/compare/measure.h"
#include "analyse/compare/stems.h"
#include "analyse/compare/tokens.h"

/* A ministry is named as the one who acts, like the minister, whatever the
 * paragraph is on. */
static const float MINISTRY_WEIGHT = 0.3F;

typedef VEC(uint32_t) numbers;
typedef VEC(float) floats;

struct scm_terms {
    stems *stems;
    numbers terms, places; /* each term and where it stands in the text */
    floats boost;          /* by term */
    const size_t *ends;    /* in terms, by sentence */
};

struct collector {
    arena *arena;
    struct scm_terms *out;
    enum term_basis basis;
};

static void collect(struct collector *c, uint32_t term, float boost, size_t at)
{
    floats *b = &c->out->boost;
    while (b->len < stems_count(c->out->stems)) vec_push(c->arena, b, 0);
    if (boost > b->at[term]) b->at[term] = boost;
    vec_push(c->arena, &c->out->terms, term);
    vec_push(c->arena, &c->out->places, (uint32_t)at);
}

/* A figure as all languages write it. */
static void collect_figure(struct collector *c, str word, size_t at)
{
    buf digits = {.arena = c->arena};
    for (size_t i = 0; i < word.len; i++)
        if (is_digit(word.at[i])) buf_char(&digits, word.at[i]);
    if (digits.len) collect(c, stems_id(c->out->stems, buf_str(&digits)), 1, at);
}

/* The words of text[at, end), which no name covers. */
static void collect_words(struct collector *c, str text, size_t at, size_t end)
{
    text = str_sub(text, 0, end);
    for (str word; word_next(text, &at, &word, false);) {
        if (c->basis == TERMS_BY_FIGURES) {
            if (is_amount(word)) collect_figure(c, word, at - word.len);
            continue;
        }
        uint32_t term = stems_word(c->out->stems, word);
        if (term != NO_TERM) collect(c, term, 1, at - word.len);
    }
}

static float name_weight(const scm_annotations *n, const scm_mention *m)
{
    scm_name name;
    bool known =
        m->type == SCM_ORG && scm_authority_find_name_of(n->authority, m->id, m->type, &name);
    return known && str_eq(name.class_, S("ministry")) ? MINISTRY_WEIGHT
                                                       : scm_type_describe(m->type).weight;
}

static void collect_paragraph(struct collector *c, const scm_block *b, size_t at)
{
    if (b->paragraph <= 0) return;
    str number = str_printf(c->arena, "%d-%d", b->part, b->paragraph);
    collect(c, stems_id(c->out->stems, number), 1, at);
}

/* The terms of the sentence: the ids of its names, the stems between them. */
static void collect_sentence(
    struct collector *c, const scm_annotations *n, const scm_sentence *s, size_t *mention)
{
    str sentence = s->text;
    size_t at = (size_t)(sentence.at - n->document->text.at), end = at + sentence.len;
    if (c->basis == TERMS_BY_FIGURES) collect_paragraph(c, &n->document->blocks[s->block], at);
    for (; *mention < n->nmentions && n->mentions[*mention].start < end; ++*mention) {
        const scm_mention *m = &n->mentions[*mention];
        float boost = name_weight(n, m);
        if (boost > 0) collect(c, stems_id(c->out->stems, m->id), boost, m->start);
        if (c->basis == TERMS_BY_FIGURES && m->type == SCM_DATE && m->value.len)
            collect(c, stems_id(c->out->stems, m->value), 1, m->start);
        if (m->type == SCM_TERM || m->start < at) continue;
        collect_words(c, n->document->text, at, m->start);
        at = m->end;
    }
    if (at < end) collect_words(c, n->document->text, at, end);
}

const scm_terms *terms_collect(arena *a, const scm_annotations *n, enum term_basis basis)
{
    struct scm_terms *out = arena_alloc(a, sizeof *out);
    size_t *ends = arena_array(a, n->nsentences, sizeof *ends), mention = 0;
    struct collector c = {a, out, basis};
    out->stems = stems_new(a);
    for (size_t i = 0; i < n->nsentences; i++) {
        collect_sentence(&c, n, &n->sentences[i], &mention);
        ends[i] = out->terms.len;
    }
    stems_free(out->stems);
    out->ends = ends;
    return out;
}

static int compare_numbers(const void *x, const void *y)
{
    uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
    return (a > b) - (a < b);
}

enum { FEW = 128 };

/* Most blocks have few terms: those are sorted sooner by insertion. */
static void sort_numbers(numbers *n)
{
    if (n->len > FEW) {
        qsort(n->at, n->len, sizeof *n->at, compare_numbers);
        return;
    }
    for (size_t i = 1; i < n->len; i++) {
        uint32_t here = n->at[i];
        size_t at = i;
        for (; at > 0 && n->at[at - 1] > here; at--) n->at[at] = n->at[at - 1];
        n->at[at] = here;
    }
}

/* Terms with how often each occurs. */
static vector count(arena *a, numbers terms)
{
    weight *at = arena_array(a, terms.len, sizeof *at);
    size_t len = 0;
    sort_numbers(&terms);
    for (size_t i = 0; i < terms.len; i++) {
        if (len == 0 || at[len - 1].term != terms.at[i]) at[len++] = (weight){terms.at[i], 0};
        at[len - 1].weight += 1;
    }
    return (vector){at, len};
}

static void index_sentences(arena *a, side *s)
{
    uint32_t *first = arena_array(a, s->nblocks + 1, sizeof *first);
    const scm_sentence *sentences = s->annotations->sentences;
    size_t at = 0;
    for (size_t b = 0; b <= s->nblocks; b++) {
        while (at < s->nsentences && sentences[at].block < b) at++;
        first[b] = (uint32_t)at;
    }
    s->first = first;
}

static void count_side(arena *a, side *s)
{
    const scm_terms *terms = s->terms;
    vector *blocks = arena_array(a, s->nblocks, sizeof *blocks);
    vector *sentences = arena_array(a, s->nsentences, sizeof *sentences);
    double *sizes = arena_array(a, s->nsentences, sizeof *sizes);
    numbers of_block = {0}, of_sentence = {0};
    size_t at = 0;
    for (size_t b = 0; b < s->nblocks; b++) {
        of_block.len = 0;
        for (uint32_t i = s->first[b]; i < s->first[b + 1]; i++) {
            of_sentence.len = 0;
            for (; at < terms->ends[i]; at++) {
                vec_push(a, &of_sentence, s->shared[terms->terms.at[at]]);
                vec_push(a, &of_block, s->shared[terms->terms.at[at]]);
            }
            sentences[i] = count(a, of_sentence);
            sizes[i] = root((double)sentences[i].len);
        }
        blocks[b] = count(a, of_block);
    }
    s->blocks = blocks;
    s->sentences = sentences;
    s->sizes = sizes;
}

/* In how many blocks a term stands, on the side where it stands in most. */
static double *frequencies(arena *a, const side *sides, size_t nsides, size_t terms)
{
    double *most = arena_array(a, terms, sizeof *most);
    double *here = arena_array(a, terms, sizeof *here);
    for (size_t i = 0; i < nsides; i++) {
        for (size_t b = 0; b < sides[i].nblocks; b++)
            for (size_t t = 0; t < sides[i].blocks[b].len; t++)
                here[sides[i].blocks[b].at[t].term] += 1;
        for (size_t t = 0; t < terms; t++) {
            if (here[t] > most[t]) most[t] = here[t];
            here[t] = 0;
        }
    }
    return most;
}

/* Counts become weights, and the vector a unit vector.  A word said twice in a
 * paragraph counts less than double. */
static void weigh(vector v, const float *rarity)
{
    double square = 0;
    weight *at = v.at;
    for (size_t i = 0; i < v.len; i++) {
        float often = at[i].weight > 1 ? 1 + (float)natural_log((double)at[i].weight) : 1;
        at[i].weight = often * rarity[at[i].term];
        square += (double)at[i].weight * at[i].weight;
    }
    float norm = (float)root(square);
    for (size_t i = 0; norm > 0 && i < v.len; i++) at[i].weight /= norm;
}

static void weigh_sides(arena *a, side *sides, size_t nsides, const float *boost, size_t terms)
{
    size_t most = 0;
    double *in_blocks = frequencies(a, sides, nsides, terms);
    float *rarity = arena_array(a, terms, sizeof *rarity);
    for (size_t i = 0; i < nsides; i++)
        if (sides[i].nblocks > most) most = sides[i].nblocks;
    for (size_t t = 0; t < terms; t++)
        rarity[t] = boost[t] * (float)natural_log(1 + (double)most / in_blocks[t]);
    for (size_t i = 0; i < nsides; i++) {
        sides[i].rarity = rarity;
        for (size_t b = 0; b < sides[i].nblocks; b++) weigh(sides[i].blocks[b], rarity);
        for (size_t s = 0; s < sides[i].nsentences; s++) weigh(sides[i].sentences[s], rarity);
    }
}

size_t terms_weigh(arena *a, side *sides, size_t nsides, const scm_annotations *const *texts,
    const scm_terms *const *collected)
{
    stems *shared = stems_new(a);
    floats boost = {0};
    for (size_t i = 0; i < nsides; i++) {
        const scm_annotations *n = texts[i];
        const scm_terms *terms = collected[i];
        if (!terms) terms = terms_collect(a, n, TERMS_BY_WORDS);
        uint32_t *map = arena_array(a, terms->boost.len, sizeof *map);
        stems_map(shared, terms->stems, map);
        while (boost.len < stems_count(shared)) vec_push(a, &boost, 0);
        for (size_t t = 0; t < terms->boost.len; t++)
            if (terms->boost.at[t] > boost.at[map[t]]) boost.at[map[t]] = terms->boost.at[t];
        sides[i].annotations = n;
        sides[i].nblocks = n->document->nblocks;
        sides[i].nsentences = n->nsentences;
        sides[i].terms = terms;
        sides[i].shared = map;
        index_sentences(a, &sides[i]);
        count_side(a, &sides[i]);
    }
    stems_free(shared);
    weigh_sides(a, sides, nsides, boost.at, boost.len);
    return boost.len;
}

vector terms_between(arena *a, const side *s, uint32_t sentence, size_t from, size_t to)
{
    numbers found = {0};
    const scm_terms *terms = s->terms;
    for (size_t i = sentence ? terms->ends[sentence - 1] : 0; i < terms->ends[sentence]; i++)
        if (terms->places.at[i] >= from && terms->places.at[i] < to)
            vec_push(a, &found, s->shared[terms->terms.at[i]]);
    vector v = count(a, found);
    weigh(v, s->rarity);
    return v;
}

const struct placed_term *terms_of_sentence(
    arena *a, const side *s, uint32_t sentence, size_t *n)
{
    const scm_terms *terms = s->terms;
    size_t from = sentence ? terms->ends[sentence - 1] : 0;
    *n = terms->ends[sentence] - from;
    struct placed_term *out = arena_array(a, *n, sizeof *out);
    for (size_t i = 0; i < *n; i++) { /* a name is collected before the words in front of it */
        struct placed_term x = {
            s->shared[terms->terms.at[from + i]], terms->places.at[from + i]};
        size_t k = i;
        for (; k > 0 && out[k - 1].at > x.at; k--) out[k] = out[k - 1];
        out[k] = x;
    }
    return out;
}

double vector_dot(vector a, vector b)
{
    double sum = 0;
    for (size_t i = 0, j = 0; i < a.len && j < b.len;) {
        if (a.at[i].term == b.at[j].term)
            sum += (double)a.at[i++].weight * b.at[j++].weight;
        else if (a.at[i].term < b.at[j].term)
            i++;
        else
            j++;
    }
    return sum;
}

double spread_dot(const float *spread, vector v)
{
    double sum = 0;
    for (size_t i = 0; i < v.len; i++) sum += (double)spread[v.at[i].term] * v.at[i].weight;
    return sum;
}
