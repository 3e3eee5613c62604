/* Tests of lint: each kind of slip, and beside it a form that is none. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#undef fail /* cmocka's; ours is a function */

#include <scm/findings.h>
#include "base/str.h"

struct fixture {
    arena *arena;
    scm_authority *authority;
    scm_document *document;
    scm_annotations *annotations;
    scm_findings *findings;
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
    scm_findings_free(f->findings);
    scm_annotations_free(f->annotations);
    scm_document_free(f->document);
    f->findings = NULL;
    f->annotations = NULL;
    f->document = NULL;
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    forget(f);
    scm_authority_free(f->authority);
    arena_free(f->arena);
    free(f);
    return 0;
}

static const scm_findings *lint(struct fixture *f, str text)
{
    forget(f);
    assert_int_equal(scm_document_parse(&f->document, text, NULL, NULL), 0);
    assert_int_equal(scm_annotate(&f->annotations, f->document, f->authority, NULL, NULL), 0);
    return f->findings = scm_lint(f->annotations);
}

#define TITLE "Joint Communiqué of the 55th U.S.-ROK Security Consultative Meeting\n\n"
#define FIRST                                                                                  \
    "1. Seoul was host to the 55th Security Consultative Meeting (SCM) on November 13, 2023. " \
    "Secretary Austin and Minister Shin took the chair, a day after the 48th Military "        \
    "Committee Meeting (MCM).\n\n"
#define LAST                                                                                   \
    "\n\n3. They thanked their hosts, who had lit the lanterns, and went home by sea.\n"

/* The text of paragraph 2 of a communiqué. */
static const scm_findings *lint_second(struct fixture *f, const char *text)
{
    return lint(f, str_printf(f->arena, TITLE FIRST "2. %s" LAST, text));
}

/* Exactly the findings with these codes, in order, spaces between. */
static void expect(struct fixture *f, const scm_findings *found, const char *codes)
{
    buf b = {.arena = f->arena};
    for (size_t i = 0; i < found->nfindings; i++) {
        const scm_finding *x = &found->findings[i];
        assert_true(x->start <= x->end && x->end <= f->document->text.len);
        assert_true(x->block < f->document->nblocks && x->count > 0);
        if (b.len) buf_char(&b, ' ');
        buf_add(&b, str_of(x->kind.code));
    }
    buf_char(&b, '\0');
    assert_string_equal(b.at, codes);
}

struct pair {
    const char *text, *codes;
};

static void expect_all(struct fixture *f, const struct pair *pairs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        print_message("%s\n", pairs[i].text);
        expect(f, lint_second(f, pairs[i].text), pairs[i].codes);
    }
}

#define EXPECT_ALL(f, pairs) expect_all((f), (pairs), sizeof(pairs) / sizeof *(pairs))

static void test_clean(void **state)
{
    struct fixture *f = *state;
    expect(f, lint_second(f, "The Secretary and the Minister spoke of tides."), "");
    expect(f, lint(f, S("A page about boats, and of nothing but boats, on a long day.\n")), "");
}

static void test_ordinals(void **state)
{
    static const struct pair PAIRS[] = {
        {"The 52th boat sank.", "E011"},
        {"The 1st, 2nd, 3rd, 4th, 11th, 12th, 13th, 21st, 102nd and 111th boats sank.", ""},
        {"The 11st and the 103th boat sank.", "E011 E011"},
        {"The 1,000th and the 1,001st boat sank; the F4th and 5thly did not.", ""},
        {"The 1,002th boat sank.", "E011"},
        {"They took 3 the other way, and 4 thanked them; 3.1st is none.", ""},
        {"The 52TH boat sank.", "E011"},
    };
    EXPECT_ALL(*state, PAIRS);
}

static void test_meetings(void **state)
{
    static const struct pair PAIRS[] = {
        {"The 55th Sino-Dutch Boat Conference was long.", "E012"},
        {"The 54th Boat Conference was long.", ""},
        {"The work of the 54th SCM and the 47th MCM goes on.", ""},
        {"The 56th SCM and the 49th MCM will meet.", ""},
        {"The 58th SCM will meet.", "E013"},
        {"The 51st MCM will meet.", "E013"},
        {"On November 10, 2023, the 48th MCM met.", "E014"},
        {"On November 11, 2023, the 48th MCM met.", ""},
        {"On November 10, 2023, the 48th MCM and the 55th SCM were named.", ""},
    };
    EXPECT_ALL(*state, PAIRS);
}

static void test_own_meeting(void **state)
{
    struct fixture *f = *state;
    const char *tail = "2. They spoke of tides." LAST;
    const scm_findings *found = lint(
        f, str_printf(f->arena,
               TITLE "1. Seoul was host to the 55th Security Consultative Meeting (SCM) on "
                     "November 14, 2023.\n\n%s",
               tail));
    expect(f, found, "E014");
    assert_true(str_has(found->findings[0].message, S("was held on 2023-11-13")));
#define CLOSING TITLE FIRST "2. They spoke of tides.\n\n3. They thanked their hosts; "
    expect(f, lint(f, S(CLOSING "the 54th SCM had gone well, and so will the 56th SCM.\n")),
        "E013");
    expect(f,
        lint(f, S(CLOSING "the 55th SCM, like the 54th SCM before it, had gone well, and so "
                          "will the 56th SCM.\n")),
        "");
    expect(f, lint(f, S(CLOSING "the 54th SCM is well remembered there.\n")), "");
}

static void test_names_of_people(void **state)
{
    static const struct pair PAIRS[] = {
        {"Secretary Lloyd J. Austin III came.", ""},
        {"Secretary Lloyd James Austin came, and Minister Won-sik Shin.", ""},
        {"Minister SHIN came with Minister Shin Wonsik.", ""},
        {"Secretary Lloid Austin came.", "E021"},
        {"Minister Sheen came.", "E021"},
        {"Secretary Lloyd J. Austyn III came with Minister Hu Hu.", "E021"},
        {"Minister Shin Woon-sik came.", "E021"},
        {"General Charles Brown, Chairman of the Joint Chiefs of Staff, came.", ""},
        {"General Charles Braun, Chairman of the Joint Chiefs of Staff, came.", "E021"},
        {"Spokesperson Jane Q. Roe came.", ""},
    };
    EXPECT_ALL(*state, PAIRS);
}

static void test_offices(void **state)
{
    static const struct pair PAIRS[] = {
        {"Secretary of State Austin came.", "E022"},
        {"Secretary of Defense Austin came.", ""},
        {"Minister Austin came, and Secretary Shin.", "E022 E022"},
        {"Defense Secretary Austin came, and Defense Minister Shin.", ""},
        {"Secretary of State Antony Blinken came.", ""},
        {"Secretary of Defense Mark Esper came.", "E022"},
        {"Former Secretary of Defense Mark Esper came.", ""},
        {"In May 2020 Secretary of Defense Mark Esper came.", ""},
        {"Since President Trump wrote, the tide has turned.", ""},
        {"He had served Vice President Joseph Biden.", ""},
        {"Jake Sullivan, Assistant to the President and National Security Advisor, came.", ""},
        {"ROK Minster of National Defense Shin Won-sik came.", "E036"},
        {"The Minister and his Ministry came to Westminster.", ""},
        {"The UNSC Commander came.", "E037"},
        {"The UNC Commander came.", ""},
    };
    EXPECT_ALL(*state, PAIRS);
}

static void test_fragments(void **state)
{
    static const struct pair PAIRS[] = {
        {"The boats are to sail to the", "E056"},
        {"and the boats are to sail.", "E056"},
        {"The boats are to sail", ""},
    };
    EXPECT_ALL(*state, PAIRS);
}

/* Five slips are a translator's; a text that says so is not told. */
static void test_translation(void **state)
{
    static const char SLIPS[] = "The Nuclear Consultation Group met. The Joint Command (CFC) "
                                "stood at Carroll Camp. The two heads of state and the "
                                "Secretary of State spoke of the Northern Limit (NLL).";
    const scm_findings *found = lint_second(*state, SLIPS);
    bool told = false;
    for (size_t i = 0; i < found->nfindings; i++)
        told |= strcmp(found->findings[i].kind.code, "E071") == 0;
    assert_true(told);
}

static void test_renamed(void **state)
{
    static const struct pair PAIRS[] = {
        {"The Nuclear Consultation Group met.", "E031"},
        {"The Nuclear Consultative Group met.", ""},
        {"The Joint Command (CFC) stood.", "E032"},
        {"The Combined Forces Command (CFC) stood.", ""},
        {"The U.S.-Korea Integrated Defense Dialogue (KIDD) met.", ""},
        {"The Joint Command stood.", ""},
        {"The Northern Limit (NLL) is at sea.", "E031"},
    };
    EXPECT_ALL(*state, PAIRS);
}

static void test_roles(void **state)
{
    struct fixture *f = *state;
    static const struct pair PAIRS[] = {
        {"The Minister and the Secretary of State spoke.", "E034"},
        {"The Minister and the Secretary spoke.", ""},
        {"The Minister and the Minister spoke.", "E033"},
        {"The two heads of state spoke.", "E035"},
        {"The two leaders spoke.", ""},
        {"The Foreign Minister spoke.", "E034"},
        {"Secretary of State Antony Blinken came. The Secretary of State spoke.", ""},
    };
    EXPECT_ALL(f, PAIRS);
    const scm_findings *found = lint_second(f, "The Minister and the Secretary of State spoke. "
                                               "The Secretary of State wept.");
    expect(f, found, "E034");
    assert_int_equal(found->findings[0].count, 2);
    assert_true(str_has(found->findings[0].message, S("read as us-secdef")));
}

static void test_dates(void **state)
{
    static const struct pair PAIRS[] = {
        {"They met on February 30, 2024.", "E041"},
        {"They met on February 29, 2024, and on 28 February 2023.", ""},
        {"They met on February 29, 2023.", "E041"},
        {"They met on the 31st of April and on 31 June 2023.", "E041 E041"},
        {"In April 33 boats came; in June 31 went. May 70 years pass!", ""},
        {"It is filed under 2023-02-30 and 2023-02-28.", "E041"},
        {"They met on Tuesday, November 14, 2023.", ""},
        {"They met on Wednesday, November 14, 2023.", "E042"},
        {"They met on November 14, 2023 (Monday).", "E042"},
        {"They met on Monday; on November 14, 2023, they parted.", ""},
    };
    EXPECT_ALL(*state, PAIRS);
}

static void test_numbers(void **state)
{
    struct fixture *f = *state;
#define SAID "They spoke of tides and of boats, as they had done for years.\n\n"
    expect(f, lint(f, S("1. " SAID "2. " SAID "3. " SAID)), "");
    const scm_findings *found = lint(f, S("1. " SAID "2. " SAID "4. " SAID "5. " SAID));
    expect(f, found, "E051");
    assert_true(str_has(found->findings[0].message, S("paragraph 3 is missing")));
    expect(f, lint(f, S("1. " SAID "2. " SAID "5. " SAID "3. " SAID "4. " SAID)), "E052");
    expect(f, lint(f, S("1. " SAID "2. " SAID "1. One\n\n2. Two\n\n3. " SAID "4. " SAID)), "");
}

static void test_furniture(void **state)
{
    static const struct pair PAIRS[] = {
        {"They spoke of tides. Read source", "E053"},
        {"They spoke of tides at https://tides.example/now for long.", "E053"},
        {"They spoke of tides. - Advertisement - They spoke of boats.", "E053"},
        {"They spoke of the source that all read. They share this view.", ""},
    };
    EXPECT_ALL(*state, PAIRS);
}

#define DEFINED                                                                                \
    "The Nuclear Consultative Group (NCG), the Combined Forces Command (CFC) and the Harbor "  \
    "Watch Group (HWG) met. "

static void test_acronyms(void **state)
{
    static const struct pair PAIRS[] = {
        {DEFINED "The HWG and the NCG wrote.", ""},
        {"The HWG wrote. " DEFINED, "E061"},
        {"The NCG wrote. " DEFINED, "E061"},
        {"The Nuclear Consultative Group met. The NCG wrote. " DEFINED, ""},
        {DEFINED "The EDSCG wrote.", "E062"},
        {DEFINED "The UN, NATO, the ROK and the DPRK wrote.", ""},
        {"The EDSCG wrote.", ""}, /* nothing is defined here */
        {DEFINED "The Helmet Wear Group (HWG) met.", "E063"},
        {DEFINED "The harbor watch group (HWG) met.", ""},
        {"The Deterrence Strategy Committee (DSC) met. The Defense Strategy Committee (DSC) "
         "met.",
            "E063"},
        {DEFINED "The Deterrence Strategy Committee Table-top Exercise (TTX) and the Space "
                 "Cooperation Tabletop Exercise (TTX) ended.",
            ""},
    };
    EXPECT_ALL(*state, PAIRS);
}

static void test_places(void **state)
{
    struct fixture *f = *state;
    const scm_findings *found = lint_second(f, "Tide – the 52th one.");
    expect(f, found, "E011");
    const scm_finding *x = &found->findings[0];
    assert_true(str_eq(str_sub(f->document->text, x->start, x->end), S("52th")));
    assert_int_equal(x->block, 1);
    assert_string_equal(x->kind.name, "bad-ordinal");
    assert_string_equal(scm_severity_name(x->kind.severity), "warning");
    assert_true(str_eq(x->message, S("\"52th\": not an ordinal; read as 52nd")));
}

static void test_kinds(void **state)
{
    (void)state;
    size_t count;
    const scm_finding_kind *kinds = scm_finding_kinds(&count);
    for (size_t i = 0; i + 1 < count; i++)
        assert_true(strcmp(kinds[i].code, kinds[i + 1].code) < 0);
    for (size_t i = 0; i < count; i++) assert_true(kinds[i].name[0] != '\0');
    scm_findings_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_clean, setup, teardown),
        cmocka_unit_test_setup_teardown(test_ordinals, setup, teardown),
        cmocka_unit_test_setup_teardown(test_meetings, setup, teardown),
        cmocka_unit_test_setup_teardown(test_own_meeting, setup, teardown),
        cmocka_unit_test_setup_teardown(test_names_of_people, setup, teardown),
        cmocka_unit_test_setup_teardown(test_offices, setup, teardown),
        cmocka_unit_test_setup_teardown(test_fragments, setup, teardown),
        cmocka_unit_test_setup_teardown(test_translation, setup, teardown),
        cmocka_unit_test_setup_teardown(test_renamed, setup, teardown),
        cmocka_unit_test_setup_teardown(test_roles, setup, teardown),
        cmocka_unit_test_setup_teardown(test_dates, setup, teardown),
        cmocka_unit_test_setup_teardown(test_numbers, setup, teardown),
        cmocka_unit_test_setup_teardown(test_furniture, setup, teardown),
        cmocka_unit_test_setup_teardown(test_acronyms, setup, teardown),
        cmocka_unit_test_setup_teardown(test_places, setup, teardown),
        cmocka_unit_test_setup_teardown(test_kinds, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
