/* What single blocks give away about themselves. */
#ifndef LOAD_SIGNS_H
#define LOAD_SIGNS_H

#include "load/source.h"
#include "base/calendar.h"

/* A picture's caption, by its credit or its being there twice. */
bool is_caption(const struct language *language, str text);
/* A line with a date and hardly more: "NEWS | Oct. 14, 2020". */
bool is_dateline(const struct language *language, str text, date *out);
/* "大韓民國, 서울": a country and a place in syllables, as they stand below a date. */
bool is_place_line(str text);
/* "No. 254-13": the number of a release. */
bool is_release_number(const struct language *language, str text);
/* A list of catchwords. */
bool is_tag_cloud(const struct language *language, str text);
/* A line that says the text is paraphrased or translated. */
bool is_note(const struct language *language, str text);
/* A line that could be the title of such a document. */
bool names_document(const struct language *language, str text);

#endif
