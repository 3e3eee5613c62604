/* Concordances for people: lines aligned on the match, which stands in brackets,
 * with as many whole words of its context as fit.  What is left out is never
 * looked at, so a match costs no more in a long paragraph. */
#include "report/text/page.h"
#include "report/text/wrap.h"

#include <string.h>

/* The columns of the table and of the page. */
struct aligned {
    const struct table *table;
    size_t match; /* the text and the paragraph stand first, the context beside the match */
    int text, place, left, match_room;
    int room; /* for left, match and right together */
};

enum { LEAST_ROOM = 32, LEAST_RIGHT = 8, BRACKETS = 2 };

static str cell(const struct aligned *l, size_t row, size_t column)
{
    return l->table->cells[row * l->table->ncolumns + column];
}

static int at_most(int n, int most)
{
    return n < most ? n : most;
}

/* Columns of a text, where more than `most` are as good as `most`. */
static int columns(str text, int most)
{
    return text.len / 8 > (size_t)most ? most : at_most(utf8_width(text), most);
}

static int widest(const struct aligned *l, size_t column, int most)
{
    int width = 0;
    for (size_t row = 0; row < l->table->nrows; row++) {
        int n = columns(cell(l, row, column), most);
        if (n > width) width = n;
    }
    return width;
}

/* Where the last `width` columns of the text begin. */
static size_t reach_back(str text, int width)
{
    size_t at = text.len;
    while (at > 0) {
        size_t from = at - 1;
        while (from > 0 && ((unsigned char)text.at[from] & 0xC0) == 0x80) from--;
        width -= utf8_width(str_sub(text, from, at));
        if (width < 0) break;
        at = from;
    }
    return at;
}

/* The text where it fits, else "…" and as many whole words as do at its end. */
static str clip_front(arena *a, str text, int width)
{
    if (reach_back(text, width) == 0) return text;
    size_t at = reach_back(text, width - 1), word = at;
    if (at > 0 && text.at[at - 1] != ' ')
        word += str_find_char(str_sub(text, at, text.len), ' ');
    while (word < text.len && text.at[word] == ' ') word++;
    if (word >= text.len) word = at; /* one word is wider: its end */
    return str_printf(a, "…%.*s", (int)(text.len - word), text.at + word);
}

static str without_end_space(str text)
{
    while (text.len && text.at[text.len - 1] == ' ') text.len--;
    return text;
}

static void print_line(page *p, const struct aligned *l, size_t row)
{
    str text = cell(l, row, 0), place = cell(l, row, 1);
    str left = clip_front(p->arena, cell(l, row, l->match - 1), l->left);
    str match = wrap_clip(p->arena, cell(l, row, l->match), l->match_room);
    str right = without_end_space(cell(l, row, l->match + 1));
    page_add(p, PLACE, text);
    sink_spaces(p->out, l->text - utf8_width(text) + GUTTER);
    page_add(p, PLACE, place);
    sink_spaces(p->out, l->place - utf8_width(place) + GUTTER + l->left - utf8_width(left));
    page_add(p, PLAIN, left);
    sink_char(p->out, '[');
    page_add(p, BOLD, match);
    sink_char(p->out, ']');
    page_add(
        p, PLAIN, wrap_clip(p->arena, right, l->room - l->left - BRACKETS - utf8_width(match)));
    sink_char(p->out, '\n');
}

static int mean_match(const struct aligned *l)
{
    long total = 0, n = (long)l->table->nrows;
    for (size_t row = 0; row < l->table->nrows; row++)
        total += columns(cell(l, row, l->match), l->match_room);
    return (int)((total + n - 1) / n);
}

/* Both sides of a match of mean width get the same room, but the left no more
 * than it needs, and the right no less than it needs behind the widest. */
void page_concordance(page *p, const struct table *t)
{
    struct aligned l = {.table = t, .match = (size_t)(strchr(t->align, 'k') - t->align)};
    l.text = widest(&l, 0, p->width);
    l.place = widest(&l, 1, p->width);
    l.room = p->width - l.text - l.place - 2 * GUTTER;
    if (l.room < LEAST_ROOM) l.room = LEAST_ROOM;
    l.match_room = l.room * 2 / 3 - BRACKETS;
    int left = (l.room - BRACKETS - mean_match(&l)) / 2;
    int rest = l.room - BRACKETS - widest(&l, l.match, l.match_room) - LEAST_RIGHT;
    l.left = widest(&l, l.match - 1, at_most(left, rest));
    for (size_t row = 0; row < t->nrows; row++) print_line(p, &l, row);
}
