/* The folder of a web site: written beside, and put in place as a whole. */
#ifndef CLI_SITE_FOLDER_H
#define CLI_SITE_FOLDER_H

#include <scm/report.h>

typedef struct site_folder {
    const char *path; /* where it will be */
    char *temporary;  /* where it is being written; NULL: nothing has begun */
} site_folder;

/* `path` has to be absent, empty or a site of ours.  0, or TROUBLE after a message. */
int site_begin(site_folder *f, const char *path);
/* Writes one page; TROUBLE after a message, also where a signal has come. */
int site_write(site_folder *f, const char *name, const scm_report *report);
/* The end: with `whole` the new site takes the place of the old one, else it goes away. */
int site_end(site_folder *f, bool whole);

#endif
