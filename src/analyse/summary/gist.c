/* Gists: each paragraph in a line.  The names that set it apart are those said
 * most in it and least elsewhere (tf-idf over the paragraphs). */
#include "analyse/summary/gist.h"

#include <stdlib.h>
#include "analyse/compare/measure.h"
#include "analyse/summary/topics.h"
#include "authority/authority.h"

enum { MOST_NAMES = 6 };

/* A name in a paragraph. */
struct use {
    str id;
    enum scm_type type;
    uint32_t gist;
    size_t count;
    double score;
};
typedef VEC(struct use) uses;

static size_t group_blocks(arena *a, const scm_annotations *n, scm_gist **out)
{
    size_t count = 0, nblocks = n->document->nblocks;
    scm_gist *gists = arena_array(a, nblocks, sizeof *gists);
    for (uint32_t b = 0; b < nblocks; b++) {
        const scm_block *block = &n->document->blocks[b];
        if (b == 0 || block->paragraph != block[-1].paragraph) {
            str number = str_sub(block->label, 0, str_find_char(block->label, '.'));
            gists[count++] = (scm_gist){.label = number, .block = b};
        }
        gists[count - 1].nblocks++;
    }
    *out = gists;
    return count;
}

/* What stands in every paragraph of every document sets none apart. */
static bool is_telling(const scm_series *s, const scm_mention *m)
{
    switch (m->type) {
    case SCM_STATE:
    case SCM_PLACE: return !list_has(s->subjects, m->id);
    default: return scm_type_describe(m->type).body;
    }
}

static int compare_uses(const void *x, const void *y)
{
    const struct use *a = x, *b = y;
    int order = str_cmp(a->id, b->id);
    if (order) return order;
    if (a->type != b->type) return a->type < b->type ? -1 : 1;
    return (a->gist > b->gist) - (a->gist < b->gist);
}

static int compare_scores(const void *x, const void *y)
{
    const struct use *a = x, *b = y;
    bool a_where = a->type == SCM_STATE || a->type == SCM_PLACE;
    bool b_where = b->type == SCM_STATE || b->type == SCM_PLACE;
    if (a->gist != b->gist) return a->gist < b->gist ? -1 : 1;
    if (a_where != b_where) return a_where ? 1 : -1;
    if (a->score != b->score) return a->score > b->score ? -1 : 1;
    return str_cmp(a->id, b->id);
}

/* One entry for each name and paragraph, by name. */
static uses collect_uses(
    arena *a, const scm_annotations *n, const scm_gist *gists, size_t ngists)
{
    uses all = {0};
    scm_series series = {0};
    uint32_t g = 0;
    if (!scm_authority_find_series(n->authority, n->series, &series))
        scm_authority_main_series(n->authority, &series);
    for (size_t i = 0; i < n->nmentions; i++) {
        const scm_mention *m = &n->mentions[i];
        while (g + 1 < ngists && gists[g + 1].block <= m->block) g++;
        if (is_telling(&series, m)) vec_push(a, &all, ((struct use){m->id, m->type, g, 1, 0}));
    }
    size_t len = 0;
    if (all.len) qsort(all.at, all.len, sizeof *all.at, compare_uses);
    for (size_t i = 0; i < all.len; i++) {
        if (len && compare_uses(&all.at[len - 1], &all.at[i]) == 0)
            all.at[len - 1].count++;
        else
            all.at[len++] = all.at[i];
    }
    all.len = len;
    return all;
}

static void score_uses(uses *all, size_t ngists)
{
    for (size_t i = 0, end; i < all->len; i = end) {
        for (end = i; end < all->len && str_eq(all->at[end].id, all->at[i].id); end++) continue;
        double rarity = natural_log((double)(ngists + 1) / (double)(end - i));
        for (size_t k = i; k < end; k++)
            all->at[k].score = (1 + natural_log((double)all->at[k].count)) * rarity;
    }
}

static void add_names(arena *a, const scm_annotations *n, scm_gist *gists, size_t ngists)
{
    arena *scratch = arena_new();
    uses all = collect_uses(scratch, n, gists, ngists);
    score_uses(&all, ngists);
    if (all.len) qsort(all.at, all.len, sizeof *all.at, compare_scores);
    for (size_t i = 0; i < all.len; i++) {
        scm_gist *g = &gists[all.at[i].gist];
        str *names = g->nnames ? (str *)g->names : arena_array(a, MOST_NAMES, sizeof *names);
        g->names = names;
        if (g->nnames < MOST_NAMES) names[g->nnames++] = all.at[i].id;
    }
    arena_free(scratch);
}

const scm_gist *find_gists(arena *a, size_t *count, const scm_annotations *annotations)
{
    scm_gist *gists;
    arena *scratch = arena_new();
    topics *t = topics_new(scratch, annotations);
    *count = group_blocks(a, annotations, &gists);
    /* Topics are those of the numbered meetings. */
    for (size_t i = 0; i < *count && annotations->meeting > 0; i++)
        topics_find(t, gists[i].topics, gists[i].block, gists[i].nblocks);
    add_names(a, annotations, gists, *count);
    arena_free(scratch);
    return gists;
}
