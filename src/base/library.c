#include "base/library.h"

#include <dlfcn.h>
#include <stddef.h>

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
