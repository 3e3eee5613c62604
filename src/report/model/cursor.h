/* Cursor: places in bytes of the text as code points into their blocks. */
#ifndef REPORT_CURSOR_H
#define REPORT_CURSOR_H

#include <scm/document.h>
#include "base/str.h"

/* {.document = d, .block = SIZE_MAX}.  It counts from where it stood last:
 * places come in order, so a text is gone through once and not once a place. */
struct cursor {
    const scm_document *document;
    size_t block, at, codepoints;
};

size_t cursor_to(struct cursor *c, size_t block, size_t at);

#endif
