/* Distance: insertions, deletions, replacements and swaps of neighbours
 * (Damerau 1964, the restricted form). */
#include "cli/nearest.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { LONGEST = 40 };

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

static int same(const char *a, const char *b)
{
    return tolower((unsigned char)*a) == tolower((unsigned char)*b);
}

static size_t distance(const char *a, size_t alen, const char *b, size_t blen)
{
    size_t d[LONGEST + 1][LONGEST + 1];
    for (size_t i = 0; i <= alen; i++) d[i][0] = i;
    for (size_t k = 0; k <= blen; k++) d[0][k] = k;
    for (size_t i = 1; i <= alen; i++)
        for (size_t k = 1; k <= blen; k++) {
            size_t replaced = d[i - 1][k - 1] + !same(a + i - 1, b + k - 1);
            d[i][k] = least(replaced, 1 + least(d[i - 1][k], d[i][k - 1]));
            if (i > 1 && k > 1 && same(a + i - 1, b + k - 2) && same(a + i - 2, b + k - 1))
                d[i][k] = least(d[i][k], d[i - 2][k - 2] + 1);
        }
    return d[alen][blen];
}

void nearest_try(nearest *n, const char *candidate)
{
    size_t len = strlen(n->word), other = strlen(candidate);
    if (len > LONGEST || other > LONGEST) return;
    size_t d = distance(n->word, len, candidate, other);
    if (len >= 2 && strncasecmp(n->word, candidate, len) == 0) d = least(d, 1);
    if (d > len / 3 + 1 || d >= least(len, other) || (n->best && d >= n->distance)) return;
    n->best = candidate;
    n->distance = d;
}
