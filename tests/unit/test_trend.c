/* Tests of the trend: order, counts, what is followed, and its matrix. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#undef fail /* cmocka's; ours is a function */

#include <scm/scm.h>
#include "base/str.h"

/* Meetings that no table has, out of order; an undated sheet; and two texts of
 * one day. */
static const struct {
    const char *id, *text;
} TEXTS[] = {
    {"second",
        "Joint Communiqué of the 91st U.S.-ROK Security Consultative Meeting\n"
        "October 9, 1959, Incheon\n\n"
        "1. The 91st SCM took place. The Nuclear Consultative Group (NCG) was "
        "founded, and the NCG met. The Harbor Watch Group (HWG) went on. THAAD stayed.\n\n"
        "2. The NCG will meet again.\n"},
    {"first", "Joint Communiqué of the 90th U.S.-ROK Security Consultative Meeting\n"
              "October 12, 1958, Seoul\n\n"
              "1. The 90th SCM met in Seoul. The Harbor Watch Group (HWG) was founded.\n\n"
              "2. The Lamp Oil Committee was dissolved. Extended deterrence was lauded.\n"},
    {"undated", "1. The harbor masters met for lunch in Seoul.\n\n2. Nobody spoke.\n"},
};
enum { NTEXTS = sizeof TEXTS / sizeof *TEXTS };

struct fixture {
    scm_authority *authority;
    scm_document *documents[NTEXTS];
    scm_annotations *annotations[NTEXTS];
    scm_summary *summaries[NTEXTS];
    const scm_summary *given[NTEXTS];
};

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    *state = f;
    if (scm_authority_load(&f->authority, NULL, NULL)) return -1;
    for (size_t i = 0; i < NTEXTS; i++) {
        scm_load_options how = {.id = TEXTS[i].id};
        scm_error error;
        if (scm_document_parse(&f->documents[i], str_of(TEXTS[i].text), &how, &error) ||
            scm_annotate(&f->annotations[i], f->documents[i], f->authority, NULL, &error)) {
            print_error("%s: %s\n", TEXTS[i].id, error.message);
            return -1;
        }
        f->given[i] = f->summaries[i] = scm_summarize(f->annotations[i]);
    }
    return 0;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    for (size_t i = 0; i < NTEXTS; i++) {
        scm_summary_free(f->summaries[i]);
        scm_annotations_free(f->annotations[i]);
        scm_document_free(f->documents[i]);
    }
    scm_authority_free(f->authority);
    free(f);
    return 0;
}

static scm_trend *track(struct fixture *f, scm_trend_options how)
{
    scm_trend *t = NULL;
    assert_int_equal(scm_track(&t, f->given, NTEXTS, &how, NULL), SCM_OK);
    return t;
}

static const scm_trend_row *row_of(const scm_trend *t, const char *id)
{
    for (size_t i = 0; i < t->nrows; i++)
        if (str_eq(t->rows[i].id, str_of(id))) return &t->rows[i];
    return NULL;
}

static void test_documents(void **state)
{
    struct fixture *f = *state;
    scm_trend *t = track(f, (scm_trend_options){0});
    assert_int_equal(t->ndocuments, NTEXTS);
    assert_true(str_eq(t->documents[0].id, S("first")));
    assert_true(str_eq(t->documents[1].id, S("second")));
    assert_true(str_eq(t->documents[2].id, S("undated")));
    assert_true(str_eq(t->documents[0].date, S("1958-10-12")));
    assert_int_equal(t->documents[0].meeting, 90);
    assert_int_equal(t->documents[0].kind, SCM_KIND_COMMUNIQUE);
    assert_int_equal(t->documents[0].words, f->summaries[1]->words);
    assert_int_equal(t->documents[2].date.len, 0);
    assert_int_equal(t->documents[2].meeting, 0);
    scm_trend_free(t);
}

static void assert_row(const scm_trend *t, const char *id, const char *name, size_t first,
    size_t last, const size_t counts[NTEXTS])
{
    const scm_trend_row *row = row_of(t, id);
    size_t total = 0;
    if (!row) print_error("no row %s\n", id);
    assert_non_null(row);
    assert_true(str_eq(row->name, str_of(name)));
    assert_int_equal(row->first, first);
    assert_int_equal(row->last, last);
    for (size_t i = 0; i < NTEXTS; i++) {
        assert_int_equal(row->counts[i], counts[i]);
        total += counts[i];
    }
    assert_int_equal(row->total, total);
}

static void test_rows(void **state)
{
    struct fixture *f = *state;
    scm_trend *t = track(f, (scm_trend_options){0});
    assert_row(t, "NCG", "Nuclear Consultative Group", 1, 1, (size_t[]){0, 4, 0});
    assert_row(t, "HWG", "Harbor Watch Group", 0, 1, (size_t[]){2, 2, 0});
    assert_row(t, "LAMP-OIL-COMMITTEE", "Lamp Oil Committee", 0, 0, (size_t[]){1, 0, 0});
    assert_row(t, "SEOUL", "Seoul", 0, 2, (size_t[]){1, 0, 1});
    for (size_t i = 0; i < t->nrows; i++) {
        assert_int_not_equal(t->rows[i].type, SCM_DATE);
        assert_int_not_equal(t->rows[i].type, SCM_ROLE);
    }
    scm_trend_free(t);
}

/* By type, then what came and went earlier, then what is mentioned more. */
static void test_order(void **state)
{
    struct fixture *f = *state;
    scm_trend *t = track(f, (scm_trend_options){0});
    for (size_t i = 1; i < t->nrows; i++) {
        const scm_trend_row *a = &t->rows[i - 1], *b = &t->rows[i];
        assert_true(a->type <= b->type);
        if (a->type != b->type) continue;
        assert_true(a->first <= b->first);
        if (a->first != b->first) continue;
        assert_true(a->last <= b->last);
        if (a->last == b->last) assert_true(a->total >= b->total);
    }
    assert_true(str_eq(t->rows[0].id, S("LAMP-OIL-COMMITTEE")));
    scm_trend_free(t);
}

static void test_selection(void **state)
{
    struct fixture *f = *state;
    str ids[] = {S("ncg"), S("SEOUL"), S("nobody")};
    scm_trend *t = track(f, (scm_trend_options){.ids = ids, .nids = 3});
    assert_int_equal(t->nrows, 2);
    scm_trend_free(t);
    t = track(f, (scm_trend_options){.types = 1u << SCM_CAPABILITY});
    assert_int_equal(t->nrows, 1);
    assert_true(str_eq(t->rows[0].id, S("THAAD")));
    scm_trend_free(t);
    t = track(f, (scm_trend_options){.types = 1u << SCM_MECHANISM, .least = 4});
    assert_non_null(row_of(t, "HWG"));
    assert_null(row_of(t, "LAMP-OIL-COMMITTEE"));
    for (size_t i = 0; i < t->nrows; i++) assert_true(t->rows[i].total >= 4);
    scm_trend_free(t);
}

static void test_refusals(void **state)
{
    struct fixture *f = *state;
    scm_trend *t = NULL;
    scm_error error;
    scm_trend_options dates = {.types = 1u << SCM_DATE | 1u << SCM_STATE};
    assert_int_equal(scm_track(&t, f->given, NTEXTS, &dates, &error), SCM_E_USAGE);
    assert_true(str_has(str_of(error.message), S("DATE")));
    scm_trend_options roles = {.types = 1u << SCM_ROLE};
    assert_int_equal(scm_track(&t, f->given, NTEXTS, &roles, NULL), SCM_E_USAGE);
    assert_null(t);
    scm_trend_free(NULL);
}

/* A text that names so many committees. */
static scm_document *committees(arena *a, size_t n)
{
    buf b = {.arena = a};
    scm_document *d = NULL;
    buf_add(&b, S("1. Many met.\n"));
    for (size_t i = 0; i < n; i++)
        buf_printf(&b, "\n%zu. They praised the L%c%c%cn Committee.\n", i + 2,
            (char)('a' + i / 400), (char)('a' + i / 20 % 20), (char)('a' + i % 20));
    assert_int_equal(scm_document_parse(&d, buf_str(&b), NULL, NULL), SCM_OK);
    return d;
}

/* More cells than a trend may have, though few of them are of a mention. */
static void test_limit(void **state)
{
    struct fixture *f = *state;
    enum { MANY = 2001 };
    arena *a = arena_new();
    const scm_summary **all = arena_array(a, MANY, sizeof *all);
    scm_document *d = committees(a, MANY);
    scm_annotations *n = NULL;
    assert_int_equal(scm_annotate(&n, d, f->authority, NULL, NULL), SCM_OK);
    scm_summary *s = scm_summarize(n);
    assert_true(s->ncounts >= MANY);
    for (size_t i = 0; i < MANY; i++) all[i] = i ? f->given[2] : s;
    scm_trend *t = NULL;
    assert_int_equal(scm_track(&t, all, MANY, NULL, NULL), SCM_E_LIMIT);
    assert_null(t);
    assert_int_equal(scm_track(&t, all, MANY / 2, NULL, NULL), SCM_OK);
    scm_trend_free(t);
    scm_summary_free(s);
    scm_annotations_free(n);
    scm_document_free(d);
    arena_free(a);
}

static void test_nothing(void **state)
{
    struct fixture *f = *state;
    scm_trend *t = NULL;
    assert_int_equal(scm_track(&t, f->given, 0, NULL, NULL), SCM_OK);
    assert_int_equal(t->ndocuments, 0);
    assert_int_equal(t->nrows, 0);
    scm_report *report = scm_report_trend(t, NULL);
    assert_int_equal(scm_report_rows(report), 0);
    scm_report_free(report);
    scm_trend_free(t);
}

static str printed(arena *a, const scm_trend *t, const scm_trend_report_options *how)
{
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    scm_report *report = scm_report_trend(t, how);
    scm_write_options options = {.format = SCM_FORMAT_TEXT, .width = how->width};
    assert_int_equal(scm_report_write(report, &options, out, NULL), SCM_OK);
    fclose(out);
    str copy = str_dup(a, str_of(text));
    free(text);
    scm_report_free(report);
    return copy;
}

/* The line that holds the words; empty where none does. */
static str line_with(str text, const char *words)
{
    str line;
    while (str_cut(&text, '\n', &line))
        if (str_has(line, str_of(words))) return line;
    return (str){0};
}

static void assert_line(str text, const char *words, const char *expected)
{
    str line = line_with(text, words);
    if (!str_eq(line, str_of(expected)))
        print_error("expected: %s\ngot:      %.*s\n", expected, SCM_STR(line));
    assert_true(str_eq(line, str_of(expected)));
}

static void test_matrix(void **state)
{
    struct fixture *f = *state;
    arena *a = arena_new();
    str ids[] = {S("HWG"), S("NCG"), S("SEOUL"), S("LAMP-OIL-COMMITTEE")};
    scm_trend *t = track(f, (scm_trend_options){.ids = ids, .nids = 4});
    scm_trend_report_options how = {.width = 80};
    str text = printed(a, t, &how);
    assert_line(text, "Mentions", "Mentions in 3 texts, 1958 to 1959");
    assert_line(text, "SCM", "       SCM                           90    91    -");
    assert_line(text, "year ", "       year                        1958  1959    ?");
    assert_line(text, "kind ", "       kind                         com   com  com");
    assert_line(
        text, "Lamp", "       Lamp Oil Committee             1     ·    ·  1958     █··");
    assert_line(
        text, "Harbor", "  HWG  Harbor Watch Group             2     2    ·  1958–59  ██·");
    assert_line(
        text, "NCG", "  NCG  Nuclear Consultative Group     ·     4    ·  1959     ·█·");
    assert_line(
        text, "Seoul", "       Seoul                          1     ·  ↩ 1  1958, ?  █·█");
    scm_trend_free(t);
    arena_free(a);
}

/* People and policy terms are shown where they are asked for. */
static void test_shown_types(void **state)
{
    struct fixture *f = *state;
    arena *a = arena_new();
    scm_trend *t = track(f, (scm_trend_options){0});
    scm_trend_report_options how = {.width = 80};
    str usual = printed(a, t, &how);
    how.types = 1u << SCM_TERM;
    str terms = printed(a, t, &how);
    assert_int_equal(line_with(usual, "xtended deterrence").len, 0);
    assert_int_not_equal(line_with(usual, "Lamp").len, 0);
    assert_int_not_equal(line_with(terms, "xtended deterrence").len, 0);
    assert_int_equal(line_with(terms, "Lamp").len, 0);
    scm_trend_free(t);
    arena_free(a);
}

/* A rate that is not nothing is never printed as nothing. */
static void test_rates(void **state)
{
    struct fixture *f = *state;
    arena *a = arena_new();
    str ids[] = {S("HWG"), S("LAMP-OIL-COMMITTEE")};
    scm_trend *t = track(f, (scm_trend_options){.ids = ids, .nids = 2});
    scm_trend_report_options how = {.width = 80, .per = 1};
    assert_int_equal(t->documents[0].words, 23);
    str text = printed(a, t, &how);
    assert_line(text, "Mentions", "Mentions per 1 words in 3 texts, 1958 to 1959");
    assert_line(text, "Lamp", "       Lamp Oil Committee  0.04     ·    ·  1958     █··");
    how.per = 23;
    text = printed(a, t, &how);
    assert_line(text, "Lamp", "       Lamp Oil Committee   1.0     ·    ·  1958     █··");
    scm_trend_free(t);
    arena_free(a);
}

/* However many texts, no line is wider than the page, down to the narrowest on
 * which they stand as bars. */
static void test_width(void **state)
{
    struct fixture *f = *state;
    enum { MANY = 57 };
    const scm_summary *many[MANY];
    for (size_t i = 0; i < MANY; i++) many[i] = f->given[i % 2];
    for (size_t n = 1; n <= MANY; n += 4) {
        arena *a = arena_new();
        scm_trend *t = NULL;
        assert_int_equal(scm_track(&t, many, n, NULL, NULL), SCM_OK);
        for (int width = 80; width < 150; width += 23) {
            scm_trend_report_options how = {.width = width};
            str rest = printed(a, t, &how), line;
            while (str_cut(&rest, '\n', &line)) assert_true(utf8_width(line) <= width);
        }
        scm_trend_free(t);
        arena_free(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_documents),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_order),
        cmocka_unit_test(test_selection),
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_limit),
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_matrix),
        cmocka_unit_test(test_shown_types),
        cmocka_unit_test(test_rates),
        cmocka_unit_test(test_width),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
