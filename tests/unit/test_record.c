/* Records of JSON, and what a caller knows of a text. */
#include "loaded.h"

static scm_document *parse(const char *json)
{
    scm_document *d = NULL;
    scm_error error;
    assert_int_equal(scm_document_parse_record(&d, str_of(json), &error), SCM_OK);
    return d;
}

static void test_members(void **state)
{
    (void)state;
    scm_document *d =
        parse("{\"title\": \"A word on harbors\", \"date\": \"2024-05-01T09:30:00Z\","
              " \"other\": [1], \"id\": \"k-1\","
              " \"text\": \"The \\u201ctwo\\u201d ministers met in Busan.\"}");
    assert_str(d->id, "k-1");
    assert_str(d->title, "A word on harbors");
    assert_str(d->published, "2024-05-01");
    assert_str(d->blocks[0].text, "The “two” ministers met in Busan.");
    scm_document_free(d);
}

static void test_number_as_id_and_null_as_none(void **state)
{
    (void)state;
    scm_document *d = parse("{\"id\": 90071992547409931, \"date\": null, \"title\": null,"
                            " \"text\": \"The ministers met in Busan.\"}");
    assert_str(d->id, "90071992547409931");
    assert_str(d->published, "");
    scm_document_free(d);
}

/* A string of JSON is Unicode, whatever the page in it declares. */
static void test_declared_label_does_not_count(void **state)
{
    (void)state;
    scm_document *d =
        parse("{\"id\": \"k\", \"text\": \"<html><head><meta charset=euc-kr></head>"
              "<body><p>장관은 “안녕” 이라고 말했다.</p></body></html>\"}");
    assert_str(d->blocks[0].text, "장관은 “안녕” 이라고 말했다.");
    scm_document_free(d);
}

static void refuse(const char *json, size_t len, const char *message)
{
    scm_document *d = NULL;
    scm_error error;
    assert_int_equal(scm_document_parse_record(&d, (str){json, len}, &error), SCM_E_INPUT);
    assert_null(d);
    assert_int_equal(error.code, SCM_E_INPUT);
    assert_string_equal(error.message, message);
    assert_int_equal(scm_document_parse_record(&d, (str){json, len}, NULL), SCM_E_INPUT);
}

static void test_bad_records(void **state)
{
    (void)state;
    static const char *const BAD[][2] = {
        {"[]", "not an object"},
        {"7", "not an object"},
        {"{}", "no \"id\""},
        {"{\"id\": true, \"text\": \"x\"}", "\"id\" is not a string"},
        {"{\"id\": \"k\"}", "no \"text\""},
        {"{\"id\": \"k\", \"text\": null}", "no \"text\""},
        {"{\"id\": \"k\", \"text\": [\"x\"]}", "\"text\" is not a string"},
        {"{\"id\": \"k\", \"text\": \"x\", \"title\": 1}", "\"title\" is not a string"},
        {"{\"id\": \"k\", \"text\": \"The two met.\", \"date\": \"in May\"}",
            "k: 'in May' is not a date of the form YYYY-MM-DD"},
        {"{\"id\": \"k\", \"text\": \"\"}", "k: no text"},
        {"{\"id\": \"k\", \"text\": \"\\u0000\"}", "the text contains a NUL character"},
    };
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        refuse(BAD[i][0], strlen(BAD[i][0]), BAD[i][1]);
    refuse("{\0", 2, "not JSON, column 2: string or '}' expected near end of file");
}

static void test_options(void **state)
{
    (void)state;
    scm_document *d;
    scm_error error;
    str text = S("Joint Statement on Tides\n\n1. The ministers met in Busan.");
    scm_load_options how = {.id = "k", .title = " Another\tname ", .date = "2024-05"};
    assert_int_equal(scm_document_parse(&d, text, &how, &error), SCM_OK);
    assert_str(d->title, "Another name");
    assert_str(d->published, "2024-05");
    assert_int_equal(d->nblocks, 1);
    scm_document_free(d);
    how.date = "2024-05-01x";
    assert_int_equal(scm_document_parse(&d, text, &how, &error), SCM_E_USAGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_members),
        cmocka_unit_test(test_number_as_id_and_null_as_none),
        cmocka_unit_test(test_declared_label_does_not_count),
        cmocka_unit_test(test_bad_records),
        cmocka_unit_test(test_options),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
