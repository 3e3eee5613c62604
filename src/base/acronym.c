#include "base/acronym.h"

size_t expansion_start(str words, str acronym)
{
    size_t at = words.len;
    for (size_t k = acronym.len; k-- > 0;) {
        char c = to_lower(acronym.at[k]);
        if (!is_alnum(c)) continue;
        do {
            if (at-- == 0) return words.len;
        } while (
            to_lower(words.at[at]) != c || (k == 0 && at > 0 && is_alnum(words.at[at - 1])));
    }
    return at;
}
