/* The loader: furniture, title and meeting, Markdown, HTML and TEI. */
#include "loaded.h"

/* Furniture. */

static void test_page_around_a_communique(void **state)
{
    (void)state;
    scm_document *d = load_bytes(S(
        "An official website of the Ministry\n\nHome > News\n\nNEWS | Nov. 3, 2019\n\n"
        "Joint Communiqué of the 61st Security Consultative Meeting > Ministry > Releases\n\n"
        "1. The 61st Security Consultative Meeting (SCM) was held in Busan, ROK, on November "
        "2, 2019. "
        "On November 1, 2019, the 40th Military Committee Meeting (MCM) was held in Jeju.\n\n"
        "- Advertisement -\n\nThe two sides spoke of the sea.\n\n"
        "Harbour of Busan.  2019.11.2/Agency 7Harbour of Busan. 2019.11.2/Agency 7\n\n"
        "2. Both sides gave thanks for the hospitality and will hold the 62nd SCM in 2020.\n\n"
        "READ SOURCE\n\nThis website uses cookies. By continuing you accept the use of "
        "them.\n\n"
        "The ministry keeps the peace of the land for all who live in it.\n"));
    char *got = listing(d);
    assert_string_equal(got,
        "1||The 61st Security Consultative Meeting (SCM) was held in Busan, ROK, on November "
        "2, 2019. "
        "On November 1, 2019, the 40th Military Committee Meeting (MCM) was held in Jeju.\n"
        "1.2||The two sides spoke of the sea.\n"
        "2||Both sides gave thanks for the hospitality and will hold the 62nd SCM in 2020.\n");
    test_free(got);
    assert_int_equal(d->kind, SCM_KIND_COMMUNIQUE);
    assert_str(d->title, "Joint Communiqué of the 61st Security Consultative Meeting");
    assert_str(d->published, "2019-11-03");
    assert_dropped(d, "- Advertisement -", "advertisement");
    assert_dropped(d, "READ SOURCE", "source line");
    assert_dropped(d, "The ministry keeps the peace of the land for all who live in it.",
        "after the text");
    scm_document_free(d);
}

static void test_last_paragraph_goes_on(void **state)
{
    (void)state;
    expect("1. The ministers met in the town by the sea.\n\n2. They spoke of the ships of the "
           "navies.\n\n"
           "They also spoke of the planes of the air forces.\n\nSign up for our newsletter.\n",
        "1||The ministers met in the town by the sea.\n2||They spoke of the ships of the "
        "navies.\n"
        "2.2||They also spoke of the planes of the air forces.\n");
}

static void test_news_story(void **state)
{
    (void)state;
    scm_document *d = load_bytes(S(
        "No menu items!\n\nMinisters of two countries to meet by the sea\n\nShare This Post\n\n"
        "The ministers of the two countries will meet by the sea next week.\n\n"
        "A flag. 2022.5.16/Agency 1\n\n"
        "“It will be a good meeting,” a spokesperson said on the day before.\n\n"
        "Minister at sea. ⓒ Wire = Agency 1\n\nAn official said that the sea is calm.\n\n"
        "Source: Daily\n\nRelated Posts\n\nThe minister went to the market and bought a "
        "fish.\n"));
    assert_int_equal(d->kind, SCM_KIND_NEWS);
    assert_int_equal(d->nblocks, 3);
    assert_str(d->title, "Ministers of two countries to meet by the sea");
    assert_str(d->blocks[2].text, "An official said that the sea is calm.");
    assert_dropped(d, "A flag. 2022.5.16/Agency 1", "caption");
    assert_dropped(d, "The minister went to the market and bought a fish.", "after the text");
    scm_document_free(d);
}

static void test_sentences_like_furniture_stay(void **state)
{
    (void)state;
    expect("1. The ministers met in the town by the sea.\n\n"
           "Share this assessment with the staff of the two ministries, the minister said.\n\n"
           "They welcomed the sources of the report, the cookies and the advertisement.\n\n"
           "2. They translated the vision into action in the spring of that year.\n",
        "1||The ministers met in the town by the sea.\n"
        "1.2||Share this assessment with the staff of the two ministries, the minister said.\n"
        "1.3||They welcomed the sources of the report, the cookies and the advertisement.\n"
        "2||They translated the vision into action in the spring of that year.\n");
}

static void test_note_is_no_block(void **state)
{
    (void)state;
    scm_document *d =
        load_bytes(S("Paraphrased from public facts; not the official wording.\n\n"
                     "1. The ministers met in the town by the sea.\n"));
    assert_int_equal(d->nblocks, 1);
    assert_str(d->note, "Paraphrased from public facts; not the official wording.");
    scm_document_free(d);
}

static void test_fact_sheet(void **state)
{
    (void)state;
    scm_document *d =
        load_bytes(S("Talks of the Two Ministries Fact Sheet\n"
                     "During the 61st Security Consultative Meeting (SCM) on November 2, 2019, "
                     "they spoke of it.\n"
                     "WORKING AT SEA\nThe two navies are working together by:\n"
                     "- Sailing in the same waters\n• Sharing what the ships see\n"));
    char *got = listing(d);
    assert_string_equal(got, "1||During the 61st Security Consultative Meeting (SCM) on "
                             "November 2, 2019, they spoke of it.\n"
                             "2|WORKING AT SEA|The two navies are working together by:\n"
                             "3|WORKING AT SEA|Sailing in the same waters\n"
                             "4|WORKING AT SEA|Sharing what the ships see\n");
    test_free(got);
    assert_int_equal(d->kind, SCM_KIND_FACT_SHEET);
    scm_document_free(d);
}

/* Markdown. */

static void test_markdown(void **state)
{
    (void)state;
    scm_document *d =
        load_bytes(S("---\ndate: '2021-04-05'\ntitle: \"Talks of\\_Two:\\\n  \\ Joint "
                     "\\u201cStatement\\u201D\"\n---\n \n"
                     "We, the *leaders*, met in the 21<sup>st</sup> year of "
                     "the\n[pact](https://example.org/x).\n\n"
                     "**Working at\nsea  \n  \n**1. The navies sail in the same waters.  \n  \n"
                     "2\\. The ships share what they see.\n\n------\n\n## In the air\n\n3. The "
                     "planes do so too.\n\n\\###\n"));
    char *got = listing(d);
    assert_string_equal(got, "0||We, the leaders, met in the 21st year of the pact.\n"
                             "1|Working at sea|The navies sail in the same waters.\n"
                             "2|Working at sea|The ships share what they see.\n"
                             "3|In the air|The planes do so too.\n");
    test_free(got);
    assert_int_equal(d->kind, SCM_KIND_STATEMENT);
    assert_str(d->title, "Talks of Two: Joint “Statement”");
    assert_str(d->published, "2021-04-05");
    scm_document_free(d);
}

static void test_stars_in_plain_text_stay(void **state)
{
    (void)state;
    expect("1. The ministers spoke of condition #1 and of 4 * 5 ships with a_b_c.\n",
        "1||The ministers spoke of condition #1 and of 4 * 5 ships with a_b_c.\n");
}

/* Markup. */

static void test_html_page(void **state)
{
    (void)state;
    scm_document *d = load_bytes(
        S("<!DOCTYPE html><html><head><title>Talks | Ministry</title><style>p{}</style>"
          "<script>var x = '<p>1. no</p>';</script></head><body>"
          "<header><p>We are the ministry of the sea and the air.</p></header>"
          "<nav><ul><li><a href=x>News of the day</a></ul></nav>"
          "<main><h1>Joint Communiqué of the Talks</h1>"
          "<p>1. The ministers&nbsp;met on the 21<sup>st</sup> day &amp; spoke.<p>They went on"
          "<br><br>after the break.<h2>At sea</h2>"
          "<div>2. The navies sail.<ul><li>Ships of the two navies<li>Boats of the coast "
          "guard</ul></div>"
          "<p><a href=a>More news of the ministry</a> <a href=b>All the news.</a></p></main>"
          "<aside>Most of it was read by the people of the town.</aside>"
          "<footer>Rights of the Ministry.</footer></body></html>"));
    char *got = listing(d);
    assert_string_equal(got,
        "1||The ministers met on the 21st day & spoke.\n1.2||They went on\n"
        "1.3||after the break.\n2|At sea|The navies sail.\n"
        "2.2|At sea|Ships of the two navies\n2.3|At sea|Boats of the coast guard\n");
    test_free(got);
    assert_str(d->title, "Joint Communiqué of the Talks");
    scm_document_free(d);
}

static void test_site_notice_above_the_title(void **state)
{
    (void)state;
    const char *story =
        "<p>The ministers of the two countries met by the sea on Monday.</p>"
        "<p>They spoke of the ships of the navies and of the harbours.</p>"
        "<p>They also spoke of the planes of the air forces of both.</p></html>";
    char page[1024];
    snprintf(page, sizeof page,
        "<html><title>Talks by the sea | Ministry</title><div>We are here for all of the "
        "people."
        "</div><h1>Talks by the sea</h1>%s",
        story);
    scm_document *d = load_bytes(str_of(page));
    assert_int_equal(d->nblocks, 3);
    assert_str(d->title, "Talks by the sea");
    scm_document_free(d);
    /* A first-level heading inside the text takes nothing away. */
    snprintf(page, sizeof page, "<html><p>We met by the sea.</p><h1>Ships</h1>%s", story);
    d = load_bytes(str_of(page));
    assert_int_equal(d->nblocks, 4);
    assert_str(d->blocks[0].text, "We met by the sea.");
    assert_str(d->blocks[1].section, "Ships");
    scm_document_free(d);
}

static void test_page_inside_one_form(void **state)
{
    (void)state;
    expect("<html><body><form><p>1. The ministers met in the town by the sea.</p>"
           "<p>2. They went home.</p></form></body></html>",
        "1||The ministers met in the town by the sea.\n2||They went home.\n");
}

static void test_ordered_list_counts(void **state)
{
    (void)state;
    expect("<html><body><ol start=3><li>The ministers met in the town.<li>They went "
           "home.</ol></html>",
        "3||The ministers met in the town.\n4||They went home.\n");
}

static void test_deep_nesting(void **state)
{
    (void)state;
    arena *a = arena_new();
    buf b = {.arena = a};
    buf_add(&b, S("<html><body>"));
    for (int i = 0; i < 5000; i++) buf_add(&b, S("<div><span>"));
    buf_add(&b, S("<p>1. The ministers met in the town.</html>And they went home."));
    expect_bytes(buf_str(&b), "1||The ministers met in the town.\n1.2||And they went home.\n");
    arena_free(a);
}

static void test_truncated_markup_is_an_error(void **state)
{
    (void)state;
    const char *why = "-: the markup ends inside a tag, comment or script";
    expect_error(S("<html><p>1. The ministers met.</p><p cla"), SCM_E_INPUT, why);
    expect_error(
        S("<html><p>1. The ministers met.</p><!-- <p>2. They left."), SCM_E_INPUT, why);
    expect_error(
        S("<html><p>1. The ministers met.</p><script>x<p>2. They left."), SCM_E_INPUT, why);
    expect("<html><p>1. The ministers met", "1||The ministers met\n");
}

static void test_tei(void **state)
{
    (void)state;
    scm_document *d = load_bytes(
        S("<?xml version='1.0' encoding='UTF-8'?><TEI xmlns='http://www.tei-c.org/ns/1.0'>"
          "<teiHeader><fileDesc><titleStmt><title>Joint "
          "Communiqué</title></titleStmt></fileDesc></teiHeader>"
          "<text><body><head>At sea</head><p n='1'>The <hi>ministers</hi> met.</p><p>They "
          "spoke.</p>"
          "<p n='2'>They left &#x2014; by train.</p></body></text></TEI>"));
    char *got = listing(d);
    assert_string_equal(got, "1|At sea|The ministers met.\n1.2|At sea|They spoke.\n"
                             "2|At sea|They left — by train.\n");
    test_free(got);
    assert_str(d->title, "Joint Communiqué");
    scm_document_free(d);
    expect_error(S("<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><p>The ministers met."),
        SCM_E_INPUT, "-: line 2: the markup cannot be read further");
    expect_error(
        S("<!DOCTYPE x [<!ENTITY a SYSTEM '/etc/passwd'>]>"
          "<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><p>The &a; met.</p></text></TEI>"),
        SCM_E_INPUT, "-: line 1: the markup cannot be read further");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_page_around_a_communique),
        cmocka_unit_test(test_last_paragraph_goes_on),
        cmocka_unit_test(test_news_story),
        cmocka_unit_test(test_sentences_like_furniture_stay),
        cmocka_unit_test(test_note_is_no_block),
        cmocka_unit_test(test_fact_sheet),
        cmocka_unit_test(test_markdown),
        cmocka_unit_test(test_stars_in_plain_text_stay),
        cmocka_unit_test(test_html_page),
        cmocka_unit_test(test_site_notice_above_the_title),
        cmocka_unit_test(test_page_inside_one_form),
        cmocka_unit_test(test_ordered_list_counts),
        cmocka_unit_test(test_deep_nesting),
        cmocka_unit_test(test_truncated_markup_is_an_error),
        cmocka_unit_test(test_tei),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
