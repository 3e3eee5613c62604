/* TEI: what is written is read back as it was, whatever the text. */
#include "bundled.h"

/* A report as TEI; frees it. */
static str written(char **bytes, scm_report *report)
{
    size_t size = 0;
    FILE *file = open_memstream(bytes, &size);
    scm_write_options how = {.format = SCM_FORMAT_TEI};
    assert_int_equal(scm_report_write(report, &how, file, NULL), SCM_OK);
    fclose(file);
    scm_report_free(report);
    return (str){*bytes, size};
}

/* What a document says and is made of, a line each. */
static str described(arena *a, const scm_document *d, const scm_annotations *marks)
{
    buf b = {.arena = a};
    if (marks && marks->meeting == 0) marks = NULL; /* no header without its number */
    const str fields[] = {d->title, d->note, marks ? marks->date : d->date,
        marks ? marks->venue : d->venue, d->published};
    buf_printf(&b, "%d %s\n", marks ? marks->meeting : d->meeting, scm_kind_name(d->kind));
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        buf_add(&b, fields[i]);
        buf_char(&b, '\n');
    }
    for (size_t i = 0; i < d->nblocks; i++) {
        const str parts[] = {d->blocks[i].label, d->blocks[i].section, d->blocks[i].text};
        for (size_t k = 0; k < 3; k++) {
            buf_add(&b, parts[k]);
            buf_char(&b, k < 2 ? '|' : '\n');
        }
    }
    return buf_str(&b);
}

/* With marks the document's header says what they do. */
static bool comes_back(const scm_document *d, const scm_annotations *marks, scm_report *report)
{
    arena *a = arena_new();
    char *bytes = NULL;
    scm_document *again = NULL;
    scm_error error = {0};
    str before = described(a, d, marks), after = {0};
    if (scm_document_parse(&again, written(&bytes, report), NULL, &error) == SCM_OK)
        after = described(a, again, NULL);
    else
        print_error("%s\n", error.message);
    bool same = str_eq(before, after);
    if (!same) print_error("before:\n%.*s\nafter:\n%.*s\n", SCM_STR(before), SCM_STR(after));
    scm_document_free(again);
    free(bytes);
    arena_free(a);
    return same;
}

/* With marks and without. */
static void check_document(const scm_document *d)
{
    scm_annotations *marks = NULL;
    assert_true(comes_back(d, NULL, scm_report_normalize(d, NULL)));
    assert_int_equal(scm_annotate(&marks, d, authority, NULL, NULL), SCM_OK);
    assert_true(comes_back(d, marks, scm_report_tag(marks, 0)));
    assert_true(comes_back(d, marks, scm_report_normalize(d, marks)));
    scm_annotations_free(marks);
}

static void test_texts_come_back(void **state)
{
    (void)state;
    check_every_text(check_document);
}

static const char *const SEEDS[] = {
    "Paraphrased from public facts; not the official wording.\n\n"
    "Joint Communiqué of the 91st U.S.-ROK Security Consultative Meeting\n\n"
    "1. The 91st Security Consultative Meeting (SCM) was held in Busan on June 3, 2059. "
    "Secretary Ann Roe and Minister Park Min-su led the delegations.\n\n"
    "2. The Secretary & the Minister noted that \"5 < 6\" for more than 70 years.\n\n"
    "- A bullet of the Harbor Watch Group (HWG).\n\n"
    "3. The next SCM will be held in Washington, D.C. next spring. Both sides gave thanks.\n",
    "FACT SHEET: THE HARBOR\n\nThe Secretary and the Minister met in the harbor of Busan.\n\n"
    "READINESS\n• Freedom Shield 58 was held for two weeks.\n• Exercise two was not.\n\n"
    "SPACE AND CYBER\n• A tug was launched in March 2058.\n",
    "---\ntitle: The harbor of tomorrow\ndate: 2058-02-03\n---\n\n# The harbor\n\n"
    "\"We will *build* it,\" the minister said on Monday.\n\nHe said so twice, in Seoul.\n",
    "1. 한국과 미국은 합의했다. The Nuclear Consultative Group (NCG) met.\n\n2. 대표 가 "
    "왔다.\n",
    "<html><title>News | Harbor</title><body><h1>The harbor</h1><p>Busan, 3 May 2058 &mdash; "
    "The "
    "minister said &lt;yes&gt; &amp; left.<ul><li>One was here.<li>Two was not.</ul></html>"};

/* What real copies have where it hurts. */
static const char *const SPICES[] = {"&", "<p>", "]]>", "\n\n", "7. ", "\n\n8. ", "- ", "• ",
    "e\xCC\x81", "\xC2\xA0", "\xE2\x80\xA8", "\xEF\xBF\xBE", "\xEF\xAC\x81", "\xC2\xAD\n",
    " th ", "\xE1\x84\x92\xE1\x85\xA1", "HEADING\n\n", "\r", "\t", "&#x41;", "\"",
    "\xF0\x9F\x98\x80", "SCM", " on May 3, 2031 ", "\n\n---\n\n", "\xCC\x81", "2.2 ", "\x01"};

static unsigned next_random(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(*state >> 33);
}

/* A copy with some bytes cut, doubled, or spiced. */
static str mutated(arena *a, str text, uint64_t *random)
{
    for (unsigned n = 1 + next_random(random) % 4; n; n--) {
        size_t from = next_random(random) % (text.len + 1);
        size_t to = from + next_random(random) % 24;
        buf b = {.arena = a};
        buf_add(&b, str_sub(text, 0, from));
        switch (next_random(random) % 4) {
        case 0: from = to; break;
        case 1: buf_add(&b, str_sub(text, from, to)); break;
        default:
            buf_add(&b, str_of(SPICES[next_random(random) % (sizeof SPICES / sizeof *SPICES)]));
        }
        buf_add(&b, str_sub(text, from, text.len));
        text = buf_str(&b);
    }
    return text;
}

static void test_mutated_texts_come_back(void **state)
{
    (void)state;
    uint64_t random = 1968;
    size_t loaded = 0;
    for (int i = 0; i < 600; i++) {
        arena *a = arena_new();
        str seed = str_of(SEEDS[i % (int)(sizeof SEEDS / sizeof *SEEDS)]);
        scm_document *d = NULL;
        if (scm_document_parse(&d, mutated(a, seed, &random), NULL, NULL) == SCM_OK) {
            check_document(d);
            loaded++;
        }
        scm_document_free(d);
        arena_free(a);
    }
    assert_true(loaded > 400);
}

#define OURS                                                                                   \
    "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>A "       \
    "harbor</title></titleStmt></fileDesc><encodingDesc><appInfo><application "                \
    "ident='scmtool' version='0'/></appInfo></encodingDesc></teiHeader><text><body>"

/* One that somebody has worked on is still read. */
static void test_edited_copies(void **state)
{
    (void)state;
    expect(OURS "<p n='4'>- The <hi>harbor</hi>\n  is open.</p><div><head>At sea</head>"
                "<p n='4.3'>9. It was.</p></div></body></text></TEI>",
        "4||- The harbor is open.\n4.3|At sea|9. It was.\n");
    /* Without its labels it is searched like any other. */
    expect(OURS "<p n='1'>The harbor is open.</p><p>It was open.</p><p n='2'>It will be."
                "</p></body></text></TEI>",
        "1||The harbor is open.\n1.2||It was open.\n2||It will be.\n");
    expect(OURS "<p n='2'>The harbor is open.</p><p n='2'>It was open.</p></body></text></TEI>",
        "2||The harbor is open.\n2.2||It was open.\n");
}

static void test_report_without_text(void **state)
{
    (void)state;
    scm_document *d = load_bytes(S("1. The ministers met."));
    scm_annotations *marks = NULL;
    assert_int_equal(scm_annotate(&marks, d, authority, NULL, NULL), SCM_OK);
    scm_summary *summary = scm_summarize(marks);
    scm_report *report = scm_report_statements(marks);
    scm_write_options how = {.format = SCM_FORMAT_TEI};
    scm_error error = {0};
    assert_int_equal(scm_report_write(report, &how, stdout, &error), SCM_E_USAGE);
    assert_string_equal(error.message, "this report is not of one text");
    scm_report_free(report);
    report = scm_report_brief(summary, NULL);
    how = (scm_write_options){.format = SCM_FORMAT_CSV, .header = true};
    assert_int_equal(scm_report_write(report, &how, stdout, &error), SCM_E_USAGE);
    assert_string_equal(error.message, "this report has no records");
    scm_report_free(report);
    scm_summary_free(summary);
    scm_annotations_free(marks);
    scm_document_free(d);
}

/* A mention of bytes [start, end) of the text. */
static scm_mention mark(size_t start, size_t end, enum scm_type type, const char *id)
{
    return (scm_mention){.start = start, .end = end, .type = type, .id = str_of(id)};
}

/* The paragraph that comes of a text and mentions in it. */
static void expect_marked(
    const char *text, const scm_mention *marks, size_t n, const char *expected)
{
    scm_block block = {.label = S("1"), .text = str_of(text)};
    scm_document d = {
        .id = S("x"), .encoding = "UTF-8", .text = block.text, .blocks = &block, .nblocks = 1};
    scm_annotations given = {
        .document = &d, .authority = authority, .mentions = marks, .nmentions = n};
    char *bytes = NULL;
    str all = written(&bytes, scm_report_tag(&given, 0));
    size_t at = str_find(all, S("<p n="));
    str got = str_sub(all, at, at + str_find(str_sub(all, at, all.len), S("\n")));
    char z[1024];
    snprintf(z, sizeof z, "<p n=\"1\">%s</p>", expected);
    assert_str(got, z);
    free(bytes);
}

static void test_marks_nest(void **state)
{
    (void)state;
    const scm_mention nested[] = {mark(0, 9, SCM_ORG, "A"), mark(0, 3, SCM_TERM, "B"),
        mark(4, 9, SCM_TERM, "C"), mark(4, 9, SCM_TERM, "D")};
    expect_marked("one <2> & three", nested, 4,
        "<orgName key=\"A\"><term key=\"B\">one</term> <term key=\"C\"><term "
        "key=\"D\">&lt;2&gt; &amp;</term></term></orgName> three");
    /* A term that crosses a name in front or behind, or another term. */
    const scm_mention crossing[] = {mark(0, 5, SCM_PLACE, "A"), mark(4, 9, SCM_TERM, "B"),
        mark(6, 11, SCM_TERM, "C"), mark(10, 15, SCM_TERM, "D")};
    expect_marked("one <2> & three", crossing, 4,
        "<placeName key=\"A\">one &lt;</placeName>2<term key=\"C\">&gt; &amp; t</term>hree");
    const scm_mention behind[] = {mark(0, 7, SCM_TERM, "A"), mark(4, 9, SCM_STATE, "B")};
    expect_marked("one <2> & three", behind, 2,
        "one <placeName type=\"state\" key=\"B\">&lt;2&gt; &amp;</placeName> three");
}

static void test_date_attributes(void **state)
{
    (void)state;
    static const char *const ROWS[][2] = {{"2058-02-28", "when"}, {"2058-02", "when"},
        {"2058", "when"}, {"2058-02-30", "when-custom"}, {"2058-SP", "when-custom"},
        {"2058-W07", "when-custom"}, {"2058-H2", "when-custom"}, {"205", "when-custom"},
        {"XXXX-02", "when-custom"}, {"PRESENT_REF", "when-custom"}, {"P70Y", "dur"},
        {"P3M", "dur"}, {"P10D", "dur"}, {"PT6H", "dur"}, {"P2W", "dur-iso"},
        {"P2Q", "when-custom"}, {"PXY", "when-custom"}, {"PY", "when-custom"}};
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        scm_mention date = mark(0, 4, SCM_DATE, "date");
        date.value = str_of(ROWS[i][0]);
        char expected[128];
        snprintf(
            expected, sizeof expected, "<date %s=\"%s\">then</date>", ROWS[i][1], ROWS[i][0]);
        expect_marked("then", &date, 1, expected);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts_come_back),
        cmocka_unit_test(test_mutated_texts_come_back),
        cmocka_unit_test(test_edited_copies),
        cmocka_unit_test(test_report_without_text),
        cmocka_unit_test(test_marks_nest),
        cmocka_unit_test(test_date_attributes),
    };
    return cmocka_run_group_tests(tests, load_authority, free_authority);
}
