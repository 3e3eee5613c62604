/* Tests of src/base: strings, buffers, memory, UTF-8, the calendar, input. */
#include <stdarg.h>
#include <stddef.h>
#include <ctype.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>
#undef fail /* cmocka's; ours is a function */

#include "base/calendar.h"
#include "base/input.h"
#include "base/reading.h"
#include "base/syllable.h"

#define assert_str(got, expected) assert_str_at((got), (expected), __LINE__)

static void assert_str_at(str got, const char *expected, int line)
{
    if (str_eq(got, str_of(expected))) return;
    print_error("line %d: got \"%.*s\", expected \"%s\"\n", line, SCM_STR(got), expected);
    assert_true(false);
}

#define wrong(...)                                                                             \
    do {                                                                                       \
        print_error(__VA_ARGS__);                                                              \
        assert_true(false);                                                                    \
    } while (0)

static int with_arena(void **state)
{
    *state = arena_new();
    return 0;
}

static int without_arena(void **state)
{
    arena_free(*state);
    return 0;
}

/* Strings. */

static void empty_strings_are_equal(void **state)
{
    (void)state;
    assert_true(str_eq(str_of(NULL), S("")));
    assert_true(str_eq_nocase(str_of(NULL), S("")));
    assert_int_equal(str_cmp(str_of(NULL), S("")), 0);
    assert_true(str_starts(str_of(NULL), S("")));
    assert_true(str_ends(str_of(NULL), S("")));
    assert_true(str_has(str_of(NULL), S("")));
    assert_int_equal(str_trim(str_of(NULL)).len, 0);
    assert_int_equal(str_sub(str_of(NULL), 1, 9).len, 0);
}

static void order_is_by_bytes_then_length(void **state)
{
    (void)state;
    assert_true(str_cmp(S("a"), S("b")) < 0);
    assert_true(str_cmp(S("ab"), S("a")) > 0);
    assert_true(str_cmp(S("B"), S("a")) < 0);
    assert_true(str_cmp(S("z"), S("é")) < 0); /* bytes are unsigned */
    assert_int_equal(str_cmp(S("abc"), S("abc")), 0);
}

static void prefix_and_suffix(void **state)
{
    (void)state;
    assert_true(str_starts(S("harbor"), S("har")));
    assert_false(str_starts(S("ha"), S("har")));
    assert_true(str_ends(S("harbor"), S("bor")));
    assert_false(str_ends(S("bo"), S("bor")));
    assert_true(str_starts_nocase(S("HARBOR"), S("har")));
    assert_false(str_starts_nocase(S("HA"), S("har")));
}

static void sub_is_clamped(void **state)
{
    (void)state;
    assert_str(str_sub(S("harbor"), 1, 3), "ar");
    assert_str(str_sub(S("harbor"), 4, 99), "or");
    assert_str(str_sub(S("harbor"), 99, 100), "");
    assert_str(str_sub(S("harbor"), 5, 2), "");
}

static void trim_takes_every_ascii_space(void **state)
{
    (void)state;
    assert_str(str_trim(S(" \t\r\n\v\fa b\f\v\n\r\t ")), "a b");
    assert_str(str_trim(S("   ")), "");
    assert_str(str_trim(S("\xC2\xA0x")), "\xC2\xA0x"); /* a no-break space is none */
}

static void find_returns_the_length_where_nothing_is_found(void **state)
{
    (void)state;
    assert_int_equal(str_find(S("a harbor"), S("harbor")), 2);
    assert_int_equal(str_find(S("a harbor"), S("Harbor")), 8);
    assert_int_equal(str_find(S("abc"), S("abcd")), 3);
    assert_int_equal(str_find(S("abc"), S("")), 0);
    assert_int_equal(str_find_nocase(S("a harbor"), S("HARBOR")), 2);
    assert_int_equal(str_find_nocase(S("abc"), S("abcd")), 3);
    assert_int_equal(str_find_char(S("abc"), 'c'), 2);
    assert_int_equal(str_find_char(S("abc"), 'd'), 3);
    assert_int_equal(str_find_char(str_of(NULL), 'd'), 0);
    assert_int_equal(str_find(S("a\0b"), S("b")), 2);
}

static void cut_yields_every_part(void **state)
{
    (void)state;
    str rest = S("a,,c,"), part;
    assert_true(str_cut(&rest, ',', &part));
    assert_str(part, "a");
    assert_true(str_cut(&rest, ',', &part));
    assert_str(part, "");
    assert_true(str_cut(&rest, ',', &part));
    assert_str(part, "c");
    assert_true(str_cut(&rest, ',', &part)); /* after the last comma */
    assert_str(part, "");
    assert_false(str_cut(&rest, ',', &part));
    rest = S("");
    assert_true(str_cut(&rest, ',', &part)); /* one empty part */
    assert_false(str_cut(&rest, ',', &part));
}

static void copies_are_their_own(void **state)
{
    char text[] = "Harbor";
    str copy = str_dup(*state, str_of(text)), lower = str_lower(*state, str_of(text));
    const char *z = str_z(*state, (str){text, 3});
    text[0] = 'X';
    assert_str(copy, "Harbor");
    assert_str(lower, "harbor");
    assert_string_equal(z, "Har");
    assert_string_equal(str_z(*state, str_of(NULL)), "");
    assert_str(str_lower(*state, S("\xC3\x89T\xC3\x89")), "\xC3\x89t\xC3\x89"); /* ASCII only */
}

static void integers_are_whole_and_short(void **state)
{
    (void)state;
    assert_int_equal(str_int(S("0")), 0);
    assert_int_equal(str_int(S("007")), 7);
    assert_int_equal(str_int(S("999999999")), 999999999);
    assert_int_equal(str_int(S("1000000000")), -1);
    assert_int_equal(str_int(S("")), -1);
    assert_int_equal(str_int(S("-1")), -1);
    assert_int_equal(str_int(S("5th")), -1);
    assert_int_equal(str_int(S(" 5")), -1);
}

/* Texts of any length that differ in one byte, or by a byte more. */
static void hashes_tell_apart(void **state)
{
    (void)state;
    char text[] = "abcdefghijklmnopqrstuvwxyz";
    for (size_t len = 0; len < sizeof text - 1; len++) {
        uint64_t hash = str_hash((str){text, len});
        assert_true(hash == str_hash((str){text, len}));
        assert_true(hash != str_hash((str){text, len + 1}));
        for (size_t i = 0; i < len; i++) {
            text[i]++;
            assert_true(hash != str_hash((str){text, len}));
            text[i]--;
        }
    }
}

static void classes_are_ascii(void **state)
{
    (void)state;
    for (int c = 0; c < 0x80; c++) {
        assert_int_equal(is_digit(c), isdigit(c) != 0);
        assert_int_equal(is_upper(c), isupper(c) != 0);
        assert_int_equal(is_lower(c), islower(c) != 0);
        assert_int_equal(is_alnum(c), isalnum(c) != 0);
        assert_int_equal(is_space(c), isspace(c) != 0);
        assert_int_equal(to_lower((char)c), tolower(c));
    }
    assert_false(is_alpha(0xE9) || is_alpha(-23) || is_space(0xA0) || is_digit(0xB2));
    assert_true(is_space('\v') && is_space('\f') && is_alnum('z') && is_alnum('9'));
    assert_int_equal(to_lower('Z'), 'z');
    assert_int_equal(to_lower('['), '[');
}

static void buffers_grow(void **state)
{
    buf b = {.arena = *state};
    for (int i = 0; i < 1000; i++) buf_printf(&b, "%d ", i);
    buf_add(&b, str_of(NULL));
    buf_char(&b, '.');
    str s = buf_str(&b);
    assert_int_equal(s.len, 10 * 2 + 90 * 3 + 900 * 4 + 1);
    assert_true(str_ends(s, S("998 999 .")));
}

static void codes_are_written_as_utf8(void **state)
{
    buf b = {.arena = *state};
    const uint32_t codes[] = {'A', 0x7F, 0x80, 0x7FF, 0x800, 0xD55C, 0xFFFD, 0x10000, 0x10FFFF};
    for (size_t i = 0; i < 9; i++) buf_code(&b, codes[i]);
    str s = buf_str(&b);
    assert_int_equal(utf8_valid(s), s.len);
    assert_int_equal(scm_str_codepoints(s), 9);
    size_t at = 0;
    for (size_t i = 0; i < 9; i++) assert_int_equal(utf8_next(s, &at), codes[i]);
    assert_int_equal(at, s.len);
    for (size_t i = 9; i-- > 0;) {
        assert_int_equal(utf8_before(s, at), codes[i]);
        do at--;
        while (at > 0 && ((unsigned char)s.at[at] & 0xC0) == 0x80);
    }
    assert_int_equal(utf8_before(s, 0), 0);
}

static void failing_fills_the_error(void **state)
{
    (void)state;
    scm_error error;
    char longer[2000];
    memset(longer, 'x', sizeof longer - 1);
    longer[sizeof longer - 1] = 0;
    assert_int_equal(fail(&error, SCM_E_LIMIT, "%s: %d", "FILE", 7), SCM_E_LIMIT);
    assert_int_equal(error.code, SCM_E_LIMIT);
    assert_string_equal(error.message, "FILE: 7");
    assert_int_equal(fail(NULL, SCM_E_IO, "%s", "nobody asks"), SCM_E_IO);
    fail(&error, SCM_E_IO, "%s", longer);
    assert_int_equal(strlen(error.message), sizeof error.message - 1);
}

/* UTF-8. */

static void the_valid_prefix_ends_before_what_is_no_utf8(void **state)
{
    (void)state;
    assert_int_equal(utf8_valid(S("")), 0);
    assert_int_equal(utf8_valid(S("communiqu\xC3\xA9")), 11);
    assert_int_equal(utf8_valid(S("ab\xE9")), 2);           /* windows-1252 */
    assert_int_equal(utf8_valid(S("ab\xC3")), 2);           /* cut off */
    assert_int_equal(utf8_valid(S("a\xC0\xAF")), 1);        /* overlong */
    assert_int_equal(utf8_valid(S("a\xED\xA0\x80")), 1);    /* a surrogate */
    assert_int_equal(utf8_valid(S("\xF4\x90\x80\x80")), 0); /* beyond U+10FFFF */
    assert_int_equal(utf8_valid(S("a\x80")), 1);            /* a stray tail */
    assert_int_equal(utf8_valid(S("a\0b")), 3);             /* NUL is a character */
}

static void width_is_that_of_a_terminal(void **state)
{
    (void)state;
    assert_int_equal(utf8_width(S("Seoul")), 5);
    assert_int_equal(utf8_width(S("한미")), 4);
    assert_int_equal(utf8_width(S("e\xCC\x81")), 1); /* a combining acute */
    assert_int_equal(utf8_width(S("¶…")), 2);
    assert_int_equal(scm_str_codepoints(S("한미 SCM")), 6);
    assert_true(scm_str_equal(S("한미"), str_sub(S("한미 SCM"), 0, 6)));
    assert_true(scm_str_equal((str){0}, S("")));
    assert_false(scm_str_equal(S("SCM"), S("SCN")));
}

/* Memory. */

static void arena_memory_is_zeroed_and_aligned(void **state)
{
    for (size_t size = 0; size < 300; size++) {
        unsigned char *p = arena_alloc(*state, size);
        assert_non_null(p);
        assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(p[i], 0);
        memset(p, 0xAA, size);
    }
}

static void an_arena_holds_large_things(void **state)
{
    char *large = arena_alloc(*state, 9 * 1024 * 1024), *small = arena_alloc(*state, 1);
    large[9 * 1024 * 1024 - 1] = 'x';
    *small = 'y';
    assert_int_equal(large[0], 0);
    int *many = arena_array(*state, 1000, sizeof *many);
    many[999] = 7;
    assert_int_equal(many[0], 0);
}

static void growing_keeps_what_was_there(void **state)
{
    char *p = arena_grow(*state, NULL, 0, 4);
    memcpy(p, "abc", 4);
    p = arena_grow(*state, p, 4, 4000);
    assert_string_equal(p, "abc");
    assert_int_equal(p[3999], 0);
}

static void vectors_grow(void **state)
{
    VEC(int) v = {0};
    for (int i = 0; i < 10000; i++) vec_push(*state, &v, i);
    assert_int_equal(v.len, 10000);
    for (int i = 0; i < 10000; i++) assert_int_equal(v.at[i], i);
    assert_int_equal(*vec_add(*state, &v), 0);
}

static void freeing_nothing_is_fine(void **state)
{
    (void)state;
    arena_free(NULL);
}

/* The calendar. */

static void leap_years(void **state)
{
    (void)state;
    assert_int_equal(days_in_month(2020, 2), 29);
    assert_int_equal(days_in_month(2023, 2), 28);
    assert_int_equal(days_in_month(2000, 2), 29);
    assert_int_equal(days_in_month(1900, 2), 28);
    assert_int_equal(days_in_month(2100, 2), 28);
    assert_true(date_valid((date){2024, 2, 29}));
    assert_false(date_valid((date){2023, 2, 29}));
}

static void valid_dates(void **state)
{
    (void)state;
    assert_true(date_valid((date){2023, 0, 0}));
    assert_true(date_valid((date){2023, 11, 0}));
    assert_true(date_valid((date){1, 1, 1}));
    assert_true(date_valid((date){9999, 12, 31}));
    assert_false(date_valid((date){2023, 0, 5})); /* a day of no month */
    assert_false(date_valid((date){2023, 13, 1}));
    assert_false(date_valid((date){2023, 4, 31}));
    assert_false(date_valid((date){0, 1, 1}));
    assert_false(date_valid((date){10000, 1, 1}));
    assert_false(date_valid((date){2023, -1, 1}));
}

static void days_go_both_ways(void **state)
{
    (void)state;
    assert_int_equal(date_days((date){1970, 1, 1}), 0);
    assert_int_equal(date_days((date){2000, 3, 1}), 11017);
    assert_int_equal(date_days((date){2023, 11, 0}), date_days((date){2023, 11, 1}));
    date d = {1, 1, 1};
    for (long n = date_days(d); n < date_days((date){2400, 1, 1}); n += 1 + (n % 7 == 0)) {
        date back = date_from_days(n);
        assert_true(date_valid(back));
        assert_int_equal(date_days(back), n);
    }
}

static void weekdays(void **state)
{
    (void)state;
    assert_int_equal(date_weekday((date){2023, 11, 13}), 1);
    assert_int_equal(date_weekday((date){1970, 1, 1}), 4);
    assert_int_equal(date_weekday((date){1953, 7, 27}), 1); /* before 1970 */
    assert_int_equal(date_weekday((date){2024, 2, 29}), 4);
    assert_int_equal(date_weekday((date){2023, 12, 31}), 7);
}

static void assert_week(date d, int year, int week)
{
    int got;
    assert_int_equal(date_iso_week(d, &got), week);
    assert_int_equal(got, year);
}

static void iso_weeks(void **state)
{
    (void)state;
    assert_week((date){2023, 11, 13}, 2023, 46);
    assert_week((date){2021, 1, 3}, 2020, 53); /* belongs to the year before */
    assert_week((date){2021, 1, 4}, 2021, 1);
    assert_week((date){2018, 12, 31}, 2019, 1); /* belongs to the year after */
    assert_week((date){2005, 1, 1}, 2004, 53);
    assert_week((date){2016, 1, 1}, 2015, 53);
    assert_week((date){2024, 12, 29}, 2024, 52);
}

static void iso_forms(void **state)
{
    assert_str(date_iso(*state, (date){2023, 11, 3}), "2023-11-03");
    assert_str(date_iso(*state, (date){2023, 11, 0}), "2023-11");
    assert_str(date_iso(*state, (date){987, 0, 0}), "0987");
}

static void assert_iso(const char *text, int year, int month, int day)
{
    date d = {-1, -1, -1};
    assert_true(date_parse_iso(str_of(text), &d));
    assert_int_equal(d.year, year);
    assert_int_equal(d.month, month);
    assert_int_equal(d.day, day);
}

static void iso_forms_are_read_back(void **state)
{
    (void)state;
    static const char *const NONE[] = {"", "23", "2023-", "2023-1", "2023-1-1", "2023-13",
        "2023-00", "2023-02-29", "2023-11-00", "2023/11/13", "2023-11-13T", "20231113", " 2023",
        "+202", "0000"};
    assert_iso("2023-11-13", 2023, 11, 13);
    assert_iso("2023-11", 2023, 11, 0);
    assert_iso("2023", 2023, 0, 0);
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++) {
        date d = {7, 7, 7};
        if (date_parse_iso(str_of(NONE[i]), &d)) wrong("\"%s\" was read as a date\n", NONE[i]);
        assert_int_equal(d.year, 7); /* untouched */
    }
}

static void dates_have_an_order(void **state)
{
    (void)state;
    assert_true(date_cmp((date){2022, 12, 31}, (date){2023, 1, 1}) < 0);
    assert_true(date_cmp((date){2023, 2, 1}, (date){2023, 1, 31}) > 0);
    assert_true(date_cmp((date){2023, 0, 0}, (date){2023, 1, 0}) < 0);
    assert_int_equal(date_cmp((date){2023, 1, 1}, (date){2023, 1, 1}), 0);
}

static void names_of_months_and_days(void **state)
{
    (void)state;
    assert_int_equal(month_number(&embedded_language, S("October")), 10);
    assert_int_equal(month_number(&embedded_language, S("OCT.")), 10);
    assert_int_equal(month_number(&embedded_language, S("Sept")), 9);
    assert_int_equal(month_number(&embedded_language, S("Sept.")), 9);
    assert_int_equal(month_number(&embedded_language, S("MAY")), 5);
    assert_int_equal(month_number(&embedded_language, S("Octo")), 0);
    assert_int_equal(month_number(&embedded_language, S("Ma")), 0);
    assert_int_equal(month_number(&embedded_language, S("")), 0);
    assert_int_equal(month_number(&embedded_language, S(".")), 0);
    assert_int_equal(month_number(&embedded_language, S("Marching")), 0);
    assert_string_equal(month_name(12), "December");
    assert_string_equal(weekday_name(7), "Sunday");
}

static void full_dates_are_scanned(void **state)
{
    static const struct {
        const char *text, *iso;
        size_t taken;
    } CASES[] = {
        {"October 14, 2020", "2020-10-14", 16},
        {"October 14th, 2020 in Seoul", "2020-10-14", 18},
        {"Oct. 14, 2020.", "2020-10-14", 13},
        {"October 4 2020", "2020-10-04", 14},
        {"14 October 2020", "2020-10-14", 15},
        {"1st October, 2020", "2020-10-01", 17},
        {"22ND October 2020", "2020-10-22", 17},
        {"2020-10-14 ", "2020-10-14", 10},
        {"2020.10.4.", "2020-10-04", 9},
        {"2020/10/14", "2020-10-14", 10},
        {"February 29, 2024", "2024-02-29", 17},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        date d = {0};
        size_t taken = date_scan(&embedded_language, str_of(CASES[i].text), &d);
        if (taken != CASES[i].taken) wrong("\"%s\": took %zu\n", CASES[i].text, taken);
        assert_str(date_iso(*state, d), CASES[i].iso);
    }
}

static void what_is_no_full_date_is_not_scanned(void **state)
{
    (void)state;
    static const char *const NONE[] = {"", "October", "October 2020", "2020", "2020-10",
        "October 14", "October 32, 2020", "February 30, 2020", "February 29, 2023",
        "0 October 2020", "october 14, 2020", "may 5 2020", "October 14, 20201",
        "14th of October", "2020-13-01", "2020-10-00", "2020-10.14", "2020-10-145",
        "2020 10 14", "October 14thx, 2020", "October 140, 2020", "October 14, 202",
        "14 Octobers 2020", "On October 14, 2020"};
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++) {
        date d = {7, 7, 7};
        if (date_scan(&embedded_language, str_of(NONE[i]), &d))
            wrong("\"%s\" was taken for a date\n", NONE[i]);
        assert_int_equal(d.year, 7); /* untouched */
    }
}

/* Input. */

static void a_file_is_read_whole(void **state)
{
    char path[] = "/tmp/scmtool-test-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    for (int i = 0; i < 1000; i++) assert_int_equal(write(fd, "0123456789\0\n", 12), 12);
    close(fd);
    str s;
    assert_int_equal(input_read(&s, *state, path, NULL), SCM_OK);
    assert_int_equal(s.len, 12000);
    assert_int_equal(s.at[10], 0);
    unlink(path);
}

static void what_cannot_be_read_is_named(void **state)
{
    str s;
    scm_error error;
    assert_int_equal(input_read(&s, *state, "/nonexistent/x", &error), SCM_E_IO);
    assert_string_equal(error.message, "/nonexistent/x: No such file or directory");
    assert_int_equal(input_read(&s, *state, "/", &error), SCM_E_IO);
    assert_string_equal(error.message, "/: Is a directory");
}

static void too_much_is_an_error(void **state)
{
    scm_error error;
    str s;
    char path[] = "/tmp/scmtool-test-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(ftruncate(fd, INPUT_LIMIT + 1), 0);
    close(fd);
    assert_int_equal(input_read(&s, *state, path, &error), SCM_E_LIMIT);
    assert_non_null(strstr(error.message, ": larger than the limit of 64 MiB"));
    unlink(path);
}

static void the_version_is_three_numbers(void **state)
{
    (void)state;
    int major, minor, patch, end = 0;
    assert_int_equal(sscanf(scm_version(), "%d.%d.%d%n", &major, &minor, &patch, &end), 3);
    assert_int_equal(scm_version()[end], 0);
}

static void marks_between_syllables_count_for_nothing(void **state)
{
    (void)state;
    str text = S("한·미 안보. 협의-회의 U.S. 한 A");
    assert_int_equal(syllable_joint(text, strlen("한")), strlen("·"));
    assert_int_equal(syllable_joint(text, strlen("한·미")), 1);
    assert_int_equal(syllable_joint(text, strlen("한·미 안보")), 0); /* two of them */
    assert_int_equal(syllable_joint(text, strlen("한·미 안보. 협의")), 1);
    assert_int_equal(syllable_joint(text, text.len - 2), 0); /* a letter follows */
    assert_true(has_syllables(text));
    assert_false(has_syllables(S("“U.S. – ROK” é 1,5")));
}

/* The first consonant goes, or becomes another one, at the start of a word only; a character
 * that stands alone, one without a reading and all else stay. */
static void characters_are_read(void **state)
{
    static const char *const READ[][2] = {
        {"年例 安保協議會議", "연례 안보협의회의"},
        {"兩 長官은 共同聲明을", "양 장관은 공동성명을"},
        {"1990年度 努力", "1990년도 노력"},
        {"金正恩, 李鍾九", "김정은, 이종구"},
        {"北도발, 軍안보", "北도발, 軍안보"},
        {"龠龡", "龠龡"},
        {"Secretary", "Secretary"},
    };
    for (size_t i = 0; i < sizeof READ / sizeof *READ; i++) {
        str got = text_as_read(*state, &embedded_language.readings, str_of(READ[i][0]));
        assert_str(got, READ[i][1]);
        assert_int_equal(got.len, strlen(READ[i][0]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(empty_strings_are_equal),
        cmocka_unit_test(order_is_by_bytes_then_length),
        cmocka_unit_test(prefix_and_suffix),
        cmocka_unit_test(sub_is_clamped),
        cmocka_unit_test(trim_takes_every_ascii_space),
        cmocka_unit_test(find_returns_the_length_where_nothing_is_found),
        cmocka_unit_test(cut_yields_every_part),
        cmocka_unit_test_setup_teardown(copies_are_their_own, with_arena, without_arena),
        cmocka_unit_test(integers_are_whole_and_short),
        cmocka_unit_test(hashes_tell_apart),
        cmocka_unit_test(classes_are_ascii),
        cmocka_unit_test_setup_teardown(buffers_grow, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(codes_are_written_as_utf8, with_arena, without_arena),
        cmocka_unit_test(failing_fills_the_error),
        cmocka_unit_test(the_valid_prefix_ends_before_what_is_no_utf8),
        cmocka_unit_test(width_is_that_of_a_terminal),
        cmocka_unit_test_setup_teardown(
            arena_memory_is_zeroed_and_aligned, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(an_arena_holds_large_things, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(
            growing_keeps_what_was_there, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(vectors_grow, with_arena, without_arena),
        cmocka_unit_test(freeing_nothing_is_fine),
        cmocka_unit_test(leap_years),
        cmocka_unit_test(valid_dates),
        cmocka_unit_test(days_go_both_ways),
        cmocka_unit_test(weekdays),
        cmocka_unit_test(iso_weeks),
        cmocka_unit_test_setup_teardown(iso_forms, with_arena, without_arena),
        cmocka_unit_test(iso_forms_are_read_back),
        cmocka_unit_test(dates_have_an_order),
        cmocka_unit_test(names_of_months_and_days),
        cmocka_unit_test_setup_teardown(full_dates_are_scanned, with_arena, without_arena),
        cmocka_unit_test(what_is_no_full_date_is_not_scanned),
        cmocka_unit_test_setup_teardown(a_file_is_read_whole, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(
            what_cannot_be_read_is_named, with_arena, without_arena),
        cmocka_unit_test_setup_teardown(too_much_is_an_error, with_arena, without_arena),
        cmocka_unit_test(marks_between_syllables_count_for_nothing),
        cmocka_unit_test_setup_teardown(characters_are_read, with_arena, without_arena),
        cmocka_unit_test(the_version_is_three_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
