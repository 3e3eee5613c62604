/* Pieces: the list that every kind of source is turned into. */
#include "load/source.h"

size_t bullet_length(str s)
{
    static const char *const MARKS[] = {"- ", "* ", "• ", "‣ ", "▪ ", "■ ", "● ", "○ ", "◦ ",
        "· ", "– ", "— ", "•", "▪", "●", "▲", "△", "▶", "▷", "◆", "◇", "□", "■", "◈", "ㅇ "};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        str mark = str_of(MARKS[i]);
        if (str_starts(s, mark)) return mark.len;
    }
    return 0;
}

static inline bool is_inked(unsigned char c)
{
    return c < 0x80 ? is_alnum(c) : c >= 0xC3 && c != 0xE2 && c != 0xEF;
}

size_t count_words(str text)
{
    size_t n = 0;
    if (text.len == 0) return 0;
    const unsigned char *at = (const unsigned char *)text.at, *end = at + text.len;
    while (at < end) {
        while (at<end && * at> ' ' && !is_inked(*at)) at++;
        n += at<end && * at> ' ';
        while (at<end && * at> ' ') at++;
        while (at < end && *at <= ' ') at++;
    }
    return n;
}

void join_words(struct source *s, str before, str after)
{
    bool left = false, right = false;
    for (size_t i = before.len; i > 0 && !is_space(before.at[i - 1]) && !left; i--)
        left = is_inked((unsigned char)before.at[i - 1]);
    for (size_t i = 0; i < after.len && !is_space(after.at[i]) && !right; i++)
        right = is_inked((unsigned char)after.at[i]);
    s->joined += left && right;
}

void add_dropped(struct source *s, str text, enum scm_reason reason)
{
    struct piece *p = add_piece(s, text, 0);
    if (p) p->drop = reason;
}

void add_unread(struct source *s, const buf *text, enum scm_reason reason)
{
    str cleaned = clean(s->arena, buf_str(text));
    s->words += count_words(cleaned);
    if (count_words(cleaned)) add_dropped(s, cleaned, reason);
}

struct piece *add_piece(struct source *s, str text, unsigned flags)
{
    str folded = fold(s->arena, text);
    if (folded.at != text.at) s->joined += count_words(text) - count_words(folded);
    text = folded;
    bool after_rule = s->pieces.len && s->pieces.at[s->pieces.len - 1].flags & PIECE_RULE;
    if (flags & PIECE_RULE ? after_rule : text.len == 0) return NULL;
    if (s->pieces.len >= MOST_PIECES) {
        s->too_many = true;
        return NULL;
    }
    struct piece *p = vec_add(s->arena, &s->pieces);
    *p = (struct piece){.text = text, .flags = flags};
    return p;
}
