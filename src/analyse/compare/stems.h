/* Stems: English words as Snowball stems, each word stemmed once. */
#ifndef ANALYSE_STEMS_H
#define ANALYSE_STEMS_H

#include "base/str.h"

#define NO_TERM UINT32_MAX

typedef struct stems stems;

/* Is there a libstemmer to work with?  stems_ready: otherwise the error. */
bool stems_work(void);
int stems_ready(scm_error *error);
/* Only where there is one.  stems_free frees what is not in the arena; the terms stay. */
stems *stems_new(arena *a);
void stems_free(stems *s);

/* The number of the word's stem, counted from 0; NO_TERM for a stop word.  The word is kept
 * as it lies: it must live as long as the stems. */
uint32_t stems_word(stems *s, str word);
/* The number of a name's id; it shares the count with the stems. */
uint32_t stems_id(stems *s, str id);
size_t stems_count(const stems *s);
/* Adds the terms of another: map[n] is the number that its term n has here. */
void stems_map(stems *s, const stems *other, uint32_t *map);

/* Whether the word, in lower case, stands in every text: it holds a sentence together or
 * names the parties. */
bool is_stop_word(str word);

#endif
