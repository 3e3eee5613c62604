#include "annotate/grammar.h"

#include <string.h>

/* Bytes of the character at `at` that is no letter or digit. */
static size_t width(str text, size_t at)
{
    size_t n = 1;
    if ((unsigned char)text.at[at] >= 0x80)
        while (at + n < text.len && (text.at[at + n] & 0xC0) == 0x80) n++;
    return n;
}

static uint32_t cut_hash(str word)
{
    return (uint32_t)str_hash(word);
}

void find_cuts(struct work *w)
{
    str text = w->text;
    struct cut *cuts = arena_raw(w->arena, (text.len + 1) * sizeof *cuts);
    size_t n = 0;
    for (size_t i = 0; i < text.len; n++) {
        size_t start = i;
        while (i < text.len && is_alnum(text.at[i])) i++;
        cuts[n] = (struct cut){(uint32_t)start, cut_hash(str_sub(text, start, i))};
        if (i == start) i += width(text, i);
    }
    cuts[n].at = (uint32_t)text.len;
    w->cuts = cuts;
    w->ncuts = n;
}

/* The words of a grammar by their hash; open addressing. */
enum { NSLOTS = 512 };
struct lexicon {
    struct slot {
        const char *word;
        uint32_t hash;
        uint8_t len;
        char class; /* 0: free */
    } slots[NSLOTS];
};

static void add_words(struct lexicon *l, char class, str words)
{
    for (str word; str_cut(&words, ' ', &word);) {
        uint32_t hash = cut_hash(word);
        size_t i = hash % NSLOTS;
        while (l->slots[i].class) i = (i + 1) % NSLOTS;
        l->slots[i] = (struct slot){word.at, hash, (uint8_t)word.len, class};
    }
}

static char class_of_word(const struct lexicon *l, uint32_t hash, const char *word, size_t len)
{
    for (size_t i = hash % NSLOTS; l->slots[i].class; i = (i + 1) % NSLOTS) {
        const struct slot *s = &l->slots[i];
        if (s->hash == hash && s->len == len && memcmp(s->word, word, len) == 0)
            return s->class;
    }
    return is_upper(word[0]) ? 'X' : 'x';
}

static char class_of_wide(str c)
{
    if (str_eq(c, S("\xE2\x80\x93"))) return '~';
    return str_eq(c, S("\xE2\x80\x99")) ? '\'' : '^';
}

static str classes_of(const struct work *w, const struct grammar *g)
{
    struct lexicon *l = arena_alloc(w->arena, sizeof *l);
    char *classes = arena_raw(w->arena, w->ncuts + 1);
    for (const struct class_words *c = g->words; c->class; c++)
        add_words(l, c->class, str_of(c->words));
    for (size_t i = 0; i < w->ncuts; i++) {
        const struct cut *t = &w->cuts[i];
        const char *at = w->text.at + t->at;
        size_t len = t[1].at - t->at;
        if (is_alpha(*at))
            classes[i] = class_of_word(l, t->hash, at, len);
        else if (is_digit(*at))
            classes[i] = g->number ? g->number((str){at, len}) : 'x';
        else
            classes[i] = (unsigned char)*at < 0x80 ? *at : class_of_wide((str){at, len});
    }
    return (str){classes, w->ncuts};
}

/* Where an expression can begin whose core this is: what the grammar knows in
 * front of it on its line, so many tokens at most. */
static size_t window_start(str classes, size_t past, size_t core)
{
    enum { MOST_TOKENS = 20 };
    size_t at = core;
    while (at > past && core - at < MOST_TOKENS) {
        char c = classes.at[at - 1];
        if (c == 'x' || c == 'X' || c == '\n') break;
        at--;
    }
    return at;
}

void parse_start(struct parse *p, struct work *w, const struct grammar *grammar)
{
    *p = (struct parse){.work = w};
    for (const char *c = grammar->cores; *c; c++) p->cores[(unsigned char)*c] = true;
    for (const char *c = grammar->starts; *c; c++) p->starts[(unsigned char)*c] = true;
    matcher_start(&p->matcher, grammar->pattern, classes_of(w, grammar));
}

void parse_stop(struct parse *p)
{
    matcher_stop(&p->matcher);
}

/* A match around this core, at the leftmost place there is one. */
static int match_core(struct parse *p, size_t core, struct match *m, scm_error *error)
{
    str classes = p->matcher.text;
    int status = 0;
    for (size_t at = window_start(classes, p->past, core); status == 0 && at <= core; at++)
        if (p->starts[(unsigned char)classes.at[at]])
            status = matcher_at(&p->matcher, at, m, error);
    return status;
}

static void in_text(const struct work *w, struct match *m)
{
    for (int i = 0; i < 2 * MOST_GROUPS; i++)
        if (m->at[i] != SIZE_MAX) m->at[i] = w->cuts[m->at[i]].at;
}

int parse_next(struct parse *p, struct match *out, scm_error *error)
{
    str classes = p->matcher.text;
    for (; p->core < classes.len; p->core++) {
        if (p->core < p->past || !p->cores[(unsigned char)classes.at[p->core]]) continue;
        int status = match_core(p, p->core, out, error);
        if (status == 0) continue;
        if (status == 1) {
            p->past = out->at[1];
            in_text(p->work, out);
        }
        p->core++;
        return status;
    }
    return 0;
}
