/* Tests of the comparison: blocks, sentences, words, counts and statements. */
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
#include "analyse/words.h"

/* What a test holds: the authority and all that was made of it. */
struct fixture {
    arena *arena;
    scm_authority *authority;
    scm_annotations *annotations[8];
    scm_summary *summaries[8];
    scm_comparison *comparisons[8];
    size_t nsummaries, ncomparisons;
};

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    *state = f;
    f->arena = arena_new();
    return scm_authority_load(&f->authority, NULL, NULL);
}

static void forget(struct fixture *f)
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

static int teardown(void **state)
{
    struct fixture *f = *state;
    forget(f);
    arena_free(f->arena);
    scm_authority_free(f->authority);
    free(f);
    return 0;
}

/* A document with these paragraphs, numbered from 1. */
static scm_document *make_document(arena *a, const char *const *paragraphs, size_t count)
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

static scm_summary *summarize(struct fixture *f, const char *const *paragraphs, size_t count)
{
    scm_error error;
    scm_document *d = make_document(f->arena, paragraphs, count);
    assert_true(f->nsummaries < 8);
    assert_int_equal(
        scm_annotate(&f->annotations[f->nsummaries], d, f->authority, NULL, &error), 0);
    scm_summary *s = scm_summarize(f->annotations[f->nsummaries]);
    f->summaries[f->nsummaries++] = s;
    return s;
}

#define SUMMARY(f, ...)                                                                        \
    summarize((f), (const char *const[]){__VA_ARGS__},                                         \
        sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static const scm_comparison *compare(
    struct fixture *f, const scm_summary *a, const scm_summary *b, const scm_compare_options *o)
{
    scm_comparison *c;
    assert_true(f->ncomparisons < 8);
    assert_int_equal(scm_compare(&c, a, b, o, NULL), 0);
    return f->comparisons[f->ncomparisons++] = c;
}

/* The pair of the blocks counted from 1, 0 for none; NULL where there is none. */
static const scm_pair *pair_of(const scm_comparison *c, uint32_t o, uint32_t n)
{
    for (size_t i = 0; i < c->npairs; i++)
        if (c->pairs[i].old_block == o - 1 && c->pairs[i].new_block == n - 1)
            return &c->pairs[i];
    return NULL;
}

static void assert_pair(
    const scm_comparison *c, uint32_t o, uint32_t n, enum scm_status_of_change status)
{
    const scm_pair *p = pair_of(c, o, n);
    if (!p || p->status != status)
        print_error("pair %u %u: %s, expected %s\n", o, n,
            p ? scm_status_name(p->status) : "missing", scm_status_name(status));
    assert_true(p && p->status == status);
}

#define HARBOUR                                                                                \
    "The Secretary and the Minister reviewed the dredging of the harbour at Lindmoor. "        \
    "Both sides noted that the new piers will berth four tenders by spring."
#define FERRY                                                                                  \
    "The two sides pledged to keep the ferry line running through the winter months. "         \
    "They agreed to share the cost of the second icebreaker."
#define BEACON                                                                                 \
    "The Minister expressed appreciation for the restored beacon on Gannet Rock. "             \
    "The Secretary noted that its lamp can be seen for twenty miles."
#define CHARTS                                                                                 \
    "The two leaders decided to publish joint charts of the northern sandbanks. "              \
    "A working party of surveyors shall finish the soundings within two seasons."
#define WEATHER                                                                                \
    "Both sides acknowledged the value of common weather reports for small craft. "            \
    "They committed to exchange barometer readings every six hours."

static void test_identity(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, HARBOUR, FERRY, BEACON),
                *b = SUMMARY(f, HARBOUR, FERRY, BEACON);
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_true(c->identical);
    assert_int_equal(c->npairs, 3);
    for (size_t i = 0; i < c->npairs; i++) {
        assert_int_equal(c->pairs[i].status, SCM_SAME);
        assert_true(c->pairs[i].similarity == 1);
        for (size_t k = 0; k < c->pairs[i].nbeads; k++) {
            assert_int_equal(c->pairs[i].beads[k].nruns, 1);
            assert_int_equal(c->pairs[i].beads[k].runs[0].kind, SCM_RUN_SAME);
        }
    }
    for (size_t i = 0; i < c->ndeltas; i++) assert_int_equal(c->deltas[i].status, SCM_KEPT);
    assert_true(c->nstatements > 0);
    for (size_t i = 0; i < c->nstatements; i++)
        assert_int_equal(c->statements[i].status, SCM_KEPT);
}

static void test_empty_sides(void **state)
{
    struct fixture *f = *state;
    scm_summary *none = summarize(f, NULL, 0), *one = SUMMARY(f, FERRY);
    assert_true(compare(f, none, none, NULL)->identical);
    const scm_comparison *c = compare(f, none, one, NULL);
    assert_false(c->identical);
    assert_int_equal(c->npairs, 1);
    assert_pair(c, 0, 1, SCM_NEW);
    assert_pair(compare(f, one, none, NULL), 1, 0, SCM_DROPPED);
}

/* One new paragraph early shifts no later pair. */
static void test_insertion(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, HARBOUR, FERRY, BEACON, CHARTS);
    scm_summary *b = SUMMARY(f, HARBOUR, WEATHER, FERRY, BEACON, CHARTS);
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_int_equal(c->npairs, 5);
    assert_pair(c, 1, 1, SCM_SAME);
    assert_pair(c, 0, 2, SCM_NEW);
    for (uint32_t i = 2; i <= 4; i++) assert_pair(c, i, i + 1, SCM_SAME);
}

static void test_dropped_stands_after_its_neighbour(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, HARBOUR, FERRY, BEACON, CHARTS);
    scm_summary *b = SUMMARY(f, FERRY, CHARTS);
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_int_equal(c->npairs, 4);
    assert_true(&c->pairs[0] == pair_of(c, 1, 0));
    assert_true(&c->pairs[1] == pair_of(c, 2, 1));
    assert_true(&c->pairs[2] == pair_of(c, 3, 0));
    assert_true(&c->pairs[3] == pair_of(c, 4, 2));
}

/* What moved is the one that moved, its neighbours stay; also when edited. */
static void test_move(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, HARBOUR, FERRY, BEACON, CHARTS, WEATHER);
    scm_summary *b = SUMMARY(f,
        "The two leaders decided to publish joint charts of the northern sandbanks and reefs. "
        "A working party of surveyors shall finish the soundings within three seasons.",
        HARBOUR, FERRY, BEACON, WEATHER);
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_int_equal(c->npairs, 5);
    assert_pair(c, 4, 1, SCM_MOVED);
    assert_true(pair_of(c, 4, 1)->similarity < 1);
    for (uint32_t i = 1; i <= 3; i++) assert_pair(c, i, i + 1, SCM_SAME);
    assert_pair(c, 5, 5, SCM_SAME);
}

/* Nothing is the same, everything is similar. */
static void test_rewording(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, HARBOUR, FERRY, BEACON, CHARTS);
    scm_summary *b = SUMMARY(f,
        "The Minister and the Secretary looked at how the Lindmoor harbour is being dredged. "
        "Four tenders can berth at the piers from next spring on, both sides noted.",
        "Both sides promised that the ferry will run all winter. "
        "The cost of another icebreaker is to be shared.",
        "The beacon of Gannet Rock has been restored, for which the Minister gave thanks. "
        "The lamp reaches twenty miles.",
        "Joint charts showing the sandbanks in the north are to be published. "
        "The surveyors will complete their soundings in two seasons.");
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_int_equal(c->npairs, 4);
    for (uint32_t i = 1; i <= 4; i++) assert_pair(c, i, i, SCM_EDITED);
}

static void test_split_and_merge(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, HARBOUR " " FERRY, BEACON, CHARTS);
    scm_summary *b = SUMMARY(f, HARBOUR, FERRY, BEACON, CHARTS);
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_pair(c, 1, 1, SCM_SPLIT);
    assert_pair(c, 1, 2, SCM_SPLIT);
    assert_pair(c, 2, 3, SCM_SAME);
    c = compare(f, b, a, NULL);
    assert_pair(c, 1, 1, SCM_MERGED);
    assert_pair(c, 2, 1, SCM_MERGED);
    assert_pair(c, 3, 2, SCM_SAME);
}

/* Repeated paragraphs pair off in order, beside their neighbours. */
static void test_repeated_paragraphs(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, FERRY, HARBOUR, FERRY, BEACON);
    scm_summary *b = SUMMARY(f, HARBOUR, FERRY, BEACON);
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_int_equal(c->npairs, 4);
    assert_pair(c, 1, 0, SCM_DROPPED);
    assert_pair(c, 2, 1, SCM_SAME);
    assert_pair(c, 3, 2, SCM_SAME);
    assert_pair(c, 4, 3, SCM_SAME);
}

static enum scm_status_of_change mirror(enum scm_status_of_change s)
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

static const scm_bead *bead_of(const scm_pair *p, uint32_t o, uint32_t n)
{
    for (size_t i = 0; i < p->nbeads; i++)
        if (p->beads[i].old_sentence == o && p->beads[i].new_sentence == n) return &p->beads[i];
    return NULL;
}

static void assert_mirror_beads(const scm_pair *p, const scm_pair *q)
{
    assert_int_equal(p->nbeads, q->nbeads);
    for (size_t i = 0; i < p->nbeads; i++) {
        const scm_bead *b = &p->beads[i], *m = bead_of(q, b->new_sentence, b->old_sentence);
        assert_non_null(m);
        assert_true(m->similarity == b->similarity);
        assert_int_equal(m->nruns, b->nruns);
    }
}

static void assert_mirror(const scm_comparison *c, const scm_comparison *d)
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

static void test_symmetry(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, HARBOUR " " FERRY, FERRY, CHARTS, CHARTS, BEACON, WEATHER);
    scm_summary *b = SUMMARY(f, WEATHER,
        "The ferry line runs through the winter months, and an icebreaker is bought.", CHARTS,
        HARBOUR, FERRY, CHARTS, CHARTS);
    assert_mirror(compare(f, a, b, NULL), compare(f, b, a, NULL));
}

/* Paragraphs that differ in a number alone tie; the place decides, both ways. */
static void test_symmetry_of_ties(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, "Pier 11 opened in May.", "Pier 12 opened in May.",
        "Pier 13 opened in May.", "Pier 14 opened in May.");
    scm_summary *b = SUMMARY(f, "Pier 21 opened in May.", "Pier 22 opened in May.",
        "Pier 23 opened in May.", "Pier 24 opened in May.");
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_mirror(c, compare(f, b, a, NULL));
    for (uint32_t i = 1; i <= 4; i++) assert_non_null(pair_of(c, i, i));
}

static void test_ignored_differences(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, "The \"Open Pier\" plan of the Board isn't new.");
    scm_summary *b = SUMMARY(f, "The “open pier” plan of the board isn’t new.");
    scm_compare_options quotes = {.ignore_quotes = true};
    scm_compare_options both = {.ignore_case = true, .ignore_quotes = true};
    assert_pair(compare(f, a, b, NULL), 1, 1, SCM_EDITED);
    assert_pair(compare(f, a, b, &quotes), 1, 1, SCM_EDITED);
    assert_pair(compare(f, a, b, &both), 1, 1, SCM_SAME);
}

static const scm_delta *delta_of(const scm_comparison *c, const char *id)
{
    for (size_t i = 0; i < c->ndeltas; i++)
        if (str_eq(c->deltas[i].id, str_of(id))) return &c->deltas[i];
    return NULL;
}

static void test_counts(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, "The SCM and the KIDD met; the SCM will meet again.",
        "The Secretary spoke of THAAD on 4 May 2020.");
    scm_summary *b = SUMMARY(f, "The SCM met.", "The NCG met after the KIDD.");
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_int_equal(delta_of(c, "SCM")->status, SCM_FEWER);
    assert_int_equal(delta_of(c, "SCM")->old_mentions, 2);
    assert_int_equal(delta_of(c, "SCM")->nold_blocks, 1);
    assert_int_equal(delta_of(c, "KIDD")->status, SCM_KEPT);
    assert_int_equal(delta_of(c, "KIDD")->new_blocks[0], 1);
    assert_int_equal(delta_of(c, "NCG")->status, SCM_NEW);
    assert_int_equal(delta_of(c, "THAAD")->status, SCM_DROPPED);
    assert_null(delta_of(c, "date"));
    assert_null(delta_of(c, "us-secdef"));
}

static size_t count_status(const scm_comparison *c, enum scm_status_of_change status)
{
    size_t n = 0;
    for (size_t i = 0; i < c->nstatements; i++) n += c->statements[i].status == status;
    return n;
}

static void test_statements(void **state)
{
    struct fixture *f = *state;
    scm_summary *a =
        SUMMARY(f, "The Minister noted the repair of the long breakwater at Lindmoor.",
            "The Secretary pledged to fund the harbour school for pilots.");
    scm_summary *b =
        SUMMARY(f, "The Minister pledged the repair of the long breakwater at Lindmoor.",
            "The Secretary noted the need to fund the harbour school for pilots.");
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_int_equal(count_status(c, SCM_STRONGER), 1);
    assert_int_equal(count_status(c, SCM_WEAKER), 1);
    assert_int_equal(c->statements[0].status, SCM_STRONGER);
}

/* Small repeatable random numbers (xorshift). */
static uint32_t roll(uint32_t *seed, uint32_t below)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 17;
    *seed ^= *seed << 5;
    return *seed % below;
}

static const char *const WORDS[] = {"the", "of", "and", "to", "a", "in", "pier", "lamp", "tide",
    "crew", "rope", "chart", "gale", "buoy", "quay", "sail", "mast", "deck", "oar", "reef",
    "bay", "fog", "horn", "cargo", "pilot", "anchor", "U.S.-ROK", "don’t", "well-lit", "No.",
    "7"};

enum { WORD_COUNT = sizeof WORDS / sizeof *WORDS, MOST_WORDS = 60 };

struct sentence {
    const char *words[MOST_WORDS];
    size_t len;
};

static struct sentence random_sentence(uint32_t *seed)
{
    struct sentence s = {.len = 4 + roll(seed, 30)};
    for (size_t i = 0; i < s.len; i++) s.words[i] = WORDS[roll(seed, WORD_COUNT)];
    return s;
}

/* Deletes, replaces, adds or moves a few words. */
static void edit_sentence(struct sentence *s, uint32_t *seed)
{
    for (uint32_t edits = roll(seed, 8); edits > 0 && s->len > 2 && s->len < MOST_WORDS - 1;
         edits--) {
        size_t at = roll(seed, (uint32_t)s->len), tail = s->len - at;
        const char *word = WORDS[roll(seed, WORD_COUNT)];
        switch (roll(seed, 3)) {
        case 0:
            memmove(s->words + at, s->words + at + 1, (tail - 1) * sizeof *s->words);
            s->len--;
            break;
        case 1:
            memmove(s->words + at + 1, s->words + at, tail * sizeof *s->words);
            s->words[at] = word;
            s->len++;
            break;
        default: s->words[at] = word; break;
        }
    }
}

static void write_sentence(buf *out, const struct sentence *s, uint32_t *seed)
{
    for (size_t i = 0; i < s->len; i++) {
        if (i) buf_add(out, roll(seed, 12) ? S(" ") : S(", "));
        buf_add(out, str_of(s->words[i]));
    }
    buf_char(out, '.');
}

static void append_runs(buf *was, buf *is, const scm_bead *b)
{
    for (size_t r = 0; r < b->nruns; r++) {
        assert_true(b->runs[r].text.len > 0);
        if (b->runs[r].kind != SCM_RUN_NEW) buf_add(was, b->runs[r].text);
        if (b->runs[r].kind != SCM_RUN_OLD) buf_add(is, b->runs[r].text);
    }
}

/* Applying the runs gives both sentences. */
static void assert_patch(arena *a, const scm_comparison *c, const scm_bead *b)
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

static size_t split_words(str text, str *words, size_t most)
{
    size_t n = 0;
    for (str rest = text, word; n < most && str_cut(&rest, ' ', &word);)
        if (word.len) words[n++] = word;
    return n;
}

static bool share_five_words(str x, str y)
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

static void assert_no_phrase_inside(const scm_bead *b)
{
    for (size_t r = 0; r + 1 < b->nruns; r++)
        if (b->runs[r].kind == SCM_RUN_OLD && b->runs[r + 1].kind == SCM_RUN_NEW)
            assert_false(share_five_words(b->runs[r].text, b->runs[r + 1].text));
}

/* Every sentence of both sides stands in exactly one bead. */
static void assert_complete(struct fixture *f, const scm_comparison *c)
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

enum { PARAGRAPHS = 5, SENTENCES = 3 };

static void random_documents(struct fixture *f, uint32_t seed)
{
    const char *old_paragraphs[PARAGRAPHS], *new_paragraphs[PARAGRAPHS];
    const size_t shift = seed % 2;
    for (size_t p = 0; p < PARAGRAPHS; p++) {
        buf was = {.arena = f->arena}, is = {.arena = f->arena};
        for (size_t i = 0; i < SENTENCES; i++) {
            struct sentence s = random_sentence(&seed);
            write_sentence(&was, &s, &seed);
            edit_sentence(&s, &seed);
            write_sentence(&is, &s, &seed);
            buf_char(&was, i + 1 < SENTENCES ? ' ' : '\0');
            buf_char(&is, i + 1 < SENTENCES ? ' ' : '\0');
        }
        old_paragraphs[p] = was.at;
        new_paragraphs[(p + shift) % PARAGRAPHS] = is.at;
    }
    scm_summary *a = summarize(f, old_paragraphs, PARAGRAPHS);
    scm_summary *b = summarize(f, new_paragraphs, PARAGRAPHS);
    const scm_comparison *c = compare(f, a, b, NULL), *d = compare(f, b, a, NULL);
    assert_complete(f, c);
    assert_complete(f, d);
    assert_mirror(c, d);
}

static void test_random_edits(void **state)
{
    for (uint32_t seed = 1; seed <= 200; seed++) {
        random_documents(*state, seed * 2654435761U);
        forget(*state);
    }
}

/* The length of a longest common subsequence, by the textbook's table. */
static size_t table_length(tokens a, tokens b)
{
    static size_t table[MOST_WORDS * 3][MOST_WORDS * 3];
    for (size_t i = a.len + 1; i-- > 0;)
        for (size_t j = b.len + 1; j-- > 0;) {
            if (i == a.len || j == b.len)
                table[i][j] = 0;
            else if (str_eq(a.at[i].key, b.at[j].key))
                table[i][j] = table[i + 1][j + 1] + 1;
            else
                table[i][j] =
                    table[i + 1][j] > table[i][j + 1] ? table[i + 1][j] : table[i][j + 1];
        }
    return table[0][0];
}

static void test_shortest_script(void **state)
{
    struct fixture *f = *state;
    for (uint32_t seed = 1; seed <= 500; seed++) {
        uint32_t s = seed * 40503U;
        buf x = {.arena = f->arena}, y = {.arena = f->arena};
        struct sentence p = random_sentence(&s), q = random_sentence(&s);
        if (seed % 2) q = p;
        edit_sentence(&q, &s);
        write_sentence(&x, &p, &s);
        write_sentence(&y, &q, &s);
        tokens a = tokenize(f->arena, buf_str(&x), NULL),
               b = tokenize(f->arena, buf_str(&y), NULL);
        const size_t *pairs = words_pair(f->arena, a, b);
        size_t matched = 0, last = 0;
        for (size_t i = 0; i < a.len; i++) {
            if (pairs[i] == UNPAIRED) continue;
            assert_true(str_eq(a.at[i].key, b.at[pairs[i]].key));
            assert_true(matched == 0 || pairs[i] > last);
            last = pairs[i];
            matched++;
        }
        assert_int_equal(matched, table_length(a, b));
    }
    forget(f);
}

static const char *script(struct fixture *f, const char *was, const char *is)
{
    buf out = {.arena = f->arena};
    const scm_comparison *c = compare(f, SUMMARY(f, was), SUMMARY(f, is), NULL);
    for (size_t i = 0; i < c->npairs; i++)
        for (size_t k = 0; k < c->pairs[i].nbeads; k++)
            for (size_t r = 0; r < c->pairs[i].beads[k].nruns; r++) {
                scm_run run = c->pairs[i].beads[k].runs[r];
                const char *const marks[] = {"%.*s", "[-%.*s-]", "{+%.*s+}"};
                str text = run.text;
                char piece[400];
                snprintf(piece, sizeof piece, marks[run.kind], (int)text.len, text.at);
                buf_add(&out, str_of(piece));
            }
    return str_z(f->arena, buf_str(&out));
}

/* What a reader sees: phrases, with no pepper of chance words. */
static void test_redline(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(script(f, "The crew painted the old lighthouse.",
                            "The crew painted the new lighthouse."),
        "The crew painted the [-old-]{+new+} lighthouse.");
    assert_string_equal(script(f, "The crew painted the lighthouse.",
                            "The crew has painted the lighthouse, the pier."),
        "The crew {+has +}painted the lighthouse{+, the pier+}.");
    assert_string_equal(
        script(f, "The crew sent letters to the owners of the yellow trawler in May.",
            "The crew found barrels to replace those of the stolen trawler in May."),
        "The crew [-sent letters to the owners of the yellow-]"
        "{+found barrels to replace those of the stolen+} trawler in May.");
    forget(f);
    assert_string_equal(
        script(f, "Boats of U.S.-led crews left the well-lit quay’s north side.",
            "Boats of ROK-led crews left the well-lit quay’s south side."),
        "Boats of [-U.S.-led-]{+ROK-led+} crews left the well-lit quay’s [-north-]{+south+} "
        "side.");
}

static void test_limit(void **state)
{
    struct fixture *f = *state;
    enum { MANY = 20001 };
    scm_error error;
    scm_comparison *c;
    const char **paragraphs = arena_array(f->arena, MANY, sizeof *paragraphs);
    for (size_t i = 0; i < MANY; i++) paragraphs[i] = "Fog.";
    scm_summary *s = summarize(f, paragraphs, MANY);
    assert_int_equal(scm_compare(&c, s, s, NULL, &error), SCM_E_LIMIT);
    assert_non_null(strstr(error.message, "20000"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_identity, setup, teardown),
        cmocka_unit_test_setup_teardown(test_empty_sides, setup, teardown),
        cmocka_unit_test_setup_teardown(test_insertion, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_dropped_stands_after_its_neighbour, setup, teardown),
        cmocka_unit_test_setup_teardown(test_move, setup, teardown),
        cmocka_unit_test_setup_teardown(test_rewording, setup, teardown),
        cmocka_unit_test_setup_teardown(test_split_and_merge, setup, teardown),
        cmocka_unit_test_setup_teardown(test_repeated_paragraphs, setup, teardown),
        cmocka_unit_test_setup_teardown(test_symmetry, setup, teardown),
        cmocka_unit_test_setup_teardown(test_symmetry_of_ties, setup, teardown),
        cmocka_unit_test_setup_teardown(test_ignored_differences, setup, teardown),
        cmocka_unit_test_setup_teardown(test_counts, setup, teardown),
        cmocka_unit_test_setup_teardown(test_statements, setup, teardown),
        cmocka_unit_test_setup_teardown(test_random_edits, setup, teardown),
        cmocka_unit_test_setup_teardown(test_shortest_script, setup, teardown),
        cmocka_unit_test_setup_teardown(test_redline, setup, teardown),
        cmocka_unit_test_setup_teardown(test_limit, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
