/* Moves: what changed inside two sentences that say the same.
 *
 * A ladder orders words by force: where both sentences stand on one, on different rungs, the
 * new one is stronger or weaker.  A hedge, a condition, a degree or a negation comes or goes.
 * And where the edit script puts words in the place of others, a figure or the object changed.
 */
#include "analyse/compare/changes.h"
#include "analyse/compare/tokens.h"
#include "authority/authority.h"

/* Sentences less alike say different things. */
static const double ALIKE = 0.25;
/* What a move on a ladder, and what comes or goes, score besides the heaviest name of both. */
static const double RUNG = 3.4, STEP = 0.2, MODIFIER = 1.2, NEGATED = 0.6, NEAR = 0.2;
/* What each word that is put in the place of others counts; figures count more. */
static const double WORD = 0.7, FIGURE = 0.8, KNOWN = 0.35, PLAIN = 0.3, WATCHED = 0.3;

/* Two sentences, of side 0 and side 1. */
struct moved {
    struct changer *changer;
    uint32_t sentence[2];
    str text[2];
    double heaviest; /* name in either */
};

/* "commitment to a" without what must go on. */
static str without_links(const struct language *l, str words)
{
    for (;;) {
        size_t at = words.len;
        while (at > 0 && words.at[at - 1] != ' ') at--;
        if (at == 0 || !word_is(l, str_sub(words, at, words.len), WORD_LINK)) return words;
        words.len = at - 1;
    }
}

/* From `at` on so many words, no farther than the clause goes. */
static str words_from(const struct language *l, str text, size_t at, int most)
{
    size_t end = at, next = at;
    str word;
    for (int n = 0; n < most && word_next(text, &next, &word, true); n++) {
        size_t start = (size_t)(word.at - text.at);
        bool border = false;
        for (size_t i = end; n && i < start; i++)
            border |= memchr(",;:()", text.at[i], 5) != NULL;
        if (border || (n && word_is(l, word, WORD_CONJUNCTION))) break;
        end = next;
    }
    return without_links(l, str_sub(text, at, end));
}

static void offer_move(const struct moved *m, enum scm_change_class class_,
    enum scm_status_of_change status, const str words[2], double score)
{
    scm_change change = {.status = status,
        .class_ = class_,
        .old_sentence = m->sentence[0],
        .new_sentence = m->sentence[1],
        .old_words = words[0],
        .new_words = words[1],
        .score = score};
    vec_push(m->changer->arena, &m->changer->offers, change);
}

static enum scm_change_class class_named(str name)
{
    int class_ = 0;
    while (class_ < SCM_NCHANGES &&
           !str_eq(name, str_of(scm_change_class_name((enum scm_change_class)class_))))
        class_++;
    return class_ < SCM_NCHANGES ? (enum scm_change_class)class_ : SCM_CHANGE_GRADE;
}

enum { MOST_PLACES = 64 };

static size_t length(const struct phrase_at *p)
{
    return p->phrase->text.len;
}

/* A place on a ladder. */
struct rung {
    str ladder, class_;
    int height;
    const struct phrase_at *at;
};

static struct rung rung_of(const struct language *l, const struct phrase_at *p)
{
    struct rung x = {.at = p};
    str value = language_str(l, p->phrase->value);
    str_cut(&value, ' ', &x.ladder);
    str_cut(&value, ' ', &x.class_);
    x.height = str_int(value);
    return x;
}

/* Does a longer phrase of the same ladder cover this one? */
static bool is_covered(
    const struct language *l, const struct phrase_at *at, size_t n, const struct rung *x)
{
    for (size_t i = 0; i < n; i++) {
        bool covers = length(&at[i]) > length(x->at) && at[i].at <= x->at->at &&
                      at[i].at + length(&at[i]) >= x->at->at + length(x->at);
        if (covers && str_eq(rung_of(l, &at[i]).ladder, x->ladder)) return true;
    }
    return false;
}

enum { RUNG_WORDS = 5 };

static str rung_words(const struct moved *m, int s, const struct rung *x)
{
    return words_from(m->changer->language, m->text[s], x->at->at, RUNG_WORDS);
}

/* Do the words behind both phrases speak of one thing?  A condition needs none. */
static bool same_object(const struct moved *m, const struct rung *const x[2])
{
    str rest[2];
    size_t n;
    for (int s = 0; s < 2; s++) {
        str words = rung_words(m, s, x[s]);
        rest[s] = str_sub(words, length(x[s]->at), words.len);
    }
    return class_named(x[0]->class_) == SCM_CHANGE_CONDITION ||
           shared_words(rest[0], rest[1], &n) > 0;
}

/* Of a place in one sentence the one in the other on the same ladder that speaks of the same:
 * where any stands on the same rung nothing moved. */
static void move_from(
    const struct moved *m, const struct rung *from, const struct phrase_at *places, size_t n)
{
    const struct language *l = m->changer->language;
    struct rung to = {0};
    for (size_t i = 0; i < n; i++) {
        struct rung x = rung_of(l, &places[i]);
        const struct rung *const both[2] = {from, &x};
        if (!str_eq(x.ladder, from->ladder) || is_covered(l, places, n, &x)) continue;
        if (x.height == from->height && same_object(m, both)) return;
        if (!to.at && x.height != from->height && same_object(m, both)) to = x;
    }
    if (!to.at) return;
    const str words[2] = {rung_words(m, 0, from), rung_words(m, 1, &to)};
    bool up = to.height > from->height;
    int steps = up ? to.height - from->height : from->height - to.height;
    offer_move(m, class_named(from->class_), up ? SCM_STRONGER : SCM_WEAKER, words,
        RUNG + NEAR * m->heaviest + STEP * steps);
}

/* The phrases of the index in both sentences. */
struct both_places {
    struct phrase_at at[2][MOST_PLACES];
    size_t n[2];
};

static void find_both(
    const struct moved *m, const struct phrase_index *index, struct both_places *out)
{
    for (int s = 0; s < 2; s++)
        out->n[s] = find_indexed(m->changer, index, s, m->sentence[s], out->at[s], MOST_PLACES);
}

static void find_rungs(const struct moved *m)
{
    const struct language *l = m->changer->language;
    struct both_places places;
    find_both(m, &m->changer->ladders, &places);
    for (size_t i = 0; i < places.n[0]; i++) {
        struct rung x = rung_of(l, &places.at[0][i]);
        if (!is_covered(l, places.at[0], places.n[0], &x))
            move_from(m, &x, places.at[1], places.n[1]);
    }
}

/* A hedge that comes weakens, a degree that comes strengthens, a negation turns round. */
static enum scm_status_of_change status_of(enum scm_change_class class_, bool comes)
{
    if (class_ == SCM_CHANGE_NEGATION) return SCM_CHANGED;
    return comes == (class_ == SCM_CHANGE_GRADE) ? SCM_STRONGER : SCM_WEAKER;
}

/* Does the other text have the words from there on, if in another sentence? */
static bool stands_elsewhere(const struct moved *m, int s, size_t at)
{
    enum { WORDS = 2 };
    str words = words_from(m->changer->language, m->text[s], at, WORDS);
    return has_words(m->changer, !s, words);
}

static void find_modifiers(const struct moved *m)
{
    enum { WORDS = 6 };
    const struct language *l = m->changer->language;
    struct both_places places;
    find_both(m, &m->changer->modifiers, &places);
    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < places.n[s]; i++) {
            const struct phrase_at *p = &places.at[s][i];
            bool there = false;
            for (size_t j = 0; j < places.n[!s]; j++)
                there |= places.at[!s][j].phrase == p->phrase;
            if (there || stands_elsewhere(m, s, p->at)) continue;
            str value = language_str(l, p->phrase->value);
            enum scm_change_class class_ = class_named(value); /* a degree is a grade */
            str words[2] = {{NULL, 0}, {NULL, 0}};
            words[s] = words_from(l, m->text[s], p->at, WORDS);
            double base = class_ == SCM_CHANGE_NEGATION ? NEGATED : MODIFIER;
            offer_move(m, class_, status_of(class_, s == 1), words, base + NEAR * m->heaviest);
        }
}

static double value_of(const struct moved *m, int s, str words)
{
    const struct changer *c = m->changer;
    const struct language *l = c->language;
    size_t at = 0, count;
    str word;
    double sum = 0;
    const struct placed_term *terms =
        terms_of_sentence(c->arena, &c->sides[s], m->sentence[s], &count);
    size_t start = (size_t)(words.at - c->sides[s].annotations->document->text.at);
    while (word_next(words, &at, &word, false)) {
        uint32_t set = language_set(l, word);
        size_t place = start + (size_t)(word.at - words.at);
        for (size_t i = 0; i < count; i++) {
            if (terms[i].at != place || is_reporting(c, s, m->sentence[s], place)) continue;
            double value = set_has(l, set, WORD_PLAIN)
                               ? PLAIN
                               : 1 + WATCHED * set_number(l, set, WORD_WATCH);
            sum += value * (c->counts[!s][terms[i].term] ? KNOWN : 1);
            break;
        }
    }
    return sum;
}

static bool has_figure(str words)
{
    for (size_t i = 0; i < words.len; i++)
        if (is_digit(words.at[i])) return true;
    return false;
}

static int count_words(str text)
{
    int n = 0;
    str word;
    for (size_t at = 0; word_next(text, &at, &word, true);) n++;
    return n;
}

/* "the 55th Security Consultative Meeting", "the Second Summit": a number of a series goes up
 * by itself. */
static bool has_ordinal(const struct moved *m, str words)
{
    const struct language *l = m->changer->language;
    str word;
    for (size_t at = 0; word_next(words, &at, &word, true);) {
        size_t digits = 0;
        while (digits < word.len && is_digit(word.at[digits])) digits++;
        if (digits && is_ordinal_suffix(l, str_sub(word, digits, word.len))) return true;
        if (set_number(l, language_set(l, word), WORD_ORDINAL) > 0) return true;
    }
    return false;
}

/* "Estonia" in the place of "India" in a list: names come and go by themselves; a term that is
 * a figure, "28,500", goes where another comes. */
static bool is_name(const struct moved *m, int s, str words)
{
    const scm_annotations *n = m->changer->sides[s].annotations;
    words = str_trim(words);
    size_t start = (size_t)(words.at - n->document->text.at), i = scm_mention_from(n, start);
    if (i == n->nmentions || n->mentions[i].start != start) return false;
    bool figure = n->mentions[i].type == SCM_TERM && is_amount(words);
    return !figure && n->mentions[i].end >= start + words.len;
}

/* Words in the place of others, old[0] of side 0 and old[1] of side 1. */
static void offer_replaced(const struct moved *m, const str part[2])
{
    enum { MOST = 9, WORDS = 8 };
    str words[2];
    double value[2];
    for (int s = 0; s < 2; s++) {
        int n = count_words(part[s]);
        if (n == 0 || n > MOST || has_ordinal(m, part[s]) || is_name(m, s, part[s])) return;
        value[s] = value_of(m, s, part[s]);
        size_t at = (size_t)(part[s].at - m->text[s].at);
        str first;
        word_next(m->text[s], &at, &first, true);
        at = (size_t)(first.at - m->text[s].at);
        words[s] =
            words_from(m->changer->language, m->text[s], at, n > WORDS / 2 ? WORDS : n + 2);
    }
    static const double LEAST = 0.3;
    if (value[0] < LEAST || value[1] < LEAST) return;
    bool figures = has_figure(part[0]) && has_figure(part[1]);
    double score =
        WORD * (value[0] + value[1]) + (figures ? FIGURE : 0) + NEAR / 2 * m->heaviest;
    offer_move(m, figures ? SCM_CHANGE_NUMBER : SCM_CHANGE_OBJECT, SCM_CHANGED, words, score);
}

/* The runs of a bead whose words stand in the place of others; a word that is the same between
 * two such runs does not part them. */
static void find_replaced(const struct moved *m, const scm_bead *b)
{
    const struct changer *c = m->changer;
    size_t at[2] = {0, 0}, from[2] = {0, 0}, to[2] = {0, 0}; /* old and new */
    bool open = false;
    const str text[2] = {sentence_of(c, c->old_side, b->old_sentence)->text,
        sentence_of(c, !c->old_side, b->new_sentence)->text};
    for (size_t i = 0; i <= b->nruns; i++) {
        const scm_run *run = i < b->nruns ? &b->runs[i] : NULL;
        bool same = run && run->kind == SCM_RUN_SAME;
        if (open && (!run || (same && count_words(run->text) > 1))) {
            str part[2];
            for (int k = 0; k < 2; k++)
                part[k == 0 ? c->old_side : !c->old_side] = str_sub(text[k], from[k], to[k]);
            offer_replaced(m, part);
            open = false;
        }
        if (!run) break;
        if (!same && !open) {
            open = true;
            for (int k = 0; k < 2; k++) from[k] = to[k] = at[k];
        }
        if (run->kind != SCM_RUN_NEW) at[0] += run->text.len;
        if (run->kind != SCM_RUN_OLD) at[1] += run->text.len;
        for (int k = 0; k < 2 && !same; k++) to[k] = at[k];
    }
}

static double heaviest_name(const struct changer *c, int s, str sentence)
{
    const scm_annotations *n = c->sides[s].annotations;
    size_t start = (size_t)(sentence.at - n->document->text.at);
    double most = 0;
    for (size_t i = scm_mention_from(n, start);
         i < n->nmentions && n->mentions[i].start < start + sentence.len; i++) {
        double one = is_counted_name(&n->mentions[i]) ? name_weight_of(n, &n->mentions[i]) : 0;
        if (one > most) most = one;
    }
    return most;
}

static void find_in_bead(struct changer *c, const scm_bead *b)
{
    enum { LONGEST = 4000 }; /* bytes: more is no prose */
    struct moved m = {.changer = c};
    if (b->old_sentence == SCM_NONE || b->new_sentence == SCM_NONE || b->similarity < ALIKE)
        return;
    m.sentence[c->old_side] = b->old_sentence;
    m.sentence[!c->old_side] = b->new_sentence;
    for (int s = 0; s < 2; s++) m.text[s] = sentence_of(c, s, m.sentence[s])->text;
    if (str_eq(m.text[0], m.text[1])) return;
    if (m.text[0].len > LONGEST || m.text[1].len > LONGEST) return;
    if (c->protocol[0][m.sentence[0]] || c->protocol[1][m.sentence[1]]) return;
    for (int s = 0; s < 2; s++) {
        double one = heaviest_name(c, s, m.text[s]);
        if (one > m.heaviest) m.heaviest = one;
    }
    find_rungs(&m);
    find_modifiers(&m);
    find_replaced(&m, b);
}

void find_moves(struct changer *c)
{
    for (size_t i = 0; i < c->comparison->npairs; i++)
        for (size_t k = 0; k < c->comparison->pairs[i].nbeads; k++)
            find_in_bead(c, &c->comparison->pairs[i].beads[k]);
}
