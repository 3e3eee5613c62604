/* A phrase counts only in a short text, so a paragraph that mentions one stays. */
#include "base/boilerplate.h"

enum { LONGEST = 400, LONGEST_LINK = 50 };

/* A text without the ornaments around it: "- Advertisement -". */
static str bare(str s)
{
    static const str ORNAMENTS[] = {S_INIT("-"), S_INIT("="), S_INIT("*"), S_INIT("|"),
        S_INIT(" "), S_INIT("–"), S_INIT("—"), S_INIT("•"), S_INIT("·"), S_INIT("»"),
        S_INIT("["), S_INIT("]"), S_INIT(":"), S_INIT("▼"), S_INIT("→")};
    for (size_t i = 0; i < sizeof ORNAMENTS / sizeof *ORNAMENTS; i++) {
        str o = ORNAMENTS[i];
        bool before = str_starts(s, o), after = s.len > o.len && str_ends(s, o);
        if (before) s = str_sub(s, o.len, s.len);
        if (after) s.len -= o.len;
        if (before || after) i = (size_t)-1; /* begin again */
    }
    return s;
}

const struct phrase *find_furniture(const struct language *l, str text)
{
    static const enum phrase_class CLASSES[] = {
        PHRASE_FURNITURE_LINK, PHRASE_FURNITURE, PHRASE_FURNITURE_END};
    if (text.len > LONGEST) return NULL;
    str plain = bare(text);
    /* A sentence may begin like a link: "Share this assessment with allies". */
    for (size_t i = text.len > LONGEST_LINK; i < sizeof CLASSES / sizeof *CLASSES; i++) {
        const struct phrase *p = find_phrase(l, CLASSES[i], text, NULL);
        if (!p && plain.len < text.len) p = find_phrase(l, CLASSES[i], plain, NULL);
        if (p) return p;
    }
    return NULL;
}
