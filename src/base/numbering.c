#include "base/numbering.h"

size_t number_parse(str s, int *number, char *style)
{
    size_t at = 0, digits = 0;
    int n = 0;
    at += str_starts(s, S("『")) ? strlen("『") : 0; /* a Korean paper quotes the whole text */
    bool open = str_starts(str_sub(s, at, s.len), S("("));
    at += open;
    while (at < s.len && is_digit(s.at[at]) && digits < 7) {
        n = n * 10 + (s.at[at++] - '0');
        digits++;
    }
    if (digits == 0 || n == 0 || n > LARGEST_NUMBER || at == s.len) return 0;
    char end = s.at[at++];
    if (end != ')' && (end != '.' || open)) return 0;
    /* "2.5 million", "1.2 Heading", "10.14.2020" are no paragraph numbers. */
    if (at < s.len && (is_digit(s.at[at]) || s.at[at] == '.' || s.at[at] == ',')) return 0;
    while (at < s.len && is_space(s.at[at])) at++;
    *number = n;
    *style = open ? '(' : end;
    return at;
}

const char *ordinal_suffix(int n)
{
    if (n / 10 % 10 == 1) return "th";
    return n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
}

str ordinal_str(arena *a, int n)
{
    return str_printf(a, "%d%s", n, ordinal_suffix(n));
}
