/* History: text by text in date order, each sentence joined to the one that it comes from,
 * among those of the text before and the last versions of the lines that ended. */
#include <scm/history.h>

#include "analyse/compare/stems.h"
#include "analyse/compare/wording.h"
#include "analyse/history/origins.h"
#include "analyse/summary/chronology.h"
#include "analyse/summary/summary.h"
#include "analyse/compare/tokens.h"
#include "analyse/compare/word_diff.h"

enum { BLOCK_LIMIT = 20000 };

typedef VEC(scm_line_version) versions;

struct tracer {
    arena *out, *scratch;
    scm_history *history;
    side *sides;
    size_t terms;
    lineage *lineage;
    VEC(versions) lines;
    uint32_t **line_of; /* by document and sentence */
};

static const scm_annotations *annotations_of(const scm_history *h, size_t document)
{
    return h->documents[document].summary->annotations;
}

static void weigh(struct tracer *t)
{
    const size_t n = t->history->ndocuments;
    const scm_annotations **texts = arena_array(t->scratch, n, sizeof *texts);
    const scm_terms **terms = arena_array(t->scratch, n, sizeof *terms);
    for (size_t i = 0; i < n; i++) {
        texts[i] = annotations_of(t->history, i);
        terms[i] = summary_terms(t->history->documents[i].summary);
    }
    t->sides = arena_array(t->scratch, n, sizeof *t->sides);
    t->terms = terms_weigh(t->scratch, t->sides, n, texts, terms);
    t->lineage = lineage_new(t->scratch, t->sides, n, t->terms);
}

static matches link_blocks(const struct tracer *t, arena *a, size_t document)
{
    const str *text[2];
    for (size_t s = 0; s < 2; s++) {
        const scm_document *d = annotations_of(t->history, document - 1 + s)->document;
        str *blocks = arena_array(a, d->nblocks, sizeof *blocks);
        for (size_t i = 0; i < d->nblocks; i++) blocks[i] = d->blocks[i].text;
        text[s] = blocks;
    }
    return align_blocks(a, &t->sides[document - 1], t->terms, text);
}

/* The last version of every line. */
static sentence_refs last_versions(const struct tracer *t, arena *a)
{
    sentence_refs out = {0};
    for (size_t i = 0; i < t->lines.len; i++) {
        const scm_line_version *v = &t->lines.at[i].at[t->lines.at[i].len - 1];
        vec_push(a, &out, ((sentence_ref){v->document, v->sentence}));
    }
    return out;
}

static str sentence_text(const scm_history *h, const scm_line_version *v)
{
    return annotations_of(h, v->document)->sentences[v->sentence].text;
}

/* Word for word: quotes, dashes and spaces aside. */
static bool same_wording(str a, str b)
{
    size_t i = 0, j = 0;
    str word, other;
    for (;;) {
        bool more = word_next(a, &i, &word, false);
        if (more != word_next(b, &j, &other, false)) return false;
        if (!more) return true;
        if (!str_eq(word, other)) return false;
    }
}

static enum scm_status_of_change status_of(
    const scm_history *h, const scm_line_version *before, const scm_line_version *now)
{
    if (before->document + 1 < now->document) return SCM_RETURNED;
    return same_wording(sentence_text(h, before), sentence_text(h, now)) ? SCM_KEPT
                                                                         : SCM_EDITED;
}

static size_t count_words(str text)
{
    size_t n = 0;
    str word;
    for (size_t at = 0; word_next(text, &at, &word, true);) n++;
    return n;
}

static void add_version(struct tracer *t, uint32_t line, scm_line_version v)
{
    versions *at = &t->lines.at[line];
    if (at->len) v.status = status_of(t->history, &at->at[at->len - 1], &v);
    v.words = count_words(sentence_text(t->history, &v));
    vec_push(t->out, at, v);
    t->line_of[v.document][v.sentence] = line;
}

static void trace_text(struct tracer *t, uint32_t document)
{
    arena *a = arena_new();
    size_t n = t->sides[document].nsentences;
    sentence_refs before = last_versions(t, a);
    matches links = {0};
    if (document > 0) links = link_blocks(t, a, document);
    const origin *origins = find_origins(a, t->lineage, document, &before, &links);
    t->line_of[document] = arena_array(t->out, n, sizeof **t->line_of);
    for (uint32_t i = 0; i < n; i++) {
        scm_line_version v = {document, i, SCM_NEW, origins[i].similarity, 0};
        sentence_ref from = origins[i].from;
        uint32_t line = (uint32_t)t->lines.len;
        if (from.document == SCM_NONE)
            vec_push(t->out, &t->lines, (versions){0});
        else
            line = t->line_of[from.document][from.sentence];
        add_version(t, line, v);
    }
    arena_free(a);
}

static size_t count_wordings(const scm_history *h, const versions *line)
{
    size_t n = 0;
    for (size_t i = 0; i < line->len; i++) {
        bool new = true;
        for (size_t k = 0; k < i && new; k++)
            new = !same_wording(sentence_text(h, &line->at[k]), sentence_text(h, &line->at[i]));
        n += new;
    }
    return n;
}

static void finish(struct tracer *t)
{
    scm_history *h = t->history;
    scm_line *lines = arena_array(t->out, t->lines.len, sizeof *lines);
    for (size_t i = 0; i < t->lines.len; i++) {
        const versions *line = &t->lines.at[i];
        lines[i] = (scm_line){line->at, line->len, count_wordings(h, line)};
    }
    h->lines = lines;
    h->nlines = t->lines.len;
    h->line_of = (const uint32_t *const *)t->line_of;
}

/* Is most of the text in letters other than Latin ones? */
static bool is_foreign(const scm_document *d)
{
    size_t n = 0;
    for (size_t i = 0; i < d->text.len; i++) n += (unsigned char)d->text.at[i] >= 0x80;
    return n > d->text.len / 2;
}

/* Of two texts of one meeting, whether the second is to be preferred. */
static bool is_better(const scm_dated *a, const scm_dated *b)
{
    const scm_document *first = a->summary->annotations->document;
    const scm_document *second = b->summary->annotations->document;
    if (is_foreign(first) != is_foreign(second)) return is_foreign(first);
    return first->note.len && !second->note.len;
}

static bool same_meeting(const scm_dated *a, const scm_dated *b)
{
    const scm_annotations *x = a->summary->annotations, *y = b->summary->annotations;
    return x->ordinal > 0 && x->ordinal == y->ordinal && str_eq(x->series, y->series);
}

/* Is another text of its meeting, among those that stay, preferred to this one? */
static bool is_second(const scm_dated *all, const bool *out, size_t n, size_t i)
{
    for (size_t k = 0; k < n; k++) {
        if (k == i || out[k] || !same_meeting(&all[k], &all[i])) continue;
        if (is_better(&all[i], &all[k])) return true;
        if (k < i && !is_better(&all[k], &all[i])) return true;
    }
    return false;
}

/* Joint texts, one of each meeting. */
static void select(struct tracer *t, const scm_dated *all, size_t n, bool all_kinds)
{
    scm_dated *in = arena_array(t->out, n, sizeof *in);
    scm_left_out *left = arena_array(t->out, n, sizeof *left);
    bool *out = arena_array(t->scratch, n, sizeof *out);
    size_t joint = 0;
    for (size_t i = 0; i < n; i++) joint += is_joint(all[i].kind);
    for (size_t i = 0; i < n && !all_kinds && joint > 1; i++)
        out[i] = all[i].kind == SCM_KIND_FACT_SHEET || all[i].kind == SCM_KIND_NEWS;
    for (size_t i = 0; i < n; i++) {
        bool second = !out[i] && !all_kinds && is_second(all, out, n, i);
        if (!out[i] && !second)
            in[t->history->ndocuments++] = all[i];
        else
            left[t->history->nleft_out++] =
                (scm_left_out){all[i], second ? SCM_LEFT_OUT_MEETING : SCM_LEFT_OUT_KIND};
    }
    t->history->documents = in;
    t->history->left_out = left;
}

static int check_size(const scm_history *h, scm_error *error)
{
    for (size_t i = 0; i < h->ndocuments; i++)
        if (annotations_of(h, i)->document->nblocks > BLOCK_LIMIT)
            return fail(error, SCM_E_LIMIT, "%.*s: over %d paragraphs to follow",
                SCM_STR(h->documents[i].id), BLOCK_LIMIT);
    return SCM_OK;
}

static void trace(struct tracer *t)
{
    scm_history *h = t->history;
    scm_wording *wordings = arena_array(t->out, h->ndocuments, sizeof *wordings);
    for (size_t i = 0; i < h->ndocuments; i++)
        wordings[i] = judge_wording(t->out, annotations_of(h, i));
    h->wordings = wordings;
    t->line_of = arena_array(t->out, h->ndocuments, sizeof *t->line_of);
    weigh(t);
    for (uint32_t i = 0; i < h->ndocuments; i++) trace_text(t, i);
    finish(t);
}

static int trace_all(scm_history **out, const scm_summary *const *summaries, size_t nsummaries,
    const scm_history_options *options, scm_error *error)
{
    int status = stems_ready(error);
    if (status != SCM_OK) return status;
    arena *a = arena_new(), *scratch = arena_new();
    scm_history *h = arena_value(a, sizeof *h);
    struct tracer t = {.out = a, .scratch = scratch, .history = h};
    select(&t, chronology(a, summaries, nsummaries), nsummaries, options && options->all_kinds);
    status = check_size(h, error);
    if (status == SCM_OK) trace(&t);
    arena_free(scratch);
    if (status == SCM_OK)
        *out = h;
    else
        scm_history_free(h);
    return status;
}

int scm_trace(scm_history **out, const scm_summary *const *summaries, size_t nsummaries,
    const scm_history_options *options, scm_error *error)
{
    GUARDED(int, trace_all(out, summaries, nsummaries, options, error), no_memory(error))
}

static const scm_run *redline(const scm_history *history, const scm_line_version *older,
    const scm_line_version *newer, size_t *count)
{
    arena *a = arena_of(history), *scratch = arena_new();
    str was = sentence_text(history, older), is = sentence_text(history, newer);
    tokens o = tokenize(scratch, was, NULL), n = tokenize(scratch, is, NULL);
    const scm_run *runs = words_runs(a, count, was, is, o, n, words_align(scratch, o, n));
    arena_free(scratch);
    return runs;
}

const scm_run *scm_history_redline(const scm_history *history, const scm_line_version *older,
    const scm_line_version *newer, size_t *count)
{
    GUARDED(const scm_run *, redline(history, older, newer, count), NULL)
}

void scm_history_free(scm_history *history)
{
    if (history) arena_free(arena_of(history));
}
