/* The parsers of libxml2, which comes in only when markup does. */
#ifndef LOAD_SAX_H
#define LOAD_SAX_H

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include "load/source.h"

/* The element that libxml_html puts behind the text: who sees it start knows
 * that the text did not end inside a tag, a comment or a script. */
#define LIBXML_END "scm-end"

/* Feed the text, which is UTF-8, to a SAX handler.  0, SCM_E_INPUT where the
 * parser did not reach the end of it, SCM_E_LIMIT where attributes,
 * namespaces or tags without an end would keep it at work out of proportion, SCM_E_IO where
 * there is no libxml2. The handler gets `user` and may set *stop to end the parse. */
int libxml_html(
    struct source *s, str text, htmlSAXHandler *handler, void *user, const bool *stop);
int libxml_xml(
    struct source *s, str text, xmlSAXHandler *handler, void *user, const bool *stop);

/* A handler of elements and of all text. */
static inline xmlSAXHandler libxml_handler(
    startElementNsSAX2Func start, endElementNsSAX2Func end, charactersSAXFunc text)
{
    return (xmlSAXHandler){.startElementNs = start,
        .endElementNs = end,
        .characters = text,
        .ignorableWhitespace = text,
        .cdataBlock = text,
        .initialized = XML_SAX2_MAGIC};
}

#endif
