/* Look-ups in an authority.  Names are many and have an index; the other tables
 * are short: a scan is enough. */
#include "authority/authority.h"

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

/* The child of a node by this step, 0 for none. */
static uint32_t child(const struct image *im, uint32_t node, unsigned char step)
{
    for (uint32_t i = im->nodes[node].child; i < im->nodes[node + 1].child; i++)
        if (im->labels[i] == step) return i;
    return 0;
}

const struct alias *authority_aliases(const scm_authority *authority, str folded, size_t *count)
{
    const struct image *im = authority->image;
    uint32_t node = 0;
    *count = 0;
    for (size_t i = 0; i < folded.len; i++)
        if (!(node = child(im, node, (unsigned char)to_lower(folded.at[i])))) return NULL;
    *count = im->nodes[node + 1].alias - im->nodes[node].alias;
    return im->aliases + im->nodes[node].alias;
}

const struct alias *authority_longest(
    const scm_authority *authority, str folded, enum alias_kind kind, size_t *len)
{
    const struct image *im = authority->image;
    const struct alias *best = NULL;
    uint32_t node = 0;
    for (size_t i = 0; i < folded.len; i++) {
        if (!(node = child(im, node, (unsigned char)to_lower(folded.at[i])))) break;
        bool inside =
            i + 1 < folded.len && is_alnum(folded.at[i]) && is_alnum(folded.at[i + 1]);
        for (uint32_t k = im->nodes[node].alias; !inside && k < im->nodes[node + 1].alias;
             k++) {
            if (im->aliases[k].kind != (uint32_t)kind) continue;
            best = &im->aliases[k];
            *len = i + 1;
            break;
        }
    }
    return best;
}
