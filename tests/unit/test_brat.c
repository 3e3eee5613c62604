/* brat standoff: a reader as brat's own is finds in the pair of files what the
 * records say. */
#include "bundled.h"

static str written(arena *a, const scm_report *report, enum scm_format format)
{
    char *bytes = NULL;
    size_t size = 0;
    FILE *file = open_memstream(&bytes, &size);
    scm_write_options how = {.format = format};
    assert_int_equal(scm_report_write(report, &how, file, NULL), SCM_OK);
    fclose(file);
    str s = str_dup(a, (str){bytes, size});
    free(bytes);
    return s;
}

/* Code points [start, end) of a text. */
static str slice(str text, size_t start, size_t end)
{
    size_t at = 0, n = 0, from = 0;
    for (; at < text.len && n < end; n++) {
        if (n == start) from = at;
        utf8_next(text, &at);
    }
    assert_int_equal(n, end);
    return str_sub(text, from, at);
}

static size_t number(str s)
{
    int n = str_int(s);
    assert_true(n >= 0);
    return (size_t)n;
}

/* The part of a line before the sign, which must be there. */
static str part(str *line, char sign)
{
    str s = {0};
    assert_true(str_find_char(*line, sign) < line->len);
    str_cut(line, sign, &s);
    return s;
}

/* How many code points of the text stand in front of a paragraph's line. */
static size_t line_start(const scm_document *d, size_t block)
{
    size_t n = 0;
    for (size_t i = 0; i < block; i++) n += scm_str_codepoints(d->blocks[i].text) + 1;
    return n;
}

/* "T1 TYPE 0 5 surface" */
static void check_mark(const scm_annotations *marks, size_t row, str line, str text)
{
    const scm_mention *m = &marks->mentions[row];
    str block = marks->document->blocks[m->block].text, surface = scm_mention_surface(marks, m);
    size_t in_block = scm_str_codepoints((str){block.at, (size_t)(surface.at - block.at)});
    char id[32];
    snprintf(id, sizeof id, "T%zu", row + 1);
    assert_true(str_eq(part(&line, '\t'), str_of(id)));
    assert_true(str_eq(part(&line, ' '), str_of(scm_type_name(m->type))));
    size_t start = number(part(&line, ' ')), end = number(part(&line, '\t'));
    assert_int_equal(start, line_start(marks->document, m->block) + in_block);
    assert_int_equal(end, start + scm_str_codepoints(surface));
    assert_true(str_eq(line, surface));
    assert_true(str_eq(line, slice(text, start, end)));
}

/* "#1 AnnotatorNotes T1 id value" */
static void check_note(const scm_mention *m, size_t row, str line)
{
    char expected[64];
    snprintf(expected, sizeof expected, "#%zu\tAnnotatorNotes T%zu\t", row + 1, row + 1);
    assert_true(str_starts(line, str_of(expected)));
    line = str_sub(line, strlen(expected), line.len);
    size_t space = str_find_char(line, ' ');
    assert_true(str_eq(str_sub(line, 0, space), m->id));
    assert_true(str_eq(str_sub(line, space + 1, line.len), m->value));
}

static void check_document(const scm_document *d)
{
    arena *a = arena_new();
    scm_annotations *marks = NULL;
    assert_int_equal(scm_annotate(&marks, d, authority, NULL, NULL), SCM_OK);
    scm_report *report = scm_report_tag(marks, 0);
    str text = written(a, report, SCM_FORMAT_BRAT_TEXT), line;
    str rest = written(a, report, SCM_FORMAT_BRAT);
    assert_int_equal(scm_report_rows(report), marks->nmentions);
    for (size_t row = 0; row < marks->nmentions; row++) {
        assert_true(str_cut(&rest, '\n', &line));
        check_mark(marks, row, line, text);
        assert_true(str_cut(&rest, '\n', &line));
        check_note(&marks->mentions[row], row, line);
    }
    assert_int_equal(rest.len, 0);
    scm_report_free(report);
    scm_annotations_free(marks);
    arena_free(a);
}

static void test_texts(void **state)
{
    (void)state;
    check_every_text(check_document);
}

static void test_wide_characters(void **state)
{
    (void)state;
    scm_document *d = load_bytes(S("1. 한국 – the “Nuclear Consultative Group” (NCG) met in "
                                   "Seoul \xF0\x9F\x98\x80 for two "
                                   "weeks.\n\n2. 대표 & the Secretary praised the 55th SCM; "
                                   "Busan <slept>.\n\n3. Nothing."));
    check_document(d);
    scm_document_free(d);
}

/* Four sections, of which brat misses any; each type a line of the first. */
static void test_configuration(void **state)
{
    (void)state;
    arena *a = arena_new();
    scm_document *d = load_bytes(S("1. The ministers met."));
    scm_report *report = scm_report_normalize(d, NULL);
    str rest = written(a, report, SCM_FORMAT_BRAT_CONF), line;
    size_t sections = 0, types = 0;
    while (str_cut(&rest, '\n', &line)) {
        sections += str_starts(line, S("["));
        for (int i = 0; i < SCM_NTYPES && sections == 1; i++)
            types += str_eq(line, str_of(scm_type_name((enum scm_type)i)));
    }
    assert_int_equal(sections, 4);
    assert_int_equal(types, SCM_NTYPES);
    scm_report_free(report);
    scm_document_free(d);
    arena_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_texts),
        cmocka_unit_test(test_wide_characters),
        cmocka_unit_test(test_configuration),
    };
    return cmocka_run_group_tests(tests, load_authority, free_authority);
}
