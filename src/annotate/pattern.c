/* Patterns (see pattern.h).  A match that exceeds PCRE2's limits is an error,
 * never a shorter result. */
#include "annotate/pattern.h"

#include "base/language.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

/* The machine code of a pattern takes as long to make as it saves on subjects of this length
 * in all. */
enum { LONG_TEXT = 60000 };

struct pattern {
    pcre2_code *code;
    bool jit;
    struct names_of names;
};

/* A pattern over codes of words, or over text: there a name stands for all words of the
 * class in the built-in language. */
static const struct {
    const char *source;
    uint32_t options;
    bool text;
} SOURCES[NPATTERNS] = {
    [PATTERN_DATE] = {date_source, 0, false},
    [PATTERN_ROLE] = {role_source, 0, false},
    [PATTERN_COINED] = {coined_source, 0, true},
    [PATTERN_PERSON] = {person_source, PCRE2_ANCHORED, true},
};

/* Each pattern twice: as it is, and as machine code.  Threads do not wait for
 * one another: the first to have it compiled keeps its own for all. */
static _Atomic(struct pattern *) patterns[NPATTERNS][2];
static atomic_size_t bytes_seen[NPATTERNS]; /* in this process */

static size_t find_name(const struct names_of *names, str name)
{
    size_t i = 0;
    while (i < names->count && !str_eq(names->at[i], name)) i++;
    return i;
}

static char add_name(struct names_of *names, str name)
{
    size_t i = find_name(names, name);
    if (i == MOST_NAMES) abort(); /* a mistake in a constant of this program */
    if (i == names->count) names->at[names->count++] = name;
    return (char)(FIRST_CODE + i);
}

/* "(?:de|van|von)": the words of the class, as the table writes them. */
static void add_words_of(buf *out, str name)
{
    const struct language *l = &embedded_language;
    int class_ = language_class(l, name);
    const char *joint = "(?:";
    if (class_ < 0) abort(); /* a mistake in a constant of this program */
    for (uint32_t i = 0; i < l->nslots; i++) {
        const struct word_slot *slot = &l->slots[i];
        int shape = 0;
        while (shape < NSHAPES && !set_has(l, slot->sets[shape], (unsigned)class_)) shape++;
        if (slot->text.len == 0 || shape == NSHAPES) continue;
        str word = language_str(l, slot->text);
        buf_add(out, str_of(joint));
        for (size_t k = 0; k < word.len; k++) {
            bool capital = shape == SHAPE_UPPER || (shape == SHAPE_CAPITAL && k == 0);
            buf_char(out, capital ? to_upper(word.at[k]) : word.at[k]);
        }
        joint = "|";
    }
    buf_char(out, ')');
}

/* The source with a byte or words for each name; "(?<" begins an assertion, no name. */
static str with_codes(arena *a, const char *source, bool text, struct names_of *names)
{
    buf out = {.arena = a};
    for (const char *at = source; *at;) {
        bool assertion = at >= source + 2 && at[-1] == '?' && at[-2] == '(';
        const char *end = *at == '<' && !assertion ? strchr(at, '>') : NULL;
        str name = {at + 1, end ? (size_t)(end - at - 1) : 0};
        if (end && text)
            add_words_of(&out, name);
        else
            buf_char(&out, end ? add_name(names, name) : *at);
        at = end ? end + 1 : at + 1;
    }
    return buf_str(&out);
}

static struct pattern *compile(enum pattern_id id, bool fast)
{
    int code;
    PCRE2_SIZE at;
    struct pattern *p = mem_alloc(sizeof *p);
    p->names.count = 0;
    arena *a = arena_new();
    str source = with_codes(a, SOURCES[id].source, SOURCES[id].text, &p->names);
    p->code =
        pcre2_compile((PCRE2_SPTR)source.at, source.len, SOURCES[id].options, &code, &at, NULL);
    if (!p->code && code == PCRE2_ERROR_HEAP_FAILED) out_of_memory();
    if (!p->code) { /* a mistake in a constant of this program */
        fprintf(
            stderr, "scmtool: pattern %d, offset %zu: error %d\n", (int)id, (size_t)at, code);
        abort();
    }
    arena_free(a);
    p->jit = fast && pcre2_jit_compile(p->code, PCRE2_JIT_COMPLETE) == 0;
    return p;
}

static const struct pattern *pattern_for(enum pattern_id id, bool fast)
{
    struct pattern *first = atomic_load(&patterns[id][fast]);
    if (first) return first;
    struct pattern *mine = compile(id, fast);
    if (atomic_compare_exchange_strong(&patterns[id][fast], &first, mine)) return mine;
    pcre2_code_free(mine->code);
    free(mine);
    return first;
}

const struct names_of *pattern_names(enum pattern_id id)
{
    bool fast = atomic_load(&patterns[id][0]) == NULL && atomic_load(&patterns[id][1]);
    return &pattern_for(id, fast)->names;
}

unsigned char pattern_code(enum pattern_id id, str name)
{
    const struct names_of *names = pattern_names(id);
    size_t i = find_name(names, name);
    return i < names->count ? (unsigned char)(FIRST_CODE + i) : 0;
}

void matcher_start(struct matcher *m, enum pattern_id id, str text)
{
    *m = (struct matcher){.id = id, .data = pcre2_match_data_create(1, NULL)};
    if (!m->data) out_of_memory();
    matcher_go_on(m, text);
}

void matcher_go_on(struct matcher *m, str text)
{
    size_t seen = atomic_fetch_add(&bytes_seen[m->id], text.len) + text.len;
    m->pattern = pattern_for(m->id, seen > LONG_TEXT);
    m->text = text;
    m->from = 0;
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
    if (n == PCRE2_ERROR_NOMEMORY) out_of_memory();
    if (n < 0) return fail(error, SCM_E_LIMIT, "text too complex to match (PCRE2 error %d)", n);
    const PCRE2_SIZE *v = pcre2_get_ovector_pointer(m->data);
    out->at[0] = v[0]; /* the groups are nobody's */
    out->at[1] = v[1];
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
