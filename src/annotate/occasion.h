/* Occasion: the meeting that a text is about, as the text itself says. */
#ifndef ANNOTATE_OCCASION_H
#define ANNOTATE_OCCASION_H

#include "annotate/work.h"

struct occasion {
    int ordinal; /* 0: not stated */
    str date;    /* ISO; empty: not stated */
    str venue;   /* "Washington, D.C."; empty: not stated */
};

/* The meeting of the series that the opening or the title names with its ordinal; what
 * the source states in a header goes before.  False where there is none. */
bool find_stated_occasion(struct work *w, const scm_series *series, struct occasion *out);
/* The day and the place of the first sentence that reports a meeting, a call or a visit as
 * held; false where none does. */
bool find_held_occasion(struct work *w, struct occasion *out);
/* The first full date and the first place behind "in" of the opening, for a meeting that
 * has no ordinal. */
void find_first_occasion(struct work *w, struct occasion *out);

#endif
