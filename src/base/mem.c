#include "base/mem.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct chunk {
    struct chunk *next;
    size_t size;
    bool large; /* it holds one thing */
    alignas(max_align_t) unsigned char bytes[];
};

struct arena {
    struct chunk *chunks;       /* the newest first */
    size_t used;                /* of the newest */
    struct arena *next, **link; /* in the list of a guard, and what points to it there */
};

enum { FIRST_CHUNK = 8 * 1024, LARGEST_CHUNK = 4 * 1024 * 1024, LARGE = 256 * 1024 };

static _Thread_local struct guard *guard; /* the innermost */

void guard_begin(struct guard *g)
{
    g->outer = guard;
    g->arenas = NULL;
    guard = g;
}

static void enlist(struct guard *g, arena *a)
{
    a->next = g ? g->arenas : NULL;
    a->link = g ? &g->arenas : NULL;
    if (a->next) a->next->link = &a->next;
    if (g) g->arenas = a;
}

static void leave_list(arena *a)
{
    if (a->link) *a->link = a->next;
    if (a->next) a->next->link = a->link;
}

/* What is left belongs to the caller. */
void guard_end(struct guard *g)
{
    guard = g->outer;
    for (arena *a; (a = g->arenas);) {
        leave_list(a);
        enlist(g->outer, a);
    }
}

_Noreturn void out_of_memory(void)
{
    struct guard *g = guard;
    if (!g) abort();
    while (g->arenas) arena_free(g->arenas);
    guard = g->outer;
    longjmp(g->at, 1);
}

void *mem_alloc(size_t size)
{
    return mem_realloc(NULL, size);
}

void *mem_realloc(void *p, size_t size)
{
    void *q = realloc(p, size ? size : 1);
    if (!q) out_of_memory();
    return q;
}

arena *arena_new(void)
{
    arena *a = mem_alloc(sizeof *a);
    *a = (arena){0};
    enlist(guard, a);
    return a;
}

void arena_free(arena *a)
{
    if (!a) return;
    leave_list(a);
    for (struct chunk *c = a->chunks, *next; c; c = next) {
        next = c->next;
        free(c);
    }
    free(a);
}

static size_t chunk_size(size_t size)
{
    if (size > SIZE_MAX - sizeof(struct chunk)) out_of_memory();
    return sizeof(struct chunk) + size;
}

static void add_chunk(arena *a, size_t need)
{
    size_t size = FIRST_CHUNK;
#ifdef ARENA_MALLOC
    size = need;
#else
    if (a->chunks) size = a->chunks->size < LARGEST_CHUNK ? a->chunks->size * 2 : LARGEST_CHUNK;
    if (size < need) size = need;
#endif
    struct chunk *c = mem_alloc(chunk_size(size));
    *c = (struct chunk){.next = a->chunks, .size = size};
    a->chunks = c;
    a->used = 0;
}

static size_t rounded(size_t size)
{
    const size_t step = alignof(max_align_t);
    if (size > SIZE_MAX - step) out_of_memory();
    size = (size + step - 1) / step * step;
    return size ? size : step;
}

void *arena_raw(arena *a, size_t size)
{
    size = rounded(size);
    if (!a->chunks || a->chunks->size - a->used < size) add_chunk(a, size);
    void *p = a->chunks->bytes + a->used;
    a->used += size;
    return p;
}

/* A chunk that holds one thing, behind the newest. */
static void *add_large(arena *a, struct chunk *c, size_t size)
{
    if (!c) out_of_memory();
    struct chunk **at = a->chunks ? &a->chunks->next : &a->chunks;
    c->size = size;
    c->large = true;
    c->next = *at;
    if (at == &a->chunks) a->used = size;
    *at = c;
    return c->bytes;
}

/* calloc maps it, zero and untouched. */
static void *alloc_large(arena *a, size_t size)
{
    return add_large(a, calloc(1, chunk_size(size)), size);
}

/* Takes what stands alone in its chunk out of the arena; NULL: nothing of the kind. */
static struct chunk *take_large(arena *a, const void *p)
{
    struct chunk **at = a->chunks ? &a->chunks->next : &a->chunks;
    while (*at && !((*at)->large && (*at)->bytes == p)) at = &(*at)->next;
    struct chunk *c = *at;
    if (c) *at = c->next;
    return c;
}

/* Zeroed piece by piece: what nobody asked for is never touched. */
void *arena_alloc(arena *a, size_t size)
{
    if (size >= LARGE) return alloc_large(a, size);
    return memset(arena_raw(a, size), 0, size);
}

/* The arena stands right before the value. */
struct owner {
    alignas(max_align_t) arena *arena;
};

void *arena_value(arena *a, size_t size)
{
    struct owner *o = arena_alloc(a, sizeof *o + size);
    o->arena = a;
    return o + 1;
}

arena *arena_of(const void *value)
{
    return ((const struct owner *)value)[-1].arena;
}

void *arena_array(arena *a, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) out_of_memory();
    return arena_alloc(a, count * size);
}

/* The last thing allocated can grow where it stands. */
static bool grow_in_place(arena *a, const unsigned char *p, size_t old, size_t size)
{
    struct chunk *c = a->chunks;
    if (!c || !p || p + rounded(old) != c->bytes + a->used) return false;
    size_t more = rounded(size) - rounded(old);
    if (c->size - a->used < more) return false;
    a->used += more;
    return true;
}

/* What has grown large has a chunk of its own, which leaves no copy behind when it grows. */
static void *grow_large(arena *a, void *p, size_t old, size_t size)
{
    struct chunk *c = old >= LARGE ? take_large(a, p) : NULL;
    struct chunk *grown = realloc(c, chunk_size(size));
    if (!grown) free(c);
    void *q = add_large(a, grown, size);
    if (!c && old) memcpy(q, p, old);
    return q;
}

static void *grow_raw(arena *a, void *p, size_t old, size_t size)
{
    if (grow_in_place(a, p, old, size)) return p;
    if (size >= LARGE) return grow_large(a, p, old, size);
    void *q = arena_raw(a, size);
    if (old) memcpy(q, p, old);
    return q;
}

void *arena_grow(arena *a, void *p, size_t old, size_t size)
{
    unsigned char *q = grow_raw(a, p, old, size);
    memset(q + old, 0, size - old);
    return q;
}

void vec_reserve_(arena *a, void **at, size_t *cap, size_t need, size_t size)
{
    if (need <= *cap) return;
    size_t room = *cap ? *cap * 2 : 8;
    if (room < need) room = need;
    if (room > SIZE_MAX / size) out_of_memory();
    *at = grow_raw(a, *at, *cap * size, room * size); /* vec_add zeroes */
    *cap = room;
}
