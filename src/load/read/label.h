/* Encoding labels: what a page says it is written in. */
#ifndef LOAD_LABEL_H
#define LOAD_LABEL_H

#include "base/str.h"

struct encoding {
    const char *name;  /* as users know it, after the WHATWG standard */
    const char *iconv; /* as iconv(3) knows it; NULL for UTF-8 */
};

/* The encoding that a label means; NULL where it is unknown. */
const struct encoding *encoding_of_label(str label);
/* The label that an XML declaration or <meta> at the start of `bytes` states. */
str declared_label(str bytes);

#endif
