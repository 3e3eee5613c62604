/* Words: a shortest edit script between two token lists, in linear space
 * (Myers 1986, section 4b, with an explicit stack).  Past a cost limit the
 * farthest point reached is taken, as GNU diff does: no longer shortest, but
 * the time stays linear in the text. */
#include "analyse/words.h"

#include <utf8proc.h>
#include "analyse/tokens.h"

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

/* The state of one search in a box: for each diagonal k the farthest point
 * reached forward and, from the far corner, backward; -1: none. */
struct search {
    const token *a, *b; /* of the box */
    long n, m;
    long *forward, *backward; /* indexed by diagonal, -m to n */
};

static bool equal_at(const struct search *s, long x, long y, bool back)
{
    return back ? s->a[s->n - 1 - x].hash == s->b[s->m - 1 - y].hash
                : s->a[x].hash == s->b[y].hash;
}

/* The farthest x on diagonal k with one more edit, then along equal tokens. */
static long reach(const struct search *s, const long *v, long k, long d, bool back)
{
    long x = -1;
    if (d == 0) x = 0;
    if (d > 0 && k > -s->m && v[k - 1] >= 0 && v[k - 1] < s->n) x = v[k - 1] + 1;
    if (d > 0 && k < s->n && v[k + 1] > x && v[k + 1] - k - 1 < s->m) x = v[k + 1];
    if (x < 0) return x;
    while (x < s->n && x - k < s->m && equal_at(s, x, x - k, back)) x++;
    return x;
}

/* One more edit in one direction; true where the two searches meet: *x, *k. */
static bool step(const struct search *s, long d, bool back, long *x, long *k)
{
    long *v = back ? s->backward : s->forward;
    const long *other = back ? s->forward : s->backward;
    long delta = s->n - s->m;
    bool meets = (delta & 1) != back;
    for (long i = d <= s->m ? -d : -s->m + ((d - s->m) & 1); i <= d && i <= s->n; i += 2) {
        v[i] = reach(s, v, i, d, back);
        long j = delta - i;
        if (!meets || v[i] < 0 || j < -s->m || j > s->n || other[j] < 0) continue;
        if (v[i] + other[j] < s->n) continue;
        *x = v[i];
        *k = i;
        return true;
    }
    return false;
}

static void farthest(const struct search *s, long d, long *x, long *k)
{
    long best = -1;
    for (long i = -d < -s->m ? -s->m : -d; i <= d && i <= s->n; i++) {
        if (s->forward[i] < 0 || 2 * s->forward[i] - i <= best) continue;
        best = 2 * s->forward[i] - i;
        *x = s->forward[i];
        *k = i;
    }
}

/* A point on a shortest path through the box, none of its corners. */
static void middle(const struct search *s, size_t *x, size_t *y)
{
    long at = 0, k = 0;
    bool back = false;
    for (long i = -s->m; i <= s->n; i++) s->forward[i] = s->backward[i] = -1;
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

static void trim(struct box *x, tokens a, tokens b, size_t *pairs)
{
    while (x->a0 < x->a1 && x->b0 < x->b1 && a.at[x->a0].hash == b.at[x->b0].hash)
        pairs[x->a0++] = x->b0++;
    while (x->a0 < x->a1 && x->b0 < x->b1 && a.at[x->a1 - 1].hash == b.at[x->b1 - 1].hash)
        pairs[--x->a1] = --x->b1;
}

size_t *words_pair(arena *scratch, tokens a, tokens b)
{
    size_t *pairs = arena_array(scratch, a.len, sizeof *pairs);
    long *forward = arena_array(scratch, a.len + b.len + 1, sizeof *forward);
    long *backward = arena_array(scratch, a.len + b.len + 1, sizeof *backward);
    VEC(struct box) stack = {0};
    for (size_t i = 0; i < a.len; i++) pairs[i] = UNPAIRED;
    vec_push(scratch, &stack, ((struct box){0, a.len, 0, b.len}));
    while (stack.len) {
        struct box x = stack.at[--stack.len];
        trim(&x, a, b, pairs);
        if (x.a0 == x.a1 || x.b0 == x.b1) continue;
        struct search s = {.a = a.at + x.a0, .b = b.at + x.b0};
        s.n = (long)(x.a1 - x.a0);
        s.m = (long)(x.b1 - x.b0);
        s.forward = forward + s.m;
        s.backward = backward + s.m;
        size_t i, j;
        middle(&s, &i, &j);
        vec_push(scratch, &stack, ((struct box){x.a0, x.a0 + i, x.b0, x.b0 + j}));
        vec_push(scratch, &stack, ((struct box){x.a0 + i, x.a1, x.b0 + j, x.b1}));
    }
    /* Hashes were compared; a collision must not pass for a word. */
    for (size_t i = 0; i < a.len; i++)
        if (pairs[i] != UNPAIRED && !str_eq(a.at[i].key, b.at[pairs[i]].key))
            pairs[i] = UNPAIRED;
    return pairs;
}
