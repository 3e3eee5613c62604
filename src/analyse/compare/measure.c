/* Measures: roots and logarithms, as exact as weights need them. */
#include "analyse/compare/measure.h"

#include <stdint.h>
#include <string.h>

/* Splits x into m * 2^e with 1 <= m < 2. */
static double split(double x, int *e)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    *e = (int)(bits >> 52 & 0x7FF) - 1023;
    bits = (bits & 0x000FFFFFFFFFFFFFu) | 0x3FF0000000000000u;
    memcpy(&x, &bits, sizeof x);
    return x;
}

/* Heron's iteration from a guess with the right exponent. */
double root(double x)
{
    int e;
    if (x <= 0) return 0;
    split(x, &e);
    double guess = 1;
    for (; e > 1; e -= 2) guess *= 2;
    for (; e < -1; e += 2) guess /= 2;
    for (int i = 0; i < 6; i++) guess = (guess + x / guess) / 2;
    return guess;
}

/* ln m = 2 atanh((m - 1) / (m + 1)); six terms leave less than 1e-6. */
double natural_log(double x)
{
    int e;
    double m = split(x, &e), t = (m - 1) / (m + 1), power = t, sum = 0;
    for (int i = 1; i <= 11; i += 2) {
        sum += power / i;
        power *= t * t;
    }
    return 2 * sum + e * 0.69314718055994531;
}

double distance(double a, double b)
{
    return a < b ? b - a : a - b;
}
