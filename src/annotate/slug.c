/* Slugs: ids of names that no table has. */
#include "annotate/coined.h"

static bool is_ordinal_or_year(str word)
{
    size_t digits = 0;
    while (digits < word.len && is_digit(word.at[digits])) digits++;
    str rest = str_sub(word, digits, word.len);
    if (digits == 0) return false;
    return (rest.len == 0 && digits == 4) || is_ordinal_suffix(rest);
}

static bool is_country(str word)
{
    static const char *const WORDS[] = {
        "us", "rok", "dprk", "korea", "united states", "republic of korea", "japan"};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_eq_nocase(word, str_of(WORDS[i]))) return true;
    return false;
}

/* Cuts "between … and …" and a last "of/with the COUNTRY". */
static str without_tail(str name)
{
    static const char *const TAILS[] = {" of the ", " with the ", " of ", " with "};
    name = str_sub(name, 0, str_find(name, S(" between ")));
    for (size_t i = 0; i < sizeof TAILS / sizeof *TAILS; i++) {
        str tail = str_of(TAILS[i]);
        for (size_t at = name.len; at-- > 0;) {
            str rest = str_sub(name, at, name.len);
            if (str_starts(rest, tail) && is_country(str_sub(rest, tail.len, rest.len)))
                return str_sub(name, 0, at);
        }
    }
    return name;
}

/* "of the ROK US Alliance": the parties in front of it say nothing. */
static str plain_alliance(arena *a, str name)
{
    static const str PARTIES[] = {S_INIT(" US ROK Alliance"), S_INIT(" ROK US Alliance"),
        S_INIT(" Korea US Alliance"), S_INIT(" US Korea Alliance")};
    for (size_t i = 0; i < sizeof PARTIES / sizeof *PARTIES; i++) {
        size_t at = str_find(name, PARTIES[i]);
        if (at == name.len) continue;
        size_t rest = at + PARTIES[i].len;
        return str_printf(
            a, "%.*s Alliance%.*s", (int)at, name.at, (int)(name.len - rest), name.at + rest);
    }
    return name;
}

static str without_front(str name)
{
    for (;;) {
        size_t space = str_find_char(name, ' ');
        str word = str_sub(name, 0, space);
        if (space == name.len || !(is_ordinal_or_year(word) || is_country(word))) return name;
        name = str_sub(name, space + 1, name.len);
    }
}

str slug_id(arena *a, str name)
{
    buf b = {.arena = a};
    str words = plain_alliance(a, without_tail(without_front(fold_name(a, name))));
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
