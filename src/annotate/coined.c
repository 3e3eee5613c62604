/* Coined names: capitalized sequences around a known head noun ("… Group",
 * "Guidelines for …"), so that a body founded next year is tagged before any
 * table has it. */
#include "annotate/pattern.h"
#include "annotate/coined.h"

#define LETTERS "(?:[A-Za-z0-9]|\xC3[\x80-\xBF])"
#define WORD "[A-Z]" LETTERS "*(?:[-/](?=" LETTERS ")" LETTERS "*)*(?:\\+\\d)?"
#define LINK                                                                                   \
    "(?:of|for|on|in|against|with|and|between|the|&)"

/* A run of capitalized words, joined by little words; coined.c decides. */
const char coined_source[] = "(?<![A-Za-z0-9.-])" WORD "(?:(?: (?:" LINK " ){0,2}|,? and |, )" WORD
                             "|'s? |(?<=[A-Z])\\.(?:[A-Z]\\.)*-?(?=[A-Z ]))*";

static const struct {
    const char *noun; /* a trailing -s is allowed */
    enum scm_type type;
} HEADS[] = {
    {"Group", SCM_MECHANISM}, {"Committee", SCM_MECHANISM}, {"Subcommittee", SCM_MECHANISM},
    {"Commission", SCM_MECHANISM}, {"Dialogue", SCM_MECHANISM}, {"Forum", SCM_MECHANISM},
    {"Council", SCM_MECHANISM}, {"Strategy", SCM_MECHANISM}, {"Strategies", SCM_MECHANISM},
    {"Plan", SCM_MECHANISM}, {"Guideline", SCM_MECHANISM}, {"Guidance", SCM_MECHANISM},
    {"Framework", SCM_MECHANISM}, {"Initiative", SCM_MECHANISM}, {"Vision", SCM_MECHANISM},
    {"Summit", SCM_MECHANISM}, {"Conference", SCM_MECHANISM}, {"Partnership", SCM_MECHANISM},
    {"Program", SCM_MECHANISM}, {"Programme", SCM_MECHANISM}, {"Study", SCM_MECHANISM},
    {"Policy", SCM_MECHANISM}, {"Mechanism", SCM_MECHANISM}, {"Talk", SCM_MECHANISM},
    {"Meeting", SCM_MECHANISM}, {"Roadmap", SCM_MECHANISM}, {"Concept", SCM_MECHANISM},
    {"Review", SCM_MECHANISM}, {"Ministerial", SCM_MECHANISM}, {"Compact", SCM_MECHANISM},
    {"Agreement", SCM_AGREEMENT}, {"Treaty", SCM_AGREEMENT}, {"Declaration", SCM_AGREEMENT},
    {"Memorandum", SCM_AGREEMENT}, {"Statement", SCM_AGREEMENT}, {"Arrangement", SCM_AGREEMENT},
    {"Charter", SCM_AGREEMENT}, {"Convention", SCM_AGREEMENT}, {"Protocol", SCM_AGREEMENT},
    {"Accord", SCM_AGREEMENT}, {"Pact", SCM_AGREEMENT}, {"Principles", SCM_AGREEMENT},
    {"Exercise", SCM_EXERCISE}, {"Training", SCM_EXERCISE}, {"Shield", SCM_EXERCISE},
    {"Drill", SCM_EXERCISE}, {"TTX", SCM_EXERCISE}, {"Command", SCM_ORG},
    {"Ministry", SCM_ORG}, {"Department", SCM_ORG}, {"Agency", SCM_ORG},
    {"Organization", SCM_ORG}, {"Task Force", SCM_ORG}, {"Force", SCM_ORG}, {"Fleet", SCM_ORG},
};

/* Words that open a sentence or only qualify: no part of a name's start. */
static const char *const OPENERS[] = {"The", "A", "An", "This", "That", "These", "Those", "In",
    "On", "At", "By", "For", "From", "With", "Through", "During", "Under", "Both", "Each", "As",
    "To", "Of", "And", "But", "Following", "Regarding", "Further", "Also", "They", "He", "She",
    "It", "Its", "Our", "Their", "His", "We", "After", "Before", "Since", "While", "When",
    "Moreover", "However", "Additionally", "Finally", "First", "Second", "Third", "Annual",
    "New", "All", "Any", "Such", "Via", "Within", "Pursuant", "Building", "Noting", "Recognizing",
    "Launching", "Deepening", "Enhancing", "Conducting", "Expanding", "Establishing",
    "Supporting", "Implementing", "Reaffirming", "Welcoming", "Based", "Upon", "Meanwhile",
    "Secretary", "Minister", "President", "North", "South", "Anniversary"};

/* Alone with a head noun these do not name anything. */
static const char *const GENERIC[] = {"Joint", "Working", "Bilateral", "Trilateral",
    "Multilateral", "Annual", "New", "Next", "High", "Level", "High-Level", "High-level",
    "Senior", "Special", "Combined", "National", "Military", "Defense", "Security", "Future",
    "Regular", "Ministerial", "Field", "Base", "Steering", "Executive", "General", "Leaders",
    "Armed", "Political", "Official"};

static bool is_one_of(str word, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(word, str_of(list[i]))) return true;
    return false;
}

bool head_noun(str word, enum scm_type *type)
{
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        str noun = str_of(HEADS[i].noun);
        bool same = str_eq(word, noun);
        if (!same && word.len == noun.len + 1 && word.at[noun.len] == 's')
            same = str_starts(word, noun);
        if (!same) continue;
        *type = HEADS[i].type;
        return true;
    }
    return false;
}

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
            words->at[n].head = head_noun(word, &words->at[n].type);
        }
        i = stop + 1;
    }
}

/* How many words from `i` on, before `end`, name a country ("Republic of Korea"). */
static size_t country_words(const struct work *w, const struct words *words, size_t i, size_t end)
{
    size_t chain;
    for (size_t n = 1; n <= 4 && i + n <= end; n++)
        if (country_before(w, words->at[i + n - 1].end, &chain).len && chain <= words->at[i].start)
            return n;
    return 0;
}

/* The first word that can begin a name: no opener, no country in front. */
static size_t first_word(const struct work *w, const struct words *words, size_t from, size_t last)
{
    size_t i = from;
    while (i < last) {
        str word = str_sub(w->text, words->at[i].start, words->at[i].end);
        bool opener = is_one_of(word, OPENERS, sizeof OPENERS / sizeof *OPENERS);
        size_t country = country_words(w, words, i, last);
        if (words->at[i].capital && !opener && !country) break;
        i += country ? country : 1;
    }
    return i;
}

/* "Guidelines for X", "Joint Statement in Commemoration of X": the name goes
 * on behind its head where little words and capitals follow. */
static size_t with_tail(const struct work *w, const struct words *words, size_t head)
{
    if (head + 1 >= words->len) return head;
    str link = str_sub(w->text, words->at[head + 1].start, words->at[head + 1].end);
    bool goes_on = str_eq(link, S("for")) || str_eq(link, S("of")) || str_eq(link, S("on")) ||
        str_eq(link, S("in")) || str_eq(link, S("against"));
    if (!goes_on) return head;
    if (str_eq(link, S("in")) && !str_starts(str_sub(w->text, words->at[head + 1].end, w->text.len), S(" Commemoration")))
        return head;
    size_t last = head;
    for (size_t i = head + 1; i < words->len && !words->at[i].head; i++) {
        str word = str_sub(w->text, words->at[i].start, words->at[i].end);
        const struct candidate *c = listed_at(w, words->at[i].start);
        bool thing = c && c->type != SCM_PLACE && c->type != SCM_STATE;
        if (thing || hit_at(&w->titles, words->at[i].start) || month_number(word)) break;
        if (str_eq(word, S("and")) && !(i + 1 < words->len && words->at[i + 1].capital)) break;
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

static bool names_something(const struct work *w, const struct words *words, size_t first, size_t last)
{
    size_t specific = 0, capitals = 0;
    for (size_t i = first; i <= last; i++) {
        str word = str_sub(w->text, words->at[i].start, words->at[i].end);
        if (!words->at[i].capital) continue;
        capitals++;
        specific += !words->at[i].head && !is_one_of(word, GENERIC, sizeof GENERIC / sizeof *GENERIC);
    }
    return capitals >= 3 || (capitals >= 2 && specific >= 1);
}

/* Does the head noun belong to a name of the table that goes on behind it? */
static const struct candidate *listed_over(const struct work *w, const struct words *words, size_t head)
{
    for (size_t i = head + 1; i-- > 0 && i + 8 > head;) {
        const struct candidate *c = listed_at(w, words->at[i].start);
        if (c && c->end > words->at[head].end) return c;
    }
    return NULL;
}

static bool is_link(const struct work *w, const struct words *words, size_t i)
{
    return str_eq(str_sub(w->text, words->at[i].start, words->at[i].end), S("and"));
}

/* Only capitals between the start and a listed name: it is part of a longer
 * one; behind a little word it is a name by itself. */
static bool is_capital_run(const struct words *words, size_t first, size_t listed)
{
    for (size_t i = first; i < words->len && words->at[i].start < listed; i++)
        if (!words->at[i].capital) return false;
    return true;
}

static void add_coined(struct work *w, const struct words *words, size_t first, size_t last,
    enum scm_type type)
{
    size_t start = words->at[first].start, end = words->at[last].end;
    const struct candidate *listed = listed_before(w, end);
    if (listed && (listed->start <= start || !is_capital_run(words, first, listed->start))) return;
    add_candidate(w, (struct candidate){.start = start,
                         .end = end,
                         .type = type,
                         .rank = RANK_COINED,
                         .id = slug_id(w->arena, str_sub(w->text, start, end)),
                         .coined = true});
}

/* Behind a comma or an acronym and "and" another name begins. */
static size_t after_list(const struct work *w, const struct words *words, size_t from, size_t head)
{
    for (size_t i = head; i > from; i--) {
        bool comma = w->text.at[words->at[i - 1].end] == ',';
        size_t before = is_link(w, words, i) && i > from ? i - 1 : i;
        bool acronym = before < i && is_upper(w->text.at[words->at[before].end - 1]);
        if (comma || acronym) return is_link(w, words, i) ? i + 1 : i;
    }
    return from;
}

/* Every head noun closes (or, with a tail, opens) one name; the next one
 * begins behind it. */
static void read_sequence(struct work *w, size_t start, size_t end)
{
    struct words words;
    read_words(w, start, end, &words);
    size_t from = 0;
    for (size_t i = 0; i < words.len; i++) {
        bool more = i + 1 < words.len && words.at[i + 1].capital &&
            words.at[i + 1].start == words.at[i].end + 1;
        if (!words.at[i].head || more) continue;
        const struct candidate *listed = listed_over(w, &words, i);
        if (listed) {
            while (from < words.len && words.at[from].start < listed->end) from++;
            continue;
        }
        from = after_list(w, &words, from, i);
        size_t last = with_tail(w, &words, i), first = first_word(w, &words, from, i);
        if (names_something(w, &words, first, last) || is_numbered(w, words.at[first].start))
            add_coined(w, &words, first, last, words.at[i].type);
        from = last + 1;
        while (from < words.len && is_link(w, &words, from)) from++;
        i = last;
    }
}

int find_coined(struct work *w)
{
    struct matcher matcher;
    struct match m;
    int status;
    matcher_start(&matcher, PATTERN_COINED, w->text);
    while ((status = matcher_next(&matcher, &m, w->error)) == 1)
        read_sequence(w, m.at[0], m.at[1]);
    matcher_stop(&matcher);
    return status;
}
