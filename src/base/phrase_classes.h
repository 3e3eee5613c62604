/* The names that phrases.tsv gives to the classes of phrases.  Included by base/language.h
 * and by the compiler of the tables, each with its own meaning of the macro. */
/* Of pages around a text.  The value of a furniture phrase is the reason. */
PHRASE_CLASS(FURNITURE, "furniture")
PHRASE_CLASS(FURNITURE_LINK, "furniture-link")
PHRASE_CLASS(FURNITURE_END, "furniture-end")
PHRASE_CLASS(PAGE_MARK, "page-mark")
PHRASE_CLASS(AGENCY, "agency")
PHRASE_CLASS(SITE, "site")
PHRASE_CLASS(READER, "reader")
/* Of what a text is. */
PHRASE_CLASS(NOTE, "note")
PHRASE_CLASS(DOCUMENT, "document")
PHRASE_CLASS(KIND, "kind")
PHRASE_CLASS(JOINT_COMMUNIQUE, "joint-communiqué")
PHRASE_CLASS(THANKS, "thanks")
PHRASE_CLASS(NEXT_MEETING, "next-meeting")
PHRASE_CLASS(SPEAKERS, "speakers")
/* Of meetings: whether one was held or is ahead, and where. */
PHRASE_CLASS(HELD, "held")
PHRASE_CLASS(AHEAD, "ahead")
PHRASE_CLASS(REPORTED, "reported")
PHRASE_CLASS(ON_THE, "on-the")
PHRASE_CLASS(VENUE, "venue")
PHRASE_CLASS(AT, "at")
PHRASE_CLASS(HOSTED, "hosted")
