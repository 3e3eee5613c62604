/* Countries in front of a name: "U.S.-ROK", "South Korean", "Japanese". */
#include "annotate/work.h"
#include "annotate/found.h"

/* A chain of countries reaches no farther back. */
enum { FARTHEST = 120 };

/* The place behind the last word before `at` on its line, what only joins aside. */
static size_t word_end(const struct work *w, size_t at)
{
    size_t i = token_at(&w->tokens, at);
    for (; i > 0 && w->tokens.at[i].at + FARTHEST > at; i--) {
        const struct token *t = &w->tokens.at[i - 1];
        char c = w->text.at[t->at];
        bool joint =
            t->kind == TOKEN_SPACE || t->kind == TOKEN_DOT || c == '(' || c == ')' || c == '/';
        if (!joint) break;
    }
    return w->tokens.at[i].at;
}

/* The longest name or adjective of a country that ends there; NULL for none. */
static const struct hit *side_ending(const struct work *w, size_t end)
{
    enum { LONGEST_SIDE = 40 };
    const struct hit *longest = NULL;
    for (size_t i = first_hit(&w->sides, end);
         i > 0 && w->sides.at[i - 1].start + LONGEST_SIDE > end; i--)
        if (w->sides.at[i - 1].end == end) longest = &w->sides.at[i - 1];
    return longest;
}

/* The side or state that ends at `end`, and where it begins. */
static str country_ending(const struct work *w, size_t end, size_t *start)
{
    const struct hit *side = side_ending(w, end);
    const struct candidate *state = side ? NULL : listed_before(w, end);
    if (side) {
        *start = side->start;
        return image_str(w->image, w->image->sides[side->alias->row].id);
    }
    if (!state || state->type != SCM_STATE) return (str){NULL, 0};
    *start = state->start;
    return state->id;
}

str country_before(const struct work *w, size_t at, size_t *start)
{
    str side = {NULL, 0}, and = S("and");
    *start = at;
    for (size_t from = at; from + FARTHEST > at;) {
        size_t end = word_end(w, from), begin;
        str before = str_sub(w->text, 0, end);
        if (side.len && str_ends(before, and) && end > and.len &&
            w->text.at[end - and.len - 1] == ' ')
            end = word_end(w, end - and.len);
        str one = country_ending(w, end, &begin);
        if (one.len == 0) return side;
        if (side.len == 0) side = one;
        *start = from = begin;
    }
    return side;
}
