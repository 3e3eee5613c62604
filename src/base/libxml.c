#include "base/libxml.h"

#include <pthread.h>
#include <stddef.h>
#include <libxml/parser.h>
#include <libxml/xmlmemory.h>

const char *libxml_name(void)
{
    return LIBXML_VERSION >= 21400 ? "libxml2.so.16" : "libxml2.so.2";
}

/* What libxml2 allocated with before, which is asked still. */
static struct {
    xmlFreeFunc free;
    xmlMallocFunc malloc;
    xmlReallocFunc realloc;
    xmlStrdupFunc strdup;
} usual;
static _Thread_local bool starved;

static void *note(void *p)
{
    starved |= !p;
    return p;
}

static void *noted_malloc(size_t size)
{
    return note(usual.malloc(size));
}

static void *noted_realloc(void *p, size_t size)
{
    return note(usual.realloc(p, size));
}

static char *noted_strdup(const char *s)
{
    return note(usual.strdup(s));
}

static void say_nothing(void *user, const char *message, ...)
{
    (void)user;
    (void)message;
}

/* What the calling thread would print goes nowhere. */
static void silence(void *handle)
{
    void (*tell)(void *, void (*)(void *, const char *, ...));
    if (library_find(handle, &tell, "xmlSetGenericErrorFunc")) tell(NULL, say_nothing);
}

/* By the first thread that needs it, before any other does. */
static void start_libxml(void)
{
    __typeof__(&xmlInitParser) start;
    __typeof__(&xmlMemGet) get;
    __typeof__(&xmlMemSetup) set;
    void *handle = library_open(libxml_name());
    if (handle && library_find(handle, &get, "xmlMemGet") &&
        library_find(handle, &set, "xmlMemSetup") &&
        get(&usual.free, &usual.malloc, &usual.realloc, &usual.strdup) == 0)
        set(usual.free, noted_malloc, noted_realloc, noted_strdup);
    if (handle) silence(handle);
    if (handle && library_find(handle, &start, "xmlInitParser")) start();
    library_close(handle);
}

bool libxml_starved(void)
{
    return starved;
}

void *libxml_open(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, start_libxml);
    void *handle = library_open(libxml_name());
    if (handle) silence(handle);
    starved = false;
    return handle;
}
