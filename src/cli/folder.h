/* Folders: where formats go that have a file, or two, for each text. */
#ifndef CLI_FOLDER_H
#define CLI_FOLDER_H

#include "cli/options.h"

/* {.path = NULL}: there is none. */
typedef struct folder {
    const char *path;
    void *ids; /* of the texts that were written */
} folder;

/* Whether these options mean a folder: sets *out.  0, or TROUBLE after a message
 * where they would have to name one. */
int folder_start(folder *out, const options *o);
/* Writes what the report is of; each file takes its name once all are whole.
 * 0; TROUBLE after a message, with *stop set where it is no fault of the text. */
int folder_write(folder *f, enum scm_format format, const scm_report *report, bool *stop);
void folder_end(folder *f);

#endif
