/* The names that words.tsv and phrases.tsv give to the classes for which methods
 * ask.  Included by base/language.h and by the compiler of the tables, each with
 * its own meaning of the two macros. */

#ifdef WORD_CLASS
/* Of dates and numbers. */
WORD_CLASS(MONTH, "month")
WORD_CLASS(MONTH_SHORT, "month-short")
WORD_CLASS(WEEKDAY, "weekday")
WORD_CLASS(WEEKDAY_SHORT, "weekday-short")
WORD_CLASS(SEASON, "season")
WORD_CLASS(PERIOD, "period")
WORD_CLASS(NUMBER, "number")
WORD_CLASS(HUNDRED, "hundred")
WORD_CLASS(NTH, "nth")
WORD_CLASS(ORDINAL, "ordinal")
WORD_CLASS(ORDINAL_SUFFIX, "ordinal-suffix")
WORD_CLASS(DIRECTION, "direction")
WORD_CLASS(TIME_UNIT, "time-unit")
WORD_CLASS(HALF, "half")
WORD_CLASS(QUARTER, "quarter")
/* Of names. */
WORD_CLASS(HEAD, "head")
WORD_CLASS(DEFINED_HEAD, "defined-head")
WORD_CLASS(LEAD, "lead")
WORD_CLASS(OPENER, "opener")
WORD_CLASS(GENERIC, "generic")
WORD_CLASS(OFFICE, "office")
WORD_CLASS(OFFICE_END, "office-end")
WORD_CLASS(OFFICE_LINK, "office-link")
WORD_CLASS(BODY_OFFICE, "body-office")
WORD_CLASS(NAME_LINK, "name-link")
WORD_CLASS(SLUG_LINK, "slug-link")
WORD_CLASS(ANNUAL, "annual")
WORD_CLASS(THE, "the")
WORD_CLASS(AND, "and")
WORD_CLASS(OF, "of")
WORD_CLASS(FOR, "for")
WORD_CLASS(BY, "by")
WORD_CLASS(TO, "to")
WORD_CLASS(AS, "as")
WORD_CLASS(FAMILY_NAME, "family-name")
WORD_CLASS(NAME_SUFFIX, "name-suffix")
WORD_CLASS(NOT_A_PERSON, "not-a-person")
WORD_CLASS(MINISTER, "minister")
/* Of running text. */
WORD_CLASS(FUNCTION, "function")
WORD_CLASS(ABBREVIATION, "abbreviation")
WORD_CLASS(CLOSING_ABBREVIATION, "closing-abbreviation")
WORD_CLASS(SENTENCE_OPENER, "sentence-opener")
/* Of statements. */
WORD_CLASS(ADVERB, "adverb")
WORD_CLASS(GOVERNOR, "governor")
WORD_CLASS(BE, "be")
WORD_CLASS(DO, "do")
WORD_CLASS(PERFECT, "perfect")
WORD_CLASS(PRONOUN, "pronoun")
WORD_CLASS(ONE_PERSON, "one-person")
WORD_CLASS(MANY_PERSONS, "many-persons")
WORD_CLASS(CONJUNCTION, "conjunction")
WORD_CLASS(CLAUSE, "clause")
WORD_CLASS(SUBJECT, "subject")
WORD_CLASS(PREPOSITION, "preposition")
WORD_CLASS(NEGATION, "negation")
WORD_CLASS(HEDGE, "hedge")
WORD_CLASS(CONDITION, "condition")
#endif

/* `found`: each place where a phrase of the class stands in a text is listed
 * with the names (annotate/names.c); the others are looked for by who needs them. */
#ifdef PHRASE_CLASS
/* What is said of a meeting. */
PHRASE_CLASS(HELD, "held", 1)
PHRASE_CLASS(AHEAD, "ahead", 1)
PHRASE_CLASS(VENUE, "venue", 1)
PHRASE_CLASS(VENUE_BEFORE, "venue-before", 1)
PHRASE_CLASS(REPORTED, "reported", 1)
/* What is said around a verb. */
PHRASE_CLASS(NOT, "not", 1)
PHRASE_CLASS(WILL, "will", 1)
PHRASE_CLASS(EXPLORE, "explore", 1)
/* Distorted forms. */
PHRASE_CLASS(REPAIRED_NAME, "repaired-name", 1)
PHRASE_CLASS(REPAIRED_HEADS, "repaired-heads", 1)
/* Of pages. */
PHRASE_CLASS(RESTATED, "restated", 0)
PHRASE_CLASS(TRANSLATED, "translated", 0)
#endif
