/* Names: every alias of the authority in one walk over the folded text.
 *
 * At each word start the trie is walked as far as it goes; of each kind the
 * longest alias that ends at a word's end is a hit. */
#include "annotate/work.h"

#include <string.h>

enum { KIND_TERM = ALIAS_VERB + 1, NKINDS };

struct longest {
    size_t end; /* in the folded text; 0: none */
    const struct alias *alias;
};

/* Children are few and in order of their labels. */
static uint32_t child_of(const struct image *im, uint32_t node, unsigned char step)
{
    uint32_t to = im->nodes[node + 1].child;
    for (uint32_t i = im->nodes[node].child; i < to && im->labels[i] <= step; i++)
        if (im->labels[i] == step) return i;
    return 0;
}

/* Nodes two letters deep, where most words part from the trie at once. */
struct openings {
    uint32_t node[26][26];
    bool single[26]; /* an alias of one letter: no short cut there */
};

static void fill_openings(const struct image *im, struct openings *o)
{
    for (int a = 0; a < 26; a++) {
        uint32_t first = child_of(im, 0, (unsigned char)('a' + a));
        o->single[a] = first && im->nodes[first].alias != im->nodes[first + 1].alias;
        for (int b = 0; b < 26; b++)
            o->node[a][b] = first ? child_of(im, first, (unsigned char)('a' + b)) : 0;
    }
}

static bool is_wordy(unsigned char c)
{
    return is_alnum(c);
}

/* Where a match of `len` bytes at `start` ends, a plural -s included; 0 where
 * it stops inside a word. */
static size_t word_end(str folded, size_t start, size_t len)
{
    size_t end = start + len;
    unsigned char last = (unsigned char)folded.at[end - 1];
    if (end == folded.len || !is_wordy(last)) return end;
    unsigned char next = (unsigned char)folded.at[end];
    if (!is_wordy(next)) return end;
    bool plural = next == 's' && is_alpha(last) &&
                  (end + 1 == folded.len || !is_wordy((unsigned char)folded.at[end + 1]));
    return plural ? end + 1 : 0;
}

/* "UFS23": two digits glued to an exercise's acronym; 0 where it is none. */
static size_t edition_end(
    const struct image *im, const struct alias *alias, str folded, size_t end)
{
    bool exercise = alias->kind == ALIAS_NAME && im->names[alias->row].type == SCM_EXERCISE;
    bool digits =
        end + 2 <= folded.len && is_digit(folded.at[end]) && is_digit(folded.at[end + 1]);
    bool done = end + 2 >= folded.len || !is_alnum(folded.at[end + 2]);
    return exercise && digits && done && is_upper(folded.at[end - 1]) ? end + 2 : 0;
}

static int kind_of(const struct image *im, const struct alias *alias)
{
    bool term = alias->kind == ALIAS_NAME && im->names[alias->row].type == SCM_TERM;
    return term ? KIND_TERM : (int)alias->kind;
}

static void take_aliases(const struct image *im, uint32_t node, str folded, size_t start,
    size_t len, struct longest best[NKINDS])
{
    size_t end = 0;
    for (uint32_t i = im->nodes[node].alias; i < im->nodes[node + 1].alias; i++) {
        const struct alias *alias = &im->aliases[i];
        if (end == 0) end = word_end(folded, start, len);
        if (end == 0) end = edition_end(im, alias, folded, start + len);
        if (end == 0) continue;
        str text = image_str(im, alias->text);
        if (alias->exact && memcmp(text.at, folded.at + start, len) != 0) continue;
        if (alias->kind != ALIAS_NAME && end != start + len) continue;
        struct longest *b = &best[kind_of(im, alias)];
        if (end > b->end) *b = (struct longest){end, alias};
    }
}

/* Goes on from `node`, which stands for `depth` bytes. */
static bool walk(const struct image *im, uint32_t node, size_t depth, str folded, size_t start,
    struct longest best[NKINDS])
{
    bool any = false;
    for (size_t i = start + depth; node; i++) {
        if (im->nodes[node].alias != im->nodes[node + 1].alias) {
            take_aliases(im, node, folded, start, i - start, best);
            any = true;
        }
        if (i == folded.len) break;
        node = child_of(im, node, (unsigned char)to_lower(folded.at[i]));
    }
    return any;
}

static bool walk_from(const struct image *im, const struct openings *o, str folded,
    size_t start, struct longest best[NKINDS])
{
    char a = to_lower(folded.at[start]);
    char b = start + 1 < folded.len ? to_lower(folded.at[start + 1]) : 0;
    if (is_lower(a) && is_lower(b) && !o->single[a - 'a'])
        return walk(im, o->node[a - 'a'][b - 'a'], 2, folded, start, best);
    return walk(im, child_of(im, 0, (unsigned char)a), 1, folded, start, best);
}

static void add_name(struct work *w, size_t start, size_t end, const struct alias *alias)
{
    const struct name_row *row = &w->image->names[alias->row];
    struct candidate c = {.start = start,
        .end = end,
        .type = (enum scm_type)row->type,
        .rank = RANK_LISTED,
        .id = image_str(w->image, row->id)};
    vec_push(w->arena, c.type == SCM_TERM ? &w->terms : &w->found, c);
}

static void add_hits(struct work *w, size_t start, const struct longest best[NKINDS])
{
    hits *const LISTS[NKINDS] = {[ALIAS_OFFICIAL] = &w->officials,
        [ALIAS_OFFICE] = &w->titles,
        [ALIAS_VERB] = &w->verbs};
    for (int kind = 0; kind < NKINDS; kind++) {
        if (best[kind].end == 0) continue;
        size_t from = w->fold.at[start], to = w->fold.at[best[kind].end];
        if (LISTS[kind])
            vec_push(w->arena, LISTS[kind], ((struct hit){from, to, best[kind].alias}));
        else
            add_name(w, from, to, best[kind].alias);
    }
}

/* "North-South Korea", "the North and South Korea": half a country's name. */
static void find_divided(struct work *w)
{
    static const char *const BEHIND[] = {"-South ", "-South Korea", " and South Korea"};
    str north = S("North"), text = w->text;
    for (size_t at = 0; (at += str_find(str_sub(text, at, text.len), north)) < text.len;) {
        size_t end = at + north.len;
        for (size_t i = 0; i < sizeof BEHIND / sizeof *BEHIND; i++)
            if (str_starts(str_sub(text, end, text.len), str_of(BEHIND[i]))) {
                vec_push(w->arena, &w->found,
                    ((struct candidate){.start = at,
                        .end = end,
                        .type = SCM_STATE,
                        .rank = RANK_LISTED,
                        .id = S("PRK")}));
                break;
            }
        at = end;
    }
}

void find_names(struct work *w)
{
    str f = w->fold.text;
    struct openings openings;
    bool inside = false; /* a word */
    fill_openings(w->image, &openings);
    for (size_t i = 0; i < f.len; i++) {
        unsigned char c = (unsigned char)f.at[i];
        bool wordy = is_wordy(c), start = !inside && (wordy || c >= 0x80);
        inside = wordy;
        if (!start || (c >= 0x80 && (c & 0xC0) == 0x80)) continue;
        struct longest best[NKINDS] = {{0, NULL}};
        if (walk_from(w->image, &openings, f, i, best)) add_hits(w, i, best);
    }
    w->nlisted = w->found.len;
    find_divided(w);
}
