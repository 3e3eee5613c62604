/* The history of a series on a page: a river, in which every line of descent goes from text
 * to text, and sentences with the years in their margin. */
#include "report/html/html.h"

/* The box of a river, in tenths of its units.  A column is a bar and the way to the next. */
enum { PITCH = 1000, BAR = 260, HEIGHT = 10000 };
enum { MOST_HEADS = 24 }; /* of its columns */

static int y_of(double share)
{
    return (int)(share * HEIGHT + 0.5);
}

static void bar(html *h, const struct river_stop *s)
{
    int left = (int)s->column * PITCH, top = y_of(s->from), bottom = y_of(s->to);
    html_add(h, "M");
    html_tenths(h, left);
    html_add(h, " ");
    html_tenths(h, top);
    html_add(h, "h");
    html_tenths(h, BAR);
    html_add(h, "V");
    html_tenths(h, bottom);
    html_add(h, "H");
    html_tenths(h, left);
    html_add(h, "z");
}

/* From here to there with a level start and a level end. */
static void curve(html *h, int from_x, int to_x, int to_y, int from_y)
{
    int middle = (from_x + to_x) / 2;
    const int numbers[] = {middle, from_y, middle, to_y, to_x, to_y};
    html_add(h, "C");
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        html_add(h, i ? " " : "");
        html_tenths(h, numbers[i]);
    }
}

static void flow(html *h, const struct river_stop *a, const struct river_stop *b)
{
    int left = (int)a->column * PITCH + BAR, right = (int)b->column * PITCH;
    html_add(h, "M");
    html_tenths(h, left);
    html_add(h, " ");
    html_tenths(h, y_of(a->from));
    curve(h, left, right, y_of(b->from), y_of(a->from));
    html_add(h, "V");
    html_tenths(h, y_of(b->to));
    curve(h, right, left, y_of(a->to), y_of(b->to));
    html_add(h, "z");
}

/* Across columns that it skips a stream is a line. */
static void gap(html *h, const struct river_stop *a, const struct river_stop *b)
{
    int left = (int)a->column * PITCH + BAR, right = (int)b->column * PITCH;
    int from = y_of((a->from + a->to) / 2), to = y_of((b->from + b->to) / 2);
    html_add(h, "<path class=\"gap\" d=\"M");
    html_tenths(h, left);
    html_add(h, " ");
    html_tenths(h, from);
    curve(h, left, right, to, from);
    html_add(h, "\"/>");
}

static void stream(html *h, const struct stream *s)
{
    bool leads = html_open_link(h, &s->link, " tabindex=\"-1\"");
    html_printf(h, "<g class=\"age-%d\"><title>", s->age);
    html_text(h, s->link.text);
    html_add(h, "</title><path d=\"");
    for (size_t i = 0; i < s->nstops; i++) bar(h, &s->stops[i]);
    html_add(h, "\"/>");
    bool flows = false;
    for (size_t i = 0; i + 1 < s->nstops; i++) {
        if (s->stops[i].column + 1 != s->stops[i + 1].column) continue;
        html_add(h, flows ? "" : "<path class=\"flow\" d=\"");
        flow(h, &s->stops[i], &s->stops[i + 1]);
        flows = true;
    }
    html_add(h, flows ? "\"/>" : "");
    for (size_t i = 0; i + 1 < s->nstops; i++)
        if (s->stops[i].column + 1 != s->stops[i + 1].column)
            gap(h, &s->stops[i], &s->stops[i + 1]);
    html_add(h, leads ? "</g></a>\n" : "</g>\n");
}

/* The first and the last column in which streams of this age begin; false: there are none. */
static bool begins(const struct section *s, int age, size_t *first, size_t *last)
{
    *first = SIZE_MAX;
    for (size_t i = 0; i < s->nstreams; i++) {
        size_t column = s->streams[i].stops[0].column;
        if (s->streams[i].age != age) continue;
        if (*first == SIZE_MAX || column < *first) *first = column;
        if (*last < column) *last = column;
    }
    return *first != SIZE_MAX;
}

/* The ages that occur, the oldest first. */
static void legend(html *h, const struct section *s)
{
    html_add(h, "<ul class=\"legend\">\n");
    for (int age = AGES; age >= 0; age--) {
        size_t first, last = 0;
        if (!begins(s, age, &first, &last)) continue;
        html_printf(h, "<li class=\"age-%d\">since ", age);
        html_text(h, s->columns[first]);
        html_add(h, last > first ? "–" : "");
        if (last > first) html_text(h, s->columns[last]);
        html_add(h, age ? "</li>\n" : " (new)</li>\n");
    }
    html_add(h, "</ul>\n");
}

void html_river(html *h, const struct section *s)
{
    size_t n = s->ncolumns, step = (n + MOST_HEADS - 1) / MOST_HEADS;
    html_printf(h,
        "<figure class=\"river\">\n<div class=\"box\" role=\"group\" tabindex=\"0\" "
        "aria-label=\"River\">\n<div class=\"course\" style=\"--columns:%zu\">\n"
        "<p class=\"river-heads\">",
        n);
    for (size_t i = 0; i < n; i++) {
        html_add(h, i ? " <span>" : "<span>");
        if (i % step == 0 || i + 1 == n) html_text(h, s->columns[i]);
        html_add(h, "</span>");
    }
    html_printf(h,
        "</p>\n<svg viewBox=\"0 0 %zu %d\" preserveAspectRatio=\"none\" "
        "aria-hidden=\"true\">\n",
        ((n ? n - 1 : 0) * PITCH + BAR) / 10, HEIGHT / 10);
    for (size_t i = 0; i < s->nstreams; i++) stream(h, &s->streams[i]);
    html_add(h, "</svg>\n</div>\n</div>\n");
    legend(h, s);
    html_add(h, "</figure>\n");
}

static void earlier(html *h, const struct margin_sentence *s)
{
    if (s->nearlier == 0) return;
    html_printf(h, "<details><summary>%zu earlier wording%s</summary>\n", s->nearlier,
        s->nearlier == 1 ? "" : "s");
    for (size_t i = 0; i < s->nearlier; i++) {
        html_add(h, "<p class=\"side-head\">");
        html_text(h, s->earlier[i].head);
        html_add(h, "</p><p class=\"text\">");
        html_prose(h, s->earlier[i].prose, s->earlier[i].nprose);
        html_add(h, "</p>\n");
    }
    html_add(h, "</details>\n");
}

void html_sentences(html *h, const struct section *s)
{
    for (size_t i = 0; i < s->nsentences; i++) {
        const struct margin_sentence *m = &s->sentences[i];
        html_printf(h, "<div class=\"dated age-%d\">\n<p class=\"since\">", m->age);
        html_text(h, m->since);
        if (m->aside.len) {
            html_add(h, " <small>");
            html_text(h, m->aside);
            html_add(h, "</small>");
        }
        html_add(h, "</p>\n<div><p class=\"text\">");
        html_prose(h, m->prose, m->nprose);
        html_add(h, "</p>\n");
        earlier(h, m);
        html_add(h, "</div>\n</div>\n");
    }
}
