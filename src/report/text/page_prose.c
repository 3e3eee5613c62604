/* Redlined prose for people: `[-old-]` and `{+new+}` among the unchanged words,
 * with colour on top, as wdiff and git have it. */
#include "report/text/page.h"
#include "report/text/wrap.h"

struct styled {
    size_t start; /* in the flat text; it goes on to the next one */
    style style;
};

/* The runs as one text with marks, ready to be cut into lines. */
struct flat {
    buf text;
    VEC(struct styled) spans;
};

/* The text between marks.  What looks like a mark in the text itself is broken up
 * by a backslash, so that every mark that a reader or a program sees is ours. */
static void add_text(struct flat *f, str text)
{
    size_t from = 0;
    for (size_t i = 1; i < text.len; i++) {
        if (!is_mark(text.at[i - 1], text.at[i])) continue;
        buf_add(&f->text, str_sub(text, from, i));
        buf_char(&f->text, '\\');
        from = i;
    }
    buf_add(&f->text, str_sub(text, from, text.len));
}

static void add_span(struct flat *f, style s, str open, str text, str close)
{
    *vec_add(f->text.arena, &f->spans) = (struct styled){f->text.len, s};
    buf_add(&f->text, open);
    add_text(f, text);
    buf_add(&f->text, close);
    *vec_add(f->text.arena, &f->spans) = (struct styled){f->text.len, PLAIN};
}

static bool ends_word(const buf *text)
{
    return text->len == 0 || text->at[text->len - 1] == ' ';
}

/* Marks enclose words; the spaces around them belong to neither side. */
static void add_run(struct flat *f, struct prose_run run)
{
    str text = str_trim(run.text);
    if (run.text.len && run.text.at[0] == ' ' && !ends_word(&f->text)) buf_char(&f->text, ' ');
    if (text.len == 0) return;
    bool plain = run.kind != PROSE_OLD && run.kind != PROSE_NEW;
    if (plain) add_text(f, text);
    if (run.kind == PROSE_OLD) add_span(f, OLD, S("[-"), text, S("-]"));
    if (run.kind == PROSE_NEW) add_span(f, NEW, S("{+"), text, S("+}"));
    if (run.text.at[run.text.len - 1] == ' ') buf_char(&f->text, ' ');
}

static bool starts_word(const struct prose_run *runs, size_t n, size_t i)
{
    return i >= n || runs[i].kind == PROSE_FOLD || runs[i].text.at[0] == ' ';
}

/* Whole words that take the place of whole words get a space between them;
 * a changed ending stays on its stem. */
static size_t flatten(struct flat *f, const struct prose_run *runs, size_t n, size_t i)
{
    while (i < n && runs[i].kind != PROSE_FOLD) {
        bool replaced = i + 1 < n && runs[i].kind == PROSE_OLD &&
                        runs[i + 1].kind == PROSE_NEW && ends_word(&f->text) &&
                        starts_word(runs, n, i + 2);
        add_run(f, runs[i++]);
        if (replaced && !ends_word(&f->text)) buf_char(&f->text, ' ');
    }
    return i;
}

/* The part of a line from byte `from` on that has one style. */
static void print_flat_line(page *p, const struct flat *f, str line, size_t *span)
{
    size_t from = (size_t)(line.at - f->text.at), end = from + line.len;
    while (from < end) {
        while (*span + 1 < f->spans.len && f->spans.at[*span + 1].start <= from) ++*span;
        bool before = f->spans.len == 0 || f->spans.at[*span].start > from;
        size_t next = before ? 0 : *span + 1;
        size_t stop = next < f->spans.len ? f->spans.at[next].start : end;
        if (stop > end) stop = end;
        page_add(p, before ? PLAIN : f->spans.at[*span].style,
            (str){f->text.at + from, stop - from});
        from = stop;
    }
    sink_char(p->out, '\n');
}

void page_prose(page *p, const struct prose_run *runs, size_t nruns, int indent)
{
    arena *scratch = arena_new();
    for (size_t i = 0; i < nruns;) {
        struct flat f = {.text = {.arena = scratch}};
        size_t span = 0;
        str rest;
        if (runs[i].kind == PROSE_FOLD)
            buf_add(&f.text, runs[i++].text);
        else
            i = flatten(&f, runs, nruns, i);
        for (rest = buf_str(&f.text); rest.len;) {
            sink_spaces(p->out, indent);
            print_flat_line(p, &f, wrap_line(&rest, p->width - indent), &span);
        }
    }
    arena_free(scratch);
}
