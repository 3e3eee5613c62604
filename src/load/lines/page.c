/* Page: what a PDF repeats on every page, running heads and feet and page
 * numbers, in the middle of a sentence or not.  A line is furniture of the page
 * for its place and its sequence, never for its words. */
#include "load/lines/line.h"

#include <string.h>

#include "load/body/prose.h"

enum { LONGEST_HEAD = 110, LEAST_LINES_A_PAGE = 12, TITLE_LINES = 12 };

/* A line in which every number has become '#'. */
struct form {
    uint64_t hash;
    size_t first, last, count; /* lines */
    size_t torn;               /* how many stand inside a sentence */
    bool spread;               /* at least a short page between two */
    bool beside;               /* each but the first beside a page number or form feed */
};

struct forms {
    struct form *at;
    size_t mask;
};

/* The hash of a line with its numbers masked. */
static uint64_t mask_line(str s)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        if (is_digit(c)) {
            while (i + 1 < s.len && is_digit(s.at[i + 1])) i++;
            c = '#';
        }
        h = (h ^ (unsigned char)c) * 1099511628211u;
    }
    return h ? h : 1;
}

static struct form *find_form(const struct forms *f, uint64_t hash)
{
    size_t i = (size_t)hash & f->mask;
    while (f->at[i].hash && f->at[i].hash != hash) i = (i + 1) & f->mask;
    return &f->at[i];
}

static str next_token(str *s)
{
    str token = {0};
    while (token.len == 0 && str_cut(s, ' ', &token)) continue;
    return token;
}

/* "3", "- 3 -", "Page 3", "Page 3 of 12", "3 / 12", "[3]": `sure` where no
 * other page is needed to know it. */
static bool is_page_number(const struct language *l, str s, bool *sure, int *number)
{
    size_t numbers = 0, signs = 0;
    bool page = false;
    if (s.len > 24) return false;
    for (str t; (t = next_token(&s)).len;) {
        bool of = word_is(l, t, WORD_OUT_OF) || str_eq(t, S("/")) || str_eq(t, S("|"));
        if (word_is(l, str_ends(t, S(".")) ? str_sub(t, 0, t.len - 1) : t, WORD_PAGE)) {
            page = true;
        } else if (str_eq(t, S("-")) || str_eq(t, S("–")) || str_eq(t, S("—"))) {
            signs++;
        } else if (!of || numbers != 1) {
            if (t.len > 2 && t.at[0] == '[' && t.at[t.len - 1] == ']')
                t = str_sub(t, 1, t.len - 1);
            if (t.len > 2 && t.at[0] == '-' && t.at[t.len - 1] == '-')
                t = str_sub(t, 1, t.len - 1), signs = 2;
            size_t slash = str_find_char(t, '/');
            int n = str_int(str_sub(t, 0, slash));
            if (n < 0 || n > 9999 ||
                (slash < t.len && str_int(str_sub(t, slash + 1, t.len)) < n))
                return false;
            if (numbers++ == 0) *number = n;
        }
    }
    *sure = page || signs == 2;
    return numbers == 1 || (numbers == 2 && page) || (numbers == 2 && signs == 0);
}

static const struct line *next_line(const struct lines *lines, size_t i, int step)
{
    for (i += (size_t)step; i < lines->len; i += (size_t)step)
        if (lines->at[i].text.len) return &lines->at[i];
    return NULL;
}

/* Whether the text around a line is one sentence, which no number ends or opens. */
static bool tears_sentence(const struct lines *lines, size_t i)
{
    enum { LEAST_WIDTH = 40 };
    const struct line *above = next_line(lines, i, -1), *below = next_line(lines, i, 1);
    return above && below && above->width >= LEAST_WIDTH && below->width >= LEAST_WIDTH / 2 &&
           !ends_sentence(above->text) && starts_lower(below->text) &&
           is_alpha(below->text.at[0]);
}

/* Page numbers: sure ones, those that tear a sentence, and plain ones that count up a
 * page apart. */
static void mark_numbers(const struct language *l, struct lines *lines)
{
    size_t previous = SIZE_MAX;
    int last = -1;
    for (size_t i = 0; i < lines->len; i++) {
        struct line *line = &lines->at[i];
        bool sure;
        int n = 0;
        if (line->text.len == 0 || !is_page_number(l, line->text, &sure, &n)) continue;
        bool apart = previous != SIZE_MAX && i - previous >= LEAST_LINES_A_PAGE;
        size_t next = i + 1;
        while (next < lines->len && !lines->at[next].feed && !lines->at[next].text.len) next++;
        bool feed = line->feed || (next < lines->len && lines->at[next].feed);
        if (sure || feed || tears_sentence(lines, i)) line->gone = true;
        if (apart && n == last + 1) lines->at[previous].gone = line->gone = true;
        previous = i;
        last = n;
    }
}

struct counted_page {
    int number, of; /* 0: not said */
};

/* "2/8", which a browser prints behind the address of a page. */
static struct counted_page page_of_pages(str s)
{
    size_t slash = str_find_char(s, '/');
    if (slash == s.len) return (struct counted_page){0};
    int number = str_int(str_sub(s, 0, slash)), of = str_int(str_sub(s, slash + 1, s.len));
    return number > 0 && number <= of ? (struct counted_page){number, of}
                                      : (struct counted_page){0};
}

/* The page that a line ends with: "JOINT TEXT    Page 2 of 3", "https://…    2/3". */
static struct counted_page page_behind(const struct language *l, str s)
{
    enum { TAIL = 5 };
    str tail[TAIL] = {{0}}, rest = s;
    size_t n = 0;
    for (str t; (t = next_token(&rest)).len; n++) {
        memmove(tail, tail + 1, (TAIL - 1) * sizeof *tail);
        tail[TAIL - 1] = t;
    }
    if (n > 1 && page_of_pages(tail[TAIL - 1]).of) return page_of_pages(tail[TAIL - 1]);
    bool of = n > 4 && word_is(l, tail[3], WORD_OUT_OF) && str_int(tail[4]) > 0;
    size_t number = of ? 2 : 4;
    if (n < 3 || !word_is(l, tail[number - 1], WORD_PAGE)) return (struct counted_page){0};
    int page = str_int(tail[number]);
    return page > 0 ? (struct counted_page){page, of ? str_int(tail[4]) : 0}
                    : (struct counted_page){0};
}

/* Running heads that count the pages, and the bare numbers beside them. */
static void mark_counted_heads(const struct language *l, struct lines *lines)
{
    size_t previous = SIZE_MAX;
    struct counted_page last = {0};
    for (size_t i = 0; i < lines->len; i++) {
        if (lines->at[i].text.len > LONGEST_HEAD) continue;
        struct counted_page page = page_behind(l, lines->at[i].text);
        if (page.number == 0) continue;
        if (previous != SIZE_MAX && page.number == last.number + 1 && page.of == last.of)
            lines->at[previous].gone = lines->at[i].gone = true;
        previous = i;
        last = page;
    }
    for (size_t i = 0; i < lines->len; i++) {
        bool sure;
        int n;
        if (!lines->at[i].text.len || !is_page_number(l, lines->at[i].text, &sure, &n))
            continue;
        const struct line *above = next_line(lines, i, -1), *below = next_line(lines, i, 1);
        if ((above && above->gone) || (below && below->gone)) lines->at[i].gone = true;
    }
}

/* Whether a page number or a form feed stands next to a line, blanks aside. */
static bool beside_page_break(const struct lines *lines, size_t i)
{
    if (lines->at[i].feed) return true;
    for (size_t j = i, n = 0; j > 0 && n < 4; n++) {
        if (lines->at[--j].gone) return true;
        if (lines->at[j].feed) return true;
        if (lines->at[j].text.len) break;
    }
    for (size_t j = i + 1, n = 0; j < lines->len && n < 4; j++, n++) {
        if (lines->at[j].gone || lines->at[j].feed) return true;
        if (lines->at[j].text.len) break;
    }
    return false;
}

/* Whether the text around a line is one sentence. */
static bool inside_sentence(const struct lines *lines, size_t i)
{
    size_t above = i, below = i + 1;
    while (above > 0 && (lines->at[above - 1].text.len == 0 || lines->at[above - 1].gone))
        above--;
    while (below < lines->len && (lines->at[below].text.len == 0 || lines->at[below].gone))
        below++;
    return above > 0 && below < lines->len && !ends_sentence(lines->at[above - 1].text) &&
           starts_lower(lines->at[below].text);
}

static bool may_be_head(const struct line *line)
{
    int n;
    char style;
    return line->text.len && !line->gone && line->width <= LONGEST_HEAD &&
           !ends_sentence(line->text) && !starts_lower(line->text) &&
           !number_parse(line->text, &n, &style);
}

static void count_form(const struct lines *lines, struct form *f, uint64_t hash, size_t i)
{
    if (!f->hash) {
        *f = (struct form){hash, i, i, 1, inside_sentence(lines, i), true, true};
        return;
    }
    f->spread &= i - f->last >= LEAST_LINES_A_PAGE;
    f->beside &= beside_page_break(lines, i);
    f->torn += inside_sentence(lines, i);
    f->last = i;
    f->count++;
}

static struct forms count_forms(struct source *s, const struct lines *lines)
{
    size_t room = 64, heads = 0;
    for (size_t i = 0; i < lines->len; i++) heads += may_be_head(&lines->at[i]);
    while (room < heads * 2) room *= 2;
    struct forms all = {arena_array(s->arena, room, sizeof(struct form)), room - 1};
    for (size_t i = 0; i < lines->len; i++) {
        if (!may_be_head(&lines->at[i])) continue;
        uint64_t hash = mask_line(lines->at[i].text);
        count_form(lines, find_form(&all, hash), hash, i);
    }
    return all;
}

static bool is_running_head(const struct form *f)
{
    return f->count > 1 && f->spread && (f->beside || f->torn * 3 >= f->count);
}

void page_furniture(struct source *s, struct lines *lines)
{
    mark_numbers(s->language, lines);
    mark_counted_heads(s->language, lines);
    struct forms all = count_forms(s, lines);
    for (size_t i = 0; i < lines->len; i++) {
        if (!may_be_head(&lines->at[i])) continue;
        const struct form *f = find_form(&all, mask_line(lines->at[i].text));
        bool title = i == f->first && i < TITLE_LINES && !beside_page_break(lines, i);
        if (f->hash && is_running_head(f) && !title) lines->at[i].gone = true;
    }
    for (size_t i = 0; i < lines->len; i++) {
        if (!lines->at[i].gone) continue;
        add_dropped(s, lines->at[i].text, SCM_REASON_PAGE);
    }
}
