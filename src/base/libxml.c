/* libxml2 behind dlopen(3), for the rooms that read and write markup. */
#include "base/libxml.h"

#include <dlfcn.h>
#include <stddef.h>
#include <libxml/xmlversion.h>

const char *libxml_name(void)
{
    return LIBXML_VERSION >= 21400 ? "libxml2.so.16" : "libxml2.so.2";
}

void *libxml_open(void)
{
    return dlopen(libxml_name(), RTLD_LAZY | RTLD_LOCAL | RTLD_NODELETE);
}

void libxml_close(void *handle)
{
    if (handle) dlclose(handle);
}

bool libxml_find(void *handle, void *function, const char *name)
{
    void *symbol = dlsym(handle, name);
    *(void **)function = symbol;
    return symbol != NULL;
}
