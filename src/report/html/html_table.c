/* Tables of a page: heads with their scope, bars, heat, and links to paragraphs.
 * A table that is wider than the page scrolls in a box of its own. */
#include "report/html/html.h"

#include <string.h>

enum { HEAT_STEPS = 8 };

static str cell(const struct table *t, size_t row, size_t column)
{
    return t->cells[row * t->ncolumns + column];
}

static double share(const struct table *t, size_t row, size_t column)
{
    return t->shares ? t->shares[row * t->ncolumns + column] : 0;
}

static char look(const struct table *t, size_t column)
{
    return t->looks ? t->looks[column] : '.';
}

static bool is_shown(const struct table *t, size_t column)
{
    bool hidden = t->align[column] == 'h' || (t->align[column] == '-' && t->columns == NULL);
    return !hidden;
}

/* Lines of a cell or a head; those after the first are the lesser. */
static void lines(html *h, str text)
{
    str rest = text, line;
    bool first = true;
    while (str_cut(&rest, '\n', &line)) {
        html_add(h, first ? "" : " <small>");
        html_text(h, line);
        html_add(h, first ? "" : "</small>");
        first = false;
    }
}

/* "3.2 7→8": each leads to its paragraph, the one that it became. */
static void places(html *h, str text)
{
    str rest = text, word;
    bool first = true;
    while (str_cut(&rest, ' ', &word)) {
        size_t arrow = str_find(word, S("→"));
        str label = arrow < word.len ? str_sub(word, arrow + strlen("→"), word.len) : word;
        html_add(h, first ? "" : " ");
        html_link(h, word, str_printf(h->arena, "p%.*s", SCM_STR(label)));
        first = false;
    }
}

/* A match between what stands before and behind it. */
static void context(html *h, str text)
{
    str rest = text, left = {0}, match = {0};
    str_cut(&rest, '\n', &left);
    str_cut(&rest, '\n', &match);
    html_text(h, left);
    html_add(h, "<mark>");
    html_text(h, match);
    html_add(h, "</mark>");
    html_text(h, rest);
}

static void bar(html *h, str text, double length)
{
    html_add(h, "<span class=\"n\">");
    html_text(h, text);
    int hundredths = (int)(length * 100 + 0.5);
    html_printf(h, "</span> <span class=\"bar\" style=\"--share:%d.%02d\"></span>",
        hundredths / 100, hundredths % 100);
}

static void content(html *h, const struct table *t, size_t row, size_t column)
{
    str text = cell(t, row, column);
    struct section_link link = {0};
    if (t->links) link.href = t->links[row * t->ncolumns + column];
    bool leads = html_open_link(h, &link, "");
    if (look(t, column) == 'b') {
        bar(h, text, share(t, row, column));
    } else if (look(t, column) == 's') {
        html_line(h, t, row);
    } else if (look(t, column) == 't' && text.len) {
        html_add(h, "<span class=\"tag\">");
        html_text(h, text);
        html_add(h, "</span>");
    } else if (t->align[column] == 'p') {
        places(h, text);
    } else if (t->align[column] == 'm') {
        context(h, text);
    } else {
        lines(h, text);
    }
    if (leads) html_add(h, "</a>");
}

/* Perceived, heat grows with the root of what it stands for. */
static int heat(double share)
{
    int step = 0;
    while (step < HEAT_STEPS && step * step < share * HEAT_STEPS * HEAT_STEPS) step++;
    return step;
}

static void classes(html *h, const struct table *t, size_t row, size_t column)
{
    char letter = look(t, column), align = t->align[column];
    html_printf(h, " class=\"a-%c", align == '-' ? 'l' : align);
    if (letter == 'h') html_printf(h, " heat heat-%d", heat(share(t, row, column)));
    if (letter == 'b' || letter == 's') html_printf(h, " look-%c", letter);
    html_add(h, "\"");
}

static void body_row(html *h, const struct table *t, size_t row)
{
    bool first = true;
    html_printf(
        h, "<tr class=\"%s\">", html_tone(t->tones ? (enum tone)t->tones[row] : TONE_NONE));
    for (size_t i = 0; i < t->ncolumns; i++) {
        if (!is_shown(t, i)) continue;
        html_add(h, first ? "<th scope=\"row\"" : "<td");
        classes(h, t, row, i);
        html_add(h, ">");
        content(h, t, row, i);
        html_add(h, first ? "</th>" : "</td>");
        first = false;
    }
    html_add(h, "</tr>\n");
}

static size_t shown_columns(const struct table *t)
{
    size_t n = 0;
    for (size_t i = 0; i < t->ncolumns; i++) n += is_shown(t, i);
    return n;
}

/* Rows with the same heading in front are one <tbody>. */
static void group(html *h, const struct table *t, size_t row)
{
    const char *at = strchr(t->align, 'h');
    size_t column = at ? (size_t)(at - t->align) : 0;
    if (!at || (row > 0 && str_eq(cell(t, row, column), cell(t, row - 1, column)))) return;
    if (row > 0) html_add(h, "</tbody>\n<tbody>\n");
    html_printf(
        h, "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"%zu\">", shown_columns(t));
    html_add(h, "<span>");
    html_text(h, cell(t, row, column));
    html_add(h, "</span></th></tr>\n");
}

static void table_head(html *h, const struct table *t)
{
    const char *const *names = t->heads ? t->heads : t->columns;
    if (!names) return;
    html_add(h, "<thead><tr>");
    for (size_t i = 0; i < t->ncolumns; i++) {
        if (!is_shown(t, i)) continue;
        html_printf(h, "<th scope=\"col\" class=\"a-%c look-%c\">",
            t->align[i] == '-' ? 'l' : t->align[i], look(t, i) == '.' ? 'n' : look(t, i));
        lines(h, str_of(names[i]));
        html_add(h, "</th>");
    }
    html_add(h, "</tr></thead>\n");
}

void html_table(html *h, const struct table *t, str name)
{
    if (t->nrows == 0) return;
    bool hot = t->looks && strchr(t->looks, 'h');
    html_printf(h, "<div class=\"box%s\" role=\"group\" tabindex=\"0\" aria-label=\"",
        hot ? " matrix" : "");
    html_text(h, name.len ? name : S("Table"));
    html_add(h, "\">\n<table>\n");
    table_head(h, t);
    html_add(h, "<tbody>\n");
    for (size_t row = 0; row < t->nrows; row++) {
        group(h, t, row);
        body_row(h, t, row);
    }
    html_add(h, "</tbody>\n</table>\n</div>\n");
}
