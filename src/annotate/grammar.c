#include "annotate/grammar.h"

#include <stdatomic.h>
#include <stdlib.h>

/* The bytes that a grammar gives to the words of a language, by their sets; 0: the word
 * is of no class of the grammar.  Those of the built-in language are kept. */
static _Atomic(uint8_t *) kept[NPATTERNS];

static void fill_codes(uint8_t *of_set, const struct language *l, enum pattern_id id)
{
    const struct names_of *names = pattern_names(id);
    uint8_t of_class[MOST_CLASSES] = {0};
    for (size_t i = names->count; i-- > 0;) {
        int class_ = language_class(l, names->at[i]);
        if (class_ >= 0) of_class[class_] = (uint8_t)(FIRST_CODE + i);
    }
    for (uint32_t set = 0; set < l->nsets; set++) {
        of_set[set] = 0;
        for (unsigned part = 0; part < MOST_CLASSES / 32; part++)
            for (uint32_t bits = l->sets[set].classes[part]; bits; bits &= bits - 1) {
                uint8_t code = of_class[part * 32 + (unsigned)__builtin_ctz(bits)];
                if (code && (of_set[set] == 0 || code < of_set[set])) of_set[set] = code;
            }
    }
}

static const uint8_t *codes_for(arena *a, enum pattern_id id, const struct language *l)
{
    bool built_in = l == &embedded_language;
    uint8_t *first = built_in ? atomic_load(&kept[id]) : NULL;
    if (first) return first;
    uint8_t *mine = built_in ? mem_alloc(l->nsets) : arena_raw(a, l->nsets);
    fill_codes(mine, l, id);
    if (!built_in || atomic_compare_exchange_strong(&kept[id], &first, mine)) return mine;
    free(mine);
    return first;
}

static char code_of_mark(str text)
{
    if (str_eq(text, S("\xE2\x80\x93"))) return '~';
    return str_eq(text, S("\xE2\x80\x99")) ? '\'' : '^';
}

/* Of a word with digits; `other` where the grammar has no name for it. */
static char code_of_number(
    const struct grammar *g, const struct language *l, str word, char other)
{
    const char *name = g->number ? g->number(l, word) : NULL;
    int code = name ? pattern_code(g->pattern, str_of(name)) : 0;
    return code ? (char)code : other;
}

static inline char code_of_token(const struct parse *p, size_t i)
{
    const struct work *w = p->work;
    const struct grammar *g = p->grammar;
    const struct token *t = &w->tokens.at[i];
    char first = w->text.at[t->at];
    if (t->kind != TOKEN_WORD)
        return (unsigned char)first < 0x80 ? first : code_of_mark(token_text(&w->tokens, i));
    if (p->of_set[t->set]) return (char)p->of_set[t->set];
    if (is_lower(first)) return 'x';
    str word = token_text(&w->tokens, i);
    if (is_digit(first)) return code_of_number(g, w->image->language, word, 'x');
    if (is_digit(word.at[word.len - 1]) && is_upper(first))
        return code_of_number(g, w->image->language, word, 'X');
    return first == '&' ? '&' : is_upper(first) ? 'X' : 'x';
}

/* The token behind the next lines: no match goes on beyond the end of a line. */
static size_t lines_end(const struct parse *p)
{
    enum { AT_LEAST = 8192 };
    const struct tokens *t = &p->work->tokens;
    size_t end = t->len - p->token < AT_LEAST ? t->len : p->token + AT_LEAST;
    while (end < t->len && t->at[end - 1].kind != TOKEN_LINE) end++;
    return end;
}

/* Where the next unit begins, from `at` on. */
static size_t unit_from(struct parse *p, size_t at)
{
    size_t count = p->units ? p->units->len : 0;
    while (p->unit < count && p->units->at[p->unit].start < at) p->unit++;
    return p->unit < count ? p->units->at[p->unit].start : SIZE_MAX;
}

/* Hands the next lines to the matcher. */
static void take_lines(struct parse *p)
{
    const struct token *tokens = p->work->tokens.at;
    size_t n = 0, i = p->token, end = lines_end(p);
    vec_reserve(p->work->arena, &p->codes, end - i);
    vec_reserve(p->work->arena, &p->places, end - i + 1);
    char *codes = p->codes.at;
    uint32_t *places = p->places.at;
    for (size_t next = unit_from(p, tokens[i].at); i < end; n++) {
        places[n] = tokens[i].at;
        if (places[n] > next) next = unit_from(p, places[n]);
        if (places[n] < next) {
            codes[n] = code_of_token(p, i++);
            continue;
        }
        const struct unit *u = &p->units->at[p->unit];
        codes[n] = (char)pattern_code(p->grammar->pattern, str_of(u->name));
        while (i < end && tokens[i].at < u->end) i++;
    }
    places[n] = tokens[i].at;
    p->token = i;
    matcher_go_on(&p->matcher, (str){codes, n});
}

void parse_start(
    struct parse *p, struct work *w, const struct grammar *grammar, const units *list)
{
    const uint8_t *of_set = codes_for(w->arena, grammar->pattern, w->image->language);
    *p = (struct parse){.work = w, .grammar = grammar, .units = list, .of_set = of_set};
    matcher_start(&p->matcher, grammar->pattern, (str){NULL, 0});
    take_lines(p);
}

void parse_stop(struct parse *p)
{
    matcher_stop(&p->matcher);
}

int parse_next(struct parse *p, struct match *out, scm_error *error)
{
    int status;
    while (
        (status = matcher_next(&p->matcher, out, error)) == 0 && p->token < p->work->tokens.len)
        take_lines(p);
    for (int i = 0; status == 1 && i < 2; i++) out->at[i] = p->places.at[out->at[i]];
    return status;
}
