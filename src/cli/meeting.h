/* Which file an operand means: a path, or a meeting by ordinal or year. */
#ifndef CLI_MEETING_H
#define CLI_MEETING_H

#include <scm/authority.h>
#include "cli/options.h"

/* Where texts are installed. */
extern const char MEETING_FOLDER[];

/* The path, to be freed; NULL after a message. */
char *meeting_path(const options *o, const char *operand);
/* The path of the text of the nearest earlier meeting of the series, as above. */
char *meeting_before(const options *o, const scm_authority *a, scm_str series, int ordinal);

#endif
