/* Overlaps: names never overlap names; the longer one stands.  Terms are a
 * layer of their own, where the same holds; both end up in one list. */
#include "annotate/coined.h"
#include "annotate/found.h"
#include "base/syllable.h"

#include <stdlib.h>

static int by_place(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->start != y->start) return x->start < y->start ? -1 : 1;
    if (x->end != y->end) return x->end > y->end ? -1 : 1;
    if (x->rank != y->rank) return x->rank > y->rank ? -1 : 1;
    return (x->type > y->type) - (x->type < y->type);
}

void sort_candidates(candidates *c)
{
    size_t sorted = 1;
    while (sorted < c->len && by_place(&c->at[sorted - 1], &c->at[sorted]) <= 0) sorted++;
    if (sorted < c->len) qsort(c->at, c->len, sizeof *c->at, by_place);
}

static bool better(const struct candidate *a, const struct candidate *b)
{
    size_t x = a->end - a->start, y = b->end - b->start;
    return x != y ? x > y : a->rank > b->rank;
}

/* Candidates in order; each one that overlaps kept ones either goes or, being
 * better than all of them, takes their place. */
static void drop_overlaps(candidates *c)
{
    size_t kept = 0;
    sort_candidates(c);
    for (size_t i = 0; i < c->len; i++) {
        size_t rival = kept;
        bool wins = c->at[i].end > c->at[i].start;
        while (rival > 0 && c->at[rival - 1].end > c->at[i].start)
            wins &= better(&c->at[i], &c->at[--rival]);
        if (!wins) continue;
        c->at[rival] = c->at[i];
        kept = rival + 1;
    }
    c->len = kept;
}

/* "Washington Nationals", "Japanese Affairs": a capital goes on that begins nothing known, and
 * that no state has. */
static bool goes_on(const struct work *w, size_t i)
{
    const struct language *l = w->image->language;
    const struct candidate *c = &w->found.at[i];
    size_t at = c->end + 1, end = at;
    if (at >= w->text.len || w->text.at[c->end] != ' ' || !is_upper(w->text.at[at]))
        return false;
    bool stop = w->text.at[c->end - 1] == '.'; /* "Washington, D.C. Both" */
    if (stop || (i + 1 < w->found.len && w->found.at[i + 1].start == at)) return false;
    while (end < w->text.len && is_alnum(w->text.at[end])) end++;
    str word = str_sub(w->text, at, end);
    bool loud = !is_lower(w->text.at[c->end - 1]) && !is_lower(word.at[word.len - 1]);
    return !loud && !hit_at(&w->titles, at) && !is_opener(w, word) &&
           !is_office_word(w, word) &&
           !(c->type == SCM_STATE && word_is(l, word, WORD_OF_STATE));
}

/* "University of California", "Dr. Jordan" */
static bool is_called_after(const struct work *w, const struct candidate *c)
{
    enum { NEAR = 24 };
    size_t from = c->start > NEAR ? c->start - NEAR : 0;
    str before = str_trim(str_sub(w->text, from, c->start));
    return has_phrase(w->image->language, PHRASE_CALLED_AFTER, before);
}

/* A state or a place in a longer name that no table has is none. */
static void drop_parts(struct work *w)
{
    size_t kept = 0;
    for (size_t i = 0; i < w->found.len; i++) {
        const struct candidate *c = &w->found.at[i];
        bool part = (c->type == SCM_STATE || c->type == SCM_PLACE) && !c->coined &&
                    (goes_on(w, i) || is_called_after(w, c));
        if (!part) w->found.at[kept++] = *c;
    }
    w->found.len = kept;
}

/* Does the term end inside a word of a longer name: "국방비" in "국방비전"? */
static bool is_cut_from_name(const struct work *w, const struct candidate *term, size_t *name)
{
    if (!syllable_before(w->text, term->end) || !syllable_at(w->text, term->end)) return false;
    while (*name < w->found.len && w->found.at[*name].end <= term->end) ++*name;
    return *name < w->found.len && w->found.at[*name].start <= term->start;
}

static void drop_cut_terms(struct work *w)
{
    size_t kept = 0, name = 0;
    for (size_t i = 0; i < w->terms.len; i++)
        if (!is_cut_from_name(w, &w->terms.at[i], &name)) w->terms.at[kept++] = w->terms.at[i];
    w->terms.len = kept;
}

void resolve(struct work *w)
{
    drop_overlaps(&w->found);
    drop_parts(w);
    drop_overlaps(&w->terms);
    drop_cut_terms(w);
    for (size_t i = 0; i < w->terms.len; i++) vec_push(w->arena, &w->found, w->terms.at[i]);
    sort_candidates(&w->found);
}
