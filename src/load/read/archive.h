/* Files out of a zip archive in memory, with libarchive, which is loaded for it. */
#ifndef LOAD_ARCHIVE_H
#define LOAD_ARCHIVE_H

#include "load/source.h"

struct archive_member {
    const char *name; /* "word/document.xml" */
    str bytes;        /* filled where the archive has it; all of them INPUT_LIMIT at most */
};

/* 0, SCM_E_IO where there is no libarchive, SCM_E_INPUT where the archive is broken or
 * encrypted, SCM_E_LIMIT where it is larger than is accepted. */
int archive_members(struct source *s, str bytes, struct archive_member *members, size_t count);

#endif
