/* Dates: a grammar finds temporal expressions, timex.c gives their values.
 *
 * Each alternative ends in a mark that says how its words are to be read. */
#include "annotate/grammar.h"
#include "annotate/found.h"
#include "annotate/timex.h"

/* A word that begins with a digit: see name_of_number. */
#define FIGURE "[<#other><#month><#day><#nth><#day-nth><#count><#decade><#year>]"
#define MONTH "(?:<month>|<month-short>\\.)"
#define YEAR "<#year>(?![.,-]" FIGURE "|%)"
#define DAY "[<#month><#day><#nth><#day-nth>]"
#define TO "(?: ?[-~] ?| [<to><and><through>] )"
#define PART "<the> <part-of> <of> "
#define ROUGHLY "<stage>[- ]"
#define THAT_YEAR "[<this><last><next>] <year>"
#define WHICH "(?:<this>(?: [<past><coming>])?|[<last><next>])"
#define UNIT "[<year><unit><century><day><units>]"
#define COUNT                                                                                  \
    "(?:[<#month><#day><#count>]|<tens>(?:-[<few><many>])?|[<a><few>] "                        \
    "<hundred>|[<few><many>])"
#define ABOUT                                                                                  \
    "(?:(?:<more> <than>|[<nearly><about><some><past><last><next><coming><first>]|<at> "       \
    "<least>|<up> <to>) )"

const char date_source[] =
    "(?<![$#/"
    "])(?![<the><a><for><about><some><more><nearly><past><last><coming><next><first><this>"
    "<earlier><at><up><few><many><#month><#day><#nth><#day-nth><#count>] [xX])(?:"
    /* 2023-11-13 */
    "<#year>([-./])<#month>\\1[<#month><#day>](*MARK:numeric)|<#year>[- ]<period>(*MARK:point)|"
    "(?<![,.-])(?<!<resolution> |<number-sign>\\. )" YEAR "(?! <counted>)(*MARK:point)|"
    /* February 27 to 28, 2018; February 27, 2018 */
    "(?:<weekday>,? )?" MONTH " " DAY "(?:" TO DAY "(?:, ?" YEAR ")?(*MARK:range)|"
    "(?:(?:, ?| )" YEAR "|,? <of> " THAT_YEAR ")?(*MARK:point))|"
    /* April 2018, early April 2018, April this year */
    "(?:" PART "|" ROUGHLY ")?" MONTH "(?:,? (?:<of> )?" YEAR "| (?:<of> )?" THAT_YEAR
    ")(*MARK:point)|"
    /* 4 July, 1976; the 1st day of May, 2001 */
    "(?:<weekday>,? )?(?:<the> )?" DAY "(?: <day>)?(?: <of>)? " MONTH "(?:,? " YEAR
    ")?(*MARK:point)|"
    /* the first half of 2026, Q1 2026, 2026-H2 */
    "(?:<the> )?[<later-nth><#nth><first><last>] [<half><quarter>] <of> (?:" YEAR
    "|[<the><this><last><next>] <year>)(*MARK:point)|"
    "<period>,? " YEAR "(*MARK:point)|"
    /* the spring of 2022, the end of 2022, early 2022 */
    "(?:<the> )?(?:" ROUGHLY ")?<season>(?: <of>)?,? (?:" YEAR "|" THAT_YEAR ")(*MARK:point)|"
    "(?:" PART "|" ROUGHLY ")" YEAR "(*MARK:point)|"
    /* the past 68 years, for more than 70 years, ten years ago */
    "(?:" COUNT "|<a>) " UNIT " <ago>(*MARK:ago)|"
    "(?:<for> )?(?:<the> )?" ABOUT "*" COUNT "[- ]" UNIT "(?!-)(*MARK:duration)|"
    "(?:<for> )?(?:(?:<more> <than>|[<nearly><about>]) )?(?:<a> |<the> (?:[<past><last>] "
    ")?)?(?:<half>[- ](?:<a> )?<century>|<quarter>[- ]<century>)(*MARK:duration)|"
    "<the> [<past><last><coming><next>] [<year><unit><century>](?! <of>)(*MARK:duration)|"
    "(?:<for> (?:(?:<nearly>|<more> <than>) )?|(?:<nearly>|<more> <than>) )<a> "
    "[<year><unit><century>](*MARK:duration)|"
    /* this September, earlier this year, the end of next year */
    "(?:" PART "|<earlier> |" ROUGHLY ")?" WHICH " (?:" MONTH
    "|[<season><weekday><year><unit><quarter>])(?!-)(*MARK:point)|"
    "(?:" PART "|<earlier> <in> )?<the> <year>(?! (?:<of>|" FIGURE "))(*MARK:point)|"
    /* the 13th, in a story of that month */
    "(?<=[<on><by><since>] )<the> " DAY
    "(?= ?[,.;:(]| (?:[<that><to><and><at><in><for>]|<of> <this> <unit>)|[~'^])(*MARK:day)|"
    "(?:<yesterday>|<today>(?!'))(*MARK:today)|"
    "<weekday>(?:(?<=<on> <weekday>)(*MARK:point)|(?! <of>)(*MARK:weekday))|" PART MONTH
    "(?! " FIGURE ")(*MARK:point)|"
    "(?<=[<in><by>] )<the> <season>(?=[.,;:\n])(*MARK:point)|"
    "(?<=[<in><by><since><of>] )(?:" ROUGHLY ")?" MONTH "(?![ -]" FIGURE ")(*MARK:point)|"
    "(?:<the> (?:" ROUGHLY ")?)?<#decade>(*MARK:decade)"
    ")";

/* What a number can be: a year; a month or a day; a day; an ordinal that can be a
 * quarter or a day; one that can be a day; a count below a thousand; a decade. */
static const char *name_of_number(const struct language *l, str word)
{
    size_t n = 0;
    int value = 0;
    for (; n < word.len && n < 4 && is_digit(word.at[n]); n++)
        value = value * 10 + word.at[n] - '0';
    str tail = str_sub(word, n, word.len);
    if (n == 4 && (value / 100 == 19 || value / 100 == 20)) {
        if (tail.len == 0) return "#year";
        return value % 10 == 0 && str_eq(tail, S("s")) ? "#decade" : "#other";
    }
    bool day = n <= 2 && value >= 1 && value <= 31;
    if (tail.len == 0)
        return n > 3 ? "#other" : !day ? "#count" : value <= 12 ? "#month" : "#day";
    if (!day || !word_is(l, tail, WORD_ORDINAL_SUFFIX)) return "#other";
    return n == 1 && value <= 4 ? "#nth" : "#day-nth";
}

static const struct grammar GRAMMAR = {PATTERN_DATE, name_of_number};

/* Years run from 1 to 9999; a value may also be a period or a reference. */
static bool in_calendar(str value)
{
    size_t digits = 0;
    while (digits < value.len && is_digit(value.at[digits])) digits++;
    return !str_starts(value, S("-")) && digits <= 4 && !str_starts(value, S("0000"));
}

static void add_date(struct work *w, size_t start, size_t end, str id, str value)
{
    if (value.len == 0 || !in_calendar(value)) return;
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
    if (is_ordinal_suffix(w->image->language, suffix)) joint.len += suffix.len;
    add_date(
        w, start, start + joint.len, S("date"), timex_point(w->arena, words, w->reference));
    words->day = words->second_day;
    add_date(w, second, end, S("date"), timex_point(w->arena, words, w->reference));
}

static str numeric_value(struct work *w, str surface)
{
    date d;
    return date_scan(w->image->language, surface, &d) == surface.len ? date_iso(w->arena, d)
                                                                     : (str){NULL, 0};
}

/* A date that does not exist has no value. */
static bool exists(const struct timex_words *words)
{
    date d = {words->year ? words->year : 2000, words->month, words->day};
    return words->month == 0 || date_valid(d);
}

/* "from April 30 to May 2, 2018": the year stands behind the second day. */
static int year_behind(const struct work *w, size_t start)
{
    date first, last;
    str rest = str_sub(w->text, start, start + 60);
    return date_scan_days(w->image->language, rest, &first, &last) ? last.year : 0;
}

/* A weekday is to come where the clause says "will". */
static bool is_ahead(const struct work *w, size_t start)
{
    str before = str_sub(w->text, start > 60 ? start - 60 : 0, start);
    return has_phrase(w->image->language, PHRASE_FUTURE, before);
}

static void add_match(struct work *w, const struct match *m)
{
    size_t start = m->at[0], end = m->at[1];
    str surface = str_sub(w->text, start, end), mark = str_of(m->mark), value;
    struct timex_words words = timex_read(w->image->language, surface);
    if (!exists(&words)) return;
    if (words.month && words.day && words.year == 0) words.year = year_behind(w, start);
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

int find_dates(struct work *w)
{
    struct parse parse;
    struct match m;
    int status;
    parse_start(&parse, w, &GRAMMAR, NULL);
    while ((status = parse_next(&parse, &m, w->error)) == 1) add_match(w, &m);
    parse_stop(&parse);
    return status;
}
