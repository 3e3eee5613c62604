/* What the tests of comparison share: documents made of given paragraphs, all
 * that is made of them, and what must hold of any comparison: it is complete,
 * it patches, it is the mirror image of the other way round. */
#ifndef UNIT_COMPARED_H
#define UNIT_COMPARED_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#undef fail /* cmocka's; ours is a function */

#include <scm/comparison.h>
#include "base/str.h"

/* What a test holds: the authority and all that was made of it. */
enum { MOST_SUMMARIES = 64 };
struct fixture {
    arena *arena;
    scm_authority *authority;
    scm_annotations *annotations[MOST_SUMMARIES];
    scm_summary *summaries[MOST_SUMMARIES];
    scm_comparison *comparisons[MOST_SUMMARIES];
    size_t nsummaries, ncomparisons;
};

static inline int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    *state = f;
    f->arena = arena_new();
    return scm_authority_load(&f->authority, NULL, NULL);
}

static inline void forget(struct fixture *f)
{
    for (size_t i = 0; i < f->ncomparisons; i++) scm_comparison_free(f->comparisons[i]);
    for (size_t i = 0; i < f->nsummaries; i++) {
        scm_summary_free(f->summaries[i]);
        scm_annotations_free(f->annotations[i]);
    }
    f->ncomparisons = f->nsummaries = 0;
    arena_free(f->arena);
    f->arena = arena_new();
}

static inline int teardown(void **state)
{
    struct fixture *f = *state;
    forget(f);
    arena_free(f->arena);
    scm_authority_free(f->authority);
    free(f);
    return 0;
}

/* A document with these paragraphs, numbered from 1. */
static inline scm_document *make_document(arena *a, const char *const *paragraphs, size_t count)
{
    scm_document *d = arena_alloc(a, sizeof *d);
    scm_block *blocks = arena_array(a, count, sizeof *blocks);
    buf text = {.arena = a};
    buf_add(&text, (str){"", 0});
    for (size_t i = 0; i < count; i++) {
        buf_add(&text, str_of(paragraphs[i]));
        buf_char(&text, '\n');
    }
    d->id = S("invented");
    d->text = buf_str(&text);
    for (size_t i = 0, at = 0; i < count; i++) {
        size_t len = strlen(paragraphs[i]);
        blocks[i].label = str_printf(a, "%zu", i + 1);
        blocks[i].text = str_sub(d->text, at, at + len);
        at += len + 1;
    }
    d->blocks = blocks;
    d->nblocks = count;
    d->kind = SCM_KIND_COMMUNIQUE;
    return d;
}

static inline scm_summary *summarize(
    struct fixture *f, const char *const *paragraphs, size_t count)
{
    scm_error error;
    scm_document *d = make_document(f->arena, paragraphs, count);
    assert_true(f->nsummaries < MOST_SUMMARIES);
    assert_int_equal(
        scm_annotate(&f->annotations[f->nsummaries], d, f->authority, NULL, &error), 0);
    scm_summary *s = scm_summarize(f->annotations[f->nsummaries]);
    f->summaries[f->nsummaries++] = s;
    return s;
}

#define SUMMARY(f, ...)                                                                        \
    summarize((f), (const char *const[]){__VA_ARGS__},                                         \
        sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static inline const scm_comparison *compare(
    struct fixture *f, const scm_summary *a, const scm_summary *b, const scm_compare_options *o)
{
    scm_comparison *c;
    assert_true(f->ncomparisons < MOST_SUMMARIES);
    assert_int_equal(scm_compare(&c, a, b, o, NULL), 0);
    return f->comparisons[f->ncomparisons++] = c;
}

/* The pair of the blocks counted from 1, 0 for none; NULL where there is none. */
static inline const scm_pair *pair_of(const scm_comparison *c, uint32_t o, uint32_t n)
{
    for (size_t i = 0; i < c->npairs; i++)
        if (c->pairs[i].old_block == o - 1 && c->pairs[i].new_block == n - 1)
            return &c->pairs[i];
    return NULL;
}

/* Small repeatable random numbers (xorshift). */
static inline uint32_t roll(uint32_t *seed, uint32_t below)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % below;
}

static inline enum scm_status_of_change mirror(enum scm_status_of_change s)
{
    switch (s) {
    case SCM_SPLIT: return SCM_MERGED;
    case SCM_MERGED: return SCM_SPLIT;
    case SCM_NEW: return SCM_DROPPED;
    case SCM_DROPPED: return SCM_NEW;
    case SCM_MORE: return SCM_FEWER;
    case SCM_FEWER: return SCM_MORE;
    case SCM_STRONGER: return SCM_WEAKER;
    case SCM_WEAKER: return SCM_STRONGER;
    default: return s;
    }
}

static inline const scm_bead *bead_of(const scm_pair *p, uint32_t o, uint32_t n)
{
    for (size_t i = 0; i < p->nbeads; i++)
        if (p->beads[i].old_sentence == o && p->beads[i].new_sentence == n) return &p->beads[i];
    return NULL;
}

static inline enum scm_run_kind mirror_run(enum scm_run_kind kind)
{
    return kind == SCM_RUN_OLD ? SCM_RUN_NEW : kind == SCM_RUN_NEW ? SCM_RUN_OLD : kind;
}

/* What is struck out one way is put in the other; struck out comes first. */
static inline void assert_mirror_runs(const scm_bead *b, const scm_bead *m)
{
    assert_int_equal(m->nruns, b->nruns);
    for (size_t i = 0; i < b->nruns; i++) {
        size_t k = i;
        bool replaced = b->runs[i].kind == SCM_RUN_OLD && i + 1 < b->nruns &&
                        b->runs[i + 1].kind == SCM_RUN_NEW;
        if (replaced) k = i + 1;
        if (i && b->runs[i].kind == SCM_RUN_NEW && b->runs[i - 1].kind == SCM_RUN_OLD)
            k = i - 1;
        assert_int_equal(m->runs[k].kind, mirror_run(b->runs[i].kind));
        assert_true(str_eq(m->runs[k].text, b->runs[i].text));
    }
}

static inline void assert_mirror_beads(const scm_pair *p, const scm_pair *q)
{
    assert_int_equal(p->nbeads, q->nbeads);
    for (size_t i = 0; i < p->nbeads; i++) {
        const scm_bead *b = &p->beads[i], *m = bead_of(q, b->new_sentence, b->old_sentence);
        assert_non_null(m);
        assert_true(m->similarity == b->similarity);
        assert_mirror_runs(b, m);
    }
}

static inline void assert_mirror(const scm_comparison *c, const scm_comparison *d)
{
    assert_int_equal(c->npairs, d->npairs);
    for (size_t i = 0; i < c->npairs; i++) {
        const scm_pair *p = &c->pairs[i], *q = pair_of(d, p->new_block + 1, p->old_block + 1);
        assert_non_null(q);
        assert_int_equal(q->status, mirror(p->status));
        assert_true(q->similarity == p->similarity);
        assert_mirror_beads(p, q);
    }
    assert_int_equal(c->ndeltas, d->ndeltas);
    for (size_t i = 0; i < c->ndeltas; i++)
        assert_int_equal(d->deltas[i].status, mirror(c->deltas[i].status));
    assert_int_equal(c->nstatements, d->nstatements);
}

static inline void append_runs(buf *was, buf *is, const scm_bead *b)
{
    for (size_t r = 0; r < b->nruns; r++) {
        assert_true(b->runs[r].text.len > 0);
        if (b->runs[r].kind != SCM_RUN_NEW) buf_add(was, b->runs[r].text);
        if (b->runs[r].kind != SCM_RUN_OLD) buf_add(is, b->runs[r].text);
    }
}

/* Applying the runs gives both sentences. */
static inline void assert_patch(arena *a, const scm_comparison *c, const scm_bead *b)
{
    buf was = {.arena = a}, is = {.arena = a};
    str old_text = {NULL, 0}, new_text = {NULL, 0};
    append_runs(&was, &is, b);
    if (b->old_sentence != SCM_NONE)
        old_text = c->old_summary->annotations->sentences[b->old_sentence].text;
    if (b->new_sentence != SCM_NONE)
        new_text = c->new_summary->annotations->sentences[b->new_sentence].text;
    assert_true(str_eq(buf_str(&was), old_text));
    assert_true(str_eq(buf_str(&is), new_text));
}

static inline size_t split_words(str text, str *words, size_t most)
{
    size_t n = 0;
    for (str rest = text, word; n < most && str_cut(&rest, ' ', &word);)
        if (word.len) words[n++] = word;
    return n;
}

static inline bool share_five_words(str x, str y)
{
    str a[200], b[200];
    size_t n = split_words(x, a, 200), m = split_words(y, b, 200);
    for (size_t i = 0; i + 5 <= n; i++)
        for (size_t j = 0; j + 5 <= m; j++) {
            size_t same = 0;
            while (same < 5 && str_eq(a[i + same], b[j + same])) same++;
            if (same == 5) return true;
        }
    return false;
}

static inline void assert_no_phrase_inside(const scm_bead *b)
{
    for (size_t r = 0; r + 1 < b->nruns; r++)
        if (b->runs[r].kind == SCM_RUN_OLD && b->runs[r + 1].kind == SCM_RUN_NEW)
            assert_false(share_five_words(b->runs[r].text, b->runs[r + 1].text));
}

/* Every sentence of both sides stands in exactly one bead. */
static inline void assert_complete(struct fixture *f, const scm_comparison *c)
{
    const scm_annotations *o = c->old_summary->annotations, *n = c->new_summary->annotations;
    int *seen_old = arena_array(f->arena, o->nsentences, sizeof *seen_old);
    int *seen_new = arena_array(f->arena, n->nsentences, sizeof *seen_new);
    for (size_t i = 0; i < c->npairs; i++)
        for (size_t k = 0; k < c->pairs[i].nbeads; k++) {
            const scm_bead *b = &c->pairs[i].beads[k];
            if (b->old_sentence != SCM_NONE) {
                seen_old[b->old_sentence]++;
                assert_int_equal(o->sentences[b->old_sentence].block, c->pairs[i].old_block);
            }
            if (b->new_sentence != SCM_NONE) {
                seen_new[b->new_sentence]++;
                assert_int_equal(n->sentences[b->new_sentence].block, c->pairs[i].new_block);
            }
            assert_patch(f->arena, c, b);
            assert_no_phrase_inside(b);
        }
    for (size_t i = 0; i < o->nsentences; i++) assert_int_equal(seen_old[i], 1);
    for (size_t i = 0; i < n->nsentences; i++) assert_int_equal(seen_new[i], 1);
}

#endif
