/* Flow: the running text of markup, cut into blocks. */
#include "load/read/flow.h"

#include "load/body/prose.h"

enum { LONGEST_HEADING = 200 };

static size_t inked(str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) n += (unsigned char)s.at[i] > ' ';
    return n;
}

void flow_add(struct flow *f, str text, bool linked, bool strong)
{
    buf_add(&f->text, text);
    if (!linked && !strong) return;
    size_t ink = inked(text);
    if (linked) f->linked += ink;
    if (strong) f->strong += ink;
}

/* Whether a block of this ink ends at the break at `at`. */
static bool ends_at_break(str s, size_t at)
{
    int n;
    char style;
    while (at < s.len && s.at[at] != FLOW_BREAK && is_space(s.at[at])) at++;
    if (at < s.len && s.at[at] == FLOW_BREAK) return true;
    return number_parse(str_sub(s, at, s.len), &n, &style) > 0;
}

static void add_part(struct flow *f, str part, unsigned flags)
{
    str cleaned = clean(f->s->arena, part), text = fold(f->s->arena, cleaned);
    size_t bullet = str_ends(text, S(" -")) ? 0 : bullet_length(text);
    if (bullet) flags |= PIECE_BULLET;
    f->s->words += count_words(cleaned);
    f->s->joined += count_words(cleaned) - count_words(str_sub(text, bullet, text.len));
    struct piece *p = add_piece(f->s, str_sub(text, bullet, text.len), flags);
    if (p) p->given = f->given;
    f->given = 0;
}

void flow_flush(struct flow *f)
{
    str text = buf_str(&f->text);
    size_t ink = inked(text), start = 0;
    unsigned flags = f->flags;
    if (f->linked * 10 > ink * 6) flags |= PIECE_LINKS;
    if (ink && f->strong * 20 > ink * 19 && text.len <= LONGEST_HEADING && !ends_sentence(text))
        flags |= PIECE_HEADING;
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] != FLOW_BREAK) continue;
        f->text.at[i] = '\n';
        if (f->verbatim || !ends_at_break(text, i + 1)) continue;
        add_part(f, str_sub(text, start, i), flags);
        start = i + 1;
    }
    if (f->verbatim)
        f->status = f->status ? f->status : plain_pieces(f->s, clean(f->s->arena, text));
    else
        add_part(f, str_sub(text, start, text.len), flags);
    f->text.len = f->linked = f->strong = 0;
    f->given = 0;
}
