/* Names that no table has: their head nouns and their ids. */
#ifndef ANNOTATE_COINED_H
#define ANNOTATE_COINED_H

#include "annotate/work.h"

/* Does this word head a name ("Group", "Declarations"), and of which type? */
bool head_noun(const struct work *w, str word, enum scm_type *type);

/* Words that head a name only where an acronym is defined with it ("Board"). */
bool defined_head_noun(const struct work *w, str word, enum scm_type *type);

/* "Camp", "Exercise": does it lead a name, and of which type? */
bool lead_noun(const struct work *w, str word, enum scm_type *type);

/* Words that open a sentence or only qualify, and words that alone with a
 * head noun name nothing. */
bool is_opener(const struct work *w, str word);
bool is_generic(const struct work *w, str word);

/* "Secretary", "Coordinator": a word for an office. */
bool is_office_word(const struct work *w, str word);

/* The id of a body nobody listed: an upper-case slug of its name without
 * country, year and ordinal in front, without "between … and …" and "of the
 * COUNTRY" behind. */
str slug_id(arena *a, const struct language *language, str name);

/* Does the text call what ends at `end` an organisation, or quote it? */
bool is_organisation(const struct work *w, size_t end);

#endif
