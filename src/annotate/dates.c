/* Dates: a grammar finds temporal expressions, timex.c gives their values.
 *
 * Each alternative ends in a mark that says how its words are to be read. */
#include "annotate/grammar.h"
#include "annotate/timex.h"

static const struct class_words WORDS[] = {
    {'M', "January February March April May June July August September October November "
          "December"},
    {'m', "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"},
    {'W', "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"},
    {'S', "spring summer fall autumn winter Spring Summer Fall Autumn Winter"},
    {'Q', "Q1 Q2 Q3 Q4 H1 H2"},
    {'P', "end beginning start middle close remainder rest onset End Beginning Start Middle "
          "Close Remainder Rest Onset"},
    {'R', "early mid late Early Mid Late"},
    {'N', "second third fourth latter"},
    {'f', "first"},
    {'l', "last Last"},
    {'e', "next Next"},
    {'i', "this This"},
    {'p', "past"},
    {'c', "coming"},
    {'y', "year"},
    {'k', "month week weekend decade"},
    {'v', "century"},
    {'j', "day"},
    {'u', "years months weeks days decades centuries hour hours"},
    {'h', "half"},
    {'q', "quarter"},
    {'B', "one two three"},
    {'C', "four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
          "seventeen eighteen nineteen"},
    {'T', "twenty thirty forty fifty sixty seventy eighty ninety"},
    {'D', "hundred"},
    {'A', "a an A An"},
    {'V', "over nearly almost"},
    {'a', "about"},
    {'r', "around some following previous another"},
    {'L', "more less"},
    {'G', "than"},
    {'H', "at"},
    {'J', "least"},
    {'U', "up"},
    {'O', "to"},
    {'K', "and"},
    {'w', "through"},
    {'E', "earlier later Earlier Later"},
    {'g', "ago"},
    {'t', "the The"},
    {'F', "for For"},
    {'o', "of"},
    {'I', "in In within"},
    {'n', "on On"},
    {'b', "by By"},
    {'s', "since Since until Until til from From once"},
    {'d', "that as with but"},
    {'Z', "today Today"},
    {'z', "yesterday tomorrow Yesterday Tomorrow"},
    {'7', "troops personnel people soldiers sites meters kilometers miles"},
    {'8', "Resolution Resolutions resolution resolutions"},
    {'9', "No Nos"},
    {0, NULL},
};

#define FIGURE "[0-6Y]" /* what begins with a digit: see class_of_number */
#define MONTH "(?:M|m\\.)"
#define YEAR "Y(?![.,-]" FIGURE "|%)"
#define DAY "[1-4]"
#define TO "(?: ?[-~] ?| [OKw] )"
#define PART "t P o "
#define ROUGHLY "R[- ]"
#define THAT_YEAR "[ile] y" /* this, last, next year */
#define WHICH "(?:i(?: [pc])?|[le])"
#define UNIT "[ykvju]"
#define COUNT "(?:[125]|T(?:-[BC])?|[AB] D|[BC])"
#define ABOUT "(?:(?:L G|[Varplecf]|H J|U O) )"

const char date_source[] =
    "(?<![$#/])(?![t1-5] [xX])(?:"
    /* 2023-11-13 */
    "Y([-./])1\\1[12](*MARK:numeric)|Y[- ]Q(*MARK:point)|"
    "(?<![,.-])(?<!8 |9\\. )" YEAR "(?! 7)(*MARK:point)|"
    /* February 27 to 28, 2018; February 27, 2018 */
    "(?:W,? )?" MONTH " " DAY "(?:" TO DAY "(?:, ?" YEAR ")?(*MARK:range)|"
    "(?:(?:, ?| )" YEAR "|,? o " THAT_YEAR ")?(*MARK:point))|"
    /* April 2018, early April 2018, April this year */
    "(?:" PART "|" ROUGHLY ")?" MONTH "(?:,? (?:o )?" YEAR "| (?:o )?" THAT_YEAR
    ")(*MARK:point)|"
    /* 4 July, 1976; the 1st day of May, 2001 */
    "(?:W,? )?(?:t )?" DAY "(?: j)?(?: o)? " MONTH "(?:,? " YEAR ")?(*MARK:point)|"
    /* the first half of 2026, Q1 2026, 2026-H2 */
    "(?:t )?[N3fl] [hq] o (?:" YEAR "|[tile] y)(*MARK:point)|"
    "Q,? " YEAR "(*MARK:point)|"
    /* the spring of 2022, the end of 2022, early 2022 */
    "(?:t )?(?:" ROUGHLY ")?S(?: o)?,? (?:" YEAR "|" THAT_YEAR ")(*MARK:point)|"
    "(?:" PART "|" ROUGHLY ")" YEAR "(*MARK:point)|"
    /* the past 68 years, for more than 70 years, ten years ago */
    "(?:" COUNT "|A) " UNIT " g(*MARK:ago)|"
    "(?:F )?(?:t )?" ABOUT "*" COUNT "[- ]" UNIT "(?!-)(*MARK:duration)|"
    "(?:F )?(?:(?:L G|[Va]) )?(?:A |t (?:[pl] )?)?(?:h[- ](?:A )?v|q[- ]v)(*MARK:duration)|"
    "t [plce] [ykv](?! o)(*MARK:duration)|"
    "(?:F (?:(?:V|L G) )?|(?:V|L G) )A [ykv](*MARK:duration)|"
    /* this September, earlier this year, the end of next year */
    "(?:" PART "|E |" ROUGHLY ")?" WHICH " (?:" MONTH "|[SWykq])(?!-)(*MARK:point)|"
    "(?:" PART "|E I )?t y(?! (?:o|" FIGURE "))(*MARK:point)|"
    /* the 13th, in a story of that month */
    "(?<=[nbs] )t " DAY "(?= ?[,.;:(]| (?:[dOKHIF]|o i k)|[~'^])(*MARK:day)|"
    "(?:z|Z(?!'))(*MARK:today)|"
    "W(?:(?<=n W)(*MARK:point)|(?! o)(*MARK:weekday))|" PART MONTH "(?! " FIGURE
    ")(*MARK:point)|"
    "(?<=[Ib] )t S(?=[.,;:\n])(*MARK:point)|"
    "(?<=[Ibso] )(?:" ROUGHLY ")?" MONTH "(?![ -]" FIGURE ")(*MARK:point)|"
    "(?:t (?:" ROUGHLY ")?)?6(*MARK:decade)"
    ")";

/* Y: a year, 1 and 2: a number that can be a month or a day, 3 and 4: an ordinal
 * that can be a quarter or a day, 5: another number below a thousand, 6: a decade. */
static char class_of_number(str word)
{
    size_t n = 0;
    int value = 0;
    for (; n < word.len && n < 4 && is_digit(word.at[n]); n++)
        value = value * 10 + word.at[n] - '0';
    str tail = str_sub(word, n, word.len);
    if (n == 4 && (value / 100 == 19 || value / 100 == 20)) {
        if (tail.len == 0) return 'Y';
        return value % 10 == 0 && str_eq(tail, S("s")) ? '6' : '0';
    }
    bool day = n <= 2 && value >= 1 && value <= 31;
    if (tail.len == 0) return n > 3 ? '0' : !day ? '5' : value <= 12 ? '1' : '2';
    return !day || !is_ordinal_suffix(tail) ? '0' : n == 1 && value <= 4 ? '3' : '4';
}

static const struct grammar GRAMMAR = {PATTERN_DATE, WORDS, class_of_number,
    "0123456YMmWSQykvjuhqZz", "YW123456MmtRNflQSTBCAFLVarpecHUEizZhq"};

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
    if (is_ordinal_suffix(suffix)) joint.len += suffix.len;
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
    static const str AHEAD[] = {S_INIT(" will "), S_INIT(" would "), S_INIT(" to be "),
        S_INIT(" is to "), S_INIT(" are to "), S_INIT(" plan to "), S_INIT(" plans to ")};
    str before = str_sub(w->text, start > 60 ? start - 60 : 0, start);
    for (size_t i = 0; i < sizeof AHEAD / sizeof *AHEAD; i++)
        if (str_has(before, AHEAD[i])) return true;
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

int find_dates(struct work *w)
{
    struct parse parse;
    struct match m;
    int status;
    parse_start(&parse, w, &GRAMMAR);
    while ((status = parse_next(&parse, &m, w->error)) == 1) add_match(w, &m);
    parse_stop(&parse);
    return status;
}
