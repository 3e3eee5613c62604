/* Redline: a word diff cleaned up for a reader.  Matches that carry nothing
 * (function words, marks, a single word lost between larger changes) join the
 * change around them; a phrase of five words or more never does.  The clean-up
 * follows the idea of Fraser's diff-match-patch (2006), by words. */
#include "analyse/compare/word_diff.h"

#include <stdlib.h>
#include "analyse/compare/stems.h"

enum { PHRASE = 5 };      /* words that stay together */
enum { GRAM = PHRASE };   /* tokens by which a phrase is looked up */
enum { TRIES = 32 };      /* places tried for each */
enum { PASSES = 8 };      /* of the clean-up; each widens the changes of the last */
enum { SHARE = 6 };       /* of the longer side that the kept words are, else none is kept */
enum { OUTWEIGHED = 3 };  /* a pair of words goes where both changes are so much larger */
enum { WORK = 10000000 }; /* tokens; a hostile sentence keeps fewer phrases, but ends */

/* Tokens [a0, a1) and [b0, b1): one stretch on both sides. */
struct range {
    size_t a0, a1, b0, b1;
};
typedef VEC(struct range) spans;

struct text_pair {
    arena *arena;
    tokens a, b;
    const size_t *words_a, *words_b; /* before each token, and the end */
    size_t *pairs;
    size_t work; /* tokens that may still be looked through for phrases */
};

static size_t *count_words(arena *a, tokens t)
{
    size_t *before = arena_array(a, t.len + 1, sizeof *before);
    for (size_t i = 0; i < t.len; i++) before[i + 1] = before[i] + t.at[i].is_word;
    return before;
}

/* The next matched stretch from a0 on; false where there is none. */
static bool next_match(const struct text_pair *p, size_t from, struct range *out)
{
    size_t i = from;
    while (i < p->a.len && p->pairs[i] == UNPAIRED) i++;
    if (i == p->a.len) return false;
    *out = (struct range){i, i + 1, p->pairs[i], p->pairs[i] + 1};
    while (out->a1 < p->a.len && p->pairs[out->a1] == out->b1) {
        out->a1++;
        out->b1++;
    }
    return true;
}

/* The larger side of the change between two matches, in words. */
static size_t change_size(const struct text_pair *p, struct range left, struct range right)
{
    size_t a = p->words_a[right.a0] - p->words_a[left.a1];
    size_t b = p->words_b[right.b0] - p->words_b[left.b1];
    return a > b ? a : b;
}

/* Whether the match tells a reader nothing, between changes of these sizes. */
static bool is_noise(const struct text_pair *p, struct range m, size_t before, size_t after)
{
    size_t words = p->words_a[m.a1] - p->words_a[m.a0], strong = 0;
    size_t least = before < after ? before : after;
    if (words >= PHRASE) return false;
    for (size_t i = m.a0; i < m.a1; i++)
        strong += p->a.at[i].is_word && !is_stop_word(str_lower(p->arena, p->a.at[i].text));
    if (strong == 0) return true;
    if (strong == 1) return words <= least;
    return strong == 2 && words * OUTWEIGHED <= least;
}

/* One pass; true where a match was given up. */
static bool drop_noise(struct text_pair *p)
{
    bool dropped = false;
    struct range before = {0}, m, after, end = {p->a.len, p->a.len, p->b.len, p->b.len};
    if (!next_match(p, 0, &m)) return false;
    for (bool more = true; more; m = after) {
        more = next_match(p, m.a1, &after);
        if (!more) after = end;
        bool inside = (m.a0 || m.b0) && (m.a1 < p->a.len || m.b1 < p->b.len);
        size_t left = change_size(p, before, m), right = change_size(p, m, after);
        if (inside && is_noise(p, m, left, right)) {
            for (size_t i = m.a0; i < m.a1; i++) p->pairs[i] = UNPAIRED;
            dropped = true;
        } else {
            before = m;
        }
    }
    return dropped;
}

/* Two long sentences that share only "The Minister" at the start and "on the Korean
 * Peninsula" at the end are two sentences and not two versions of one. */
static void drop_remains(struct text_pair *p)
{
    size_t kept = 0, a = p->words_a[p->a.len], b = p->words_b[p->b.len];
    for (size_t i = 0; i < p->a.len; i++) kept += p->pairs[i] != UNPAIRED && p->a.at[i].is_word;
    if (kept * SHARE >= (a > b ? a : b)) return;
    for (size_t i = 0; i < p->a.len; i++) p->pairs[i] = UNPAIRED;
}

struct gram {
    uint64_t hash;
    size_t at;
};

static int compare_grams(const void *x, const void *y)
{
    const struct gram *a = x, *b = y;
    if (a->hash != b->hash) return a->hash < b->hash ? -1 : 1;
    return (a->at > b->at) - (a->at < b->at);
}

static uint64_t gram_hash(tokens t, size_t at)
{
    uint64_t h = 0;
    for (size_t i = at; i < at + GRAM; i++) h = h * 1099511628211U + t.at[i].hash;
    return h;
}

static struct gram *grams(arena *a, tokens t, size_t from, size_t to)
{
    struct gram *out = arena_array(a, to - from - GRAM + 1, sizeof *out);
    for (size_t i = from; i + GRAM <= to; i++)
        out[i - from] = (struct gram){gram_hash(t, i), i};
    qsort(out, to - from - GRAM + 1, sizeof *out, compare_grams);
    return out;
}

static size_t first_gram(const struct gram *g, size_t count, uint64_t hash)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (g[mid].hash < hash)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

static struct range grow_phrase(const struct text_pair *p, struct range in, size_t i, size_t j)
{
    struct range s = {i, i, j, j};
    while (s.a1 < in.a1 && s.b1 < in.b1 && p->a.at[s.a1].hash == p->b.at[s.b1].hash &&
           str_eq(p->a.at[s.a1].key, p->b.at[s.b1].key)) {
        s.a1++;
        s.b1++;
    }
    return s;
}

/* The longest phrase that both sides of a change share, of PHRASE words at
 * least; false where there is none. */
static bool shared_phrase(const struct text_pair *p, struct range in, struct range *out)
{
    size_t best = PHRASE - 1, count = in.a1 - in.a0 - GRAM + 1;
    struct gram *g = grams(p->arena, p->a, in.a0, in.a1);
    for (size_t j = in.b0; j + GRAM <= in.b1; j++) {
        uint64_t hash = gram_hash(p->b, j);
        size_t from = first_gram(g, count, hash);
        for (size_t k = from; k < count && k < from + TRIES && g[k].hash == hash; k++) {
            struct range s = grow_phrase(p, in, g[k].at, j);
            size_t words = p->words_a[s.a1] - p->words_a[s.a0];
            if (words <= best) continue;
            best = words;
            *out = s;
        }
    }
    return best >= PHRASE;
}

/* A change keeps the phrases that a shortest script gave up for more, but
 * scattered, matches. */
static void keep_phrases(struct text_pair *p, struct range change)
{
    spans stack = {0};
    vec_push(p->arena, &stack, change);
    while (stack.len) {
        struct range in = stack.at[--stack.len], s;
        size_t size = in.a1 - in.a0 + in.b1 - in.b0;
        if (in.a1 - in.a0 < GRAM || in.b1 - in.b0 < GRAM || size > p->work) continue;
        p->work -= size;
        if (!shared_phrase(p, in, &s)) continue;
        for (size_t i = s.a0; i < s.a1; i++) p->pairs[i] = s.b0 + (i - s.a0);
        vec_push(p->arena, &stack, ((struct range){in.a0, s.a0, in.b0, s.b0}));
        vec_push(p->arena, &stack, ((struct range){s.a1, in.a1, s.b1, in.b1}));
    }
}

size_t *words_align(arena *scratch, tokens a, tokens b)
{
    struct text_pair p = {scratch, a, b, count_words(scratch, a), count_words(scratch, b),
        words_pair(scratch, a, b), WORK};
    for (int pass = 0; pass < PASSES && drop_noise(&p); pass++) continue;
    drop_remains(&p);
    struct range before = {0}, m;
    for (; next_match(&p, before.a1, &m); before = m)
        keep_phrases(&p, (struct range){before.a1, m.a0, before.b1, m.b0});
    keep_phrases(&p, (struct range){before.a1, a.len, before.b1, b.len});
    return p.pairs;
}

typedef VEC(scm_run) runs;

/* Adds a run; one that goes on where the last of its kind ended lengthens it. */
static void add_run(arena *a, runs *out, enum scm_run_kind kind, str text)
{
    if (text.len == 0) return;
    scm_run *last = out->len ? &out->at[out->len - 1] : NULL;
    if (last && last->kind == kind && last->text.at + last->text.len == text.at)
        last->text.len += text.len;
    else
        vec_push(a, out, ((scm_run){kind, text}));
}

/* A change: the space both begin and end with stays outside. */
static void add_change(arena *a, runs *out, str was, str is)
{
    size_t front = 0, back = 0, least = was.len < is.len ? was.len : is.len;
    while (front < least && is_space(was.at[front]) && was.at[front] == is.at[front]) front++;
    while (back < least - front && is_space(was.at[was.len - 1 - back]) &&
           was.at[was.len - 1 - back] == is.at[is.len - 1 - back])
        back++;
    add_run(a, out, SCM_RUN_SAME, str_sub(is, 0, front));
    add_run(a, out, SCM_RUN_OLD, str_sub(was, front, was.len - back));
    add_run(a, out, SCM_RUN_NEW, str_sub(is, front, is.len - back));
    add_run(a, out, SCM_RUN_SAME, str_sub(is, is.len - back, is.len));
}

static size_t start_of(str text, tokens t, size_t i)
{
    return i < t.len ? (size_t)(t.at[i].text.at - text.at) : text.len;
}

const scm_run *words_runs(arena *a, size_t *count, str old_text, str new_text, tokens o,
    tokens n, const size_t *pairs)
{
    runs out = {0};
    size_t old_at = 0, new_at = 0;
    for (size_t i = 0; i <= o.len; i++) {
        if (i < o.len && pairs[i] == UNPAIRED) continue;
        size_t j = i < o.len ? pairs[i] : n.len;
        size_t old_start = start_of(old_text, o, i), new_start = start_of(new_text, n, j);
        add_change(a, &out, str_sub(old_text, old_at, old_start),
            str_sub(new_text, new_at, new_start));
        if (i == o.len) break;
        add_run(a, &out, SCM_RUN_SAME, n.at[j].text);
        old_at = old_start + o.at[i].text.len;
        new_at = new_start + n.at[j].text.len;
    }
    *count = out.len;
    return out.at;
}
