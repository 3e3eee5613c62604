/* TIMEX3 values.  Points are resolved the way HeidelTime (Strötgen & Gertz
 * 2010) does for reports: against one reference date, "last" being the latest
 * that had passed before the reference's own month. */
#include "annotate/timex.h"

/* "seventy", "twenty-one" */
static int number_word(const struct language *l, str word)
{
    int sum = 0;
    for (str part; str_cut(&word, '-', &part);) {
        int n = set_number(l, language_set(l, part), WORD_NUMBER);
        if (n > 0) sum += n;
    }
    return sum;
}

/* Of a word or, of those with hyphens, the last: "half-century". */
static char unit_word(const struct language *l, str word)
{
    uint32_t set = 0;
    for (str part; str_cut(&word, '-', &part);) set = language_set(l, part);
    const struct word_value *v = set_value(l, set, WORD_TIME_UNIT);
    return v ? language_str(l, v->text).at[0] : 0;
}

static int direction_word(const struct language *l, uint32_t set)
{
    const struct word_value *v = set_value(l, set, WORD_DIRECTION);
    if (!v) return TIMEX_NONE;
    str word = language_str(l, v->text);
    return str_eq(word, S("before")) ? -1 : str_eq(word, S("after"));
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

static void read_part(const struct language *l, struct timex_words *w, str word, int ordinal)
{
    uint32_t set = language_set(l, word);
    for (str rest = word, part; str_cut(&rest, '-', &part);)
        if (ordinal == 0 && word_is(l, part, WORD_HALF)) w->halved = true;
    if (set_has(l, set, WORD_HALF)) w->half = ordinal;
    if (set_has(l, set, WORD_QUARTER)) w->quarter = ordinal;
    if (set_has(l, set, WORD_PERIOD))
        *(word.at[0] == 'H' ? &w->half : &w->quarter) = word.at[1] - '0';
}

static void read_word(const struct language *l, struct timex_words *w, str word, int *ordinal)
{
    uint32_t set = language_set(l, word);
    int month = set_number(l, set, WORD_MONTH) + set_number(l, set, WORD_MONTH_SHORT);
    if (month) w->month = month;
    if (set_has(l, set, WORD_WEEKDAY)) w->weekday = set_number(l, set, WORD_WEEKDAY);
    if (set_has(l, set, WORD_SEASON)) w->season = set_number(l, set, WORD_SEASON);
    if (set_has(l, set, WORD_DIRECTION)) w->direction = direction_word(l, set);
    read_part(l, w, word, *ordinal);
    *ordinal = set_number(l, set, WORD_NTH);
    if (*ordinal) w->nth = set_has(l, set, WORD_LAST) ? -1 : *ordinal;
    if (unit_word(l, word)) w->unit = unit_word(l, word);
    if (set_has(l, set, WORD_HUNDRED)) w->number = w->number ? w->number * 100 : 100;
    if (number_word(l, word)) w->number = number_word(l, word);
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

struct timex_words timex_read(const struct language *l, str s)
{
    struct timex_words w = {.direction = TIMEX_NONE};
    int ordinal = 0;
    for (size_t i = 0; i < s.len;) {
        if (!is_alnum(s.at[i])) {
            i++;
            continue;
        }
        size_t n = word_length(s, i);
        size_t hyphen = str_find_char(str_sub(s, i, i + n), '-');
        if (word_is(l, str_sub(s, i, i + hyphen), WORD_STAGE)) n = hyphen; /* "mid-May" */
        str word = str_sub(s, i, i + n), suffix = str_sub(s, i + n, i + n + 2);
        if (is_digit(word.at[0])) {
            read_number(&w, word, i);
            if (word_is(l, suffix, WORD_ORDINAL_SUFFIX) && str_int(word) <= 4)
                w.nth = ordinal = str_int(word);
        } else if (i == 0 || !is_digit(s.at[i - 1])) { /* no suffix of an ordinal */
            read_word(l, &w, word, &ordinal);
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
    case 'H': return str_printf(a, "PT%dH", n);
    default: return str_printf(a, "P%d%c", n, w->unit ? w->unit : 'Y');
    }
}

str timex_nth(arena *a, const struct timex_words *w, date r)
{
    int year = w->year ? w->year : r.year;
    if (year == 0 || w->month == 0 || w->nth == 0) return (str){NULL, 0};
    bool last = w->nth < 0;
    date first = {year, w->month, last ? days_in_month(year, w->month) : 1};
    if (w->unit == 'W')
        return week_value(a, date_from_days(date_days(first) + (last ? -3 : 7 * w->nth - 4)));
    if (w->weekday == 0) return date_iso(a, (date){year, w->month, 0});
    int shift =
        (last ? date_weekday(first) - w->weekday + 7 : w->weekday - date_weekday(first) + 7) %
        7;
    date d = date_from_days(date_days(first) + (last ? -shift : shift + 7 * (w->nth - 1)));
    return d.month == w->month ? date_iso(a, d) : (str){NULL, 0};
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
