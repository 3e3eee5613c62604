/* Drawings of a page, as SVG within it: lines beside numbers, and maps of two
 * texts with ribbons between what belongs together. */
#include "report/html/html.h"

/* A line's box, in tenths of its units; the dots need a margin. */
enum { LINE_WIDTH = 1200, LINE_HEIGHT = 240, DOT = 25, EDGE = 40 };

struct sparkline {
    const struct table *table;
    size_t row, points;
    double most;
};

static bool is_hot(const struct table *t, size_t column)
{
    return t->looks && t->looks[column] == 'h';
}

static double value(const struct sparkline *l, size_t column)
{
    return l->table->shares ? l->table->shares[l->row * l->table->ncolumns + column] : 0;
}

static struct sparkline measure(const struct table *t, size_t row)
{
    struct sparkline l = {.table = t, .row = row};
    for (size_t i = 0; i < t->ncolumns; i++) {
        if (!is_hot(t, i)) continue;
        l.points++;
        if (value(&l, i) > l.most) l.most = value(&l, i);
    }
    return l;
}

static int line_x(const struct sparkline *l, size_t point)
{
    int room = LINE_WIDTH - 2 * EDGE;
    return l->points < 2 ? LINE_WIDTH / 2
                         : EDGE + (int)(point * (size_t)room / (l->points - 1));
}

static int line_y(const struct sparkline *l, size_t column)
{
    double share = l->most > 0 ? value(l, column) / l->most : 0;
    return LINE_HEIGHT - EDGE - (int)(share * (LINE_HEIGHT - 2 * EDGE) + 0.5);
}

void html_tenths(html *h, int tenths)
{
    html_printf(h, "%d.%d", tenths / 10, tenths % 10);
}

/* "x,y" */
static void point(html *h, int x, int y, const char *between)
{
    html_tenths(h, x);
    html_add(h, between);
    html_tenths(h, y);
}

void html_line(html *h, const struct table *t, size_t row)
{
    struct sparkline l = measure(t, row);
    size_t n = 0;
    html_printf(h,
        "<svg class=\"line\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\"><polyline points=\"",
        LINE_WIDTH / 10, LINE_HEIGHT / 10);
    for (size_t i = 0; i < t->ncolumns; i++) {
        if (!is_hot(t, i)) continue;
        if (n) html_add(h, " ");
        point(h, line_x(&l, n++), line_y(&l, i), ",");
    }
    html_add(h, "\"/>");
    n = 0;
    for (size_t i = 0; i < t->ncolumns; i++) {
        if (!is_hot(t, i)) continue;
        if (value(&l, i) > 0) {
            html_add(h, "<circle cx=\"");
            point(h, line_x(&l, n), line_y(&l, i), "\" cy=\"");
            html_printf(h, "\" r=\"%d.%d\"/>", DOT / 10, DOT % 10);
        }
        n++;
    }
    html_add(h, "</svg>");
}

/* A map's columns: the old text, the ribbons, the new text. */
enum { MAP_WIDTH = 100, MAP_HEIGHT = 1000, OLD_END = 30, NEW_START = 70, BEND = 50 };

static int map_y(double share)
{
    return (int)(share * MAP_HEIGHT * 10 + 0.5);
}

static void stretch(html *h, int left, int right, double from, double to)
{
    if (map_y(from) == map_y(to)) return;
    html_printf(h, "<path d=\"M%d ", left);
    html_tenths(h, map_y(from));
    html_printf(h, "H%dV", right);
    html_tenths(h, map_y(to));
    html_printf(h, "H%dz\"/>", left);
}

static void curve(html *h, int to_x, double from, double to)
{
    html_printf(h, "C%d ", BEND);
    html_tenths(h, map_y(from));
    html_printf(h, " %d ", BEND);
    html_tenths(h, map_y(to));
    html_printf(h, " %d ", to_x);
    html_tenths(h, map_y(to));
}

static void ribbon(html *h, const struct band *b)
{
    if (b->old_from >= b->old_to || b->new_from >= b->new_to) return;
    html_printf(h, "<path class=\"ribbon\" d=\"M%d ", OLD_END);
    html_tenths(h, map_y(b->old_from));
    curve(h, NEW_START, b->old_from, b->new_from);
    html_add(h, "V");
    html_tenths(h, map_y(b->new_to));
    curve(h, OLD_END, b->new_to, b->old_to);
    html_add(h, "z\"/>");
}

/* In hundredths: the more changed, the darker, but nothing is faint. */
static int opacity(const struct band *b)
{
    enum { FAINTEST = 30, DARKEST = 99 };
    if (b->tone == TONE_SAME) return DARKEST;
    return FAINTEST + (int)(b->change * (DARKEST - FAINTEST));
}

static void band(html *h, const struct band *b)
{
    bool leads = html_open_link(h, &b->link, " tabindex=\"-1\"");
    html_printf(
        h, "<g class=\"%s\" fill-opacity=\"0.%02d\"><title>", html_tone(b->tone), opacity(b));
    html_text(h, b->link.text);
    html_add(h, "</title>");
    stretch(h, 0, OLD_END, b->old_from, b->old_to);
    ribbon(h, b);
    stretch(h, NEW_START, MAP_WIDTH, b->new_from, b->new_to);
    html_add(h, leads ? "</g></a>\n" : "</g>\n");
}

/* The tones that occur. */
static void legend(html *h, const struct section *s)
{
    static const char *const WORDS[NTONES] = {
        [TONE_SAME] = "unchanged",
        [TONE_EDITED] = "edited (bolder where more changed)",
        [TONE_MOVED] = "moved",
        [TONE_NEW] = "new",
        [TONE_GONE] = "gone",
    };
    html_add(h, "<ul class=\"legend\">\n");
    for (int tone = 0; tone < NTONES; tone++) {
        size_t i = 0;
        while (i < s->nbands && s->bands[i].tone != (enum tone)tone) i++;
        if (i < s->nbands && WORDS[tone])
            html_printf(
                h, "<li class=\"%s\">%s</li>\n", html_tone((enum tone)tone), WORDS[tone]);
    }
    html_add(h, "</ul>\n");
}

/* What is unchanged is drawn first, so that all else lies upon it. */
void html_map(html *h, const struct section *s)
{
    html_add(h, "<figure class=\"map\">\n<figcaption>");
    html_text(h, s->heading);
    html_add(h, "</figcaption>\n<p class=\"map-heads\"><span>");
    html_text(h, s->sides[0]);
    html_add(h, "</span> <span>");
    html_text(h, s->sides[1]);
    html_printf(h,
        "</span></p>\n<svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" "
        "aria-hidden=\"true\">\n",
        MAP_WIDTH, MAP_HEIGHT);
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < s->nbands; i++)
            if ((s->bands[i].tone == TONE_SAME) == (pass == 0)) band(h, &s->bands[i]);
    html_add(h, "</svg>\n");
    legend(h, s);
    html_add(h, "</figure>\n");
}
