/* Where reports go: standard output, or a file that appears when it is whole. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <scm/report.h>

/* {.path = NULL}: standard output. */
typedef struct output {
    const char *path;
    FILE *file; /* NULL until the first byte */
    char *temporary;
} output;

/* To be called first of all: makes standard input, output and error fit for use. */
void output_start(void);
/* "-", "/dev/stdout": does the path mean standard output? */
bool output_is_standard(const char *path);
/* Opens on the first call; NULL after a message. */
FILE *output_file(output *out);
/* scm_report_write; without memory there is no return. */
int output_report(FILE *file, const scm_report *report, const scm_write_options *how);
/* Says why writing failed, but nothing of a pipe that its reader closed. */
int output_failed(const char *path, int why);
/* The end: with `whole` the file takes its name, else it goes away.  A file
 * that nothing was written to becomes an empty one.  0, or TROUBLE after a
 * message. */
int output_close(output *out, bool whole);
/* Whether all of standard output was written; TROUBLE after a message. */
int output_finish_stdout(void);

/* Whether the output is a terminal, and its columns (0: not known). */
bool output_is_terminal(const output *out);
int output_width(const output *out);

#endif
