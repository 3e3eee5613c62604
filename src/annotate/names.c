/* Names: every alias of the authority in one walk over the tokens.
 *
 * From each word on the chains of tokens that begin an alias are followed as
 * far as they go; of each kind the longest alias is a hit. */
#include "annotate/affix.h"
#include "authority/chain.h"
#include "base/syllable.h"

enum { KIND_TERM = ALIAS_ROLE + 1, NKINDS };

struct longest {
    size_t past; /* a token; 0: none */
    size_t end;  /* in the text, which may cut a token's tail off */
    const struct alias *alias;
};

static int kind_of(const struct image *im, const struct alias *alias)
{
    bool term = alias->kind == ALIAS_NAME && im->names[alias->row].type == SCM_TERM;
    return term ? KIND_TERM : (int)alias->kind;
}

/* What a name may have behind it: "agreements", "UFS23". */
enum tail { NO_TAIL, PLURAL, EDITION };

static enum tail tail_of(str word)
{
    if (word.len > 1 && word.at[word.len - 1] == 's' && is_alpha(word.at[word.len - 2]))
        return PLURAL;
    bool edition = word.len > 2 && is_digit(word.at[word.len - 1]) &&
                   is_digit(word.at[word.len - 2]) && is_upper(word.at[word.len - 3]);
    return edition ? EDITION : NO_TAIL;
}

/* "SEOUL": a place in capitals is the place. */
static bool is_in_capitals(
    const struct work *w, size_t from, const struct chain *c, const struct alias *alias)
{
    const struct token *t = &w->tokens.at[from];
    enum { SHORTEST = 4 }; /* fewer letters are an acronym */
    if (alias->kind != ALIAS_NAME || c->past != from + 1 || t->shape != SHAPE_UPPER)
        return false;
    enum scm_type type = (enum scm_type)w->image->names[alias->row].type;
    return (type == SCM_PLACE || type == SCM_STATE) && t[1].at - t->at >= SHORTEST;
}

/* "애스핀미합중국국방부장관": a person's name or a country may have an office glued to it. */
static bool is_glued(const struct alias *alias)
{
    return alias->kind == ALIAS_OFFICIAL || alias->kind == ALIAS_SIDE;
}

static bool title_follows(const struct work *w, size_t at)
{
    size_t i = token_at(&w->tokens, at), past;
    if (!syllable_at(w->text, at)) return false;
    if (authority_longest(w->authority, &w->tokens, i, ALIAS_SIDE, &past)) i = past;
    return authority_longest(w->authority, &w->tokens, i, ALIAS_OFFICE, &past) != NULL;
}

/* Among syllables a name ends where particles do, and a verb where its word does. */
static bool ends_there(const struct work *w, size_t from, size_t end, const struct alias *alias)
{
    if (alias->kind == ALIAS_VERB) return !syllable_at(w->text, end);
    str surface = str_sub(w->text, w->tokens.at[from].at, end);
    if (alias->kind == ALIAS_NAME && word_is(w->image->language, surface, WORD_AFFIX_DOUBTFUL))
        return false;
    return affix_ends(w, end) || (is_glued(alias) && title_follows(w, end));
}

/* May a name or a verb begin at this token? */
static bool begins_there(const struct work *w, size_t at)
{
    return !syllable_at(w->text, at) || affix_begins(w, at) || affix_inside(w, at);
}

/* The aliases of this hash that the tokens spell. */
static void take_aliases(const struct work *w, size_t from, const struct chain *c,
    uint64_t hash, enum tail tail, struct longest best[NKINDS])
{
    const struct image *im = w->image;
    const struct spelling *s = spelling_find(im, hash);
    size_t end = w->tokens.at[c->past].at;
    for (uint32_t i = s ? s->from : 0; s && i < s->to; i++) {
        const struct alias *alias = &im->aliases[i];
        struct longest *b = &best[kind_of(im, alias)];
        if (tail && alias->kind != ALIAS_NAME) continue;
        if (tail == EDITION && im->names[alias->row].type != SCM_EXERCISE) continue;
        if (end <= b->end && b->past) continue;
        size_t cut = tail == PLURAL ? 1 : tail == EDITION ? 2 : 0;
        bool exact = alias->exact && !is_in_capitals(w, from, c, alias);
        if (!spelt(&w->tokens, from, c->past, cut, image_str(im, alias->text), exact)) continue;
        if (syllable_before(w->text, end) && !ends_there(w, from, end, alias)) continue;
        *b = (struct longest){c->past, end, alias};
    }
}

/* Follows the chains from `from` on. */
static bool walk(const struct work *w, size_t from, struct longest best[NKINDS])
{
    struct chain c = chain_begin(from);
    bool any = false;
    while (chain_next(w->image, &w->tokens, &c)) {
        const struct token *t = &w->tokens.at[c.past - 1];
        str word = token_text(&w->tokens, c.past - 1);
        enum tail tail = t->kind == TOKEN_WORD ? tail_of(word) : NO_TAIL;
        if (tail) {
            str stem = str_sub(word, 0, word.len - (tail == PLURAL ? 1 : 2));
            uint64_t hash = chain_step(c.before, word_hash(stem), c.space);
            if (filter_read(w->image, hash) & FILTER_WHOLE)
                take_aliases(w, from, &c, hash, tail, best), any = true;
        }
        if (c.bits & FILTER_WHOLE) take_aliases(w, from, &c, c.hash, NO_TAIL, best), any = true;
    }
    return any;
}

/* "New Mexico", "Red Flag laws": the name stands in another one that is none. */
static bool is_part_of_other(const struct work *w, size_t start, size_t end, enum scm_type type)
{
    enum { NEAR = 16 };
    if (type != SCM_STATE && type != SCM_PLACE && type != SCM_EXERCISE) return false;
    size_t from = start > NEAR ? start - NEAR : 0, at;
    str around = str_sub(w->text, from, end + NEAR);
    const struct phrase *p = find_phrase(w->image->language, PHRASE_NO_NAME, around, &at);
    return p && from + at <= start && from + at + p->text.len >= end;
}

/* "the U.S.-Philippines Mutual Defense Treaty": one of other parties is another one. */
static str with_parties(const struct work *w, size_t start, str id)
{
    const struct candidate *state = w->found.len ? &w->found.at[w->found.len - 1] : NULL;
    if (!state || state->type != SCM_STATE || state->end + 1 != start) return id;
    return str_printf(w->arena, "%.*s-%.*s", SCM_STR(id), SCM_STR(state->id));
}

/* "Republic of Kenya": the form of the state belongs to its name. */
static size_t state_start(const struct work *w, size_t start)
{
    enum { NEAR = 36 };
    size_t from = start > NEAR ? start - NEAR : 0, at;
    str before = str_sub(w->text, from, start ? start - 1 : 0);
    bool form = find_phrase(w->image->language, PHRASE_STATE_FORM, before, &at) != NULL;
    return form && is_upper(before.at[at]) ? from + at : start;
}

static void add_name(struct work *w, size_t start, size_t end, const struct alias *alias)
{
    const struct name_row *row = &w->image->names[alias->row];
    struct candidate c = {.start = start,
        .end = end,
        .type = (enum scm_type)row->type,
        .rank = RANK_LISTED,
        .id = image_str(w->image, row->id)};
    if (is_part_of_other(w, start, end, c.type)) return;
    if (c.type == SCM_AGREEMENT) c.id = with_parties(w, start, c.id);
    if (c.type == SCM_STATE) c.start = state_start(w, start);
    vec_push(w->arena, c.type == SCM_TERM ? &w->terms : &w->found, c);
}

static void add_hits(struct work *w, size_t from, const struct longest best[NKINDS])
{
    hits *const LISTS[NKINDS] = {[ALIAS_OFFICIAL] = &w->officials,
        [ALIAS_OFFICE] = &w->titles,
        [ALIAS_VERB] = &w->verbs,
        [ALIAS_SIDE] = &w->sides,
        [ALIAS_ROLE] = &w->roles};
    size_t start = w->tokens.at[from].at;
    for (int kind = 0; kind < NKINDS; kind++) {
        const struct longest *b = &best[kind];
        if (b->past == 0) continue;
        if (LISTS[kind])
            vec_push(w->arena, LISTS[kind], ((struct hit){start, b->end, b->alias}));
        else
            add_name(w, start, b->end, b->alias);
    }
}

/* Where what is glued to a hit begins inside a word; 0: nowhere. */
static size_t glued_end(const struct work *w, const struct longest best[NKINDS])
{
    size_t official = best[ALIAS_OFFICIAL].end, side = best[ALIAS_SIDE].end;
    size_t end = official > side ? official : side;
    return syllable_before(w->text, end) && syllable_at(w->text, end) ? end : 0;
}

void find_names(struct work *w)
{
    bool inside = false; /* a word that goes on in letters that are no ASCII */
    size_t glued = 0;
    for (size_t i = 0; i < w->tokens.len; i++) {
        const struct token *t = &w->tokens.at[i];
        bool wide = t->kind == TOKEN_MARK && (unsigned char)w->text.at[t->at] >= 0xC3;
        if (t->kind != TOKEN_WORD && (!wide || inside)) {
            inside = false;
            continue;
        }
        struct longest best[NKINDS] = {{0, 0, NULL}};
        if (wide &&
            !(filter_read(w->image, chain_step(CHAIN_START, t->hash, false)) & FILTER_BEGINS))
            continue;
        if (wide && t->at != glued && !begins_there(w, t->at)) continue;
        if (walk(w, i, best)) add_hits(w, i, best);
        size_t end = wide ? glued_end(w, best) : 0;
        if (end) glued = end;
        inside = t->kind == TOKEN_WORD;
    }
    w->nlisted = w->found.len;
}
