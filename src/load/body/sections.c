#include "load/body/sections.h"

#include "load/body/prose.h"

enum { LONGEST_HEADING = 160, SECTION_WORDS = 24 };

bool is_body(const struct source *s, const struct piece *p)
{
    if (p->drop || (p->flags & PIECE_HEADING)) return false;
    if (p->flags & PIECE_NUMBERED) return true;
    if (p->flags & PIECE_ROW) return word_count(p->text, 2) >= 2;
    if (p->flags & PIECE_BULLET) return word_count(p->text, 4) >= 4;
    return (p->flags & PIECE_SENTENCE) ||
           (word_count(p->text, 25) == 25 && has_function_words(s->language, p->text));
}

/* Whether a line is of a list: it has a number, or a lead-in above. */
static bool is_listed(const struct source *s, const struct piece *p)
{
    int n;
    char style;
    if (number_parse(p->text, &n, &style)) return true;
    return p > s->pieces.at && !p[-1].drop && str_ends(p[-1].text, S(":"));
}

/* Whether a bullet is one of several, and not the sign in front of a heading. */
static bool is_item(const struct source *s, const struct piece *p, const struct piece *next)
{
    bool behind = p > s->pieces.at && p[-1].flags & PIECE_BULLET;
    return p->flags & PIECE_BULLET && (behind || next->flags & PIECE_BULLET);
}

bool heads(const struct source *s, const struct piece *p, const struct piece *next)
{
    if (p->flags & PIECE_HEADING) return true;
    if (!next || (p->flags & (PIECE_NUMBERED | PIECE_ROW)) || is_item(s, p, next)) return false;
    if (ends_sentence(p->text) || starts_lower(p->text) || is_listed(s, p)) return false;
    if (p->text.len > LONGEST_HEADING || word_count(p->text, SECTION_WORDS) == SECTION_WORDS)
        return false;
    return s->numbered ? (next->flags & PIECE_NUMBERED) != 0 : is_body(s, next);
}

/* "A / B" of the headings above a block, which stand one below the other. */
static str join_headings(const struct source *s, size_t from, size_t to)
{
    buf path = {.arena = s->arena};
    size_t count = 0;
    for (size_t i = from; i < to; i++) {
        const struct piece *p = &s->pieces.at[i];
        if (p->drop != SCM_REASON_HEADING) continue;
        if (count++) buf_add(&path, S(" / "));
        buf_add(&path, p->text);
    }
    return buf_str(&path);
}

void make_sections(struct source *s, size_t start, size_t end)
{
    const struct piece *next = NULL;
    str section = {0};
    bool below = false; /* a heading stands directly below */
    for (size_t i = end; i-- > start;) {
        struct piece *p = &s->pieces.at[i];
        if (p->drop) continue;
        bool heading = next && heads(s, p, next) && (!below || p->flags & PIECE_HEADING);
        if (heading)
            p->drop = SCM_REASON_HEADING;
        else
            next = p;
        below = heading;
    }
    for (size_t i = start, from = start; i < end; i++) {
        struct piece *p = &s->pieces.at[i];
        if (p->drop) continue;
        str above = join_headings(s, from, i);
        if (above.len) section = above;
        p->section = section;
        from = i + 1;
    }
}
