/* Builders: what every report is put together with. */
#include "report/model/build.h"
#include "report/model/words.h"

#include <string.h>

rows rows_new(arena *a, const char *const *columns, const char *align)
{
    rows r = {.arena = a};
    r.table.columns = columns;
    r.table.align = align;
    r.table.ncolumns = strlen(align);
    return r;
}

void rows_reserve(rows *r, size_t nrows)
{
    vec_reserve(r->arena, &r->cells, nrows * r->table.ncolumns);
}

void rows_add(rows *r, str cell)
{
    vec_push(r->arena, &r->cells, cell);
}

void rows_add_number(rows *r, size_t n)
{
    rows_add(r, number_str(r->arena, n));
}

void rows_link(rows *r, str href)
{
    if (href.len == 0) return;
    while (r->links.len < r->cells.len) vec_push(r->arena, &r->links, ((str){0}));
    r->links.at[r->links.len - 1] = href;
}

void rows_share(rows *r, double share)
{
    while (r->shares.len < r->cells.len) vec_push(r->arena, &r->shares, 0);
    r->shares.at[r->shares.len - 1] = share;
}

void rows_tone(rows *r, enum tone tone)
{
    size_t row = (r->cells.len - 1) / r->table.ncolumns;
    while (r->tones.len <= row) vec_push(r->arena, &r->tones, TONE_NONE);
    r->tones.at[row] = (unsigned char)tone;
}

/* Links, shares and tones for all, where any were given. */
static void complete(const rows *r, struct table *t)
{
    if (r->shares.len) {
        double *shares = arena_array(r->arena, r->cells.len, sizeof *shares);
        memcpy(shares, r->shares.at, r->shares.len * sizeof *shares);
        t->shares = shares;
    }
    if (r->links.len) {
        str *links = arena_array(r->arena, r->cells.len, sizeof *links);
        memcpy(links, r->links.at, r->links.len * sizeof *links);
        t->links = links;
    }
    if (r->tones.len) {
        unsigned char *tones = arena_array(r->arena, t->nrows, sizeof *tones);
        memcpy(tones, r->tones.at, r->tones.len);
        t->tones = tones;
    }
}

struct table rows_table(const rows *r)
{
    struct table t = r->table;
    t.cells = r->cells.at;
    t.nrows = r->cells.len / t.ncolumns;
    complete(r, &t);
    return t;
}

static bool goes_on(const prose *p, enum prose_kind kind, str text)
{
    if (p->runs.len == 0 || kind == PROSE_FOLD) return false;
    struct prose_run last = p->runs.at[p->runs.len - 1];
    const char *end = last.text.at + last.text.len;
    return last.kind == kind && (text.at == end || (text.at == end + 1 && *end == ' '));
}

void prose_add(prose *p, enum prose_kind kind, str text)
{
    if (text.len == 0) return;
    if (goes_on(p, kind, text)) {
        str *last = &p->runs.at[p->runs.len - 1].text;
        last->len = (size_t)(text.at + text.len - last->at);
    } else {
        if (p->gap) *vec_add(p->arena, &p->runs) = (struct prose_run){.text = S(" ")};
        *vec_add(p->arena, &p->runs) = (struct prose_run){.kind = kind, .text = text};
    }
    p->gap = false;
}

void prose_mark(prose *p, enum prose_kind kind, str text, str title)
{
    *vec_add(p->arena, &p->runs) = (struct prose_run){kind, text, title};
}

void prose_gap(prose *p)
{
    p->gap = p->runs.len && p->runs.at[p->runs.len - 1].kind != PROSE_FOLD;
}

struct section *builder_section(builder *b, enum section_kind kind, str heading)
{
    struct section *s = vec_add(b->arena, &b->sections);
    s->kind = kind;
    s->heading = heading;
    s->below = b->below;
    return s;
}

void builder_facts(builder *b, str heading, const rows *r)
{
    if (r->cells.len) builder_section(b, SECTION_FACTS, heading)->table = rows_table(r);
}

struct section *builder_table(builder *b, str heading, const rows *r)
{
    if (r->cells.len == 0) return NULL;
    struct section *s = builder_section(b, SECTION_TABLE, heading);
    s->table = rows_table(r);
    return s;
}

void builder_records(builder *b, const struct table *t)
{
    builder_section(b, SECTION_RECORDS, (str){0})->table = *t;
}

void builder_lines(builder *b, const rows *r)
{
    if (r->cells.len) builder_section(b, SECTION_LINES, (str){0})->table = rows_table(r);
}

struct section *builder_prose(builder *b, str heading, str aside, const prose *p)
{
    struct section *s = builder_section(b, SECTION_PROSE, heading);
    s->aside = aside;
    s->prose = p->runs.at;
    s->nprose = p->runs.len;
    return s;
}

struct section *builder_part(builder *b, str heading, str aside)
{
    return builder_prose(b, heading, aside, &(prose){0});
}

struct section *builder_map(builder *b, str heading, const struct band *bands, size_t nbands)
{
    struct section *s = builder_section(b, SECTION_MAP, heading);
    s->bands = bands;
    s->nbands = nbands;
    return s;
}

str paragraph_anchor(arena *a, str label)
{
    return str_printf(a, "p%.*s", SCM_STR(label));
}
