/* Calendar: proleptic Gregorian dates, month names, ISO 8601 forms. */
#ifndef BASE_CALENDAR_H
#define BASE_CALENDAR_H

#include "base/language.h"

/* month and day are 0 where the date is known only to the year or month. */
typedef struct date {
    int year, month, day;
} date;

bool date_valid(date d); /* month and day exist (0 is fine) */
int days_in_month(int year, int month);
long date_days(date d); /* days since 1970-01-01; missing parts count as 1 */
date date_from_days(long days);
int date_weekday(date d); /* 1 Monday … 7 Sunday */
int date_iso_week(date d, int *year);
int date_cmp(date a, date b);   /* by year, month, day; 0 before 1 */
str date_iso(arena *a, date d); /* "2020-10-14", "2020-10", "2020" */
/* "2020-10-14", "2020-10" or "2020", whole; false where it is none. */
bool date_parse_iso(str s, date *out);
/* 1–12 for a month's name or its abbreviation, with or without a dot; 0: it is none. */
int month_number(const struct language *language, str word);
/* English names, for people. */
const char *month_name(int month);
const char *weekday_name(int weekday);
/* A full date at the start of `s`: "October 14, 2020", "14 October 2020",
 * "2020.10.14", "2020-10-14", with an ordinal suffix or not.
 * The number of bytes it takes, 0 where there is none. */
size_t date_scan(const struct language *language, str s, date *out);
/* Some days at the start of `s`, the first and the last: "October 7-8, 1999",
 * "April 30 and May 1, 2023".  The number of bytes it takes, 0 where
 * there is none. */
size_t date_scan_days(const struct language *language, str s, date *first, date *last);
/* A full date with a sign behind each number, "2023년 11월 13일": the same. */
size_t date_scan_signed(const struct language *language, str s, date *out);
/* A day without a year, "Feb. 21": the year is 0. */
size_t date_scan_yearless(const struct language *language, str s, date *out);

#endif
