/* Input: a whole file or standard input in memory, with a limit. */
#ifndef BASE_INPUT_H
#define BASE_INPUT_H

#include "base/str.h"

enum { INPUT_LIMIT = 64 * 1024 * 1024 };

/* Reads `path` ("-": standard input) into the arena.
 * 0, SCM_E_IO or SCM_E_LIMIT; the message names the path. */
int input_read(str *out, arena *a, const char *path, scm_error *error);

#endif
