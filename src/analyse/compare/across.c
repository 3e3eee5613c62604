/* Across: passages and statements of two languages, paired. */
#include "analyse/compare/across.h"

#include "authority/authority.h"
#include "base/syllable.h"

/* What two statements must share to be one: less is a gap on either side. */
static const double LEAST = 0.35;
/* What counts besides the clauses: one lemma, one class of verbs, one act, the same speakers.
 */
static const double LEMMA = 1, CLASS = 0.9, ACT = 0.3, SPEAKER = 0.2, CLAUSE = 2;
enum { MOST_STATEMENTS = 1000 }; /* of a passage: more are no prose */

static bool is_numbered(const scm_document *d)
{
    for (size_t i = 0; i < d->nblocks; i++)
        if (d->blocks[i].paragraph > 0) return true;
    return false;
}

/* The blocks of a numbered paragraph; none where the text has no such number. */
static void find_paragraph(const scm_document *d, int number, uint32_t *from, uint32_t *to)
{
    for (*from = 0; *from < d->nblocks && d->blocks[*from].paragraph != number;) ++*from;
    for (*to = *from; *to < d->nblocks && d->blocks[*to].paragraph == number;) ++*to;
}

/* The paragraphs of side `s`; `all`: those that the other side lacks alone. */
static void add_paragraphs(arena *a, passages *list, const side sides[2], int s, bool lacking)
{
    const scm_document *d = sides[s].annotations->document;
    int before = 0;
    for (uint32_t b = 0; b < d->nblocks; b++) {
        int number = d->blocks[b].paragraph;
        if (number <= 0 || number == before) continue;
        struct passage p;
        before = number;
        find_paragraph(d, number, &p.from[s], &p.to[s]);
        if (p.from[s] < b) continue; /* numbered again */
        find_paragraph(sides[!s].annotations->document, number, &p.from[!s], &p.to[!s]);
        if (!lacking || p.from[!s] == p.to[!s]) vec_push(a, list, p);
    }
}

passages find_passages(arena *a, const scm_comparison *c, const side sides[2], int old_side)
{
    passages list = {0};
    if (is_numbered(sides[0].annotations->document) &&
        is_numbered(sides[1].annotations->document)) {
        add_paragraphs(a, &list, sides, 0, false);
        add_paragraphs(a, &list, sides, 1, true);
        return list;
    }
    for (size_t i = 0; i < c->npairs; i++) {
        const scm_pair *pair = &c->pairs[i];
        struct passage p;
        if (pair->old_block == SCM_NONE || pair->new_block == SCM_NONE) continue;
        p.from[old_side] = pair->old_block;
        p.from[!old_side] = pair->new_block;
        for (int s = 0; s < 2; s++) p.to[s] = p.from[s] + 1;
        vec_push(a, &list, p);
    }
    return list;
}

/* Among syllables a clause ends with its verb, among letters it begins with it. */
static vector clause(arena *a, const side *s, uint32_t i)
{
    const scm_annotations *n = s->annotations;
    const scm_statement *at = &n->statements[i];
    str text = n->sentences[at->sentence].text;
    size_t from = (size_t)(text.at - n->document->text.at), to = from + text.len;
    bool first = i == 0 || at[-1].sentence != at->sentence;
    bool last = i + 1 == n->nstatements || at[1].sentence != at->sentence;
    bool ends = syllable_at(n->document->text, at->at);
    if (ends && !first) from = at[-1].at;
    if (ends && !last) to = at->at;
    if (!ends && !first) from = at->at;
    if (!ends && !last) to = at[1].at;
    return terms_between(a, s, at->sentence, from, to);
}

/* Do the tables of a language list both verbs in one class? */
static bool same_class(const struct language *l, str a, str b)
{
    uint32_t from = l->first_phrase[PHRASE_VERB_CLASS],
             to = l->first_phrase[PHRASE_VERB_CLASS + 1];
    for (uint32_t i = from; i < to; i++) {
        if (!str_eq(language_str(l, l->phrases[i].text), a)) continue;
        str name = language_str(l, l->phrases[i].value);
        for (uint32_t k = from; k < to; k++)
            if (str_eq(language_str(l, l->phrases[k].value), name) &&
                str_eq(language_str(l, l->phrases[k].text), b))
                return true;
    }
    return false;
}

static double verb_likeness(const scm_annotations *n, const scm_statement *x,
    const scm_annotations *other, const scm_statement *y)
{
    scm_verb v = scm_authority_verb(n->authority, x->verb);
    scm_verb w = scm_authority_verb(other->authority, y->verb);
    if (str_eq(v.lemma, w.lemma)) return LEMMA;
    if (same_class(n->authority->image->language, v.lemma, w.lemma)) return CLASS;
    return v.act == w.act ? ACT : 0;
}

bool same_across(const scm_annotations *n, const scm_statement *s, const scm_annotations *other,
    const scm_statement *t)
{
    return verb_likeness(n, s, other, t) >= CLASS;
}

/* The statements [first, end) of a passage on a side. */
struct said {
    uint32_t first, end;
    vector *clauses;
};

static struct said said_in(arena *a, const side *s, uint32_t from, uint32_t to)
{
    const scm_annotations *n = s->annotations;
    struct said out = {0, 0, NULL};
    while (out.first < n->nstatements &&
           n->sentences[n->statements[out.first].sentence].block < from)
        out.first++;
    out.end = out.first;
    while (out.end < n->nstatements && n->sentences[n->statements[out.end].sentence].block < to)
        out.end++;
    if (out.end - out.first > MOST_STATEMENTS) out.end = out.first + MOST_STATEMENTS;
    out.clauses = arena_array(a, out.end - out.first, sizeof *out.clauses);
    for (uint32_t i = out.first; i < out.end; i++) out.clauses[i - out.first] = clause(a, s, i);
    return out;
}

/* The matrix of an alignment: of each cell the best sum so far, and the pair's own gain. */
struct matrix_cell {
    double best, gain, alike, verbs;
};

static void fill_cell(struct matrix_cell *at, size_t width)
{
    struct matrix_cell *up = at - width, *left = at - 1;
    double paired = (at - width - 1)->best + at->gain;
    at->best = up->best > left->best ? up->best : left->best;
    if (at->gain > 0 && paired > at->best) at->best = paired;
}

static bool is_taken(const struct matrix_cell *at, size_t width)
{
    return at->gain > 0 && at->best == (at - width - 1)->best + at->gain &&
           at->best > (at - width)->best && at->best > (at - 1)->best;
}

static void pair_passage(
    arena *a, counterparts *out, const side sides[2], const struct said said[2])
{
    arena *scratch = arena_new();
    size_t n = said[0].end - said[0].first, m = said[1].end - said[1].first, width = m + 1;
    struct matrix_cell *cells = arena_array(scratch, (n + 1) * width, sizeof *cells);
    for (size_t i = 1; i <= n; i++)
        for (size_t j = 1; j <= m; j++) {
            struct matrix_cell *at = &cells[i * width + j];
            const scm_annotations *x = sides[0].annotations, *y = sides[1].annotations;
            const scm_statement *p = &x->statements[said[0].first + i - 1];
            const scm_statement *q = &y->statements[said[1].first + j - 1];
            at->alike = vector_dot(said[0].clauses[i - 1], said[1].clauses[j - 1]);
            at->verbs = verb_likeness(x, p, y, q);
            at->gain = CLAUSE * at->alike + at->verbs - LEAST;
            if (str_eq(p->actor, q->actor)) at->gain += SPEAKER;
            fill_cell(at, width);
        }
    size_t first = out->len;
    for (size_t i = n, j = m; i > 0 && j > 0;) {
        struct matrix_cell *at = &cells[i * width + j];
        if (is_taken(at, width)) {
            i--, j--;
            vec_push(a, out,
                ((struct counterpart){
                    {said[0].first + (uint32_t)i, said[1].first + (uint32_t)j}, at->alike,
                    at->verbs >= CLASS, false}));
        } else if ((at - width)->best >= (at - 1)->best) {
            i--;
        } else {
            j--;
        }
    }
    for (size_t i = first, k = out->len; i + 1 < k; i++) { /* they were met last first */
        struct counterpart last = out->at[--k];
        out->at[k] = out->at[i];
        out->at[i] = last;
    }
    arena_free(scratch);
}

/* A pair is sure where those beside it have verbs of one class and nothing is left between. */
static void find_anchored(counterparts *list)
{
    for (size_t i = 0; i < list->len; i++) {
        struct counterpart *p = &list->at[i];
        bool front =
            i > 0 && p[-1].same && p[-1].at[0] + 1 == p->at[0] && p[-1].at[1] + 1 == p->at[1];
        bool back = i + 1 < list->len && p[1].same && p[1].at[0] == p->at[0] + 1 &&
                    p[1].at[1] == p->at[1] + 1;
        p->anchored = front && back;
    }
}

counterparts pair_across(arena *a, const side sides[2], const passages *list)
{
    counterparts out = {0};
    for (size_t i = 0; i < list->len; i++) {
        struct said said[2];
        for (int s = 0; s < 2; s++)
            said[s] = said_in(a, &sides[s], list->at[i].from[s], list->at[i].to[s]);
        pair_passage(a, &out, sides, said);
    }
    find_anchored(&out);
    return out;
}
