#include "report/occurrences.h"

str last_words(str text, int words)
{
    size_t at = text.len;
    if (words == 0) return text;
    while (at > 0 && text.at[at - 1] != ' ') at--; /* a part of the word at hand */
    while (words-- > 0 && at > 0) {
        while (at > 0 && text.at[at - 1] == ' ') at--;
        while (at > 0 && text.at[at - 1] != ' ') at--;
    }
    return str_sub(text, at, text.len);
}

str first_words(str text, int words)
{
    size_t at = 0;
    if (words == 0) return text;
    while (at < text.len && text.at[at] != ' ') at++;
    while (words-- > 0 && at < text.len) {
        while (at < text.len && text.at[at] == ' ') at++;
        while (at < text.len && text.at[at] != ' ') at++;
    }
    return str_sub(text, 0, at);
}

enum { LINE = 160 }; /* bytes of the text on either side of an occurrence */

/* The end of the text before an occurrence, from a word on. */
static str before(arena *a, str whole, int words)
{
    str part = last_words(whole, words);
    if (!words && part.len > LINE) {
        size_t at = part.len - LINE;
        while (at < part.len && part.at[at] != ' ') at++;
        part = str_sub(part, at, part.len);
    }
    return part.len < whole.len ? str_printf(a, "…%.*s", SCM_STR(part)) : part;
}

static str behind(arena *a, str whole, int words)
{
    str part = first_words(whole, words);
    if (!words && part.len > LINE) {
        size_t end = LINE;
        while (end > 0 && part.at[end] != ' ') end--;
        part = str_sub(part, 0, end);
    }
    return part.len < whole.len ? str_printf(a, "%.*s…", SCM_STR(part)) : part;
}

rows occurrence_rows(builder *b)
{
    static const char *const HEADS[] = {"", "place", "context"};
    rows r = rows_new(b->arena, NULL, "hlm");
    r.table.heads = HEADS;
    return r;
}

void add_occurrences(builder *b, rows *r, const scm_concordance *c, int words)
{
    for (size_t k = 0; k < c->noccurrences; k++) {
        const scm_occurrence *o = &c->occurrences[k];
        str place = c->document->blocks[o->block].label;
        str left = before(b->arena, o->left, words), right = behind(b->arena, o->right, words);
        rows_add(r, c->document->id);
        rows_add(r, place);
        rows_link(r, site_text(b, c->document->id, place));
        rows_add(r, str_printf(b->arena, "%.*s\n%.*s\n%.*s", SCM_STR(left), SCM_STR(o->match),
                        SCM_STR(right)));
    }
}
