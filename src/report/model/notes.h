/* Notes: what a report says of texts that are paraphrased or translated. */
#ifndef REPORT_NOTES_H
#define REPORT_NOTES_H

#include "report/model/build.h"

/* Texts by the note that says how they differ from the official wording. */
struct note {
    str note;
    buf texts;
};
typedef struct notes {
    arena *arena;
    VEC(struct note) list;
} notes;
void notes_add(notes *n, str id, str note);
void builder_notes(builder *b, const notes *n);

#endif
