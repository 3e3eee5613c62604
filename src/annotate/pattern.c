/* Patterns (see pattern.h).  A match that exceeds PCRE2's limits is an error,
 * never a shorter result. */
#include "annotate/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

/* Machine code takes as long to make as several texts of this length to read,
 * where a pattern is tried at a few places only. */
enum { LONG_TEXT = 100000 };

struct pattern {
    pcre2_code *code;
    bool jit;
};

static const struct {
    const char *source;
    uint32_t options;
} SOURCES[NPATTERNS] = {
    [PATTERN_DATE] = {date_source, PCRE2_ANCHORED},
    [PATTERN_ROLE] = {role_source, PCRE2_ANCHORED},
    [PATTERN_COINED] = {coined_source, 0},
    [PATTERN_PERSON] = {person_source, PCRE2_ANCHORED},
};

/* Each pattern twice: as it is, and as machine code.  Threads do not wait for
 * one another: the first to have it compiled keeps its own for all. */
static _Atomic(struct pattern *) patterns[NPATTERNS][2];

static struct pattern *compile(enum pattern_id id, bool fast)
{
    int code;
    PCRE2_SIZE at;
    struct pattern *p = mem_alloc(sizeof *p);
    p->code = pcre2_compile((PCRE2_SPTR)SOURCES[id].source, PCRE2_ZERO_TERMINATED,
        SOURCES[id].options, &code, &at, NULL);
    if (!p->code) { /* a mistake in a constant of this program */
        fprintf(
            stderr, "scmtool: pattern %d, offset %zu: error %d\n", (int)id, (size_t)at, code);
        abort();
    }
    p->jit = fast && pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE) == 0;
    return p;
}

static const struct pattern *pattern_for(enum pattern_id id, size_t len)
{
    bool fast = !(SOURCES[id].options & PCRE2_ANCHORED) || len > LONG_TEXT;
    struct pattern *first = atomic_load(&patterns[id][fast]);
    if (first) return first;
    struct pattern *mine = compile(id, fast);
    if (atomic_compare_exchange_strong(&patterns[id][fast], &first, mine)) return mine;
    pcre2_code_free(mine->code);
    free(mine);
    return first;
}

void matcher_start(struct matcher *m, enum pattern_id id, str text)
{
    *m = (struct matcher){pattern_for(id, text.len), NULL, text, 0};
    m->data = pcre2_match_data_create(MOST_GROUPS, NULL);
    if (!m->data) out_of_memory();
}

void matcher_stop(struct matcher *m)
{
    pcre2_match_data_free(m->data);
}

static int run(struct matcher *m, size_t at, struct match *out, scm_error *error)
{
    PCRE2_SPTR subject = (PCRE2_SPTR)(m->text.len ? m->text.at : "");
    int n = m->pattern->jit
                ? pcre2_jit_match(m->pattern->code, subject, m->text.len, at, 0, m->data, NULL)
                : pcre2_match(m->pattern->code, subject, m->text.len, at, PCRE2_NO_UTF_CHECK,
                      m->data, NULL);
    if (n == PCRE2_ERROR_NOMATCH) return 0;
    if (n < 0) return fail(error, SCM_E_LIMIT, "text too complex to match (PCRE2 error %d)", n);
    const PCRE2_SIZE *v = pcre2_get_ovector_pointer(m->data);
    for (int i = 0; i < 2 * MOST_GROUPS; i++) out->at[i] = i < 2 * n ? v[i] : SIZE_MAX;
    out->mark = (const char *)pcre2_get_mark(m->data);
    return 1;
}

int matcher_next(struct matcher *m, struct match *out, scm_error *error)
{
    if (m->from > m->text.len) return 0;
    int status = run(m, m->from, out, error);
    if (status == 1) m->from = out->at[1] > out->at[0] ? out->at[1] : out->at[1] + 1;
    return status;
}

int matcher_at(struct matcher *m, size_t at, struct match *out, scm_error *error)
{
    return run(m, at, out, error);
}
