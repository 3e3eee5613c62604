/* Tests of src/annotate: sentences and statements. */
#include "annotated.h"

/* The sentences, "|" between them. */
static str sentences(arena *a, const scm_annotations *marks, unsigned types)
{
    buf b = {.arena = a};
    (void)types;
    for (size_t i = 0; i < marks->nsentences && marks->sentences[i].block == 0; i++) {
        assert_int_equal(marks->sentences[i].number, i + 1);
        if (i) buf_char(&b, '|');
        buf_add(&b, marks->sentences[i].text);
    }
    return buf_str(&b);
}

/* The statements, "actor verb" and the polarity, "; " between them. */
static str statements(arena *a, const scm_annotations *marks, unsigned types)
{
    buf b = {.arena = a};
    (void)types;
    for (size_t i = 0; i < marks->nstatements; i++) {
        const scm_statement *s = &marks->statements[i];
        if (marks->sentences[s->sentence].block != 0) continue;
        str actor = s->actor.len ? s->actor : S("-");
        str lemma = scm_authority_verb(authority, s->verb).lemma;
        buf_printf(&b, "%s%.*s %.*s%c", b.len ? "; " : "", SCM_STR(actor), SCM_STR(lemma),
            s->polarity);
    }
    return buf_str(&b);
}

static const struct row SENTENCES[] = {
    {"The lamp is lit. It burns.", "The lamp is lit.|It burns."},
    {"The U.S. Forces moved. They slept.", "The U.S. Forces moved.|They slept."},
    {"They left the U.S. The crew slept.", "They left the U.S.|The crew slept."},
    {"Gen. Orrin Pask and Lt. Gen. Ada Wren sat. They ate.",
        "Gen. Orrin Pask and Lt. Gen. Ada Wren sat.|They ate."},
    {"They met in Washington, D.C. on Monday. They ate.",
        "They met in Washington, D.C. on Monday.|They ate."},
    {"They met in Washington, D.C. The crew slept.",
        "They met in Washington, D.C.|The crew slept."},
    {"Agreement No. 11 holds. It is old.", "Agreement No. 11 holds.|It is old."},
    {"Dr. Hollis B. Quenby Jr. spoke. He left.", "Dr. Hollis B. Quenby Jr. spoke.|He left."},
    {"They saw Hollis B. Quenby Jr. The crew slept.",
        "They saw Hollis B. Quenby Jr.|The crew slept."},
    {"“The lamp is lit.” They slept.", "“The lamp is lit.”|They slept."},
    {"The lamp (see No. 2.) is lit. Is it? It is!",
        "The lamp (see No. 2.) is lit.|Is it?|It is!"},
    {"It rose by 3.5 percent. 28,500 lamps burn.",
        "It rose by 3.5 percent.|28,500 lamps burn."},
    {"On Oct. 31 they met. Nov. 2 was dull.", "On Oct. 31 they met.|Nov. 2 was dull."},
    {"The U.S.-ROK lamp, e.g. Lamp Two, is lit. It burns.",
        "The U.S.-ROK lamp, e.g. Lamp Two, is lit.|It burns."},
    {"One sentence without an end", "One sentence without an end"},
    {"The 50th U.S. and R.O.K. Meeting sat. Both sides spoke.",
        "The 50th U.S. and R.O.K. Meeting sat.|Both sides spoke."},
    {"Secretary Mattis left for the U.S. He slept.",
        "Secretary Mattis left for the U.S.|He slept."},
};
TEST(sentences_end_at_full_stops, sentences, 0, SENTENCES)

static const struct row STATEMENTS[] = {
    {"The Secretary reaffirmed the pact.", "us-secdef reaffirm+"},
    {"The Minister pledged ships.", "rok-mnd pledge+"},
    {"The Secretary and the Minister opened and endorsed the report.", "both endorse+"},
    {"The Minister believes that ships rust, and promised to sail.",
        "rok-mnd believe+; rok-mnd promise+"},
    {"The Minister noted that the crew has built boats and openly reiterated its wish.",
        "rok-mnd note+"},
    {"The Minister noted that the crew is proud and pledged ships.",
        "rok-mnd note+; rok-mnd pledge+"},
    {"The Minister noted that boats are old and are ready to sink.", "rok-mnd note+"},
    {"Both sides noted the fog, and did not pledge ships.", "both note+; both pledge-"},
    {"Neither leader pledged ships.", "both pledge-"},
    {"The Secretary pledged ships. He and the Minister agreed to sail.",
        "us-secdef pledge+; both agree+"},
    {"The U.S. pledged ships.", "- pledge+"},
    {"Washington and Seoul agreed to meet.", "- agree+"},
    {"The Secretary reaffirmed that the two countries are committed to sail.",
        "us-secdef reaffirm+"},
    {"The two countries are committed to sail.", "- commit+"},
    {"The two sides are also expected to discuss ships.", "both discuss?"},
    {"The Secretary and the Minister agreed to meet.", "both agree+"},
    {"The Minister and the Secretary agreed to meet.", "both agree+"},
    {"Secretary Mattis and Minister Jeong agreed to meet.", "both agree+"},
    {"Secretary Mattis pledged ships.", "us-secdef pledge+"},
    {"The two leaders praised the crews.", "both praise+"},
    {"Both sides decided to meet.", "both decide+"},
    {"Each side promised ships.", "both promise+"},
    {"The CFC Commander noted the fog.", "cfc-commander note+"},
    {"The U.S. side did not agree to widen it.", "us-secdef agree-"},
    {"The Minister never promised ships.", "rok-mnd promise-"},
    {"The Secretary declined to endorse it.", "us-secdef endorse-"},
    {"Neither side agreed to widen it.", "both agree-"},
    {"Both sides no longer support it.", "both support-"},
    {"Both sides agreed to explore a harbor.", "both agree?"},
    {"Both sides agreed to consider a harbor.", "both agree?"},
    {"Both sides agreed to jointly explore a harbor.", "both agree?"},
    {"The Minister would welcome a harbor.", "rok-mnd welcome?"},
    {"The two leaders may decide to meet.", "both decide?"},
    {"The Secretary noted the fog and pledged lamps.", "us-secdef note+; us-secdef pledge+"},
    {"The Secretary noted the fog, welcomed the lamps, and reaffirmed the pact.",
        "us-secdef note+; us-secdef welcome+; us-secdef reaffirm+"},
    {"The Secretary noted the fog, and the Minister pledged lamps.",
        "us-secdef note+; rok-mnd pledge+"},
    {"The Secretary, noting the fog, pledged lamps.", "us-secdef note+; us-secdef pledge+"},
    {"The Secretary pledged lamps. He also welcomed the fog.",
        "us-secdef pledge+; us-secdef welcome+"},
    {"The Minister thanked the crews for the pledge of the Secretary.", "rok-mnd thank+"},
    {"The Minister, on behalf of the Secretary, thanked the crews.", "rok-mnd thank+"},
    {"The pact was reaffirmed by the Secretary.", "us-secdef reaffirm+"},
    {"The pact was reaffirmed by the Secretary and the Minister.", "both reaffirm+"},
    {"The pact was reaffirmed by Secretary Mattis and ROK Minister Jeong.", "both reaffirm+"},
    {"The pact was reaffirmed by the Secretary. The Minister slept.", "us-secdef reaffirm+"},
    {"It was agreed that they meet.", "- agree+"},
    {"It was decided by both sides that they meet.", "both decide+"},
    {"The two sides reached an agreement to meet.", "both agree+"},
    {"The two leaders expressed their concern at the fog.", "both express-concern+"},
    {"The two leaders reiterated the pledge to meet.", "both reiterate+"},
    {"The commitment to note fog is old.", ""},
    {"A note on the pledge lay there.", ""},
    {"They sat and ate.", ""},
    {"President Moon Jae-in and President Donald J. Trump agreed to meet.", "both agree+"},
    {"The Secretary strongly condemned the tests.", "us-secdef strongly-condemn+"},
    {"The two leaders remain committed to the pact.", "both commit+"},
    {"The two sides signed the Harbor Logistics Arrangement.", "both sign+"},
    {"The Secretary and the Minister did not endorse it.", "both endorse-"},
    {"The two leaders, welcoming the lamps, pledged ships.", "both welcome+; both pledge+"},
    {"The Minister noted that the Secretary had pledged ships.", "rok-mnd note+"},
    {"The two sides failed to agree on lamps.", "both agree-"},
    {"If the fog lifts, the Minister agreed to sail.", "rok-mnd agree?"},
    {"The Minister could not agree to sail.", "rok-mnd agree-"},
};
TEST(statements_have_actor_verb_and_polarity, statements, 0, STATEMENTS)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_end_at_full_stops),
        cmocka_unit_test(statements_have_actor_verb_and_polarity),
    };
    return cmocka_run_group_tests(tests, load_authority, free_authority);
}
