/* Dates: days that no calendar has, and weekdays that are not theirs. */
#include "analyse/lint/findings.h"
#include "base/calendar.h"

enum {
    MOST_DAYS = 39, /* a larger number behind a month is no day, unless a year follows */
    ANY_YEAR = 2000
};

static size_t word_length(str text, size_t at)
{
    size_t end = at;
    while (end < text.len && is_alpha(text.at[end])) end++;
    return end - at;
}

static size_t number_at(str text, size_t at, size_t most, int *value)
{
    size_t end = at;
    *value = 0;
    while (end < text.len && is_digit(text.at[end]) && end - at < most)
        *value = 10 * *value + (text.at[end++] - '0');
    return end < text.len && is_digit(text.at[end]) ? 0 : end - at;
}

static size_t skip_suffix(const struct lint *l, str text, size_t at)
{
    return is_ordinal_suffix(l->language, str_sub(text, at, at + 2)) ? at + 2 : at;
}

/* Goes the sentence on as behind a date, and not as in "In June 33 ships …"? */
static bool ends_date(const struct lint *l, str text, size_t at)
{
    if (at >= text.len) return true;
    if (is_alnum(text.at[at]) || text.at[at] == '%') return false;
    if (text.at[at] != ' ') return true;
    str rest = str_sub(text, at + 1, at + 8);
    if (word_is(l->language, str_sub(rest, 0, str_find_char(rest, ' ')), WORD_BEHIND_DATE))
        return true;
    return at + 1 < text.len && is_digit(text.at[at + 1]);
}

/* ", 2023" or " 2023"; where the year is not given every February is long. */
static size_t year_behind(str text, size_t at, int *year)
{
    size_t from = at;
    *year = ANY_YEAR;
    if (from < text.len && text.at[from] == ',') from++;
    if (from < text.len && text.at[from] == ' ') from++;
    int value;
    size_t len = from > at ? number_at(text, from, 4, &value) : 0;
    if (len != 4) return at;
    *year = value;
    return from + len;
}

static void check_day(struct lint *l, struct span at, int year, int month, int day)
{
    if ((year == ANY_YEAR && day > MOST_DAYS) ||
        (day >= 1 && day <= days_in_month(year, month)))
        return;
    report(l, NO_SUCH_DATE, at, span_text(l, at), S("no such day"), (str){0});
}

/* "February 30, 2024"; the month's word takes `len` bytes at `at`. */
static void day_behind(struct lint *l, uint32_t block, size_t at, size_t len, int month)
{
    str text = l->n->document->text;
    size_t from = at + len, end;
    int day, year;
    if (from < text.len && text.at[from] == '.') from++;
    if (from >= text.len || text.at[from] != ' ') return;
    size_t digits = number_at(text, from + 1, 2, &day);
    if (digits == 0) return;
    end = skip_suffix(l, text, from + 1 + digits);
    if (!ends_date(l, text, end)) return;
    end = year_behind(text, end, &year);
    check_day(l, (struct span){block, at, end}, year, month, day);
}

/* "30 February 2024", "the 30th of February". */
static void day_before(struct lint *l, uint32_t block, size_t at, size_t len, int month)
{
    str text = l->n->document->text, before = str_sub(text, 0, at);
    size_t end = at;
    int day, year;
    size_t word = before.len > 0 ? before.len - 1 : 0;
    while (word > 0 && before.at[word - 1] != ' ') word--;
    str of = str_trim(str_sub(before, word, before.len));
    if (word_is(l->language, of, WORD_OF)) end -= of.len + 1;
    if (end == 0 || text.at[end - 1] != ' ') return;
    size_t digits = end - 1;
    while (digits > 0 && is_alpha(text.at[digits - 1])) digits--;
    size_t start = digits;
    while (start > 0 && is_digit(text.at[start - 1])) start--;
    if (start == digits || digits - start > 2) return;
    if (start > 0 && text.at[start - 1] != ' ' && text.at[start - 1] != '\n') return;
    if (end - 1 != digits && skip_suffix(l, text, digits) != end - 1) return;
    number_at(text, start, 2, &day);
    size_t stop = year_behind(text, at + len, &year);
    if (stop == at + len && end == at) return; /* "31 May" may be a number and a word */
    check_day(l, (struct span){block, start, stop}, year, month, day);
}

/* "2023-02-30". */
static void check_iso(struct lint *l, uint32_t block, size_t at)
{
    str text = l->n->document->text, iso = str_sub(text, at, at + 10);
    date d;
    size_t end = at + iso.len;
    if (iso.len < 10 || iso.at[4] != '-' || iso.at[7] != '-') return;
    int year = str_int(str_sub(iso, 0, 4)), month = str_int(str_sub(iso, 5, 7)),
        day = str_int(str_sub(iso, 8, 10));
    if (year < 1900 || year > 2199 || month < 0 || day < 0) return;
    if (end < text.len && (is_alnum(text.at[end]) || text.at[end] == '-')) return;
    if (month > 0 && day > 0 && date_parse_iso(iso, &d)) return;
    report(l, NO_SUCH_DATE, (struct span){block, at, end}, iso, S("no such day"), (str){0});
}

void check_dates(struct lint *l)
{
    str text = l->n->document->text;
    uint32_t block = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '\n') block++;
        if (i && (is_alnum(text.at[i - 1]) || text.at[i - 1] == '-')) continue;
        if (is_digit(c)) check_iso(l, block, i);
        size_t len = is_upper(c) ? word_length(text, i) : 0;
        int month = len >= 3 ? month_number(l->language, str_sub(text, i, i + len)) : 0;
        if (month == 0) continue;
        day_behind(l, block, i, len, month);
        day_before(l, block, i, len, month);
    }
}

/* The weekday at the start of a text in full, and the bytes that it takes. */
static int weekday_at(const struct lint *l, str text, size_t *len)
{
    *len = word_length(text, 0);
    bool full = *len > 5 && is_upper(text.at[0]);
    return full ? set_number(l->language, language_set(l->language, str_sub(text, 0, *len)),
                      WORD_WEEKDAY)
                : 0;
}

/* "Tuesday, " or "(Tuesday) " in front of a date. */
static int weekday_before(const struct lint *l, str text, size_t at, size_t *start)
{
    size_t len, end = at, word = at > 0 ? at - 1 : 0;
    while (word > 0 && text.at[word - 1] != ' ') word--;
    if (at > 0 && word_is(l->language, str_sub(text, word, at - 1), WORD_THE)) at = end = word;
    if (end > 0 && text.at[end - 1] == ' ') end--;
    if (end > 0 && end < at && (text.at[end - 1] == ',' || text.at[end - 1] == ')')) end--;
    *start = end;
    while (*start > 0 && is_alpha(text.at[*start - 1])) --*start;
    return end < at ? weekday_at(l, str_sub(text, *start, end), &len) : 0;
}

/* A weekday inside a date, before it, or in brackets behind it. */
static int weekday_of(const struct lint *l, const scm_mention *m, struct span *at)
{
    str text = l->n->document->text;
    size_t start, len;
    int day = 0;
    *at = mention_span(m);
    for (size_t i = m->start; i < m->end && !day; i++)
        if (i == m->start || !is_alpha(text.at[i - 1]))
            day = weekday_at(l, str_sub(text, i, m->end), &len);
    if (!day && (day = weekday_before(l, text, m->start, &start))) at->start = start;
    if (day || !str_starts(str_sub(text, m->end, text.len), S(" ("))) return day;
    day = weekday_at(l, str_sub(text, m->end + 2, text.len), &len);
    if (m->end + 2 + len >= text.len || text.at[m->end + 2 + len] != ')') return 0;
    if (day) at->end = m->end + 3 + len;
    return day;
}

static bool has_digit(str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (is_digit(s.at[i])) return true;
    return false;
}

void check_weekdays(struct lint *l)
{
    for (size_t i = 0; i < l->n->nmentions; i++) {
        const scm_mention *m = &l->n->mentions[i];
        struct span at;
        date d;
        if (m->type != SCM_DATE || !has_digit(scm_mention_surface(l->n, m))) continue;
        if (!date_parse_iso(m->value, &d) || d.day == 0) continue;
        int day = weekday_of(l, m, &at);
        if (!day || day == date_weekday(d)) continue;
        report(l, WRONG_WEEKDAY, at, span_text(l, at),
            str_printf(
                l->scratch, "%.*s was a %s", SCM_STR(m->value), weekday_name(date_weekday(d))),
            m->value);
    }
}
