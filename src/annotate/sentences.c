/* Sentences: a full stop, question or exclamation mark ends one where a space
 * and a capital follow, but not behind "U.S.", "Gen.", "No." or an initial. */
#include "annotate/work.h"

/* "No. 11" never ends a sentence; behind "Jr." the next word decides. */
static bool opens_sentence(const struct language *l, str s, size_t at)
{
    size_t end = at;
    while (end < s.len && is_alpha(s.at[end])) end++;
    return end < s.len && s.at[end] == ' ' &&
           word_is(l, str_sub(s, at, end), WORD_SENTENCE_OPENER);
}

/* Does the dot at `dot` belong to an abbreviation that goes on at `next`? */
static bool is_abbreviation(const struct language *l, str s, size_t dot, size_t next)
{
    size_t start = dot;
    while (
        start > 0 && dot - start < 24 && (is_alpha(s.at[start - 1]) || s.at[start - 1] == '.'))
        start--;
    str word = str_sub(s, start, dot);
    bool initial = word.len == 1 && is_upper(word.at[0]);
    bool dotted = word.len > 1 && str_has(word, S(".")) && is_upper(word.at[word.len - 1]);
    bool opens = opens_sentence(l, s, next);
    if (initial || dotted) return !opens;
    char letters[24]; /* "e.g" without its dots */
    size_t n = 0;
    for (size_t i = 0; i < word.len; i++)
        if (word.at[i] != '.' && n < sizeof letters) letters[n++] = word.at[i];
    uint32_t set = language_set(l, (str){letters, n});
    return set_has(l, set, WORD_ABBREVIATION) &&
           !(opens && set_has(l, set, WORD_CLOSING_ABBREVIATION));
}

static size_t skip_closers(str s, size_t at)
{
    for (;;) {
        str rest = str_sub(s, at, s.len);
        if (rest.len && (rest.at[0] == ')' || rest.at[0] == '"' || rest.at[0] == '\''))
            at++;
        else if (str_starts(rest, S("\xE2\x80\x9D")) || str_starts(rest, S("\xE2\x80\x99")))
            at += 3;
        else
            return at;
    }
}

static bool can_open(str s, size_t at)
{
    unsigned char c = (unsigned char)s.at[at];
    return is_upper(c) || is_digit(c) || c == '"' || c == '(' || c == '\'' || c >= 0x80;
}

/* Where marks of one kind stand in a block: found as they are asked for. */
struct marks {
    char mark;
    size_t next; /* at or behind the place asked for last */
};

static size_t next_mark(str s, struct marks *m, size_t at)
{
    if (m->next < at) m->next = at + str_find_char(str_sub(s, at, s.len), m->mark);
    return m->next;
}

/* The first full stop, question or exclamation mark from `at` on, or s.len. */
static size_t next_stop(str s, struct marks marks[3], size_t at)
{
    size_t first = s.len;
    for (int i = 0; i < 3; i++) {
        size_t next = next_mark(s, &marks[i], at);
        if (next < first) first = next;
    }
    return first;
}

/* Where the sentence that starts at `start` ends. */
static size_t sentence_end(const struct language *l, str s, struct marks marks[3], size_t start)
{
    for (size_t i = start; (i = next_stop(s, marks, i)) < s.len; i++) {
        size_t end = skip_closers(s, i + 1);
        if (end + 1 >= s.len || s.at[end] != ' ' || !can_open(s, end + 1)) continue;
        if (s.at[i] == '.' && is_abbreviation(l, s, i, end + 1)) continue;
        return end;
    }
    return s.len;
}

void find_sentences(struct work *w)
{
    for (size_t b = 0; b < w->document->nblocks; b++) {
        str s = w->document->blocks[b].text;
        uint32_t number = 0;
        struct marks marks[] = {{'.', 0}, {'?', 0}, {'!', 0}};
        for (int i = 0; i < 3; i++) marks[i].next = str_find_char(s, marks[i].mark);
        for (size_t at = 0; at < s.len;) {
            size_t end = sentence_end(w->image->language, s, marks, at);
            vec_push(w->arena, &w->sentences,
                ((scm_sentence){(uint32_t)b, ++number, str_sub(s, at, end)}));
            at = end;
            while (at < s.len && s.at[at] == ' ') at++;
        }
    }
}
