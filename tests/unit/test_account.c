/* The account: where the words of a source went, and what furniture cannot take. */
#include "bundled.h"

static size_t words_of(const scm_document *d, enum scm_part part)
{
    size_t n = 0;
    for (size_t i = 0; i < d->naccount; i++)
        if (d->account[i].part == part) n += d->account[i].words;
    return n;
}

static bool balances(const scm_document *d)
{
    size_t parts = 0;
    for (int p = SCM_PART_BODY; p <= SCM_PART_OUT; p++) parts += words_of(d, (enum scm_part)p);
    if (parts != words_of(d, SCM_PART_IN))
        print_error("%.*s: %zu words in, %zu in its parts\n", SCM_STR(d->id),
            words_of(d, SCM_PART_IN), parts);
    return parts == words_of(d, SCM_PART_IN);
}

static void check_balance(const scm_document *d)
{
    assert_true(balances(d));
}

static void test_every_text_balances(void **state)
{
    (void)state;
    check_every_text(check_balance);
}

/* Words of plain text, counted without the loader. */
static size_t count(const char *text)
{
    size_t n = 0;
    bool inside = false;
    for (; *text; text++) {
        bool space = *text == ' ' || *text == '\n';
        if (!inside && !space) n++;
        inside = !space;
    }
    return n;
}

static void test_words_are_those_of_the_source(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "1. The masters met.\n\n2. They parted.\n",
        "THE HARBOR\n\nThe masters met and spoke of the tides of the old harbor.\n",
        "1. The mas-\nters met on the 4\nth day of the meeting.\n\n2. They parted.\n",
        "Share this\n\n1. The masters met.\n\nPhoto: Harbor News\n\n2. They parted.\n",
    };
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        scm_document *d = load_bytes(str_of(TEXTS[i]));
        assert_int_equal(words_of(d, SCM_PART_IN), count(TEXTS[i]));
        assert_true(balances(d));
        scm_document_free(d);
    }
}

static void test_a_word_over_three_lines(void **state)
{
    (void)state;
    scm_document *d = load_bytes(S("1. The mas\xC2\xAD\n\xC2\xAD\nters met.\n"));
    assert_int_equal(words_of(d, SCM_PART_OUT), 1);
    assert_true(balances(d));
    scm_document_free(d);
}

static void test_what_markup_hides_is_counted(void **state)
{
    (void)state;
    scm_document *d = load_bytes(S("<html><head><title>The Harbor</title><script>a b c</script>"
                                   "</head><body><p>1. The masters met.<sup>1</sup></p>"
                                   "<select><option>one two</option></select>"
                                   "<p>2. They parted.</p></body></html>"));
    assert_int_equal(d->nblocks, 2);
    assert_int_equal(words_of(d, SCM_PART_IN), 2 + 4 + 2 + 3);
    assert_int_equal(words_of(d, SCM_PART_OUT), 2);
    assert_true(balances(d));
    scm_document_free(d);
}

/* Whether all paragraphs of `d` stand in `other` with their labels. */
static bool has_all(const scm_document *other, const scm_document *d)
{
    size_t k = 0;
    for (size_t i = 0; i < d->nblocks; i++) {
        while (k < other->nblocks && !(str_eq(other->blocks[k].label, d->blocks[i].label) &&
                                         str_eq(other->blocks[k].text, d->blocks[i].text)))
            k++;
        if (k == other->nblocks) return false;
    }
    return true;
}

/* A copy of the text with a line between the paragraphs `at` - 1 and `at`. */
static str with_line(arena *a, const scm_document *d, size_t at, const char *line)
{
    buf b = {.arena = a};
    buf_add(&b, d->title);
    buf_add(&b, S("\n\n"));
    for (size_t i = 0; i < d->nblocks; i++) {
        if (i == at) buf_printf(&b, "%s\n\n", line);
        bool numbered = d->blocks[i].part == 1;
        if (numbered) buf_printf(&b, "%d. ", d->blocks[i].paragraph);
        buf_add(&b, d->blocks[i].text);
        buf_add(&b, S("\n\n"));
    }
    return buf_str(&b);
}

/* Furniture between two paragraphs takes nothing with it, wherever it stands. */
static void check_lines_between(const scm_document *d)
{
    static const char *const LINES[] = {"Photo: Harbor News", "Share this", "Advertisement",
        "Source: Harbor News", "Related posts", "Leave a reply", "* * *", "Page 2 of 3",
        "Tags: harbor, tide", "© Harbor News", "Subscribe to our newsletter", "###",
        "The pilots wave to the crowd. 2057.10.31/Harbor", "Copyright 2057 Harbor News"};
    if (d->kind != SCM_KIND_COMMUNIQUE || d->blocks[0].paragraph != 1) return;
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
        for (size_t at = 1; at < d->nblocks; at++) {
            arena *a = arena_new();
            scm_document *before = load_bytes(with_line(a, d, SIZE_MAX, ""));
            scm_document *other = load_bytes(with_line(a, d, at, LINES[i]));
            bool whole = has_all(other, before);
            if (!whole)
                print_error("%.*s: \"%s\" in front of %zu\n", SCM_STR(d->id), LINES[i], at);
            assert_true(whole);
            assert_true(balances(other));
            scm_document_free(other);
            scm_document_free(before);
            arena_free(a);
        }
}

static void test_lines_between_paragraphs(void **state)
{
    (void)state;
    check_files("corpus/texts/*.txt", check_lines_between);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_text_balances),
        cmocka_unit_test(test_words_are_those_of_the_source),
        cmocka_unit_test(test_a_word_over_three_lines),
        cmocka_unit_test(test_what_markup_hides_is_counted),
        cmocka_unit_test(test_lines_between_paragraphs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
