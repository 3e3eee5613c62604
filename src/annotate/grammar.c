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
    if ((unsigned char)text.at[0] < 0x80) return text.at[0];
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

static char code_of_token(
    const struct work *w, const struct grammar *g, const uint8_t *of_set, size_t i)
{
    const struct token *t = &w->tokens.at[i];
    char first = w->text.at[t->at];
    if (t->kind != TOKEN_WORD) return code_of_mark(token_text(&w->tokens, i));
    if (of_set[t->set]) return (char)of_set[t->set];
    str word = token_text(&w->tokens, i);
    if (is_digit(first)) return code_of_number(g, w->image->language, word, 'x');
    if (is_digit(word.at[word.len - 1]) && is_upper(first))
        return code_of_number(g, w->image->language, word, 'X');
    return first == '&' ? '&' : is_upper(first) ? 'X' : 'x';
}

void parse_start(
    struct parse *p, struct work *w, const struct grammar *grammar, const units *list)
{
    const uint8_t *of_set = codes_for(w->arena, grammar->pattern, w->image->language);
    char *codes = arena_raw(w->arena, w->tokens.len + 1);
    uint32_t *places = arena_raw(w->arena, (w->tokens.len + 1) * sizeof *places);
    size_t n = 0, unit = 0;
    for (size_t i = 0; i < w->tokens.len; n++) {
        size_t at = places[n] = w->tokens.at[i].at;
        while (list && unit < list->len && list->at[unit].start < at) unit++;
        if (!list || unit == list->len || list->at[unit].start != at) {
            codes[n] = code_of_token(w, grammar, of_set, i++);
            continue;
        }
        codes[n] = (char)pattern_code(grammar->pattern, str_of(list->at[unit].name));
        while (i < w->tokens.len && w->tokens.at[i].at < list->at[unit].end) i++;
    }
    places[n] = (uint32_t)w->text.len;
    *p = (struct parse){.work = w, .places = places};
    matcher_start(&p->matcher, grammar->pattern, (str){codes, n});
}

void parse_stop(struct parse *p)
{
    matcher_stop(&p->matcher);
}

int parse_next(struct parse *p, struct match *out, scm_error *error)
{
    int status = matcher_next(&p->matcher, out, error);
    for (int i = 0; status == 1 && i < 2; i++) out->at[i] = p->places[out->at[i]];
    return status;
}
