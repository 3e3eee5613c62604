/* Slugs: ids of names that no table has. */
#include "annotate/coined.h"

static bool is_ordinal_or_year(const struct language *l, str word)
{
    size_t digits = 0;
    while (digits < word.len && is_digit(word.at[digits])) digits++;
    str rest = str_sub(word, digits, word.len);
    if (digits == 0) return false;
    return (rest.len == 0 && digits == 4) || is_ordinal_suffix(l, rest);
}

/* Cuts "between … and …" and a last "of/with the COUNTRY". */
static str without_tail(const struct language *l, str name)
{
    size_t cut;
    if (find_phrase(l, PHRASE_SLUG_END, name, &cut)) name = str_trim(str_sub(name, 0, cut));
    for (size_t at = name.len, rest; at-- > 0;) {
        str tail = str_sub(name, at, name.len);
        if (name.at[at] != ' ' || !find_phrase(l, PHRASE_COUNTRY, tail, &rest)) continue;
        if (has_phrase(l, PHRASE_COUNTRY_LINK, str_trim(str_sub(tail, 0, rest))))
            return str_sub(name, 0, at);
    }
    return name;
}

/* "of the ROK US Alliance": the parties in front of it say nothing. */
static str in_short(arena *a, const struct language *l, str name)
{
    size_t at;
    const struct phrase *p = find_phrase(l, PHRASE_SLUG, name, &at);
    if (!p) return name;
    str value = language_str(l, p->value), rest = str_sub(name, at + p->text.len, name.len);
    return str_printf(a, "%.*s%.*s%.*s", (int)at, name.at, SCM_STR(value), SCM_STR(rest));
}

static str without_front(const struct language *l, str name)
{
    for (;;) {
        size_t space = str_find_char(name, ' ');
        str word = str_sub(name, 0, space);
        if (space == name.len) return name;
        if (!is_ordinal_or_year(l, word) && !has_phrase(l, PHRASE_COUNTRY, word)) return name;
        name = str_sub(name, space + 1, name.len);
    }
}

str slug_id(arena *a, const struct language *l, str name)
{
    buf b = {.arena = a};
    str words = in_short(a, l, without_tail(l, without_front(l, fold_name(a, name))));
    for (size_t i = 0; i < words.len; i++) {
        unsigned char c = (unsigned char)words.at[i];
        if (is_lower(c))
            buf_char(&b, (char)(c - 32));
        else if (is_alnum(c) || c >= 0x80)
            buf_char(&b, (char)c);
        else if ((c == ' ' || c == '/') && b.len && b.at[b.len - 1] != '-')
            buf_char(&b, '-');
    }
    return buf_str(&b);
}
