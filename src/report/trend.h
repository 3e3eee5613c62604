/* The matrix of a trend, in a file of its own. */
#ifndef REPORT_TREND_H
#define REPORT_TREND_H

#include "report/build.h"

void trend_matrix(builder *b, const scm_trend *trend, const scm_trend_report_options *options);

#endif
