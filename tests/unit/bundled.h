/* What tests on whole texts share: every text at hand. */
#ifndef UNIT_BUNDLED_H
#define UNIT_BUNDLED_H

#include <glob.h>

#include <scm/scm.h>
#include "loaded.h"
#include "tables.h"

static inline void check_files(const char *pattern, void (*check)(const scm_document *))
{
    glob_t files;
    if (glob(pattern, 0, NULL, &files) != 0) return;
    for (size_t i = 0; i < files.gl_pathc; i++) {
        scm_document *d = NULL;
        assert_int_equal(scm_document_load(&d, files.gl_pathv[i], NULL, NULL), SCM_OK);
        check(d);
        scm_document_free(d);
    }
    globfree(&files);
}

/* The bundled texts, and the real copies where they are there. */
static inline void check_every_text(void (*check)(const scm_document *))
{
    check_files("corpus/texts/*.txt", check);
    check_files("../shared/corpus/*.txt", check);
    check_files("../shared/corpus/statements/*", check);
}

#endif
