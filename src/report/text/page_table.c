/* Tables for people: columns as wide as their cells where the line has room,
 * else the wrapping ones narrower, the widest first. */
#include "report/text/page.h"
#include "report/text/wrap.h"

#include <string.h>

/* A table being laid out: the columns that are shown. */
struct layout {
    const struct table *table;
    size_t n;
    size_t *column; /* of the table */
    int *width;
    int indent;
};

enum { NARROW = 16, NARROWEST = 4, LEAST_WIDTH = 20 };

static char letter(const struct layout *l, size_t i)
{
    return l->table->align[l->column[i]];
}

static str cell(const struct layout *l, size_t row, size_t i)
{
    return l->table->cells[row * l->table->ncolumns + l->column[i]];
}

static str head(const struct layout *l, size_t i)
{
    return l->table->columns ? str_of(l->table->columns[l->column[i]]) : (str){0};
}

static size_t head_lines(str name)
{
    size_t lines = 1;
    for (size_t i = 0; i < name.len; i++) lines += name.at[i] == '\n';
    return lines;
}

/* The line of a column's name with so many lines below it in the head; names
 * with fewer lines stand at its bottom. */
static str head_line(const struct layout *l, size_t i, size_t below)
{
    str rest = head(l, i), line = {0};
    for (size_t n = head_lines(rest); n > below; n--) str_cut(&rest, '\n', &line);
    return line;
}

static int head_width(const struct layout *l, size_t i)
{
    int widest = 0;
    for (size_t n = head_lines(head(l, i)); n-- > 0;) {
        int width = utf8_width(head_line(l, i, n));
        if (width > widest) widest = width;
    }
    return widest;
}

static int natural_width(const struct layout *l, size_t i)
{
    int widest = head_width(l, i);
    for (size_t row = 0; row < l->table->nrows; row++) {
        str c = cell(l, row, i);
        int width = c.len > UNWRAPPED / 8 ? UNWRAPPED / 8 : utf8_width(c);
        if (width > widest) widest = width;
    }
    return widest;
}

/* Takes `over` columns off those whose letter is in `letters`. */
static long shrink(struct layout *l, const char *letters, int floor, long over)
{
    while (over > 0) {
        int *widest = NULL;
        for (size_t i = 0; i < l->n; i++)
            if (strchr(letters, letter(l, i)) && l->width[i] > floor &&
                (!widest || l->width[i] > *widest))
                widest = &l->width[i];
        if (!widest) break;
        --*widest;
        over--;
    }
    return over;
}

static void fit(struct layout *l, int line)
{
    long room = line - l->indent - GUTTER * ((long)l->n - 1), total = 0;
    if (room < LEAST_WIDTH) room = LEAST_WIDTH;
    for (size_t i = 0; i < l->n; i++) {
        if (l->width[i] > room) l->width[i] = (int)room;
        total += l->width[i];
    }
    long over = shrink(l, "wpc", NARROW, total - room);
    shrink(l, "lrwpc", NARROWEST, over);
}

static struct layout lay_out(page *p, const struct table *t, int indent)
{
    struct layout l = {.table = t, .indent = indent};
    l.column = arena_array(p->arena, t->ncolumns, sizeof *l.column);
    l.width = arena_array(p->arena, t->ncolumns, sizeof *l.width);
    for (size_t i = 0; i < t->ncolumns; i++) {
        if (strchr("-h", t->align[i])) continue;
        l.column[l.n++] = i;
        l.width[l.n - 1] = natural_width(&l, l.n - 1);
    }
    fit(&l, p->width);
    return l;
}

/* One line of a row: a piece of each cell.  `pad` spaces are owed before the
 * next text, so that no line ends in one. */
static void print_line(page *p, const struct layout *l, const str *pieces)
{
    int pad = l->indent;
    for (size_t i = 0; i < l->n; i++) {
        int rest = l->width[i] - utf8_width(pieces[i]);
        char c = letter(l, i);
        if (c == 'r') pad += rest;
        if (pieces[i].len) {
            sink_spaces(p->out, pad);
            page_add(p, c == 'p' ? PLACE : PLAIN, pieces[i]);
            pad = 0;
        }
        pad += (c == 'r' ? 0 : rest) + GUTTER;
    }
    sink_char(p->out, '\n');
}

static void print_row(page *p, const struct layout *l, size_t row, str *cells, str *pieces)
{
    bool more = true;
    for (size_t i = 0; i < l->n; i++) {
        cells[i] = cell(l, row, i);
        if (letter(l, i) == 'c') cells[i] = wrap_clip(p->arena, cells[i], l->width[i]);
    }
    while (more) {
        more = false;
        for (size_t i = 0; i < l->n; i++) {
            pieces[i] = wrap_line(&cells[i], l->width[i]);
            more |= cells[i].len > 0;
        }
        print_line(p, l, pieces);
    }
}

/* From the column `at` on: those of the line that have one. */
static void print_names(page *p, const struct layout *l, size_t below, int at)
{
    int left = l->indent;
    bool any = at > 0;
    for (size_t i = 0; i < l->n; left += l->width[i++] + GUTTER) {
        str name = wrap_clip(p->arena, head_line(l, i, below), l->width[i]);
        int before = letter(l, i) == 'r' ? l->width[i] - utf8_width(name) : 0;
        if (name.len == 0) continue;
        sink_spaces(p->out, left + before - at);
        page_add(p, PLAIN, name);
        at = left + before + utf8_width(name);
        any = true;
    }
    if (any) sink_char(p->out, '\n');
}

/* Column names; the heading stands over the first columns, where they have
 * none, or else on a line of its own. */
static void print_head(page *p, const struct layout *l, str heading)
{
    size_t i = 0, lines = 1;
    int at = utf8_width(heading), left = l->indent;
    while (i < l->n && head(l, i).len == 0) left += l->width[i++] + GUTTER;
    for (size_t k = i; k < l->n; k++)
        if (head_lines(head(l, k)) > lines) lines = head_lines(head(l, k));
    bool beside = heading.len && lines == 1 && i < l->n && at + GUTTER <= left;
    if (heading.len) page_add(p, BOLD, heading);
    if (heading.len && !beside) sink_char(p->out, '\n');
    while (lines-- > 0) print_names(p, l, lines, beside ? at : 0);
}

/* Prints the heading that a row shares with those below it; a blank line stands in front
 * of all but the first. */
static void print_group(page *p, const struct table *t, size_t row)
{
    const char *h = strchr(t->align, 'h');
    if (!h) return;
    const str *group = &t->cells[row * t->ncolumns + (size_t)(h - t->align)];
    if (row > 0 && str_eq(group[0], group[-(ptrdiff_t)t->ncolumns])) return;
    if (row > 0) sink_char(p->out, '\n');
    page_add(p, BOLD, *group);
    sink_char(p->out, '\n');
}

void page_table(page *p, str heading, const struct table *t, int indent)
{
    if (t->nrows == 0) return;
    if (strchr(t->align, 'k')) {
        page_concordance(p, t);
        return;
    }
    struct layout l = lay_out(p, t, indent);
    if (l.n == 0) return;
    str *cells = arena_array(p->arena, l.n, sizeof *cells);
    str *pieces = arena_array(p->arena, l.n, sizeof *pieces);
    print_head(p, &l, heading);
    for (size_t row = 0; row < t->nrows; row++) {
        print_group(p, t, row);
        print_row(p, &l, row, cells, pieces);
    }
}
