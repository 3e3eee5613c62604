/* What was found so far: names by place, hits by place. */
#include "annotate/found.h"

str word_ending(const struct work *w, size_t from, size_t end)
{
    size_t at = end;
    while (at > from && (is_alnum(w->text.at[at - 1]) || w->text.at[at - 1] == '-' ||
                            (unsigned char)w->text.at[at - 1] >= 0x80))
        at--;
    return str_sub(w->text, at, end);
}

void add_candidate(struct work *w, struct candidate c)
{
    vec_push(w->arena, &w->found, c);
}

size_t line_end(const struct work *w, size_t at)
{
    return at + str_find_char(str_sub(w->text, at, w->text.len), '\n');
}

/* The first of c[low, high), sorted, that starts at `start` or behind. */
static size_t first_from(const struct candidate *c, size_t low, size_t high, size_t start)
{
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (c[mid].start < start)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* The names come first in `found`, by start and the longer first; the coined ones follow, by
 * start. */
size_t first_listed(const struct work *w, size_t start)
{
    return first_from(w->found.at, 0, w->nlisted, start);
}

size_t first_person(const struct work *w, size_t start)
{
    return first_from(w->people.at, 0, w->people.len, start);
}

const struct candidate *listed_at(const struct work *w, size_t start)
{
    size_t i = first_listed(w, start);
    return i < w->nlisted && w->found.at[i].start == start ? &w->found.at[i] : NULL;
}

const struct candidate *listed_before(const struct work *w, size_t end)
{
    const struct candidate *best = NULL;
    for (size_t i = first_listed(w, end); i > 0 && w->found.at[i - 1].start + 160 > end; i--)
        if (w->found.at[i - 1].end == end) best = &w->found.at[i - 1];
    return best;
}

const struct candidate *coined_before(const struct work *w, size_t end)
{
    size_t i = first_from(w->found.at, w->nlisted, w->ncoined, end);
    return i > w->nlisted && w->found.at[i - 1].end == end ? &w->found.at[i - 1] : NULL;
}

size_t first_hit(const hits *list, size_t at)
{
    size_t low = 0, high = list->len;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (list->at[mid].start < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

const struct hit *hit_at(const hits *list, size_t at)
{
    size_t i = first_hit(list, at);
    return i < list->len && list->at[i].start == at ? &list->at[i] : NULL;
}

bool title_is(const struct work *w, const struct hit *title, str office)
{
    const struct alias *end = w->image->aliases + w->image->naliases;
    str text = image_str(w->image, title->alias->text);
    for (const struct alias *a = title->alias; a < end && a->kind == ALIAS_OFFICE; a++) {
        if (!str_eq_nocase(image_str(w->image, a->text), text)) return false;
        if (str_eq(image_str(w->image, w->image->offices[a->row].id), office)) return true;
    }
    return false;
}
