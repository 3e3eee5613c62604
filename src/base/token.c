#include "base/token.h"

#include "base/reading.h"
#include "base/syllable.h"

/* Letters that stand alone between dots: "U.S.", "D.C".  Where they end, or `at`. */
static size_t initials_end(str s, size_t at)
{
    size_t i = at, letters = 0;
    while (i < s.len && is_alpha(s.at[i]) && (i + 1 == s.len || !is_alnum(s.at[i + 1]))) {
        letters++;
        i++;
        if (i == s.len || s.at[i] != '.') break;
        i++;
    }
    if (i < s.len && is_alnum(s.at[i])) { /* "F.Scott": the last dot is an initial's */
        if (letters < 2) return at;
        i--;
    }
    return letters > 1 ? i : at;
}

/* Bytes of the character at `at` that is no ASCII. */
static size_t wide_length(str s, size_t at)
{
    size_t n = 1;
    while (at + n < s.len && (s.at[at + n] & 0xC0) == 0x80) n++;
    return n;
}

/* What a character of general punctuation counts as; 0: itself. */
static char plain_form(str s)
{
    const unsigned char *p = (const unsigned char *)s.at;
    if (s.len != 3 || p[0] != 0xE2) return 0;
    if (p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0x95) return ' '; /* dashes */
    if (p[1] == 0x80 && (p[2] == 0x98 || p[2] == 0x99)) return '\'';
    if (p[1] == 0x80 && (p[2] == 0x9C || p[2] == 0x9D)) return '"';
    if (p[1] == 0x88 && p[2] == 0x92) return ' '; /* minus */
    return 0;
}

struct cutter {
    const struct language *language;
    struct token *at;
    size_t len;
};

static struct token *add(struct cutter *c, size_t at, enum token_kind kind)
{
    struct token *t = &c->at[c->len++];
    *t = (struct token){.at = (uint32_t)at, .kind = (uint8_t)kind};
    return t;
}

static void add_word(struct cutter *c, size_t at, str word)
{
    struct token *t = add(c, at, TOKEN_WORD);
    t->hash = word_hash(word);
    t->shape = (uint8_t)word_shape(word);
    t->set = (uint16_t)language_lookup(c->language, word, t->hash, (enum word_shape)t->shape);
}

/* "U.S." is the word "US". */
static void add_initials(struct cutter *c, size_t at, str s)
{
    char letters[32];
    size_t n = 0;
    for (size_t i = 0; i < s.len && n < sizeof letters; i++)
        if (s.at[i] != '.') letters[n++] = s.at[i];
    add_word(c, at, (str){letters, n});
}

static size_t add_wide(struct cutter *c, str s, size_t at)
{
    str one = str_sub(s, at, at + wide_length(s, at));
    char plain = plain_form(one);
    if (plain == ' ')
        add(c, at, TOKEN_SPACE);
    else
        add(c, at, TOKEN_MARK)->hash = word_hash(plain ? (str){&plain, 1} : one);
    return one.len;
}

static size_t add_mark(struct cutter *c, str s, size_t at)
{
    char one = s.at[at];
    bool initial =
        one == '.' && at > 0 && is_alpha(s.at[at - 1]) &&
        (at == 1 || !(is_alnum(s.at[at - 2]) || (unsigned char)s.at[at - 2] >= 0x80));
    if (one == '\n')
        add(c, at, TOKEN_LINE);
    else if (one == ' ' || one == '-')
        add(c, at, TOKEN_SPACE);
    else if (one == '&')
        add_word(c, at, S("and"));
    else if (initial)
        add(c, at, TOKEN_DOT);
    else
        add(c, at, TOKEN_MARK)->hash = word_hash((str){&one, 1});
    return 1;
}

static const uint32_t *mark_tokens(arena *a, str s, const struct cutter *c)
{
    uint32_t *marks = arena_raw(a, (s.len / TOKEN_STRIDE + 2) * sizeof *marks), token = 0;
    size_t n = 0;
    for (; n * TOKEN_STRIDE < s.len; n++) {
        while (c->at[token + 1].at <= n * TOKEN_STRIDE) token++;
        marks[n] = token;
    }
    marks[n] = (uint32_t)c->len;
    return marks;
}

struct tokens tokens_cut(arena *a, str s, const struct language *language)
{
    s = text_as_read(a, &language->readings, s);
    struct cutter c = {language, arena_raw(a, (s.len + 1) * sizeof *c.at), 0};
    for (size_t i = 0; i < s.len;) {
        size_t end = i;
        while (end < s.len && is_alnum(s.at[end])) end++;
        if (end == i) {
            size_t joint = i ? syllable_joint(s, i) : 0;
            if (joint) add(&c, i, TOKEN_DOT);
            i += joint                            ? joint
                 : (unsigned char)s.at[i] >= 0x80 ? add_wide(&c, s, i)
                                                  : add_mark(&c, s, i);
            continue;
        }
        size_t initials =
            end == i + 1 && end < s.len && s.at[end] == '.' ? initials_end(s, i) : i;
        if (initials > i)
            add_initials(&c, i, str_sub(s, i, end = initials));
        else
            add_word(&c, i, str_sub(s, i, end));
        i = end;
    }
    c.at[c.len] = (struct token){.at = (uint32_t)s.len, .kind = TOKEN_LINE};
    return (struct tokens){s, c.at, mark_tokens(a, s, &c), c.len};
}

size_t token_at(const struct tokens *t, size_t byte)
{
    if (byte >= t->text.len) return t->len;
    /* The last one that begins there or before. */
    size_t low = t->marks[byte / TOKEN_STRIDE], high = t->marks[byte / TOKEN_STRIDE + 1] + 1;
    while (high - low > 1) {
        size_t mid = (low + high) / 2;
        if (t->at[mid].at <= byte)
            low = mid;
        else
            high = mid;
    }
    return low;
}

static bool take(str folded, size_t *at, str letters, bool exact)
{
    str there = str_sub(folded, *at, *at + letters.len);
    *at += letters.len;
    return exact ? str_eq(there, letters) : str_eq_nocase(there, letters);
}

/* A word's letters, its dots aside. */
static bool take_word(str folded, size_t *at, str word, bool exact)
{
    if (str_eq(word, S("&"))) return take(folded, at, S("and"), exact);
    if (word.len < 2 || word.at[1] != '.') return take(folded, at, word, exact);
    for (size_t i = 0; i < word.len; i++)
        if (word.at[i] != '.' && !take(folded, at, str_sub(word, i, i + 1), exact))
            return false;
    return true;
}

static bool take_token(const struct token *t, str text, str folded, size_t *at, bool exact)
{
    char plain = plain_form(text);
    if (t->kind == TOKEN_SPACE) return take(folded, at, S(" "), exact);
    if (t->kind == TOKEN_WORD) return take_word(folded, at, text, exact);
    return take(folded, at, plain ? (str){&plain, 1} : text, exact);
}

bool spelt(const struct tokens *t, size_t from, size_t to, size_t cut, str folded, bool exact)
{
    size_t at = 0;
    for (size_t i = from; i < to; i++) {
        const struct token *one = &t->at[i];
        bool again = one->kind == TOKEN_SPACE && (i == from || one[-1].kind == TOKEN_SPACE);
        if (one->kind == TOKEN_DOT || again) continue;
        str text = token_text(t, i);
        if (i + 1 == to) text.len -= cut;
        if (!take_token(one, text, folded, &at, exact)) return false;
    }
    return at == folded.len;
}
