/* Names: every alias of the authority in one walk over the folded text.
 *
 * From each word on the runs of words that begin an alias are followed as far
 * as they go; of each kind the longest alias is a hit. */
#include "annotate/work.h"
#include "authority/prefix.h"

enum { KIND_TERM = ALIAS_VERB + 1, NKINDS };

struct longest {
    size_t end; /* in the folded text; 0: none */
    const struct alias *alias;
};

static int kind_of(const struct image *im, const struct alias *alias)
{
    bool term = alias->kind == ALIAS_NAME && im->names[alias->row].type == SCM_TERM;
    return term ? KIND_TERM : (int)alias->kind;
}

/* The text from start to end is a run of words or, with more behind it up to
 * `end`, a plural or an edition of one. */
struct reading {
    size_t start, stop, end;
};

static bool take_aliases(const struct image *im, uint64_t hash, str folded, struct reading r,
    struct longest best[NKINDS])
{
    const struct spelling *s = spelling_find(im, hash);
    str run = str_sub(folded, r.start, r.stop);
    bool any = false;
    for (uint32_t i = s ? s->from : 0; s && i < s->to; i++) {
        const struct alias *alias = &im->aliases[i];
        str text = image_str(im, alias->text);
        if (!(alias->exact ? str_eq(text, run) : str_eq_nocase(text, run))) continue;
        if (r.end > r.stop && alias->kind != ALIAS_NAME) continue;
        if (r.end > r.stop + 1 && im->names[alias->row].type != SCM_EXERCISE) continue;
        struct longest *b = &best[kind_of(im, alias)];
        if (r.end > b->end) *b = (struct longest){r.end, alias};
        any = true;
    }
    return any;
}

/* "agreements": a plural -s; "UFS23": two digits glued to an acronym. */
static size_t tail_of(str folded, size_t end, size_t len)
{
    if (len > 1 && folded.at[end - 1] == 's' && is_alpha(folded.at[end - 2])) return 1;
    bool edition = len > 2 && is_digit(folded.at[end - 1]) && is_digit(folded.at[end - 2]) &&
                   is_upper(folded.at[end - 3]);
    return edition ? 2 : 0;
}

/* Follows the runs of words from `first` on, which is the one at `start`. */
static bool walk(const struct image *im, str folded, size_t start, struct words first,
    struct longest best[NKINDS])
{
    struct words w = first;
    size_t from = start;
    bool any = false;
    for (;;) {
        size_t tail = tail_of(folded, w.end, w.end - from);
        unsigned bits = filter_read(im, w.hash);
        if (tail && filter_read(im, w.before[tail]) & FILTER_WHOLE)
            any |= take_aliases(
                im, w.before[tail], folded, (struct reading){start, w.end - tail, w.end}, best);
        if (bits & FILTER_WHOLE)
            any |=
                take_aliases(im, w.hash, folded, (struct reading){start, w.end, w.end}, best);
        if (!(bits & FILTER_BEGINS) || w.end == folded.len) return any;
        from = w.end;
        w = words_next(folded, w);
    }
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
        size_t from = fold_origin(&w->fold, start), to = fold_origin(&w->fold, best[kind].end);
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
    bool inside = false; /* a word that goes on in letters that are no ASCII */
    for (size_t i = 0; i < f.len;) {
        unsigned char c = (unsigned char)f.at[i];
        bool wordy = is_alnum(c);
        if (!wordy && (c < 0xC0 || inside)) {
            inside = false;
            i++;
            continue;
        }
        struct longest best[NKINDS] = {{0, NULL}};
        struct words first = words_next(f, (struct words){.end = i, .hash = PREFIX_START});
        if (walk(w->image, f, i, first, best)) add_hits(w, i, best);
        inside = wordy;
        i = first.end;
    }
    w->nlisted = w->found.len;
    find_divided(w);
}
