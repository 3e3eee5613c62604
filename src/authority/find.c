/* Look-ups in an authority.  The tables are short: a scan is enough. */
#include "authority/authority.h"

bool scm_authority_find_name(const scm_authority *authority, scm_str id, scm_name *out)
{
    for (size_t i = 0; i < scm_authority_names(authority); i++) {
        if (!str_eq(image_str(authority->image, authority->image->names[i].id), id)) continue;
        *out = scm_authority_name(authority, i);
        return true;
    }
    return false;
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
    bool found = false;
    for (size_t i = 0; i < scm_authority_officials(authority); i++) {
        scm_official o = scm_authority_official(authority, i);
        if (!str_eq(o.office, office) || !term_covers(o.from, o.to, date)) continue;
        if (found && str_cmp(o.from, out->from) < 0) continue;
        *out = o;
        found = true;
    }
    return found;
}

bool scm_authority_person(
    const scm_authority *authority, scm_str id, scm_str date, scm_official *out)
{
    bool found = false, covers = false;
    for (size_t i = 0; i < scm_authority_officials(authority); i++) {
        scm_official o = scm_authority_official(authority, i);
        if (!str_eq(o.id, id)) continue;
        bool now = term_covers(o.from, o.to, date);
        if (found && (covers || (!now && str_cmp(o.from, out->from) < 0))) continue;
        *out = o;
        found = true;
        covers = now;
    }
    return found;
}
