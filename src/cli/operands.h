/* Operands: the files that a folder stands for, and what each file's text is called. */
#ifndef CLI_OPERANDS_H
#define CLI_OPERANDS_H

#include "cli/options.h"

/* Puts the files of each folder among the operands in its place, in byte order; names that
 * begin with a full stop are left out, and folders in it without --recursive.  0, or TROUBLE
 * after a message on a folder that has no files or cannot be read: it is left out. */
int operands_expand(options *o);
void operands_free(options *o);
/* What the text of this file is called where its name without the extension would not do:
 * another operand has the same.  NULL: the name without the extension. */
const char *operand_id(const options *o, const char *path);

#endif
