/* Libraries that are opened with dlopen(3) by the first who needs one: the start-up of libxml2
 * (its ICU) and of libstemmer (its relocations) takes as long as a short run without them. */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include <stdbool.h>

/* A handle for library_find, to be closed; NULL where there is no such library.  It stays
 * mapped, so that a second use does not load it again. */
void *library_open(const char *name);
void library_close(void *handle);
/* Looks a function up and stores it in the pointer that `function` points to. */
bool library_find(void *handle, void *function, const char *name);

/* "libxml2.so.2", "libstemmer.so.0d": as this was built with. */
const char *libxml_name(void);
/* libxml2, which from then on writes nothing to standard error. */
void *libxml_open(void);
/* Was it refused memory in this thread since it was opened?  It does not always say so. */
bool libxml_starved(void);
const char *libstemmer_name(void);

#endif
