/* Memory: an arena that owns many small things, freed at once.
 *
 * An allocation never returns NULL: without memory the function of the library that is running
 * returns SCM_E_MEMORY, or NULL, and the arenas that it had begun are freed (GUARDED).  Built
 * with -DARENA_MALLOC every allocation is a malloc of its own, so that the sanitizers and
 * valgrind see each bound.
 */
#ifndef BASE_MEM_H
#define BASE_MEM_H

#include <setjmp.h>
#include <stddef.h>
#include <string.h>

typedef struct arena arena;

arena *arena_new(void);
void arena_free(arena *a);
/* Zeroed memory, aligned for any type; `size` may be 0. */
void *arena_alloc(arena *a, size_t size);
/* The same, with no content yet. */
void *arena_raw(arena *a, size_t size);
/* Room for `count` things of `size`; ends the process where that overflows. */
void *arena_array(arena *a, size_t count, size_t size);
/* Makes the `old` bytes at `p` `size` bytes, the new ones zero, moving them
 * where they have no room; p may be NULL. */
void *arena_grow(arena *a, void *p, size_t old, size_t size);

/* A zeroed value that owns the arena it stands in: arena_free(arena_of(value)). */
void *arena_value(arena *a, size_t size);
arena *arena_of(const void *value);

/* The body of a public function: returns the value of `call`, or `failed` where memory runs
 * out.  Guards nest, and belong to their thread. */
#define GUARDED(type, call, failed)                                                            \
    struct guard guard_;                                                                       \
    guard_begin(&guard_);                                                                      \
    if (setjmp(guard_.at)) return failed;                                                      \
    type value_ = call;                                                                        \
    guard_end(&guard_);                                                                        \
    return value_;

struct guard {
    jmp_buf at;
    struct guard *outer;
    arena *arenas; /* begun since */
};
void guard_begin(struct guard *g);
void guard_end(struct guard *g);

/* Goes back to the innermost guard. */
_Noreturn void out_of_memory(void);
void *mem_alloc(size_t size);
void *mem_realloc(void *p, size_t size);

/* A growable array in an arena: struct { T *at; size_t len, cap; }. */
#define VEC(T)                                                                                 \
    struct {                                                                                   \
        T *at;                                                                                 \
        size_t len, cap;                                                                       \
    }

/* Room for `need` elements in all. */
#define vec_reserve(a, v, need)                                                                \
    ((need) <= (v)->cap                                                                        \
            ? (void)0                                                                          \
            : vec_reserve_((a), (void **)&(v)->at, &(v)->cap, (need), sizeof *(v)->at))
/* Adds one zeroed element and yields a pointer to it, valid until the next. */
#define vec_add(a, v)                                                                          \
    (vec_reserve((a), (v), (v)->len + 1), memset(&(v)->at[(v)->len], 0, sizeof *(v)->at),      \
        &(v)->at[(v)->len++])
#define vec_push(a, v, item) (*vec_add((a), (v)) = (item))

void vec_reserve_(arena *a, void **at, size_t *cap, size_t need, size_t size);

#endif
