/* Measures: roots and logarithms, as exact as weights need them.  The library
 * of mathematical functions would be one more to load at start-up. */
#ifndef ANALYSE_MEASURE_H
#define ANALYSE_MEASURE_H

double root(double x);        /* x >= 0 */
double natural_log(double x); /* x > 0 */
double distance(double a, double b);

#endif
