/* Roles: an office-holder or a side that is not named. */
#include "annotate/pattern.h"
#include "annotate/work.h"

#define AMERICAN "(?:U\\.S\\.|US|United States|American)"
#define KOREAN "(?:ROK|Republic of Korea|South Korean|Korean)"
#define COUNTRY "(?:United States|ROK|Republic of Korea|South Korea|Korea)\\b"
#define HEADS                                                                                  \
    "(?:leaders|sides(?! of\\b)|parties|heads of (?:state|delegation|government)|"             \
    "defen[sc]e (?:ministers|chiefs|secretaries)|(?:M|m)inisters|(?:S|s)ecretaries|"           \
    "(?:P|p)residents)\\b"
#define NOT_A_NAME "(?! of\\b|-General| General|s\\b|[A-Za-z-])"
#define SECRETARY "[Ss]ecretary(?: of (?:State|Defen[sc]e|War))?" NOT_A_NAME
#define MINISTER                                                                               \
    "(?:(?:National )?(?:Foreign|Defen[sc]e) )?[Mm]inister"                                    \
    "(?: (?:of|for) (?:National Defen[sc]e|Defen[sc]e|Foreign Affairs))?" NOT_A_NAME

const char role_source[] =
    "(?<![A-Za-z0-9-])(?:"
    "(?<!of |by |[Aa]s )[Tt]he (?:two )?(?:leaders|defen[sc]e (?:ministers|chiefs)|heads of "
    "delegation) of "
    "(?:the two|both) (?:countries|nations|sides)(*MARK:both)|"
    "The defen[sc]e (?:ministers|chiefs|secretaries) of (?:the )?" COUNTRY
    " and (?:the )?" COUNTRY "(?!,| and)(*MARK:both)|"
    "(?:[Tt]he [Tt]wo|[Tt]wo(?= leaders| sides)|[Bb]oth) " HEADS "(*MARK:both)|"
    "(?:[Ee]ach|[Nn]either) (?:side|leader|party|minister)\\b(*MARK:both)|"
    "[Tt]he (?:leaders|sides|Presidents)\\b(?! of)(*MARK:both)|"
    "(?:(?<=\n)|(?<=[.!?] )|(?<![\\s\\S]))(?:Leaders|Sides)(?= [a-z])(*MARK:both)|"
    "[Tt]he " AMERICAN " side\\b(*MARK:us)|"
    "[Tt]he " KOREAN " side\\b(*MARK:rok)|"
    "[Tt]he (?:" AMERICAN " )?" SECRETARY "(*MARK:us)|"
    "(?<=[Mm]inister and )(?:the )?" SECRETARY "(*MARK:us)|"
    /* "the Minister and the Minister": a re-translation of the two heads */
    "(?<=[Mm]inister and )(?:the )?[Mm]inister" NOT_A_NAME "(*MARK:us)|"
    "(?<=[Ss]ecretary and )(?:the )?[Ss]ecretary" NOT_A_NAME "(*MARK:rok)|"
    "(?:(?<=[Ss]ecretary and )|(?<=ecretary of State and ))(?:the )?" MINISTER "(*MARK:rok)|"
    "[Tt]he (?:" KOREAN " )?" MINISTER "(*MARK:rok)|"
    "[Tt]he (?:" AMERICAN " President|President of the United States)\\b(*MARK:us-president)|"
    "[Tt]he (?:" KOREAN
    " President|President of the Republic of Korea)\\b(*MARK:rok-president)|"
    "[Tt]he (?:U\\.S\\.|US) (?:Chairman of the Joint Chiefs of Staff|CJCS)\\b(*MARK:us-cjcs)|"
    "[Tt]he " KOREAN " (?:Chairman of the Joint Chiefs of Staff|CJCS)\\b(*MARK:rok-cjcs)|"
    "[Tt]he (?:(?:UNC/)?CFC(?:/USFK)?|Combined Forces Command(?: \\(CFC\\))?) Commander\\b"
    "(*MARK:cfc-commander)|"
    "[Tt]he Commander of (?:the )?(?:CFC|Combined Forces Command)\\b(*MARK:cfc-commander)"
    ")";

/* Is this person, by office, named in the text under the true name? */
static bool takes_part(const struct work *w, str office)
{
    scm_official holder;
    if (!scm_authority_holder(w->authority, office, w->reference_iso, &holder)) return false;
    for (size_t i = 0; i < w->people.len; i++)
        if (str_eq(w->people.at[i].id, holder.id)) return true;
    return false;
}

/* "Secretary of State" and "Foreign Minister" in a text of the two defence
 * heads are mistranslations, unless the foreign ministers take part. */
static str office_of(const struct work *w, str mark, str surface)
{
    bool foreign = str_has(surface, S("Foreign")), state = str_has(surface, S("State"));
    if (str_eq(mark, S("us")))
        return state && (!w->about_scm || takes_part(w, S("us-secstate"))) ? S("us-secstate")
                                                                           : S("us-secdef");
    if (str_eq(mark, S("rok")))
        return foreign && (!w->about_scm || takes_part(w, S("rok-mofa"))) ? S("rok-mofa")
                                                                          : S("rok-mnd");
    return mark;
}

int find_roles(struct work *w)
{
    struct matcher matcher;
    struct match m;
    size_t next = 0; /* person that may overlap */
    int status;
    matcher_start(&matcher, PATTERN_ROLE, w->text);
    while ((status = matcher_next(&matcher, &m, w->error)) == 1) {
        while (next < w->people.len && w->people.at[next].end <= m.at[0]) next++;
        if (next < w->people.len && w->people.at[next].start < m.at[1]) continue;
        str surface = str_sub(w->text, m.at[0], m.at[1]);
        add_candidate(w, (struct candidate){.start = m.at[0],
                             .end = m.at[1],
                             .type = SCM_ROLE,
                             .rank = RANK_PERSON,
                             .id = office_of(w, str_of(m.mark), surface)});
    }
    matcher_stop(&matcher);
    return status;
}
