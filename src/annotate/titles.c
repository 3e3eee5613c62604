/* Titles: the offices around a name, listed or not. */
#include "annotate/coined.h"
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

/* Where an office that no table has ends: capitals behind a comma with a
 * word for an office among the first ("Principal Deputy Director for X"). */
size_t unlisted_office(const struct work *w, size_t at)
{
    static const str LINKS[] = {
        S_INIT("of"), S_INIT("for"), S_INIT("and"), S_INIT("the"), S_INIT("to"), S_INIT("on")};
    size_t end = at, capitals = 0;
    bool office = false;
    while (end < w->text.len && capitals < 12) {
        size_t stop = end;
        while (stop < w->text.len && (is_alpha(w->text.at[stop]) || w->text.at[stop] == '-'))
            stop++;
        str word = str_sub(w->text, end, stop);
        bool link = false;
        for (size_t i = 0; i < sizeof LINKS / sizeof *LINKS; i++)
            link |= str_eq(word, LINKS[i]);
        if (capitals == 0 && str_eq(word, S("Commander"))) return stop; /* of a body */
        bool capital = word.len > 1 && is_upper(word.at[0]) && is_lower(word.at[1]);
        if (!capital && (!link || capitals == 0)) break;
        if (!link) {
            office |= capitals < 4 && is_office_word(w, word);
            capitals++;
            at = stop;
        }
        if (stop == w->text.len || w->text.at[stop] != ' ') break;
        end = stop + 1;
    }
    return office ? at : 0;
}

/* "of the Republic of Korea", "of the United States" behind a title, and where
 * that ends. */
str country_after(const struct work *w, size_t at, size_t *end)
{
    static const struct {
        str text, side;
    } AFTER[] = {{S_INIT(" of South Korea"), S_INIT("ROK")},
        {S_INIT(" of the Republic of Korea"), S_INIT("ROK")},
        {S_INIT(" of Republic of Korea"), S_INIT("ROK")},
        {S_INIT(" of the ROK"), S_INIT("ROK")}, {S_INIT(" of Korea"), S_INIT("ROK")},
        {S_INIT(" of the United States"), S_INIT("US")},
        {S_INIT(" of the U.S."), S_INIT("US")}};
    str rest = str_sub(w->text, at, at + 32);
    for (size_t i = 0; i < sizeof AFTER / sizeof *AFTER; i++) {
        if (!str_starts(rest, AFTER[i].text)) continue;
        *end = at + AFTER[i].text.len;
        return AFTER[i].side;
    }
    return (str){NULL, 0};
}

/* "commander of the X Command": the body is a name of its own, unlike the
 * Joint Chiefs of Staff of a chairman. */
size_t title_end(const struct work *w, const struct hit *title)
{
    str surface = str_sub(w->text, title->start, title->end);
    str commander = S("commander");
    if (!str_starts_nocase(surface, commander)) return title->end;
    bool of = str_starts(str_sub(surface, commander.len, surface.len), S(" of "));
    return of ? title->start + commander.len : title->end;
}

/* " (ASD) for Indo-Pacific Security Affairs" behind a title; where it ends. */
size_t title_tail(const struct work *w, size_t at)
{
    static const str LAST[] = {S_INIT("Affairs"), S_INIT("Policy"), S_INIT("Security"),
        S_INIT("Strategy"), S_INIT("Plans"), S_INIT("Acquisition"), S_INIT("Operations")};
    str rest = str_sub(w->text, at, at + 12);
    size_t close = str_find_char(rest, ')');
    if (str_starts(rest, S(" (")) && close < rest.len) at += close + 1;
    size_t end = at;
    bool closed = false; /* the last word was one that ends an office */
    if (!str_starts(str_sub(w->text, at, w->text.len), S(" for "))) return at;
    for (size_t word = at + 5; word < w->text.len;) {
        const struct candidate *listed = listed_at(w, word);
        size_t stop = listed ? listed->end : word;
        while (!listed && stop < w->text.len &&
               (is_alpha(w->text.at[stop]) || w->text.at[stop] == '-'))
            stop++;
        str one = str_sub(w->text, word, stop);
        bool link = str_eq(one, S("the")) || str_eq(one, S("and")), last = false;
        for (size_t i = 0; i < sizeof LAST / sizeof *LAST; i++) last |= str_eq(one, LAST[i]);
        if (stop == word || (closed && !last && !link)) break;
        if (!(link || is_upper(one.at[0]) || listed)) break;
        if (listed || last || w->text.at[stop] == ',') end = stop;
        if (stop == w->text.len || w->text.at[stop] != ' ') break;
        closed = last;
        word = stop + 1;
    }
    return end;
}
