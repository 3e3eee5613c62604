/* The people of a TEI header: all that the mentions name or stand for. */
#include "report/xml/tei.h"

#include <stdlib.h>

/* Who is meant somewhere, and in which words. */
struct person {
    str id, surface;
};

struct people {
    arena *arena;
    VEC(struct person) list;
};

/* The value of a ROLE is a person, or two with a comma between. */
static void collect(struct people *p, const scm_annotations *a, const scm_mention *m)
{
    str rest = m->type == SCM_ROLE ? m->value : (str){0}, id;
    if (m->type == SCM_OFFICIAL)
        *vec_add(p->arena, &p->list) = (struct person){m->id, scm_mention_surface(a, m)};
    while (str_cut(&rest, ',', &id)) *vec_add(p->arena, &p->list) = (struct person){.id = id};
}

/* By id; a named mention first, the first of several. */
static int by_id(const void *a, const void *b)
{
    const struct person *x = a, *y = b;
    int order = str_cmp(x->id, y->id);
    if (order == 0) order = (x->surface.len == 0) - (y->surface.len == 0);
    return order ? order : (x->surface.at > y->surface.at) - (x->surface.at < y->surface.at);
}

static str name_of(const scm_annotations *a, const struct person *p)
{
    scm_official official;
    if (scm_authority_person(a->authority, p->id, a->reference_date, &official))
        return official.name;
    return p->surface.len ? p->surface : p->id;
}

/* An id is its own place in the header; of two that would share one the second has none. */
static void person(xml *x, arena *a, const struct person *p, str name, str *last)
{
    str place = tei_person(a, p->id);
    xml_start_line(x, "person");
    if (!str_eq(place, *last)) xml_attribute(x, "xml:id", place);
    xml_start(x, "persName");
    xml_attribute(x, "key", p->id);
    xml_text(x, name);
    xml_end(x);
    xml_end(x);
    *last = place;
}

void tei_people(xml *x, arena *a, const scm_annotations *text)
{
    struct people p = {.arena = a};
    str last = {0};
    for (size_t i = 0; i < text->nmentions; i++) collect(&p, text, &text->mentions[i]);
    if (p.list.len == 0) return;
    qsort(p.list.at, p.list.len, sizeof *p.list.at, by_id);
    xml_start_line(x, "profileDesc");
    xml_start_line(x, "particDesc");
    xml_start_line(x, "listPerson");
    for (size_t i = 0; i < p.list.len; i++) {
        const struct person *one = &p.list.at[i];
        if (i == 0 || !str_eq(one->id, one[-1].id))
            person(x, a, one, name_of(text, one), &last);
    }
    for (int i = 0; i < 3; i++) xml_end_line(x);
}
