/* Tests of the comparison: blocks, sentences, words, counts and statements. */
#include "compared.h"

#include "analyse/compare/word_diff.h"

static void assert_pair(
    const scm_comparison *c, uint32_t o, uint32_t n, enum scm_status_of_change status)
{
    const scm_pair *p = pair_of(c, o, n);
    if (!p || p->status != status)
        print_error("pair %u %u: %s, expected %s\n", o, n,
            p ? scm_status_name(p->status) : "missing", scm_status_name(status));
    assert_true(p && p->status == status);
}

#define HARBOUR                                                                                \
    "The Secretary and the Minister reviewed the dredging of the harbour at Lindmoor. "        \
    "Both sides noted that the new piers will berth four tenders by spring."
#define FERRY                                                                                  \
    "The two sides pledged to keep the ferry line running through the winter months. "         \
    "They agreed to share the cost of the second icebreaker."
#define BEACON                                                                                 \
    "The Minister expressed appreciation for the restored beacon on Gannet Rock. "             \
    "The Secretary noted that its lamp can be seen for twenty miles."
#define CHARTS                                                                                 \
    "The two leaders decided to publish joint charts of the northern sandbanks. "              \
    "A working party of surveyors shall finish the soundings within two seasons."
#define WEATHER                                                                                \
    "Both sides acknowledged the value of common weather reports for small craft. "            \
    "They committed to exchange barometer readings every six hours."

#define STRAY "Gulls were counted on the chalk cliffs by retired schoolmasters."
#define NEW_FERRY                                                                              \
    "The two sides pledged to keep the ferry line running through the coming winter months. "  \
    "They agreed to share the cost of the third icebreaker."
#define LIKE_FERRY                                                                             \
    "The two sides reviewed how to keep the ferry line running and to share the cost of ice."

static void test_identity(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, HARBOUR, FERRY, BEACON),
                *b = SUMMARY(f, HARBOUR, FERRY, BEACON);
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_true(c->identical);
    assert_int_equal(c->npairs, 3);
    for (size_t i = 0; i < c->npairs; i++) {
        assert_int_equal(c->pairs[i].status, SCM_SAME);
        assert_true(c->pairs[i].similarity == 1);
        for (size_t k = 0; k < c->pairs[i].nbeads; k++) {
            assert_int_equal(c->pairs[i].beads[k].nruns, 1);
            assert_int_equal(c->pairs[i].beads[k].runs[0].kind, SCM_RUN_SAME);
        }
    }
    for (size_t i = 0; i < c->ndeltas; i++) assert_int_equal(c->deltas[i].status, SCM_KEPT);
    assert_true(c->nstatements > 0);
    for (size_t i = 0; i < c->nstatements; i++)
        assert_int_equal(c->statements[i].status, SCM_KEPT);
}

static void test_empty_sides(void **state)
{
    struct fixture *f = *state;
    scm_summary *none = summarize(f, NULL, 0), *one = SUMMARY(f, FERRY);
    assert_true(compare(f, none, none, NULL)->identical);
    const scm_comparison *c = compare(f, none, one, NULL);
    assert_false(c->identical);
    assert_int_equal(c->npairs, 1);
    assert_pair(c, 0, 1, SCM_NEW);
    assert_pair(compare(f, one, none, NULL), 1, 0, SCM_DROPPED);
}

/* One new paragraph early shifts no later pair. */
static void test_insertion(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, HARBOUR, FERRY, BEACON, CHARTS);
    scm_summary *b = SUMMARY(f, HARBOUR, WEATHER, FERRY, BEACON, CHARTS);
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_int_equal(c->npairs, 5);
    assert_pair(c, 1, 1, SCM_SAME);
    assert_pair(c, 0, 2, SCM_NEW);
    for (uint32_t i = 2; i <= 4; i++) assert_pair(c, i, i + 1, SCM_SAME);
}

static void test_dropped_stands_after_its_neighbour(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, HARBOUR, FERRY, BEACON, CHARTS);
    scm_summary *b = SUMMARY(f, FERRY, CHARTS);
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_int_equal(c->npairs, 4);
    assert_true(&c->pairs[0] == pair_of(c, 1, 0));
    assert_true(&c->pairs[1] == pair_of(c, 2, 1));
    assert_true(&c->pairs[2] == pair_of(c, 3, 0));
    assert_true(&c->pairs[3] == pair_of(c, 4, 2));
}

/* What moved is the one that moved, its neighbours stay; also when edited. */
static void test_move(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, HARBOUR, FERRY, BEACON, CHARTS, WEATHER);
    scm_summary *b = SUMMARY(f,
        "The two leaders decided to publish joint charts of the northern sandbanks and reefs. "
        "A working party of surveyors shall finish the soundings within three seasons.",
        HARBOUR, FERRY, BEACON, WEATHER);
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_int_equal(c->npairs, 5);
    assert_pair(c, 4, 1, SCM_MOVED);
    assert_true(pair_of(c, 4, 1)->similarity < 1);
    for (uint32_t i = 1; i <= 3; i++) assert_pair(c, i, i + 1, SCM_SAME);
    assert_pair(c, 5, 5, SCM_SAME);
}

/* Nothing is the same, everything is similar. */
static void test_rewording(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, HARBOUR, FERRY, BEACON, CHARTS);
    scm_summary *b = SUMMARY(f,
        "The Minister and the Secretary looked at how the Lindmoor harbour is being dredged. "
        "Four tenders can berth at the piers from next spring on, both sides noted.",
        "Both sides promised that the ferry will run all winter. "
        "The cost of another icebreaker is to be shared.",
        "The beacon of Gannet Rock has been restored, for which the Minister gave thanks. "
        "The lamp reaches twenty miles.",
        "Joint charts showing the sandbanks in the north are to be published. "
        "The surveyors will complete their soundings in two seasons.");
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_int_equal(c->npairs, 4);
    for (uint32_t i = 1; i <= 4; i++) assert_pair(c, i, i, SCM_EDITED);
}

static void test_split_and_merge(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, HARBOUR " " FERRY, BEACON, CHARTS);
    scm_summary *b = SUMMARY(f, HARBOUR, FERRY, BEACON, CHARTS);
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_pair(c, 1, 1, SCM_SPLIT);
    assert_pair(c, 1, 2, SCM_SPLIT);
    assert_pair(c, 2, 3, SCM_SAME);
    c = compare(f, b, a, NULL);
    assert_pair(c, 1, 1, SCM_MERGED);
    assert_pair(c, 2, 1, SCM_MERGED);
    assert_pair(c, 3, 2, SCM_SAME);
}

/* One sentence went from a long paragraph to another long one: both pairs stand. */
static void test_sentence_that_moved(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, HARBOUR " " FERRY " " STRAY, BEACON " " CHARTS);
    scm_summary *b = SUMMARY(f, HARBOUR " " FERRY, BEACON " " STRAY " " CHARTS);
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_non_null(pair_of(c, 1, 1));
    assert_non_null(pair_of(c, 1, 2));
    assert_non_null(pair_of(c, 2, 2));
    assert_null(pair_of(c, 2, 1));
}

/* A paragraph that resembles one which has a better partner is dropped, unless
 * it stands beside that partner: then both may have been merged. */
static void test_merger_takes_in_neighbours(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, LIKE_FERRY, HARBOUR, BEACON, CHARTS, FERRY);
    scm_summary *b = SUMMARY(f, HARBOUR, BEACON, CHARTS, NEW_FERRY);
    assert_pair(compare(f, a, b, NULL), 1, 0, SCM_DROPPED);
    a = SUMMARY(f, HARBOUR, BEACON, CHARTS, LIKE_FERRY, FERRY);
    assert_pair(compare(f, a, b, NULL), 4, 4, SCM_MERGED);
}

/* Two ministries that act together in two paragraphs are no subject in common. */
static void test_ministries_are_no_subject(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, HARBOUR, "The MND and the DOD praised the bakers of Lindmoor.");
    scm_summary *b = SUMMARY(f, HARBOUR, "The MND and the DOD counted whales at dawn.");
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_pair(c, 2, 0, SCM_DROPPED);
    assert_pair(c, 0, 2, SCM_NEW);
}

/* Repeated paragraphs pair off in order, beside their neighbours. */
static void test_repeated_paragraphs(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, FERRY, HARBOUR, FERRY, BEACON);
    scm_summary *b = SUMMARY(f, HARBOUR, FERRY, BEACON);
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_int_equal(c->npairs, 4);
    assert_pair(c, 1, 0, SCM_DROPPED);
    assert_pair(c, 2, 1, SCM_SAME);
    assert_pair(c, 3, 2, SCM_SAME);
    assert_pair(c, 4, 3, SCM_SAME);
}

static void test_symmetry(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, HARBOUR " " FERRY, FERRY, CHARTS, CHARTS, BEACON, WEATHER);
    scm_summary *b = SUMMARY(f, WEATHER,
        "The ferry line runs through the winter months, and an icebreaker is bought.", CHARTS,
        HARBOUR, FERRY, CHARTS, CHARTS);
    assert_mirror(compare(f, a, b, NULL), compare(f, b, a, NULL));
}

/* Paragraphs that differ in a number alone tie; the place decides, both ways. */
static void test_symmetry_of_ties(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, "Pier 11 opened in May.", "Pier 12 opened in May.",
        "Pier 13 opened in May.", "Pier 14 opened in May.");
    scm_summary *b = SUMMARY(f, "Pier 21 opened in May.", "Pier 22 opened in May.",
        "Pier 23 opened in May.", "Pier 24 opened in May.");
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_mirror(c, compare(f, b, a, NULL));
    for (uint32_t i = 1; i <= 4; i++) assert_non_null(pair_of(c, i, i));
}

static void test_ignored_differences(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, "The \"Open Pier\" plan of the Board isn't new.");
    scm_summary *b = SUMMARY(f, "The “open pier” plan of the board isn’t new.");
    scm_compare_options quotes = {.ignore_quotes = true};
    scm_compare_options both = {.ignore_case = true, .ignore_quotes = true};
    assert_pair(compare(f, a, b, NULL), 1, 1, SCM_EDITED);
    assert_pair(compare(f, a, b, &quotes), 1, 1, SCM_EDITED);
    assert_pair(compare(f, a, b, &both), 1, 1, SCM_SAME);
}

static enum scm_wording_kind wording_of(struct fixture *f, const char *text, const char *note)
{
    scm_summary *s = SUMMARY(f, text);
    ((scm_document *)s->annotations->document)->note = str_of(note);
    return compare(f, s, s, NULL)->new_wording.kind;
}

/* The note decides; without one, slips that no copyist makes so often. */
static void test_wording(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(wording_of(f, FERRY, NULL), SCM_WORDING_GIVEN);
    assert_int_equal(wording_of(f, FERRY, "Restated from memory."), SCM_WORDING_PARAPHRASED);
    assert_int_equal(wording_of(f, FERRY, "Machine translation."), SCM_WORDING_TRANSLATED);
    forget(f);
}

static const scm_delta *delta_of(const scm_comparison *c, const char *id)
{
    for (size_t i = 0; i < c->ndeltas; i++)
        if (str_eq(c->deltas[i].id, str_of(id))) return &c->deltas[i];
    return NULL;
}

static void test_counts(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, "The SCM and the KIDD met; the SCM will meet again.",
        "The Secretary spoke of THAAD on 4 May 2020.");
    scm_summary *b = SUMMARY(f, "The SCM met.", "The NCG met after the KIDD.");
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_int_equal(delta_of(c, "SCM")->status, SCM_FEWER);
    assert_int_equal(delta_of(c, "SCM")->old_mentions, 2);
    assert_int_equal(delta_of(c, "SCM")->nold_blocks, 1);
    assert_int_equal(delta_of(c, "KIDD")->status, SCM_KEPT);
    assert_int_equal(delta_of(c, "KIDD")->new_blocks[0], 1);
    assert_int_equal(delta_of(c, "NCG")->status, SCM_NEW);
    assert_int_equal(delta_of(c, "THAAD")->status, SCM_DROPPED);
    assert_null(delta_of(c, "date"));
    assert_null(delta_of(c, "us-secdef"));
}

static size_t count_status(const scm_comparison *c, enum scm_status_of_change status)
{
    size_t n = 0;
    for (size_t i = 0; i < c->nstatements; i++) n += c->statements[i].status == status;
    return n;
}

static void test_statements(void **state)
{
    struct fixture *f = *state;
    scm_summary *a =
        SUMMARY(f, "The Minister noted the repair of the long breakwater at Lindmoor.",
            "The Secretary pledged to fund the harbour school for pilots.");
    scm_summary *b =
        SUMMARY(f, "The Minister pledged the repair of the long breakwater at Lindmoor.",
            "The Secretary noted the need to fund the harbour school for pilots.");
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_int_equal(count_status(c, SCM_CHANGED), 2);
}

/* Another verb of the same act says nothing; a hedge, a negation and a promise do. */
static void test_statements_that_changed(void **state)
{
    static const struct {
        const char *before, *after;
        enum scm_status_of_change status;
    } PAIRS[] = {
        {"noted", "emphasized", SCM_KEPT},
        {"emphasized", "reiterated", SCM_KEPT},
        {"pledged to fund", "agreed to fund", SCM_KEPT},
        {"emphasized their commitment to fund", "pledged to fund", SCM_KEPT},
        {"noted", "did not note", SCM_CHANGED},
        {"agreed to fund", "agreed to explore ways to fund", SCM_CHANGED},
        {"noted the need to fund", "pledged to fund", SCM_CHANGED},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        static const char *const REST = "the harbour school for the pilots of Lindmoor.";
        str before = str_printf(f->arena, "The two leaders %s %s%c", PAIRS[i].before, REST, 0);
        str after = str_printf(f->arena, "The two leaders %s %s%c", PAIRS[i].after, REST, 0);
        const scm_comparison *c = compare(f, SUMMARY(f, before.at), SUMMARY(f, after.at), NULL);
        assert_int_equal(c->nstatements, 1);
        assert_int_equal(c->statements[0].status, PAIRS[i].status);
    }
}

static const scm_change *change_with(const scm_comparison *c, const char *words)
{
    for (size_t i = 0; i < c->nchanges; i++)
        if (str_has(c->changes[i].new_words, str_of(words)) ||
            str_has(c->changes[i].old_words, str_of(words)))
            return &c->changes[i];
    return NULL;
}

/* What an analyst would sign, and what not. */
static void test_changes(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, "The two sides met at Lindmoor.",
        "The two leaders condemned the launches of ballistic missiles by the DPRK.",
        "The Secretary noted the important role of the ferry at Lindmoor for the region.",
        "They welcomed the Panmunjom Declaration and 12 lamps for the pier of Aldsee.",
        "The Minister thanked the harbour master for his hospitality.");
    scm_summary *b = SUMMARY(f, "The two sides met at Lindmoor.",
        "The two leaders strongly condemned the launches of ballistic missiles by the DPRK.",
        "The Secretary emphasized the decisive role of the ferry at Lindmoor for the region.",
        "They welcomed the Nuclear Consultative Group (NCG) and 20 lamps for the pier of "
        "Aldsee.",
        "The Minister thanked the pilot of the ferry for his warm hospitality.");
    const scm_comparison *c = compare(f, a, b, NULL), *back = compare(f, b, a, NULL);
    const scm_change *x = change_with(c, "strongly condemned");
    assert_non_null(x);
    assert_int_equal(x->status, SCM_STRONGER);
    assert_int_equal(x->class_, SCM_CHANGE_ACT);
    x = change_with(c, "decisive");
    assert_non_null(x);
    assert_int_equal(x->status, SCM_STRONGER);
    assert_int_equal(x->class_, SCM_CHANGE_GRADE);
    assert_true(str_has(x->old_words, S("important role")));
    assert_true(str_eq(c->changes[0].name, S("NCG")));
    assert_int_equal(c->changes[0].weight, 3);
    assert_int_equal(change_with(c, "Panmunjom")->status, SCM_GONE);
    assert_null(change_with(c, "hospitality"));
    assert_null(change_with(c, "emphasized"));
    assert_int_equal(back->nchanges, c->nchanges);
    assert_int_equal(change_with(back, "Panmunjom")->status, SCM_NEW);
    assert_int_equal(change_with(back, "decisive")->status, SCM_WEAKER);
    assert_int_equal(compare(f, a, a, NULL)->nchanges, 0);
}

static bool is_gone(const scm_comparison *c, const char *words)
{
    for (size_t i = 0; i < c->nchanges; i++)
        if (c->changes[i].status == SCM_GONE && str_has(c->changes[i].old_words, str_of(words)))
            return true;
    return false;
}

/* A policy phrase is gone where its words are, not where they stand in another order. */
static void test_reworded_terms(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, "The two sides met at Lindmoor.",
        "The Secretary praised the deterrence posture at the pier of Aldsee.");
    scm_summary *reworded = SUMMARY(f, "The two sides met at Lindmoor.",
        "The Secretary praised the postures that deterred the gulls of Aldsee.");
    scm_summary *without = SUMMARY(f, "The two sides met at Lindmoor.",
        "The ferry carried gulls, and painted lamps stood on both sides of the river.");
    assert_true(is_gone(compare(f, a, without, NULL), "deterrence posture"));
    assert_false(is_gone(compare(f, a, reworded, NULL), "deterrence posture"));
}

static str lemma(const scm_annotations *n, uint32_t statement)
{
    return scm_authority_verb(n->authority, n->statements[statement].verb).lemma;
}

/* The lemma in the new text of the statement whose lemma in the old one this is. */
static str became(const scm_comparison *c, const char *verb)
{
    const scm_annotations *o = c->old_summary->annotations, *n = c->new_summary->annotations;
    for (size_t i = 0; i < c->nstatements; i++) {
        const scm_statement_change *s = &c->statements[i];
        if (s->old_statement == SCM_NONE || s->new_statement == SCM_NONE) continue;
        if (str_eq(lemma(o, s->old_statement), str_of(verb))) return lemma(n, s->new_statement);
    }
    return S("nothing");
}

/* Of two verbs in a sentence the one that says the same, wherever it stands. */
static void test_statements_by_what_they_say(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f, "The two sides met at Lindmoor.",
        "The Minister emphasized that the northern breakwater shelters trawlers in winter "
        "gales, and committed to widen the ferry berths at Lindmoor.");
    scm_summary *b = SUMMARY(f,
        "The Minister pledged to widen the ferry berths at Lindmoor, and noted that the "
        "northern breakwater shelters trawlers in winter gales.");
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_true(str_eq(became(c, "commit"), S("pledge")));
    assert_true(str_eq(became(c, "emphasize"), S("note")));
    assert_int_equal(count_status(c, SCM_NEW) + count_status(c, SCM_DROPPED), 0);
    assert_int_equal(count_status(c, SCM_KEPT), 2);
}

/* In one sentence a pledge answers a pledge, whatever else the sentence is on. */
static void test_pledges_answer_pledges(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f,
        "The two leaders committed to make a plan for the stable mooring of the new ice ferry "
        "at Lindmoor.");
    scm_summary *b = SUMMARY(f,
        "The two leaders noted the stable mooring of the new ice ferry at Lindmoor and pledged "
        "to work towards free passage.");
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_true(str_eq(became(c, "commit"), S("pledge")));
    assert_int_equal(count_status(c, SCM_CHANGED), 0);
}

static void test_commitments_are_pledges(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f,
        "The two leaders believed that the ice ferry is essential to Lindmoor and its harbour, "
        "and promised to continue to run it in winter.");
    scm_summary *b = SUMMARY(f,
        "The two leaders reaffirmed their commitment to continuing to run the ice ferry of "
        "Lindmoor in winter.");
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_true(str_eq(became(c, "promise"), S("reaffirm")));
    assert_true(str_eq(became(c, "believe"), S("nothing")));
}

/* Two who spoke are the same two in any order. */
static void test_order_of_speakers(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f,
        "The ROK Chairman of the Joint Chiefs of Staff and the U.S. Chairman of the Joint "
        "Chiefs of Staff reviewed the pilots.");
    scm_summary *b = SUMMARY(f,
        "The U.S. Chairman of the Joint Chiefs of Staff and the ROK Chairman of the Joint "
        "Chiefs of Staff reviewed the lamps.");
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_int_equal(c->nstatements, 1);
    assert_int_equal(c->statements[0].status, SCM_KEPT);
    assert_false(c->statements[0].other_actor);
    scm_summary *one =
        SUMMARY(f, "The U.S. Chairman of the Joint Chiefs of Staff reviewed the lamps.");
    assert_true(compare(f, b, one, NULL)->statements[0].other_actor);
}

/* A promise that is kept in other company is found by the words behind its verb. */
static void test_statement_that_changed_its_sentence(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(f,
        "The Secretary noted the lamps of the harbour. Both sides pledged to continue to "
        "dredge the outer channel for large ferries. The Minister discussed the fog horns.");
    scm_summary *b = SUMMARY(f,
        "The Secretary noted the lamps of the harbour and reviewed the tide tables with the "
        "pilots, and the two sides, mindful of storms and of the price of coal, pledged to "
        "continue to dredge the outer channel in spring. The Minister discussed the fog "
        "horns.");
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_true(str_eq(became(c, "pledge"), S("pledge")));
    assert_true(str_eq(became(c, "note"), S("note")));
    assert_int_equal(count_status(c, SCM_DROPPED), 0);
}

/* What one minister thanked for is not what the other reviewed. */
static void test_statements_of_others(void **state)
{
    struct fixture *f = *state;
    scm_summary *a = SUMMARY(
        f, "The Secretary pledged two trawlers to the winter fishery of Lindmoor and Aldsee.");
    scm_summary *b = SUMMARY(
        f, "The Minister reviewed the nets and lamps of the winter fishery of Lindmoor.");
    const scm_comparison *c = compare(f, a, b, NULL);
    assert_int_equal(count_status(c, SCM_CHANGED), 0);
    assert_int_equal(count_status(c, SCM_DROPPED), 1);
    assert_int_equal(count_status(c, SCM_NEW), 1);
}

static const char *const WORDS[] = {"the", "of", "and", "to", "a", "in", "pier", "lamp", "tide",
    "crew", "rope", "chart", "gale", "buoy", "quay", "sail", "mast", "deck", "oar", "reef",
    "bay", "fog", "horn", "cargo", "pilot", "anchor", "U.S.-ROK", "don’t", "well-lit", "No.",
    "7"};

enum { WORD_COUNT = sizeof WORDS / sizeof *WORDS, MOST_WORDS = 60 };

struct sentence {
    const char *words[MOST_WORDS];
    size_t len;
};

static struct sentence random_sentence(uint32_t *seed)
{
    struct sentence s = {.len = 4 + roll(seed, 30)};
    for (size_t i = 0; i < s.len; i++) s.words[i] = WORDS[roll(seed, WORD_COUNT)];
    return s;
}

/* Deletes, replaces, adds or moves a few words. */
static void edit_sentence(struct sentence *s, uint32_t *seed)
{
    for (uint32_t edits = roll(seed, 8); edits > 0 && s->len > 2 && s->len < MOST_WORDS - 1;
         edits--) {
        size_t at = roll(seed, (uint32_t)s->len), tail = s->len - at;
        const char *word = WORDS[roll(seed, WORD_COUNT)];
        switch (roll(seed, 3)) {
        case 0:
            memmove(s->words + at, s->words + at + 1, (tail - 1) * sizeof *s->words);
            s->len--;
            break;
        case 1:
            memmove(s->words + at + 1, s->words + at, tail * sizeof *s->words);
            s->words[at] = word;
            s->len++;
            break;
        default: s->words[at] = word; break;
        }
    }
}

static void write_sentence(buf *out, const struct sentence *s, uint32_t *seed)
{
    for (size_t i = 0; i < s->len; i++) {
        if (i) buf_add(out, roll(seed, 12) ? S(" ") : S(", "));
        buf_add(out, str_of(s->words[i]));
    }
    buf_char(out, '.');
}

enum { PARAGRAPHS = 5, SENTENCES = 3 };

static void random_documents(struct fixture *f, uint32_t seed)
{
    const char *old_paragraphs[PARAGRAPHS], *new_paragraphs[PARAGRAPHS];
    const size_t shift = seed % 2;
    for (size_t p = 0; p < PARAGRAPHS; p++) {
        buf was = {.arena = f->arena}, is = {.arena = f->arena};
        for (size_t i = 0; i < SENTENCES; i++) {
            struct sentence s = random_sentence(&seed);
            write_sentence(&was, &s, &seed);
            edit_sentence(&s, &seed);
            write_sentence(&is, &s, &seed);
            buf_char(&was, i + 1 < SENTENCES ? ' ' : '\0');
            buf_char(&is, i + 1 < SENTENCES ? ' ' : '\0');
        }
        old_paragraphs[p] = was.at;
        new_paragraphs[(p + shift) % PARAGRAPHS] = is.at;
    }
    scm_summary *a = summarize(f, old_paragraphs, PARAGRAPHS);
    scm_summary *b = summarize(f, new_paragraphs, PARAGRAPHS);
    const scm_comparison *c = compare(f, a, b, NULL), *d = compare(f, b, a, NULL);
    assert_complete(f, c);
    assert_complete(f, d);
    assert_mirror(c, d);
}

static void test_random_edits(void **state)
{
    for (uint32_t seed = 1; seed <= 200; seed++) {
        random_documents(*state, seed * 2654435761U);
        forget(*state);
    }
}

/* The length of a longest common subsequence, by the textbook's table. */
static size_t table_length(tokens a, tokens b)
{
    static size_t table[MOST_WORDS * 3][MOST_WORDS * 3];
    for (size_t i = a.len + 1; i-- > 0;)
        for (size_t j = b.len + 1; j-- > 0;) {
            if (i == a.len || j == b.len)
                table[i][j] = 0;
            else if (str_eq(a.at[i].key, b.at[j].key))
                table[i][j] = table[i + 1][j + 1] + 1;
            else
                table[i][j] =
                    table[i + 1][j] > table[i][j + 1] ? table[i + 1][j] : table[i][j + 1];
        }
    return table[0][0];
}

static void test_shortest_script(void **state)
{
    struct fixture *f = *state;
    for (uint32_t seed = 1; seed <= 500; seed++) {
        uint32_t s = seed * 40503U;
        buf x = {.arena = f->arena}, y = {.arena = f->arena};
        struct sentence p = random_sentence(&s), q = random_sentence(&s);
        if (seed % 2) q = p;
        edit_sentence(&q, &s);
        write_sentence(&x, &p, &s);
        write_sentence(&y, &q, &s);
        tokens a = tokenize(f->arena, buf_str(&x), NULL),
               b = tokenize(f->arena, buf_str(&y), NULL);
        const size_t *pairs = words_pair(f->arena, a, b);
        size_t matched = 0, last = 0;
        for (size_t i = 0; i < a.len; i++) {
            if (pairs[i] == UNPAIRED) continue;
            assert_true(str_eq(a.at[i].key, b.at[pairs[i]].key));
            assert_true(matched == 0 || pairs[i] > last);
            last = pairs[i];
            matched++;
        }
        assert_int_equal(matched, table_length(a, b));
    }
    forget(f);
}

static const char *script(struct fixture *f, const char *was, const char *is)
{
    buf out = {.arena = f->arena};
    const scm_comparison *c = compare(f, SUMMARY(f, was), SUMMARY(f, is), NULL);
    for (size_t i = 0; i < c->npairs; i++)
        for (size_t k = 0; k < c->pairs[i].nbeads; k++)
            for (size_t r = 0; r < c->pairs[i].beads[k].nruns; r++) {
                scm_run run = c->pairs[i].beads[k].runs[r];
                const char *const marks[] = {"%.*s", "[-%.*s-]", "{+%.*s+}"};
                str text = run.text;
                char piece[400];
                snprintf(piece, sizeof piece, marks[run.kind], SCM_STR(text));
                buf_add(&out, str_of(piece));
            }
    return str_z(f->arena, buf_str(&out));
}

/* What a reader sees: phrases, with no pepper of chance words. */
static void test_redline(void **state)
{
    struct fixture *f = *state;
    assert_string_equal(script(f, "The crew painted the old lighthouse.",
                            "The crew painted the new lighthouse."),
        "The crew painted the [-old-]{+new+} lighthouse.");
    assert_string_equal(script(f, "The crew painted the lighthouse.",
                            "The crew has painted the lighthouse, the pier."),
        "The crew {+has +}painted the lighthouse{+, the pier+}.");
    assert_string_equal(
        script(f, "The crew sent letters to the owners of the yellow trawler in May.",
            "The crew found barrels to replace those of the stolen trawler in May."),
        "The crew [-sent letters to the owners of the yellow-]"
        "{+found barrels to replace those of the stolen+} trawler in May.");
    forget(f);
    assert_string_equal(
        script(f, "Boats of U.S.-led crews left the well-lit quay’s north side.",
            "Boats of ROK-led crews left the well-lit quay’s south side."),
        "Boats of [-U.S.-led-]{+ROK-led+} crews left the well-lit quay’s [-north-]{+south+} "
        "side.");
}

static void test_limit(void **state)
{
    struct fixture *f = *state;
    enum { MANY = 20001 };
    scm_error error;
    scm_comparison *c;
    const char **paragraphs = arena_array(f->arena, MANY, sizeof *paragraphs);
    for (size_t i = 0; i < MANY; i++) paragraphs[i] = "Fog.";
    scm_summary *s = summarize(f, paragraphs, MANY);
    assert_int_equal(scm_compare(&c, s, s, NULL, &error), SCM_E_LIMIT);
    assert_non_null(strstr(error.message, "20000"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_identity, setup, teardown),
        cmocka_unit_test_setup_teardown(test_empty_sides, setup, teardown),
        cmocka_unit_test_setup_teardown(test_insertion, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_dropped_stands_after_its_neighbour, setup, teardown),
        cmocka_unit_test_setup_teardown(test_move, setup, teardown),
        cmocka_unit_test_setup_teardown(test_rewording, setup, teardown),
        cmocka_unit_test_setup_teardown(test_split_and_merge, setup, teardown),
        cmocka_unit_test_setup_teardown(test_sentence_that_moved, setup, teardown),
        cmocka_unit_test_setup_teardown(test_merger_takes_in_neighbours, setup, teardown),
        cmocka_unit_test_setup_teardown(test_ministries_are_no_subject, setup, teardown),
        cmocka_unit_test_setup_teardown(test_repeated_paragraphs, setup, teardown),
        cmocka_unit_test_setup_teardown(test_symmetry, setup, teardown),
        cmocka_unit_test_setup_teardown(test_symmetry_of_ties, setup, teardown),
        cmocka_unit_test_setup_teardown(test_ignored_differences, setup, teardown),
        cmocka_unit_test_setup_teardown(test_wording, setup, teardown),
        cmocka_unit_test_setup_teardown(test_counts, setup, teardown),
        cmocka_unit_test_setup_teardown(test_statements, setup, teardown),
        cmocka_unit_test_setup_teardown(test_statements_that_changed, setup, teardown),
        cmocka_unit_test_setup_teardown(test_changes, setup, teardown),
        cmocka_unit_test_setup_teardown(test_reworded_terms, setup, teardown),
        cmocka_unit_test_setup_teardown(test_statements_by_what_they_say, setup, teardown),
        cmocka_unit_test_setup_teardown(
            test_statement_that_changed_its_sentence, setup, teardown),
        cmocka_unit_test_setup_teardown(test_statements_of_others, setup, teardown),
        cmocka_unit_test_setup_teardown(test_pledges_answer_pledges, setup, teardown),
        cmocka_unit_test_setup_teardown(test_commitments_are_pledges, setup, teardown),
        cmocka_unit_test_setup_teardown(test_order_of_speakers, setup, teardown),
        cmocka_unit_test_setup_teardown(test_random_edits, setup, teardown),
        cmocka_unit_test_setup_teardown(test_shortest_script, setup, teardown),
        cmocka_unit_test_setup_teardown(test_redline, setup, teardown),
        cmocka_unit_test_setup_teardown(test_limit, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
