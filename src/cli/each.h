/* Each text of the operands of a command. */
#ifndef CLI_EACH_H
#define CLI_EACH_H

#include "cli/job.h"

/* Each text of an operand: the file, or its records. */
void job_texts(job *j, const char *operand, job_step *one);
/* Each text of each operand; standard input where there is none. */
int job_each(const options *o, job_step *one);

#endif
