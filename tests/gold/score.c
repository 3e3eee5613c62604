/* Scores paragraphs, mentions and statements of a text against its gold.
 *
 * usage: score [-v] STEM FOUND LINKED [STATED]
 *
 * Reads STEM.txt and, where they are there, STEM.paras.tsv, STEM.tags.tsv and
 * STEM.statements.tsv.  "found" is the F1 of
 * mentions of one paragraph and type whose spans share at least a third of the
 * longer one, "linked" the F1 where the id is the same too and, for a DATE, the
 * value, "stated" the F1 of statements of one verb and actor at one place.  Status 1 where one
 * of them is below its floor or a paragraph is not the gold's, 2 for trouble.  -v names every
 * miss (-), every mention too many
 * (+), every wrong link (~) and every paragraph that differs (!). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <scm/annotations.h>
#include "base/input.h"

/* A mention of the gold or of the tool; offsets are code points. */
struct span {
    str para, type, id, value, surface;
    size_t start, end;
    bool paired;
};
typedef VEC(struct span) spans;

struct score {
    arena *arena;
    scm_document *document;
    scm_annotations *marks;
    spans gold, got;
    size_t found, linked;
    struct {
        size_t gold, got, right;
    } stated;
    bool verbose;
};

static str block_text(const struct score *s, str label)
{
    for (size_t i = 0; i < s->document->nblocks; i++)
        if (str_eq(s->document->blocks[i].label, label)) return s->document->blocks[i].text;
    return (str){NULL, 0};
}

/* The rows of STEM.SUFFIX below its header; none where there is no such file. */
static int read_rows(str *rows, arena *a, const char *stem, const char *suffix)
{
    scm_error error;
    str head;
    *rows = (str){NULL, 0};
    FILE *there = fopen(str_printf(a, "%s%s", stem, suffix).at, "r");
    if (!there) return SCM_OK;
    fclose(there);
    int status = input_read(rows, a, str_printf(a, "%s%s", stem, suffix).at, &error);
    if (status) fprintf(stderr, "score: %s\n", error.message);
    return status ? status : str_cut(rows, '\n', &head) ? SCM_OK : SCM_E_INPUT;
}

static str field(str *row)
{
    str part = {NULL, 0};
    str_cut(row, '\t', &part);
    return part;
}

/* Where the nth `surface` begins in `text`, or text.len. */
static size_t nth_place(str text, str surface, int nth)
{
    size_t at = 0;
    for (int i = 0; i < nth && at < text.len; i++) {
        at += i > 0;
        at += str_find(str_sub(text, at, text.len), surface);
    }
    return at;
}

static void place(struct span *g, str text, size_t start, size_t end)
{
    g->start = scm_str_codepoints(str_sub(text, 0, start));
    g->end = scm_str_codepoints(str_sub(text, 0, end));
}

/* A mention whose surface is not in the text stays without extent: missed. */
static int read_gold(struct score *s, const char *stem)
{
    str rows, row;
    int status = read_rows(&rows, s->arena, stem, ".tags.tsv");
    while (status == SCM_OK && str_cut(&rows, '\n', &row)) {
        if (row.len == 0) continue;
        struct span *g = vec_add(s->arena, &s->gold);
        g->para = field(&row);
        g->type = field(&row);
        g->id = field(&row);
        g->value = field(&row);
        g->surface = field(&row);
        str text = block_text(s, g->para);
        size_t at = nth_place(text, g->surface, str_int(field(&row)));
        if (at < text.len) place(g, text, at, at + g->surface.len);
    }
    return status;
}

static bool has_roles(const struct score *s)
{
    for (size_t i = 0; i < s->gold.len; i++)
        if (str_eq(s->gold.at[i].type, S("ROLE"))) return true;
    return false;
}

static void read_got(struct score *s)
{
    bool roles = has_roles(s);
    for (size_t i = 0; i < s->marks->nmentions; i++) {
        const scm_mention *m = &s->marks->mentions[i];
        const scm_block *b = &s->document->blocks[m->block];
        if (m->type == SCM_TERM || (m->type == SCM_ROLE && !roles)) continue;
        size_t from = (size_t)(b->text.at - s->document->text.at);
        struct span *p = vec_add(s->arena, &s->got);
        p->para = b->label;
        p->type = str_of(scm_type_name(m->type));
        p->id = m->id;
        p->value = m->value.len ? m->value : S("-");
        p->surface = scm_mention_surface(s->marks, m);
        place(p, b->text, m->start - from, m->end - from);
    }
}

/* What two spans of one paragraph and type share; 0 where that is too little. */
static size_t overlap(const struct span *g, const struct span *p)
{
    size_t start = g->start > p->start ? g->start : p->start;
    size_t end = g->end < p->end ? g->end : p->end;
    size_t longer =
        g->end - g->start > p->end - p->start ? g->end - g->start : p->end - p->start;
    if (!str_eq(g->para, p->para) || !str_eq(g->type, p->type) || end <= start) return 0;
    return (end - start) * 3 >= longer ? end - start : 0;
}

static void say(const struct score *s, char sign, const struct span *x)
{
    if (s->verbose)
        printf("%c %.*s %.*s '%.*s' %.*s %.*s\n", sign, SCM_STR(x->para), SCM_STR(x->type),
            SCM_STR(x->surface), SCM_STR(x->id), SCM_STR(x->value));
}

static void take_pair(struct score *s, struct span *g, struct span *p)
{
    bool date = str_eq(g->type, S("DATE"));
    bool same = str_eq(g->id, p->id) && (!date || str_eq(g->value, p->value));
    g->paired = p->paired = true;
    s->found++;
    s->linked += same;
    if (!same) {
        say(s, '~', g);
        say(s, ' ', p);
    }
}

/* The mention that goes best with this one: that of its id, then the one that
 * shares most; NULL where none is left. */
static struct span *best_for(struct score *s, const struct span *g, bool same_id)
{
    struct span *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < s->got.len; i++) {
        struct span *p = &s->got.at[i];
        if (p->paired || (same_id && !str_eq(g->id, p->id)) || overlap(g, p) <= most) continue;
        best = p;
        most = overlap(g, p);
    }
    return best;
}

/* One to one: the pairs of one id first. */
static void pair_all(struct score *s)
{
    for (int same_id = 1; same_id >= 0; same_id--)
        for (size_t i = 0; i < s->gold.len; i++) {
            struct span *g = &s->gold.at[i], *p = g->paired ? NULL : best_for(s, g, same_id);
            if (p) take_pair(s, g, p);
        }
    for (size_t i = 0; i < s->gold.len; i++)
        if (!s->gold.at[i].paired) say(s, '-', &s->gold.at[i]);
    for (size_t i = 0; i < s->got.len; i++)
        if (!s->got.at[i].paired) say(s, '+', &s->got.at[i]);
}

/* "words TAB first four TAB last four" of a paragraph, as the gold has it. */
static str outline(arena *a, str text)
{
    VEC(str) words = {0};
    buf b = {.arena = a};
    for (str word; str_cut(&text, ' ', &word);)
        if (word.len) vec_push(a, &words, word);
    buf_printf(&b, "%zu", words.len);
    for (size_t i = 0, from = 0; i < 8; i++) {
        if (i == 4) from = words.len < 4 ? 0 : words.len - 4;
        buf_char(&b, i % 4 ? ' ' : '\t');
        if (from + i % 4 < words.len) buf_add(&b, words.at[from + i % 4]);
    }
    return buf_str(&b);
}

/* How many paragraphs of the gold the document has; *all of the gold. */
static int count_paragraphs(const struct score *s, const char *stem, size_t *right, size_t *all)
{
    str rows, row;
    int status = read_rows(&rows, s->arena, stem, ".paras.tsv");
    *right = *all = 0;
    while (status == SCM_OK && str_cut(&rows, '\n', &row)) {
        if (row.len == 0) continue;
        str label = field(&row);
        bool same = str_eq(outline(s->arena, block_text(s, label)), row);
        ++*all;
        *right += same;
        if (!same && s->verbose) printf("! %.*s\n", SCM_STR(label));
    }
    return status;
}

static double f1(size_t hits, size_t gold, size_t got)
{
    return gold + got ? 2.0 * (double)hits / (double)(gold + got) : 0;
}

/* Is a type found less often than it should be, where the gold has some of it? */
static bool lacks_a_type(const struct score *s, const char *stem)
{
    enum { ENOUGH = 5, PERCENT = 85 };
    bool low = false;
    for (int t = 0; t < SCM_NTYPES; t++) {
        size_t gold = 0, found = 0;
        for (size_t i = 0; i < s->gold.len; i++) {
            if (!str_eq(s->gold.at[i].type, str_of(scm_type_name((enum scm_type)t)))) continue;
            gold++;
            found += s->gold.at[i].paired;
        }
        if (gold < ENOUGH || found * 100 >= gold * PERCENT) continue;
        printf("%s: %s %zu of %zu\n", stem, scm_type_name((enum scm_type)t), found, gold);
        low = true;
    }
    return low;
}

/* Is the statement one of the tool's?  It is then taken. */
static bool is_stated(const struct score *s, bool *taken, const struct span *g, str verb)
{
    for (size_t i = 0; i < s->marks->nstatements; i++) {
        const scm_statement *p = &s->marks->statements[i];
        const scm_block *b = &s->document->blocks[s->marks->sentences[p->sentence].block];
        str actor = p->actor.len ? p->actor : S("-");
        size_t at = (size_t)(s->document->text.at + p->at - b->text.at);
        bool here = str_eq(b->label, g->para) && g->start <= at && at < g->end && !taken[i];
        if (!here || !str_eq(scm_authority_verb(s->marks->authority, p->verb).lemma, verb) ||
            !str_eq(actor, g->id))
            continue;
        return taken[i] = true;
    }
    return false;
}

static int count_statements(struct score *s, const char *stem)
{
    str rows, row;
    int status = read_rows(&rows, s->arena, stem, ".statements.tsv");
    if (status || rows.len == 0) return status;
    bool *taken = arena_array(s->arena, s->marks->nstatements, sizeof *taken);
    s->stated.got = s->marks->nstatements;
    while (str_cut(&rows, '\n', &row)) {
        if (row.len == 0) continue;
        struct span g = {.para = field(&row), .type = S("statement")};
        g.id = field(&row);
        g.value = field(&row);
        g.surface = field(&row);
        str text = block_text(s, g.para);
        g.start = nth_place(text, g.surface, str_int(field(&row)));
        g.end = g.start + (g.start < text.len ? g.surface.len : 0);
        bool right = is_stated(s, taken, &g, g.value);
        s->stated.gold++;
        s->stated.right += right;
        if (!right) say(s, '-', &g);
    }
    for (size_t i = 0; i < s->marks->nstatements; i++) {
        const scm_statement *p = &s->marks->statements[i];
        const scm_sentence *in = &s->marks->sentences[p->sentence];
        struct span x = {s->document->blocks[in->block].label, S("statement"),
            p->actor.len ? p->actor : S("-"),
            scm_authority_verb(s->marks->authority, p->verb).lemma, in->text, 0, 0, false};
        if (!taken[i]) say(s, '+', &x);
    }
    return SCM_OK;
}

/* 0 at or above the floors, 1 below, 2 trouble. */
static int report(struct score *s, const char *stem, const double floors[3])
{
    size_t right, all;
    if (read_gold(s, stem) || count_paragraphs(s, stem, &right, &all) ||
        count_statements(s, stem))
        return 2;
    if (s->gold.len) read_got(s);
    pair_all(s);
    double found = f1(s->found, s->gold.len, s->got.len);
    double linked = f1(s->linked, s->gold.len, s->got.len);
    double stated = f1(s->stated.right, s->stated.gold, s->stated.got);
    bool low =
        found < floors[0] || linked < floors[1] || stated < floors[2] || lacks_a_type(s, stem);
    bool torn = right < all || (all && all < s->document->nblocks);
    printf("%s: paragraphs %zu/%zu (%zu in the text)  mentions %zu  found F1 %.3f  linked F1 "
           "%.3f  statements %zu  F1 %.3f%s\n",
        stem, right, all, s->document->nblocks, s->gold.len, found, linked, s->stated.gold,
        stated, low ? "  below the floor" : "");
    return low || torn;
}

static int load(struct score *s, scm_authority **authority, const char *stem)
{
    scm_error error;
    str path = str_printf(s->arena, "%s.txt", stem);
    if (scm_authority_load(authority, NULL, &error) == SCM_OK &&
        scm_document_load(&s->document, path.at, NULL, &error) == SCM_OK &&
        scm_annotate(&s->marks, s->document, *authority, NULL, &error) == SCM_OK)
        return 0;
    fprintf(stderr, "score: %s\n", error.message);
    return 2;
}

int main(int argc, char **argv)
{
    bool verbose = argc > 1 && strcmp(argv[1], "-v") == 0;
    if (argc - verbose != 4 && argc - verbose != 5) {
        fprintf(stderr, "usage: score [-v] STEM FOUND LINKED [STATED]\n");
        return 2;
    }
    argv += verbose;
    struct score s = {.arena = arena_new(), .verbose = verbose};
    scm_authority *authority = NULL;
    int status = load(&s, &authority, argv[1]);
    const double floors[3] = {atof(argv[2]), atof(argv[3]), argv[4] ? atof(argv[4]) : 0};
    if (status == 0) status = report(&s, argv[1], floors);
    scm_annotations_free(s.marks);
    scm_document_free(s.document);
    scm_authority_free(authority);
    arena_free(s.arena);
    return status;
}
