/* Patterns (see pattern.h).  A match that exceeds PCRE2's limits is an error,
 * never a shorter result. */
#include "annotate/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>

struct pattern {
    pcre2_code *code;
    bool jit;
};

static struct pattern patterns[NPATTERNS];
static once_flag once[NPATTERNS] = {
    ONCE_FLAG_INIT, ONCE_FLAG_INIT, ONCE_FLAG_INIT, ONCE_FLAG_INIT};

static void compile(enum pattern_id id, const char *source)
{
    int code;
    PCRE2_SIZE at;
    uint32_t options = id == PATTERN_PERSON || id == PATTERN_DATE ? PCRE2_ANCHORED : 0;
    pcre2_code *p =
        pcre2_compile((PCRE2_SPTR)source, PCRE2_ZERO_TERMINATED, options, &code, &at, NULL);
    if (!p) { /* a mistake in a constant of this program */
        fprintf(
            stderr, "scmtool: pattern %d, offset %zu: error %d\n", (int)id, (size_t)at, code);
        abort();
    }
    patterns[id].code = p;
    patterns[id].jit = pcre2_jit_compile(p, PCRE2_JIT_COMPLETE) == 0;
}

static void compile_date(void)
{
    compile(PATTERN_DATE, date_source);
}

static void compile_role(void)
{
    compile(PATTERN_ROLE, role_source);
}

static void compile_coined(void)
{
    compile(PATTERN_COINED, coined_source);
}

static void compile_person(void)
{
    compile(PATTERN_PERSON, person_source);
}

void matcher_start(struct matcher *m, enum pattern_id id, str text)
{
    static void (*const COMPILE[NPATTERNS])(void) = {
        compile_date, compile_role, compile_coined, compile_person};
    call_once(&once[id], COMPILE[id]);
    *m = (struct matcher){&patterns[id], NULL, text, 0};
    m->data = pcre2_match_data_create(MOST_GROUPS, NULL);
    if (!m->data) {
        fputs("scmtool: out of memory\n", stderr);
        exit(2);
    }
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
