/* Several files at once, in one order. */
#ifndef CLI_PARALLEL_H
#define CLI_PARALLEL_H

#include "cli/job.h"

/* What is done with the operand (or whatever has this index); the job is that of
 * all or one like it. */
typedef void job_task(job *j, size_t index, void *user);

/* Does the task for each index under n, --jobs of them at a time, until the job is
 * to stop.  What the tasks write and say, and the status, come as if one had been
 * done after the other. */
void job_run(job *j, size_t n, job_task *task, void *user);

#endif
