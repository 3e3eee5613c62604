/* Tests of the concordance: patterns, names, limits, and its lines for people. */
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
#include "tables.h"

static const char TEXT[] =
    "1. The lantern keepers met in Seoul. The Nuclear Consultative Group (NCG) heard them.\n\n"
    "2. Lantern oil is scarce, the NCG said.\n\n"
    "The keepers left.\n\n"
    "3. 등대지기 회의는 끝났다. Café au lait was served.\n";

static scm_document *parse(str bytes)
{
    scm_document *d;
    scm_load_options how = {.id = "lamps"};
    scm_error error;
    if (scm_document_parse(&d, bytes, &how, &error)) print_error("%s\n", error.message);
    return d;
}

static scm_pattern *compile(const char *pattern, bool ignore_case)
{
    scm_pattern *p = NULL;
    scm_error error;
    if (scm_pattern_compile(&p, pattern, ignore_case, &error))
        print_error("%s: %s\n", pattern, error.message);
    assert_non_null(p);
    return p;
}

/* "1:Seoul 2:NCG": labels and matches; each line is its paragraph again. */
static str listed(arena *a, const scm_concordance *c)
{
    buf b = {.arena = a};
    for (size_t i = 0; i < c->noccurrences; i++) {
        const scm_occurrence *o = &c->occurrences[i];
        scm_block block = c->document->blocks[o->block];
        assert_true(o->left.at == block.text.at);
        assert_true(o->match.at == o->left.at + o->left.len);
        assert_true(o->right.at == o->match.at + o->match.len);
        assert_true(o->left.len + o->match.len + o->right.len == block.text.len);
        if (b.len) buf_char(&b, ' ');
        buf_printf(&b, "%.*s:%.*s", SCM_STR(block.label), SCM_STR(o->match));
    }
    return buf_str(&b);
}

static bool finds(const char *pattern, bool ignore_case, const char *expected)
{
    arena *a = arena_new();
    scm_document *d = parse(str_of(TEXT));
    scm_pattern *p = compile(pattern, ignore_case);
    scm_concordance *c = NULL;
    assert_int_equal(scm_concordance_of_pattern(&c, d, p, NULL), SCM_OK);
    str got = listed(a, c);
    bool same = str_eq(got, str_of(expected));
    if (!same)
        print_error(
            "%s\n    expected: %s\n    got:      %.*s\n", pattern, expected, SCM_STR(got));
    scm_concordance_free(c);
    scm_pattern_free(p);
    scm_document_free(d);
    arena_free(a);
    return same;
}

static void test_patterns(void **state)
{
    static const struct {
        const char *pattern;
        bool ignore_case;
        const char *expected;
    } ROWS[] = {
        {"NCG", false, "1:NCG 2:NCG"},
        {"ncg", false, ""},
        {"ncg", true, "1:NCG 2:NCG"},
        {"(?i)lantern", false, "1:lantern 2:Lantern"},
        {"\\blant\\b", false, ""},
        {"^The \\w+", false, "1:The lantern 2.2:The keepers"},
        {"\\w+\\.$", false, "1:them. 2:said. 2.2:left. 3:served."},
        {"scarce.*keepers", false, ""}, /* never across paragraphs */
        {"(?<=the )NCG", false, "2:NCG"},
        {"(T)(h)(e)( )(N)", false, "1:The N"}, /* groups are of no matter */
        {"등대지기|lait", false, "3:등대지기 3:lait"},
        {"\\b\\w{3}지기", false, ""}, /* characters, not bytes */
        {"\\b\\w{2}지기\\b", false, "3:등대지기"},
        {"CAFÉ", true, "3:Café"},
        {"CAFÉ", false, ""},
    };
    (void)state;
    size_t wrong = 0;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        wrong += !finds(ROWS[i].pattern, ROWS[i].ignore_case, ROWS[i].expected);
    assert_int_equal(wrong, 0);
}

static void test_empty_matches(void **state)
{
    (void)state;
    assert_true(finds("", false, ""));
    assert_true(finds("x*", false, ""));
    assert_true(finds("^|$", false, ""));
    assert_true(finds("(?=NCG)", false, ""));
    assert_true(finds("NCG\\K", false, ""));
    assert_true(finds("l*", false, "1:l 1:l 1:l 1:l 2:l 2.2:l 3:l"));
    assert_true(finds("NC\\KG", false, "1:G 2:G"));
}

static void test_bad_patterns(void **state)
{
    static const struct {
        const char *pattern, *start;
    } ROWS[] = {
        {"(", "pattern, offset 1: "},
        {"등대(", "pattern, offset 3: "}, /* in characters */
        {"a{3,2}", "pattern, offset 5: "},
        {"[z-a]", "pattern, offset 3: "},
        {"\\C", "pattern, offset 2: "}, /* half a character */
        {"\xFF", "pattern, offset 0: "},
    };
    (void)state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        scm_pattern *p = NULL;
        scm_error error;
        assert_int_equal(scm_pattern_compile(&p, ROWS[i].pattern, false, &error), SCM_E_USAGE);
        assert_null(p);
        assert_int_equal(error.code, SCM_E_USAGE);
        assert_memory_equal(error.message, ROWS[i].start, strlen(ROWS[i].start));
        assert_true(strlen(error.message) > strlen(ROWS[i].start));
        assert_int_equal(scm_pattern_compile(&p, ROWS[i].pattern, false, NULL), SCM_E_USAGE);
    }
    scm_pattern_free(NULL);
    scm_concordance_free(NULL);
}

/* A paragraph of one endless word. */
static scm_document *endless(arena *a, size_t letters)
{
    buf b = {.arena = a};
    buf_add(&b, S("1. "));
    for (size_t i = 0; i < letters; i++) buf_char(&b, 'a');
    buf_add(&b, S(" end.\n"));
    return parse(buf_str(&b));
}

static void test_limits(void **state)
{
    static const struct {
        const char *pattern;
        size_t letters;
    } ROWS[] = {
        {"(a+)+$", 5000},                  /* steps */
        {"(*LIMIT_MATCH=99)(a+)+$", 5000}, /* a pattern may ask for less */
        {"(a|b)*[!?]", 500000},            /* depth */
        {"\\w+ \\d", 150000},              /* the sum of all beginnings */
    };
    (void)state;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        arena *a = arena_new();
        scm_document *d = endless(a, ROWS[i].letters);
        scm_pattern *p = compile(ROWS[i].pattern, false);
        scm_concordance *c = NULL;
        scm_error error;
        int status = scm_concordance_of_pattern(&c, d, p, &error);
        if (status != SCM_E_LIMIT) print_error("%s: status %d\n", ROWS[i].pattern, status);
        assert_int_equal(status, SCM_E_LIMIT);
        assert_null(c);
        assert_memory_equal(error.message, "pattern, at lamps:1: ", 21);
        scm_pattern_free(p);
        scm_document_free(d);
        arena_free(a);
    }
}

static bool names(unsigned types, const char *id, const char *expected)
{
    arena *a = arena_new();
    scm_document *d = parse(str_of(TEXT));
    scm_annotations *n = NULL;
    str ids[] = {str_of(id)};
    assert_int_equal(scm_annotate(&n, d, authority, NULL, NULL), SCM_OK);
    scm_concordance *c = scm_concordance_of_names(n, types, ids, id ? 1 : 0);
    str got = listed(a, c);
    bool same = str_eq(got, str_of(expected));
    if (!same)
        print_error("%s\n    expected: %s\n    got:      %.*s\n", id ? id : "(all)", expected,
            SCM_STR(got));
    scm_concordance_free(c);
    scm_annotations_free(n);
    scm_document_free(d);
    arena_free(a);
    return same;
}

static void test_names(void **state)
{
    (void)state;
    assert_true(names(0, "NCG", "1:Nuclear Consultative Group 1:NCG 2:NCG"));
    assert_true(names(0, "ncg", "1:Nuclear Consultative Group 1:NCG 2:NCG"));
    assert_true(names(0, "NC", ""));
    assert_true(names(1u << SCM_PLACE, NULL, "1:Seoul"));
    assert_true(names(1u << SCM_PLACE, "NCG", ""));
    assert_true(names(1u << SCM_EXERCISE, NULL, ""));
}

/* The concordance as text of so many columns. */
static str printed(arena *a, const char *pattern, int width)
{
    scm_document *d = parse(str_of(TEXT));
    scm_pattern *p = compile(pattern, false);
    scm_concordance *c = NULL;
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    assert_int_equal(scm_concordance_of_pattern(&c, d, p, NULL), SCM_OK);
    scm_report *report = scm_report_concordances((const scm_concordance *const *)&c, 1, 0);
    scm_write_options how = {.format = SCM_FORMAT_TEXT, .width = width};
    assert_int_equal(scm_report_write(report, &how, out, NULL), SCM_OK);
    fclose(out);
    str copy = str_dup(a, str_of(text));
    free(text);
    scm_report_free(report);
    scm_concordance_free(c);
    scm_pattern_free(p);
    scm_document_free(d);
    return copy;
}

static void assert_printed(const char *pattern, int width, const char *expected)
{
    arena *a = arena_new();
    str got = printed(a, pattern, width);
    if (!str_eq(got, str_of(expected)))
        print_error("%s, %d:\n%.*s", pattern, width, SCM_STR(got));
    assert_true(str_eq(got, str_of(expected)));
    arena_free(a);
}

static void test_lines(void **state)
{
    (void)state;
    assert_printed("NCG", 50,
        "lamps  1           …Group ([NCG]) heard them.\n"
        "lamps  2   …is scarce, the [NCG] said.\n");
    assert_printed("^The|^Lantern", 40,
        "lamps  1    [The] lantern keepers met in …\n"
        "lamps  2    [Lantern] oil is scarce, the …\n"
        "lamps  2.2  [The] keepers left.\n");
    assert_printed("nothing of the kind", 40, "");
}

/* No line is wider than the page, and a Hangul syllable has two columns. */
static void test_width(void **state)
{
    (void)state;
    for (int width = 44; width < 120; width++) {
        arena *a = arena_new();
        str rest = printed(a, "[가-힣]+|served|[A-Z]\\w+", width), line;
        while (str_cut(&rest, '\n', &line)) {
            assert_true(utf8_width(line) <= width);
            assert_true(line.len == 0 || line.at[line.len - 1] != ' ');
        }
        arena_free(a);
    }
    assert_printed(
        "회의는", 60, "lamps  3  등대지기 [회의는] 끝났다. Café au lait was served.\n");
    assert_printed("lait", 44, "lamps  3       …Café au [lait] was served.\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_patterns),
        cmocka_unit_test(test_empty_matches),
        cmocka_unit_test(test_bad_patterns),
        cmocka_unit_test(test_limits),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_width),
    };
    return cmocka_run_group_tests(tests, load_authority, free_authority);
}
