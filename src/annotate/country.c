/* Countries in front of a name: "U.S.-ROK", "South Korean", "Japanese". */
#include "annotate/work.h"

static const struct {
    str word; /* folded */
    str side;
} WORDS[] = {
    {S_INIT("united states of america"), S_INIT("US")},
    {S_INIT("united states"), S_INIT("US")},
    {S_INIT("american"), S_INIT("US")},
    {S_INIT("us"), S_INIT("US")},
    {S_INIT("america"), S_INIT("US")},
    {S_INIT("republic of korea"), S_INIT("ROK")},
    {S_INIT("south korean"), S_INIT("ROK")},
    {S_INIT("south korea"), S_INIT("ROK")},
    {S_INIT("korean"), S_INIT("ROK")},
    {S_INIT("korea"), S_INIT("ROK")},
    {S_INIT("rok"), S_INIT("ROK")},
};

static bool ends_with_word(str s, str word)
{
    if (s.len < word.len) return false;
    str tail = str_sub(s, s.len - word.len, s.len);
    return str_eq_nocase(tail, word) &&
           (s.len == word.len || !is_alnum(s.at[s.len - word.len - 1]));
}

/* The folded text in front of `at` on its line, without what only joins. */
static str before(const struct work *w, size_t fold_at)
{
    str f = w->fold.text;
    size_t from = fold_at > 120 ? fold_at - 120 : 0;
    for (size_t i = fold_at; i-- > from;)
        if (f.at[i] == '\n') from = i + 1;
    return str_sub(f, from, fold_at);
}

static str trim_joint(str s)
{
    while (s.len && (s.at[s.len - 1] == ' ' || s.at[s.len - 1] == ')' ||
                        s.at[s.len - 1] == '(' || s.at[s.len - 1] == '/'))
        s.len--;
    return s;
}

static size_t origin_of_end(const struct work *w, str folded)
{
    return fold_origin(&w->fold, (size_t)(folded.at - w->fold.text.at) + folded.len);
}

/* Strips one country off the end of s; its side, or empty. */
static str strip_country(const struct work *w, str *s)
{
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        str word = WORDS[i].word;
        if (!ends_with_word(*s, word)) continue;
        s->len -= word.len;
        return WORDS[i].side;
    }
    size_t end = origin_of_end(w, *s);
    const struct candidate *state = listed_before(w, end);
    if (!state || state->type != SCM_STATE || end - state->start > s->len)
        return (str){NULL, 0};
    s->len -= end - state->start;
    return state->id;
}

str country_before(const struct work *w, size_t at, size_t *start)
{
    str s = before(w, fold_position(&w->fold, at)), side = {NULL, 0}, one;
    *start = at;
    for (;;) {
        str rest = trim_joint(s), and = S(" and");
        if (side.len && str_ends(rest, and))
            rest = trim_joint(str_sub(rest, 0, rest.len - and.len));
        one = strip_country(w, &rest);
        if (one.len == 0) return side;
        if (side.len == 0) side = one;
        s = rest;
        *start = origin_of_end(w, s);
    }
}
