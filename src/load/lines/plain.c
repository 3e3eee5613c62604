/* Plain: lines → paragraphs.
 *
 * A paragraph is a line, or lines wrapped at a column and separated by blank
 * lines, by the next number, or by nothing but a last line that is short.  Which
 * it is shows in the lines that surely go on: no end of a sentence before the
 * break, no capital after it. */
#include "load/lines/line.h"

#include "base/syllable.h"
#include "load/body/prose.h"

#include <stdio.h>

/* How this copy was wrapped; width 0: it was not. */
struct wrap {
    size_t width, bytes; /* of the longest lines that surely go on: some tools count bytes */
    bool exact;          /* every line was filled as far as words allow */
    bool spaced;         /* a blank line stands in front of each number */
    bool capitals;       /* nearly all of it is in capitals, as wires were: they say nothing */
};

enum { WIDEST_WRAP = 200, LEAST_WRAPPED = 25, MOST_LINES = 2000000 };

static struct line make_line(str whole, bool feed)
{
    str trimmed = str_trim(whole);
    size_t indent = trimmed.len ? (size_t)(trimmed.at - whole.at) : 0;
    /* The width of a line that no wrapping makes does not matter. */
    size_t width = trimmed.len > 4 * WIDEST_WRAP ? trimmed.len : scm_str_codepoints(trimmed);
    return (struct line){.text = trimmed, .indent = indent, .width = width, .feed = feed};
}

/* Where " N. " and a capital stand behind the end of a sentence; s.len where
 * they do not.  In front of the first one anything may stand. */
static size_t inline_number(str s, size_t from, int n)
{
    char number[16];
    str wanted = {number, (size_t)snprintf(number, sizeof number, " %d. ", n)};
    for (size_t at = from; (at += str_find(str_sub(s, at, s.len), wanted)) < s.len; at++) {
        bool capital = at + wanted.len < s.len && is_upper(s.at[at + wanted.len]);
        if (capital && at && (n == 1 || ends_sentence(str_sub(s, 0, at)))) return at;
    }
    return s.len;
}

/* Cuts the next paragraph off a line that holds all of them ("… end. 2. The …
 * end. 3. The …"); a line that counts no further than two stays whole. */
static bool cut_inline(str *rest, int *n, str *part)
{
    enum { LEAST_INLINE = 600 };
    if (!rest->at) return false;
    size_t at = rest->len;
    if (rest->len >= LEAST_INLINE || *n) {
        at = inline_number(*rest, 0, *n + 1);
        bool counts = *n || inline_number(*rest, inline_number(*rest, at, 2), 3) < rest->len;
        if (!counts) at = rest->len;
    }
    *part = str_sub(*rest, 0, at);
    *n += at < rest->len;
    *rest = at < rest->len ? str_sub(*rest, at + 1, rest->len) : (str){NULL, 0};
    return true;
}

/* Blank lines in a row become one. */
static int split_lines(struct source *s, struct lines *out, str text)
{
    bool feed = false, blank = false;
    str rest = text, page;
    while (str_cut(&rest, '\f', &page)) {
        str whole, part;
        while (str_cut(&page, '\n', &whole)) {
            if (out->len >= MOST_LINES)
                return fail(
                    s->error, SCM_E_LIMIT, "%s: more than %d lines", s->name, MOST_LINES);
            for (int n = 0; cut_inline(&whole, &n, &part);) {
                struct line line = make_line(part, feed);
                if (line.text.len || !blank || feed) vec_push(s->arena, out, line);
                blank = line.text.len == 0;
                feed = false;
            }
        }
        feed = true;
    }
    return SCM_OK;
}

/* A dash in front and behind is an ornament: "- Advertisement -". */
static bool is_bullet(str s)
{
    return bullet_length(s) && !str_ends(s, S(" -")) && !str_ends(s, S(" –")) &&
           !str_ends(s, S(" —"));
}

static str first_word(str s)
{
    return str_sub(s, 0, str_find_char(s, ' '));
}

static bool opens_item(str s)
{
    int n;
    char style;
    return is_bullet(s) || number_parse(s, &n, &style);
}

static bool surely_goes_on(const struct wrap *w, const struct line *a, const struct line *b)
{
    return a->width >= LEAST_WRAPPED && a->width <= WIDEST_WRAP && !ends_sentence(a->text) &&
           (starts_lower(b->text) || w->capitals);
}

static bool has_capitals_only(str text)
{
    enum { MOST_OF = 9 }; /* a scanner misreads letters */
    size_t upper = 0, lower = 0;
    for (size_t i = 0; i < text.len; i++) {
        upper += is_upper(text.at[i]);
        lower += is_lower(text.at[i]);
    }
    return upper > MOST_OF * lower;
}

/* Wires were written without small letters, whatever an archive put above them. */
static bool is_in_capitals(const struct lines *lines)
{
    enum { ENOUGH = 6 };
    size_t wide = 0, capitals = 0;
    for (size_t i = 0; i < lines->len; i++) {
        if (lines->at[i].width < LEAST_WRAPPED) continue;
        wide++;
        capitals += has_capitals_only(lines->at[i].text);
    }
    return capitals >= ENOUGH && capitals * 4 > wide * 3;
}

static bool ends_softly(str s)
{
    return s.len && s.at[s.len - 1] == SOFT_BREAK;
}

static bool ends_in_hyphen(str s)
{
    if (s.len < 2) return false;
    char last = s.at[s.len - 1], before = s.at[s.len - 2];
    return last == SOFT_BREAK || (last == '-' && before != ' ' && before != '-');
}

/* Whether the first word of `b` would have fitted behind `a`. */
static bool had_room(const struct wrap *w, const struct line *a, const struct line *b)
{
    str word = first_word(b->text);
    size_t filled = a->width + 1 + scm_str_codepoints(word);
    if (ends_in_hyphen(a->text)) return false;
    if (!w->exact || w->spaced) return filled * 4 < w->width * 3;
    return filled <= w->width && a->text.len + 1 + word.len <= w->bytes;
}

/* Where paragraphs have blank lines between them, a line that might have held a
 * word more ends none. */
static bool is_spaced(const struct lines *lines)
{
    enum { FEW = 3, MOST_OF = 4 };
    size_t spaced = 0, close = 0;
    for (size_t i = 1; i < lines->len; i++) {
        int n;
        char style;
        if (!number_parse(lines->at[i].text, &n, &style)) continue;
        if (lines->at[i - 1].text.len)
            close++;
        else
            spaced++;
    }
    return spaced >= FEW && close * MOST_OF <= spaced;
}

static struct wrap find_wrap(const struct lines *lines, bool capitals)
{
    struct wrap w = {.exact = true, .spaced = is_spaced(lines), .capitals = capitals};
    size_t pairs = 0, sure = 0, loose = 0;
    for (size_t i = 0; i + 1 < lines->len; i++) {
        const struct line *a = &lines->at[i], *b = a + 1;
        if (!a->text.len || !b->text.len || a->gone || b->gone || opens_item(b->text)) continue;
        pairs++;
        if (!surely_goes_on(&w, a, b)) continue;
        sure++;
        if (a->width > w.width) w.width = a->width;
        if (a->text.len > w.bytes) w.bytes = a->text.len;
    }
    if (sure * 4 < pairs) w.width = 0;
    for (size_t i = 0; i + 1 < lines->len && w.width; i++) {
        const struct line *a = &lines->at[i], *b = a + 1;
        if (!a->gone && !b->gone && surely_goes_on(&w, a, b) && had_room(&w, a, b)) loose++;
    }
    w.exact = loose * 20 <= sure && sure > 2;
    return w;
}

/* The state of the walk over the lines. */
struct walk {
    struct source *s;
    struct wrap wrap;
    str whole;                     /* all of the text */
    const struct hyphens *hyphens; /* of it, once one is met */
    buf text;                      /* of the paragraph so far */
    unsigned flags;                /* of its piece */
    size_t nlines;                 /* that it has */
    const struct line *last;
    bool blank, page; /* what stood between last and the next line */
    int number;       /* of the last numbered paragraph */
};

static void flush(struct walk *w)
{
    str text = buf_str(&w->text);
    if (text.len) add_piece(w->s, str_dup(w->s->arena, text), w->flags);
    w->text.len = 0;
    w->nlines = 0;
}

/* Whether the number in front of a line opens a paragraph, where no blank line
 * says so: it goes on counting, and the line before is done. */
static bool opens_number(const struct walk *w, const struct line *line)
{
    int n;
    char style;
    if (!number_parse(line->text, &n, &style)) return false;
    bool counts = n > w->number && n <= w->number + 4;
    bool done = ends_sentence(w->last->text) || is_capitals(w->last->text) ||
                (w->wrap.width && !w->page && had_room(&w->wrap, w->last, line));
    return (counts && done) || (!w->wrap.width && !w->page);
}

/* The paragraph goes on after a page break where its sentence or its line does. */
static bool goes_on_after_page(const struct walk *w, const struct line *line)
{
    if (!ends_sentence(w->last->text)) return !is_capitals(w->last->text);
    size_t filled = w->last->width + 1 + scm_str_codepoints(first_word(line->text));
    return w->wrap.width && filled * 20 > w->wrap.width * 19;
}

/* An empty line that a layout left in the middle of a sentence. */
static bool goes_on_after_blank(const struct walk *w, const struct line *line)
{
    const struct line *last = w->last;
    return w->wrap.width && !had_room(&w->wrap, last, line) && !ends_sentence(last->text) &&
           !is_capitals(last->text) && is_lower(line->text.at[0]) &&
           (w->nlines > 1 || last->width * 5 > w->wrap.width * 4);
}

static bool goes_on_in_next_line(const struct walk *w, const struct line *line)
{
    const struct line *last = w->last;
    bool ends = ends_sentence(last->text), lower = starts_lower(line->text);
    bool capitals = !w->wrap.capitals && is_capitals(line->text),
         full = w->wrap.width && !had_room(&w->wrap, last, line);
    if (!w->wrap.capitals && is_capitals(last->text) && !(full && w->nlines > 1))
        return capitals;
    if (capitals && (ends || !full)) return false;
    /* No syllable is a small letter: only a width tells that its line goes on. */
    bool sure = w->wrap.width || (!ends && !syllable_at(line->text, 0));
    if (lower && last->width >= LEAST_WRAPPED && sure) return true;
    if (!w->wrap.width) return false;
    if (had_room(&w->wrap, last, line)) return !ends && lower;
    bool indented = line->indent >= last->indent + 2 && w->nlines > 1;
    return !(ends && indented);
}

/* A dash may also stand in a sentence, and so at the start of a wrapped line. */
static bool opens_bullet(const struct walk *w, const struct line *line)
{
    if (!is_bullet(line->text)) return false;
    return w->blank || !w->wrap.width || (w->flags & PIECE_BULLET) ||
           ends_sentence(w->last->text) || had_room(&w->wrap, w->last, line);
}

/* "-ROK Alliance" behind "the U.S.": the line above was cut in front of a hyphen. */
static bool is_torn_off(str s)
{
    return s.len > 1 && s.at[0] == '-' && is_alpha(s.at[1]);
}

/* "the U.S.", "the ROK" */
static bool ends_in_capital(str s)
{
    if (str_ends(s, S("."))) s.len--;
    return s.len && is_upper(s.at[s.len - 1]);
}

static bool goes_on(const struct walk *w, const struct line *line)
{
    if (ends_softly(buf_str(&w->text))) return true;
    if (w->last && is_torn_off(line->text) && ends_in_capital(w->last->text) && !w->page)
        return true;
    if (!w->last || opens_bullet(w, line) || opens_number(w, line)) return false;
    if (w->page) return goes_on_after_page(w, line);
    return w->blank ? goes_on_after_blank(w, line) : goes_on_in_next_line(w, line);
}

/* Whether a line of Korean ends inside a word: a PDF breaks lines anywhere, and what it cut
 * off is an ending, or the whole word stands elsewhere. */
static bool cuts_hangul(const struct walk *w, str before, str line)
{
    size_t start = before.len;
    if (!syllable_before(before, before.len) || !syllable_at(line, 0)) return false;
    str tail = first_word(line);
    while (tail.len && !syllable_before(tail, tail.len)) tail.len--;
    if (word_is(w->s->language, tail, WORD_WORD_TAIL)) return true;
    while (start > 0 && before.at[start - 1] != ' ') start--;
    enum { ENOUGH = 2 * SYLLABLE };
    str head = str_sub(before, start, before.len);
    tail = str_sub(tail, 0, ENOUGH);
    return tail.len == ENOUGH &&
           str_has(w->whole, str_printf(w->s->arena, "%.*s%.*s", SCM_STR(head), SCM_STR(tail)));
}

/* Adds a line to the paragraph, healing the word that the break cut. */
static void append(struct walk *w, str line)
{
    str before = buf_str(&w->text);
    size_t len = before.len;
    if (ends_softly(before)) {
        w->text.len--;
    } else if (ends_in_hyphen(before)) {
        if (!w->hyphens) w->hyphens = hyphens_new(w->s->arena, w->s->language, w->whole);
        if (!hyphen_stays(w->hyphens, str_sub(before, 0, before.len - 1), line)) w->text.len--;
    } else if (before.len && !is_torn_off(line) && !cuts_hangul(w, before, line) &&
               (!str_ends(before, S("—")) || str_ends(before, S(" —")))) {
        buf_char(&w->text, ' ');
    }
    if (w->text.len <= len) join_words(w->s, str_sub(before, 0, len), line);
    buf_add(&w->text, line);
    w->nlines++;
}

static void open_paragraph(struct walk *w, const struct line *line)
{
    int n;
    char style;
    flush(w);
    w->flags = is_capitals(line->text) && !w->wrap.capitals ? PIECE_HEADING : 0;
    if (number_parse(line->text, &n, &style) && n > w->number && n <= w->number + 4)
        w->number = n, w->flags = 0;
    str text = line->text;
    if (is_bullet(text)) {
        text = str_sub(text, bullet_length(text), text.len);
        w->s->joined += count_words(line->text) - count_words(text);
        w->flags = PIECE_BULLET;
    }
    append(w, text);
}

static bool is_rule(str s)
{
    size_t marks = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (!str_has(S("-_=*#~ "), str_sub(s, i, i + 1))) return false;
        marks += s.at[i] != ' ';
    }
    return marks >= 3;
}

static void step(struct walk *w, const struct line *line)
{
    if (line->absent) return;
    if (line->text.len == 0) {
        w->blank = true;
        w->page |= line->feed;
        return;
    }
    if (line->gone) {
        w->page = true;
        return;
    }
    w->page |= line->feed;
    if (line->text.len == 1 && line->text.at[0] == SOFT_BREAK && w->last) {
        if (!ends_softly(buf_str(&w->text))) buf_char(&w->text, SOFT_BREAK);
        return;
    }
    if (is_rule(line->text)) {
        flush(w);
        add_piece(w->s, line->text, PIECE_RULE);
        w->last = NULL;
        return;
    }
    if (goes_on(w, line))
        append(w, line->text);
    else
        open_paragraph(w, line);
    w->last = line;
    w->blank = w->page = false;
}

int plain_pieces(struct source *s, str text)
{
    struct lines lines = {0};
    s->words += count_words(text);
    int status = split_lines(s, &lines, text);
    if (status) return status;
    page_furniture(s, &lines);
    ordinal_lines(s, &lines);
    struct walk w = {.s = s,
        .wrap = find_wrap(&lines, is_in_capitals(&lines)),
        .whole = text,
        .text = {.arena = s->arena}};
    for (size_t i = 0; i < lines.len; i++) step(&w, &lines.at[i]);
    flush(&w);
    return SCM_OK;
}
