/* What the tests of the loader share: a source and the blocks it should give. */
#ifndef UNIT_LOADED_H
#define UNIT_LOADED_H

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <scm/document.h>
#include "base/str.h"

#include <cmocka.h> /* after base/str.h, as it makes a macro of fail */

static inline scm_document *load_bytes(str bytes)
{
    scm_document *d = NULL;
    scm_error error = {0};
    int status = scm_document_parse(&d, bytes, NULL, &error);
    if (status) print_error("%s\n", error.message);
    assert_int_equal(status, SCM_OK);
    return d;
}

/* "label|section|text" lines. */
static inline char *listing(const scm_document *d)
{
    arena *a = arena_new();
    buf b = {.arena = a};
    for (size_t i = 0; i < d->nblocks; i++) {
        const scm_block *k = &d->blocks[i];
        buf_add(&b, k->label);
        buf_char(&b, '|');
        buf_add(&b, k->section);
        buf_char(&b, '|');
        buf_add(&b, k->text);
        buf_char(&b, '\n');
    }
    char *z = test_malloc(b.len + 1);
    memcpy(z, b.at ? b.at : "", b.len);
    z[b.len] = 0;
    arena_free(a);
    return z;
}

static inline void expect_bytes(str bytes, const char *expected)
{
    scm_document *d = load_bytes(bytes);
    char *got = listing(d);
    assert_string_equal(got, expected);
    test_free(got);
    scm_document_free(d);
}

static inline void expect(const char *source, const char *expected)
{
    expect_bytes(str_of(source), expected);
}

static inline void expect_error(str bytes, int code, const char *message)
{
    scm_document *d = NULL;
    scm_error error = {0};
    assert_int_equal(scm_document_parse(&d, bytes, NULL, &error), code);
    assert_null(d);
    assert_string_equal(error.message, message);
    assert_int_equal(error.code, code);
}

static inline void assert_str(str got, const char *expected)
{
    char z[256];
    assert_true(got.len < sizeof z);
    snprintf(z, sizeof z, "%.*s", SCM_STR(got));
    assert_string_equal(z, expected);
}

static inline void assert_dropped(const scm_document *d, const char *text, const char *reason)
{
    for (size_t i = 0; i < d->ndropped; i++)
        if (str_eq(d->dropped[i].text, str_of(text))) {
            assert_string_equal(scm_reason_name(d->dropped[i].reason), reason);
            return;
        }
    fail_msg("not among the dropped: %s", text);
}

#endif
