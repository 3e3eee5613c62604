#include "base/person_name.h"

#include <utf8proc.h>

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
    for (size_t at = 0; at < part.len;) {
        uint32_t c = utf8_next(part, &at);
        if (c >= 0x80 || is_alnum((int)c))
            buf_code(key, (uint32_t)utf8proc_tolower((utf8proc_int32_t)c));
    }
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

/* "Seung-kyum Kim": the given name stands in front with a hyphen; the family name, or
 * nothing. */
static str family_behind(const struct language *l, str name)
{
    size_t space = str_find_char(name, ' ');
    str last = space < name.len ? str_sub(name, space + 1, name.len) : (str){NULL, 0};
    bool given =
        str_has(str_sub(name, 0, space), S("-")) && str_find_char(last, ' ') == last.len;
    return given && is_family_name(l, last) ? last : (str){NULL, 0};
}

static bool family_first(const struct language *l, str name, str first)
{
    size_t comma = str_find_char(name, ','), space = str_find_char(name, ' ');
    if (comma < space && comma < name.len) return true;
    return is_family_name(l, first) || str_has(str_sub(name, space, name.len), S("-"));
}

/* "Mohammed Al-Sabah": a particle joins the family name to its last word; else nothing. */
static str family_with_particle(const struct language *l, str name)
{
    size_t at = name.len;
    while (at > 0 && name.at[at - 1] != ' ') at--;
    str last = str_sub(name, at, name.len),
        particle = str_sub(last, 0, str_find_char(last, '-'));
    bool joined = at > 0 && particle.len + 1 < last.len &&
                  is_upper(last.at[particle.len + 1]) &&
                  word_is(l, particle, WORD_NAME_PARTICLE);
    return joined ? last : (str){NULL, 0};
}

str unlisted_id(arena *a, const struct language *l, str name)
{
    str key = name_key(a, l, name), rest = key, first, last = {NULL, 0}, word;
    if (!str_cut(&rest, '-', &first) || rest.len == 0) return key;
    if (family_behind(l, name).len) {
        size_t cut = key.len;
        while (key.at[cut - 1] != '-') cut--;
        return str_printf(
            a, "%.*s-%.*s", SCM_STR(str_sub(key, cut, key.len)), (int)cut - 1, key.at);
    }
    str family = family_with_particle(l, name);
    if (family.len)
        return str_printf(a, "%.*s-%.*s", SCM_STR(name_key(a, l, family)), SCM_STR(first));
    if (family_first(l, name, first)) return key;
    while (str_cut(&rest, '-', &word)) last = word;
    return str_printf(a, "%.*s-%.*s", SCM_STR(last), SCM_STR(first));
}
