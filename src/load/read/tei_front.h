/* The header of a TEI document: what it says of itself. */
#ifndef LOAD_TEI_FRONT_H
#define LOAD_TEI_FRONT_H

#include "load/read/sax.h"

struct tei_header {
    arena *arena;
    size_t open, title_statement, meeting_open; /* how many of these elements are open */
    const xmlChar *until; /* the element that `into` is the text of; borrowed */
    buf *into;
    buf title, note, venue;
    str date, published;
    int meeting;
    bool ours; /* scmtool wrote it */
};

/* An attribute without a namespace, as SAX2 hands them over; empty where missing. */
str tei_attribute(int count, const xmlChar **attributes, const char *name);

/* What comes inside teiHeader, that element too. */
void tei_header_start(
    struct tei_header *h, const xmlChar *name, int count, const xmlChar **attributes);
void tei_header_end(struct tei_header *h, const xmlChar *name);
void tei_header_text(struct tei_header *h, str text);

#endif
