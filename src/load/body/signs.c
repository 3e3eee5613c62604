/* Signs: what single blocks give away about themselves. */
#include "load/body/signs.h"

#include "base/syllable.h"

#include "load/body/prose.h"

enum { LONGEST_CAPTION = 400, LONGEST_DATELINE = 120, LONGEST_NOTE = 300 };

/* "A caption. 2023.10.31/AgencyA caption. 2023.10.31/Agency": the text for the
 * eye and the one for screen readers, run together. */
static bool is_doubled(str s)
{
    size_t half = s.len / 2;
    if (s.len < 16) return false;
    str first = str_sub(s, 0, half), second = str_sub(s, s.len - half, s.len);
    bool space = s.len % 2 == 0 || s.at[half] == ' ';
    return space && str_eq(first, second);
}

/* "2023.10.31/Agency" at the end. */
static bool ends_with_dated_credit(const struct language *l, str s)
{
    date d;
    size_t slash = s.len;
    while (slash > 0 && s.at[slash - 1] != '/') slash--;
    if (slash < 9 || s.len - slash > 24 || s.len == slash) return false;
    size_t end = slash - 1, start = end;
    while (start > 0 && s.at[start - 1] != ' ') start--;
    return date_scan(l, str_sub(s, start, end), &d) == end - start;
}

static bool ends_with_agency(const struct language *l, str s)
{
    if (!str_ends(s, S(")")) && !str_ends(s, S("]"))) return false;
    size_t open = s.len;
    while (open > 0 && s.at[open - 1] != '(' && s.at[open - 1] != '[') open--;
    return open > 0 && s.len < 200 && has_phrase(l, PHRASE_AGENCY, str_sub(s, open, s.len - 1));
}

bool is_caption(const struct language *l, str s)
{
    if (s.len > LONGEST_CAPTION) return false;
    if (is_doubled(s) || ends_with_dated_credit(l, s) || ends_with_agency(l, s)) return true;
    return s.len <= 200 && (str_has(s, S("ⓒ")) || str_has(s, S("©")));
}

static bool has_byline(const struct language *l, str s)
{
    for (str word; str_cut(&s, ' ', &word);)
        if (word_is(l, word, WORD_BYLINE)) return true;
    return false;
}

bool is_dateline(const struct language *l, str s, date *out)
{
    if (s.len > LONGEST_DATELINE || word_count(s, 15) > 14) return false;
    if (str_ends(s, S(".")) && has_function_words(l, s)) return false;
    for (size_t i = 0; i < s.len; i++) {
        bool starts = is_alnum(s.at[i]) && (i == 0 || !is_alnum(s.at[i - 1]));
        date d;
        str rest = str_sub(s, i, s.len);
        size_t n = starts ? date_scan(l, rest, &d) : 0;
        if (starts && n == 0) n = date_scan_signed(l, rest, &d);
        if (n == 0) continue;
        *out = d;
        /* A title may hold a date too, but it is more than that. */
        return word_count(s, 15) <= 4 + word_count(str_sub(s, i, i + n), 4) || has_byline(l, s);
    }
    return false;
}

bool is_place_line(str s)
{
    enum { LONGEST = 60 };
    bool comma = str_find_char(s, ',') < s.len;
    return comma && s.len <= LONGEST && syllable_at(s, 0) && syllable_before(s, s.len) &&
           word_count(s, 5) <= 4;
}

bool is_release_number(const struct language *l, str s)
{
    str sign;
    if (!str_cut(&s, ' ', &sign) || s.len == 0 || s.len > 12) return false;
    if (str_ends(sign, S(":")) || str_ends(sign, S("."))) sign.len--;
    if (!word_is(l, sign, WORD_NUMBER_SIGN)) return false;
    for (size_t i = 0; i < s.len; i++)
        if (!is_digit(s.at[i]) && s.at[i] != '-' && s.at[i] != '/') return false;
    return true;
}

bool is_tag_cloud(const struct language *l, str s)
{
    /* Catchwords have no titles, brackets or numbers, which a list of names has. */
    for (size_t i = 0; i < s.len; i++)
        if (is_digit(s.at[i]) || s.at[i] == '.' || s.at[i] == '&' || s.at[i] == '(')
            return false;
    return !ends_sentence(s) && word_count(s, 8) >= 8 && !has_function_words(l, s);
}

bool is_note(const struct language *l, str s)
{
    return s.len <= LONGEST_NOTE && has_phrase(l, PHRASE_NOTE, s);
}

bool names_document(const struct language *l, str s)
{
    return s.len <= 300 && !str_ends(s, S(".")) && has_phrase(l, PHRASE_DOCUMENT, s);
}
