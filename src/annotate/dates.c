/* Dates: one pattern finds temporal expressions, timex.c gives their values.
 *
 * The pattern is tried only around the words that such an expression cannot
 * do without: that is eight times as fast as a search of the whole text.  Each alternative ends
 * in a mark that says how its words are to be read. */
#include "annotate/pattern.h"
#include "annotate/timex.h"
#include "annotate/work.h"

#define MONTHS                                                                                 \
    "(?:Jan(?:uary|\\.)|Feb(?:ruary|\\.)|Mar(?:ch|\\.)|Apr(?:il|\\.)|May|Jun(?:e|\\.)|"        \
    "Jul(?:y|\\.)|Aug(?:ust|\\.)|Sep(?:tember|t\\.|\\.)|Oct(?:ober|\\.)|Nov(?:ember|\\.)|"     \
    "Dec(?:ember|\\.))"
#define YEARS "(?:19|20)\\d\\d(?![\\dA-Za-z]|[.,]\\d|%|[-.]\\d)"
#define DAYS "(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?(?![\\dA-Za-z])"
#define WEEKDAY "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
#define SEASON "(?:[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)"
#define TO "(?: ?(?:-|\xE2\x80\x93) ?| to | and | through )"
#define PART "(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|[Cc]lose|[Rr]emainder|[Rr]est|[Oo]nset)"
#define NTH "(?:first|second|third|fourth|latter|last|1st|2nd|3rd|4th)"
#define WHICH "(?:[Tt]his(?: past| coming)?|[Ll]ast|[Nn]ext)"
#define ROUGHLY "(?:[Ee]arly|[Mm]id|[Ll]ate)[- ]"
#define UNITS "(?:years?|months?|weeks?|days?|decades?|centur(?:y|ies)|hours?)"
#define COUNTS                                                                                 \
    "(?:\\d{1,3}|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-(?:one|two|three|four|five|"   \
    "six|seven|eight|nine))?|one|two|three|four|"                                              \
    "five|six|seven|eight|nine|ten|(?:a|one|two|three) "                                       \
    "hundred|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)"
#define ABOUTS                                                                                 \
    "(?:(?:more than|less than|over|nearly|almost|about|around|at least|some|up to|past|last|" \
    "next|coming|following|previous|first|another) )"

/* Called as subroutines, so that the pattern compiles in half the time. */
#define MONTH "(?&M)"
#define YEAR "(?&Y)"
#define DAY "(?&D)"
#define COUNT "(?&C)"
#define UNIT "(?&U)"
#define ABOUT "(?&A)"

const char date_source[] =
    "(?(DEFINE)(?<M>" MONTHS ")(?<Y>" YEARS ")(?<D>" DAYS ")(?<C>" COUNTS ")(?<U>" UNITS
    ")(?<A>" ABOUTS "))(?<![A-Za-z0-9$#/])(?:"
    /* 2023-11-13 */
    "(?:19|20)\\d\\d(?<S>[-./"
    "])(?:1[0-2]|0?[1-9])\\k<S>(?:3[01]|[12]\\d|0?[1-9])(?!\\d)(*MARK:numeric)|"
    /* February 27 to 28, 2018; February 27, 2018 */
    "(?:" WEEKDAY ",? )?" MONTH " " DAY TO DAY "(?:, ?" YEAR ")?(*MARK:range)|"
    "(?:" WEEKDAY ",? )?" MONTH " " DAY "(?:(?:, ?| )" YEAR
    "|,? of (?:this|last|next) year)?(*MARK:point)|"
    /* April 2018, early April 2018, April this year */
    "(?:[Tt]he " PART " of |" ROUGHLY ")?" MONTH "(?:,? (?:of )?" YEAR
    "| (?:of )?(?:this|last|next) year)(*MARK:point)|"
    /* 4 July, 1976; the 1st day of May, 2001 */
    "(?:" WEEKDAY ",? )?(?:the )?" DAY "(?: day)?(?: of)? " MONTH "(?:,? " YEAR
    ")?(*MARK:point)|"
    /* the first half of 2026, Q1 2026, 2026-H2 */
    "(?:[Tt]he )?" NTH " (?:half|quarter) of (?:" YEAR
    "|(?:this|next|last|the) year)(*MARK:point)|"
    "(?:[HQ][1-4],? " YEAR "|(?:19|20)\\d\\d[- ](?:H[12]|Q[1-4])\\b)(*MARK:point)|"
    /* the spring of 2022, the end of 2022, early 2022 */
    "(?:[Tt]he )?(?:" ROUGHLY ")?" SEASON "(?: of)?,? (?:" YEAR
    "|(?:this|last|next) year)(*MARK:point)|"
    "(?:[Tt]he " PART " of |" ROUGHLY ")" YEAR "(*MARK:point)|"
    /* the past 68 years, for more than 70 years, ten years ago */
    "(?:" COUNT "|[Aa]) " UNIT " ago\\b(*MARK:ago)|"
    "(?:[Ff]or )?(?:[Tt]he )?" ABOUT "*" COUNT "(?:-| )" UNIT "(?![A-Za-z-])(*MARK:duration)|"
    "(?:[Ff]or )?(?:over |more than |nearly |almost |about )?(?:an? |[Tt]he (?:past |last "
    ")?)?(?:half[- ](?:a )?century|quarter[- ]century)(*MARK:duration)|"
    "[Tt]he (?:past|last|coming|next) (?:year|month|week|decade|century)\\b(?! "
    "of)(*MARK:duration)|"
    "(?:[Ff]or (?:over |nearly |almost |more than )?|over |nearly |almost |more than )an? "
    "(?:year|month|week|decade|century)\\b"
    "(*MARK:duration)|"
    /* this September, earlier this year, the end of next year */
    "(?:[Tt]he " PART " of |[Ee]arlier |[Ll]ater |" ROUGHLY ")?" WHICH " (?:" MONTH "|" SEASON
    "|" WEEKDAY "|year|month|week|weekend|quarter|decade)\\b(?!-)(*MARK:point)|"
    "(?:[Tt]he " PART
    " of |[Ee]arlier in |[Ll]ater in )?[Tt]he year\\b(?! (?:of|\\d))(*MARK:point)|"
    /* the 13th, in a story of that month */
    "(?<=[Oo]n |by |til |nce |rom )the " DAY
    "(?= ?[,.;:(]| (?:that|to|and|at|in|as|with|for|but|of this month)\\b|\xE2\x80)(*MARK:day)|"
    "[Yy]esterday|[Tt]omorrow|[Tt]oday(?!\xE2\x80\x99s|'s)(*MARK:today)|"
    "(?<=[Oo]n )" WEEKDAY "(*MARK:point)|" WEEKDAY "\\b(?! of)(*MARK:weekday)|"
    "[Tt]he " PART " of " MONTH "(?! \\d)(*MARK:point)|"
    "(?<=[Ii]n |[Bb]y )the " SEASON "(?=[.,;:\n])(*MARK:point)|"
    "(?<=in |by |nce |til |rom |of )(?:" ROUGHLY ")?" MONTH "(?![ -]\\d)(*MARK:point)|"
    "(?:[Tt]he (?:" ROUGHLY ")?)?(?:19|20)\\d0s(*MARK:decade)|"
    "(?<![,.-])(?<!esolution |solutions |No\\. |Nos\\. )" YEAR
    "(?! (?:troops|personnel|people|soldiers|sites|meters|kilometers|miles)\\b)"
    "(*MARK:point)"
    ")";

static void add_date(struct work *w, size_t start, size_t end, str id, str value)
{
    if (value.len == 0) return;
    add_candidate(w, (struct candidate){.start = start,
                         .end = end,
                         .type = SCM_DATE,
                         .rank = RANK_LISTED,
                         .id = id,
                         .value = value});
}

/* "February 27 to 28, 2018": two dates of one month. */
static void add_range(struct work *w, size_t start, size_t end, struct timex_words *words)
{
    size_t second = start + words->second_day_at, first_end = second;
    while (first_end > start && !is_alnum(w->text.at[first_end - 1])) first_end--;
    str joint = str_sub(w->text, start, first_end);
    while (joint.len && !is_digit(joint.at[joint.len - 1])) joint.len--;
    str suffix = str_sub(w->text, start + joint.len, start + joint.len + 2);
    if (str_eq(suffix, S("st")) || str_eq(suffix, S("nd")) || str_eq(suffix, S("rd")) ||
        str_eq(suffix, S("th")))
        joint.len += suffix.len;
    add_date(
        w, start, start + joint.len, S("date"), timex_point(w->arena, words, w->reference));
    words->day = words->second_day;
    add_date(w, second, end, S("date"), timex_point(w->arena, words, w->reference));
}

static str numeric_value(struct work *w, str surface)
{
    date d;
    return date_scan(surface, &d) == surface.len ? date_iso(w->arena, d) : (str){NULL, 0};
}

/* A date that does not exist has no value. */
static bool exists(const struct timex_words *words)
{
    date d = {words->year ? words->year : 2000, words->month, words->day};
    return words->month == 0 || date_valid(d);
}

/* "from April 30 to May 2, 2018": the year stands behind the second day. */
static int year_behind(const struct work *w, size_t end)
{
    static const str JOINTS[] = {S_INIT(" to "), S_INIT(" and "), S_INIT(" through "),
        S_INIT("-"), S_INIT("\xE2\x80\x93"), S_INIT(" - ")};
    str rest = str_sub(w->text, end, end + 40);
    date d;
    for (size_t i = 0; i < sizeof JOINTS / sizeof *JOINTS; i++)
        if (str_starts(rest, JOINTS[i]) &&
            date_scan(str_sub(rest, JOINTS[i].len, rest.len), &d))
            return d.year;
    return 0;
}

/* A weekday is to come where the clause says "will". */
static bool is_ahead(const struct work *w, size_t start)
{
    static const str WORDS[] = {S_INIT(" will "), S_INIT(" would "), S_INIT(" to be "),
        S_INIT(" is to "), S_INIT(" are to "), S_INIT(" plan to "), S_INIT(" plans to ")};
    str before = str_sub(w->text, start > 60 ? start - 60 : 0, start);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_has(before, WORDS[i])) return true;
    return false;
}

static void add_match(struct work *w, const struct match *m)
{
    size_t start = m->at[0], end = m->at[1];
    str surface = str_sub(w->text, start, end), mark = str_of(m->mark), value;
    struct timex_words words = timex_read(surface);
    if (!exists(&words)) return;
    if (words.month && words.day && words.year == 0) words.year = year_behind(w, end);
    if (words.weekday && words.direction == TIMEX_NONE && is_ahead(w, start))
        words.direction = 1;
    if (str_eq(mark, S("range"))) {
        add_range(w, start, end, &words);
        return;
    }
    if (str_eq(mark, S("duration"))) {
        add_date(w, start, end, S("duration"), timex_duration(w->arena, &words));
        return;
    }
    if (str_eq(mark, S("numeric")))
        value = numeric_value(w, surface);
    else if (str_eq(mark, S("ago")))
        value = timex_ago(w->arena, &words, w->reference);
    else if (str_eq(mark, S("decade")))
        value = str_dup(w->arena, str_sub(surface, surface.len - 5, surface.len - 2));
    else if (str_eq(mark, S("weekday")) && w->document->kind != SCM_KIND_NEWS)
        return;
    else if (str_eq(mark, S("today")) && w->reference.day == 0)
        return;
    else
        value = timex_point(w->arena, &words, w->reference);
    add_date(w, start, end, S("date"), value);
}

/* Words without which there is no temporal expression; a word that begins with
 * a digit is another. */
static const str CORES[] = {S_INIT("january"), S_INIT("jan"), S_INIT("february"), S_INIT("feb"),
    S_INIT("march"), S_INIT("mar"), S_INIT("april"), S_INIT("apr"), S_INIT("may"),
    S_INIT("june"), S_INIT("jun"), S_INIT("july"), S_INIT("jul"), S_INIT("august"),
    S_INIT("aug"), S_INIT("september"), S_INIT("sept"), S_INIT("sep"), S_INIT("october"),
    S_INIT("oct"), S_INIT("november"), S_INIT("nov"), S_INIT("december"), S_INIT("dec"),
    S_INIT("monday"), S_INIT("tuesday"), S_INIT("wednesday"), S_INIT("thursday"),
    S_INIT("friday"), S_INIT("saturday"), S_INIT("sunday"), S_INIT("spring"), S_INIT("summer"),
    S_INIT("fall"), S_INIT("autumn"), S_INIT("winter"), S_INIT("year"), S_INIT("years"),
    S_INIT("month"), S_INIT("months"), S_INIT("week"), S_INIT("weeks"), S_INIT("weekend"),
    S_INIT("day"), S_INIT("days"), S_INIT("decade"), S_INIT("decades"), S_INIT("century"),
    S_INIT("centuries"), S_INIT("hour"), S_INIT("hours"), S_INIT("quarter"), S_INIT("today"),
    S_INIT("yesterday"), S_INIT("tomorrow"), S_INIT("half")};

/* For each first letter the lengths of the cores that begin with it, as bits. */
static void core_lengths(uint32_t lengths[26])
{
    for (size_t i = 0; i < sizeof CORES / sizeof *CORES; i++)
        lengths[CORES[i].at[0] - 'a'] |= 1u << CORES[i].len;
}

static bool is_core(str word, const uint32_t lengths[26])
{
    char first = to_lower(word.at[0]);
    if (is_digit(first)) return true;
    if (!is_lower(first) || word.len > 12 || !(lengths[first - 'a'] >> word.len & 1))
        return false;
    for (size_t i = 0; i < sizeof CORES / sizeof *CORES; i++)
        if (CORES[i].at[0] == first && str_eq_nocase(word, CORES[i])) return true;
    return false;
}

static size_t word_end(str text, size_t at)
{
    while (at < text.len && is_alnum(text.at[at])) at++;
    return at;
}

/* A match that begins at a word start from `from` up to the core. */
static int match_around(
    struct work *w, struct matcher *matcher, size_t from, size_t core, struct match *m)
{
    for (size_t at = from; at <= core; at++) {
        if (!is_alnum(w->text.at[at]) || (at > 0 && is_alnum(w->text.at[at - 1]))) continue;
        int status = matcher_at(matcher, at, m, w->error);
        if (status != 0) return status;
    }
    return 0;
}

/* Eight words before the core at most belong to its expression. */
static size_t window_start(str text, size_t past, size_t core)
{
    enum { MOST_WORDS = 8, MOST_BYTES = 80 };
    size_t at = core, words = 0;
    for (size_t i = core; i > past && core - i < MOST_BYTES && words < MOST_WORDS; i--) {
        if (text.at[i - 1] == '\n') break;
        bool start = is_alnum(text.at[i - 1]) && (i == 1 || !is_alnum(text.at[i - 2]));
        if (!start) continue;
        at = i - 1;
        words++;
    }
    return at;
}

int find_dates(struct work *w)
{
    struct matcher matcher;
    struct match m;
    uint32_t lengths[26] = {0};
    size_t past = 0, next;
    int status = 0;
    core_lengths(lengths);
    matcher_start(&matcher, PATTERN_DATE, w->text);
    for (size_t at = 0; status >= 0 && at < w->text.len; at = next) {
        next = word_end(w->text, at);
        if (next == at) {
            next++;
            continue;
        }
        if (!is_core(str_sub(w->text, at, next), lengths)) continue;
        status = match_around(w, &matcher, window_start(w->text, past, at), at, &m);
        if (status != 1) continue;
        add_match(w, &m);
        past = m.at[1];
        if (past > next) next = past;
    }
    matcher_stop(&matcher);
    return status < 0 ? status : SCM_OK;
}
