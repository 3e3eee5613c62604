/* Tests of the authority: look-ups, and what is said of tables that are wrong. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#undef fail /* cmocka's; ours is a function */

#include <scm/report.h>
#include "base/str.h"

/* A folder with tables, gone at the end. */
struct fixture {
    arena *arena;
    char folder[32];
    const char *path; /* of the last table written */
    scm_authority *authority;
    scm_error error;
};

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    *state = f;
    f->arena = arena_new();
    strcpy(f->folder, "/tmp/authority.XXXXXX");
    return mkdtemp(f->folder) ? 0 : -1;
}

static void forget(struct fixture *f)
{
    scm_authority_free(f->authority);
    f->authority = NULL;
    if (f->path) unlink(f->path);
    f->path = NULL;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    forget(f);
    rmdir(f->folder);
    arena_free(f->arena);
    free(f);
    return 0;
}

static void write_table(struct fixture *f, const char *file, const char *text)
{
    f->path = str_printf(f->arena, "%s/%s", f->folder, file).at;
    FILE *out = fopen(f->path, "w");
    assert_non_null(out);
    fputs(text, out);
    fclose(out);
}

/* Loads with this one table; the others are the built-in ones. */
static int load_table(struct fixture *f, const char *file, const char *text)
{
    forget(f);
    write_table(f, file, text);
    scm_authority_options how = {.dir = f->folder};
    return scm_authority_load(&f->authority, &how, &f->error);
}

static int load_lexicon(struct fixture *f, const char *text)
{
    forget(f);
    write_table(f, "mine.tsv", text);
    scm_authority_options how = {.lexicon = f->path};
    return scm_authority_load(&f->authority, &how, &f->error);
}

/* The message behind the path: ":2:6: …". */
static void expect_error(struct fixture *f, int status, const char *message)
{
    assert_int_equal(status, SCM_E_INPUT);
    assert_true(strncmp(f->error.message, f->path, strlen(f->path)) == 0);
    assert_string_equal(f->error.message + strlen(f->path), message);
}

#define NAMES "id\ttype\tclass\tname\taliases\tfirst\tnote\n"
#define OFFICIALS "id\tname\tside\toffice\tfrom\tto\taliases\tnote\n"
#define OFFICES "id\tside\ttitle\tforms\tshort\tnote\n"
#define MEETINGS "series\tmeeting\tdate\tend\tvenue\theads\tcompanion\tcompanion_date\tnote\n"
#define VERBS "lemma\tpast\tact\tstrength\tforms\tnote\n"
#define TOPICS "id\ttitle\tcues\n"

static void test_find_name(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(scm_authority_load(&f->authority, NULL, &f->error), 0);
    size_t count = scm_authority_names(f->authority);
    assert_true(count > 100);
    for (size_t i = 0; i < count; i++) {
        scm_name name = scm_authority_name(f->authority, i), found = {.class_ = S("none")};
        assert_true(scm_authority_find_name(f->authority, name.id, &found));
        assert_true(str_eq(found.id, name.id));
        scm_name untouched = {.class_ = S("none")};
        str longer = str_printf(f->arena, "%.*s-Q", SCM_STR(name.id));
        assert_false(scm_authority_find_name(f->authority, longer, &untouched));
        assert_true(str_eq(untouched.class_, S("none")));
    }
    scm_name none;
    assert_false(scm_authority_find_name(f->authority, S(""), &none));
}

static void test_first_of_an_id(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(load_table(f, "names.tsv",
                         NAMES "KELP\tSTATE\tstate\tKelpland\t\n"
                               "BUOY\tORG\tbody\tBuoy Office\t\n"
                               "KELP\tCAPABILITY\tship\tKelp Cutter\tKC-1\n"),
        0);
    scm_name name;
    assert_int_equal(scm_authority_names(f->authority), 3);
    assert_true(scm_authority_find_name(f->authority, S("KELP"), &name));
    assert_int_equal(name.type, SCM_STATE);
    assert_false(scm_authority_find_name(f->authority, S("KC-1"), &name));
}

struct bad {
    const char *file, *text, *message;
};

static const struct bad BAD[] = {
    {"names.tsv", "id\tkind\n", ":1:1: too few columns: 'id?kind'"},
    {"names.tsv", "id\tkind\tclass\tname\n", ":1:4: not a column of this table: 'kind'"},
    {"names.tsv", NAMES "A\tORG\tbody\tAn A\t\t\t\t4\tmore\n",
        ":2:22: more columns than the table has: 'more'"},
    {"names.tsv", NAMES "A\tORG\tbody\tAn A\t\t\t\tmuch\n",
        ":2:20: not a weight from 0 to 9: 'much'"},
    {"names.tsv", NAMES "# a comment\n\nA\tOGR\tbody\tAn A\n",
        ":4:3: not a type of name: 'OGR'"},
    {"names.tsv", NAMES "A\tDATE\tbody\tAn A\n", ":2:3: not a type of name: 'DATE'"},
    {"names.tsv", NAMES "\tORG\tbody\tAn A\n", ":2:1: a name needs an id"},
    {"names.tsv", NAMES "A\tORG\tbody\t-\n", ":2:12: a name needs a full name"},
    {"names.tsv", NAMES "A B\tORG\tbody\tAn A\n",
        ":2:1: an id may not contain a space or a comma: 'A B'"},
    {"names.tsv", NAMES "A\tORG\tbody\tAn A\t\t20x2\n", ":2:18: not a year: '20x2'"},
    {"names.tsv", NAMES "A\tORG\tbody\tAn A\nB\tORG\tbody\tA B\nA\tORG\tbody\tThe A\n",
        ":4:1: line 2 has the same id: 'A'"},
    {"names.tsv", NAMES "AB\tORG\tbody\tAn A\t\nC\tORG\tbody\tA C\tCC | an a\n",
        ":3:21: AB and C cannot both have the alias 'an a'"},
    {"names.tsv", NAMES "AB\tORG\tbody\tAn A\tABA\nC\tPLACE\tcity\tA C\tABA\n",
        ":3:18: AB and C cannot both have the alias 'ABA'"},
    {"names.tsv", NAMES "A\tORG\tbody\tAn \xFF A\n", ":2:15: not UTF-8"},
    {"names.tsv", NAMES "A\tORG\tbody\tAn \033 A\n", ":2:15: U+001B is not allowed in a table"},
    {"officials.tsv", OFFICIALS "roe-jane\tJane Roe\tUS\tus-secdef\t2050-13\t\n",
        ":2:32: not a date: '2050-13'"},
    {"officials.tsv", OFFICIALS "roe-jane\tJane Roe\tUS\tus-secdef\t2050\t2049\n",
        ":2:37: a term of office cannot end before it begins: '2049'"},
    {"officials.tsv", OFFICIALS "roe-jane\tJane Roe\tUS\tus-boatswain\t2050\t2051\n",
        ":2:22: no such office: 'us-boatswain'"},
    {"officials.tsv", OFFICIALS "roe-jane\t\tUS\tus-secdef\t2050\t2051\n",
        ":2:10: an official needs a name"},
    {"officials.tsv",
        OFFICIALS "roe-jane\tJane Roe\tUS\tus-secdef\t2050\t2051\n"
                  "roe-jane\tJane Roe\tUS\tus-secdef\t2050\t2052\n",
        ":3:1: line 2 has the same id: 'roe-jane'"},
    {"offices.tsv", OFFICES "boatswain\tUS\t\tBosun\n", ":2:14: an office needs a title"},
    {"meetings.tsv", MEETINGS "SCM\t0\t2050-01-02\t\tSeoul\t\t\t\n",
        ":2:5: not a valid ordinal: '0'"},
    {"meetings.tsv", MEETINGS "BOAT\t1\t2050-01-02\t\tSeoul\t\t\t\n",
        ":2:1: no such series: 'BOAT'"},
    {"meetings.tsv", MEETINGS "SCM\t91\t2050-01-32\t\tSeoul\t\t\t\n",
        ":2:8: not a date: '2050-01-32'"},
    {"meetings.tsv", MEETINGS "SCM\t91\t2050-01-02\t\tSeoul\troe-jane\t\t\n",
        ":2:26: no such official: 'roe-jane'"},
    {"meetings.tsv", MEETINGS "SCM\t91\t2050\t\tSeoul\t\t\t\nSCM\t91\t2051\t\tSeoul\t\t\t\n",
        ":3:5: line 2 has the same id: '91'"},
    {"verbs.tsv", VERBS "row\trowed\tphysical\t2\trows\n",
        ":2:11: not a speech act: 'physical'"},
    {"verbs.tsv", VERBS "row\trowed\tassertive\t6\trows\n",
        ":2:21: not a strength from 1 to 5: '6'"},
    {"verbs.tsv",
        VERBS "row\trowed\tassertive\t2\trows\nsail\tsailed\tassertive\t2\tsails | rows\n",
        ":3:33: row and sail cannot both have the form 'rows'"},
    {"topics.tsv", TOPICS "BOATS\tBoats\tboat*x\n", ":2:13: not a weight: 'boat*x'"},
    {"topics.tsv", TOPICS "BOATS\tBoats\tboat\nBOATS\tShips\tship\n",
        ":3:1: line 2 has the same id: 'BOATS'"},
};

static void test_bad_tables(void **state)
{
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        print_message("%s %s\n", BAD[i].file, BAD[i].message);
        expect_error(f, load_table(f, BAD[i].file, BAD[i].text), BAD[i].message);
    }
}

static const struct bad GOOD[] = {
    /* One id in two types, one alias in two cases, a term and a name alike. */
    {"names.tsv", NAMES "A\tORG\tbody\tAn A\t\nA\tPLACE\tcity\tThe A\t\n", ""},
    {"names.tsv", NAMES "A\tORG\tbody\tAn A\t=Big Boat\nB\tORG\tbody\tA B\tbig boat\n", ""},
    {"names.tsv", NAMES "A\tORG\tbody\tAn A\tBOAT\nB\tORG\tbody\tA B\tBoat\n", ""},
    {"names.tsv", NAMES "A\tORG\tbody\tBig Boat\t\nB\tTERM\tboats\tbig boat\t\n", ""},
    {"names.tsv", NAMES "A\tORG\tbody\tBig Boat\tBig Boat | big  boat | ~=Bog Boat\r\n", ""},
    /* A term of office after another, namesakes, a term that is open. */
    {"officials.tsv",
        OFFICIALS "roe-jane\tJane Roe\tUS\tus-secdef\t2050\t2051\tJ. Roe\n"
                  "roe-jane\tJane Roe\tUS\tus-secdef\t2061\t\tJ. Roe\n"
                  "roe-john\tJohn Roe\tUS\tus-cjcs\t\t2051\tJ. Roe\n",
        ""},
    {"offices.tsv",
        OFFICES "boatswain\tUS\tBoatswain\tBosun\tBosun\nmate\tROK\tMate\tBosun\tMate\n", ""},
    {"meetings.tsv",
        MEETINGS "SCM\t91\t2050-01-02\t\tSeoul\taustin-lloyd | suh-wook\t84\t2050-01\n", ""},
    {"verbs.tsv", VERBS "row\trowed\tassertive\t2\trow | rows | row\n", ""},
    {"topics.tsv", TOPICS "BOATS\tBoats\tboat*2 | KELP\n", ""},
};

static void test_good_tables(void **state)
{
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++) {
        int status = load_table(f, GOOD[i].file, GOOD[i].text);
        if (status != SCM_OK) print_message("%s\n", f->error.message);
        assert_int_equal(status, SCM_OK);
    }
}

/* A lexicon may say more of what the tables have, but not take its aliases. */
static void test_lexicon(void **state)
{
    struct fixture *f = *state;
    scm_name name;
    assert_int_equal(
        load_lexicon(f, NAMES "NCG\tMECHANISM\tdialogue\tNight Crab Gathering\tN2G\n"
                              "KELP\tORG\tbody\tKelp Office\tKO\n"),
        0);
    assert_true(scm_authority_find_name(f->authority, S("KELP"), &name));
    assert_true(scm_authority_find_name(f->authority, S("NCG"), &name));
    assert_true(str_eq(name.name, S("Nuclear Consultative Group")));
    expect_error(f, load_lexicon(f, NAMES "KELP\tORG\tbody\tKelp Office\tNCG\n"),
        ":2:27: NCG and KELP cannot both have the alias 'NCG'");
    expect_error(f,
        load_lexicon(f, NAMES "KELP\tORG\tbody\tKelp Office\t\nKELP\tORG\tbody\tKelp Hall\t\n"),
        ":3:1: line 2 has the same id: 'KELP'");
}

static void test_many_names(void **state)
{
    enum { MANY = 30000 };
    struct fixture *f = *state;
    buf table = {.arena = f->arena};
    buf_add(&table, S(NAMES));
    for (int i = 0; i < MANY; i++)
        buf_printf(&table, "K%d\tMECHANISM\tbody\tKelp Watch %d Group\tK%dG\n", i, i, i);
    buf_char(&table, '\0');
    assert_int_equal(load_lexicon(f, table.at), 0);
    for (int i = 0; i < MANY; i += 997) {
        scm_name name;
        str id = str_printf(f->arena, "K%d", i);
        assert_true(scm_authority_find_name(f->authority, id, &name));
        assert_true(str_eq(name.name, str_printf(f->arena, "Kelp Watch %d Group", i)));
    }
}

static size_t rows_of(struct fixture *f, scm_authority_report_options how)
{
    scm_report *report;
    assert_int_equal(scm_report_authority(&report, f->authority, &how, &f->error), 0);
    size_t rows = scm_report_rows(report);
    scm_report_free(report);
    return rows;
}

static void test_reports(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(
        load_table(f, "officials.tsv",
            OFFICIALS "roe-jane\tJane Roe\tUS\tus-secdef\t2050-01-01\t2051-05-06\n"
                      "doe-jack\tJack Doe\tUS\tus-secdef\t2051-05-06\t\n"
                      "kim-bo-gi\tKim Bo-gi\tROK\trok-mnd\t2050-01-01\t2051-05-06\n"),
        0);
    scm_authority_report_options how = {.table = SCM_TABLES};
    assert_int_equal(rows_of(f, how), SCM_NTABLES - 1);
    how.table = SCM_TABLE_OFFICIALS;
    assert_int_equal(rows_of(f, how), 3);
    how.date = "2050-06-01";
    assert_int_equal(rows_of(f, how), 2);
    how.date = "2051-05-06"; /* the newcomer's first day, the other's last */
    assert_int_equal(rows_of(f, how), 2);
    how.date = "2049-12-31";
    assert_int_equal(rows_of(f, how), 0);
    how.date = "2049-02-30";
    scm_report *none = NULL;
    assert_int_equal(scm_report_authority(&none, f->authority, &how, &f->error), SCM_E_USAGE);
    assert_null(none);
    how = (scm_authority_report_options){.table = SCM_TABLE_NAMES, .types = 1u << SCM_TERM};
    size_t terms = rows_of(f, how);
    how = (scm_authority_report_options){.table = SCM_TABLE_TERMS};
    assert_int_equal(rows_of(f, how), terms);
    how.table = SCM_TABLE_NAMES;
    assert_int_equal(rows_of(f, how), scm_authority_names(f->authority));
    assert_string_equal(scm_table_name(SCM_TABLE_VERBS), "verbs");
}

/* A new type needs a row of all of it. */
static void test_every_type_is_described(void **state)
{
    (void)state;
    for (int i = 0; i < SCM_NTYPES; i++) {
        scm_type_info info = scm_type_describe((enum scm_type)i);
        if (!info.name || !info.heading || !info.element || !info.element_type)
            print_error("type %d has no name, heading or element\n", i);
        assert_non_null(info.name);
        assert_non_null(info.heading);
        assert_non_null(info.element);
        assert_non_null(info.element_type);
        for (int k = 0; k < i; k++)
            assert_string_not_equal(info.name, scm_type_describe((enum scm_type)k).name);
    }
}

/* "`options` may be NULL", the header says. */
static void test_report_without_options(void **state)
{
    scm_report *report = NULL;
    scm_authority *tables = NULL;
    (void)state;
    assert_int_equal(scm_authority_load(&tables, NULL, NULL), SCM_OK);
    assert_int_equal(scm_report_authority(&report, tables, NULL, NULL), SCM_OK);
    assert_true(scm_report_rows(report) > 0);
    scm_report_free(report);
    scm_authority_free(tables);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_report_without_options),
        cmocka_unit_test(test_every_type_is_described),
        cmocka_unit_test_setup_teardown(test_find_name, setup, teardown),
        cmocka_unit_test_setup_teardown(test_first_of_an_id, setup, teardown),
        cmocka_unit_test_setup_teardown(test_bad_tables, setup, teardown),
        cmocka_unit_test_setup_teardown(test_good_tables, setup, teardown),
        cmocka_unit_test_setup_teardown(test_lexicon, setup, teardown),
        cmocka_unit_test_setup_teardown(test_many_names, setup, teardown),
        cmocka_unit_test_setup_teardown(test_reports, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
