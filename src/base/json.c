#include "base/json.h"

#include <pthread.h>

static json_malloc_t usual;
static _Thread_local bool starved;

static void *allocate(size_t size)
{
    void *p = usual(size);
    starved |= !p;
    return p;
}

static void watch(void)
{
    json_free_t release;
    json_get_alloc_funcs(&usual, &release);
    json_set_alloc_funcs(allocate, release);
}

void json_begin(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, watch);
    starved = false;
}

void json_end(void)
{
    if (starved) out_of_memory();
}

json_t *json_read(str text, size_t flags, json_error_t *why)
{
    json_begin();
    json_t *value = json_loadb(text.at, text.len, flags, why);
    if (starved) json_decref(value);
    json_end();
    return value;
}
