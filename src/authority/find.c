/* Look-ups in an authority.  Names, officials and offices are many and have an index;
 * the other tables are short: a scan is enough. */
#include "authority/authority.h"
#include "authority/chain.h"

/* Rows of one table in the order of their ids. */
struct ordered_rows {
    const struct image *image;
    const uint32_t *order;
    const void *rows;
    size_t size, count;
};

static str id_at(const struct ordered_rows *o, size_t place)
{
    return image_str(o->image, *row_id(o->rows, o->size, o->order[place]));
}

/* The first place whose row has the id; `count` where none has. */
static size_t find_place(const struct ordered_rows *o, str id)
{
    size_t low = 0, high = o->count;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (str_cmp(id_at(o, mid), id) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low < o->count && str_eq(id_at(o, low), id) ? low : o->count;
}

static struct ordered_rows ordered_names(const struct image *im)
{
    return (struct ordered_rows){im, im->names_by_id, im->names, sizeof *im->names, im->nnames};
}

bool scm_authority_find_name(const scm_authority *authority, scm_str id, scm_name *out)
{
    struct ordered_rows o = ordered_names(authority->image);
    size_t place = find_place(&o, id);
    if (place == o.count) return false;
    *out = scm_authority_name(authority, o.order[place]);
    return true;
}

bool scm_authority_find_name_of(
    const scm_authority *authority, scm_str id, enum scm_type type, scm_name *out)
{
    struct ordered_rows o = ordered_names(authority->image);
    if (!scm_authority_find_name(authority, id, out)) return false;
    for (size_t i = find_place(&o, id); i < o.count && str_eq(id_at(&o, i), id); i++) {
        scm_name one = scm_authority_name(authority, o.order[i]);
        if (one.type != type) continue;
        *out = one;
        break;
    }
    return true;
}

bool scm_authority_find_office(const scm_authority *authority, scm_str id, scm_office *out)
{
    const struct image *im = authority->image;
    struct ordered_rows o = {
        im, im->offices_by_id, im->offices, sizeof *im->offices, im->noffices};
    size_t place = find_place(&o, id);
    if (place == o.count) return false;
    *out = scm_authority_office(authority, o.order[place]);
    return true;
}

bool scm_authority_find_side(const scm_authority *authority, scm_str id, scm_side *out)
{
    for (size_t i = 0; i < scm_authority_sides(authority); i++) {
        if (!str_eq(image_str(authority->image, authority->image->sides[i].id), id)) continue;
        *out = scm_authority_side(authority, i);
        return true;
    }
    return false;
}

bool scm_authority_find_series(const scm_authority *authority, scm_str id, scm_series *out)
{
    for (size_t i = 0; i < scm_authority_all_series(authority); i++) {
        if (!str_eq(image_str(authority->image, authority->image->series[i].id), id)) continue;
        *out = scm_authority_series(authority, i);
        return true;
    }
    return false;
}

bool scm_authority_main_series(const scm_authority *authority, scm_series *out)
{
    for (size_t i = 0; i < scm_authority_all_series(authority); i++) {
        if (authority->image->series[i].companion.len == 0) continue;
        *out = scm_authority_series(authority, i);
        return true;
    }
    return false;
}

bool series_has_head(const scm_series *series, str office)
{
    for (str heads = series->heads, side, one; list_cut(&heads, &side);)
        while (str_cut(&side, '+', &one))
            if (str_eq(one, office)) return true;
    return false;
}

bool series_has_office(const scm_series *series, str office)
{
    return series_has_head(series, office) || str_eq(series->reporter, office);
}

bool scm_authority_find_meeting(
    const scm_authority *authority, scm_str series, int ordinal, scm_meeting *out)
{
    for (size_t i = 0; i < scm_authority_meetings(authority); i++) {
        if ((int)authority->image->meetings[i].ordinal != ordinal) continue;
        scm_meeting m = scm_authority_meeting(authority, i);
        if (!str_eq(m.series, series)) continue;
        *out = m;
        return true;
    }
    return false;
}

bool list_has(str list, str part)
{
    for (str one; list_cut(&list, &one);)
        if (str_eq(one, part)) return true;
    return false;
}

bool term_covers(str from, str to, str date)
{
    size_t n = date.len;
    if (n == 0) return false;
    if (from.len && str_cmp(str_sub(from, 0, n), str_sub(date, 0, from.len)) > 0) return false;
    return to.len == 0 || str_cmp(str_sub(to, 0, n), str_sub(date, 0, to.len)) >= 0;
}

/* On the day of a change the newcomer holds the office. */
bool scm_authority_holder(
    const scm_authority *authority, scm_str office, scm_str date, scm_official *out)
{
    const struct image *im = authority->image;
    bool found = false;
    for (size_t i = 0; i < im->nofficials; i++) {
        if (!str_eq(image_str(im, im->officials[i].office), office)) continue;
        scm_official o = scm_authority_official(authority, i);
        if (!term_covers(o.from, o.to, date)) continue;
        if (found && str_cmp(o.from, out->from) < 0) continue;
        *out = o;
        found = true;
    }
    return found;
}

bool scm_authority_person(
    const scm_authority *authority, scm_str id, scm_str date, scm_official *out)
{
    const struct image *im = authority->image;
    struct ordered_rows rows = {
        im, im->officials_by_id, im->officials, sizeof *im->officials, im->nofficials};
    bool found = false, covers = false;
    for (size_t i = find_place(&rows, id); i < rows.count && str_eq(id_at(&rows, i), id); i++) {
        scm_official o = scm_authority_official(authority, rows.order[i]);
        bool now = term_covers(o.from, o.to, date);
        if (found && (covers || (!now && str_cmp(o.from, out->from) < 0))) continue;
        *out = o;
        found = true;
        covers = now;
    }
    return found;
}

bool scm_authority_has_id(const scm_authority *authority, scm_str id)
{
    static const str SHARED[] = {
        S_INIT("both"), S_INIT("all"), S_INIT("date"), S_INIT("duration")};
    scm_name name;
    scm_office office;
    scm_official official;
    for (size_t i = 0; i < sizeof SHARED / sizeof *SHARED; i++)
        if (str_eq(id, SHARED[i])) return true;
    return scm_authority_find_name(authority, id, &name) ||
           scm_authority_find_office(authority, id, &office) ||
           scm_authority_person(authority, id, (str){NULL, 0}, &official);
}

const struct alias *authority_aliases(const scm_authority *authority, const struct tokens *t,
    size_t from, size_t to, size_t *count)
{
    const struct image *im = authority->image;
    struct chain c = chain_begin(from);
    *count = 0;
    while (chain_next(im, t, &c) && c.past < to) continue;
    const struct spelling *s = c.past == to ? spelling_find(im, c.hash) : NULL;
    if (!s || !spelt(t, from, to, 0, image_str(im, im->aliases[s->from].text), false))
        return NULL;
    *count = s->to - s->from;
    return &im->aliases[s->from];
}

const struct alias *authority_longest(const scm_authority *authority, const struct tokens *t,
    size_t from, enum alias_kind kind, size_t *past)
{
    const struct image *im = authority->image;
    const struct alias *best = NULL;
    struct chain c = chain_begin(from);
    while (chain_next(im, t, &c)) {
        const struct spelling *s = c.bits & FILTER_WHOLE ? spelling_find(im, c.hash) : NULL;
        for (uint32_t i = s ? s->from : 0; s && i < s->to; i++) {
            const struct alias *a = &im->aliases[i];
            if (a->kind != (uint32_t)kind ||
                !spelt(t, from, c.past, 0, image_str(im, a->text), false))
                continue;
            best = a;
            *past = c.past;
            break;
        }
    }
    return best;
}
