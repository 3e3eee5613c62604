/* Text for people: a title, then facts, tables and redlined prose, laid out for
 * the width of the terminal. */
#include "report/text/page.h"
#include "report/text/wrap.h"

enum { LEAST_ROOM = 20 };

/* The no-break space has done its work once lines are cut. */
static void add_clean(sink *out, str text)
{
    enum { NO_BREAK_SPACE = 0xA0 };
    size_t from = 0;
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = utf8_next(text, &at);
        if (!is_unseen(c) && c != NO_BREAK_SPACE) continue;
        sink_add(out, str_sub(text, from, start));
        sink_char(out, ' ');
        from = at;
    }
    sink_add(out, str_sub(text, from, text.len));
}

void page_add(page *p, style s, str text)
{
    static const char *const CODES[] = {"", "\033[1m", "\033[36m", "\033[31m", "\033[32m"};
    bool coloured = p->color && s != PLAIN && text.len;
    if (coloured) sink_add(p->out, str_of(CODES[s]));
    add_clean(p->out, text);
    if (coloured) sink_add(p->out, S("\033[m"));
}

static void lines(page *p, style s, str text)
{
    while (text.len) {
        page_add(p, s, wrap_line(&text, p->width));
        sink_char(p->out, '\n');
    }
}

/* The aside stands at the right end of the line, or of one of its own. */
static void heading(page *p, const struct section *s)
{
    int aside = utf8_width(s->aside), left = utf8_width(s->heading);
    if (left > p->width || (aside && left + GUTTER + aside > p->width)) {
        lines(p, BOLD, s->heading);
        left = 0;
    } else {
        page_add(p, BOLD, s->heading);
    }
    if (aside) {
        sink_spaces(p->out, p->width == UNWRAPPED ? GUTTER : p->width - aside - left);
        page_add(p, PLAIN, s->aside);
    }
    if (left || aside) sink_char(p->out, '\n');
}

/* "PLACE text", as compilers write; what is wrapped goes on with an indent. */
static void placed_lines(page *p, const struct table *t)
{
    for (size_t row = 0; row < t->nrows; row++) {
        str place = t->cells[row * t->ncolumns], text = t->cells[row * t->ncolumns + 1];
        int room = p->width - utf8_width(place) - 1;
        page_add(p, PLACE, place);
        sink_char(p->out, ' ');
        page_add(p, PLAIN, wrap_line(&text, room > LEAST_ROOM ? room : LEAST_ROOM));
        sink_char(p->out, '\n');
        while (text.len) {
            sink_spaces(p->out, 2 * INDENT);
            page_add(p, PLAIN, wrap_line(&text, p->width - 2 * INDENT));
            sink_char(p->out, '\n');
        }
    }
}

static void section(page *p, const struct section *s)
{
    if (s->kind == SECTION_TABLE || s->kind == SECTION_RECORDS) {
        page_table(p, s->heading, &s->table, s->kind == SECTION_TABLE ? INDENT : 0);
        return;
    }
    heading(p, s);
    if (s->kind == SECTION_LINES) placed_lines(p, &s->table);
    if (s->kind == SECTION_FACTS) page_table(p, (str){0}, &s->table, INDENT);
    if (s->kind == SECTION_PROSE) page_prose(p, s->prose, s->nprose, INDENT);
}

void write_text(sink *out, const scm_report *report, const scm_write_options *options)
{
    page p = {.out = out, .arena = arena_new(), .color = options->color};
    p.width = options->width == 0 ? 80 : options->width < 0 ? UNWRAPPED : options->width;
    builder b = report_sections(report, false, p.arena);
    bool begun = b.title.len || b.subtitle.len;
    lines(&p, BOLD, b.title);
    lines(&p, PLAIN, b.subtitle);
    for (size_t i = 0; i < b.sections.len; i++) {
        const struct section *s = &b.sections.at[i];
        if (begun && s->kind != SECTION_RECORDS) sink_char(out, '\n');
        section(&p, s);
        begun = true;
    }
    arena_free(p.arena);
}
