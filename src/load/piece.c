/* Pieces: the list that every kind of source is turned into. */
#include "load/source.h"

size_t bullet_length(str s)
{
    static const char *const MARKS[] = {
        "- ", "* ", "• ", "‣ ", "▪ ", "■ ", "● ", "○ ", "◦ ", "· ", "– ", "— ", "•", "▪", "●"};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        str mark = str_of(MARKS[i]);
        if (str_starts(s, mark)) return mark.len;
    }
    return 0;
}

struct piece *add_piece(struct source *s, str text, unsigned flags)
{
    text = fold(s->arena, text);
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
