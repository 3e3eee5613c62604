/* The loader: encodings, characters, plain copies, numbers, files. */
#include "loaded.h"

/* Encodings. */

static void test_bom_is_no_text(void **state)
{
    (void)state;
    expect("\xEF\xBB\xBF"
           "1. The ministers met.",
        "1||The ministers met.\n");
}

static void test_utf16_with_and_without_mark(void **state)
{
    (void)state;
    const char text[] = "1. The ministers met in Busan.";
    char wide[2 + 2 * sizeof text] = {(char)0xFF, (char)0xFE};
    size_t n = sizeof text - 1;
    for (size_t i = 0; i < n; i++) wide[2 + 2 * i] = text[i];
    expect_bytes((str){wide, 2 + 2 * n}, "1||The ministers met in Busan.\n");
    expect_bytes((str){wide + 2, 2 * n}, "1||The ministers met in Busan.\n");
    for (size_t i = 0; i < n; i++) wide[2 * i] = 0, wide[2 * i + 1] = text[i];
    expect_bytes((str){wide, 2 * n}, "1||The ministers met in Busan.\n");
}

static void test_utf16_korean(void **state)
{
    (void)state;
    /* 대표 가 왔다. with a NUL on either side */
    expect_bytes(
        S("1\0.\0 \0\x00\xB3\x5C\xD4 \0\x00\xAC \0\x54\xC6\xE4\xB2.\0"), "1||대표 가 왔다.\n");
}

static void test_windows_1252(void **state)
{
    (void)state;
    expect("1. The two nations\x92 pledge \x97 \x93"
           "firm\x94.",
        "1||The two nations’ pledge — “firm”.\n");
    /* On the web iso-8859-1 means the same. */
    expect("<html><head><meta charset=iso-8859-1></head><p>The two nations\x92 pledge is "
           "firm.</html>",
        "1||The two nations’ pledge is firm.\n");
}

static void test_cp949(void **state)
{
    (void)state;
    expect(
        "\xC7\xD1\xB1\xB9\xB0\xFA \xB9\xCC\xB1\xB9\xC0\xBA \xC7\xD5\xC0\xC7\xC7\xDF\xB4\xD9.",
        "1||한국과 미국은 합의했다.\n");
    expect("<html><head><meta http-equiv='content-type' content='text/html; "
           "charset=euc-kr'></head>"
           "<p>\xC7\xD1\xB1\xB9\xB0\xFA \xB9\xCC\xB1\xB9\xC0\xBA "
           "\xC7\xD5\xC0\xC7\xC7\xDF\xB4\xD9.</html>",
        "1||한국과 미국은 합의했다.\n");
}

static void test_undecodable_bytes(void **state)
{
    (void)state;
    expect_error(S("\xEF\xBB\xBF"
                   "Good \xFF bad"),
        SCM_E_INPUT, "-: byte 8: not UTF-8");
    expect_error(S("Caf\xE9 \x81 x"), SCM_E_INPUT, "-: byte 5: not windows-1252");
    expect_error(S("<html><meta charset='utf-8'>a\xE9z"), SCM_E_INPUT, "-: byte 29: not UTF-8");
    expect_error(S("One\0two three four five six"), SCM_E_INPUT,
        "-: byte 3 is NUL: this is not a text file");
    expect_error(S("\xFF\xFE"
                   "a\0b\0c"),
        SCM_E_INPUT, "-: byte 6: not UTF-16LE");
}

/* Text. */

static void test_characters_are_normalized(void **state)
{
    (void)state;
    expect("1. The communique\xCC\x81 of the of\xEF\xAC\x81"
           "ce \xE2\x80\x8B"
           "came\xC2\xA0in\xE3\x80\x80"
           "fast.",
        "1||The communiqué of the office came in fast.\n");
    expect("1. The presi\xC2\xAD"
           "dent came\xE2\x80\xA8"
           "in \xE2\x80\x9C"
           "time\xE2\x80\x9D.",
        "1||The president came in “time”.\n");
}

/* The first and the last character of each class, and those beside them. */
static void test_edges_of_classes_of_characters(void **state)
{
    (void)state;
    static const struct {
        const char *character, *becomes;
    } ROWS[] = {
        /* C1 and format characters go. */
        {"\xC2\x80", ""},
        {"\xC2\x9F", ""},
        {"\xC2\xAD", ""},
        {"\xE1\xA0\x8E", ""},
        {"\xE2\x80\x8B", ""},
        {"\xE2\x80\x8F", ""},
        {"\xEF\xB8\x80", ""},
        {"\xEF\xB8\x8F", ""},
        {"\xEF\xBB\xBF", ""},
        {"\xEF\xBF\xBE", ""},
        {"\xEF\xBF\xBF", ""},
        /* Every space is one. */
        {"\xC2\xA0", " "},
        {"\xE1\x9A\x80", " "},
        {"\xE2\x80\x80", " "},
        {"\xE2\x80\x8A", " "},
        {"\xE2\x80\xA8", " "},
        {"\xE2\x80\xAF", " "},
        {"\xE2\x81\x9F", " "},
        {"\xE3\x80\x80", " "},
        /* Ligatures are spelt out. */
        {"\xEF\xAC\x80", "ff"},
        {"\xEF\xAC\x85", "st"},
        {"\xEF\xAC\x86", "st"},
        /* What stands beside them stays. */
        {"\xC2\xA1", "\xC2\xA1"},
        {"\xC2\xAC", "\xC2\xAC"},
        {"\xC2\xAE", "\xC2\xAE"},
        {"\xE2\x80\x90", "\xE2\x80\x90"},
        {"\xE3\x80\x81", "\xE3\x80\x81"},
        {"\xEF\xAC\x93", "\xEF\xAC\x93"},
        {"\xEF\xB8\x90", "\xEF\xB8\x90"},
        {"\xEF\xBF\xBD", "\xEF\xBF\xBD"},
    };
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        char source[64], expected[64];
        snprintf(source, sizeof source, "1. The ships a%sb sail.", ROWS[i].character);
        snprintf(expected, sizeof expected, "1||The ships a%sb sail.\n", ROWS[i].becomes);
        expect(source, expected);
    }
}

static void test_control_characters_go(void **state)
{
    (void)state;
    expect("1. The \x1B[31mred\x07 line of the ship.", "1||The [31mred line of the ship.\n");
}

/* Plain text. */

static void test_one_paragraph_a_line(void **state)
{
    (void)state;
    expect("1. The ministers met in Busan.\n2. They agreed on the plan.\nThey also spoke of "
           "trade.\n",
        "1||The ministers met in Busan.\n2||They agreed on the plan.\n"
        "2.2||They also spoke of trade.\n");
}

static void test_wrapped_at_a_column(void **state)
{
    (void)state;
    expect("1. The ministers met in Busan and agreed\n"
           "to hold the talks of the two navies every\n"
           "year from now on.\n"
           "2. They noted the report of the staff and\n"
           "thanked its authors for their long work.\n"
           "Both sides asked for another report in\n"
           "the spring of the coming year.\n",
        "1||The ministers met in Busan and agreed to hold the talks of the two navies every "
        "year "
        "from now on.\n"
        "2||They noted the report of the staff and thanked its authors for their long work. "
        "Both sides asked for another report in the spring of the coming year.\n");
}

static void test_number_inside_a_wrapped_sentence(void **state)
{
    (void)state;
    /* "3." opens no paragraph where the line before goes on. */
    expect("2. The ministers visited the harbour on November\n"
           "3. They returned to the capital on the day that\n"
           "followed, and the talks began in the evening.\n"
           "\n"
           "3. The ministers thanked the mayor of the town.\n",
        "2||The ministers visited the harbour on November 3. They returned to the capital on "
        "the "
        "day that followed, and the talks began in the evening.\n"
        "3||The ministers thanked the mayor of the town.\n");
}

static void test_hyphens_at_line_ends(void **state)
{
    (void)state;
    expect("1. The ministers praised the mari-\n"
           "time patrols and the multi-\n"
           "domain training of the U.S.-\n"
           "ROK staffs, the table-\n"
           "top game and other table-top games.\n",
        "1||The ministers praised the maritime patrols and the multi-domain training of the "
        "U.S.-ROK staffs, the table-top game and other table-top games.\n");
}

static const char PAGED[] = "1. The ministers met in Busan to speak about the harbours\n"
                            "of the two countries and about the ships that use them in\n"
                            "every season, and they heard a report of the two admirals\n"
                            "about it, which was long and which they discussed at once\n"
                            "with the staff of the ministries and with the guests from\n"
                            "%s"
                            "the islands. They thanked the admirals for the report and\n"
                            "asked for another one in the spring of the coming year at\n"
                            "the latest, so that the plans for the harbours could then\n"
                            "be changed where that was needed, and so that money could\n"
                            "be found for it in the budget of the two countries, which\n"
                            "is made in the summer, before the parliaments meet in the\n"
                            "autumn and decide on what the ministers have put forward,\n"
                            "as the law of both countries asks of them in these things\n"
                            "%s"
                            "and in others like them.\n"
                            "\n"
                            "2. The ministers went home.\n";

static void test_pages_in_mid_sentence(void **state)
{
    (void)state;
    char plain[4096], paged[4096], headed[4096];
    snprintf(plain, sizeof plain, PAGED, "", "");
    snprintf(paged, sizeof paged, PAGED, "\n   Talks of Busan\n\n   - 1 -\n\n",
        "\n   Talks of Busan\n\n   - 2 -\n\n");
    snprintf(headed, sizeof headed, PAGED, "\fTalks of Busan\n\n", "\n7\n\fTalks of Busan\n");
    scm_document *d = load_bytes(str_of(plain));
    char *expected = listing(d);
    assert_int_equal(d->nblocks, 2);
    expect(paged, expected);
    expect(headed, expected);
    test_free(expected);
    scm_document_free(d);
}

static void test_lines_that_repeat_in_the_text_stay(void **state)
{
    (void)state;
    expect("AIMS\nThe ministers set out the aims of the year.\nMEANS\nThe ministers\n"
           "The ministers named the means of the year.\n",
        "1|AIMS|The ministers set out the aims of the year.\n"
        "2|MEANS / The ministers|The ministers named the means of the year.\n");
}

static void test_torn_ordinals(void **state)
{
    (void)state;
    const char *healed = "1||The ministers opened the 49th SCM and the 52nd round of talks.\n";
    expect("1. The ministers opened the 49 th SCM and the 52 nd round of talks.\n", healed);
    expect("1. The ministers opened the 49\nth\nSCM and the 52nd round of talks.\n", healed);
    expect("                              th\n1. The ministers opened the 49 SCM and the 52nd "
           "round of talks.\n",
        healed);
    expect("1. The ministers opened the 49 SCM and the 52nd round of talks.\n"
           "                              th\n",
        healed);
    /* A street is no ordinal, nor is a word that begins like a suffix. */
    expect("1. They met at 10 St. Mary and fired 12 rounds in 3 this week.\n",
        "1||They met at 10 St. Mary and fired 12 rounds in 3 this week.\n");
}

/* Numbers. */

static void test_forms_of_numbers(void **state)
{
    (void)state;
    const char *same = "1||The ministers met.\n2||They agreed on it.\n2.2||They signed it.\n";
    expect("1.\xC2\xA0The ministers met.\n\n2.\xC2\xA0They agreed on it.\n\nThey signed it.\n",
        same);
    expect("1.The ministers met.\n\n2.They agreed on it.\n\nThey signed it.\n", same);
    expect("1) The ministers met.\n\n2) They agreed on it.\n\nThey signed it.\n", same);
    expect("(1) The ministers met.\n\n(2) They agreed on it.\n\nThey signed it.\n", same);
    expect("1.\n\nThe ministers met.\n\n2.\n\nThey agreed on it.\n\nThey signed it.\n", same);
}

static void test_decimals_are_no_numbers(void **state)
{
    (void)state;
    expect("1. The ministers met.\n\n2.5 million people live in the town of the talks.\n\n"
           "2. They went home.\n",
        "1||The ministers met.\n1.2||2.5 million people live in the town of the talks.\n"
        "2||They went home.\n");
}

static void test_numbers_that_repeat_or_skip(void **state)
{
    (void)state;
    expect("1. The first point is of the sea.\n\n2. The second point is of the air.\n\n"
           "2. The other second point is of the land.\n\n5. The last point is of the rest.\n",
        "1||The first point is of the sea.\n2||The second point is of the air.\n"
        "2.2||The other second point is of the land.\n5||The last point is of the rest.\n");
}

static void test_list_inside_a_paragraph(void **state)
{
    (void)state;
    expect("1. The ministers met in the town by the sea.\n\n2. They agreed on what follows:\n\n"
           "(1) ships of the two navies\n\n(2) planes of the two air forces\n\n"
           "3. They went home by train in the evening.\n",
        "1||The ministers met in the town by the sea.\n2||They agreed on what follows:\n"
        "2.2||(1) ships of the two navies\n2.3||(2) planes of the two air forces\n"
        "3||They went home by train in the evening.\n");
}

/* Files and limits. */

static void test_no_text(void **state)
{
    (void)state;
    expect_error(S(""), SCM_E_INPUT, "-: no text");
    expect_error(S(" \n\n\xC2\xA0\n"), SCM_E_INPUT, "-: no text");
    expect_error(S("<html><body><nav><a href=x>Home</a></nav></body></html>"), SCM_E_INPUT,
        "-: no text");
}

static void test_file_names(void **state)
{
    (void)state;
    char path[] = "/tmp/scm-load-XXXXXX.txt";
    int fd = mkstemps(path, 4);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "1. The ministers met.\n", 22), 22);
    close(fd);
    scm_document *d = NULL;
    scm_error error;
    assert_int_equal(scm_document_load(&d, path, NULL, &error), SCM_OK);
    assert_true(str_starts(d->id, S("scm-load-")));
    assert_false(str_ends(d->id, S(".txt")));
    assert_string_equal(d->encoding, "UTF-8");
    scm_document_free(d);
    unlink(path);
    assert_int_equal(scm_document_load(&d, path, NULL, &error), SCM_E_IO);
    assert_true(str_starts(str_of(error.message), str_of(path)));
    assert_int_equal(scm_document_load(&d, path, NULL, NULL), SCM_E_IO);
}

static void test_id_is_one_field(void **state)
{
    (void)state;
    scm_document *d = NULL;
    scm_load_options options = {.id = "a\tb\n\xFF"};
    assert_int_equal(scm_document_parse(&d, S("1. They met."), &options, NULL), SCM_OK);
    assert_str(d->id, "a_b__");
    scm_document_free(d);
    scm_document_free(NULL);
}

static void test_many_paragraphs(void **state)
{
    (void)state;
    arena *a = arena_new();
    buf b = {.arena = a};
    for (int i = 1; i <= 100000; i++) buf_printf(&b, "%d. Point %d of the plan.\n\n", i, i);
    scm_document *d = load_bytes(buf_str(&b));
    assert_int_equal(d->nblocks, 100000);
    assert_str(d->blocks[99999].label, "100000");
    scm_document_free(d);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bom_is_no_text),
        cmocka_unit_test(test_utf16_with_and_without_mark),
        cmocka_unit_test(test_utf16_korean),
        cmocka_unit_test(test_windows_1252),
        cmocka_unit_test(test_cp949),
        cmocka_unit_test(test_undecodable_bytes),
        cmocka_unit_test(test_characters_are_normalized),
        cmocka_unit_test(test_edges_of_classes_of_characters),
        cmocka_unit_test(test_control_characters_go),
        cmocka_unit_test(test_one_paragraph_a_line),
        cmocka_unit_test(test_wrapped_at_a_column),
        cmocka_unit_test(test_number_inside_a_wrapped_sentence),
        cmocka_unit_test(test_hyphens_at_line_ends),
        cmocka_unit_test(test_pages_in_mid_sentence),
        cmocka_unit_test(test_lines_that_repeat_in_the_text_stay),
        cmocka_unit_test(test_torn_ordinals),
        cmocka_unit_test(test_forms_of_numbers),
        cmocka_unit_test(test_decimals_are_no_numbers),
        cmocka_unit_test(test_numbers_that_repeat_or_skip),
        cmocka_unit_test(test_list_inside_a_paragraph),
        cmocka_unit_test(test_no_text),
        cmocka_unit_test(test_file_names),
        cmocka_unit_test(test_id_is_one_field),
        cmocka_unit_test(test_many_paragraphs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
