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
#define PERIOD "(?:[<later-nth><#nth><first><last>] <quarter>|<period>)"
#define UNIT "[<year><unit><century><day><units>]"
#define COUNT                                                                                  \
    "(?:[<#month><#day><#count>]|<tens>(?:-[<few><many>])?|[<a><few>] "                        \
    "<hundred>|[<few><many>])"
#define ABOUT                                                                                  \
    "(?:(?:<more> <than>|[<nearly><about><some><past><last><next><coming><first>]|<at> "       \
    "<least>|<up> <to>) )"

const char date_source[] =
    "(?<![$#/"
    "])(?![<the><a><another><for><about><some><more><nearly><past><last><coming><next><first><"
    "this>"
    "<earlier><at><up><few><many><#month><#day><#nth><#day-nth><#count>] [xX])(?:"
    /* 2023-11-13 */
    "<#year>([-./])<#month>\\1[<#month><#day>](*MARK:numeric)|<#year>[- ]<period>(*MARK:point)|"
    /* 2023. 11. 13.; 13/11/2023 */
    "<#year>\\. <#month>\\. [<#month><#day>]\\.(*MARK:numeric)|"
    "[<#month><#day>]([./])[<#month><#day>]\\2<#year>(?![./]" FIGURE ")(*MARK:numeric)|"
    /* FY2023, fiscal year 2023; 2020-21 */
    "(?:<#fiscal>|<fiscal> (?:<year> )?[<#year><#day><#count>])(*MARK:fiscal)|"
    "<#year>[-~][<#day><#count>](?![-./]" FIGURE "|[-%])(*MARK:years)|"
    "(?<![,.-])(?<!<resolution> |<number-sign>\\. )" YEAR "(?! <counted>)(*MARK:point)|"
    /* February 27 to 28, 2018; February 27, 2018 */
    "(?:<weekday>,? )?" MONTH " " DAY "(?:" TO DAY "(?:, ?" YEAR ")?(*MARK:range)|"
    "(?:(?:, ?| )" YEAR "|,? (?:<of> )?" THAT_YEAR ")?(*MARK:point))|"
    "(?:<month>\\.|<month-short>) " DAY "(?:,? " YEAR ")(*MARK:point)|"
    "<month-short> (?:" DAY "(?! <units>)|" YEAR ")(*MARK:point)|"
    /* from May to November */
    "(?:(?<=[<from><between>] )" MONTH "(?: ?[-~] ?| [<to><and>] )" MONTH "|" MONTH "[-~]" MONTH
    ")(?: " YEAR "|(?! " FIGURE "))(*MARK:months)|"
    /* April 2018, early April 2018, April this year */
    "(?:" PART "|" ROUGHLY ")?" MONTH "(?:,? (?:<of> )?" YEAR "| (?:<of> )?" THAT_YEAR
    ")(*MARK:point)|"
    /* 10-12 May 2024 */
    "(?:<the> )?" DAY TO DAY "(?: <of>)? " MONTH "(?:,? " YEAR ")?(*MARK:range)|"
    /* the last Friday in October 2023, the first week of January */
    "(?:<the> )?[<later-nth><#nth><first><last>] [<weekday><unit>] [<in><of>] " MONTH
    "(?:,? " YEAR ")?(*MARK:nth)|"
    /* 4 July, 1976; the 1st day of May, 2001 */
    "(?:<weekday>,? )?(?:<the> )?" DAY "(?: <day>)?(?: <of>)? " MONTH "(?:,? " YEAR
    ")?(*MARK:point)|"
    /* the first half of 2026, Q1 2026, 2026-H2 */
    "(?:<the> )?[<later-nth><#nth><first><last>] [<half><quarter>] <of> (?:" YEAR
    "|[<the><this><last><next>] <year>)(*MARK:point)|"
    "(?:<the> )?<period>,? " YEAR "(*MARK:point)|"
    "(?<=[<in><by><of><since><and><to>] )(?:<the> )?" PERIOD "(?! <of>|[?:-])(*MARK:point)|"
    /* the spring of 2022, the end of 2022, early 2022 */
    "(?:<the> )?(?:" ROUGHLY ")?<season>(?: <of>)?,? (?:" YEAR "|" THAT_YEAR ")(*MARK:point)|"
    "(?:" PART "|" ROUGHLY ")" YEAR "(*MARK:point)|"
    /* the past 68 years, for more than 70 years, ten years ago */
    "(?:" COUNT "|<a>) " UNIT " <ago>(*MARK:ago)|"
    "(?:<for> )?(?:<the> )?" ABOUT "*" COUNT "[- ]" UNIT "(?!-| <aged>| <a> " UNIT
    ")(*MARK:duration)|"
    "(?:<for> )?(?:(?:<more> <than>|[<nearly><about>]) )?(?:<a> |<the> (?:[<past><last>] "
    ")?)?(?:<half>[- ](?:<a> )?<century>|<quarter>[- ]<century>)(*MARK:duration)|"
    "<the> [<past><last><coming><next>] [<year><unit><century>](?! <of>)(*MARK:duration)|"
    "(?:<for> )?(?:<a> <additional>|<another>) [<year><unit><century>](?! "
    "<of>)(*MARK:duration)|"
    "(?:<for> (?:(?:<nearly>|<more> <than>) )?|(?:<nearly>|<more> <than>) )<a> "
    "[<year><unit><century>](*MARK:duration)|"
    /* this September, earlier this year, the end of next year */
    "(?:" PART "|<earlier> |" ROUGHLY ")?" WHICH " (?:" MONTH
    "|[<season><weekday><year><unit><quarter>])(?!-)(*MARK:point)|"
    "(?:" PART "|<earlier> <in> )?<the> <year>(?! (?:<of>|" FIGURE "))(*MARK:point)|"
    /* the 13th, in a story of that month */
    "(?<=[<on><by><since>] )<the> " DAY
    "(?= ?[,.;:(]| (?:[<that><to><and><at><in><for>]|<of> <this> <unit>)|[~'^])(*MARK:day)|"
    "<the> <day> <before> <yesterday>(*MARK:before-yesterday)|"
    "(?:<yesterday>|<today>(?!'))(*MARK:today)|"
    "<weekday>(?:(?<=<on> <weekday>)(*MARK:point)|(?! <of>)(*MARK:weekday))|" PART MONTH
    "(?! " FIGURE ")(*MARK:point)|"
    "(?<=[<in><by>] )<the> <season>(?=[.,;:\n])(*MARK:point)|"
    "(?<=[<in><by><since><of>] )(?:" ROUGHLY ")?" MONTH "(?![ -]" FIGURE ")(*MARK:point)|"
    "(?:<the> (?:" ROUGHLY ")?)?<#decade>(*MARK:decade)"
    ")";

/* "FY24", "FY2024" */
static bool is_fiscal(const struct language *l, str word)
{
    size_t letters = 0;
    while (letters < word.len && is_alpha(word.at[letters])) letters++;
    size_t digits = word.len - letters;
    return (digits == 2 || digits == 4) && is_digit(word.at[letters]) &&
           word_is(l, str_sub(word, 0, letters), WORD_FISCAL);
}

/* What a number can be: a year; a month or a day; a day; an ordinal that can be a
 * quarter or a day; one that can be a day; a count below a thousand; a decade. */
static const char *name_of_number(const struct language *l, str word)
{
    size_t n = 0;
    int value = 0;
    if (word.len && is_alpha(word.at[0])) return is_fiscal(l, word) ? "#fiscal" : NULL;
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

/* 2023-11-13, 13/11/2023; none where a day could be a month as well. */
static str numeric_value(struct work *w, str surface)
{
    int part[3] = {0};
    size_t n = 0;
    for (size_t i = 0; i < surface.len; i++)
        if (is_digit(surface.at[i]))
            part[n] = part[n] * 10 + surface.at[i] - '0';
        else if (i + 1 < surface.len && is_digit(surface.at[i + 1]))
            n++;
    date d = {part[0], part[1], part[2]};
    if (part[0] <= 31) {
        bool day_first = part[0] > 12;
        if (!day_first && part[1] <= 12 && part[0] != part[1]) return (str){NULL, 0};
        d = (date){part[2], part[day_first], part[!day_first]};
    }
    return date_valid(d) ? date_iso(w->arena, d) : (str){NULL, 0};
}

static str fiscal_value(struct work *w, str surface)
{
    size_t digits = 0;
    while (digits < surface.len && is_digit(surface.at[surface.len - digits - 1])) digits++;
    int year = str_int(str_sub(surface, surface.len - digits, surface.len));
    return str_printf(w->arena, "FY%04d", digits == 2 ? 2000 + year : year);
}

/* "2020-21" */
static void add_years(struct work *w, size_t start, size_t end)
{
    enum { YEAR_LEN = 4, SHORT_LEN = 2 };
    str first = str_sub(w->text, start, start + YEAR_LEN);
    int last = str_int(first) / 100 * 100 + str_int(str_sub(w->text, end - SHORT_LEN, end));
    if (end - start < YEAR_LEN + 1 + SHORT_LEN || last <= str_int(first)) return;
    add_date(w, start, start + YEAR_LEN, S("date"), first);
    add_date(w, end - SHORT_LEN, end, S("date"), str_printf(w->arena, "%04d", last));
}

static size_t letters_at(const struct work *w, size_t at, size_t end)
{
    size_t n = 0;
    while (at + n < end && is_alpha(w->text.at[at + n])) n++;
    return n;
}

/* "from May to November 2023": the year is that of the second, and of the first where it does
 * not stand behind the second in the year. */
static void add_months(
    struct work *w, size_t start, size_t end, const struct timex_words *words)
{
    struct timex_words first = *words, last = *words;
    const struct language *l = w->image->language;
    size_t second = end, first_end = start + letters_at(w, start, end);
    first.month = month_number(l, str_sub(w->text, start, first_end));
    for (size_t i = first_end, n; i < end && second == end; i += n ? n : 1) {
        n = letters_at(w, i, end);
        int month = n ? month_number(l, str_sub(w->text, i, i + n)) : 0;
        if (month == 0) continue;
        last.month = month;
        second = i;
    }
    if (words->year) first.year = words->year - (first.month > last.month);
    add_date(w, start, first_end, S("date"), timex_point(w->arena, &first, w->reference));
    add_date(w, second, end, S("date"), timex_point(w->arena, &last, w->reference));
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

/* The clause that holds the stretch: up to a semicolon or the end of the sentence. */
static str clause_around(const struct work *w, size_t start, size_t end)
{
    enum { FARTHEST = 300 };
    size_t from = start, to = end, least = start > FARTHEST ? start - FARTHEST : 0;
    size_t most = end + FARTHEST < w->text.len ? end + FARTHEST : w->text.len;
    while (from > least && !memchr(";\n.", w->text.at[from - 1], 3)) from--;
    while (to < most && !memchr(";\n.", w->text.at[to], 3)) to++;
    return str_sub(w->text, from, to);
}

/* A weekday is to come where the clause says "will". */
static bool is_ahead(const struct work *w, size_t start)
{
    enum { NEAR = 60 };
    size_t clause = (size_t)(clause_around(w, start, start).at - w->text.at);
    str before = str_sub(w->text, start > clause + NEAR ? start - NEAR : clause, start);
    return has_phrase(w->image->language, PHRASE_FUTURE, before);
}

/* 1 where the clause is about what is to come, -1 about what has passed, else TIMEX_NONE. */
static int tense_of(const struct work *w, str clause)
{
    const struct language *l = w->image->language;
    if (has_phrase(l, PHRASE_FUTURE, clause)) return 1;
    if (has_phrase(l, PHRASE_PAST, clause)) return -1;
    for (str word; str_cut(&clause, ' ', &word);)
        if (word.len > 4 && word_is(l, str_sub(word, word.len - 2, word.len), WORD_PAST_ENDING))
            return -1;
    return TIMEX_NONE;
}

/* The tense of the words in front, else of those behind, else of the whole clause. */
static int tense_around(const struct work *w, size_t start, size_t end)
{
    enum { NEAR = 50 };
    str clause = clause_around(w, start, end);
    size_t from = (size_t)(clause.at - w->text.at), to = from + clause.len;
    str before = str_sub(w->text, start > from + NEAR ? start - NEAR : from, start);
    int tense = tense_of(w, before);
    if (tense == TIMEX_NONE)
        tense = tense_of(w, str_sub(w->text, end, end + NEAR < to ? end + NEAR : to));
    return tense == TIMEX_NONE ? tense_of(w, clause) : tense;
}

/* "In December": the last one with a past verb, the next one with a future one. */
static int year_by_tense(const struct work *w, const struct match *m, int month)
{
    date r = w->reference;
    str before = str_trim(str_sub(w->text, m->at[0] > 8 ? m->at[0] - 8 : 0, m->at[0]));
    int tense = has_phrase(w->image->language, PHRASE_DEADLINE, before)
                    ? 1
                    : tense_around(w, m->at[0], m->at[1]);
    if (tense == TIMEX_NONE || r.month == 0) return 0;
    return tense == 1 ? r.year + (month < r.month) : r.year - (month > r.month);
}

/* "Monday, July 15": the nearest year in which it is one. */
static int year_by_weekday(const struct work *w, const struct timex_words *words)
{
    enum { NEAR = 3 };
    for (int i = 0; w->reference.year && i <= 2 * NEAR; i++) {
        date d = {w->reference.year + (i % 2 ? (i + 1) / 2 : -i / 2), words->month, words->day};
        if (date_valid(d) && date_weekday(d) == words->weekday) return d.year;
    }
    return 0;
}

/* The year that the words leave open: from around them. */
static int open_year(
    const struct work *w, const struct match *m, const struct timex_words *words)
{
    if (words->day) {
        int year = year_behind(w, m->at[0]);
        return year || !words->weekday ? year : year_by_weekday(w, words);
    }
    bool bare = words->unit == 0 && words->direction == TIMEX_NONE;
    return bare ? year_by_tense(w, m, words->month) : 0;
}

static void add_match(struct work *w, const struct match *m)
{
    size_t start = m->at[0], end = m->at[1];
    str surface = str_sub(w->text, start, end), mark = str_of(m->mark), value;
    struct timex_words words = timex_read(w->image->language, surface);
    if (!exists(&words)) return;
    bool nth = str_eq(mark, S("nth"));
    if (nth) words.direction = TIMEX_NONE;
    if (words.month && words.year == 0) words.year = open_year(w, m, &words);
    if (!nth && words.weekday && words.direction == TIMEX_NONE && is_ahead(w, start))
        words.direction = 1;
    if (str_eq(mark, S("range"))) {
        add_range(w, start, end, &words);
        return;
    }
    if (str_eq(mark, S("months"))) {
        add_months(w, start, end, &words);
        return;
    }
    if (str_eq(mark, S("years"))) {
        add_years(w, start, end);
        return;
    }
    if (str_eq(mark, S("duration"))) {
        add_date(w, start, end, S("duration"), timex_duration(w->arena, &words));
        return;
    }
    if (str_eq(mark, S("numeric")))
        value = numeric_value(w, surface);
    else if (str_eq(mark, S("fiscal")))
        value = fiscal_value(w, surface);
    else if (nth)
        value = timex_nth(w->arena, &words, w->reference);
    else if (str_eq(mark, S("before-yesterday")))
        value = w->reference.day
                    ? date_iso(w->arena, date_from_days(date_days(w->reference) - 2))
                    : (str){NULL, 0};
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
