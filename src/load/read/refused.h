/* Files whose text is not read. */
#ifndef LOAD_REFUSED_H
#define LOAD_REFUSED_H

#include "load/source.h"

/* SCM_E_INPUT, and a message that says what to do, where the first bytes tell such a file. */
int check_readable(struct source *s, str bytes);

#endif
