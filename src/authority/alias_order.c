/* Order: rows sorted by id, so that one is found by halving. */
#include "authority/tables.h"

#include <stdlib.h>

/* qsort has no context argument, so the id travels with the row. */
struct keyed_row {
    str id;
    uint32_t row;
};

static int by_id(const void *a, const void *b)
{
    const struct keyed_row *x = a, *y = b;
    int order = str_cmp(x->id, y->id);
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

const uint32_t *rows_by_id(
    const struct image *image, const void *rows, size_t size, uint32_t count, arena *a)
{
    struct keyed_row *k = arena_array(a, count, sizeof *k);
    uint32_t *order = arena_array(a, count, sizeof *order);
    for (uint32_t i = 0; i < count; i++)
        k[i] = (struct keyed_row){image_str(image, *row_id(rows, size, i)), i};
    if (count) qsort(k, count, sizeof *k, by_id);
    for (uint32_t i = 0; i < count; i++) order[i] = k[i].row;
    return order;
}
