/* TIMEX3 values.  Points are resolved the way HeidelTime (Strötgen & Gertz
 * 2010) does for reports: against one reference date, "last" being the latest
 * that had passed before the reference's own month. */
#include "annotate/timex.h"

static const struct {
    const char *word;
    int number;
} NUMBERS[] = {{"one", 1}, {"two", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6},
    {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10}, {"eleven", 11}, {"twelve", 12},
    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17},
    {"eighteen", 18}, {"nineteen", 19}, {"twenty", 20}, {"thirty", 30}, {"forty", 40},
    {"fifty", 50}, {"sixty", 60}, {"seventy", 70}, {"eighty", 80}, {"ninety", 90}};

static const struct {
    const char *word;
    char unit;
} UNITS[] = {{"year", 'Y'}, {"month", 'M'}, {"week", 'W'}, {"day", 'D'}, {"hour", 'H'},
    {"decade", 'E'}, {"centur", 'C'}, {"half-century", 'c'}, {"today", 'D'}, {"yesterday", 'D'},
    {"tomorrow", 'D'}, {"quarter", 'Q'}, {"weekend", 'W'}};

static const struct {
    const char *word;
    int value;
} SEASONS[] = {{"spring", 1}, {"summer", 2}, {"fall", 3}, {"autumn", 3}, {"winter", 4}},
  ORDINALS[] = {{"first", 1}, {"second", 2}, {"third", 3}, {"fourth", 4}, {"1st", 1},
      {"2nd", 2}, {"3rd", 3}, {"4th", 4}, {"latter", 2}, {"last", 2}},
  DIRECTIONS[] = {{"last", -1}, {"past", -1}, {"previous", -1}, {"yesterday", -1}, {"this", 0},
      {"today", 0}, {"next", 1}, {"coming", 1}, {"following", 1}, {"tomorrow", 1}};

static int number_word(str word)
{
    size_t dash = str_find_char(word, '-');
    int sum = 0;
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
        if (str_eq_nocase(str_sub(word, 0, dash), str_of(NUMBERS[i].word)))
            sum += NUMBERS[i].number;
        if (dash < word.len &&
            str_eq_nocase(str_sub(word, dash + 1, word.len), str_of(NUMBERS[i].word)))
            sum += NUMBERS[i].number;
    }
    return sum;
}

static char unit_word(str word)
{
    char unit = 0;
    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++)
        if (str_starts_nocase(word, str_of(UNITS[i].word))) unit = UNITS[i].unit;
    return unit;
}

static void read_number(struct timex_words *w, str digits, size_t at)
{
    int n = str_int(digits);
    bool year = digits.len == 4 && n >= 1900 && n < 2100;
    if (year && w->year == 0) {
        w->year = n;
    } else if (n >= 1 && n <= 31 && w->day == 0) {
        w->day = n;
    } else if (n >= 1 && n <= 31) {
        w->second_day = n;
        w->second_day_at = at;
    }
    if (!year && w->number == 0) w->number = n;
}

static void read_part(struct timex_words *w, str word, int ordinal)
{
    if (str_eq_nocase(word, S("half"))) w->half = ordinal;
    if (str_eq_nocase(word, S("half")) && ordinal == 0) w->halved = true;
    if (str_eq_nocase(word, S("quarter"))) w->quarter = ordinal;
    if (word.len == 2 && is_digit(word.at[1])) {
        if (word.at[0] == 'H') w->half = word.at[1] - '0';
        if (word.at[0] == 'Q') w->quarter = word.at[1] - '0';
    }
}

static void read_word(struct timex_words *w, str word, int *ordinal)
{
    int month = is_upper(word.at[0]) ? month_number(word) : 0;
    if (month) w->month = month;
    if (weekday_number(word) && word.len > 4) w->weekday = weekday_number(word);
    for (size_t i = 0; i < sizeof SEASONS / sizeof *SEASONS; i++)
        if (str_eq_nocase(word, str_of(SEASONS[i].word))) w->season = SEASONS[i].value;
    for (size_t i = 0; i < sizeof DIRECTIONS / sizeof *DIRECTIONS; i++)
        if (str_eq_nocase(word, str_of(DIRECTIONS[i].word))) w->direction = DIRECTIONS[i].value;
    read_part(w, word, *ordinal);
    *ordinal = 0;
    for (size_t i = 0; i < sizeof ORDINALS / sizeof *ORDINALS; i++)
        if (str_eq_nocase(word, str_of(ORDINALS[i].word))) *ordinal = ORDINALS[i].value;
    if (unit_word(word)) w->unit = unit_word(word);
    if (str_eq_nocase(word, S("hundred"))) w->number = w->number ? w->number * 100 : 100;
    if (number_word(word)) w->number = number_word(word);
}

/* A hyphen goes on with letters: "twenty-one", but "mid-2020" is two. */
static bool goes_on(str s, size_t at)
{
    if (s.at[at] != '-') return is_alnum(s.at[at]);
    return at + 1 < s.len && is_alpha(s.at[at + 1]);
}

static size_t word_length(str s, size_t at)
{
    size_t end = at;
    bool digit = is_digit(s.at[at]);
    while (end < s.len && (digit ? is_digit(s.at[end]) : goes_on(s, end))) end++;
    return end - at;
}

struct timex_words timex_read(str s)
{
    struct timex_words w = {.direction = TIMEX_NONE};
    int ordinal = 0;
    for (size_t i = 0; i < s.len;) {
        if (!is_alnum(s.at[i])) {
            i++;
            continue;
        }
        size_t n = word_length(s, i);
        str word = str_sub(s, i, i + n);
        str suffixed = str_sub(s, i, i + n + 2);
        if (is_digit(word.at[0])) {
            read_number(&w, word, i);
            for (size_t k = 0; k < sizeof ORDINALS / sizeof *ORDINALS; k++)
                if (str_eq(suffixed, str_of(ORDINALS[k].word))) ordinal = ORDINALS[k].value;
        } else if (i > 0 && is_digit(s.at[i - 1])) { /* the suffix of an ordinal */
        } else {
            read_word(&w, word, &ordinal);
        }
        i += n;
    }
    return w;
}

/* A day without a year is of the reference's year, unless that is most of a
 * year away: "December 20" said in January is past, "January 10" said in
 * December to come. */
static int nearest_year(const struct timex_words *w, date reference)
{
    enum { MOST_DAYS = 300 };
    long away = date_days((date){reference.year, w->month, w->day}) - date_days(reference);
    return reference.year + (away < -MOST_DAYS) - (away > MOST_DAYS);
}

static int year_of_month(const struct timex_words *w, date r)
{
    if (w->unit == 'Y' && w->direction != TIMEX_NONE) return r.year + w->direction;
    if (w->direction == -1) return w->month < r.month ? r.year : r.year - 1;
    if (w->direction == 1) return w->month > r.month ? r.year : r.year + 1;
    return w->day && w->direction == TIMEX_NONE ? nearest_year(w, r) : r.year;
}

static str season_value(arena *a, const struct timex_words *w, date r)
{
    static const char *const NAMES[] = {"SP", "SU", "FA", "WI"};
    int year = w->year;
    if (year == 0 && w->unit == 'Y' && w->direction != TIMEX_NONE) year = r.year + w->direction;
    if (year == 0) {
        int month = w->season * 3; /* in which the season begins */
        year = r.year;
        if (w->direction == -1 && month >= r.month) year--;
        if (w->direction == 1 && month <= r.month) year++;
    }
    return str_printf(a, "%04d-%s", year, NAMES[w->season - 1]);
}

static str week_value(arena *a, date day)
{
    int year, week = date_iso_week(day, &year);
    return str_printf(a, "%04d-W%02d", year, week);
}

static str month_shifted(arena *a, date r, int by)
{
    int months = r.year * 12 + r.month - 1 + by;
    return date_iso(a, (date){months / 12, months % 12 + 1, 0});
}

static str weekday_value(arena *a, const struct timex_words *w, date r)
{
    int shift = w->weekday - date_weekday(r);
    if (w->direction == 1 && shift <= 0) shift += 7;
    if (w->direction != 1 && shift > 0) shift -= 7;
    if (w->direction == -1 && shift == 0) shift = -7;
    return date_iso(a, date_from_days(date_days(r) + shift));
}

static str relative_value(arena *a, const struct timex_words *w, date r)
{
    int by = w->direction == TIMEX_NONE ? 0 : w->direction;
    if (w->unit == 'D' && r.day) return date_iso(a, date_from_days(date_days(r) + by));
    if (w->unit == 'W' && r.day) return week_value(a, date_from_days(date_days(r) + 7 * by));
    if (w->unit == 'M' && r.month) return month_shifted(a, r, by);
    if (w->unit == 'E') return str_printf(a, "%03d", r.year / 10 + by);
    if (w->unit == 'Q' && r.month) {
        int quarter = r.year * 4 + (r.month - 1) / 3 + by;
        return str_printf(a, "%04d-Q%d", quarter / 4, quarter % 4 + 1);
    }
    return str_printf(a, "%04d", r.year + by);
}

/* Without a reference: what the words alone say. */
static str unanchored(arena *a, const struct timex_words *w)
{
    static const char *const REFS[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
    static const char *const SEASONS_OF[] = {"SP", "SU", "FA", "WI"};
    if (w->month && w->day) return str_printf(a, "XXXX-%02d-%02d", w->month, w->day);
    if (w->month) return str_printf(a, "XXXX-%02d", w->month);
    if (w->season) return str_printf(a, "XXXX-%s", SEASONS_OF[w->season - 1]);
    if (w->weekday) return str_printf(a, "XXXX-WXX-%d", w->weekday);
    if (w->day && w->unit == 0) return str_printf(a, "XXXX-XX-%02d", w->day);
    return str_of(REFS[w->direction == TIMEX_NONE ? 1 : w->direction + 1]);
}

str timex_point(arena *a, const struct timex_words *w, date r)
{
    bool complete = w->year != 0;
    if (!complete && r.year == 0) return unanchored(a, w);
    int shift = w->unit == 'Y' && w->direction != TIMEX_NONE ? w->direction : 0;
    int year = complete ? w->year : r.year + shift;
    if (w->half) return str_printf(a, "%04d-H%d", year, w->half);
    if (w->quarter) return str_printf(a, "%04d-Q%d", year, w->quarter);
    if (w->season) return season_value(a, w, r);
    if (w->month) {
        date d = {complete ? w->year : year_of_month(w, r), w->month, w->day};
        return date_iso(a, d);
    }
    if (complete) return date_iso(a, (date){w->year, 0, 0});
    if (w->weekday) return weekday_value(a, w, r);
    if (w->day && w->unit == 0) return date_iso(a, (date){r.year, r.month, w->day});
    return relative_value(a, w, r);
}

str timex_duration(arena *a, const struct timex_words *w)
{
    int n = w->number ? w->number : 1;
    switch (w->unit) {
    case 'E': return str_printf(a, "P%dY", 10 * n);
    case 'C': return str_printf(a, "P%dY", w->halved ? 50 : 100 * n);
    case 'c': return str_printf(a, "P%dY", 50 * n);
    case 'H': return str_printf(a, "PT%dH", n);
    default: return str_printf(a, "P%d%c", n, w->unit ? w->unit : 'Y');
    }
}

str timex_ago(arena *a, const struct timex_words *w, date r)
{
    if (r.year == 0) return S("PAST_REF");
    int n = w->number ? w->number : 1;
    switch (w->unit) {
    case 'D': return date_iso(a, date_from_days(date_days(r) - n));
    case 'W': return week_value(a, date_from_days(date_days(r) - 7L * n));
    case 'M': return month_shifted(a, r, -n);
    case 'E': return str_printf(a, "%04d", r.year - 10 * n);
    case 'C': return str_printf(a, "%04d", r.year - 100 * n);
    default: return str_printf(a, "%04d", r.year - n);
    }
}
