/* Which file an operand means: a path, or a meeting by ordinal or year. */
#ifndef CLI_MEETING_H
#define CLI_MEETING_H

#include <scm/annotations.h>
#include "cli/options.h"

/* Where texts are installed. */
extern const char MEETING_FOLDER[];

/* The path, to be freed; NULL after a message. */
char *meeting_path(const options *o, const char *operand);
/* The path of the text of the nearest earlier meeting of the series, to be freed; NULL where
 * there is none, after a message where it was asked for aloud. */
char *meeting_before(
    const options *o, const scm_authority *a, const scm_annotations *of, bool aloud);

/* The paths of all texts of a series in the corpus, by folder and name, of each meeting those
 * in the first folder that has any; they and the array are to be freed.  NULL after a message
 * where there are none. */
char **meeting_texts(const options *o, const scm_authority *a, size_t *count);

#endif
