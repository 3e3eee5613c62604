/* Mentions as a report: a row for each, with its place in code points. */
#include "report/model/report.h"

static const struct column COLUMNS[] = {{"doc", COLUMN_UNSEEN}, {"para", COLUMN_PLACE},
    {"start", COLUMN_NUMBER}, {"end", COLUMN_NUMBER}, {"type", COLUMN_ID}, {"id", COLUMN_ID},
    {"value", COLUMN_ID}, {"surface", COLUMN_TEXT}, {0}};

static void row(record *r, size_t index)
{
    const scm_annotations *a = r->report->annotations;
    const scm_mention *m = &a->mentions[index];
    str surface = scm_mention_surface(a, m);
    size_t start = cursor_to(&r->cursor, m->block, m->start);
    record_text(r, a->document->id);
    record_text(r, a->document->blocks[m->block].label);
    record_number(r, start);
    record_number(r, start + scm_str_codepoints(surface));
    record_text(r, str_of(scm_type_name(m->type)));
    record_text(r, m->id);
    record_text(r, m->value);
    record_text(r, surface);
}

static void more(fields *f, const record *r, size_t index)
{
    const scm_annotations *a = r->report->annotations;
    field_text(f, "section", a->document->blocks[a->mentions[index].block].section);
}

static const report_kind TAG = {.columns = COLUMNS, .row = row, .more = more};

/* The annotations with the mentions of these types only. */
static const scm_annotations *narrowed(
    arena *a, const scm_annotations *annotations, unsigned types)
{
    scm_annotations *n = arena_alloc(a, sizeof *n);
    scm_mention *kept = arena_array(a, annotations->nmentions, sizeof *kept);
    *n = *annotations;
    n->nmentions = 0;
    for (size_t i = 0; i < annotations->nmentions; i++)
        if (types >> annotations->mentions[i].type & 1)
            kept[n->nmentions++] = annotations->mentions[i];
    n->mentions = kept;
    return n;
}

static scm_report *make(const scm_annotations *annotations, unsigned types)
{
    scm_report *r = report_new(&TAG, annotations, 0, 0);
    r->annotations = types ? narrowed(r->arena, annotations, types) : annotations;
    r->document = annotations->document;
    r->nrows = r->annotations->nmentions;
    r->running = r->marked = true;
    return r;
}

scm_report *scm_report_tag(const scm_annotations *annotations, unsigned types)
{
    GUARDED(scm_report *, make(annotations, types), NULL)
}
