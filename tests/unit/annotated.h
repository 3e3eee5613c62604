/* What the tests of src/annotate share: a short made-up text is annotated as
 * the first paragraph of a communiqué, and what is found in it is written out
 * as one line.  A row is a text and the line expected of it. */
#ifndef UNIT_ANNOTATED_H
#define UNIT_ANNOTATED_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#undef fail /* cmocka's; ours is a function */

#include <scm/annotations.h>
#include "base/str.h"
#include "tables.h"

struct row {
    const char *text, *expected;
};

/* A document and its annotations. */
struct text {
    scm_document *document;
    scm_annotations *marks;
};

/* The text as the first paragraph of a communiqué of the meeting of 31 October
 * 2018, whose heads were James Mattis and Jeong Kyeong-doo. */
static inline struct text at_the_50th(arena *a, const char *text)
{
    struct text t;
    scm_error error;
    str bytes = str_printf(a,
        "Joint Communiqué of the 50th U.S.-ROK Security Consultative Meeting\n\n1. %s\n\n"
        "2. Nothing else was said, or so the few who had sat at the long table told us.\n",
        text);
    if (scm_document_parse(&t.document, bytes, NULL, &error) ||
        scm_annotate(&t.marks, t.document, authority, NULL, &error)) {
        print_error("%s: %s\n", text, error.message);
        abort();
    }
    return t;
}

/* Writes out what the first block of a text holds. */
typedef str lister(arena *a, const scm_annotations *marks, unsigned types);

/* The mentions of some types (as bits): "id=value surface", or "id surface"
 * where there is no value, joined with " ; ". */
static inline str mentions(arena *a, const scm_annotations *marks, unsigned types)
{
    buf b = {.arena = a};
    for (size_t i = 0; i < marks->nmentions; i++) {
        const scm_mention *m = &marks->mentions[i];
        if (m->block != 0 || !(types >> m->type & 1)) continue;
        if (b.len) buf_add(&b, S(" ; "));
        buf_add(&b, m->id);
        if (m->value.len) buf_char(&b, '=');
        buf_add(&b, m->value);
        buf_char(&b, ' ');
        buf_add(&b, scm_mention_surface(marks, m));
    }
    return buf_str(&b);
}

static inline bool as_expected(const struct row *row, lister *list, unsigned types)
{
    arena *a = arena_new();
    struct text t = at_the_50th(a, row->text);
    str got = list(a, t.marks, types);
    bool same = str_eq(got, str_of(row->expected));
    if (!same)
        print_error("\"%s\"\n    expected: %s\n    got:      %.*s\n", row->text, row->expected,
            SCM_STR(got));
    scm_annotations_free(t.marks);
    scm_document_free(t.document);
    arena_free(a);
    return same;
}

/* Checks every row and names all that differ. */
static inline void check(const struct row *rows, size_t count, lister *list, unsigned types)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) wrong += !as_expected(&rows[i], list, types);
    assert_int_equal(wrong, 0);
}

/* A test that checks the rows of a table. */
#define TEST(name, list, types, rows)                                                          \
    static void name(void **state)                                                             \
    {                                                                                          \
        (void)state;                                                                           \
        check(rows, sizeof rows / sizeof *rows, list, (types));                                \
    }

#define BIT(type) (1u << (type))
#define ALL (BIT(SCM_TERM) - 1) /* mentions that never overlap */

#endif
