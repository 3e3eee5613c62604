/* Hyphen: at the end of a line a hyphen is either the typesetter's or the
 * word's.  It stays before a capital, where the hyphenated form occurs
 * elsewhere, after a prefix such as multi-, in a compound such as ship-to-ship, or before a
 * participle; otherwise the word is joined. */
#include "load/lines/line.h"

#include <string.h>

/* Hashes of the words of a text: open addressing, 0 is empty. */
struct hyphens {
    const struct language *language;
    uint64_t *at;
    size_t mask;
};

static bool in_word(char c)
{
    return is_alnum(c) || c == '-';
}

/* The hash of two parts and the sign between them, in lower case (FNV-1a). */
static uint64_t hash3(str a, char sign, str b)
{
    uint64_t h = 14695981039346656037u;
    for (size_t i = 0; i < a.len; i++)
        h = (h ^ (unsigned char)to_lower(a.at[i])) * 1099511628211u;
    if (sign) h = (h ^ (unsigned char)sign) * 1099511628211u;
    for (size_t i = 0; i < b.len; i++)
        h = (h ^ (unsigned char)to_lower(b.at[i])) * 1099511628211u;
    return h ? h : 1;
}

static uint64_t *cell(const struct hyphens *h, uint64_t hash)
{
    size_t i = (size_t)hash & h->mask;
    while (h->at[i] && h->at[i] != hash) i = (i + 1) & h->mask;
    return &h->at[i];
}

enum { STEM = 6 }; /* letters that two forms of a word share */

static void note(struct hyphens *h, uint64_t hash)
{
    *cell(h, hash) = hash;
}

/* Notes every word that does not touch a hyphen at a line end, and its stem. */
struct hyphens *hyphens_new(arena *a, const struct language *language, str text)
{
    struct hyphens *h = arena_alloc(a, sizeof *h);
    h->language = language;
    size_t room = 64;
    while (room < text.len) room *= 2;
    h->at = arena_array(a, room, sizeof *h->at);
    h->mask = room - 1;
    bool cut = false; /* the last word ended in a hyphen */
    for (size_t i = 0; i < text.len;) {
        size_t start = i;
        while (i < text.len && in_word(text.at[i])) i++;
        str word = str_sub(text, start, i);
        if (word.len == 0) {
            cut &= is_space(text.at[i++]);
            continue;
        }
        bool ends = str_ends(word, S("-"));
        if (!cut && !ends && word.len > 3 && word.len < 60) note(h, hash3(word, 0, (str){0}));
        if (!cut && !ends && word.len >= STEM)
            note(h, hash3(str_sub(word, 0, STEM), '*', (str){0}));
        cut = ends;
    }
    return h;
}

static bool occurs(const struct hyphens *h, str a, char sign, str b)
{
    return *cell(h, hash3(a, sign, b)) != 0;
}

/* A participle of a verb that the text has elsewhere, "determining" beside "determine": it
 * is the end of a compound and not of a word. */
static bool is_participle(const struct hyphens *h, str word)
{
    enum { SHORTEST = 2, LONGEST = 3 };
    bool ends = false;
    for (size_t n = SHORTEST; n <= LONGEST && n < word.len; n++)
        ends |= word_is(h->language, str_sub(word, word.len - n, word.len), WORD_PARTICIPLE);
    return ends && word.len >= STEM && occurs(h, str_sub(word, 0, STEM), '*', (str){0});
}

bool hyphen_stays(const struct hyphens *h, str before, str after)
{
    size_t start = before.len, end = 0;
    while (start > 0 && in_word(before.at[start - 1])) start--;
    while (end < after.len && in_word(after.at[end])) end++;
    str left = str_sub(before, start, before.len), right = str_sub(after, 0, end);
    if (left.len == 0 || right.len == 0 || !is_lower(right.at[0])) return true;
    /* U.S.-led, 20-day, ASEAN-led: no word is broken behind these. */
    if (!is_lower(left.at[left.len - 1])) return true;
    if (occurs(h, left, '-', right)) return true;
    if (occurs(h, left, 0, right)) return false;
    /* In "state-of-the-art" the last part is what a typesetter may break. */
    size_t part = left.len;
    while (part > 0 && left.at[part - 1] != '-') part--;
    left = str_sub(left, part, left.len);
    /* "ship-to-", "state-of-" */
    if (part > 0 && word_is(h->language, left, WORD_STOP)) return true;
    if (word_is(h->language, left, WORD_PREFIX)) return true;
    enum { LEAST_LEFT = 4 };
    return left.len >= LEAST_LEFT && !word_is(h->language, left, WORD_JOINED_PREFIX) &&
           is_participle(h, right);
}
