/* Coined names: capitalized sequences around a known head noun ("… Group",
 * "Guidelines for …"), so that a body founded next year is tagged before any
 * table has it. */
#include "annotate/pattern.h"
#include "annotate/found.h"
#include "annotate/coined.h"

#define LETTERS "(?:[A-Za-z0-9]|\xC3[\x80-\xBF])"
#define QUOTE "(?:'|\xE2\x80\x99)"
#define WORD                                                                                   \
    "(?:<name-owner>" QUOTE "s(?= [A-Z])|(?:[DLO]" QUOTE ")?[A-Z]" LETTERS                     \
    "*+(?:[-/](?=" LETTERS ")" LETTERS "*+)*+(?:\\+\\d)?(?:(?<=s)" QUOTE "(?= [A-Z]))?)"
#define LINK "(?:<name-link>|&)"

/* A run of capitalized words, joined by little words; coined.c decides. */
const char coined_source[] = "(?<![A-Za-z0-9.-])" WORD "(?:(?: (?:" LINK
                             " ){0,2}|,? <and> |, )(?:\\d+<ordinal-suffix> |\\d{1,2} )?" WORD
                             "|(?<=[A-Z])\\.(?:[A-Z]\\.)*+-?(?=[A-Z ]))*+";

/* The words of a sequence; only capitalized ones count. */
enum { MOST_WORDS = 24 };
struct words {
    struct {
        size_t start, end;
        bool head, capital;
        enum scm_type type;
    } at[MOST_WORDS];
    size_t len;
};

static void read_words(const struct work *w, size_t start, size_t end, struct words *words)
{
    words->len = 0;
    for (size_t i = start; i < end && words->len < MOST_WORDS;) {
        size_t stop = i;
        while (stop < end && w->text.at[stop] != ' ' && w->text.at[stop] != ',') stop++;
        if (stop > i) {
            str word = str_sub(w->text, i, stop);
            size_t n = words->len++;
            words->at[n].start = i;
            words->at[n].end = stop;
            words->at[n].capital = is_upper(word.at[0]);
            words->at[n].head = head_noun(w, word, &words->at[n].type);
        }
        i = stop + 1;
    }
}

/* How many words from `i` on, before `end`, name a country ("Republic of Korea"). */
static size_t country_words(
    const struct work *w, const struct words *words, size_t i, size_t end)
{
    size_t chain;
    for (size_t n = 1; n <= 4 && i + n <= end; n++)
        if (country_before(w, words->at[i + n - 1].end, &chain).len &&
            chain <= words->at[i].start)
            return n;
    return 0;
}

/* The first word that can begin a name: no opener, no country in front. */
static size_t first_word(
    const struct work *w, const struct words *words, size_t from, size_t last)
{
    size_t i = from;
    while (i < last) {
        str word = str_sub(w->text, words->at[i].start, words->at[i].end);
        bool opener = is_opener(w, word) || is_office_word(w, word) ||
                      spelt_ordinal(w->image->language, word) > 0 ||
                      month_number(w->image->language, word) > 0;
        size_t country = country_words(w, words, i, last);
        if (words->at[i].capital && !opener && !country) break;
        i += country ? country : 1;
    }
    return i;
}

/* "Guidelines for X", "Joint Statement in Commemoration of X": the name goes
 * on behind its head where little words and capitals follow. */
/* Do the words from `i` on, behind a comma, end in "and C"? */
static bool is_list(const struct work *w, const struct words *words, size_t i)
{
    while (i < words->len && words->at[i].capital && !words->at[i].head) i++;
    return i < words->len &&
           word_is(w->image->language, str_sub(w->text, words->at[i].start, words->at[i].end),
               WORD_AND);
}

static size_t with_tail(const struct work *w, const struct words *words, size_t head)
{
    if (head + 1 >= words->len) return head;
    str link = str_sub(w->text, words->at[head + 1].start, words->at[head + 1].end);
    if (!word_is(w->image->language, link, WORD_SLUG_LINK)) return head;
    str behind = str_trim(str_sub(w->text, words->at[head + 1].end, w->text.len));
    bool in = word_is(w->image->language, link, WORD_IN);
    if (in && !has_phrase(w->image->language, PHRASE_OCCASION, str_sub(behind, 0, 40)))
        return head;
    size_t last = head;
    for (size_t i = head + 1; i < words->len; i++) {
        str word = str_sub(w->text, words->at[i].start, words->at[i].end);
        const struct candidate *c = listed_at(w, words->at[i].start);
        bool thing = c && c->type != SCM_PLACE;
        bool comma = w->text.at[words->at[i - 1].end] == ',';
        if (thing || hit_at(&w->titles, words->at[i].start) ||
            month_number(w->image->language, word) || (comma && !is_list(w, words, i)))
            break;
        if (word_is(w->image->language, word, WORD_AND) &&
            !(i + 1 < words->len && words->at[i + 1].capital))
            break;
        if (words->at[i].capital && country_words(w, words, i, words->len) == 0) last = i;
    }
    return last;
}

/* "53rd Defense Conference": a number makes the plainest name a name. */
static bool is_numbered(const struct work *w, size_t start)
{
    size_t span;
    return ordinal_before(w, start, &span) > 0;
}

/* "Coordinator for Defense Policy": an office, not a policy. */
static bool is_office(
    const struct work *w, const struct words *words, size_t first, size_t head)
{
    for (size_t i = first; i < head; i++)
        if (is_office_word(w, str_sub(w->text, words->at[i].start, words->at[i].end)))
            return true;
    return false;
}

static bool names_something(
    const struct work *w, const struct words *words, size_t first, size_t last)
{
    size_t specific = 0, capitals = 0;
    for (size_t i = first; i <= last; i++) {
        str word = str_sub(w->text, words->at[i].start, words->at[i].end);
        if (!words->at[i].capital) continue;
        capitals++;
        specific += !words->at[i].head && !is_generic(w, word);
    }
    return capitals >= 2 && specific >= 1;
}

/* Does the head noun belong to a name of the table that goes on behind it? */
static const struct candidate *listed_over(
    const struct work *w, const struct words *words, size_t head)
{
    for (size_t i = head + 1; i-- > 0 && i + 8 > head;) {
        const struct candidate *c = listed_at(w, words->at[i].start);
        if (c && c->end > words->at[head].end) return c;
    }
    return NULL;
}

static bool is_link(const struct work *w, const struct words *words, size_t i)
{
    return word_is(
        w->image->language, str_sub(w->text, words->at[i].start, words->at[i].end), WORD_AND);
}

/* Only capitals between the start and a listed name: it is part of a longer
 * one; behind a little word it is a name by itself. */
static bool is_capital_run(const struct words *words, size_t first, size_t listed)
{
    for (size_t i = first; i < words->len && words->at[i].start < listed; i++)
        if (!words->at[i].capital) return false;
    return true;
}

/* "Harbor Vision 2030": a year directly behind names the thing. */
static size_t with_year(const struct work *w, size_t end)
{
    str rest = str_sub(w->text, end, end + 6);
    bool century = str_starts(rest, S(" 20")) || str_starts(rest, S(" 19"));
    bool year = century && rest.len >= 5 && is_digit(rest.at[3]) && is_digit(rest.at[4]) &&
                (rest.len == 5 || !is_alnum(rest.at[5]));
    return year ? end + 5 : end;
}

/* "American Rescue Plan": the adjective belongs to the name. */
static size_t with_adjective(const struct work *w, const struct words *words, size_t first)
{
    if (first == 0 || words->at[first].start != words->at[first - 1].end + 1) return first;
    str word = str_sub(w->text, words->at[first - 1].start, words->at[first - 1].end);
    return word_is(w->image->language, word, WORD_NAME_ADJECTIVE) ? first - 1 : first;
}

/* "National Partnership for New Ports (NPNP): “…”", "Harbor Partnership, a nonprofit": who is
 * quoted, or said to be one, is an organisation. */
bool is_organisation(const struct work *w, size_t end)
{
    enum { NEAR = 80 };
    str rest = str_sub(w->text, end, end + NEAR);
    size_t close = str_find_char(rest, ')');
    if (str_starts(rest, S(" (")) && close < rest.len)
        rest = str_sub(rest, close + 1, rest.len);
    if (has_phrase(w->image->language, PHRASE_ORGANISATION, rest)) return true;
    if (!str_starts(rest, S(":"))) return false;
    rest = str_trim(str_sub(rest, 1, rest.len));
    return str_starts(rest, S("\"")) || str_starts(rest, S("\xE2\x80\x9C"));
}

static void add_coined(
    struct work *w, const struct words *words, size_t first, size_t last, enum scm_type type)
{
    first = with_adjective(w, words, first);
    size_t start = words->at[first].start, end = words->at[last].end;
    str name = str_sub(w->text, start, end);
    if (is_organisation(w, end) || has_phrase(w->image->language, PHRASE_OF_BODY, name))
        type = SCM_ORG;
    if (has_phrase(w->image->language, PHRASE_NO_NAME, str_sub(w->text, start, end))) return;
    str before = str_trim(str_sub(w->text, start > 24 ? start - 24 : 0, start));
    if (has_phrase(w->image->language, PHRASE_CALLED_AFTER, before)) return;
    const struct candidate *listed = listed_before(w, end);
    if (listed && (listed->start <= start || !is_capital_run(words, first, listed->start)))
        return;
    str id = {NULL, 0};
    if (listed && is_generic_name(w, listed->id))
        id = str_printf(w->arena, "%.*s-%.*s", (int)(listed->start - 1 - start),
            w->text.at + start, SCM_STR(listed->id));
    if (type == SCM_CAPABILITY && id.len == 0) return; /* only where an acronym is defined */
    end = with_year(w, end);
    if (id.len == 0) id = slug_id(w->arena, w->image->language, str_sub(w->text, start, end));
    add_candidate(w, (struct candidate){.start = start,
                         .end = end,
                         .type = type,
                         .rank = RANK_COINED,
                         .id = id,
                         .coined = true});
}

/* "the Library of Congress Trust Fund Board": behind an article a link inside belongs to the
 * name. */
static bool has_article(const struct work *w, const struct words *words, size_t from)
{
    size_t start = words->at[from].start;
    str word = start ? word_ending(w, 0, start - 1) : (str){NULL, 0};
    str first = str_sub(w->text, start, words->at[from].end);
    return word_is(w->image->language, word, WORD_THE) && !is_opener(w, first) &&
           !is_office_word(w, first) && !words->at[from].head;
}

/* Behind a comma, an acronym and "and", or "of the" another name begins. */
static size_t after_list(
    const struct work *w, const struct words *words, size_t from, size_t head)
{
    for (size_t i = head; i > from; i--) {
        str word = str_sub(w->text, words->at[i].start, words->at[i].end);
        bool stop = w->text.at[words->at[i - 1].end - 1] == '.' && is_opener(w, word);
        if (stop) return i; /* "Washington, D.C. The Harbor Group" */
        bool joins = is_link(w, words, i) && words->at[i + 1].capital;
        bool link = i == from + 1 && i + 1 < head && words->at[i + 1].capital &&
                    word_is(w->image->language, word, WORD_NAME_LINK) &&
                    has_article(w, words, from);
        if (!words->at[i].capital && !joins && !link && !is_digit(word.at[0])) return i + 1;
        bool comma = w->text.at[words->at[i - 1].end] == ',';
        bool other = is_link(w, words, i) && country_words(w, words, i + 1, words->len) > 0;
        size_t before = is_link(w, words, i) && i > from ? i - 1 : i;
        bool acronym = before < i && is_upper(w->text.at[words->at[before].end - 1]);
        if (comma || acronym || other) return is_link(w, words, i) ? i + 1 : i;
    }
    return from;
}

/* "Camp Wexcombe", "Exercise Silent Tern": the noun leads, capitals follow. */
static bool add_led(struct work *w, const struct words *words, size_t i, size_t *last)
{
    enum scm_type type;
    if (!lead_noun(w, str_sub(w->text, words->at[i].start, words->at[i].end), &type))
        return false;
    *last = i;
    while (*last + 1 < words->len && *last < i + 2 && words->at[*last + 1].capital &&
           words->at[*last + 1].start == words->at[*last].end + 1)
        ++*last;
    for (size_t k = i + 1; k <= *last; k++)
        if (words->at[k].head) return false; /* "Camp Wexcombe Summit" */
    if (*last + 1 < words->len && words->at[*last + 1].head) return false;
    bool exercise = type == SCM_EXERCISE;
    if (*last == i || listed_at(w, words->at[exercise ? i + 1 : i].start)) return false;
    size_t start = words->at[exercise ? i + 1 : i].start, end = words->at[*last].end;
    add_candidate(
        w, (struct candidate){.start = words->at[i].start,
               .end = end,
               .type = type,
               .rank = RANK_COINED,
               .id = slug_id(w->arena, w->image->language, str_sub(w->text, start, end)),
               .coined = true});
    return true;
}

/* "the UNC Staff Department" is a part of the body; "Department of Energy" is
 * a name. */
static bool is_division(const struct work *w, const struct words *words, size_t head)
{
    str noun = str_sub(w->text, words->at[head].start, words->at[head].end);
    const struct language *l = w->image->language;
    size_t next = token_at(&w->tokens, words->at[head].end) + 1;
    bool of = next < w->tokens.len && set_has(l, w->tokens.at[next].set, WORD_OF);
    return word_is(l, noun, WORD_DIVISION) && !of;
}

/* Every head noun closes (or, with a tail, opens) one name; the next one
 * begins behind it.  Returns where to read on: a long sequence is read in parts. */
static size_t read_part(struct work *w, size_t start, size_t end)
{
    struct words words;
    read_words(w, start, end, &words);
    size_t from = 0;
    for (size_t i = 0; i < words.len; i++) {
        bool more = i + 1 < words.len && words.at[i + 1].capital &&
                    words.at[i + 1].start == words.at[i].end + 1;
        size_t led;
        if (more && add_led(w, &words, i, &led)) {
            i = led;
            from = led + 1;
            continue;
        }
        if (i < from || !words.at[i].head || more) continue;
        const struct candidate *listed = listed_over(w, &words, i);
        if (listed) {
            while (from < words.len && words.at[from].start < listed->end) from++;
            continue;
        }
        from = after_list(w, &words, from, i);
        size_t last = with_tail(w, &words, i), first = first_word(w, &words, from, i);
        bool named =
            names_something(w, &words, first, last) || is_numbered(w, words.at[first].start);
        if (named && !is_office(w, &words, first, i) && !is_division(w, &words, i))
            add_coined(w, &words, first, last, words.at[i].type);
        from = last + 1;
        while (from < words.len && is_link(w, &words, from)) from++;
        i = last;
    }
    if (words.len < MOST_WORDS) return end;
    size_t next =
        from > 0 && from < words.len ? from : words.len - (from == 0 ? words.len / 2 : 1);
    return words.at[next].start;
}

static void read_sequence(struct work *w, size_t start, size_t end)
{
    while (start < end) start = read_part(w, start, end);
}

/* Can the token stand inside a capitalized sequence? */
static bool may_continue(const struct work *w, size_t i)
{
    const struct token *t = &w->tokens.at[i];
    if (t->kind == TOKEN_LINE) return false;
    if (t->kind != TOKEN_WORD) {
        char c = w->text.at[t->at];
        return t->kind != TOKEN_MARK || (unsigned char)c >= 0x80 || c == ',' || c == '.' ||
               c == '/' || c == '+' || c == '\'';
    }
    return !is_lower(w->text.at[t->at]) || (i > 0 && w->text.at[t->at - 1] != ' ') ||
           set_has(w->image->language, t->set, WORD_NAME_LINK);
}

/* Sequences are looked for around the words that head or lead a name only. */
int find_coined(struct work *w)
{
    const struct language *l = w->image->language;
    struct matcher matcher;
    struct match m;
    int status = 0;
    matcher_start(&matcher, PATTERN_COINED, w->text);
    for (size_t i = 0; i < w->tokens.len && status >= 0; i++) {
        const struct token *t = &w->tokens.at[i];
        if (!set_has(l, t->set, WORD_HEAD) && !set_has(l, t->set, WORD_LEAD)) continue;
        size_t from = i;
        if (t->at < matcher.from) continue;
        while (from > 0 && w->tokens.at[from].at > matcher.from && may_continue(w, from - 1))
            from--;
        if (w->tokens.at[from].at > matcher.from) matcher.from = w->tokens.at[from].at;
        while ((status = matcher_next(&matcher, &m, w->error)) == 1) {
            read_sequence(w, m.at[0], m.at[1]);
            if (m.at[1] > t->at) break;
        }
    }
    matcher_stop(&matcher);
    return status < 0 ? status : SCM_OK;
}
