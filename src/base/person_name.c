#include "base/person_name.h"

#include "base/fold.h"

/* "J.", "C.Q.": no part of a key. */
static bool is_initials(str word)
{
    return word.len >= 2 && word.len <= 4 && is_upper(word.at[0]) && word.at[1] == '.';
}

static void add_key_part(buf *key, str part)
{
    if (part.len == 0) return;
    if (key->len) buf_char(key, '-');
    for (size_t i = 0; i < part.len; i++)
        if (is_alnum(part.at[i]) || (unsigned char)part.at[i] >= 0x80)
            buf_char(key, to_lower(part.at[i]));
}

str name_key(arena *a, const struct language *l, str name)
{
    buf key = {.arena = a};
    for (str rest = name, word; str_cut(&rest, ' ', &word);) {
        if (is_initials(word)) continue;
        while (word.len && (word.at[word.len - 1] == ',' || word.at[word.len - 1] == '.'))
            word.len--;
        if (word_is(l, word, WORD_NAME_SUFFIX)) continue;
        str folded = fold_name(a, word);
        for (str part; str_cut(&folded, ' ', &part);) add_key_part(&key, part);
    }
    return buf_str(&key);
}

bool is_family_name(const struct language *l, str word)
{
    return word_is(l, word, WORD_FAMILY_NAME);
}

static bool family_first(const struct language *l, str name, str first)
{
    size_t comma = str_find_char(name, ','), space = str_find_char(name, ' ');
    if (comma < space && comma < name.len) return true;
    return is_family_name(l, first) || str_has(str_sub(name, space, name.len), S("-"));
}

str unlisted_id(arena *a, const struct language *l, str name)
{
    str key = name_key(a, l, name), rest = key, first, last = {NULL, 0}, word;
    if (!str_cut(&rest, '-', &first) || rest.len == 0) return key;
    if (family_first(l, name, first)) return key;
    while (str_cut(&rest, '-', &word)) last = word;
    return str_printf(a, "%.*s-%.*s", SCM_STR(last), SCM_STR(first));
}
