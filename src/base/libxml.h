/* libxml2, for the rooms that read and write markup: silent, and watched for memory, for it
 * loses elements without a word where that runs out. */
#ifndef BASE_LIBXML_H
#define BASE_LIBXML_H

#include "base/library.h"

/* "libxml2.so.2": as this was built with. */
const char *libxml_name(void);
/* A handle as of library_open, the library ready for any thread; NULL where there is none. */
void *libxml_open(void);
/* Was it refused memory in this thread since it was opened? */
bool libxml_starved(void);

#endif
