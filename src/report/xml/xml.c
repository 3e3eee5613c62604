/* XML written with libxml2's xmlTextWriter, piece by piece into a sink. */
#include "report/xml/xml.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <libxml/xmlwriter.h>

#include "base/libxml.h"

struct xml {
    void *handle;
    xmlTextWriterPtr writer;
    char *z; /* the last string, as libxml2 wants them */
    size_t room;
    int depth;
    bool failed; /* without memory */
    __typeof__(&xmlOutputBufferCreateIO) buffer_new;
    __typeof__(&xmlNewTextWriter) writer_new;
    __typeof__(&xmlFreeTextWriter) writer_free;
    __typeof__(&xmlTextWriterStartDocument) document_start;
    __typeof__(&xmlTextWriterEndDocument) document_end;
    __typeof__(&xmlTextWriterStartElement) start;
    __typeof__(&xmlTextWriterEndElement) end;
    __typeof__(&xmlTextWriterWriteAttribute) attribute;
    __typeof__(&xmlTextWriterWriteString) text;
};

static int write_to_sink(void *user, const char *bytes, int len)
{
    sink_add(user, (str){bytes, (size_t)len});
    return len;
}

static bool find_all(xml *x)
{
    void *h = x->handle = libxml_open();
    return h && library_find(h, &x->buffer_new, "xmlOutputBufferCreateIO") &&
           library_find(h, &x->writer_new, "xmlNewTextWriter") &&
           library_find(h, &x->writer_free, "xmlFreeTextWriter") &&
           library_find(h, &x->document_start, "xmlTextWriterStartDocument") &&
           library_find(h, &x->document_end, "xmlTextWriterEndDocument") &&
           library_find(h, &x->start, "xmlTextWriterStartElement") &&
           library_find(h, &x->end, "xmlTextWriterEndElement") &&
           library_find(h, &x->attribute, "xmlTextWriterWriteAttribute") &&
           library_find(h, &x->text, "xmlTextWriterWriteString");
}

static bool begin(xml *x, sink *out)
{
    xmlOutputBufferPtr buffer = x->buffer_new(write_to_sink, NULL, out, NULL);
    x->writer = buffer ? x->writer_new(buffer) : NULL;
    return x->writer && x->document_start(x->writer, NULL, "UTF-8", NULL) >= 0;
}

static void release(xml *x)
{
    if (x->writer) x->writer_free(x->writer);
    library_close(x->handle);
    free(x->z);
    free(x);
}

xml *xml_open(sink *out)
{
    xml *x = mem_alloc(sizeof *x);
    *x = (xml){0};
    bool there = find_all(x);
    if (there && begin(x, out)) return x;
    release(x);
    if (there) out_of_memory();
    if (!out->failed) out->failed = ELIBACC;
    return NULL;
}

/* libxml2 says of nothing else that it failed. */
static void check(xml *x, int status)
{
    x->failed |= status < 0;
}

void xml_close(xml *x)
{
    check(x, x->document_end(x->writer));
    bool failed = x->failed || libxml_starved();
    release(x);
    if (failed) out_of_memory();
}

/* What follows the first byte of U+FFFE and U+FFFF. */
static bool is_noncharacter(const char *at, size_t left)
{
    return left >= 3 && memcmp(at, "\xEF\xBF", 2) == 0 && (unsigned char)at[2] >= 0xBE;
}

/* As libxml2 wants it: a copy that ends in NUL, valid until the next. */
static const xmlChar *zero_ended(xml *x, str s)
{
    if (x->room < s.len * 3 + 1) {
        x->room = s.len * 3 + 64;
        x->z = mem_realloc(x->z, x->room);
    }
    char *to = x->z;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.at[i];
        bool control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        if (control || is_noncharacter(s.at + i, s.len - i)) {
            to = mempcpy(to, "\xEF\xBF\xBD", 3);
            i += control ? 0 : 2;
        } else {
            *to++ = s.at[i];
        }
    }
    *to = '\0';
    return (const xmlChar *)x->z;
}

void xml_start(xml *x, const char *name)
{
    check(x, x->start(x->writer, (const xmlChar *)name));
    x->depth++;
}

void xml_attribute(xml *x, const char *name, str value)
{
    if (value.len)
        check(x, x->attribute(x->writer, (const xmlChar *)name, zero_ended(x, value)));
}

void xml_text(xml *x, str text)
{
    if (text.len) check(x, x->text(x->writer, zero_ended(x, text)));
}

void xml_end(xml *x)
{
    check(x, x->end(x->writer));
    x->depth--;
}

void xml_element(xml *x, const char *name, str text)
{
    xml_start(x, name);
    xml_text(x, text);
    xml_end(x);
}

static void new_line(xml *x, int depth)
{
    static const char BLANK[] = "\n                ";
    int most = (int)sizeof BLANK - 2, indent = 2 * depth < most ? 2 * depth : most;
    xml_text(x, (str){BLANK, (size_t)indent + 1});
}

void xml_start_line(xml *x, const char *name)
{
    new_line(x, x->depth);
    xml_start(x, name);
}

void xml_end_line(xml *x)
{
    new_line(x, x->depth - 1);
    xml_end(x);
}

void xml_element_line(xml *x, const char *name, str text)
{
    xml_start_line(x, name);
    xml_text(x, text);
    xml_end(x);
}
