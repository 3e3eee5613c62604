/* Records: texts that come one a line, as JSON. */
#ifndef CLI_RECORDS_H
#define CLI_RECORDS_H

#include "cli/job.h"

/* Reads the records of a file ("-": standard input) one by one; what `one` writes
 * of each is flushed before the next is read.  A bad record gives a message. */
void records_each(job *j, const char *path, job_step *one);

#endif
