/* Titles: the offices around a name, listed or not. */
#include "annotate/coined.h"
#include "annotate/found.h"
#include "annotate/person.h"

/* A body inside the title ("CFC Commander") is a name of its own. */
size_t title_start(const struct work *w, const struct hit *title)
{
    size_t at = title->start;
    for (const struct candidate *c; (c = listed_at(w, at)) && c->end < title->end;) {
        if (c->type != SCM_ORG) break;
        at = c->end;
        while (at < title->end && !is_alnum(w->text.at[at])) at++;
    }
    return at < title->end ? at : title->start;
}

/* The title at `at`, or behind a country there ("U.S. Secretary of Defense"). */
const struct hit *title_from(const struct work *w, size_t at)
{
    const struct hit *title = hit_at(&w->titles, at);
    size_t limit = at + 32 < w->text.len ? at + 32 : w->text.len, chain;
    for (size_t i = at + 1; !title && i < limit; i++) {
        if (w->text.at[i - 1] != ' ' || !hit_at(&w->titles, i)) continue;
        if (country_before(w, i, &chain).len == 0 || chain > at) break;
        title = hit_at(&w->titles, i);
    }
    return title;
}

/* "of the American Association": a capital behind the country, and no person's name. */
static bool names_more(const struct work *w, size_t i)
{
    size_t at = w->tokens.at[i].at;
    if (i + 1 >= w->tokens.len || w->text.at[at] != ' ' || !is_upper(w->text.at[at + 1]))
        return false;
    return !hit_at(&w->officials, at + 1) &&
           !is_family_name(w->image->language, token_text(&w->tokens, i + 1));
}

/* "of the Republic of Korea", "of the United States" behind a title, and where
 * that ends. */
str country_after(const struct work *w, size_t at, size_t *end)
{
    const struct language *l = w->image->language;
    size_t i = token_at(&w->tokens, at), past;
    if (i + 4 >= w->tokens.len || !set_has(l, w->tokens.at[i + 1].set, WORD_OF))
        return (str){NULL, 0};
    i += set_has(l, w->tokens.at[i + 3].set, WORD_THE) ? 5 : 3;
    if (i >= w->tokens.len) return (str){NULL, 0};
    const struct alias *a = authority_longest(w->authority, &w->tokens, i, ALIAS_SIDE, &past);
    if (!a) {
        const struct candidate *state = listed_at(w, w->tokens.at[i].at);
        if (!state || state->type != SCM_STATE) return (str){NULL, 0};
        *end = state->end;
        return state->id;
    }
    if (names_more(w, past)) return (str){NULL, 0};
    *end = w->tokens.at[past].at;
    return image_str(w->image, w->image->sides[a->row].id);
}

/* Where an office that no table has ends: capitals behind a comma with a
 * word for an office among the first ("Principal Deputy Director for X"). */
size_t unlisted_office(const struct work *w, size_t at)
{
    const struct language *l = w->image->language;
    size_t end = at, past, capitals = 0, behind = 0; /* capitals directly behind the office */
    bool office = false, linked = false;
    while (end < w->text.len && capitals < 12) {
        size_t stop = end;
        while (stop < w->text.len && (is_alpha(w->text.at[stop]) || w->text.at[stop] == '-'))
            stop++;
        str word = str_sub(w->text, end, stop);
        bool link = word_is(l, word, WORD_OFFICE_LINK) && is_lower(word.at[0]);
        if (capitals == 0 && word_is(l, word, WORD_COMMANDER)) return stop; /* of a body */
        bool capital = word.len > 1 && is_upper(word.at[0]) && is_lower(word.at[1]);
        const struct candidate *state = office ? listed_at(w, end) : NULL;
        bool country = (state && state->type == SCM_STATE) ||
                       (office && link && country_after(w, at, &past).len); /* no part of it */
        if (country || (!capital && (!link || capitals == 0))) break;
        linked |= office && link;
        if (!link) {
            bool here = (capitals < 4 || office) && is_office_word(w, word);
            behind = here ? 0 : behind + (office && !linked);
            office |= here;
            capitals++;
            at = stop;
        }
        if (stop == w->text.len || w->text.at[stop] != ' ') break;
        end = stop + 1;
    }
    /* "Plan Coordinator Gene Sperling": the next person and his office. */
    return office && behind < 2 ? at : 0;
}

/* "commander of the X Command": the body is a name of its own, unlike the
 * Joint Chiefs of Staff of a chairman. */
size_t title_end(const struct work *w, const struct hit *title)
{
    const struct language *l = w->image->language;
    str rest = str_sub(w->text, title->start, title->end), first, of = {0};
    str_cut(&rest, ' ', &first);
    str_cut(&rest, ' ', &of);
    bool body = word_is(l, first, WORD_COMMANDER) && word_is(l, of, WORD_OF);
    return body ? title->start + first.len : title->end;
}

/* " (ASD) for Indo-Pacific Security Affairs" behind a title; where it ends. */
size_t title_tail(const struct work *w, size_t at)
{
    const struct language *l = w->image->language;
    str rest = str_sub(w->text, at, at + 12);
    size_t close = str_find_char(rest, ')');
    if (str_starts(rest, S(" (")) && close < rest.len) at += close + 1;
    size_t end = at;
    bool closed = false; /* the last word was one that ends an office */
    size_t first = token_at(&w->tokens, at) + 1;
    if (first + 1 >= w->tokens.len || !set_has(l, w->tokens.at[first].set, WORD_FOR)) return at;
    for (size_t word = w->tokens.at[first + 2].at; word < w->text.len;) {
        const struct candidate *listed = listed_at(w, word);
        size_t stop = listed ? listed->end : word;
        while (!listed && stop < w->text.len &&
               (is_alpha(w->text.at[stop]) || w->text.at[stop] == '-'))
            stop++;
        str one = str_sub(w->text, word, stop);
        bool link = word_is(l, one, WORD_THE) || word_is(l, one, WORD_AND);
        if (one.len == 0 && w->text.at[word] == '&')
            link = true, one = str_sub(w->text, word, ++stop);
        bool last = word_is(l, one, WORD_OFFICE_END);
        if (stop == word || (closed && !last && !link)) break;
        if (!(link || is_upper(one.at[0]) || listed)) break;
        if (listed || last || w->text.at[stop] == ',') end = stop;
        if (stop == w->text.len || w->text.at[stop] != ' ') break;
        closed = last;
        word = stop + 1;
    }
    return end;
}
