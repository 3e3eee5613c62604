/* What two texts of one meeting in two languages say differently: paragraphs, names, dates and
 * figures that stand in one of them only, verbs of other classes, and who is named first. */
#include "analyse/compare/across.h"
#include "analyse/compare/changes.h"
#include "analyse/compare/deltas.h"
#include "analyse/compare/measure.h"
#include "analyse/compare/tokens.h"
#include "authority/authority.h"
#include "base/syllable.h"

/* On the scale of changes.c: 6.5 is for the headline, 4 for the memo, 1.2 for the table. */
static const double CONTRADICTION = 7, ONE_SIDED = 4, SLIGHT = 1.3;
/* A promise beside none is a contradiction, another act is worth a memo. */
static const double OTHER_ACT = 4.5;
/* A policy phrase has more wordings than a table lists. */
static const double PHRASED = 0.5;
/* What clauses must share for their verbs to be compared. */
static const double SURE = 0.3;
/* Where more paragraphs than this share of them are missing, the copy is an excerpt. */
static const double EXCERPT = 0.3;
enum { LEAST_FIGURE = 10 }; /* smaller ones are spelt out in either language */
enum { FIRST_YEAR = 1900, LAST_YEAR = 2100 };

/* A date or a figure where it stands. */
struct figure {
    str key; /* the value */
    str words;
    uint32_t sentence;
    bool date, spelt; /* `spelt`: a word, which is no difference by itself */
    bool found;
};
typedef VEC(struct figure) stated_list;

static void offer_pair(
    struct changer *c, const uint32_t sentence[2], const str words[2], double score)
{
    vec_push(c->arena, &c->offers,
        ((scm_change){.status = SCM_CHANGED,
            .class_ = SCM_CHANGE_LANGUAGE,
            .old_sentence = sentence[0],
            .new_sentence = sentence[1],
            .old_words = words[0],
            .new_words = words[1],
            .score = score}));
}

/* The first words of a text. */
static str first_words(str text, int most)
{
    size_t end = 0;
    for (int n = 0; n < most && end < text.len; n++) {
        end += end > 0;
        end += str_find_char(str_sub(text, end, text.len), ' ');
    }
    return str_sub(text, 0, end);
}

/* Paragraphs that one text lacks. */
static void find_missing(struct changer *c, const passages *list)
{
    enum { SHOWN = 8 };
    size_t missing = 0;
    for (size_t i = 0; i < list->len; i++)
        for (int s = 0; s < 2; s++) missing += list->at[i].from[s] == list->at[i].to[s];
    bool excerpt = (double)missing > EXCERPT * (double)list->len;
    for (size_t i = 0; i < list->len; i++)
        for (int s = 0; s < 2; s++) {
            const struct passage *p = &list->at[i];
            if (p->from[!s] < p->to[!s]) continue;
            uint32_t sentence = c->sides[s].first[p->from[s]];
            str text = sentence_of(c, s, sentence)->text;
            offer_alone(c, s, sentence, SCM_CHANGE_LANGUAGE, first_words(text, SHOWN),
                excerpt ? SLIGHT : CONTRADICTION);
        }
}

/* Is there a passage that has the block on this side, and something on the other? */
static bool has_counterpart(const passages *list, int s, uint32_t block)
{
    for (size_t i = 0; i < list->len; i++) {
        const struct passage *p = &list->at[i];
        if (block >= p->from[s] && block < p->to[s]) return p->from[!s] < p->to[!s];
    }
    return false;
}

/* Does a table give a name for it in the other language?  Otherwise nobody knows whether it
 * stands there. */
static bool is_called(const struct changer *c, str id, bool syllables)
{
    const struct image *im = c->sides[0].annotations->authority->image;
    for (uint32_t i = 0; i < im->naliases; i++) {
        const struct alias *a = &im->aliases[i];
        if (a->kind == ALIAS_NAME && has_syllables(image_str(im, a->text)) == syllables &&
            str_eq(image_str(im, im->names[a->row].id), id))
            return true;
    }
    return false;
}

static uint32_t sentence_holding(const scm_annotations *n, size_t at)
{
    uint32_t low = 0, high = (uint32_t)n->nsentences;
    while (high - low > 1) {
        uint32_t mid = low + (high - low) / 2;
        if ((size_t)(n->sentences[mid].text.at - n->document->text.at) <= at)
            low = mid;
        else
            high = mid;
    }
    return low;
}

/* Names of passages that both texts have, which the other text has nowhere. */
static void find_names(struct changer *c, const passages *list, int s)
{
    const scm_annotations *n = c->sides[s].annotations;
    bool syllables = has_syllables(c->sides[!s].annotations->document->text);
    for (size_t i = 0, end; i < c->names[s].len; i = end) {
        const scm_mention *m = c->names[s].at[i];
        for (end = i; end < c->names[s].len && str_eq(c->names[s].at[end]->id, m->id);) end++;
        if (has_name(c, !s, m->id) || !has_counterpart(list, s, m->block)) continue;
        int weighs = name_weight_of(n, m);
        if (weighs == 0 || !is_called(c, m->id, syllables)) continue;
        scm_change *offer =
            offer_alone(c, s, sentence_holding(n, m->start), SCM_CHANGE_LANGUAGE,
                scm_mention_surface(n, m), (m->type == SCM_TERM ? PHRASED : 1) * weighs);
        offer->name = m->id;
        offer->type = m->type;
    }
}

/* "P70Y" is the figure 70; the digits, or nothing. */
static str years_of(str value)
{
    bool years = value.len > 2 && value.at[0] == 'P' && value.at[value.len - 1] == 'Y';
    return years ? str_sub(value, 1, value.len - 1) : (str){NULL, 0};
}

/* The number that begins at `at`, "2만 8,500" and "3 million" included; where it ends. */
static size_t read_figure(const struct language *l, str text, size_t at, double *out)
{
    double total = 0, part = 0;
    size_t end = at;
    for (;;) {
        for (; end < text.len && (is_digit(text.at[end]) || text.at[end] == ','); end++)
            if (is_digit(text.at[end])) part = part * 10 + (text.at[end] - '0');
        size_t next = end + (end < text.len && text.at[end] == ' ');
        size_t past = syllable_at(text, next) ? next + SYLLABLE : word_end(text, next, false);
        int zeros = set_number(l, language_set(l, str_sub(text, next, past)), WORD_MULTIPLIER);
        if (zeros == 0) break;
        for (; zeros > 0; zeros--) part *= 10;
        total += part;
        part = 0;
        end = past;
        size_t more = end + (end < text.len && text.at[end] == ' ');
        if (more >= text.len || !is_digit(text.at[more])) break;
        end = more;
    }
    *out = total + part;
    return end;
}

static bool has_digits(str words)
{
    for (size_t i = 0; i < words.len; i++)
        if (is_digit(words.at[i])) return true;
    return false;
}

static void add_figure(struct changer *c, stated_list *list, uint32_t sentence, str words,
    double figure, bool spelt)
{
    if (figure < LEAST_FIGURE) return;
    bool year = figure >= FIRST_YEAR && figure <= LAST_YEAR && !str_has(words, S(","));
    vec_push(c->arena, list,
        ((struct figure){.key = str_printf(c->arena, "%.0f", figure),
            .words = str_trim(words),
            .sentence = sentence,
            .date = year,
            .spelt = spelt}));
}

/* Figures of text[at, end), which no mention covers, with the word behind each. */
static void read_figures(
    struct changer *c, stated_list *list, int s, uint32_t sentence, size_t at, size_t end)
{
    str text = str_sub(c->sides[s].annotations->document->text, 0, end), word;
    while (word_next(text, &at, &word, true)) {
        size_t start = at - word.len;
        double figure = set_number(c->language, language_set(c->language, word), WORD_NUMBER);
        bool spelt = figure > 0;
        if (!spelt && !is_amount(word)) continue;
        if (!spelt) {
            while (!is_digit(text.at[start])) start++;
            size_t past = read_figure(c->language, text, start, &figure);
            if (past > at) at = past;
        }
        if (word_is(c->language, str_sub(text, at, at + SYLLABLE), WORD_ORDINAL_SIGN)) continue;
        size_t shown = at + (at < text.len && text.at[at] == ' ');
        shown += str_find_char(str_sub(text, shown, text.len), ' ');
        add_figure(c, list, sentence, str_sub(text, start, shown), figure, spelt);
    }
}

/* The dates and figures of a sentence. */
static void read_sentence(struct changer *c, stated_list *list, int s, uint32_t sentence)
{
    const scm_annotations *n = c->sides[s].annotations;
    str text = sentence_of(c, s, sentence)->text;
    size_t at = (size_t)(text.at - n->document->text.at), end = at + text.len;
    for (size_t i = scm_mention_from(n, at); i < n->nmentions && n->mentions[i].start < end;
         i++) {
        const scm_mention *m = &n->mentions[i];
        if (m->type == SCM_TERM || m->start < at) continue;
        read_figures(c, list, s, sentence, at, m->start);
        at = m->end;
        str words = scm_mention_surface(n, m), years = years_of(m->value);
        if (m->value.len == 0) continue;
        if (m->type != SCM_DATE) { /* "55" of a meeting, "23" of an exercise */
            if (is_digit(m->value.at[0]))
                add_figure(c, list, sentence, words, str_int(m->value), true);
            continue;
        }
        if (years.len)
            add_figure(c, list, sentence, words, str_int(years), !has_digits(words));
        else if (m->value.at[0] != 'P')
            vec_push(c->arena, list,
                ((struct figure){
                    .key = m->value, .words = words, .sentence = sentence, .date = true}));
    }
    if (at < end) read_figures(c, list, s, sentence, at, end);
}

/* A day is one of its month. */
static bool agree(const struct figure *x, const struct figure *y)
{
    if (x->date != y->date) return false;
    if (!x->date) return str_eq(x->key, y->key);
    return str_starts(x->key, y->key) || str_starts(y->key, x->key);
}

static void mark_found(stated_list *list, const stated_list *other)
{
    for (size_t i = 0; i < list->len; i++)
        for (size_t k = 0; k < other->len && !list->at[i].found; k++)
            list->at[i].found = agree(&list->at[i], &other->at[k]);
}

static struct figure *next_lost(const stated_list *list, bool date, size_t *at)
{
    for (; *at < list->len; ++*at) {
        struct figure *x = &list->at[*at];
        if (!x->found && !x->spelt && x->date == date) return &list->at[(*at)++];
    }
    return NULL;
}

/* What neither text shares with the other is paired in order; only what a date or a figure
 * stands beside contradicts it. */
static void offer_stated(struct changer *c, const stated_list list[2], bool date)
{
    size_t at[2] = {0, 0};
    for (;;) {
        struct figure *x = next_lost(&list[0], date, &at[0]);
        struct figure *y = next_lost(&list[1], date, &at[1]);
        if (!x && !y) return;
        if (x && y) {
            bool whole = !date || x->key.len == y->key.len;
            offer_pair(c, (uint32_t[]){x->sentence, y->sentence}, (str[]){x->words, y->words},
                whole ? CONTRADICTION : ONE_SIDED);
            continue;
        }
        const struct figure *one = x ? x : y;
        offer_alone(c, x ? 0 : 1, one->sentence, SCM_CHANGE_LANGUAGE, one->words,
            date ? SLIGHT : ONE_SIDED);
    }
}

static void find_stated(struct changer *c, const struct passage *p)
{
    stated_list list[2] = {{0}, {0}};
    for (int s = 0; s < 2; s++)
        for (uint32_t i = c->sides[s].first[p->from[s]]; i < c->sides[s].first[p->to[s]]; i++)
            read_sentence(c, &list[s], s, i);
    mark_found(&list[0], &list[1]);
    mark_found(&list[1], &list[0]);
    offer_stated(c, list, true);
    offer_stated(c, list, false);
}

/* A verb with the words that it takes: behind it, or in front of it. */
static str verb_words(const struct changer *c, int s, uint32_t statement)
{
    enum { BEHIND = 5, BEFORE = 3 };
    const scm_annotations *n = c->sides[s].annotations;
    const scm_statement *at = &n->statements[statement];
    str text = n->document->text, sentence = n->sentences[at->sentence].text;
    size_t start = (size_t)(sentence.at - text.at), end = start + sentence.len, from = at->at;
    if (!syllable_at(text, from)) return first_words(str_sub(text, from, end), BEHIND);
    for (int i = 0; i < BEFORE && from > start; i++)
        for (from--; from > start && text.at[from - 1] != ' ';) from--;
    size_t past = at->at;
    while (syllable_at(text, past)) past += SYLLABLE;
    return str_sub(text, from, past);
}

static bool is_promise_of(const struct changer *c, int s, uint32_t statement)
{
    const scm_annotations *n = c->sides[s].annotations;
    return scm_authority_verb(n->authority, n->statements[statement].verb).act ==
           SCM_COMMISSIVE;
}

static enum scm_act act_of(const struct changer *c, int s, uint32_t statement)
{
    const scm_annotations *n = c->sides[s].annotations;
    return scm_authority_verb(n->authority, n->statements[statement].verb).act;
}

/* "Agreed to seek": by the verb, or by what stands behind it or in front. */
static bool is_hedged(const struct changer *c, int s, uint32_t statement)
{
    const scm_annotations *n = c->sides[s].annotations;
    const scm_statement *at = &n->statements[statement];
    return at->polarity == '?' ||
           has_phrase(c->language, PHRASE_VERB_HEDGE, statement_said(n, at));
}

/* How much it matters that these two are said with other verbs; 0: not at all. */
static double weigh_verbs(const struct changer *c, const struct counterpart *p)
{
    char was = c->sides[0].annotations->statements[p->at[0]].polarity;
    char is = c->sides[1].annotations->statements[p->at[1]].polarity;
    if ((was == '-') != (is == '-')) return CONTRADICTION;
    if (is_hedged(c, 0, p->at[0]) != is_hedged(c, 1, p->at[1])) return ONE_SIDED;
    if (p->same) return 0;
    if (is_promise_of(c, 0, p->at[0]) != is_promise_of(c, 1, p->at[1])) return CONTRADICTION;
    return act_of(c, 0, p->at[0]) != act_of(c, 1, p->at[1]) ? OTHER_ACT : SLIGHT;
}

static void find_verbs(struct changer *c, const passages *list)
{
    counterparts pairs = pair_across(c->arena, c->sides, list);
    for (size_t i = 0; i < pairs.len; i++) {
        const struct counterpart *p = &pairs.at[i];
        if (!p->anchored && p->alike < SURE) continue;
        double score = weigh_verbs(c, p);
        if (score == 0) continue;
        uint32_t sentence[2];
        str words[2];
        for (int s = 0; s < 2; s++) {
            sentence[s] = c->sides[s].annotations->statements[p->at[s]].sentence;
            words[s] = verb_words(c, s, p->at[s]);
        }
        offer_pair(c, sentence, words, score);
    }
}

/* The head whom the text names first. */
static const scm_mention *first_head(const scm_annotations *n)
{
    for (size_t i = 0; i < n->nmentions; i++)
        for (size_t k = 0; k < n->nheads; k++)
            if (n->mentions[i].type == SCM_OFFICIAL &&
                str_eq(n->mentions[i].id, n->heads[k].person))
                return &n->mentions[i];
    return NULL;
}

static void find_order(struct changer *c)
{
    const scm_mention *first[2];
    uint32_t sentence[2];
    str words[2];
    for (int s = 0; s < 2; s++) {
        const scm_annotations *n = c->sides[s].annotations;
        first[s] = first_head(n);
        if (!first[s]) return;
        sentence[s] = sentence_holding(n, first[s]->start);
        words[s] = scm_mention_surface(n, first[s]);
    }
    if (!str_eq(first[0]->id, first[1]->id)) offer_pair(c, sentence, words, SLIGHT);
}

void find_language_differences(struct changer *c)
{
    passages list = find_passages(c->arena, c->comparison, c->sides, c->old_side);
    find_missing(c, &list);
    find_order(c);
    for (int s = 0; s < 2; s++) find_names(c, &list, s);
    for (size_t i = 0; i < list.len; i++)
        if (list.at[i].from[0] < list.at[i].to[0] && list.at[i].from[1] < list.at[i].to[1])
            find_stated(c, &list.at[i]);
    find_verbs(c, &list);
}
