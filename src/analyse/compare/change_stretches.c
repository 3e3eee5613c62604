/* Stretches: of each sentence that the other text does not have the words that tell most.
 *
 * A word tells what it is not known by: all of it where the other text lacks its stem, some
 * where only the paragraph beside it does, next to nothing else; and the more the more it is
 * watched. The stretch of two to eight words inside a clause with the greatest sum stands for
 * the sentence, and a second one behind it. */
#include "analyse/compare/changes.h"
#include "analyse/compare/tokens.h"
#include "authority/authority.h"

enum { LEAST_WORDS = 2, MOST_WORDS = 8, MOST_UNITS = 400, MOST_STRETCHES = 2 };

/* How much of a word is news. */
static const double ABSENT = 1, ABSENT_BESIDE = 0.5, KNOWN = 0.03;
/* What a word counts: plain, another one, for each grade of "watch", a capital, a figure. */
static const double PLAIN = 0.35, USUAL = 1, WATCHED = 0.4, CAPITAL = 0.4, FIGURE = 0.5;
/* What a word more costs; what the sum and the heaviest name in the stretch give; how much of a
 * name's weight counts that the other text has too; what stands for a name where there is none;
 * and what the second stretch of a sentence counts. */
static const double LENGTH = 0.25, SUM = 0.6, NAME = 0.5, OLD_NAME = 0.3;
static const double NO_NAME = 2, SECOND = 0.7;

/* A word or a name. */
struct told_word {
    size_t start, end;
    uint32_t term;
    int first_word, last_word, clause;
    double value;
    double name;      /* what its name weighs */
    bool named, told; /* a name; one that an earlier sentence has */
};

struct reader {
    struct changer *changer;
    int s;
    uint32_t *told; /* by term: the first sentence with the name, counted from 1 */
    uint32_t *near; /* by term: the block beside which it stands, counted */
    uint32_t stamp;
    struct told_word units[MOST_UNITS];
    size_t nunits;
};

static void mark(struct reader *r, uint32_t sentence)
{
    vector v = r->changer->sides[!r->s].sentences[sentence];
    for (size_t t = 0; t < v.len; t++) r->near[v.at[t].term] = r->stamp;
}

/* The terms of all blocks that are paired with this one. */
static void mark_beside(struct reader *r, uint32_t block)
{
    const struct changer *c = r->changer;
    const side *other = &c->sides[!r->s];
    r->stamp++;
    for (uint32_t i = c->first_beside[r->s][block]; i < c->first_beside[r->s][block + 1]; i++) {
        uint32_t beside = c->beside[r->s][i];
        for (uint32_t k = other->first[beside]; k < other->first[beside + 1]; k++) mark(r, k);
    }
}

/* A name that is new is told once. */
static bool is_told(const struct reader *r, uint32_t term, uint32_t sentence)
{
    if (r->told[term] == 0) r->told[term] = sentence + 1;
    return r->told[term] != sentence + 1;
}

static double news(const struct reader *r, uint32_t term)
{
    if (r->changer->counts[!r->s][term] == 0) return ABSENT;
    return r->near[term] == r->stamp ? KNOWN : ABSENT_BESIDE;
}

static double value_of_word(const struct reader *r, str word, bool first)
{
    const struct language *l = r->changer->language;
    uint32_t set = language_set(l, word);
    if (set_has(l, set, WORD_PLAIN)) return PLAIN;
    double value =
        USUAL +
        WATCHED * (set_number(l, set, WORD_WATCH) > 0 ? set_number(l, set, WORD_WATCH) - 1 : 0);
    if (is_amount(word)) return value + FIGURE;
    return value + (!first && is_upper(word.at[0]) ? CAPITAL : 0);
}

static double value_of_name(int weighs, int words)
{
    enum { MOST_COUNTED = 3 };
    static const double EACH = 0.5, BY_WEIGHT = 0.2;
    return EACH * (words < MOST_COUNTED ? words : MOST_COUNTED) * (1 + BY_WEIGHT * weighs);
}

static const scm_mention *mention_at(const scm_annotations *n, size_t at)
{
    size_t i = scm_mention_from(n, at);
    for (; i < n->nmentions && n->mentions[i].start == at; i++)
        if (n->mentions[i].type != SCM_TERM) return &n->mentions[i];
    return NULL;
}

/* The names in the sentence, the policy phrases too, weighed. */
static void weigh_names(struct reader *r, const scm_annotations *n, size_t start, size_t end)
{
    for (size_t i = scm_mention_from(n, start); i < n->nmentions && n->mentions[i].start < end;
         i++) {
        const scm_mention *m = &n->mentions[i];
        if (!is_counted_name(m)) continue;
        double weighs = name_weight_of(n, m);
        if (has_name(r->changer, !r->s, m->id)) weighs *= OLD_NAME;
        for (size_t u = 0; u < r->nunits; u++)
            if (r->units[u].start < m->end && r->units[u].end > m->start &&
                r->units[u].name < weighs && !r->units[u].told)
                r->units[u].name = weighs;
    }
}

static bool is_border(str between)
{
    for (size_t i = 0; i < between.len; i++)
        if (memchr(",;:()", between.at[i], 5) ||
            str_starts(str_sub(between, i, between.len), S("\xE2\x80\x93")) ||
            str_starts(str_sub(between, i, between.len), S("\xE2\x80\x94")))
            return true;
    return false;
}

static void add_unit(struct reader *r, str text, struct told_word u, size_t start)
{
    const struct told_word *before = r->nunits ? &r->units[r->nunits - 1] : NULL;
    size_t from = before ? before->end : start;
    u.clause = (before ? before->clause : 0) + is_border(str_sub(text, from, u.start));
    r->units[r->nunits++] = u;
}

/* How many words begin in text[from, to), where no word goes on at `from`. */
static int words_between(str text, size_t from, size_t to)
{
    int n = 0;
    bool inside = false;
    for (; from < to; from++) {
        bool space = text.at[from] == ' ';
        n += !space && !inside && is_alnum(text.at[from]);
        inside = !space && (inside || is_alnum(text.at[from]));
    }
    return n;
}

static void read_units(struct reader *r, uint32_t sentence)
{
    const struct changer *c = r->changer;
    const scm_annotations *n = c->sides[r->s].annotations;
    str text = n->document->text, s = n->sentences[sentence].text;
    size_t start = (size_t)(s.at - text.at), end = start + s.len, count;
    const struct placed_term *terms =
        terms_of_sentence(c->arena, &c->sides[r->s], sentence, &count);
    int word = 0;
    size_t at = start;
    r->nunits = 0;
    for (size_t i = 0; i < count && r->nunits < MOST_UNITS; i++) {
        const scm_mention *m = mention_at(n, terms[i].at);
        struct told_word u = {.start = terms[i].at, .term = terms[i].term};
        if (u.start < at) continue;
        u.end = m ? m->end : word_end(text, u.start, false);
        if (u.end > end) u.end = end;
        word += words_between(text, at, u.start);
        int words = words_between(text, u.start, u.end);
        u.first_word = word;
        u.last_word = word + words - 1;
        str here = str_sub(text, u.start, u.end);
        double value = m && is_counted_name(m) ? value_of_name(name_weight_of(n, m), words)
                                               : value_of_word(r, here, u.start == start);
        if (is_reporting(c, r->s, sentence, u.start)) value = 0;
        u.named = m && is_counted_name(m);
        u.told = u.named && is_told(r, u.term, sentence);
        u.value = m && !is_counted_name(m) ? 0 : (u.told ? KNOWN : news(r, u.term)) * value;
        word += words;
        at = u.end;
        add_unit(r, text, u, start);
    }
    weigh_names(r, n, start, end);
}

struct stretch {
    size_t from, to; /* units, to exclusive */
    double sum, name;
};

static double score_of(const struct stretch *x)
{
    return SUM * x->sum + NAME * (x->name > 0 ? x->name : NO_NAME);
}

static bool counted_before(const struct reader *r, size_t from, size_t u)
{
    for (size_t k = from; k < u; k++)
        if (r->units[k].term == r->units[u].term) return true;
    return false;
}

/* The best stretch among the units [0, n) of which none is used. */
static struct stretch best_stretch(const struct reader *r, const bool *used)
{
    struct stretch best = {0};
    for (size_t i = 0; i < r->nunits; i++) {
        struct stretch x = {i, i, 0, 0};
        for (size_t k = i; k < r->nunits && !used[k]; k++) {
            const struct told_word *u = &r->units[k];
            int words = u->last_word - r->units[i].first_word + 1;
            if (u->clause != r->units[i].clause || words > MOST_WORDS) break;
            if (!counted_before(r, i, k)) x.sum += u->value;
            if (u->name > x.name) x.name = u->name;
            x.to = k + 1;
            struct stretch y = x;
            y.sum -= LENGTH * words;
            if (words >= LEAST_WORDS && y.sum > best.sum) best = y;
        }
    }
    return best;
}

/* Nothing but a name that the other text lacks: it is offered as a name. */
static bool is_one_name(const struct reader *r, const struct stretch *x)
{
    const struct told_word *u = &r->units[x->from];
    bool words = false;
    for (size_t k = x->from; k < x->to; k++)
        words |= !r->units[k].named && r->units[k].value > PLAIN;
    return u->named && !words && r->changer->counts[!r->s][u->term] == 0;
}

/* The end of the word that has a hyphen here: "multi-domain" is not cut. */
static size_t end_of_word(str text, size_t at)
{
    while (at + 1 < text.len && text.at[at] == '-' && is_alpha(text.at[at + 1]))
        for (at++; at < text.len && is_alpha(text.at[at]);) at++;
    return at;
}

static void offer_stretches(struct reader *r, uint32_t sentence)
{
    bool used[MOST_UNITS] = {false};
    str text = r->changer->sides[r->s].annotations->document->text;
    double factor = 1;
    for (int n = 0; n < MOST_STRETCHES; n++) {
        struct stretch x = best_stretch(r, used);
        if (x.to == x.from) return;
        for (size_t k = x.from; k < x.to; k++) used[k] = true;
        if (is_one_name(r, &x)) continue;
        str words =
            str_sub(text, r->units[x.from].start, end_of_word(text, r->units[x.to - 1].end));
        offer_alone(
            r->changer, r->s, sentence, SCM_CHANGE_COMMITMENT, words, factor * score_of(&x));
        factor *= SECOND;
    }
}

static bool is_unchanged(const struct changer *c, int s, uint32_t sentence)
{
    uint32_t partner = c->partners[s][sentence];
    return partner != SCM_NONE &&
           str_eq(sentence_of(c, s, sentence)->text, sentence_of(c, !s, partner)->text);
}

void find_stretches(struct changer *c)
{
    for (int s = 0; s < 2; s++) {
        size_t terms = 0;
        for (int k = 0; k < 2; k++)
            for (size_t i = 0; i < c->sides[k].nsentences; i++) {
                const vector *v = &c->sides[k].sentences[i];
                if (v->len && v->at[v->len - 1].term >= terms)
                    terms = v->at[v->len - 1].term + 1;
            }
        struct reader *r = arena_alloc(c->arena, sizeof *r);
        *r = (struct reader){.changer = c, .s = s};
        r->near = arena_array(c->arena, terms, sizeof *r->near);
        r->told = arena_array(c->arena, terms, sizeof *r->told);
        uint32_t last = SCM_NONE;
        for (uint32_t i = 0; i < c->sides[s].nsentences; i++) {
            if (is_unchanged(c, s, i) || c->protocol[s][i]) continue;
            uint32_t block = sentence_of(c, s, i)->block;
            if (block != last) mark_beside(r, block);
            last = block;
            read_units(r, i);
            offer_stretches(r, i);
        }
    }
}
