/* Words: a shortest edit script between two token lists, in linear space
 * (Myers 1986, section 4b, with an explicit stack).  Past a cost limit the
 * farthest point reached is taken, as GNU diff does: no longer shortest, but
 * the time stays linear in the text. */
#include "analyse/compare/word_diff.h"

#include <utf8proc.h>
#include "analyse/compare/tokens.h"

enum { COST_LIMIT = 400 };

static void add_straight(buf *out, uint32_t c)
{
    if ((c >= 0x2018 && c <= 0x201B) || c == 0x2032)
        buf_char(out, '\'');
    else if ((c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0xAB || c == 0xBB)
        buf_char(out, '"');
    else
        buf_code(out, c);
}

str comparable(arena *a, str text, const scm_compare_options *options)
{
    if (!options || !(options->ignore_case || options->ignore_quotes)) return text;
    buf out = {.arena = a};
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (options->ignore_case) c = (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
        if (options->ignore_quotes)
            add_straight(&out, c);
        else
            buf_code(&out, c);
    }
    return buf_str(&out);
}

static token make_token(arena *a, str text, bool is_word, const scm_compare_options *options)
{
    str key = comparable(a, text, options);
    return (token){text, key, str_hash(key), is_word};
}

tokens tokenize(arena *a, str text, const scm_compare_options *options)
{
    VEC(token) found = {0};
    for (size_t at = 0; at < text.len;) {
        size_t end = word_end(text, at, true);
        bool is_word = end > at;
        if (!is_word && is_space(text.at[at])) {
            at++;
            continue;
        }
        if (!is_word) utf8_next(text, &end);
        vec_push(a, &found, make_token(a, str_sub(text, at, end), is_word, options));
        at = end;
    }
    return (tokens){found.at, found.len};
}

/* A rectangle of the edit graph: a[a0, a1) against b[b0, b1). */
struct box {
    size_t a0, a1, b0, b1;
};

/* One direction of a search: the tokens as it meets them, and for each diagonal
 * k, from -m - 1 to n + 1, the farthest x reached; -1: none. */
struct way {
    const uint64_t *a, *b;
    long *far;
};

/* A search in a box of n by m tokens: forward, and back from the far corner. */
struct middle_search {
    long n, m;
    struct way forward, back;
};

/* The farthest x on diagonal k with one more edit, then along equal tokens. */
static inline long reach(long n, long m, struct way w, long k, long d)
{
    long x = d == 0 ? 0 : -1, before = w.far[k - 1], after = w.far[k + 1];
    if (before >= 0 && before < n) x = before + 1;
    if (after > x && after - k - 1 < m) x = after;
    if (x < 0) return x;
    while (x < n && x - k < m && w.a[x] == w.b[x - k]) x++;
    return x;
}

/* One more edit in one direction; true where the two searches meet: *x, *k. */
static bool step(const struct middle_search *s, long d, bool back, long *x, long *k)
{
    const struct way w = back ? s->back : s->forward;
    const long *other = back ? s->forward.far : s->back.far;
    const long n = s->n, m = s->m, delta = n - m, last = d < n ? d : n;
    bool meets = (delta & 1) != back;
    for (long i = d <= m ? -d : -m + ((d - m) & 1); i <= last; i += 2) {
        long at = reach(n, m, w, i, d);
        w.far[i] = at;
        if (!meets || at + other[delta - i] < n) continue;
        *x = at;
        *k = i;
        return true;
    }
    return false;
}

static void farthest(const struct middle_search *s, long d, long *x, long *k)
{
    const long *far = s->forward.far;
    long best = -1;
    for (long i = -d < -s->m ? -s->m : -d; i <= d && i <= s->n; i++) {
        if (far[i] < 0 || 2 * far[i] - i <= best) continue;
        best = 2 * far[i] - i;
        *x = far[i];
        *k = i;
    }
}

/* A point on a shortest path through the box, none of its corners. */
static void middle(const struct middle_search *s, size_t *x, size_t *y)
{
    long at = 0, k = 0;
    bool back = false;
    for (long i = -s->m - 1; i <= s->n + 1; i++) s->forward.far[i] = s->back.far[i] = -1;
    for (long d = 0;; d++) {
        back = false;
        if (step(s, d, false, &at, &k)) break;
        if (d == COST_LIMIT) {
            farthest(s, d, &at, &k);
            break;
        }
        back = true;
        if (step(s, d, true, &at, &k)) break;
    }
    *x = (size_t)(back ? s->n - at : at);
    *y = (size_t)(back ? s->m - (at - k) : at - k);
}

/* The search in a box of two lists of these lengths. */
static struct middle_search search_in(
    struct way forward, struct way back, size_t a_len, size_t b_len, struct box x)
{
    struct middle_search s = {(long)(x.a1 - x.a0), (long)(x.b1 - x.b0), forward, back};
    s.forward.a += x.a0;
    s.forward.b += x.b0;
    s.back.a += a_len - x.a1;
    s.back.b += b_len - x.b1;
    s.forward.far += s.m + 1;
    s.back.far += s.m + 1;
    return s;
}

/* A set of hashes: open addressing, 0 where a slot is free. */
struct set {
    uint64_t *at;
    size_t mask;
};

static uint64_t *slot_of(const struct set *s, uint64_t hash)
{
    size_t i = hash & s->mask;
    while (s->at[i] && s->at[i] != hash) i = (i + 1) & s->mask;
    return &s->at[i];
}

static struct set set_of(arena *a, tokens t)
{
    size_t room = 16;
    while (room < t.len * 2) room *= 2;
    struct set s = {arena_array(a, room, sizeof *s.at), room - 1};
    for (size_t i = 0; i < t.len; i++) *slot_of(&s, t.at[i].hash) = t.at[i].hash;
    return s;
}

/* The tokens that the other list has too, others pair with none: their places
 * and their hashes, from the first on and from the last back. */
struct shared {
    size_t len, *places;
    uint64_t *hashes, *back;
};

static struct shared shared_with(arena *a, tokens t, const struct set *other)
{
    struct shared s = {0, arena_raw(a, t.len * sizeof *s.places),
        arena_raw(a, t.len * sizeof *s.hashes), arena_raw(a, t.len * sizeof *s.back)};
    for (size_t i = 0; i < t.len; i++) {
        if (!*slot_of(other, t.at[i].hash)) continue;
        s.places[s.len] = i;
        s.hashes[s.len++] = t.at[i].hash;
    }
    for (size_t i = 0; i < s.len; i++) s.back[i] = s.hashes[s.len - 1 - i];
    return s;
}

/* Hashes were compared; a collision must not pass for a word. */
static void pair(size_t *pairs, tokens a, tokens b, size_t i, size_t j)
{
    if (str_eq(a.at[i].key, b.at[j].key)) pairs[i] = j;
}

size_t *words_pair(arena *scratch, tokens a, tokens b)
{
    size_t *pairs = arena_raw(scratch, a.len * sizeof *pairs);
    struct set in_a = set_of(scratch, a), in_b = set_of(scratch, b);
    struct shared s = shared_with(scratch, a, &in_b), t = shared_with(scratch, b, &in_a);
    size_t edges = s.len + t.len + 3;
    struct way forward = {s.hashes, t.hashes, arena_raw(scratch, edges * sizeof(long))};
    struct way back = {s.back, t.back, arena_raw(scratch, edges * sizeof(long))};
    VEC(struct box) stack = {0};
    for (size_t i = 0; i < a.len; i++) pairs[i] = UNPAIRED;
    vec_push(scratch, &stack, ((struct box){0, s.len, 0, t.len}));
    while (stack.len) {
        struct box x = stack.at[--stack.len];
        for (; x.a0 < x.a1 && x.b0 < x.b1 && s.hashes[x.a0] == t.hashes[x.b0]; x.a0++, x.b0++)
            pair(pairs, a, b, s.places[x.a0], t.places[x.b0]);
        for (; x.a0 < x.a1 && x.b0 < x.b1 && s.hashes[x.a1 - 1] == t.hashes[x.b1 - 1];
             x.a1--, x.b1--)
            pair(pairs, a, b, s.places[x.a1 - 1], t.places[x.b1 - 1]);
        if (x.a0 == x.a1 || x.b0 == x.b1) continue;
        struct middle_search in = search_in(forward, back, s.len, t.len, x);
        size_t i, j;
        middle(&in, &i, &j);
        vec_push(scratch, &stack, ((struct box){x.a0, x.a0 + i, x.b0, x.b0 + j}));
        vec_push(scratch, &stack, ((struct box){x.a0 + i, x.a1, x.b0 + j, x.b1}));
    }
    return pairs;
}
