/* Collections: all texts of a command that looks at them together. */
#ifndef CLI_COLLECTION_H
#define CLI_COLLECTION_H

#include "cli/job.h"

typedef struct collection {
    char **paths; /* owned; NULL: the operands */
    text *texts;
    size_t ntexts, cap;
    const scm_summary **summaries; /* of those that could be read */
    size_t nsummaries;
} collection;

/* Reads the operands, with --from the records that they hold, or, without any where the command
 * needs none, what the corpus has of one series.  0, or TROUBLE after a message where that
 * cannot be; texts that cannot be read are told one by one, and the others are there. */
int collect(job *j, collection *out);
void collection_free(collection *c);

#endif
