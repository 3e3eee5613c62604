/* Number: which blocks open the numbered paragraphs of the body, and labels.
 *
 * The body's run is the best rising chain of numbers: weighted longest
 * increasing subsequence in which a step of one is best, a short gap allowed,
 * and a number in front of prose worth more than one in a table of contents. */
#include "load/source.h"

#include "load/body/signs.h"
#include "load/body/prose.h"

enum { LARGEST = LARGEST_NUMBER, MOST_SKIPPED = 4 };
enum { NUMBER_SCORE = 40, GAP_COST = 15, PROSE_SCORE = 40 };

/* A piece that may open a numbered paragraph. */
struct numbered {
    size_t piece;
    int number;
    unsigned style;
    long score;      /* of the best chain that ends here */
    size_t previous; /* in it, SIZE_MAX for none */
};

struct numbered_list {
    struct numbered *at;
    size_t len, cap;
};

static long worth(str text)
{
    size_t prose = text.len / 3;
    return NUMBER_SCORE + (long)(prose < PROSE_SCORE ? prose : PROSE_SCORE);
}

static void collect(struct source *s, struct numbered_list *all)
{
    for (size_t i = 0; i < s->pieces.len; i++) {
        struct piece *p = &s->pieces.at[i];
        char style = 'm';
        int number = p->given;
        if (p->drop || (p->flags & (PIECE_HEADING | PIECE_RULE))) continue;
        size_t mark = number_parse(p->text, &number, &style);
        if (number == 0) continue;
        p->mark = mark;
        unsigned kind = style == '.' ? 0u : style == ')' ? 1u : style == '(' ? 2u : 3u;
        *vec_add(s->arena, all) = (struct numbered){i, number, kind, 0, SIZE_MAX};
    }
}

/* Scores every candidate; returns the last of the best chain. */
static size_t score(struct source *s, struct numbered_list *all)
{
    size_t best = SIZE_MAX, rows = (size_t)LARGEST;
    if (all->len * (MOST_SKIPPED + 1) + 300 < rows) rows = all->len * (MOST_SKIPPED + 1) + 300;
    /* For each style and number the candidate whose chain is best, plus one. */
    size_t *last = arena_array(s->arena, (rows + 1) * 4, sizeof *last);
    for (size_t i = 0; i < all->len; i++) {
        struct numbered *c = &all->at[i];
        if ((size_t)c->number > rows) continue;
        c->score = c->number == 1 ? GAP_COST : 0;
        for (int back = 1; back <= MOST_SKIPPED + 1 && back < c->number; back++) {
            size_t p = last[(size_t)(c->number - back) * 4 + c->style];
            long with = p ? all->at[p - 1].score - (back - 1) * GAP_COST : 0;
            if (!p || with <= c->score) continue;
            c->score = with;
            c->previous = p - 1;
        }
        c->score += worth(s->pieces.at[c->piece].text);
        size_t *cell = &last[(size_t)c->number * 4 + c->style];
        /* The first of two stays, unless it stands in a table of contents. */
        if (!*cell || all->at[*cell - 1].score + PROSE_SCORE / 2 < c->score) *cell = i + 1;
        if (best == SIZE_MAX || all->at[best].score < c->score) best = i;
    }
    return best;
}

size_t prose_between(const struct source *s, size_t from, size_t to)
{
    size_t bytes = 0;
    for (size_t i = from; i < to; i++) {
        const struct piece *p = &s->pieces.at[i];
        if (!p->drop && (p->flags & PIECE_SENTENCE)) bytes += p->text.len;
    }
    return bytes;
}

/* Whether the numbers begin again behind the run: then there are several lists. */
static bool restarts(const struct numbered_list *all, size_t end)
{
    for (size_t i = end + 1; i + 1 < all->len; i++)
        if (all->at[i].number == 1 && all->at[i + 1].number == 2 &&
            all->at[i].style == all->at[end].style)
            return true;
    return false;
}

/* Where the text begins for certain: at the last title of a communiqué before the run. */
static size_t titled_at(const struct source *s, size_t first)
{
    for (size_t i = first; i-- > 0;) {
        const struct piece *p = &s->pieces.at[i];
        if (!p->drop && names_document(s->language, p->text) &&
            has_phrase(s->language, PHRASE_COMMUNIQUE, p->text))
            return i + 1;
    }
    return 0;
}

/* Whether the run is the body and not a list in it: a long one that holds most of the
 * prose; a short one with little in front and less behind it than in it, or under the
 * title of a communiqué. */
static bool is_body_run(const struct source *s, const struct numbered_list *all, size_t end)
{
    enum { LONG_RUN = 4 };
    size_t start = end, length = 1;
    for (; all->at[start].previous != SIZE_MAX; length++) start = all->at[start].previous;
    size_t first = all->at[start].piece, last = all->at[end].piece;
    size_t title = titled_at(s, first);
    size_t before = prose_between(s, title, first), inside = prose_between(s, first, last + 1);
    size_t behind = prose_between(s, last + 1, s->pieces.len);
    if (restarts(all, end)) return false;
    if (title > 0) return inside + behind >= before;
    if (length < LONG_RUN && before > inside) return false;
    return inside + behind >= before && behind <= inside;
}

void number_run(struct source *s)
{
    struct numbered_list all = {0};
    collect(s, &all);
    size_t end = score(s, &all);
    if (end == SIZE_MAX || !is_body_run(s, &all, end)) return;
    s->numbered = true;
    s->style = ".)(m"[all.at[end].style];
    for (size_t i = end; i != SIZE_MAX; i = all.at[i].previous) {
        struct piece *p = &s->pieces.at[all.at[i].piece];
        p->flags |= PIECE_NUMBERED;
        p->number = all.at[i].number;
    }
}

static str label(struct source *s, int paragraph, int part)
{
    return part == 1 ? str_printf(s->arena, "%d", paragraph)
                     : str_printf(s->arena, "%d.%d", paragraph, part);
}

static int leading_number(const struct piece *p)
{
    int number = 0;
    char style;
    if (!p->drop) number_parse(p->text, &number, &style);
    return number;
}

/* Whether the number in front is an item's of a list: a neighbour has the next. */
static bool is_item(const struct source *s, size_t i)
{
    int n = leading_number(&s->pieces.at[i]);
    int before = i ? leading_number(&s->pieces.at[i - 1]) : 0;
    int after = i + 1 < s->pieces.len ? leading_number(&s->pieces.at[i + 1]) : 0;
    return n && ((before && before == n - 1) || after == n + 1);
}

/* Whether a piece has its paragraph's number once more, and not as the item of
 * a list inside the paragraph. */
static bool repeats(const struct source *s, size_t i, int paragraph)
{
    int number = 0;
    char style = 0;
    number_parse(s->pieces.at[i].text, &number, &style);
    const struct piece *before = i ? &s->pieces.at[i - 1] : NULL;
    bool item =
        before && !(before->flags & PIECE_NUMBERED) && leading_number(before) == number - 1;
    return number == paragraph && style == s->style && !(item && number > 1);
}

/* The number is the label, so it leaves the text; one inside a paragraph stays. */
static size_t own_mark(const struct source *s, size_t i, int paragraph)
{
    const struct piece *p = &s->pieces.at[i];
    int number;
    char style;
    if (p->flags & PIECE_NUMBERED) return p->mark;
    bool own = s->numbered ? repeats(s, i, paragraph) : is_item(s, i);
    return own ? number_parse(p->text, &number, &style) : 0;
}

void number_labels(struct source *s)
{
    int paragraph = 0, part = 0;
    for (size_t i = 0; i < s->pieces.len; i++) {
        struct piece *p = &s->pieces.at[i];
        if (p->drop) continue;
        if (!s->numbered) {
            paragraph++;
            part = 1;
        } else if (p->flags & PIECE_NUMBERED) {
            paragraph = p->number;
            part = 1;
        } else {
            part++;
        }
        p->mark = own_mark(s, i, paragraph);
        p->paragraph = paragraph;
        p->part = part;
        p->label = label(s, paragraph, part);
    }
}
