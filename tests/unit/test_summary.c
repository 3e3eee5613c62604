/* Tests of the summary: facts, counts, gists, undertakings. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#undef fail /* cmocka's; ours is a function */

#include <scm/summary.h>
#include "base/str.h"

struct fixture {
    arena *arena;
    scm_authority *authority;
    scm_annotations *annotations;
    scm_summary *summary;
};

static int setup(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    *state = f;
    f->arena = arena_new();
    return scm_authority_load(&f->authority, NULL, NULL);
}

static int teardown(void **state)
{
    struct fixture *f = *state;
    scm_summary_free(f->summary);
    scm_annotations_free(f->annotations);
    scm_authority_free(f->authority);
    arena_free(f->arena);
    free(f);
    return 0;
}

struct paragraph {
    const char *label, *text;
};

static scm_document *make_document(arena *a, const struct paragraph *paragraphs, size_t count)
{
    scm_document *d = arena_alloc(a, sizeof *d);
    scm_block *blocks = arena_array(a, count, sizeof *blocks);
    buf text = {.arena = a};
    for (size_t i = 0; i < count; i++) {
        buf_add(&text, str_of(paragraphs[i].text));
        buf_char(&text, '\n');
    }
    d->id = S("invented");
    d->text = buf_str(&text);
    for (size_t i = 0, at = 0; i < count; i++) {
        size_t len = strlen(paragraphs[i].text);
        blocks[i].label = str_of(paragraphs[i].label);
        blocks[i].text = str_sub(d->text, at, at + len);
        at += len + 1;
    }
    for (size_t i = 0; i < count; i++) {
        size_t dot = str_find_char(blocks[i].label, '.');
        str part = str_sub(blocks[i].label, dot + 1, blocks[i].label.len);
        blocks[i].paragraph = str_int(str_sub(blocks[i].label, 0, dot));
        blocks[i].part = part.len ? str_int(part) : 1;
    }
    d->blocks = blocks;
    d->nblocks = count;
    return d;
}

static const scm_summary *summarize(struct fixture *f, const scm_document *d)
{
    assert_int_equal(scm_annotate(&f->annotations, d, f->authority, NULL, NULL), 0);
    return f->summary = scm_summarize(f->annotations);
}

static void assert_fact(
    const scm_summary *s, const char *key, const char *value, const char *detail)
{
    const scm_fact *fact = scm_summary_fact(s, key);
    if (!fact) print_error("no fact \"%s\"\n", key);
    assert_non_null(fact);
    if (!str_eq(fact->value, str_of(value)) || !str_eq(fact->detail, str_of(detail)))
        print_error(
            "%s: \"%.*s\", \"%.*s\"\n", key, SCM_STR(fact->value), SCM_STR(fact->detail));
    assert_true(str_eq(fact->value, str_of(value)));
    assert_true(str_eq(fact->detail, str_of(detail)));
}

/* A meeting that no table has, at a time for which it has no people either. */
static const struct paragraph COMMUNIQUE[] = {
    {"1", "The 90th U.S.-ROK Security Consultative Meeting (SCM) took place in Seoul on "
          "October 12, 1958. U.S. Secretary of Defense Harriet T. Quill and ROK Minister of "
          "National Defense Bae Do-yun headed the two delegations. On October 11, 1958, the "
          "U.S. Chairman of the Joint Chiefs of Staff, General Amos Reed, and the ROK Chairman "
          "of the Joint Chiefs of Staff, Admiral Noh Tae-gyu, opened the 83rd Military "
          "Committee Meeting (MCM)."},
    {"2", "The Secretary and the Minister noted the work of the Nuclear Consultative Group "
          "(NCG). They pledged to hold the NCG each spring."},
    {"2.1", "The NCG shall also look at THAAD, the two leaders agreed."},
    {"3", "Both sides discussed DPRK shipping. They may consider to pledge further patrols."},
    {"4",
        "Both sides look forward to holding the 91st SCM and the 84th MCM in Washington, D.C., "
        "in 1959."},
};

static scm_document *communique(arena *a)
{
    scm_document *d = make_document(a, COMMUNIQUE, sizeof COMMUNIQUE / sizeof *COMMUNIQUE);
    d->kind = SCM_KIND_COMMUNIQUE;
    d->meeting = 90;
    d->date = S("1958-10-12");
    d->venue = S("Seoul");
    d->note = S("Translated from the Korean text.");
    return d;
}

static void test_facts(void **state)
{
    struct fixture *f = *state;
    const scm_summary *s = summarize(f, communique(f->arena));
    assert_fact(s, "meeting", "90", "90th Security Consultative Meeting");
    assert_fact(s, "kind", "communique", scm_kind_name(SCM_KIND_COMMUNIQUE));
    assert_fact(s, "date", "1958-10-12", "Sunday 12 October 1958");
    assert_fact(s, "venue", "SEOUL", "Seoul");
    assert_fact(s, "mcm", "83", "83rd Military Committee Meeting");
    assert_fact(s, "mcm-date", "1958-10-11", "11 October 1958");
    assert_fact(s, "next", "91", "91st Security Consultative Meeting");
    assert_fact(s, "next-mcm", "84", "84th Military Committee Meeting");
    assert_fact(s, "next-venue", "WASHINGTON-DC", "Washington, D.C.");
    assert_fact(s, "next-date", "1959", "1959");
    assert_fact(s, "paragraphs", "4", "4");
    assert_fact(s, "blocks", "5", "5");
    assert_fact(s, "note", "translated", "Translated from the Korean text.");
    assert_null(scm_summary_fact(s, "cfc-commander"));
}

static void test_unlisted_people(void **state)
{
    struct fixture *f = *state;
    const scm_summary *s = summarize(f, communique(f->arena));
    assert_fact(s, "us-head", "quill-harriet", "Harriet T. Quill, Secretary of Defense");
    assert_fact(s, "rok-head", "bae-do-yun", "Bae Do-yun, Minister of National Defense");
    assert_fact(
        s, "us-chair", "reed-amos", "General Amos Reed, Chairman of the Joint Chiefs of Staff");
    assert_fact(s, "rok-chair", "noh-tae-gyu",
        "Admiral Noh Tae-gyu, Chairman of the Joint Chiefs of Staff");
}

/* People of the tables have their full names; what is not said is no fact. */
static void test_listed_people(void **state)
{
    static const struct paragraph TEXT[] = {
        {"1", "The 54th SCM convened in Washington, D.C., on November 3, 2022. Secretary Lloyd "
              "Austin spoke first."},
        {"2",
            "General Paul LaCamera, Commander of the Combined Forces Command, gave a report."},
    };
    struct fixture *f = *state;
    scm_document *d = make_document(f->arena, TEXT, 2);
    d->kind = SCM_KIND_COMMUNIQUE;
    d->meeting = 54;
    d->date = S("2022-11-03");
    const scm_summary *s = summarize(f, d);
    assert_fact(s, "us-head", "austin-lloyd", "Lloyd J. Austin III, Secretary of Defense");
    assert_fact(s, "cfc-commander", "lacamera-paul",
        "General Paul J. LaCamera, Commander of the Combined Forces Command");
    assert_fact(s, "venue", "WASHINGTON-DC", "Washington, D.C.");
    assert_null(scm_summary_fact(s, "rok-head"));
    assert_null(scm_summary_fact(s, "us-chair"));
    assert_null(scm_summary_fact(s, "rok-chair"));
    assert_null(scm_summary_fact(s, "mcm"));
    assert_null(scm_summary_fact(s, "next"));
    assert_null(scm_summary_fact(s, "note"));
}

/* Where presidents speak they head the delegations, by their own office. */
static void test_presidents(void **state)
{
    static const struct paragraph TEXT[] = {
        {"1", "President Joseph R. Biden and President Yoon Suk Yeol spoke in Seoul on May 21, "
              "2022, of U.S. and ROK shipyards."},
    };
    struct fixture *f = *state;
    scm_document *d = make_document(f->arena, TEXT, 1);
    d->kind = SCM_KIND_STATEMENT;
    d->title = S("U.S.-ROK Leaders\xE2\x80\x99 Joint Statement");
    d->published = S("2022-05-21");
    const scm_summary *s = summarize(f, d);
    assert_null(scm_summary_fact(s, "meeting"));
    assert_fact(
        s, "us-head", "biden-joseph", "Joseph R. Biden Jr., President of the United States");
    assert_fact(
        s, "rok-head", "yoon-suk-yeol", "Yoon Suk Yeol, President of the Republic of Korea");
}

static void test_no_meeting(void **state)
{
    static const struct paragraph TEXT[] = {{"1", "The harbour masters met for lunch."}};
    struct fixture *f = *state;
    const scm_summary *s = summarize(f, make_document(f->arena, TEXT, 1));
    assert_null(scm_summary_fact(s, "meeting"));
    assert_null(scm_summary_fact(s, "date"));
    assert_null(scm_summary_fact(s, "us-head"));
    assert_null(scm_summary_fact(s, "paragraphs"));
    assert_fact(s, "words", "6", "6");
    assert_fact(s, "kind", "unknown", scm_kind_name(SCM_KIND_UNKNOWN));
    assert_int_equal(s->ngists, 1);
}

static void test_empty(void **state)
{
    struct fixture *f = *state;
    const scm_summary *s = summarize(f, make_document(f->arena, NULL, 0));
    assert_int_equal(s->ngists, 0);
    assert_int_equal(s->ncounts, 0);
    assert_int_equal(s->nundertakings, 0);
    assert_fact(s, "blocks", "0", "0");
}

static void test_counts(void **state)
{
    struct fixture *f = *state;
    const scm_summary *s = summarize(f, communique(f->arena));
    size_t mentions = 0;
    for (size_t i = 0; i < s->ncounts; i++) {
        const scm_count *c = &s->counts[i];
        mentions += c->mentions;
        if (i && c->type == s->counts[i - 1].type)
            assert_true(c->mentions <= s->counts[i - 1].mentions);
        if (i) assert_true(c->type >= s->counts[i - 1].type);
        if (!str_eq(c->id, S("NCG"))) continue;
        assert_int_equal(c->mentions, 4);
        assert_int_equal(c->nblocks, 2);
        assert_int_equal(c->blocks[0], 1);
        assert_int_equal(c->blocks[1], 2);
        assert_true(str_eq(c->name, S("Nuclear Consultative Group")));
    }
    assert_int_equal(mentions, f->annotations->nmentions);
}

static void test_gists(void **state)
{
    struct fixture *f = *state;
    const scm_summary *s = summarize(f, communique(f->arena));
    assert_int_equal(s->ngists, 4);
    assert_true(str_eq(s->gists[1].label, S("2")));
    assert_int_equal(s->gists[1].block, 1);
    assert_int_equal(s->gists[1].nblocks, 2);
    assert_int_equal(s->gists[1].nnames, 2);
    assert_true(str_eq(s->gists[1].names[0], S("NCG")));
    assert_true(str_eq(s->gists[1].names[1], S("THAAD")));
    assert_true(str_eq(s->gists[1].topics[0], S("Extended deterrence")));
    assert_true(str_eq(s->gists[0].topics[0], S("The meeting")));
    assert_int_equal(s->gists[2].nnames, 0); /* the DPRK stands everywhere */
}

static void test_undertakings(void **state)
{
    struct fixture *f = *state;
    const scm_summary *s = summarize(f, communique(f->arena));
    const scm_annotations *n = f->annotations;
    assert_int_equal(s->nundertakings, 2);
    int before = 6;
    for (size_t i = 0; i < s->nundertakings; i++) {
        const scm_statement *t = &n->statements[s->undertakings[i]];
        int strength = scm_authority_verb(f->authority, t->verb).strength;
        assert_int_equal(t->polarity, '+');
        assert_true(strength >= 4 && strength <= before);
        before = strength;
    }
    const scm_statement *first = &n->statements[s->undertakings[0]];
    assert_true(str_eq(scm_authority_verb(f->authority, first->verb).past, S("pledged")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_facts, setup, teardown),
        cmocka_unit_test_setup_teardown(test_unlisted_people, setup, teardown),
        cmocka_unit_test_setup_teardown(test_listed_people, setup, teardown),
        cmocka_unit_test_setup_teardown(test_presidents, setup, teardown),
        cmocka_unit_test_setup_teardown(test_no_meeting, setup, teardown),
        cmocka_unit_test_setup_teardown(test_empty, setup, teardown),
        cmocka_unit_test_setup_teardown(test_counts, setup, teardown),
        cmocka_unit_test_setup_teardown(test_gists, setup, teardown),
        cmocka_unit_test_setup_teardown(test_undertakings, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
