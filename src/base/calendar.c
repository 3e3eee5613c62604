#include "base/calendar.h"

static const char *const MONTHS[] = {"January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December"};
static const char *const WEEKDAYS[] = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

int days_in_month(int year, int month)
{
    static const int DAYS[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : DAYS[month - 1];
}

bool date_valid(date d)
{
    if (d.year < 1 || d.year > 9999 || d.month < 0 || d.month > 12 || d.day < 0) return false;
    if (d.month == 0) return d.day == 0;
    return d.day <= days_in_month(d.year, d.month);
}

/* Days from civil and back: H. Hinnant, chrono-compatible low-level date
 * algorithms (2013); for years 1 to 9999. */
long date_days(date d)
{
    long y = d.year, m = d.month ? d.month : 1, day = d.day ? d.day : 1;
    y -= m <= 2;
    long era = y / 400, yoe = y % 400;
    long doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    long doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;
    return era * 146097 + doe - 719468;
}

date date_from_days(long days)
{
    long z = days + 719468, era = z / 146097, doe = z % 146097;
    long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    long doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    int month = (int)(mp < 10 ? mp + 3 : mp - 9);
    return (date){
        (int)(yoe + era * 400) + (month <= 2), month, (int)(doy - (153 * mp + 2) / 5 + 1)};
}

int date_weekday(date d)
{
    return (int)((date_days(d) % 7 + 7 + 3) % 7) + 1;
}

int date_iso_week(date d, int *year)
{
    long thursday = date_days(d) - date_weekday(d) + 4;
    date t = date_from_days(thursday);
    *year = t.year;
    return (int)((thursday - date_days((date){t.year, 1, 1})) / 7) + 1;
}

int date_cmp(date a, date b)
{
    if (a.year != b.year) return a.year < b.year ? -1 : 1;
    if (a.month != b.month) return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

str date_iso(arena *a, date d)
{
    if (d.month == 0) return str_printf(a, "%04d", d.year);
    if (d.day == 0) return str_printf(a, "%04d-%02d", d.year, d.month);
    return str_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

static size_t digits(str s, size_t at, size_t most, int *value)
{
    size_t n = 0;
    *value = 0;
    while (n < most && at + n < s.len && is_digit(s.at[at + n]))
        *value = *value * 10 + (s.at[at + n++] - '0');
    return n;
}

/* YYYY sep MM sep DD; the number of bytes, 0 where it is none. */
static size_t scan_numeric(str s, date *out)
{
    date d;
    if (digits(s, 0, 4, &d.year) != 4 || s.len < 8) return 0;
    char sep = s.at[4];
    if (sep != '-' && sep != '.' && sep != '/') return 0;
    size_t m = digits(s, 5, 2, &d.month), at = 5 + m;
    if (m == 0 || at >= s.len || s.at[at] != sep) return 0;
    size_t n = digits(s, at + 1, 2, &d.day);
    if (n == 0 || d.month == 0 || d.day == 0 || !date_valid(d)) return 0;
    if (at + 1 + n < s.len && is_digit(s.at[at + 1 + n])) return 0;
    *out = d;
    return at + 1 + n;
}

bool date_parse_iso(str s, date *out)
{
    date d = {0};
    if (s.len != 4 && s.len != 7 && s.len != 10) return false;
    d.year = str_int(str_sub(s, 0, 4));
    if (s.len > 4) d.month = s.at[4] == '-' ? str_int(str_sub(s, 5, 7)) : -1;
    if (s.len > 7) d.day = s.at[7] == '-' ? str_int(str_sub(s, 8, 10)) : -1;
    if ((s.len > 4 && d.month < 1) || (s.len > 7 && d.day < 1) || !date_valid(d)) return false;
    *out = d;
    return true;
}

int month_number(const struct language *l, str word)
{
    if (word.len && word.at[word.len - 1] == '.') word.len--;
    /* In capitals too: "MARCH 31". */
    enum word_shape shape = word_shape(word);
    uint32_t set = word.len == 0 ? 0
                                 : language_lookup(l, word, word_hash(word),
                                       shape == SHAPE_UPPER ? SHAPE_CAPITAL : shape);
    int month = set_number(l, set, WORD_MONTH);
    return month ? month : set_number(l, set, WORD_MONTH_SHORT);
}

const char *month_name(int month)
{
    return MONTHS[month - 1];
}

const char *weekday_name(int weekday)
{
    return WEEKDAYS[weekday - 1];
}

static size_t skip_spaces(str s, size_t at)
{
    while (at < s.len && s.at[at] == ' ') at++;
    return at;
}

/* A day of the month with or without "st", "nd", "rd", "th"; 0: none. */
static size_t scan_day(const struct language *l, str s, size_t at, int *day)
{
    size_t n = digits(s, at, 2, day);
    if (n == 0 || *day < 1 || *day > 31) return 0;
    if (is_ordinal_suffix(l, str_sub(s, at + n, at + n + 2))) n += 2;
    return at + n < s.len && is_alnum(s.at[at + n]) ? 0 : n;
}

static size_t scan_month(const struct language *l, str s, size_t at, int *month)
{
    size_t end = at;
    while (end < s.len && is_alpha(s.at[end])) end++;
    *month = is_upper(at < s.len ? s.at[at] : 0) ? month_number(l, str_sub(s, at, end)) : 0;
    if (end < s.len && s.at[end] == '.') end++;
    return *month ? end - at : 0;
}

/* What joins two days: "7-8", "7 and 8", "7 to 8"; the bytes that it takes. */
static size_t scan_joint(const struct language *l, str s, size_t at)
{
    size_t start = skip_spaces(s, at), end = start;
    while (end < s.len && is_alpha(s.at[end])) end++;
    uint32_t set = language_set(l, str_sub(s, start, end));
    if (set_has(l, set, WORD_AND) || set_has(l, set, WORD_TO)) return end - at;
    str rest = str_sub(s, start, s.len);
    return str_starts(rest, S("-"))   ? start + 1 - at
           : str_starts(rest, S("–")) ? start + 3 - at
                                      : 0;
}

/* The year behind a day, with a comma or without. */
static size_t scan_year(str s, size_t at, date *d)
{
    size_t start = at;
    if (at < s.len && s.at[at] == ',') at++;
    at = skip_spaces(s, at);
    if (digits(s, at, 4, &d->year) != 4 || !date_valid(*d)) return 0;
    return at + 4 < s.len && is_digit(s.at[at + 4]) ? 0 : at + 4 - start;
}

/* A day and its month in either order, "October 31" or "31 October"; the bytes that they
 * take.  Where no month stands there `d` keeps its own, and a day alone will do. */
static size_t scan_day_of_month(const struct language *l, str s, size_t at, date *d)
{
    int month = 0, day = 0;
    size_t n = scan_month(l, s, at, &month), end;
    if (n) {
        end = skip_spaces(s, at + n);
        if (!(n = scan_day(l, s, end, &day))) return 0;
        *d = (date){d->year, month, day};
        return end + n - at;
    }
    if (!(n = scan_day(l, s, at, &day))) return 0;
    d->day = day;
    end = skip_spaces(s, at + n);
    size_t m = scan_month(l, s, end, &month);
    if (m) d->month = month;
    return m ? end + m - at : n;
}

size_t date_scan_days(const struct language *l, str s, date *first, date *last)
{
    date from = {0}, to;
    size_t at = scan_day_of_month(l, s, 0, &from), n;
    if (at == 0 || !(n = scan_joint(l, s, at))) return 0;
    to = from;
    at = skip_spaces(s, at + n);
    if (!(n = scan_day_of_month(l, s, at, &to))) return 0;
    if (from.month == 0) from.month = to.month; /* "16-17 April 2015" */
    at += n;
    if (!(n = scan_year(s, at, &to))) return 0;
    from.year = to.year;
    if (!date_valid(from) || from.day == 0 || from.month == 0 || date_cmp(from, to) >= 0)
        return 0;
    *first = from;
    *last = to;
    return at + n;
}

size_t date_scan_yearless(const struct language *l, str s, date *out)
{
    date d = {0};
    size_t n = scan_day_of_month(l, s, 0, &d);
    if (n == 0 || d.month == 0) return 0;
    *out = d;
    return n;
}

size_t date_scan(const struct language *l, str s, date *out)
{
    size_t at = scan_numeric(s, out), n;
    if (at) return at;
    date d = {0};
    if ((n = scan_month(l, s, 0, &d.month))) { /* October 14, 2020 */
        at = skip_spaces(s, n);
        if (!(n = scan_day(l, s, at, &d.day))) return 0;
    } else { /* 14 October 2020 */
        if (!(n = scan_day(l, s, 0, &d.day))) return 0;
        at = skip_spaces(s, n);
        if (!(n = scan_month(l, s, at, &d.month))) return 0;
    }
    at += n;
    if (!(n = scan_year(s, at, &d))) return 0;
    *out = d;
    return at + n;
}

/* A number and the word of the class behind it, spaces between and in front; or a full stop,
 * which the day may lack: "2009. 10. 22". */
static size_t signed_number(
    const struct language *l, str s, size_t at, enum word_class class_, int *out)
{
    while (at < s.len && s.at[at] == ' ') at++;
    size_t end = at;
    while (end < s.len && end - at < 4 && is_digit(s.at[end])) end++;
    *out = str_int(str_sub(s, at, end));
    bool whole = class_ != WORD_YEAR_SIGN || end - at == 4;
    if (*out > 0 && whole && end < s.len && s.at[end] == '.') return end + 1;
    if (*out > 0 && class_ == WORD_DAY_SIGN && at > 1 && s.at[at - 2] == '.') return end;
    while (end < s.len && s.at[end] == ' ') end++;
    size_t sign = end;
    while (end < s.len && (unsigned char)s.at[end] >= 0x80) end++;
    for (; end > sign; end--)
        if (*out > 0 && word_is(l, str_sub(s, sign, end), class_)) return end;
    return 0;
}

size_t date_scan_signed(const struct language *l, str s, date *out)
{
    static const enum word_class SIGNS[] = {WORD_YEAR_SIGN, WORD_MONTH_SIGN, WORD_DAY_SIGN};
    int *const parts[] = {&out->year, &out->month, &out->day};
    size_t at = 0;
    for (size_t i = 0; i < 3; i++) {
        at = signed_number(l, s, at, SIGNS[i], parts[i]);
        if (at == 0) return 0;
    }
    return date_valid(*out) ? at : 0;
}
