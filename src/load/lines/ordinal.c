/* Ordinal: copies out of a PDF tear the raised suffix off its number, to
 * "the 49 th" or to a "th" alone on the line above or below. */
#include "load/lines/line.h"

enum { LONGEST_SUFFIXES = 60 };

/* The suffix that English gives a number. */
static str suffix_of(str digits)
{
    char ones = digits.at[digits.len - 1];
    bool teen = digits.len > 1 && digits.at[digits.len - 2] == '1';
    if (teen) return S("th");
    return ones == '1' ? S("st") : ones == '2' ? S("nd") : ones == '3' ? S("rd") : S("th");
}

/* The last part of "6,661,942", which no suffix follows: "ND" is a state there. */
static bool is_large_number(str s, size_t end)
{
    size_t start = end;
    while (start > 0 && is_digit(s.at[start - 1])) start--;
    return start > 1 && (s.at[start - 1] == ',' || s.at[start - 1] == '.') &&
           is_digit(s.at[start - 2]);
}

/* "49 th" at `at`, the space: a number before and a suffix alone after it. */
static bool torn_at(const struct language *l, str s, size_t at)
{
    if (at == 0 || !is_digit(s.at[at - 1]) || is_large_number(s, at) ||
        !is_ordinal_suffix(l, str_sub(s, at + 1, at + 3)))
        return false;
    return at + 3 == s.len || !is_alnum(s.at[at + 3]);
}

str ordinal_heal(arena *a, const struct language *l, str s)
{
    buf out = {.arena = a};
    size_t done = 0;
    for (size_t at = 0; (at += str_find_char(str_sub(s, at, s.len), ' ')) < s.len; at++) {
        if (!torn_at(l, s, at)) continue;
        buf_add(&out, str_sub(s, done, at));
        done = at + 1;
    }
    if (done == 0) return s;
    buf_add(&out, str_sub(s, done, s.len));
    return buf_str(&out);
}

static bool only_suffixes(const struct language *l, str s)
{
    str word;
    bool any = false;
    while (str_cut(&s, ' ', &word)) {
        if (word.len && !is_ordinal_suffix(l, word)) return false;
        any |= word.len > 0;
    }
    return any;
}

/* How well the number that ends at `end` takes the suffix: 0 not at all. */
static size_t fit(const struct language *l, str s, size_t end, str suffix, size_t column)
{
    size_t start = end;
    while (start > 0 && is_digit(s.at[start - 1])) start--;
    if (end - start > 3 || (start > 0 && s.at[start - 1] != ' ')) return 0;
    if (end < s.len && (is_alnum(s.at[end]) || s.at[end] == '-' || s.at[end] == '%')) return 0;
    size_t away = end > column ? end - column : column - end;
    size_t score = 2000 - (away < 900 ? away : 900);
    /* "52th" is a slip that occurs, but then the suffix stands where it was. */
    if (!str_eq(suffix_of(str_sub(s, start, end)), suffix)) return away <= 2 ? 1 : 0;
    size_t word = start > 0 ? start - 1 : 0;
    while (word > 0 && s.at[word - 1] != ' ') word--;
    if (start > 0 && word_is(l, str_sub(s, word, start - 1), WORD_THE)) score += 1000;
    return score;
}

/* The place in a line where the suffix fits best. */
struct ordinal_place {
    struct line *line;
    size_t at, score;
};

static struct ordinal_place best_place(
    const struct language *l, struct line *line, str suffix, size_t column)
{
    struct ordinal_place best = {line, 0, 0};
    size_t len = line ? line->text.len : 0;
    for (size_t i = 1; i <= len; i++) {
        bool end = is_digit(line->text.at[i - 1]) && (i == len || !is_digit(line->text.at[i]));
        size_t score = end ? fit(l, line->text, i, suffix, column) : 0;
        if (score > best.score) best.score = score, best.at = i;
    }
    return best;
}

static void attach(struct source *s, struct ordinal_place p, str suffix)
{
    struct line *line = p.line;
    buf whole = {.arena = s->arena};
    buf_add(&whole, str_sub(line->text, 0, p.at));
    buf_add(&whole, suffix);
    buf_add(&whole, str_sub(line->text, p.at, line->text.len));
    line->text = buf_str(&whole);
    line->width += suffix.len;
}

/* "held the 49", "th", "SCM in Seoul": one line that the suffix cut in three. */
static void rejoin(struct source *s, struct line *above, struct line *below)
{
    if (!below) return;
    above->text = str_printf(s->arena, "%.*s %.*s", SCM_STR(above->text), SCM_STR(below->text));
    above->width += 1 + below->width;
    for (struct line *line = above + 1; line <= below; line++) line->absent = true;
}

static struct line *neighbour(struct lines *lines, size_t i, int step)
{
    for (size_t n = 0; n < 4; n++) {
        i += (size_t)step; /* below 0 it wraps, which is past the end */
        if (i >= lines->len) return NULL;
        const struct line *line = &lines->at[i];
        if (line->text.len && !line->gone && !line->absent) return &lines->at[i];
    }
    return NULL;
}

static size_t minus(size_t a, size_t b)
{
    return a > b ? a - b : 0;
}

static void attach_all(struct source *s, struct lines *lines, size_t i)
{
    struct line *line = &lines->at[i], *above = neighbour(lines, i, -1);
    struct line *below = neighbour(lines, i, 1);
    str rest = line->text, suffix;
    line->absent = true;
    s->joined += count_words(line->text);
    while (str_cut(&rest, ' ', &suffix)) {
        if (suffix.len == 0) continue;
        bool cut = above && is_digit(above->text.at[above->text.len - 1]);
        size_t column = line->indent + (size_t)(suffix.at - line->text.at);
        struct ordinal_place up = best_place(s->language, above, suffix,
            cut ? above->text.len : minus(column, above ? above->indent : 0));
        struct ordinal_place down =
            best_place(s->language, below, suffix, minus(column, below ? below->indent : 0));
        cut = cut && up.score && up.at == above->text.len;
        struct ordinal_place best = cut || up.score > down.score ? up : down;
        if (best.score) attach(s, best, suffix);
        if (cut) rejoin(s, above, below);
        if (cut) return;
    }
}

void ordinal_lines(struct source *s, struct lines *lines)
{
    for (size_t i = 0; i < lines->len; i++) {
        struct line *line = &lines->at[i];
        bool seen = line->gone || line->absent || line->text.len > LONGEST_SUFFIXES;
        if (!seen && only_suffixes(s->language, line->text)) attach_all(s, lines, i);
    }
}
