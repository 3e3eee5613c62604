/* Roles: an office-holder or a side that is not named. */
#include "annotate/grammar.h"

static const struct class_words WORDS[] = {
    {'T', "The"},
    {'t', "the"},
    {'2', "two Two"},
    {'B', "both Both"},
    {'c', "each Each neither Neither"},
    {'L', "leaders"},
    {'l', "Leaders Sides"},
    {'D', "sides"},
    {'P', "parties"},
    {'h', "heads"},
    {'g', "state government"},
    {'G', "delegation"},
    {'Y', "countries nations"},
    {'d', "defense defence"},
    {'E', "Defense Defence"},
    {'C', "chiefs"},
    {'m', "ministers Ministers"},
    {'s', "secretaries Secretaries"},
    {'p', "presidents"},
    {'Q', "Presidents"},
    {'e', "side"},
    {'f', "leader party"},
    {'j', "minister"},
    {'J', "Minister"},
    {'r', "secretary Secretary"},
    {'F', "State War"},
    {'O', "National"},
    {'w', "Foreign"},
    {'v', "Affairs"},
    {'z', "General"},
    {'u', "US"},
    {'U', "U"},
    {'S', "S"},
    {'V', "United"},
    {'W', "States"},
    {'a', "American"},
    {'k', "ROK"},
    {'R', "Republic"},
    {'K', "Korea"},
    {'n', "Korean"},
    {'H', "South"},
    {'I', "President"},
    {'3', "Chairman"},
    {'4', "Joint"},
    {'5', "Chiefs"},
    {'6', "Staff"},
    {'7', "CJCS"},
    {'8', "CFC"},
    {'9', "UNC"},
    {'0', "USFK"},
    {'1', "Combined"},
    {'i', "Forces"},
    {'M', "Command"},
    {'A', "Commander"},
    {'o', "of"},
    {'b', "by as As"},
    {'y', "for"},
    {'N', "and"},
    {0, NULL},
};

#define AMERICAN "(?:U\\.S\\.|u|V W|a)"
#define KOREAN "(?:k|R o K|(?:H )?n)"
#define COUNTRY "(?:V W|k|R o K|(?:H )?K)"
#define HEADS "(?:L|D(?! o)|P|h o [gG]|d [mCs]|[msp]|Q)"
#define NOT_A_NAME "(?! o| z|-)"
#define SECRETARY "r(?: o [EF])?" NOT_A_NAME
#define MINISTER "(?:(?:O )?[wE] )?[jJ](?: [oy] (?:O E|E|w v))?" NOT_A_NAME
#define CHAIRMAN "(?:3 o t 4 5 o 6|7)"

const char role_source[] =
    "(?<!-)(?:"
    "B " HEADS "(*MARK:both)|"
    /* "the Minister and the Minister": a re-translation of the two heads */
    "(?<=[jJ] N )(?:t )?(?:" SECRETARY "|[jJ]" NOT_A_NAME ")(*MARK:us)|"
    "(?<=r N )r" NOT_A_NAME "(*MARK:rok)|"
    "(?:(?<=r N )|(?<=r o F N ))(?:t )?" MINISTER "(*MARK:rok)|"
    /* the Secretary, the Minister: tried first, most are these */
    "[Tt] (?:" SECRETARY "(*MARK:us)|(?:" KOREAN " )?" MINISTER "(*MARK:rok)|"
    /* the two leaders of both countries */
    "(?<![ob] [Tt] )(?:2 )?(?:L|d [mC]|h o G) o (?:t 2|B) [YD](*MARK:both)|"
    "(?<=T )d [mCs] o (?:t )?" COUNTRY " N (?:t )?" COUNTRY "(?!,| N)(*MARK:both)|"
    "2 " HEADS "(*MARK:both)|"
    "[LDQ](?! o)(*MARK:both)|"
    /* the U.S. side, the ROK President */
    AMERICAN " (?:e|" SECRETARY ")(*MARK:us)|" KOREAN " e(*MARK:rok)|"
    "(?:" AMERICAN " I|I o t V W)(*MARK:us-president)|"
    "(?:" KOREAN " I|I o t R o K)(*MARK:rok-president)|"
    "(?:U\\.S\\.|u) " CHAIRMAN "(*MARK:us-cjcs)|" KOREAN " " CHAIRMAN "(*MARK:rok-cjcs)|"
    "(?:(?:9/)?8(?:/0)?|1 i M(?: \\(8\\))?) A(*MARK:cfc-commander)|"
    "A o (?:t )?(?:8|1 i M)(*MARK:cfc-commander)"
    ")|"
    "2(?= [LD]) " HEADS "(*MARK:both)|"
    "c [efj](*MARK:both)|"
    "(?:(?<=\n)|(?<=[.!?] )|(?<![\\s\\S]))l(?= [a-z])(*MARK:both)"
    ")";

static const struct grammar GRAMMAR = {
    PATTERN_ROLE, WORDS, NULL, "LlDPhmspQefjJrICA73d", "TtB2clrjJOwE"};

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
    struct parse parse;
    struct match m;
    size_t next = 0; /* person that may overlap */
    int status;
    parse_start(&parse, w, &GRAMMAR);
    while ((status = parse_next(&parse, &m, w->error)) == 1) {
        while (next < w->people.len && w->people.at[next].end <= m.at[0]) next++;
        if (next < w->people.len && w->people.at[next].start < m.at[1]) continue;
        str surface = str_sub(w->text, m.at[0], m.at[1]);
        add_candidate(w, (struct candidate){.start = m.at[0],
                             .end = m.at[1],
                             .type = SCM_ROLE,
                             .rank = RANK_PERSON,
                             .id = office_of(w, str_of(m.mark), surface)});
    }
    parse_stop(&parse);
    return status;
}
