/* Abbreviations: "Expansion (ACRO)" and "ACRO (Expansion)".
 *
 * After Schwartz & Hearst, "A simple algorithm for identifying abbreviation
 * definitions in biomedical text" (PSB 2003): the short form's letters are
 * found from right to left in the words before the bracket, the first of them
 * at the start of a word.  Departures: initials of capitalized words are
 * preferred to letters inside words, and a definition counts only where the
 * long form is a known name or has a head noun. */
#include "annotate/coined.h"
#include "annotate/found.h"
#include "base/acronym.h"

struct definition {
    str acronym;
    str id;
    enum scm_type type;
    str slug; /* the id that the long form has where no acronym stands beside it */
};
typedef VEC(struct definition) definitions;

static bool is_acronym(str s)
{
    size_t upper = 0;
    if (s.len < 2 || s.len > 12) return false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.at[i];
        if (!is_alnum(c) && c != '-' && c != '&' && c != '/' && c != '+') return false;
        upper += is_upper(c);
    }
    return upper >= 2 && upper * 2 >= s.len;
}

static bool boundary_before(str s, size_t at)
{
    return at == 0 || !is_alnum(s.at[at - 1]);
}

/* Do the letters match initials of words from `from` on, in order, each word
 * with a capital giving one? */
static bool initials_match(str words, str acronym)
{
    size_t k = 0;
    for (size_t i = 0; i < words.len; i++) {
        if (!is_alnum(words.at[i]) || !boundary_before(words, i)) continue;
        while (k < acronym.len && !is_alnum(acronym.at[k])) k++;
        if (k < acronym.len && to_lower(words.at[i]) == to_lower(acronym.at[k]))
            k++;
        else if (is_upper(words.at[i]))
            return false;
    }
    return k == acronym.len;
}

/* The longest run of words before the bracket whose initials match. */
static size_t long_form(str before, str acronym)
{
    size_t words = 0, best = before.len;
    for (size_t at = before.len; at-- > 0 && words <= acronym.len + 5;) {
        if (!is_alnum(before.at[at]) || !boundary_before(before, at)) continue;
        words++;
        if (to_lower(before.at[at]) != to_lower(acronym.at[0])) continue;
        if (initials_match(str_sub(before, at, before.len), acronym)) best = at;
    }
    return best < before.len ? best : expansion_start(before, acronym);
}

/* "Deputy Minister for Policy (DEPMIN)" is an office. */
static bool names_office(const struct work *w, str name)
{
    size_t words = 0;
    for (str rest = name, word; words < 4 && str_cut(&rest, ' ', &word); words++)
        if (is_office_word(w, word)) return true;
    return false;
}

/* The head noun of a long form: its last capitalized word ("Harbor Watch
 * Group"), else the first one with a tail ("Framework for Open Lights"). */
static bool has_head(const struct work *w, str name, enum scm_type *type)
{
    if (names_office(w, name)) return false;
    str first_noun = str_sub(name, 0, str_find_char(name, ' '));
    bool office = (head_noun(w, first_noun, type) || defined_head_noun(w, first_noun, type)) &&
                  *type == SCM_ORG;
    if (office && has_phrase(w->image->language, PHRASE_OF_BODY, name)) return true;
    enum scm_type first_type = SCM_MECHANISM;
    bool last = false, first = false, head = false;
    for (str rest = name, word; str_cut(&rest, ' ', &word);) {
        if (word.len == 0) continue;
        if (!is_upper(word.at[0])) {
            if (head && !first) {
                first = true;
                first_type = *type;
            }
            head = false;
            continue;
        }
        last = head = head_noun(w, word, type) || defined_head_noun(w, word, type);
    }
    if (!last && first) *type = first_type;
    return last || first;
}

/* The name that ends at `end`: listed first, else coined. */
static const struct candidate *name_before(const struct work *w, size_t end)
{
    const struct candidate *c = listed_before(w, end);
    if (c) return c;
    for (size_t i = w->found.len; i-- > w->ncoined && i + REMEMBERED >= w->found.len;)
        if (w->found.at[i].end == end) return &w->found.at[i];
    return coined_before(w, end);
}

/* "U.S. Department of Agriculture (USDA)": a country in front gives the first letters. */
static bool country_initials_match(
    const struct work *w, const struct candidate *name, str acronym)
{
    size_t chain;
    if (country_before(w, name->start, &chain).len == 0) return false;
    str words = str_sub(w->text, name->start, name->end);
    for (size_t k = 1; k + 1 < acronym.len; k++)
        if (initials_match(words, str_sub(acronym, k, acronym.len))) return true;
    return false;
}

static void add_expansion(struct work *w, size_t start, size_t end, str id, enum scm_type type)
{
    add_candidate(w, (struct candidate){.start = start,
                         .end = end,
                         .type = type,
                         .rank = RANK_DEFINED,
                         .id = id,
                         .coined = true});
}

/* The capitalized words up to `end`, countries aside, where the last of them
 * is a head noun: a known acronym tells what a distorted name means. */
static size_t capital_run(const struct work *w, size_t line, size_t end)
{
    size_t start = end, chain;
    enum scm_type type;
    for (size_t at = end; at > line;) {
        size_t word = at;
        while (word > line && w->text.at[word - 1] != ' ') word--;
        bool country = country_before(w, at, &chain).len > 0;
        if (word == at || !is_upper(w->text.at[word]) || country) break;
        if (at == end && !head_noun(w, str_sub(w->text, word, end), &type)) return end;
        start = word;
        at = word > line ? word - 1 : line;
    }
    return start;
}

/* Steps back over a closing quote, straight or curly. */
static size_t skip_quote(str text, size_t line, size_t end)
{
    static const char *const QUOTES[] = {"\"", "'", "\xE2\x80\x9D", "\xE2\x80\x99"};
    for (size_t i = 0; i < sizeof QUOTES / sizeof *QUOTES; i++)
        if (str_ends(str_sub(text, line, end), str_of(QUOTES[i])))
            return end - str_of(QUOTES[i]).len;
    return end;
}

/* "Freedom Shield 23 (FS 23)": an edition belongs to neither form. */
static size_t skip_edition(str text, size_t line, size_t end)
{
    size_t at = end;
    while (at > line && is_digit(text.at[at - 1])) at--;
    return at < end && at > line && text.at[at - 1] == ' ' ? at - 1 : end;
}

/* "before (ACRO)": what the acronym stands for, from here on. */
static bool define(
    struct work *w, size_t line, size_t open, str acronym, bool edition, struct definition *out)
{
    size_t end = open;
    while (end > line && w->text.at[end - 1] == ' ') end--;
    end = skip_quote(w->text, line, end);
    if (edition) end = skip_edition(w->text, line, end);
    str before = str_sub(w->text, line, end);
    size_t window = before.len > 200 ? before.len - 200 : 0;
    before = str_sub(before, window, before.len);
    size_t start = end - before.len + long_form(before, acronym);
    size_t at = (size_t)(acronym.at - w->text.at);
    const struct candidate *known = listed_at(w, at), *name = name_before(w, end);
    *out = (struct definition){acronym, acronym, SCM_MECHANISM, {NULL, 0}};
    if (known && known->end == at + acronym.len) { /* in the table already */
        if (start == end || !is_upper(w->text.at[start])) start = capital_run(w, line, end);
        if (start < end && !(name && str_eq(name->id, known->id)))
            add_expansion(w, start, end, known->id, known->type);
        return false;
    }
    if (name && !name->coined && start >= name->start) { /* a second acronym of it */
        out->id = name->id;
        out->type = name->type;
        return start < end;
    }
    if (start >= end && name && country_initials_match(w, name, acronym)) start = name->start;
    if (start >= end || !is_upper(w->text.at[start]) ||
        has_phrase(w->image->language, PHRASE_NO_NAME, str_sub(w->text, start, end)) ||
        !has_head(w, str_sub(w->text, start, end), &out->type))
        return false;
    if (is_organisation(w, end)) out->type = SCM_ORG;
    out->slug = slug_id(w->arena, w->image->language, str_sub(w->text, start, end));
    add_expansion(w, start, end, out->id, out->type);
    return true;
}

/* The two digits of "FS23". */
static size_t glued_edition(str text, size_t at)
{
    bool two = at + 2 <= text.len && is_digit(text.at[at]) && is_digit(text.at[at + 1]);
    return two && (at + 2 == text.len || !is_alnum(text.at[at + 2])) ? 2 : 0;
}

/* Every place where the acronym stands as a word, in front of its definition too. */
static void add_uses(struct work *w, const struct definition *d)
{
    str text = w->text;
    for (size_t at = 0; (at += str_find(str_sub(text, at, text.len), d->acronym)) < text.len;) {
        size_t end = at + d->acronym.len;
        if (end < text.len && text.at[end] == 's') end++;
        if (d->type == SCM_EXERCISE) end += glued_edition(text, end);
        bool whole = boundary_before(text, at) && (end == text.len || !is_alnum(text.at[end]));
        if (whole)
            add_candidate(w, (struct candidate){.start = at,
                                 .end = end,
                                 .type = d->type,
                                 .rank = RANK_DEFINED,
                                 .id = d->id,
                                 .coined = true});
        at = end;
    }
}

/* The long form, whole or without its first words, has the id of its acronym wherever it
 * stands. */
static void rename_long_forms(struct work *w, const struct definition *d)
{
    for (size_t i = 0; d->slug.len && i < w->ncoined; i++) {
        struct candidate *c = &w->found.at[i];
        size_t cut = d->slug.len > c->id.len ? d->slug.len - c->id.len : 0;
        /* "the Rescue Plan" of the American Rescue Plan */
        bool shorter = cut && d->slug.at[cut - 1] == '-' && str_has(c->id, S("-"));
        bool same = str_ends(d->slug, c->id) && (cut == 0 || shorter);
        if (c->coined && c->type == d->type && same) c->id = d->id;
    }
}

static bool is_defined(const definitions *list, str acronym)
{
    for (size_t i = 0; i < list->len; i++)
        if (str_eq(list->at[i].acronym, acronym)) return true;
    return false;
}

static str without_quotes(str s)
{
    static const str OPEN[] = {
        S_INIT("\""), S_INIT("'"), S_INIT("\xE2\x80\x9C"), S_INIT("\xE2\x80\x98")};
    for (size_t i = 0; i < sizeof OPEN / sizeof *OPEN; i++)
        if (str_starts(s, OPEN[i])) s = str_sub(s, OPEN[i].len, s.len);
    s.len = skip_quote(s, 0, s.len);
    return s;
}

/* The acronym that a bracket at `open` holds, its plural -s and edition cut. */
static str bracketed(const struct work *w, size_t open, bool *edition)
{
    str rest = str_sub(w->text, open + 1, open + 30);
    str acronym = str_sub(rest, 0, str_find_char(rest, ')'));
    if (acronym.len == rest.len) return (str){NULL, 0};
    acronym = without_quotes(acronym);
    size_t full = acronym.len;
    acronym.len = skip_edition(acronym, 0, acronym.len);
    if (acronym.len > 3 && is_digit(acronym.at[acronym.len - 1]) &&
        is_digit(acronym.at[acronym.len - 2]) && is_upper(acronym.at[acronym.len - 3]))
        acronym.len -= 2; /* "FS23" */
    *edition = acronym.len < full;
    if (acronym.len > 3 && str_ends(acronym, S("s"))) acronym.len--;
    return is_acronym(acronym) ? acronym : (str){NULL, 0};
}

/* "ACRO (Expansion)". */
static bool define_backwards(struct work *w, size_t open, struct definition *out)
{
    size_t end = open;
    while (end > 0 && w->text.at[end - 1] == ' ') end--;
    size_t start = end;
    while (start > 0 && (is_alnum(w->text.at[start - 1]) || w->text.at[start - 1] == '-'))
        start--;
    str acronym = str_sub(w->text, start, end), rest = str_sub(w->text, open + 1, open + 120);
    str name = str_sub(rest, 0, str_find_char(rest, ')'));
    *out = (struct definition){acronym, acronym, SCM_MECHANISM, {NULL, 0}};
    if (!is_acronym(acronym) || name.len == rest.len || !initials_match(name, acronym))
        return false;
    if (listed_at(w, start) || !has_head(w, name, &out->type)) return false;
    add_expansion(w, open + 1, open + 1 + name.len, out->id, out->type);
    return true;
}

/* Where the line starts, or as far back as a long form can reach. */
static size_t line_start(str text, size_t at)
{
    enum { FARTHEST = 400 };
    size_t from = at > FARTHEST ? at - FARTHEST : 0;
    while (at > from && text.at[at - 1] != '\n') at--;
    return at;
}

void find_abbreviations(struct work *w)
{
    enum { MOST_DEFINITIONS = 500 }; /* each costs one search of the text */
    definitions known = {0};
    for (size_t i = 0; known.len < MOST_DEFINITIONS; i++) {
        struct definition d;
        bool edition = false;
        i += str_find_char(str_sub(w->text, i, w->text.len), '(');
        if (i >= w->text.len) break;
        str acronym = bracketed(w, i, &edition);
        if (acronym.len && is_defined(&known, acronym)) continue;
        bool found = acronym.len ? define(w, line_start(w->text, i), i, acronym, edition, &d)
                                 : define_backwards(w, i, &d);
        if (!found || is_defined(&known, d.acronym)) continue;
        vec_push(w->arena, &known, d);
        add_uses(w, &d);
        rename_long_forms(w, &d);
    }
}
