/* The matrix of a trend: a line a name, a column a text. */
#ifndef REPORT_MATRIX_H
#define REPORT_MATRIX_H

#include "report/model/report.h"

/* WIDE: acronym, name, numbers; NARROW: one of both, numbers; BARS: no numbers
 * but the sum; SLIM: nothing beside the bars. */
enum density { WIDE, NARROW, BARS, SLIM };

struct matrix {
    arena *arena;
    const scm_trend *trend;
    const scm_trend *bars; /* the same, or with more columns; rows in the same order */
    const scm_trend_report_options *options;
    const scm_trend_row **rows; /* those shown */
    size_t nrows;
    int decimals;
    int letters; /* columns of the widest acronym */
    enum density density;
};

/* Mentions, or their rate; the same as text, "·" for none. */
double matrix_value(const struct matrix *m, const scm_trend_row *row, size_t document);
str matrix_number(const struct matrix *m, const scm_trend_row *row, size_t document);
/* What people call it; the same where that is an acronym, else empty. */
str matrix_name(const struct matrix *m, const scm_trend_row *row);
str matrix_acronym(const struct matrix *m, const scm_trend_row *row);
/* "ko" where the texts are in several languages, else empty. */
str matrix_language(const struct matrix *m, size_t document);
/* "2020", "?"; of a row from the first to the last, "2020–23". */
str matrix_year(const struct matrix *m, size_t document);
str matrix_years(const struct matrix *m, const scm_trend_row *row);

/* Has a line room for a number of every text? */
bool trend_fits(const scm_trend *trend, const scm_trend_report_options *options);
/* For lines of text and for pages. */
void trend_matrix(builder *b, const scm_trend *trend, const scm_trend *texts,
    const scm_trend_report_options *options);
void trend_page(const struct matrix *m, builder *b);

#endif
