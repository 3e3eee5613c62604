/* A sentence as its verbs are read: the subject in front of a verb, and whom it stands for. */
#ifndef ANNOTATE_SUBJECT_H
#define ANNOTATE_SUBJECT_H

#include "annotate/participants.h"

enum subject_kind { NO_SUBJECT, MENTIONED, PRONOUN, JOINED, OTHER };

/* Who speaks: an office, "both" or a list of offices, and the people meant. */
struct speaker {
    str actor, persons;
};

struct statement_reader {
    struct work *w;
    size_t mention;        /* the first that may stand in the sentence */
    size_t start;          /* where the sentence starts */
    size_t from;           /* there, or as far back as a subject can stand */
    struct speaker last;   /* the subject of the verb before in the paragraph */
    struct speaker single; /* the last that is not both */
    struct speaker author; /* whom the title names as the one who says "I" */
    uint32_t block;
    bool reported;     /* a finite verb stands in this sentence */
    bool plain;        /* it was a base form: "both leaders commit" */
    bool third_person; /* it was one with an s: "the text stresses" */
    size_t last_verb;  /* where that one ends */
    str together;      /* what all sides of the meeting are called */
};

/* subject.c */
/* Is the word of the class; has the text a phrase of it? */
bool is(const struct statement_reader *r, str word, enum word_class class_);
bool says(const struct statement_reader *r, enum phrase_class class_, str text);
/* Whether the last letters of the word are such an ending: "ly" of "firmly". */
bool ends_like(const struct statement_reader *r, str word, enum word_class class_);
/* The word that ends at `end`; punctuation is no part of it. */
str word_before(const struct statement_reader *r, size_t end);
/* Steps back over adverbs and auxiliaries in front of the verb. */
size_t skip_adverbs(const struct statement_reader *r, size_t at);
/* The official or role that ends there, or NULL. */
const struct candidate *mention_ending(const struct statement_reader *r, size_t end);
size_t skip_spaces(const struct statement_reader *r, size_t at);
/* Does a country end there, a side or another state, spaces aside?  Where it starts. */
bool state_before(const struct statement_reader *r, size_t end, size_t *start);
/* Where a mention ends that stands there, " of the Republic of Korea" or " of France" behind it
 * aside; 0: none does. */
size_t mention_before(const struct statement_reader *r, size_t end);
/* A base form: not "reaffirmed" but "reaffirm". */
bool is_plain(const struct statement_reader *r, const struct hit *h);
/* "condemned the tests and launches": a noun, as the verb before has another form. */
bool is_third_person(const struct statement_reader *r, const struct hit *h);
/* What stands in front of a verb, adverbs aside, and where it ends. */
enum subject_kind subject_of(
    const struct statement_reader *r, const struct hit *h, size_t *end);

/* speaker.c */
struct speaker speaker_of(const struct work *w, const struct candidate *c);
/* "Statement by President Jane Roe on the Harbor": she, or nobody. */
struct speaker author_of_title(struct work *w);
/* How many speakers a pronoun stands for: 1 for "he", 2 for "they"; 0: none, or it is no
 * pronoun. */
int stands_for(const struct statement_reader *r, str pronoun);
/* Two that speak together. */
struct speaker joined_speakers(
    const struct statement_reader *r, struct speaker first, struct speaker second);
/* The statements of a sentence among syllables, from the verb *hit on (affix_statements.c). */
void read_affix_sentence(struct statement_reader *r, uint32_t sentence, size_t *hit);
/* What stands in front of the mention, its country and an article aside. */
str before_mention(const struct statement_reader *r, const struct candidate *c);
/* The mention that ends there and those joined to it: "A and B", "he and B"; the comma of
 * "A, B, and C" says that the list goes on. */
struct speaker mentioned_speaker(const struct statement_reader *r, size_t end);
void remember_single(struct statement_reader *r, struct speaker by);
bool is_single(struct speaker by);
/* Whom the subject that ends at `end` stands for, which is kept for the pronouns behind. */
struct speaker find_speaker(struct statement_reader *r, enum subject_kind kind, size_t end);

#endif
