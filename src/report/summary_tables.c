/* The tables of a summary's page: paragraphs in a line each, mechanisms with
 * their places, all other names in lists. */
#include "base/syllable.h"
#include "report/summing.h"

#include <stdlib.h>

/* A name longer than this tells little about a paragraph, and takes its line. */
enum { LONG_NAME = 28 };

/* What an id is called, looked up by id. */
struct called {
    str id, name;
};

static str count_name(const scm_summary *s, const scm_count *c)
{
    return short_name(s->annotations, c->type, c->id, c->name);
}

static int by_id(const void *x, const void *y)
{
    const struct called *a = x, *b = y;
    return str_cmp(a->id, b->id);
}

static struct called *names_by_id(arena *a, const scm_summary *s)
{
    struct called *sorted = arena_array(a, s->ncounts, sizeof *sorted);
    for (size_t i = 0; i < s->ncounts; i++)
        sorted[i] = (struct called){s->counts[i].id, count_name(s, &s->counts[i])};
    qsort(sorted, s->ncounts, sizeof *sorted, by_id);
    return sorted;
}

/* The names that set a paragraph apart, as people call them. */
static str gist_names(
    arena *a, const scm_summary *s, const struct called *sorted, const scm_gist *g)
{
    buf names = {.arena = a};
    for (size_t i = 0; i < g->nnames; i++) {
        const struct called wanted = {.id = g->names[i]};
        const struct called *found =
            bsearch(&wanted, sorted, s->ncounts, sizeof *sorted, by_id);
        if (found && found->name.len <= LONG_NAME) list_add(&names, ", ", found->name);
    }
    return buf_str(&names);
}

void summary_paragraphs(builder *b, const scm_summary *s)
{
    const struct called *sorted = names_by_id(b->arena, s);
    static const char *const HEADS[] = {"no.", "about", "with"};
    rows r = rows_new(b->arena, NULL, "pww");
    r.table.heads = HEADS;
    for (size_t i = 0; i < s->ngists; i++) {
        const scm_gist *g = &s->gists[i];
        buf topics = {.arena = b->arena};
        for (size_t k = 0; k < 2; k++)
            if (g->topics[k].len) list_add(&topics, "; ", g->topics[k]);
        rows_add(&r, g->label);
        rows_add(&r, buf_str(&topics));
        rows_add(&r, gist_names(b->arena, s, sorted, g));
    }
    builder_table(b, S("Paragraphs"), &r);
}

static bool has_acronym(const scm_summary *s, const scm_count *c)
{
    return str_eq(count_name(s, c), c->id);
}

/* Worth a row of its own: what has an acronym or is named twice. */
static bool stands_out(const scm_summary *s, const scm_count *c)
{
    return c->type == SCM_MECHANISM && (c->once > 1 || has_acronym(s, c));
}

/* As the text has it, unless that is in syllables, with the listed name beside where that is
 * another one. */
static str text_name(arena *a, const scm_count *c)
{
    if (has_syllables(c->surface)) return c->name;
    bool short_ = str_eq(c->surface, c->id) || c->surface.len < c->name.len / 2;
    if (short_ || str_find_nocase(c->surface, c->name) < c->surface.len) return c->name;
    if (str_find_nocase(c->name, c->surface) < c->name.len) return c->name;
    return str_printf(a, "%.*s (listed as %.*s)", SCM_STR(c->surface), SCM_STR(c->name));
}

static size_t most_mentions(const scm_summary *s)
{
    size_t most = 1;
    for (size_t i = 0; i < s->ncounts; i++)
        if (stands_out(s, &s->counts[i]) && s->counts[i].once > most) most = s->counts[i].once;
    return most;
}

void summary_mechanisms(builder *b, const scm_summary *s)
{
    static const char *const COLUMNS[] = {"", "", "mentions", "where"};
    static const char *const HEADS[] = {"short", "name", "mentions", "where"};
    const double most = (double)most_mentions(s);
    rows r = rows_new(b->arena, COLUMNS, "lwrp");
    r.table.heads = HEADS;
    r.table.looks = "..b.";
    for (size_t i = 0; i < s->ncounts; i++) {
        const scm_count *c = &s->counts[i];
        if (!stands_out(s, c)) continue;
        rows_add(&r, has_acronym(s, c) ? c->id : (str){0});
        rows_add(&r, text_name(b->arena, c));
        rows_link(&r, site_name(b, c->id));
        rows_add_number(&r, c->once);
        rows_share(&r, (double)c->once / most);
        rows_add(&r, block_labels(b->arena, s->annotations->document, c->blocks, c->nblocks));
    }
    builder_table(b, S("Main mechanisms"), &r);
}

/* "MDT 2, Armistice Agreement 5, …": the first `most`. */
static str names_of(arena *a, const scm_summary *s, enum scm_type type, size_t most)
{
    buf b = {.arena = a};
    size_t n = 0;
    for (size_t i = 0; i < s->ncounts; i++) {
        const scm_count *c = &s->counts[i];
        if (c->type != type || stands_out(s, c) || n++ >= most) continue;
        list_add(&b, ", ", count_name(s, c));
        buf_printf(&b, NBSP "%zu", c->once);
    }
    if (n > most) buf_printf(&b, " and %zu more", n - most);
    return buf_str(&b);
}

void summary_other_names(builder *b, const scm_summary *s)
{
    static const struct {
        enum scm_type type;
        size_t most;
    } LISTS[] = {{SCM_OFFICIAL, 12}, {SCM_MECHANISM, 12}, {SCM_AGREEMENT, 12},
        {SCM_EXERCISE, 12}, {SCM_ORG, 12}, {SCM_CAPABILITY, 12}, {SCM_STATE, 12},
        {SCM_PLACE, 12}, {SCM_TERM, 8}};
    rows r = rows_new(b->arena, NULL, "lw");
    for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++) {
        str names = names_of(b->arena, s, LISTS[i].type, LISTS[i].most);
        if (names.len == 0) continue;
        rows_add(&r, str_of(scm_type_describe(LISTS[i].type).heading));
        rows_add(&r, names);
    }
    builder_facts(b, S("Other names"), &r);
}
