/* Records: texts that come one a line, as JSON. */
#ifndef CLI_RECORDS_H
#define CLI_RECORDS_H

#include "cli/job.h"

/* What is done with one record. */
typedef void record_step(job *j, scm_str json, void *user);
/* Reads the records of a file ("-": standard input) one by one; what `one` writes
 * of each is flushed before the next is read. */
void records_each(job *j, const char *path, record_step *one, void *user);

#endif
