/* Kind: what a text is of which neither title nor layout tells, by who speaks in it.
 *
 * News call people by their family names alone and name who reports; a text of the
 * sides of a meeting does neither. */
#include "annotate/participants.h"

/* Family names alone, of people with a name. */
static size_t count_surnames(const struct work *w)
{
    size_t n = 0;
    for (size_t i = 0; i < w->people.len; i++) {
        const struct candidate *c = &w->people.at[i];
        str surface = str_sub(w->text, c->start, c->end);
        n += is_upper(surface.at[0]) && !str_has(surface, S(" ")) && !c->coined;
    }
    return n;
}

static bool has_caption(const scm_document *d)
{
    for (size_t i = 0; i < d->ndropped; i++)
        if (d->dropped[i].reason == SCM_REASON_CAPTION) return true;
    return false;
}

enum scm_kind kind_of_text(const struct work *w)
{
    const scm_document *d = w->document;
    if (d->kind != SCM_KIND_UNKNOWN) return d->kind;
    size_t surnames = count_surnames(w);
    if (surnames > 1 || (surnames && has_caption(d)) ||
        has_phrase(w->image->language, PHRASE_PRESS, w->text))
        return SCM_KIND_NEWS;
    scm_series main;
    if (w->series.len == 0)
        return first_participants(w) ? SCM_KIND_STATEMENT : SCM_KIND_UNKNOWN;
    bool own = scm_authority_main_series(w->authority, &main) && str_eq(main.id, w->series);
    return own && w->meeting ? SCM_KIND_COMMUNIQUE : SCM_KIND_STATEMENT;
}
