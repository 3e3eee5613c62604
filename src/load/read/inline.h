/* The inline marks of Markdown. */
#ifndef LOAD_INLINE_H
#define LOAD_INLINE_H

#include "base/str.h"

/* The text without emphasis, escapes, link targets, images and HTML tags. */
str inline_text(arena *a, str raw);

#endif
