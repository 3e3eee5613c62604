/* A job: what every command does around its own work.  The authority is loaded
 * once, each operand becomes a text, each report goes to the one output. */
#ifndef CLI_JOB_H
#define CLI_JOB_H

#include "cli/folder.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/progress.h"

typedef struct job {
    const options *options;
    scm_authority *authority; /* NULL for commands that need none */
    output out;
    folder folder;       /* where it has a path, reports go there */
    const char *records; /* the file whose records are worked on; NULL: none */
    size_t record;       /* the number of the one that is */
    bool begun;          /* a report was written */
    bool stop;           /* going on makes no sense */
    int status;          /* the exit status so far */
    progress progress;
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
int job_read_record(job *j, text *out, scm_str json);
int job_annotate(job *j, text *t);
/* Says what went wrong and returns TROUBLE; without memory there is no return. */
int job_trouble(job *j, const scm_error *error);
/* Says what the text says of itself ("Paraphrased from public facts"), where no report does. */
void job_tell_note(const text *t);
/* The same for reports that say it themselves unless they are bare rows. */
void job_tell_note_of_rows(const job *j, const text *t);
/* Names the ids that were asked for and that neither a table nor one of the texts has; false
 * where there are none such. */
bool job_tell_unknown_ids(const job *j, const text *texts, size_t ntexts);
/* Whether a line of column names stands above the first record. */
bool job_has_header(const job *j);
int job_write(job *j, const scm_report *report);
/* A report that was written already, but into memory. */
int job_write_bytes(job *j, scm_str bytes);
/* The width for text: columns, 0 where not known, -1: never wrapped. */
int job_width(const job *j);
void text_free(text *t);
/* The exit status. */
int job_end(job *j);

/* What is done with one text; it is freed afterwards. */
typedef void job_step(job *j, text *t);
/* Standard input is a terminal: TROUBLE after a message. */
int job_refuse_terminal(job *j);

#endif
