/* Which file an operand means: a path, or a meeting by ordinal or year. */
#ifndef CLI_MEETING_H
#define CLI_MEETING_H

#include "cli/options.h"

/* Where texts are installed. */
extern const char MEETING_FOLDER[];

/* The path, to be freed; NULL after a message. */
char *meeting_path(const options *o, const char *operand);

#endif
