/* libxml2, opened with dlopen(3) by the first who needs it: its start-up (ICU)
 * takes as long as a whole run without it. */
#ifndef BASE_LIBXML_H
#define BASE_LIBXML_H

#include <stdbool.h>

/* A handle for libxml_find, to be closed; NULL where there is no libxml2.  The
 * library stays mapped, so that a second use does not load it again. */
void *libxml_open(void);
void libxml_close(void *handle);
/* Looks a function up and stores it in the pointer that `function` points to. */
bool libxml_find(void *handle, void *function, const char *name);
/* "libxml2.so.2" */
const char *libxml_name(void);

#endif
