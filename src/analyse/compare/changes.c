/* Changes: the offers of the finders, ranked. */
#include "analyse/compare/changes.h"

#include <stdlib.h>
#include "analyse/compare/deltas.h"
#include "analyse/compare/stems.h"
#include "analyse/compare/tokens.h"
#include "authority/authority.h"

enum { MOST_CHANGES = 120 };
/* From these scores on a change is of weight 3, 2 and 1; below none. */
static const double HEADLINE = 6.5, MEMO = 4, TABLE = 1.2;
/* Of two offers that share so much of the shorter one's words one stays. */
static const double SAME = 0.6;

const char *scm_change_class_name(enum scm_change_class class_)
{
    static const char *const NAMES[SCM_NCHANGES] = {"act", "grade", "hedge", "condition",
        "number", "deadline", "scope", "object", "actor", "negation", "commitment", "name",
        "topic", "language"};
    return NAMES[class_];
}

const scm_sentence *sentence_of(const struct changer *c, int s, uint32_t sentence)
{
    return &c->sides[s].annotations->sentences[sentence];
}

int name_weight_of(const scm_annotations *n, const scm_mention *m)
{
    enum { COINED = 4, OF_TWO = 2 }; /* the id of a state may be that of a body as well */
    scm_name name;
    if (!scm_authority_find_name_of(n->authority, m->id, m->type, &name)) return COINED;
    return name.type == m->type ? name.weight : OF_TWO;
}

static int by_id(const void *x, const void *y)
{
    const scm_mention *a = *(const scm_mention *const *)x, *b = *(const scm_mention *const *)y;
    int order = str_cmp(a->id, b->id);
    return order ? order : (a->start > b->start) - (a->start < b->start);
}

static mention_list mentions_by_id(arena *a, const scm_annotations *n)
{
    mention_list list = {0};
    for (size_t i = 0; i < n->nmentions; i++)
        if (is_counted_name(&n->mentions[i])) vec_push(a, &list, &n->mentions[i]);
    if (list.len) qsort(list.at, list.len, sizeof *list.at, by_id);
    return list;
}

/* Of a word in small letters; two words may share one. */
enum { WORD_SLOTS = 1 << 14 };
static uint32_t slot_of(str word)
{
    uint64_t hash = str_hash(word);
    return (hash ^ hash >> 20) % WORD_SLOTS;
}

/* A stem by truncation. */
static uint32_t stem_slot(str word)
{
    enum { LETTERS = 6 };
    return slot_of(str_sub(word, 0, word.len < LETTERS ? word.len : LETTERS));
}

static void read_words(struct changer *c, int s)
{
    str word;
    c->lower[s] = str_lower(c->arena, c->sides[s].annotations->document->text);
    c->has_slot[s] = arena_array(c->arena, WORD_SLOTS, sizeof *c->has_slot[s]);
    c->has_stem[s] = arena_array(c->arena, WORD_SLOTS, sizeof *c->has_stem[s]);
    for (size_t at = 0; word_next(c->lower[s], &at, &word, false);) {
        c->has_stem[s][stem_slot(word)] = true;
        struct slotted_word x = {(uint32_t)(word.at - c->lower[s].at), slot_of(word)};
        c->has_slot[s][x.slot] = true;
        vec_push(c->arena, &c->words[s], x);
    }
}

size_t find_words(str text, str words)
{
    for (size_t at = 0; at < text.len; at++) {
        at += str_find(str_sub(text, at, text.len), words);
        size_t end = at + words.len;
        if (end > text.len) break;
        if ((at == 0 || !is_alnum(text.at[at - 1])) &&
            (end == text.len || !is_alnum(text.at[end])))
            return at;
    }
    return text.len;
}

bool may_have(const struct changer *c, int s, str small)
{
    str word;
    for (size_t at = 0; word_next(small, &at, &word, false);)
        if (!c->has_slot[s][slot_of(word)]) return false;
    return small.len > 0;
}

bool may_have_stems(const struct changer *c, int s, str small)
{
    str word;
    for (size_t at = 0; word_next(small, &at, &word, false);)
        if (!is_stop_word(word) && !c->has_stem[s][stem_slot(word)]) return false;
    return small.len > 0;
}

bool may_search(const struct changer *c)
{
    return *c->searches && (*c->searches)--;
}

bool has_words(const struct changer *c, int s, str words)
{
    str small = str_lower(c->arena, words);
    return may_have(c, s, small) && may_search(c) &&
           find_words(c->lower[s], small) < c->lower[s].len;
}

static int by_slot(const void *x, const void *y)
{
    const struct indexed_phrase *a = x, *b = y;
    if (a->slot != b->slot) return a->slot < b->slot ? -1 : 1;
    return (a->phrase > b->phrase) - (a->phrase < b->phrase);
}

/* Of the phrases of a class those whose words either text has. */
static struct phrase_index index_phrases(const struct changer *c, enum phrase_class class_)
{
    const struct language *l = c->language;
    uint32_t from = l->first_phrase[class_], to = l->first_phrase[class_ + 1];
    struct phrase_index x = {.at = arena_array(c->arena, to - from, sizeof *x.at),
        .begins = arena_array(c->arena, WORD_SLOTS, sizeof *x.begins)};
    for (uint32_t i = from; i < to; i++) {
        str words = language_str(l, l->phrases[i].text), first;
        size_t at = 0;
        if (!may_have(c, 0, words) && !may_have(c, 1, words)) continue;
        if (!word_next(words, &at, &first, false)) continue;
        x.at[x.len++] = (struct indexed_phrase){slot_of(first), &l->phrases[i]};
        x.begins[slot_of(first)] = true;
    }
    if (x.len) qsort(x.at, x.len, sizeof *x.at, by_slot);
    return x;
}

static bool is_there(str text, size_t at, str words)
{
    size_t end = at + words.len;
    return str_starts(str_sub(text, at, text.len), words) &&
           (end == text.len || !is_alnum(text.at[end]));
}

/* The first word from there on. */
static size_t word_from(const struct changer *c, int s, size_t at)
{
    size_t low = 0, high = c->words[s].len;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (c->words[s].at[mid].at < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

size_t find_indexed(const struct changer *c, const struct phrase_index *index, int s,
    uint32_t sentence, struct phrase_at *out, size_t most)
{
    str text = sentence_of(c, s, sentence)->text;
    size_t start = (size_t)(text.at - c->sides[s].annotations->document->text.at),
           end = start + text.len, n = 0;
    text = str_sub(c->lower[s], start, end);
    for (size_t w = word_from(c, s, start); w < c->words[s].len; w++) {
        size_t slot = c->words[s].at[w].slot, at = c->words[s].at[w].at - start, i = 0;
        if (at >= text.len) break;
        if (!index->begins[slot]) continue;
        while (i < index->len && index->at[i].slot < slot) i++;
        for (; i < index->len && index->at[i].slot == slot && n < most; i++) {
            const struct phrase *p = index->at[i].phrase;
            bool known = false;
            for (size_t k = 0; k < n; k++) known |= out[k].phrase == p;
            if (!known && is_there(text, at, language_str(c->language, p->text)))
                out[n++] = (struct phrase_at){p, at};
        }
    }
    return n;
}

/* Thanks, invitations, the next meeting, and the opening of a communiqué. */
static void find_protocol(struct changer *c)
{
    for (int s = 0; s < 2; s++) {
        const scm_annotations *n = c->sides[s].annotations;
        bool numbered = n->document->kind == SCM_KIND_COMMUNIQUE;
        c->protocol[s] = arena_array(c->arena, n->nsentences, sizeof *c->protocol[s]);
        for (uint32_t i = 0; i < n->nsentences; i++) {
            const scm_sentence *x = &n->sentences[i];
            bool is = numbered && x->block == 0 && x->number == 1;
            struct phrase_at courtesy;
            c->protocol[s][i] = is || find_indexed(c, &c->courtesies, s, i, &courtesy, 1);
        }
    }
}

bool has_name(const struct changer *c, int s, str id)
{
    size_t low = 0, high = c->names[s].len;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (str_cmp(c->names[s].at[mid]->id, id) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low < c->names[s].len && str_eq(c->names[s].at[low]->id, id);
}

bool is_reporting(const struct changer *c, int s, uint32_t sentence, size_t at)
{
    const scm_annotations *n = c->sides[s].annotations;
    for (uint32_t i = c->statements[s][sentence]; i < c->statements[s][sentence + 1]; i++)
        if (n->statements[i].at == at) return true;
    return false;
}

bool is_counted_name(const scm_mention *m)
{
    return m->type != SCM_DATE && m->type != SCM_ROLE && m->type != SCM_OFFICIAL;
}

scm_change *offer_alone(struct changer *c, int s, uint32_t sentence,
    enum scm_change_class class_, str words, double score)
{
    scm_change change = {.status = s ? SCM_NEW : SCM_GONE,
        .class_ = class_,
        .old_sentence = s ? SCM_NONE : sentence,
        .new_sentence = s ? sentence : SCM_NONE,
        .score = score};
    *(s ? &change.new_words : &change.old_words) = words;
    vec_push(c->arena, &c->offers, change);
    return &c->offers.at[c->offers.len - 1];
}

static void count_terms(struct changer *c, size_t terms)
{
    for (int s = 0; s < 2; s++) {
        c->counts[s] = arena_array(c->arena, terms, sizeof *c->counts[s]);
        for (size_t i = 0; i < c->sides[s].nsentences; i++)
            for (size_t t = 0; t < c->sides[s].sentences[i].len; t++)
                c->counts[s][c->sides[s].sentences[i].at[t].term]++;
    }
}

static size_t number_of_terms(const side sides[2])
{
    uint32_t most = 0;
    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < sides[s].nsentences; i++) {
            const vector *v = &sides[s].sentences[i];
            if (v->len && v->at[v->len - 1].term >= most) most = v->at[v->len - 1].term + 1;
        }
    return most;
}

/* The block of a pair on a side. */
static uint32_t block_of(const struct changer *c, const scm_pair *p, int s)
{
    return s == c->old_side ? p->old_block : p->new_block;
}

/* The partners of each block, sorted by counting. */
static void pair_blocks(struct changer *c)
{
    const scm_comparison *k = c->comparison;
    for (int s = 0; s < 2; s++) {
        uint32_t *first = arena_array(c->arena, c->sides[s].nblocks + 2, sizeof *first);
        c->beside[s] = arena_array(c->arena, k->npairs, sizeof *c->beside[s]);
        for (size_t i = 0; i < k->npairs; i++)
            if (k->pairs[i].old_block != SCM_NONE && k->pairs[i].new_block != SCM_NONE)
                first[block_of(c, &k->pairs[i], s) + 2]++;
        for (size_t b = 2; b < c->sides[s].nblocks + 2; b++) first[b] += first[b - 1];
        for (size_t i = 0; i < k->npairs; i++)
            if (k->pairs[i].old_block != SCM_NONE && k->pairs[i].new_block != SCM_NONE)
                c->beside[s][first[block_of(c, &k->pairs[i], s) + 1]++] =
                    block_of(c, &k->pairs[i], !s);
        c->first_beside[s] = first;
    }
}

static void pair_sentences(struct changer *c)
{
    for (int s = 0; s < 2; s++) {
        read_words(c, s);
        c->names[s] = mentions_by_id(c->arena, c->sides[s].annotations);
        c->statements[s] = first_statements(c->arena, c->sides[s].annotations);
        c->partners[s] = arena_array(c->arena, c->sides[s].nsentences, sizeof(uint32_t));
        for (size_t i = 0; i < c->sides[s].nsentences; i++) c->partners[s][i] = SCM_NONE;
    }
    for (size_t i = 0; i < c->comparison->npairs; i++)
        for (size_t k = 0; k < c->comparison->pairs[i].nbeads; k++) {
            const scm_bead *b = &c->comparison->pairs[i].beads[k];
            if (b->old_sentence == SCM_NONE || b->new_sentence == SCM_NONE) continue;
            c->partners[c->old_side][b->old_sentence] = b->new_sentence;
            c->partners[!c->old_side][b->new_sentence] = b->old_sentence;
        }
}

static str words_of(const scm_change *x)
{
    return x->new_words.len ? x->new_words : x->old_words;
}

/* The best first; of equals in the order of their words, which no side is first in. */
static int best_first(const void *x, const void *y)
{
    const scm_change *a = x, *b = y;
    if (a->score != b->score) return a->score > b->score ? -1 : 1;
    int order = str_cmp(words_of(a), words_of(b));
    if (order) return order;
    return a->class_ != b->class_ ? (a->class_ > b->class_) - (a->class_ < b->class_) : 0;
}

size_t shared_words(str a, str b, size_t *n)
{
    size_t shared = 0;
    str word, other;
    *n = 0;
    for (size_t at = 0; word_next(a, &at, &word, true);) {
        char lower[32];
        size_t len = word.len < sizeof lower ? word.len : sizeof lower;
        for (size_t i = 0; i < len; i++) lower[i] = to_lower(word.at[i]);
        if (is_stop_word((str){lower, len})) continue;
        ++*n;
        for (size_t k = 0; word_next(b, &k, &other, true);)
            if (str_eq_nocase(word, other)) {
                shared++;
                break;
            }
    }
    return shared;
}

static uint32_t block_at(const scm_annotations *n, uint32_t sentence)
{
    return sentence == SCM_NONE ? SCM_NONE : n->sentences[sentence].block;
}

/* The words of both sides of a change, stop words aside, as hashes. */
enum { MOST_TOLD = 16 };
struct told_words {
    uint64_t at[2][MOST_TOLD];
    size_t len[2];
};

static void tell(struct told_words *out, const scm_change *x)
{
    const str sides[2] = {x->old_words, x->new_words};
    for (int s = 0; s < 2; s++) {
        str word;
        out->len[s] = 0;
        for (size_t at = 0; word_next(sides[s], &at, &word, true) && out->len[s] < MOST_TOLD;) {
            char small[32];
            size_t len = word.len < sizeof small ? word.len : sizeof small;
            for (size_t i = 0; i < len; i++) small[i] = to_lower(word.at[i]);
            if (!is_stop_word((str){small, len}))
                out->at[s][out->len[s]++] = str_hash((str){small, len});
        }
    }
}

static bool share_most(const struct told_words *a, const struct told_words *b, int s)
{
    size_t shared = 0, least = a->len[s] < b->len[s] ? a->len[s] : b->len[s];
    for (size_t i = 0; i < a->len[s]; i++)
        for (size_t k = 0; k < b->len[s]; k++)
            if (a->at[s][i] == b->at[s][k]) {
                shared++;
                break;
            }
    return shared && (double)shared >= SAME * (double)least;
}

static bool same_block(const struct changer *c, int s, uint32_t x, uint32_t y)
{
    const scm_annotations *n = c->sides[s].annotations;
    return x != SCM_NONE && block_at(n, x) == block_at(n, y);
}

/* Two offers of one paragraph that say the same. */
static bool is_same(const struct changer *c, const scm_change *a, const struct told_words *x,
    const scm_change *b, const struct told_words *y)
{
    if (a->name.len && b->name.len) return false;
    if (!same_block(c, 0, a->old_sentence, b->old_sentence) &&
        !same_block(c, 1, a->new_sentence, b->new_sentence))
        return false;
    return share_most(x, y, 0) || share_most(x, y, 1);
}

static int weight_of(double score)
{
    return score >= HEADLINE ? 3 : score >= MEMO ? 2 : score >= TABLE ? 1 : 0;
}

/* From the order of the sides to that of the documents. */
static scm_change turned(scm_change x)
{
    str words = x.old_words;
    uint32_t sentence = x.old_sentence;
    x.old_words = x.new_words;
    x.new_words = words;
    x.old_sentence = x.new_sentence;
    x.new_sentence = sentence;
    switch (x.status) {
    case SCM_NEW: x.status = SCM_GONE; break;
    case SCM_GONE: x.status = SCM_NEW; break;
    case SCM_STRONGER: x.status = SCM_WEAKER; break;
    case SCM_WEAKER: x.status = SCM_STRONGER; break;
    default: break;
    }
    return x;
}

/* "28,500" is gone where it became "26,500": the row that names both, at the better score. */
static bool merge(scm_change *kept, const scm_change *same)
{
    if (same->class_ != SCM_CHANGE_NUMBER || !kept->name.len || !is_amount(words_of(kept)))
        return false;
    double score = kept->score;
    int weighs = kept->weight;
    *kept = *same;
    kept->score = score;
    kept->weight = weighs;
    return true;
}

static void rank(arena *a, struct changer *c, scm_comparison *out)
{
    change_list kept = {0};
    struct told_words *words = arena_array(c->arena, MOST_CHANGES + 1, sizeof *words);
    if (c->offers.len) qsort(c->offers.at, c->offers.len, sizeof *c->offers.at, best_first);
    for (size_t i = 0; i < c->offers.len && kept.len < MOST_CHANGES; i++) {
        scm_change x = c->offers.at[i];
        x.weight = weight_of(x.score);
        if (x.weight == 0) break;
        bool known = false;
        tell(&words[kept.len], &x);
        for (size_t k = 0; k < kept.len && !known; k++) {
            known = is_same(c, &x, &words[kept.len], &kept.at[k], &words[k]);
            if (known && merge(&kept.at[k], &x)) words[k] = words[kept.len];
        }
        if (!known) vec_push(a, &kept, x);
    }
    for (size_t i = 0; i < kept.len && c->old_side == 1; i++) kept.at[i] = turned(kept.at[i]);
    out->changes = kept.at;
    out->nchanges = kept.len;
}

void compare_changes(arena *a, scm_comparison *out, const side sides[2], int old_side)
{
    enum { MOST_SEARCHES = 3000 }; /* a text has some hundred names; of lists it has more */
    size_t searches = MOST_SEARCHES;
    struct changer c = {.arena = arena_new(),
        .searches = &searches,
        .comparison = out,
        .sides = sides,
        .old_side = old_side,
        .language = sides[0].annotations->authority->image->language};
    count_terms(&c, number_of_terms(sides));
    pair_sentences(&c);
    pair_blocks(&c);
    c.ladders = index_phrases(&c, PHRASE_LADDER);
    c.modifiers = index_phrases(&c, PHRASE_MODIFIER);
    c.courtesies = index_phrases(&c, PHRASE_PROTOCOL);
    find_protocol(&c);
    if (out->across) {
        find_language_differences(&c);
    } else {
        find_names_of_one_side(&c);
        find_stretches(&c);
        find_moves(&c);
    }
    rank(a, &c, out);
    arena_free(c.arena);
}
