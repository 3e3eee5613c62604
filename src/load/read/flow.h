/* Flow: the running text of markup, cut into blocks. */
#ifndef LOAD_FLOW_H
#define LOAD_FLOW_H

#include "load/source.h"

/* The block that is being read, in HTML or TEI. */
struct flow {
    struct source *s;
    buf text;              /* as the source has it, FLOW_BREAK for a <br> */
    size_t linked, strong; /* bytes of it inside links, inside bold */
    unsigned flags;        /* of the piece that it becomes */
    int given;             /* the number that markup gives it */
    bool verbatim;         /* <pre>: lines count */
    int status;            /* of the first block that failed */
};

void flow_add(struct flow *f, str text, bool linked, bool strong);
/* Ends the block; two breaks in a row, or one before a number, end one too. */
void flow_flush(struct flow *f);

#endif
