/* Participants: who meets, as the text itself introduces them. */
#ifndef ANNOTATE_PARTICIPANTS_H
#define ANNOTATE_PARTICIPANTS_H

#include "annotate/work.h"

/* Fills w->groups, in the order of the text. */
void find_participants(struct work *w);
/* The group that the opening of the text introduces first in the surest way; NULL: none. */
const struct group *first_participants(const struct work *w);
/* The people who "both sides" are at this place: the group that its paragraph introduced
 * last, else the heads; ids with commas between, empty where one is not known. */
str persons_of_heads(const struct work *w, size_t at);
/* Who heads the sides: those of the listed meeting or the series, unless the text introduces
 * others. */
void choose_heads(struct work *w);
/* Gives a body that several sides have ("Joint Chiefs of Staff") the id of the side that is
 * meant: a listed name whose id differs in the side alone. */
void choose_sides(struct work *w);
size_t group_sides(const struct group *g);
/* Does the group have somebody of this side? */
bool group_has(const struct group *g, str side);

/* How all sides of the meeting are called: "both", or "all" where there are more. */
str all_sides(const struct work *w);

#endif
