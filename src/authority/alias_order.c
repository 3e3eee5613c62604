/* Order: the names' rows sorted by id, so that one is found by halving. */
#include "authority/tables.h"

#include <stdlib.h>

/* qsort has no context argument, so the id travels with the row. */
struct keyed_alias {
    str id;
    uint32_t row;
};

static int by_id(const void *a, const void *b)
{
    const struct keyed_alias *x = a, *y = b;
    int order = str_cmp(x->id, y->id);
    return order ? order : (x->row > y->row) - (x->row < y->row);
}

const uint32_t *names_by_id(const struct image *image, arena *a)
{
    struct keyed_alias *k = arena_array(a, image->nnames, sizeof *k);
    uint32_t *rows = arena_array(a, image->nnames, sizeof *rows);
    for (uint32_t i = 0; i < image->nnames; i++)
        k[i] = (struct keyed_alias){image_str(image, image->names[i].id), i};
    if (image->nnames) qsort(k, image->nnames, sizeof *k, by_id);
    for (uint32_t i = 0; i < image->nnames; i++) rows[i] = k[i].row;
    return rows;
}
