/* Markdown: front matter, headings, lists, emphasis, escapes (CommonMark),
 * read for its paragraphs only.  Converters leave forms that the standard does
 * not know: emphasis that spans a heading and closes in front of a number. */
#include "load/source.h"

#include "load/read/frontmatter.h"
#include "load/read/inline.h"
#include "load/body/prose.h"

enum { LONGEST_HEADING = 200 };

static bool starts_heading(str line)
{
    size_t n = 0;
    while (n < line.len && line.at[n] == '#') n++;
    return n >= 1 && n <= 6 && n < line.len && line.at[n] == ' ';
}

/* Whether the character at `at` is a mark that plain text would not have. */
static bool is_sign(str s, size_t at)
{
    str rest = str_sub(s, at, at + 8);
    switch (s.at[at]) {
    case '*': return str_starts(rest, S("**")) && !str_starts(rest, S("***"));
    case ']': return str_starts(rest, S("](http"));
    case '\\':
        return str_starts(rest, S("\\_")) || str_starts(rest, S("\\#")) ||
               (str_starts(rest, S("\\.")) && at && is_digit(s.at[at - 1]));
    default: return (at == 0 || s.at[at - 1] == '\n') && starts_heading(rest);
    }
}

bool markdown_looks_like(str text)
{
    static const char MARKS[] = "*]\\#";
    size_t signs = 0;
    if (front_matter_length(text)) return true;
    for (const char *mark = MARKS; *mark; mark++)
        for (size_t at = 0; signs < 2; at++) {
            at += str_find_char(str_sub(text, at, text.len), *mark);
            if (at >= text.len) break;
            signs += is_sign(text, at);
        }
    return signs >= 2;
}

/* The state of the walk over the lines. */
struct markdown {
    struct source *s;
    buf text; /* of the paragraph so far, as it stands in the source */
    unsigned flags;
    bool hard; /* the last line ended in a hard line break */
};

/* A block that is emphasis from end to end is a heading; so is one whose
 * emphasis never closes, where the next block closes it. */
static bool is_bold(str raw)
{
    str s = str_trim(raw), part;
    size_t stars = 0;
    bool inside = false;
    if (!str_starts(s, S("**")) || s.len > LONGEST_HEADING) return false;
    for (size_t i = 0; i < s.len; i++) {
        part = str_sub(s, i, i + 2);
        if (str_eq(part, S("**"))) {
            inside = !inside;
            stars++;
            i++;
        } else if (!inside && !is_space(s.at[i])) {
            return false;
        }
    }
    return stars > 0;
}

/* The words that marks took away: an address with a title, an entity for a space. */
static void account(struct source *s, str raw, str text)
{
    if (str_eq(raw, text)) return;
    size_t before = count_words(raw), after = count_words(text);
    if (after > before) s->words += after - before;
    if (before > after) s->marked_words += before - after;
}

static void flush(struct markdown *w)
{
    str raw = str_trim(buf_str(&w->text));
    unsigned flags = w->flags;
    int n;
    char style;
    w->text.len = 0;
    w->flags = 0;
    w->hard = false;
    if (raw.len == 0) return;
    str text = fold(w->s->arena, inline_text(w->s->arena, raw));
    bool numbered = number_parse(text, &n, &style) > 0;
    if ((is_bold(raw) || is_capitals(text)) && !numbered && !str_ends(text, S(".")))
        flags |= PIECE_HEADING;
    account(w->s, raw, text);
    add_piece(w->s, text, flags);
}

static bool is_rule(str line)
{
    size_t marks = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (line.at[i] == ' ') continue;
        if (line.at[i] != line.at[0] || !str_has(S("-*_="), str_sub(line, i, i + 1)))
            return false;
        marks++;
    }
    return marks >= 3;
}

/* "\###" and "###" alone: the end of a press release. */
static bool is_end_mark(str line)
{
    if (str_starts(line, S("\\"))) line = str_sub(line, 1, line.len);
    return str_eq(line, S("###")) || str_eq(line, S("# # #")) || str_eq(line, S("##"));
}

/* The bytes that the mark of a list item takes. */
static size_t item_mark(str line)
{
    size_t n = 0;
    if (str_starts(line, S("- ")) || str_starts(line, S("* ")) || str_starts(line, S("+ ")))
        return 2;
    while (n < line.len && n < 4 && is_digit(line.at[n])) n++;
    bool number = n > 0 && (str_starts(str_sub(line, n, line.len), S(". ")) ||
                               str_starts(str_sub(line, n, line.len), S(") ")));
    return number ? n + 2 : 0;
}

static void add_line(struct markdown *w, str line, bool hard)
{
    str raw = buf_str(&w->text);
    /* A heading and the paragraph below it may be held by a hard break only. */
    if (w->hard && (is_bold(raw) || item_mark(line) || str_starts(line, S("**")))) flush(w);
    if (w->text.len && w->text.at[w->text.len - 1] == SOFT_BREAK)
        join_words(w->s, str_sub(raw, 0, --w->text.len), line);
    else if (w->text.len)
        buf_char(&w->text, '\n');
    buf_add(&w->text, line);
    w->hard = hard;
}

static void heading_line(struct markdown *w, str line)
{
    size_t level = 0;
    flush(w);
    while (level < line.len && line.at[level] == '#') level++;
    str text = str_trim(str_sub(line, level, line.len));
    while (str_ends(text, S("#"))) text.len--;
    unsigned flags = PIECE_HEADING | (level == 1 ? PIECE_TITLE : 0u);
    str plain = inline_text(w->s->arena, text);
    account(w->s, text, plain);
    add_piece(w->s, plain, flags);
}

static void step(struct markdown *w, str whole)
{
    str line = str_trim(whole);
    bool hard = str_ends(whole, S("  ")) || str_ends(whole, S("\\"));
    while (str_starts(line, S("> "))) line = str_trim(str_sub(line, 2, line.len));
    if (line.len == 0) {
        flush(w);
    } else if (is_rule(line) || is_end_mark(line)) {
        flush(w);
        add_piece(w->s, line, PIECE_RULE);
    } else if (starts_heading(line)) {
        heading_line(w, line);
    } else {
        if (item_mark(line) && (w->text.len == 0 || (w->flags & PIECE_BULLET))) {
            flush(w);
            w->flags = PIECE_BULLET;
            if (!is_digit(line.at[0])) line = str_sub(line, 2, line.len);
        }
        add_line(w, line, hard);
    }
}

void markdown_pieces(struct source *s, str text)
{
    struct markdown w = {.s = s, .text = {.arena = s->arena}};
    str rest = str_sub(text, front_matter_read(s, text), text.len), line;
    s->title_words = count_words(s->title);
    s->words = count_words(rest) + s->title_words;
    while (str_cut(&rest, '\n', &line)) step(&w, line);
    flush(&w);
}
