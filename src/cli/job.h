/* A job: what every command does around its own work.  The authority is loaded
 * once, each operand becomes a text, each report goes to the one output. */
#ifndef CLI_JOB_H
#define CLI_JOB_H

#include "cli/options.h"
#include "cli/output.h"

typedef struct job {
    const options *options;
    scm_authority *authority; /* NULL for commands that need none */
    output out;
    bool begun; /* a report was written */
    bool stop;  /* going on makes no sense */
    int status; /* the exit status so far */
} job;

/* One text and what was made of it; what a command does not need is NULL. */
typedef struct text {
    scm_document *document;
    scm_annotations *annotations;
    scm_summary *summary;
} text;

/* Each returns 0, or TROUBLE after a message; the job's status follows. */
int job_start(job *j, const options *o);
int job_read(job *j, text *out, const char *operand);
int job_annotate(job *j, text *t);
int job_write(job *j, const scm_report *report);
/* The width for text: columns, 0 where not known, -1: never wrapped. */
int job_width(const job *j);
void text_free(text *t);
/* The exit status. */
int job_end(job *j);

/* Runs `one` for each operand, standard input where there is none. */
int job_each(const options *o, void (*one)(job *, const char *operand));

#endif
