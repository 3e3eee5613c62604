/* Concordance: keywords in context (Luhn 1960), paragraph by paragraph.
 *
 * Patterns come from outside, so they run without JIT, which heeds neither the
 * depth nor the heap limit. */
#include <scm/concordance.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"

/* A catastrophic pattern ends within a quarter of a second; what is meant for
 * paragraphs needs some thousand steps at most. */
enum { MOST_STEPS = 2000000, MOST_DEPTH = 200000, MOST_HEAP_KIB = 64 * 1024 };

/* Those are limits for each place where a match may begin, and not for their sum:
 * "\w+\s\d" on one endless word is quadratic.  So the bytes that the items of the
 * pattern pass are added up, over a document. */
enum { FIXED_BUDGET = 1000000000, BUDGET_PER_BYTE = 64, STEP = 4 };

struct budget {
    size_t left, at;
};

struct scm_pattern {
    pcre2_code *code;
};

/* One run over a document. */
struct pattern_search {
    struct budget budget;
    pcre2_match_data *data;
    pcre2_match_context *limits;
    scm_concordance *out;
    VEC(scm_occurrence) found;
};

/* Called before each item of the pattern. */
static int spend(pcre2_callout_block *block, void *data)
{
    struct budget *b = data;
    size_t at = block->current_position, cost = at > b->at ? at - b->at + STEP : STEP;
    b->at = at;
    b->left = b->left > cost ? b->left - cost : 0;
    return b->left ? 0 : PCRE2_ERROR_MATCHLIMIT;
}

static void *or_die(void *p)
{
    if (!p) out_of_memory();
    return p;
}

static int bad_pattern(const char *pattern, int code, size_t at, scm_error *error)
{
    if (code == PCRE2_ERROR_HEAP_FAILED) return no_memory(error);
    PCRE2_UCHAR reason[200] = "";
    pcre2_get_error_message(code, reason, sizeof reason);
    return fail(error, SCM_E_USAGE, "pattern, offset %zu: %s",
        scm_str_codepoints((str){pattern, at}), (const char *)reason);
}

/* \C would cut characters apart. */
static int compile(scm_pattern **out, const char *pattern, bool ignore_case, scm_error *error)
{
    uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT;
    if (ignore_case) options |= PCRE2_CASELESS;
    int code;
    PCRE2_SIZE at;
    pcre2_code *compiled =
        pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, options, &code, &at, NULL);
    if (!compiled) return bad_pattern(pattern, code, at, error);
    *out = mem_alloc(sizeof **out);
    (*out)->code = compiled;
    return SCM_OK;
}

int scm_pattern_compile(
    scm_pattern **out, const char *pattern, bool ignore_case, scm_error *error)
{
    GUARDED(int, compile(out, pattern, ignore_case, error), no_memory(error))
}

void scm_pattern_free(scm_pattern *pattern)
{
    if (!pattern) return;
    pcre2_code_free(pattern->code);
    free(pattern);
}

static scm_concordance *concordance_new(const scm_document *document)
{
    arena *a = arena_new();
    scm_concordance *c = arena_value(a, sizeof *c);
    *c = (scm_concordance){.document = document};
    return c;
}

static void add(struct pattern_search *s, uint32_t block, size_t start, size_t end)
{
    str text = s->out->document->blocks[block].text;
    vec_push(arena_of(s->out), &s->found,
        ((scm_occurrence){block, str_sub(text, 0, start), str_sub(text, start, end),
            str_sub(text, end, text.len)}));
}

static int broke_limit(
    const struct pattern_search *s, uint32_t block, int code, scm_error *error)
{
    const scm_document *d = s->out->document;
    str label = d->blocks[block].label;
    PCRE2_UCHAR reason[200] = "";
    pcre2_get_error_message(code, reason, sizeof reason);
    return fail(error, SCM_E_LIMIT, "pattern, at %.*s:%.*s: %s", SCM_STR(d->id), SCM_STR(label),
        (const char *)reason);
}

/* Some versions let \K in a look-around set the start behind the end, or before
 * the last match: such a match is passed over. */
static int search_block(
    struct pattern_search *s, const scm_pattern *pattern, uint32_t block, scm_error *error)
{
    const uint32_t options = PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;
    const PCRE2_SIZE *at = pcre2_get_ovector_pointer(s->data);
    str text = s->out->document->blocks[block].text;
    PCRE2_SPTR subject = (PCRE2_SPTR)(text.len ? text.at : "");
    for (size_t from = 0; from < text.len;) {
        int n =
            pcre2_match(pattern->code, subject, text.len, from, options, s->data, s->limits);
        if (n == PCRE2_ERROR_NOMATCH) break;
        if (n < 0) return broke_limit(s, block, n, error);
        if (at[0] >= from && at[0] < at[1]) add(s, block, at[0], at[1]);
        if (at[1] > from)
            from = at[1];
        else
            utf8_next(text, &from);
    }
    return SCM_OK;
}

static int of_pattern(scm_concordance **out, const scm_document *document,
    const scm_pattern *pattern, scm_error *error)
{
    struct pattern_search s = {.out = concordance_new(document)};
    int status = SCM_OK;
    s.data = or_die(pcre2_match_data_create(1, NULL));
    s.limits = or_die(pcre2_match_context_create(NULL));
    s.budget.left = FIXED_BUDGET + BUDGET_PER_BYTE * document->text.len;
    pcre2_set_callout(s.limits, spend, &s.budget);
    pcre2_set_match_limit(s.limits, MOST_STEPS);
    pcre2_set_depth_limit(s.limits, MOST_DEPTH);
    pcre2_set_heap_limit(s.limits, MOST_HEAP_KIB);
    for (uint32_t b = 0; b < document->nblocks && status == SCM_OK; b++)
        status = search_block(&s, pattern, b, error);
    pcre2_match_context_free(s.limits);
    pcre2_match_data_free(s.data);
    s.out->occurrences = s.found.at;
    s.out->noccurrences = s.found.len;
    if (status == SCM_OK)
        *out = s.out;
    else
        scm_concordance_free(s.out);
    return status;
}

int scm_concordance_of_pattern(scm_concordance **out, const scm_document *document,
    const scm_pattern *pattern, scm_error *error)
{
    GUARDED(int, of_pattern(out, document, pattern, error), no_memory(error))
}

static bool is_wanted(const scm_mention *m, unsigned types, const scm_str *ids, size_t nids)
{
    bool named = nids == 0;
    for (size_t i = 0; i < nids && !named; i++) named = str_eq_nocase(m->id, ids[i]);
    return named && (types == 0 || types >> m->type & 1);
}

static scm_concordance *of_names(
    const scm_annotations *annotations, unsigned types, const scm_str *ids, size_t nids)
{
    const scm_document *d = annotations->document;
    struct pattern_search s = {.out = concordance_new(d)};
    for (size_t i = 0; i < annotations->nmentions; i++) {
        const scm_mention *m = &annotations->mentions[i];
        size_t block = (size_t)(d->blocks[m->block].text.at - d->text.at);
        if (is_wanted(m, types, ids, nids)) add(&s, m->block, m->start - block, m->end - block);
    }
    s.out->occurrences = s.found.at;
    s.out->noccurrences = s.found.len;
    return s.out;
}

scm_concordance *scm_concordance_of_names(
    const scm_annotations *annotations, unsigned types, const scm_str *ids, size_t nids)
{
    GUARDED(scm_concordance *, of_names(annotations, types, ids, nids), NULL)
}

void scm_concordance_free(scm_concordance *concordance)
{
    if (concordance) arena_free(arena_of(concordance));
}
