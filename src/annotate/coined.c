/* Coined names: capitalized sequences around a known head noun ("… Group",
 * "Guidelines for …"), so that a body founded next year is tagged before any
 * table has it. */
#include "annotate/pattern.h"
#include "annotate/coined.h"

#define LETTERS "(?:[A-Za-z0-9]|\xC3[\x80-\xBF])"
#define WORD "[A-Z]" LETTERS "*(?:[-/](?=" LETTERS ")" LETTERS "*)*(?:\\+\\d)?"
#define LINK "(?:of|for|on|in|against|with|and|between|the|&)"

/* A run of capitalized words, joined by little words; coined.c decides. */
const char coined_source[] = "(?<![A-Za-z0-9.-])" WORD "(?:(?: (?:" LINK
                             " ){0,2}|,? and |, )(?:\\d+(?:st|nd|rd|th) )?" WORD
                             "|'s? |(?<=[A-Z])\\.(?:[A-Z]\\.)*-?(?=[A-Z ]))*";

static const struct {
    str noun; /* a trailing -s is allowed */
    enum scm_type type;
} HEADS[] = {
    {S_INIT("Group"), SCM_MECHANISM},
    {S_INIT("Committee"), SCM_MECHANISM},
    {S_INIT("Subcommittee"), SCM_MECHANISM},
    {S_INIT("Commission"), SCM_MECHANISM},
    {S_INIT("Dialogue"), SCM_MECHANISM},
    {S_INIT("Forum"), SCM_MECHANISM},
    {S_INIT("Council"), SCM_MECHANISM},
    {S_INIT("Strategy"), SCM_MECHANISM},
    {S_INIT("Strategies"), SCM_MECHANISM},
    {S_INIT("Plan"), SCM_MECHANISM},
    {S_INIT("Guideline"), SCM_MECHANISM},
    {S_INIT("Guidance"), SCM_MECHANISM},
    {S_INIT("Framework"), SCM_MECHANISM},
    {S_INIT("Initiative"), SCM_MECHANISM},
    {S_INIT("Vision"), SCM_MECHANISM},
    {S_INIT("Summit"), SCM_MECHANISM},
    {S_INIT("Conference"), SCM_MECHANISM},
    {S_INIT("Partnership"), SCM_MECHANISM},
    {S_INIT("Program"), SCM_MECHANISM},
    {S_INIT("Programme"), SCM_MECHANISM},
    {S_INIT("Study"), SCM_MECHANISM},
    {S_INIT("Policy"), SCM_MECHANISM},
    {S_INIT("Mechanism"), SCM_MECHANISM},
    {S_INIT("Talk"), SCM_MECHANISM},
    {S_INIT("Meeting"), SCM_MECHANISM},
    {S_INIT("Roadmap"), SCM_MECHANISM},
    {S_INIT("Concept"), SCM_MECHANISM},
    {S_INIT("Review"), SCM_MECHANISM},
    {S_INIT("Ministerial"), SCM_MECHANISM},
    {S_INIT("Compact"), SCM_MECHANISM},
    {S_INIT("Agreement"), SCM_AGREEMENT},
    {S_INIT("Treaty"), SCM_AGREEMENT},
    {S_INIT("Declaration"), SCM_AGREEMENT},
    {S_INIT("Memorandum"), SCM_AGREEMENT},
    {S_INIT("Statement"), SCM_AGREEMENT},
    {S_INIT("Arrangement"), SCM_AGREEMENT},
    {S_INIT("Charter"), SCM_AGREEMENT},
    {S_INIT("Convention"), SCM_AGREEMENT},
    {S_INIT("Protocol"), SCM_AGREEMENT},
    {S_INIT("Accord"), SCM_AGREEMENT},
    {S_INIT("Pact"), SCM_AGREEMENT},
    {S_INIT("Principles"), SCM_AGREEMENT},
    {S_INIT("Exercise"), SCM_EXERCISE},
    {S_INIT("Training"), SCM_EXERCISE},
    {S_INIT("Shield"), SCM_EXERCISE},
    {S_INIT("Drill"), SCM_EXERCISE},
    {S_INIT("TTX"), SCM_EXERCISE},
    {S_INIT("Command"), SCM_ORG},
    {S_INIT("Ministry"), SCM_ORG},
    {S_INIT("Department"), SCM_ORG},
    {S_INIT("Agency"), SCM_ORG},
    {S_INIT("Organization"), SCM_ORG},
    {S_INIT("Task Force"), SCM_ORG},
    {S_INIT("Force"), SCM_ORG},
    {S_INIT("Fleet"), SCM_ORG},
};

/* Words that open a sentence or only qualify: no part of a name's start. */
static const str OPENERS[] = {S_INIT("The"), S_INIT("A"), S_INIT("An"), S_INIT("This"),
    S_INIT("That"), S_INIT("These"), S_INIT("Those"), S_INIT("In"), S_INIT("On"), S_INIT("At"),
    S_INIT("By"), S_INIT("For"), S_INIT("From"), S_INIT("With"), S_INIT("Through"),
    S_INIT("During"), S_INIT("Under"), S_INIT("Both"), S_INIT("Each"), S_INIT("As"),
    S_INIT("To"), S_INIT("Of"), S_INIT("And"), S_INIT("But"), S_INIT("Following"),
    S_INIT("Regarding"), S_INIT("Further"), S_INIT("Also"), S_INIT("They"), S_INIT("He"),
    S_INIT("She"), S_INIT("It"), S_INIT("Its"), S_INIT("Our"), S_INIT("Their"), S_INIT("His"),
    S_INIT("We"), S_INIT("After"), S_INIT("Before"), S_INIT("Since"), S_INIT("While"),
    S_INIT("When"), S_INIT("Moreover"), S_INIT("However"), S_INIT("Additionally"),
    S_INIT("Finally"), S_INIT("First"), S_INIT("Second"), S_INIT("Third"), S_INIT("Annual"),
    S_INIT("New"), S_INIT("All"), S_INIT("Any"), S_INIT("Such"), S_INIT("Via"),
    S_INIT("Within"), S_INIT("Pursuant"), S_INIT("Building"), S_INIT("Noting"),
    S_INIT("Recognizing"), S_INIT("Launching"), S_INIT("Deepening"), S_INIT("Enhancing"),
    S_INIT("Conducting"), S_INIT("Expanding"), S_INIT("Establishing"), S_INIT("Supporting"),
    S_INIT("Implementing"), S_INIT("Reaffirming"), S_INIT("Welcoming"), S_INIT("Based"),
    S_INIT("Upon"), S_INIT("Meanwhile"), S_INIT("Secretary"), S_INIT("Minister"),
    S_INIT("President"), S_INIT("North"), S_INIT("South"), S_INIT("Anniversary")};

/* Alone with a head noun these do not name anything. */
static const str GENERIC[] = {S_INIT("Joint"), S_INIT("Working"), S_INIT("Bilateral"),
    S_INIT("Trilateral"), S_INIT("Multilateral"), S_INIT("Annual"), S_INIT("New"),
    S_INIT("Next"), S_INIT("High"), S_INIT("Level"), S_INIT("High-Level"), S_INIT("High-level"),
    S_INIT("Senior"), S_INIT("Special"), S_INIT("Combined"), S_INIT("National"),
    S_INIT("Military"), S_INIT("Defense"), S_INIT("Security"), S_INIT("Future"),
    S_INIT("Regular"), S_INIT("Ministerial"), S_INIT("Field"), S_INIT("Base"),
    S_INIT("Steering"), S_INIT("Executive"), S_INIT("General"), S_INIT("Leaders"),
    S_INIT("Armed"), S_INIT("Political"), S_INIT("Official")};

static bool is_one_of(str word, const str *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(word, list[i])) return true;
    return false;
}

bool head_noun(str word, enum scm_type *type)
{
    if (word.len < 3 || !is_upper(word.at[0])) return false;
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        if (HEADS[i].noun.at[0] != word.at[0]) continue;
        str noun = HEADS[i].noun;
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
    if (str_eq(link, S("in")) &&
        !str_starts(
            str_sub(w->text, words->at[head + 1].end, w->text.len), S(" Commemoration")))
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

bool is_office_word(str word)
{
    static const str OFFICES[] = {S_INIT("Secretary"), S_INIT("Minister"), S_INIT("Director"),
        S_INIT("Coordinator"), S_INIT("Advisor"), S_INIT("Adviser"), S_INIT("Commander"),
        S_INIT("Ambassador"), S_INIT("Representative"), S_INIT("Envoy"), S_INIT("Chairman"),
        S_INIT("Chief"), S_INIT("President"), S_INIT("Spokesperson")};
    return is_one_of(word, OFFICES, sizeof OFFICES / sizeof *OFFICES);
}

/* "Coordinator for Defense Policy": an office, not a policy. */
static bool is_office(
    const struct work *w, const struct words *words, size_t first, size_t head)
{
    for (size_t i = first; i < head; i++)
        if (is_office_word(str_sub(w->text, words->at[i].start, words->at[i].end))) return true;
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
        specific +=
            !words->at[i].head && !is_one_of(word, GENERIC, sizeof GENERIC / sizeof *GENERIC);
    }
    return capitals >= 3 || (capitals >= 2 && specific >= 1);
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

static void add_coined(
    struct work *w, const struct words *words, size_t first, size_t last, enum scm_type type)
{
    size_t start = words->at[first].start, end = words->at[last].end;
    const struct candidate *listed = listed_before(w, end);
    if (listed && (listed->start <= start || !is_capital_run(words, first, listed->start)))
        return;
    add_candidate(w, (struct candidate){.start = start,
                         .end = end,
                         .type = type,
                         .rank = RANK_COINED,
                         .id = slug_id(w->arena, str_sub(w->text, start, end)),
                         .coined = true});
}

/* Behind a comma or an acronym and "and" another name begins. */
static size_t after_list(
    const struct work *w, const struct words *words, size_t from, size_t head)
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
        bool named =
            names_something(w, &words, first, last) || is_numbered(w, words.at[first].start);
        if (named && !is_office(w, &words, first, i))
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
