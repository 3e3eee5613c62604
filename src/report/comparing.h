/* The parts of a comparison's report, a file each. */
#ifndef REPORT_COMPARING_H
#define REPORT_COMPARING_H

#include "report/model/report.h"

typedef struct comparing {
    const scm_comparison *comparison;
    scm_diff_report_options options;
    const scm_annotations *old_side, *new_side;
    str old_name, new_name; /* "2020", or the id where the year does not tell */
    arena *arena;           /* of what is being made */
} comparing;

comparing comparing_of(const scm_comparison *comparison, arena *a);
/* The changes of substance, a row for each status, in so many lines of text, with how many
 * there are besides. */
void compare_add_changes(const comparing *c, rows *r, int room);
/* The rows of the records, and what JSON Lines has besides them. */
size_t compare_nrows(const scm_comparison *c);
void compare_row(record *r, size_t index);
void compare_more(fields *f, const record *r, size_t index);
str compare_title(const comparing *c);
void compare_headline(const comparing *c, builder *b);
/* All changes of substance; for pages. */
void compare_change_table(const comparing *c, builder *b);
void compare_names(const comparing *c, builder *b);
void compare_verbs(const comparing *c, builder *b);
void compare_paragraphs(const comparing *c, builder *b);
/* What in the comparison is not to be relied on, and why; empty for nothing. */
str compare_warning(const comparing *c);
/* All of it for texts in two languages, and what each is called. */
void compare_languages(const comparing *c, builder *b);
str compare_language(const comparing *c, bool old);
/* For pages: a map of the paragraphs, and a table of the names of each type. */
void compare_map(const comparing *c, builder *b);
void compare_name_tables(const comparing *c, builder *b);

/* "2 moved (3, 7), 1 dropped (4)": what became of the paragraphs. */
str compare_tally(const comparing *c);
enum tone compare_tone(enum scm_status_of_change status);

/* "old → new": the two ends of a change; "-" for an empty one. */
str from_to(arena *a, str before, const char *arrow, str after);
/* Hundredths, cut and not rounded: only what is the same has 100. */
int similarity_hundredths(double similarity);
str similarity_str(arena *a, double similarity); /* "0.83" */
/* Where a statement stood and stands: "13→11", "11" where both are the same. */
str compare_place(const comparing *c, const scm_statement_change *s);
/* "noted → pledged", with what qualifies either, and who where that changed. */
str compare_verbs_of(const comparing *c, const scm_statement_change *s);

/* How names are listed: how many, how long each may be, with how many mentions. */
typedef struct name_list {
    size_t most, longest;
    bool counts;
} name_list;
/* The names of one type that fared so, the most mentioned first: "NCG, TDS +3". */
str compare_names_of(
    const comparing *c, enum scm_type type, enum scm_status_of_change status, name_list how);

/* The names of one type that fared so, the most mentioned first; `*n` of them. */
const scm_delta **compare_deltas_of(
    const comparing *c, enum scm_type type, enum scm_status_of_change status, size_t *n);
str compare_name(const comparing *c, const scm_delta *d);
/* Is the wording of either side not that which was agreed on? */
bool compare_unreliable(const comparing *c);
void compare_meeting(const comparing *c, builder *b);
/* What a person reads of a fact: a name without the office. */
str compare_fact(const scm_annotations *side, scm_fact fact);

/* Labels, verbs and sentences of either side; empty for SCM_NONE. */
str side_label(const scm_annotations *side, uint32_t block);
str side_verb(const scm_annotations *side, uint32_t statement);
const scm_sentence *side_sentence(const scm_annotations *side, uint32_t statement);

#endif
