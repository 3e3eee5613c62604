/* Comparison: blocks aligned, then their sentences, then words; counts, facts
 * and statements beside them.  Everything up to the words is computed with the
 * two documents in an order of its own and turned round at the end, so that
 * comparing B with A is the mirror image of comparing A with B. */
#include <scm/comparison.h>

#include <stdlib.h>
#include "analyse/compare/beads.h"
#include "analyse/compare/changes.h"
#include "analyse/compare/deltas.h"
#include "analyse/compare/order.h"
#include "analyse/compare/stems.h"
#include "analyse/compare/wording.h"
#include "analyse/summary/summary.h"
#include "analyse/compare/word_diff.h"

enum { BLOCK_LIMIT = 20000 };

struct comparer {
    arena *out, *scratch;
    const scm_compare_options *options;
    side sides[2];
    int old_side; /* which of them is the old document */
    bool across;  /* they are in two languages */
    matches matches;
    const enum scm_status_of_change *statuses; /* of the matches */
    size_t *row_of_match, *row_of_block[2];    /* the latter for blocks alone */
    row *rows;
    size_t nrows;
};

/* Which document comes first, whichever was asked for as the old one. */
static int canonical_order(const scm_document *a, const scm_document *b)
{
    int order = str_cmp(a->text, b->text);
    for (size_t i = 0; !order && i < a->nblocks && i < b->nblocks; i++)
        order = str_cmp(a->blocks[i].label, b->blocks[i].label);
    return order ? order : str_cmp(a->id, b->id);
}

static const str *block_texts(const struct comparer *c, const side *s)
{
    str *out = arena_array(c->scratch, s->nblocks, sizeof *out);
    for (size_t i = 0; i < s->nblocks; i++)
        out[i] = comparable(c->scratch, s->annotations->document->blocks[i].text, c->options);
    return out;
}

static const str *sentence_texts(const struct comparer *c, const side *s)
{
    str *out = arena_array(c->scratch, s->nsentences, sizeof *out);
    for (size_t i = 0; i < s->nsentences; i++)
        out[i] = comparable(c->scratch, s->annotations->sentences[i].text, c->options);
    return out;
}

static row make_row(const struct comparer *c, const uint32_t index[2], size_t item)
{
    return (row){index[c->old_side], index[!c->old_side], item, 0};
}

/* A row for each match and each block alone, in the order of the report. */
static void make_rows(struct comparer *c)
{
    size_t most = c->matches.len + c->sides[0].nblocks + c->sides[1].nblocks;
    bool *used[2];
    c->rows = arena_array(c->scratch, most, sizeof *c->rows);
    for (int s = 0; s < 2; s++)
        used[s] = arena_array(c->scratch, c->sides[s].nblocks, sizeof *used[s]);
    for (size_t i = 0; i < c->matches.len; i++) {
        match m = c->matches.at[i];
        used[0][m.a] = used[1][m.b] = true;
        c->rows[c->nrows++] = make_row(c, (uint32_t[]){m.a, m.b}, i);
    }
    for (int s = 0; s < 2; s++)
        for (uint32_t b = 0; b < c->sides[s].nblocks; b++) {
            uint32_t index[2] = {SCM_NONE, SCM_NONE};
            index[s] = b;
            if (!used[s][b]) c->rows[c->nrows++] = make_row(c, index, SCM_NONE);
        }
    order_rows(c->rows, c->nrows);
}

static void index_rows(struct comparer *c)
{
    int o = c->old_side;
    c->row_of_match = arena_array(c->scratch, c->matches.len, sizeof(size_t));
    for (int s = 0; s < 2; s++)
        c->row_of_block[s] = arena_array(c->scratch, c->sides[s].nblocks, sizeof(size_t));
    for (size_t i = 0; i < c->nrows; i++) {
        row r = c->rows[i];
        if (r.item != SCM_NONE)
            c->row_of_match[r.item] = i;
        else if (r.new_index == SCM_NONE)
            c->row_of_block[o][r.old_index] = i;
        else
            c->row_of_block[!o][r.new_index] = i;
    }
}

static size_t row_of_bead(const struct comparer *c, bead b)
{
    if (b.match != SCM_NONE) return c->row_of_match[b.match];
    int s = b.sentence[0] == SCM_NONE;
    return c->row_of_block[s][c->sides[s].annotations->sentences[b.sentence[s]].block];
}

static const scm_run *whole(arena *a, size_t *count, enum scm_run_kind kind, str text)
{
    scm_run *run = arena_alloc(a, sizeof *run);
    *run = (scm_run){kind, text};
    *count = 1;
    return run;
}

static const scm_run *both(arena *a, size_t *count, str was, str is)
{
    scm_run *runs = arena_array(a, 2, sizeof *runs);
    runs[0] = (scm_run){SCM_RUN_OLD, was};
    runs[1] = (scm_run){SCM_RUN_NEW, is};
    *count = 2;
    return runs;
}

/* The edit script of two sentences; words are paired in canonical order. */
static const scm_run *edit(struct comparer *c, size_t *count, const str text[2])
{
    int o = c->old_side;
    arena *scratch = arena_new();
    tokens t[2];
    for (int s = 0; s < 2; s++) t[s] = tokenize(scratch, text[s], c->options);
    const size_t *pairs = words_align(scratch, t[0], t[1]);
    if (o == 1) {
        size_t *back = arena_array(scratch, t[1].len, sizeof *back);
        for (size_t i = 0; i < t[1].len; i++) back[i] = UNPAIRED;
        for (size_t i = 0; i < t[0].len; i++)
            if (pairs[i] != UNPAIRED) back[pairs[i]] = i;
        pairs = back;
    }
    const scm_run *out = words_runs(c->out, count, text[o], text[!o], t[o], t[!o], pairs);
    arena_free(scratch);
    return out;
}

static scm_bead finish_bead(struct comparer *c, bead b)
{
    int o = c->old_side;
    scm_bead out = {b.sentence[o], b.sentence[!o], b.similarity, NULL, 0};
    str text[2] = {{NULL, 0}, {NULL, 0}};
    for (int s = 0; s < 2; s++)
        if (b.sentence[s] != SCM_NONE)
            text[s] = c->sides[s].annotations->sentences[b.sentence[s]].text;
    if (out.old_sentence == SCM_NONE)
        out.runs = whole(c->out, &out.nruns, SCM_RUN_NEW, text[!o]);
    else if (out.new_sentence == SCM_NONE)
        out.runs = whole(c->out, &out.nruns, SCM_RUN_OLD, text[o]);
    else if (str_eq(text[0], text[1]))
        out.runs = whole(c->out, &out.nruns, SCM_RUN_SAME, text[!o]);
    else if (c->across)
        out.runs = both(c->out, &out.nruns, text[o], text[!o]);
    else
        out.runs = edit(c, &out.nruns, text);
    return out;
}

/* The beads of one pair, at[0, count), in the order of the new block. */
static const scm_bead *finish_beads(struct comparer *c, const bead *at, size_t count)
{
    scm_bead *out = arena_array(c->out, count, sizeof *out);
    row *rows = arena_array(c->scratch, count, sizeof *rows);
    for (size_t i = 0; i < count; i++) rows[i] = make_row(c, at[i].sentence, i);
    order_rows(rows, count);
    for (size_t i = 0; i < count; i++) out[i] = finish_bead(c, at[rows[i].item]);
    return out;
}

static enum scm_status_of_change pair_status(const struct comparer *c, row r)
{
    if (r.old_index == SCM_NONE) return SCM_NEW;
    if (r.new_index == SCM_NONE) return SCM_DROPPED;
    enum scm_status_of_change status = c->statuses[r.item];
    if (c->old_side == 1 && status == SCM_SPLIT) return SCM_MERGED;
    if (c->old_side == 1 && status == SCM_MERGED) return SCM_SPLIT;
    return status;
}

/* Sorts the beads by row, by counting; start[i] is where those of row i begin. */
static bead *beads_by_row(struct comparer *c, beads found, size_t **starts)
{
    size_t *start = arena_array(c->scratch, c->nrows + 2, sizeof *start);
    bead *out = arena_array(c->scratch, found.len, sizeof *out);
    for (size_t i = 0; i < found.len; i++) start[row_of_bead(c, found.at[i]) + 2]++;
    for (size_t i = 0; i < c->nrows; i++) start[i + 2] += start[i + 1];
    for (size_t i = 0; i < found.len; i++)
        out[start[row_of_bead(c, found.at[i]) + 1]++] = found.at[i];
    *starts = start;
    return out;
}

/* Only what is the same has 1. */
static double similarity_of(match m)
{
    const double most = 0.999;
    return !m.same && m.similarity > most ? most : m.similarity;
}

static void finish_pairs(struct comparer *c, beads found, scm_comparison *out)
{
    size_t *start;
    const bead *sorted = beads_by_row(c, found, &start);
    scm_pair *pairs = arena_array(c->out, c->nrows, sizeof *pairs);
    for (size_t i = 0; i < c->nrows; i++) {
        row r = c->rows[i];
        pairs[i].status = pair_status(c, r);
        pairs[i].old_block = r.old_index;
        pairs[i].new_block = r.new_index;
        pairs[i].similarity = r.item == SCM_NONE ? 0 : similarity_of(c->matches.at[r.item]);
        pairs[i].nbeads = start[i + 1] - start[i];
        pairs[i].beads = finish_beads(c, sorted + start[i], pairs[i].nbeads);
    }
    out->pairs = pairs;
    out->npairs = c->nrows;
}

/* A link without one paired sentence is no link, unless the blocks as a whole are alike: as
 * where a translation cut the sentences otherwise.  Whether there was one. */
static bool drop_empty(struct comparer *c, const beads *found)
{
    static const double ALIKE = 0.25;
    bool *paired = arena_array(c->scratch, c->matches.len, sizeof *paired);
    size_t kept = 0, all = c->matches.len;
    for (size_t i = 0; i < found->len; i++) {
        const bead *b = &found->at[i];
        if (b->match != SCM_NONE && b->sentence[0] != SCM_NONE && b->sentence[1] != SCM_NONE)
            paired[b->match] = true;
    }
    for (size_t i = 0; i < all; i++)
        if (paired[i] || c->matches.at[i].same || c->matches.at[i].similarity >= ALIKE)
            c->matches.at[kept++] = c->matches.at[i];
    c->matches.len = kept;
    return kept < all;
}

static void compare_blocks(struct comparer *c, scm_comparison *out)
{
    const scm_summary *summaries[2] = {out->old_summary, out->new_summary};
    c->old_side = canonical_order(summaries[0]->annotations->document,
                      summaries[1]->annotations->document) > 0;
    if (c->old_side == 1) {
        summaries[0] = out->new_summary;
        summaries[1] = out->old_summary;
    }
    const scm_annotations *const texts[] = {
        summaries[0]->annotations, summaries[1]->annotations};
    const scm_terms *collected[2];
    for (int s = 0; s < 2; s++)
        collected[s] = out->across ? terms_collect(c->scratch, texts[s], TERMS_BY_FIGURES)
                                   : summary_terms(summaries[s]);
    size_t terms = terms_weigh(c->scratch, c->sides, 2, texts, collected);
    const str *blocks[2], *sentences[2];
    for (int s = 0; s < 2; s++) {
        blocks[s] = block_texts(c, &c->sides[s]);
        sentences[s] = sentence_texts(c, &c->sides[s]);
    }
    c->matches = align_blocks(c->scratch, c->sides, terms, blocks);
    beads found = align_beads(c->scratch, c->sides, &c->matches, sentences);
    if (drop_empty(c, &found))
        found = align_beads(c->scratch, c->sides, &c->matches, sentences);
    c->statuses = match_statuses(c->scratch, c->sides, &c->matches);
    make_rows(c);
    index_rows(c);
    finish_pairs(c, found, out);
}

static bool keeps(unsigned set, unsigned bit)
{
    return set == 0 || set & bit;
}

/* Leaves what was asked for.  All is compared before: what is the same statement
 * depends on the paragraphs. */
static void narrow(scm_comparison *c, scm_delta *deltas, const scm_compare_options *options)
{
    size_t n = 0;
    if (!options) return;
    for (size_t i = 0; i < c->ndeltas; i++) {
        unsigned bit = 1u << deltas[i].type;
        if (keeps(options->types, bit) && keeps(options->parts, bit)) deltas[n++] = deltas[i];
    }
    c->ndeltas = n;
    if (!keeps(options->parts, SCM_COMPARE_MEETING)) c->nfacts = 0;
    if (!keeps(options->parts, SCM_COMPARE_STATEMENTS)) c->nstatements = 0;
    if (!keeps(options->parts, SCM_COMPARE_PARAGRAPHS)) c->npairs = 0;
    if (!keeps(options->parts, SCM_COMPARE_CHANGES)) c->nchanges = 0;
}

static bool nothing_changed(const scm_comparison *c)
{
    for (size_t i = 0; i < c->nstatements; i++)
        if (c->statements[i].status != SCM_KEPT) return false;
    for (size_t i = 0; i < c->npairs; i++)
        if (c->pairs[i].status != SCM_SAME) return false;
    for (size_t i = 0; i < c->ndeltas; i++)
        if (c->deltas[i].status != SCM_KEPT) return false;
    for (size_t i = 0; i < c->nfacts; i++)
        if (c->facts[i].status != SCM_SAME) return false;
    return c->nchanges == 0;
}

/* A text that holds both languages is compared by its words. */
static bool in_two_languages(const scm_annotations *a, const scm_annotations *b)
{
    return !str_eq(a->language, b->language) && !str_has(a->language, S(",")) &&
           !str_has(b->language, S(","));
}

static int compare(scm_comparison **out, const scm_summary *old_summary,
    const scm_summary *new_summary, const scm_compare_options *options, scm_error *error)
{
    const scm_summary *both[2] = {old_summary, new_summary};
    for (int s = 0; s < 2; s++) {
        const scm_document *d = both[s]->annotations->document;
        if (d->nblocks > BLOCK_LIMIT)
            return fail(error, SCM_E_LIMIT, "%.*s: over %d paragraphs to compare",
                SCM_STR(d->id), BLOCK_LIMIT);
    }
    int status = stems_ready(error);
    if (status != SCM_OK) return status;
    arena *a = arena_new();
    scm_comparison *c = arena_value(a, sizeof *c);
    *c = (scm_comparison){.old_summary = old_summary,
        .new_summary = new_summary,
        .across = in_two_languages(old_summary->annotations, new_summary->annotations)};
    struct comparer work = {
        .out = a, .scratch = arena_new(), .options = options, .across = c->across};
    compare_blocks(&work, c);
    compare_statements(a, c, work.sides, work.old_side);
    compare_changes(a, c, work.sides, work.old_side);
    arena_free(work.scratch);
    c->old_wording = judge_wording(a, old_summary->annotations);
    c->new_wording = judge_wording(a, new_summary->annotations);
    scm_delta *deltas = compare_counts(a, c);
    compare_facts(a, c);
    narrow(c, deltas, options);
    c->identical = nothing_changed(c);
    *out = c;
    return SCM_OK;
}

int scm_compare(scm_comparison **out, const scm_summary *old_summary,
    const scm_summary *new_summary, const scm_compare_options *options, scm_error *error)
{
    GUARDED(int, compare(out, old_summary, new_summary, options, error), no_memory(error))
}

void scm_comparison_free(scm_comparison *comparison)
{
    if (comparison) arena_free(arena_of(comparison));
}

const char *scm_status_name(enum scm_status_of_change status)
{
    static const char *const NAMES[] = {"same", "edited", "moved", "split", "merged", "new",
        "dropped", "kept", "more", "fewer", "changed", "stronger", "weaker", "gone",
        "returned"};
    return NAMES[status];
}
