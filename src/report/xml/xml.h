/* XML written with libxml2, which is loaded for it: elements nested by calls.
 * Nothing fails here; the sink knows whether all was written. */
#ifndef REPORT_XML_H
#define REPORT_XML_H

#include "report/model/sink.h"

typedef struct xml xml;

/* Begins a document.  NULL where there is no libxml2; the sink has failed then. */
xml *xml_open(sink *out);
/* Ends it, with all elements that are open. */
void xml_close(xml *x);

/* Names are literals; what XML cannot hold comes out as U+FFFD. */
void xml_start(xml *x, const char *name);
/* Of the element just started; left out where the value is empty. */
void xml_attribute(xml *x, const char *name, str value);
void xml_text(xml *x, str text);
void xml_end(xml *x);
/* An element with nothing but text in it. */
void xml_element(xml *x, const char *name, str text);

/* The same on a line of its own, for elements between which space means nothing. */
void xml_start_line(xml *x, const char *name);
void xml_end_line(xml *x);
void xml_element_line(xml *x, const char *name, str text);

#endif
