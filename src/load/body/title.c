/* Title: copies in one piece have it in the line of the text. */
#include "load/source.h"

#include "base/calendar.h"
#include "load/body/signs.h"

/* Whether all words but those of function are capitalized, as in a title. */
static bool is_capitalized(const struct language *l, str s)
{
    for (str word; str_cut(&s, ' ', &word);)
        if (word.len && is_lower(word.at[0]) && !word_is(l, word, WORD_FUNCTION)) return false;
    return true;
}

/* Where the title ends that a text begins with: behind the day of the meeting, in front of
 * a sentence; 0 where it begins with none. */
static size_t end_of_title(const struct language *l, str text)
{
    enum { LONGEST_TITLE = 240, LEAST_BEHIND = 200 };
    if (text.len < LONGEST_TITLE + LEAST_BEHIND) return 0;
    for (size_t at = 0; at < LONGEST_TITLE; at++) {
        date d;
        bool starts = is_alnum(text.at[at]) && (at == 0 || !is_alnum(text.at[at - 1]));
        size_t n = starts ? date_scan(l, str_sub(text, at, text.len), &d) : 0;
        if (n == 0 || d.day == 0) continue;
        str title = str_sub(text, 0, at + n), rest = str_sub(text, at + n, text.len);
        bool ends = rest.len > 2 && rest.at[0] == ' ' && is_upper(rest.at[1]);
        return ends && names_document(l, title) && is_capitalized(l, title) ? title.len : 0;
    }
    return 0;
}

void split_title(struct source *s)
{
    if (s->pieces.len == 0) return;
    struct piece first = s->pieces.at[0];
    size_t end = end_of_title(s->language, first.text);
    if (end == 0) return;
    vec_add(s->arena, &s->pieces);
    memmove(s->pieces.at + 1, s->pieces.at, (s->pieces.len - 1) * sizeof first);
    s->pieces.at[0].text = str_sub(first.text, 0, end);
    s->pieces.at[0].flags = PIECE_HEADING;
    s->pieces.at[1].text = str_sub(first.text, end + 1, first.text.len);
}
