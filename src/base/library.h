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

#endif
