/* Signs: what single blocks give away about themselves. */
#include "load/furniture.h"

#include "load/prose.h"

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

static bool is_agency(str s)
{
    static const char *const NAMES[] = {"Yonhap", "Yonhap News", "Reuters", "AP", "AFP", "EPA",
        "EPA-EFE", "News1", "News 1", "Newsis", "Getty Images", "AP-Yonhap", "AFP-Yonhap",
        "EPA-Yonhap", "Kyodo", "Xinhua", "TASS", "UPI", "Yonhap News TV", "Korea Pool"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (str_eq_nocase(s, str_of(NAMES[i]))) return true;
    return false;
}

/* "2023.10.31/Agency" at the end. */
static bool ends_with_dated_credit(str s)
{
    date d;
    size_t slash = s.len;
    while (slash > 0 && s.at[slash - 1] != '/') slash--;
    if (slash < 9 || s.len - slash > 24 || s.len == slash) return false;
    size_t end = slash - 1, start = end;
    while (start > 0 && s.at[start - 1] != ' ') start--;
    return date_scan(str_sub(s, start, end), &d) == end - start;
}

static bool ends_with_agency(str s)
{
    if (!str_ends(s, S(")")) && !str_ends(s, S("]"))) return false;
    size_t open = s.len;
    while (open > 0 && s.at[open - 1] != '(' && s.at[open - 1] != '[') open--;
    return open > 0 && is_agency(str_sub(s, open, s.len - 1)) && s.len < 200;
}

bool is_caption(str s)
{
    if (s.len > LONGEST_CAPTION) return false;
    if (is_doubled(s) || ends_with_dated_credit(s) || ends_with_agency(s)) return true;
    return s.len <= 200 && (str_has(s, S("ⓒ")) || str_has(s, S("©")));
}

bool is_dateline(str s, date *out)
{
    if (s.len > LONGEST_DATELINE || word_count(s, 15) > 14) return false;
    if (str_ends(s, S(".")) && has_function_words(s)) return false;
    for (size_t i = 0; i < s.len; i++) {
        bool starts = is_alnum(s.at[i]) && (i == 0 || !is_alnum(s.at[i - 1]));
        date d;
        size_t n = starts ? date_scan(str_sub(s, i, s.len), &d) : 0;
        if (n == 0) continue;
        *out = d;
        /* A title may hold a date too, but it is more than that. */
        return word_count(s, 15) <= 4 + word_count(str_sub(s, i, i + n), 4) ||
               str_has(s, S("By"));
    }
    return false;
}

bool is_tag_cloud(str s)
{
    return !ends_sentence(s) && word_count(s, 8) >= 8 && !has_function_words(s);
}

bool is_note(str s)
{
    static const char *const STARTS[] = {"restated ", "(restated ", "[restated ",
        "paraphrased ", "unofficial translation", "(unofficial translation",
        "[unofficial translation", "unofficial english translation", "machine translation",
        "machine-translated", "(machine translation", "translated by ", "translated from ",
        "(translated ", "[translated ", "this is an unofficial ", "this is a machine ",
        "this is a translation", "this translation ", "this text is a translation",
        "this text was translated", "this article was translated", "this page was translated",
        "automatically translated", "provisional translation", "(provisional translation",
        "translation:", "note: this text", "[translation]", "courtesy translation"};
    static const char *const INSIDE[] = {"not the official wording", "not the official text",
        "not an official translation", "not an official text", "not the original wording",
        "unofficial translation", "machine-translated from", "machine translation of"};
    if (s.len > LONGEST_NOTE) return false;
    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++)
        if (str_starts_nocase(s, str_of(STARTS[i]))) return true;
    for (size_t i = 0; i < sizeof INSIDE / sizeof *INSIDE; i++)
        if (str_find_nocase(s, str_of(INSIDE[i])) < s.len) return true;
    return false;
}

bool names_document(str s)
{
    static const char *const NAMES[] = {"communiqu", "joint statement", "joint declaration",
        "joint press statement", "joint vision", "fact sheet", "factsheet", "security consult",
        "leaders’ statement", "leaders' statement"};
    if (s.len > 300 || str_ends(s, S("."))) return false;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (str_find_nocase(s, str_of(NAMES[i])) < s.len) return true;
    return false;
}
