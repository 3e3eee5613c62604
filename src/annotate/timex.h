/* TIMEX3 values (ISO-TimeML) of temporal expressions in English. */
#ifndef ANNOTATE_TIMEX_H
#define ANNOTATE_TIMEX_H

#include "base/calendar.h"
#include "base/language.h"

/* What the words of an expression say; 0 or TIMEX_NONE where they do not. */
struct timex_words {
    int month, day, year, weekday;
    int season; /* 1 spring … 4 winter */
    int half, quarter;
    bool halved; /* "half a century" */
    int nth;     /* "the first", -1 "the last" */
    int number;  /* of units */
    char unit;   /* 'Y' year, 'M' month, 'W' week, 'D' day, 'H' hour, 'E' decade, 'C' century */
    int direction; /* -1 last, 0 this, 1 next, TIMEX_NONE */
    int second_day;
    size_t second_day_at; /* where in the expression that stands */
};

enum { TIMEX_NONE = 99 };

struct timex_words timex_read(const struct language *language, str expression);

/* Values.  Where the reference date would be needed and is not known they are
 * underspecified: "XXXX-07-27", "PRESENT_REF". */
str timex_point(arena *a, const struct timex_words *w, date reference);
str timex_duration(arena *a, const struct timex_words *w);
/* "the last Friday in October", "the first week of January" (of which the fourth day is one) */
str timex_nth(arena *a, const struct timex_words *w, date reference);
str timex_ago(arena *a, const struct timex_words *w, date reference);

#endif
