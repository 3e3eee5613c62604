/* A brief: what a meeting decided, on a page that can be handed on.
 *
 * The facts; what is new since the meeting before, where that is given; what was undertaken;
 * and what was warned of.  The weightiest come first, at most two on a topic.  A statement
 * weighs what the heaviest name in it does, and more where it has a deadline or a figure; one
 * that only goes on with what was is left out. */
#include <stdlib.h>
#include "authority/authority.h"

#include "report/comparing.h"
#include "report/summing.h"

struct briefing {
    const scm_summary *summary;
    const scm_comparison *comparison; /* with the meeting before; NULL: there is none */
};

/* A sentence, or the part of one that a statement says. */
struct point {
    uint32_t block;
    str who, verb, what;
    double score;
    size_t order;
};
typedef VEC(struct point) points;

enum { MOST_WIDE = 200, LEAST_SCORE = 4, WARNING_BONUS = 4 };

/* Added to the weight of the heaviest name: for a date that is to come, a figure, a decision;
 * for what is only reaffirmed or goes on. */
static const double DATED = 2, FIGURE = 0.5, DECIDED = 2, REAFFIRMED = -0.5, GOES_ON = -3;
enum { OPENING = 24 }; /* bytes in which "to continue" stands */

static int by_score(const void *x, const void *y)
{
    const struct point *a = x, *b = y;
    if (a->score != b->score) return a->score > b->score ? -1 : 1;
    return (a->order > b->order) - (a->order < b->order);
}

/* What the names, dates and figures in a part of the text weigh. */
static double weigh(const scm_annotations *n, str part)
{
    size_t start = (size_t)(part.at - n->document->text.at), end = start + part.len;
    double most = 0;
    bool dated = false, figure = false;
    for (size_t i = scm_mention_from(n, start); i < n->nmentions && n->mentions[i].start < end;
         i++) {
        const scm_mention *m = &n->mentions[i];
        scm_name name;
        dated |= m->type == SCM_DATE && str_cmp(m->value, n->reference_date) > 0 &&
                 !str_eq(m->id, S("duration"));
        bool counted = m->type != SCM_DATE && m->type != SCM_ROLE && m->type != SCM_OFFICIAL &&
                       m->type != SCM_STATE;
        double weight = !counted ? 0
                        : scm_authority_find_name_of(n->authority, m->id, m->type, &name)
                            ? name.weight
                            : 4;
        if (weight > most) most = weight;
    }
    for (size_t i = 0; i < part.len; i++) figure |= is_digit(part.at[i]);
    return most + (dated ? DATED : 0) + (figure ? FIGURE : 0);
}

/* Up to so many columns, at the end of a word. */
static str cut(arena *a, str what)
{
    if (utf8_width(what) <= MOST_WIDE) return what;
    size_t end = 0;
    for (size_t at = 0; at < what.len && utf8_width(str_sub(what, 0, at)) < MOST_WIDE; at++)
        if (what.at[at] == ' ') end = at;
    while (end && memchr(" ,;:", what.at[end - 1], 4)) end--;
    return str_printf(a, "%.*s …", (int)end, what.at);
}

/* What a statement says, up to the verb of the next one. */
static str said(const scm_annotations *n, size_t index)
{
    const scm_statement *s = &n->statements[index];
    str sentence = n->sentences[s->sentence].text;
    size_t from = (size_t)(sentence.at - n->document->text.at), end = from + sentence.len;
    if (index + 1 < n->nstatements && n->statements[index + 1].sentence == s->sentence)
        end = n->statements[index + 1].at;
    str part = str_trim(str_sub(n->document->text, s->at, end));
    str verb = scm_authority_verb(n->authority, s->verb).past;
    str what = clause_after(part, verb);
    const struct language *l = n->authority->image->language;
    for (;;) { /* "…, and both" */
        size_t at = what.len;
        while (at > 0 && what.at[at - 1] != ' ') at--;
        str last = str_sub(what, at, what.len);
        bool link = word_is(l, last, WORD_CONJUNCTION) || word_is(l, last, WORD_LINK) ||
                    word_is(l, last, WORD_PRONOUN) || word_is(l, last, WORD_ADVERB);
        if (at == 0 || !link) break;
        what = str_trim(str_sub(what, 0, at));
    }
    while (what.len && memchr(",;", what.at[what.len - 1], 2)) what.len--;
    return what;
}

static points undertakings(arena *a, const scm_summary *summary)
{
    const scm_annotations *n = summary->annotations;
    const struct language *l = n->authority->image->language;
    points list = {0};
    for (size_t i = 0; i < summary->nundertakings; i++) {
        uint32_t index = summary->undertakings[i];
        const scm_statement *s = &n->statements[index];
        scm_verb verb = scm_authority_verb(n->authority, s->verb);
        str what = said(n, index);
        double score = weigh(n, what);
        if (has_phrase(l, PHRASE_GOES_ON_AS_BEFORE, str_sub(what, 0, OPENING)))
            score += GOES_ON;
        if (verb.act == SCM_DECLARATION) score += DECIDED;
        if (verb.act == SCM_ASSERTIVE) score += REAFFIRMED;
        if (what.len == 0 || score < LEAST_SCORE) continue;
        vec_push(a, &list,
            ((struct point){n->sentences[s->sentence].block,
                actor_words(n->authority, s->actor), verb.past, cut(a, what), score, index}));
    }
    return list;
}

/* As much of the sentence around the words as has room, from the start of a word on. */
static str around(arena *a, str text, size_t at)
{
    enum { BEFORE = 130 };
    if (str_ends(text, S("."))) text.len--;
    if (utf8_width(text) <= MOST_WIDE || at < BEFORE) return cut(a, text);
    size_t from = at - BEFORE;
    while (from < at && text.at[from] != ' ') from++;
    str part = cut(a, str_trim(str_sub(text, from, text.len)));
    return str_printf(a, "… %.*s", SCM_STR(part));
}

/* Sentences that threaten or condemn. */
static points warnings(arena *a, const scm_annotations *n)
{
    const struct language *l = n->authority->image->language;
    points list = {0};
    for (size_t i = 0; i < n->nsentences; i++) {
        const scm_sentence *s = &n->sentences[i];
        size_t at;
        if (!find_phrase(l, PHRASE_WARNING, s->text, &at)) continue;
        double score = weigh(n, s->text);
        if (find_phrase(l, PHRASE_THREAT, s->text, &at)) score += WARNING_BONUS;
        vec_push(a, &list,
            ((struct point){s->block, (str){0}, (str){0}, around(a, s->text, at), score, i}));
    }
    return list;
}

/* The paragraph, and its topic where it has one: of each no more than two points. */
static const scm_gist *gist_of(const scm_summary *s, uint32_t block)
{
    for (size_t i = 0; i < s->ngists; i++)
        if (block >= s->gists[i].block && block - s->gists[i].block < s->gists[i].nblocks)
            return &s->gists[i];
    return NULL;
}

static bool same_topic(const scm_summary *s, uint32_t a, uint32_t b)
{
    const scm_gist *x = gist_of(s, a), *y = gist_of(s, b);
    if (x == y) return true;
    return x && y && x->topics[0].len && str_eq(x->topics[0], y->topics[0]);
}

/* Keeps the weightiest, two of a topic at most. */
static void choose(const scm_summary *s, points *list, size_t most)
{
    enum { OF_A_TOPIC = 2 };
    size_t kept = 0;
    if (list->len) qsort(list->at, list->len, sizeof *list->at, by_score);
    for (size_t i = 0; i < list->len && kept < most; i++) {
        size_t same = 0;
        for (size_t k = 0; k < kept; k++)
            same += same_topic(s, list->at[k].block, list->at[i].block);
        if (same < OF_A_TOPIC) list->at[kept++] = list->at[i];
    }
    list->len = kept;
}

static void add_points(builder *b, const scm_summary *s, str heading, points *list, size_t most)
{
    static const char *const HEADS[] = {"where", "what"};
    rows r = rows_new(b->arena, NULL, "pw");
    r.table.heads = HEADS;
    choose(s, list, most);
    for (size_t i = 0; i < list->len; i++) {
        const struct point *p = &list->at[i];
        buf words = {.arena = b->arena};
        list_add(&words, " ", p->who);
        list_add(&words, " ", p->verb);
        list_add(&words, " ", p->what);
        rows_add(&r, s->annotations->document->blocks[p->block].label);
        rows_add(&r, buf_str(&words));
    }
    builder_table(b, heading, &r);
}

static void add_news(builder *b, const scm_comparison *comparison)
{
    enum { LINES = 9 };
    comparing c = comparing_of(comparison, b->arena);
    rows r = rows_new(b->arena, NULL, "lw");
    compare_add_changes(&c, &r, LINES);
    const scm_annotations *old_side = comparison->old_summary->annotations;
    str ordinal = ordinal_str(b->arena, old_side->ordinal);
    str doubt = compare_unreliable(&c) ? S(" (wording unreliable)") : (str){0};
    builder_table(b,
        str_printf(b->arena, "Changes since the %.*s %.*s%.*s", SCM_STR(ordinal),
            SCM_STR(old_side->series), SCM_STR(doubt)),
        &r);
}

static void show(builder *b, const scm_report *report)
{
    enum { UNDERTAKEN = 8, WARNED = 3 };
    const struct briefing *x = report->source;
    const scm_annotations *n = x->summary->annotations;
    summary_top(b, x->summary);
    if (x->comparison) add_news(b, x->comparison);
    points undertaken = undertakings(b->arena, x->summary), warned = warnings(b->arena, n);
    add_points(b, x->summary, S("Commitments and decisions"), &undertaken, UNDERTAKEN);
    add_points(b, x->summary, S("Warnings and condemnations"), &warned, WARNED);
}

static const report_kind BRIEF = {.text = show};

static scm_report *make(const scm_summary *summary, const scm_comparison *comparison)
{
    struct briefing x = {summary, comparison};
    scm_report *r = report_new(&BRIEF, &x, sizeof x, 0);
    r->annotations = summary->annotations;
    r->document = summary->annotations->document;
    return r;
}

scm_report *scm_report_brief(const scm_summary *summary, const scm_comparison *comparison)
{
    GUARDED(scm_report *, make(summary, comparison), NULL)
}
