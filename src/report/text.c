/* The running text of a report: paragraphs, and the mentions in them as marks. */
#include "report/model/build.h"

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

static scm_table people_table(arena *memory, const scm_annotations *a)
{
    static const char *const COLUMNS[] = {"id", "name"};
    struct people p = {.arena = memory};
    rows r = rows_new(memory, COLUMNS, "ll");
    for (size_t i = 0; i < a->nmentions; i++) collect(&p, a, &a->mentions[i]);
    if (p.list.len) qsort(p.list.at, p.list.len, sizeof *p.list.at, by_id);
    for (size_t i = 0; i < p.list.len; i++) {
        const struct person *one = &p.list.at[i];
        if (i && str_eq(one->id, one[-1].id)) continue;
        rows_add(&r, one->id);
        rows_add(&r, name_of(a, one));
    }
    return rows_table(&r);
}

/* Mentions come by place, so those of a block stand together. */
static void set_marks(
    arena *memory, scm_paragraph *paragraphs, const scm_document *d, const scm_annotations *a)
{
    scm_mark *marks = arena_array(memory, a->nmentions, sizeof *marks);
    for (size_t i = 0; i < a->nmentions; i++) {
        const scm_mention *m = &a->mentions[i];
        scm_paragraph *p = &paragraphs[m->block];
        size_t start = (size_t)(d->blocks[m->block].text.at - d->text.at);
        marks[i] = (scm_mark){m->start - start, m->end - start, m->type, m->id, m->value};
        if (p->nmarks++ == 0) p->marks = &marks[i];
    }
}

void builder_text(
    builder *b, const scm_document *d, const scm_annotations *annotations, bool marked)
{
    scm_text *t = arena_alloc(b->arena, sizeof *t);
    scm_paragraph *paragraphs = arena_array(b->arena, d->nblocks, sizeof *paragraphs);
    for (size_t i = 0; i < d->nblocks; i++) {
        scm_block block = d->blocks[i];
        paragraphs[i] = (scm_paragraph){block.label, block.section, block.text, NULL, 0};
    }
    *t = (scm_text){.id = d->id,
        .title = d->title,
        .note = d->note,
        .encoding = str_of(d->encoding),
        .date = annotations ? annotations->date : d->date,
        .venue = annotations ? annotations->venue : d->venue,
        .published = d->published,
        .marked = marked,
        .paragraphs = paragraphs,
        .nparagraphs = d->nblocks};
    if (d->kind != SCM_KIND_UNKNOWN) t->kind = str_of(scm_kind_name(d->kind));
    int meeting = annotations ? annotations->meeting : d->meeting;
    if (meeting) t->meeting = number_str(b->arena, (size_t)meeting);
    scm_series series;
    if (annotations &&
        scm_authority_find_series(annotations->authority, annotations->series, &series)) {
        t->series = series.id;
        t->series_title = series.title;
    }
    if (marked) set_marks(b->arena, paragraphs, d, annotations);
    if (marked) t->people = people_table(b->arena, annotations);
    b->report->text = t;
}
