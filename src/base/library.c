#include "base/library.h"

#include <dlfcn.h>
#include <stddef.h>
#include <libxml/xmlversion.h>

const char *libxml_name(void)
{
    return LIBXML_VERSION >= 21400 ? "libxml2.so.16" : "libxml2.so.2";
}

static _Thread_local bool complained;

static void take_note(void *user, const char *message, ...)
{
    (void)user;
    (void)message;
    complained = true;
}

bool libxml_complained(void)
{
    return complained;
}

void *libxml_open(void)
{
    void (*tell)(void *, void (*)(void *, const char *, ...));
    void *handle = library_open(libxml_name());
    if (handle && library_find(handle, &tell, "xmlSetGenericErrorFunc")) tell(NULL, take_note);
    complained = false;
    return handle;
}

const char *libstemmer_name(void)
{
    return SCM_LIBSTEMMER;
}

void *library_open(const char *name)
{
    return dlopen(name, RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
}

void library_close(void *handle)
{
    if (handle) dlclose(handle);
}

bool library_find(void *handle, void *function, const char *name)
{
    void *symbol = dlsym(handle, name);
    *(void **)function = symbol;
    return symbol != NULL;
}
