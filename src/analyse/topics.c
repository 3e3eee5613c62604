/* Topics: what a paragraph is about, by the cues of the authority.  All cues in
 * one sorted list: a mention looks its id up, every word of the text those that
 * begin as it does. */
#include "analyse/topics.h"

#include <stdlib.h>
#include "authority/authority.h"
#include "base/fold.h"

/* A second topic is named from this share of the first one's score on. */
static const double NEAR = 0.6;
/* One weak cue makes no topic. */
static const int ENOUGH = 2;

struct cue {
    str text; /* folded, lower case; an id as it is */
    size_t topic;
    int weight;
};

struct topics {
    const scm_authority *authority;
    arena *arena;
    size_t count; /* of topics */
    VEC(struct cue) ids, words;
    size_t first[257]; /* of each byte the words that begin with it */
    int *scores;       /* by topic */
};

static int compare_cues(const void *x, const void *y)
{
    const struct cue *a = x, *b = y;
    int order = str_cmp(a->text, b->text);
    return order ? order : (a->topic > b->topic) - (a->topic < b->topic);
}

static void add_topic(topics *t, size_t topic)
{
    size_t count = authority_topic_cue_count(t->authority, topic);
    for (size_t i = 0; i < count; i++) {
        struct authority_cue c = authority_topic_cue(t->authority, topic, i);
        struct cue cue = {c.text, topic, c.weight};
        if (c.is_id) {
            vec_push(t->arena, &t->ids, cue);
        } else {
            cue.text = str_lower(t->arena, fold_name(t->arena, c.text));
            if (cue.text.len >= 2) vec_push(t->arena, &t->words, cue);
        }
    }
}

/* Sorted, the words are found by their first byte. */
static void index_words(topics *t)
{
    for (size_t i = 0; i < t->words.len; i++)
        t->first[(unsigned char)t->words.at[i].text.at[0] + 1]++;
    for (size_t c = 0; c < 256; c++) t->first[c + 1] += t->first[c];
}

topics *topics_new(arena *a, const scm_authority *authority)
{
    topics *t = arena_alloc(a, sizeof *t);
    t->arena = a;
    t->authority = authority;
    t->count = scm_authority_topics(authority);
    t->scores = arena_array(a, t->count, sizeof *t->scores);
    for (size_t i = 0; i < t->count; i++) add_topic(t, i);
    if (t->ids.len) qsort(t->ids.at, t->ids.len, sizeof *t->ids.at, compare_cues);
    if (t->words.len) qsort(t->words.at, t->words.len, sizeof *t->words.at, compare_cues);
    index_words(t);
    return t;
}

/* The first of cues[0, len) that does not stand before `text`. */
static size_t first_cue(const struct cue *cues, size_t len, str text)
{
    size_t low = 0, high = len;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (str_cmp(cues[mid].text, text) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static void score_id(topics *t, str id)
{
    for (size_t i = first_cue(t->ids.at, t->ids.len, id); i < t->ids.len; i++) {
        if (!str_eq(t->ids.at[i].text, id)) break;
        t->scores[t->ids.at[i].topic] += t->ids.at[i].weight;
    }
}

/* The cues that the text at a word's start begins with. */
static void score_word(topics *t, str rest)
{
    size_t c = (unsigned char)rest.at[0];
    for (size_t i = t->first[c]; i < t->first[c + 1]; i++) {
        const struct cue *cue = &t->words.at[i];
        if (rest.len > 1 && rest.at[1] == cue->text.at[1] && str_starts(rest, cue->text))
            t->scores[cue->topic] += cue->weight;
    }
}

static void score_words(topics *t, str text)
{
    text = str_lower(t->arena, fold_name(t->arena, text));
    bool inside = false;
    for (size_t at = 0; at < text.len; at++) {
        if (!inside) score_word(t, str_sub(text, at, text.len));
        inside = is_alnum(text.at[at]) || (unsigned char)text.at[at] >= 0x80;
    }
}

/* The topic with the greatest score, of equals the upper row. */
static size_t strongest(const topics *t)
{
    size_t best = 0;
    for (size_t i = 1; i < t->count; i++)
        if (t->scores[i] > t->scores[best]) best = i;
    return best;
}

void topics_find(
    topics *t, str titles[2], const scm_annotations *n, uint32_t first, uint32_t count)
{
    titles[0] = titles[1] = (str){NULL, 0};
    if (t->count == 0) return;
    for (size_t i = 0; i < t->count; i++) t->scores[i] = 0;
    for (size_t i = 0; i < n->nmentions; i++)
        if (n->mentions[i].block >= first && n->mentions[i].block - first < count)
            score_id(t, n->mentions[i].id);
    for (uint32_t b = first; b < first + count; b++)
        score_words(t, n->document->blocks[b].text);
    size_t best = strongest(t);
    int score = t->scores[best];
    if (score < ENOUGH) return;
    titles[0] = scm_authority_topic(t->authority, best).title;
    t->scores[best] = 0;
    best = strongest(t);
    if (t->scores[best] >= ENOUGH && t->scores[best] >= NEAR * score)
        titles[1] = scm_authority_topic(t->authority, best).title;
}
