/* Look-ups in an authority.  Names are many and have an index; the other tables
 * are short: a scan is enough. */
#include "authority/authority.h"
#include "authority/prefix.h"

bool scm_authority_find_name(const scm_authority *authority, scm_str id, scm_name *out)
{
    const struct image *im = authority->image;
    size_t low = 0, high = im->nnames;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (str_cmp(image_str(im, im->names[im->by_id[mid]].id), id) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == im->nnames || !str_eq(image_str(im, im->names[im->by_id[low]].id), id))
        return false;
    *out = scm_authority_name(authority, im->by_id[low]);
    return true;
}

bool scm_authority_find_office(const scm_authority *authority, scm_str id, scm_office *out)
{
    for (size_t i = 0; i < scm_authority_offices(authority); i++) {
        if (!str_eq(image_str(authority->image, authority->image->offices[i].id), id)) continue;
        *out = scm_authority_office(authority, i);
        return true;
    }
    return false;
}

bool scm_authority_find_meeting(const scm_authority *authority, int ordinal, scm_meeting *out)
{
    for (size_t i = 0; i < scm_authority_meetings(authority); i++) {
        if ((int)authority->image->meetings[i].ordinal != ordinal) continue;
        *out = scm_authority_meeting(authority, i);
        return true;
    }
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
    bool found = false, covers = false;
    for (size_t i = 0; i < im->nofficials; i++) {
        if (!str_eq(image_str(im, im->officials[i].id), id)) continue;
        scm_official o = scm_authority_official(authority, i);
        bool now = term_covers(o.from, o.to, date);
        if (found && (covers || (!now && str_cmp(o.from, out->from) < 0))) continue;
        *out = o;
        found = true;
        covers = now;
    }
    return found;
}

const struct alias *authority_aliases(const scm_authority *authority, str folded, size_t *count)
{
    const struct image *im = authority->image;
    struct words w = {.hash = PREFIX_START};
    while (w.end < folded.len) w = words_next(folded, w);
    const struct spelling *s = spelling_find(im, w.hash);
    bool same = s && str_eq_nocase(image_str(im, im->aliases[s->from].text), folded);
    *count = same ? s->to - s->from : 0;
    return same ? &im->aliases[s->from] : NULL;
}

/* The first alias of the kind that is spelt so. */
static const struct alias *first_of(
    const scm_authority *authority, str run, uint64_t hash, enum alias_kind kind)
{
    const struct image *im = authority->image;
    const struct spelling *s = spelling_find(im, hash);
    for (uint32_t i = s ? s->from : 0; s && i < s->to; i++)
        if (im->aliases[i].kind == (uint32_t)kind &&
            str_eq_nocase(image_str(im, im->aliases[i].text), run))
            return &im->aliases[i];
    return NULL;
}

const struct alias *authority_longest(
    const scm_authority *authority, str folded, enum alias_kind kind, size_t *len)
{
    const struct alias *best = NULL, *one;
    struct words w = {.hash = PREFIX_START};
    while (w.end < folded.len) {
        w = words_next(folded, w);
        unsigned bits = filter_read(authority->image, w.hash);
        if (!(bits & FILTER_BEGINS)) break;
        if (!(bits & FILTER_WHOLE)) continue;
        one = first_of(authority, str_sub(folded, 0, w.end), w.hash, kind);
        if (!one) continue;
        best = one;
        *len = w.end;
    }
    return best;
}
