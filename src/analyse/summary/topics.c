/* Topics: what a paragraph is about, by the cues of the authority.  Cues stand in
 * a hash: ids by all of their bytes, words by their first two, so that every word
 * of the text meets those that may begin as it does. */
#include "analyse/summary/topics.h"

#include "authority/authority.h"
#include "base/fold.h"
#include "base/syllable.h"

/* A second topic is named from this share of the first one's score on. */
static const double NEAR = 0.6;
/* One weak cue makes no topic. */
static const int ENOUGH = 2;

enum { BUCKETS = 1024 };

struct cue {
    str text; /* folded, lower case; an id as it is */
    size_t topic;
    int weight;
    uint32_t next; /* one more than the place of the next of the bucket, 0: none */
};

struct topics {
    const scm_annotations *annotations;
    arena *arena;
    size_t count; /* of topics; 0 for a text that has none of them */
    VEC(struct cue) cues;
    uint32_t ids[BUCKETS], words[BUCKETS]; /* as cue.next */
    int *scores;                           /* by topic */
};

/* The bucket of the words that begin with these two bytes, whatever their case. */
static size_t word_bucket(str text)
{
    return ((size_t)to_lower(text.at[0]) * 32 + (size_t)to_lower(text.at[1])) % BUCKETS;
}

static void add_cue(topics *t, struct authority_cue c, size_t topic)
{
    struct cue cue = {.text = c.text, .topic = topic, .weight = c.weight};
    if (!c.is_id) cue.text = str_lower(t->arena, fold_name(t->arena, c.text));
    if (!c.is_id && cue.text.len < 2) return;
    uint32_t *bucket =
        c.is_id ? &t->ids[str_hash(cue.text) % BUCKETS] : &t->words[word_bucket(cue.text)];
    cue.next = *bucket;
    vec_push(t->arena, &t->cues, cue);
    *bucket = (uint32_t)t->cues.len;
}

/* The topics are those of certain series; what belongs to none of them has others. */
static bool has_topics(const scm_annotations *n)
{
    scm_series s = {0};
    return scm_authority_find_series(n->authority, n->series, &s) && s.topics;
}

topics *topics_new(arena *a, const scm_annotations *annotations)
{
    const scm_authority *authority = annotations->authority;
    topics *t = arena_alloc(a, sizeof *t);
    t->arena = a;
    t->annotations = annotations;
    t->count = has_topics(annotations) ? scm_authority_topics(authority) : 0;
    t->scores = arena_array(a, t->count, sizeof *t->scores);
    for (size_t i = 0; i < t->count; i++)
        for (size_t k = 0; k < authority_topic_cue_count(authority, i); k++)
            add_cue(t, authority_topic_cue(authority, i, k), i);
    return t;
}

static void score_id(topics *t, str id)
{
    for (uint32_t at = t->ids[str_hash(id) % BUCKETS]; at; at = t->cues.at[at - 1].next) {
        const struct cue *cue = &t->cues.at[at - 1];
        if (str_eq(cue->text, id)) t->scores[cue->topic] += cue->weight;
    }
}

/* The cues that the text at the start of a word, or at a syllable, begins with. */
static void score_word(topics *t, str rest)
{
    if (rest.len < 2) return;
    for (uint32_t at = t->words[word_bucket(rest)]; at; at = t->cues.at[at - 1].next) {
        const struct cue *cue = &t->cues.at[at - 1];
        if (cue->text.len > 2 && rest.len > 2 && to_lower(rest.at[2]) != cue->text.at[2])
            continue;
        if (str_starts_nocase(rest, cue->text)) t->scores[cue->topic] += cue->weight;
    }
}

static void score_words(topics *t, str folded)
{
    for (size_t at = 0; at < folded.len; at++) {
        score_word(t, str_sub(folded, at, folded.len));
        if (syllable_at(folded, at)) { /* no space divides their words */
            at += SYLLABLE - 1;
            continue;
        }
        while (at < folded.len &&
               (is_alnum(folded.at[at]) || (unsigned char)folded.at[at] >= 0x80))
            at++;
    }
}

/* The blocks in the spelling of the cues. */
static str folded_blocks(arena *a, const scm_annotations *n, uint32_t first, uint32_t count)
{
    str from = n->document->blocks[first].text,
        to = n->document->blocks[first + count - 1].text;
    return fold_name(a, (str){from.at, (size_t)(to.at + to.len - from.at)});
}

/* The topic with the greatest score, of equals the upper row. */
static size_t strongest(const topics *t)
{
    size_t best = 0;
    for (size_t i = 1; i < t->count; i++)
        if (t->scores[i] > t->scores[best]) best = i;
    return best;
}

void topics_find(topics *t, str titles[2], uint32_t first, uint32_t count)
{
    const scm_annotations *n = t->annotations;
    titles[0] = titles[1] = (str){NULL, 0};
    if (t->count == 0) return;
    for (size_t i = 0; i < t->count; i++) t->scores[i] = 0;
    size_t from = (size_t)(n->document->blocks[first].text.at - n->document->text.at);
    for (size_t i = scm_mention_from(n, from); i < n->nmentions; i++) {
        if (n->mentions[i].block - first >= count) break;
        score_id(t, n->mentions[i].id);
    }
    score_words(t, folded_blocks(t->arena, n, first, count));
    size_t best = strongest(t);
    int score = t->scores[best];
    if (score < ENOUGH) return;
    titles[0] = scm_authority_topic(n->authority, best).title;
    t->scores[best] = 0;
    best = strongest(t);
    if (t->scores[best] >= ENOUGH && t->scores[best] >= NEAR * score)
        titles[1] = scm_authority_topic(n->authority, best).title;
}
