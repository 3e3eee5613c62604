/* Statements: who, with which reporting verb, said a sentence.
 *
 * A verb of the table reports where it is finite: behind its subject, adverbs
 * and auxiliaries aside, or joined by "and" or a comma to a verb that is.  A
 * participle behind a noun ("the measures discussed"), an infinitive and a
 * gerund do not report.  The subject is an official or role, or a pronoun that
 * takes over the last one of the paragraph; a country or body as subject
 * leaves the actor empty.  Speech acts and strengths are the verb table's. */
#include "annotate/work.h"

enum subject_kind { NO_SUBJECT, MENTIONED, PRONOUN, JOINED, OTHER };

struct reader {
    struct work *w;
    size_t mention; /* the first that may stand in the sentence */
    size_t start;   /* where the sentence starts */
    size_t from;    /* there, or as far back as a subject can stand */
    str actor;      /* of the last subject in the paragraph */
    str single;     /* the last that is not both */
    uint32_t block;
    bool reported;    /* a finite verb stands in this sentence */
    bool plain;       /* it was a base form: \"both leaders commit\" */
    size_t last_verb; /* where that one ends */
};

static const str BE[] = {
    S_INIT("was"), S_INIT("were"), S_INIT("been"), S_INIT("be"), S_INIT("is"), S_INIT("are")};

static bool is_word_of(str word, const str *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq_nocase(word, list[i])) return true;
    return false;
}

#define IS_ONE_OF(word, list) is_word_of(word, list, sizeof(list) / sizeof *(list))

/* The word that ends at `end`; punctuation is no part of it. */
static str word_before(const struct reader *r, size_t end)
{
    str text = r->w->text;
    size_t at = end;
    while (at > r->from && (is_alnum(text.at[at - 1]) || text.at[at - 1] == '-' ||
                               (unsigned char)text.at[at - 1] >= 0x80))
        at--;
    return str_sub(text, at, end);
}

/* Steps back over adverbs and auxiliaries in front of the verb. */
static size_t skip_adverbs(const struct reader *r, size_t at)
{
    static const str WORDS[] = {S_INIT("also"), S_INIT("further"), S_INIT("again"),
        S_INIT("then"), S_INIT("both"), S_INIT("have"), S_INIT("has"), S_INIT("had"),
        S_INIT("not"), S_INIT("did"), S_INIT("do"), S_INIT("does"), S_INIT("never"),
        S_INIT("once"), S_INIT("therefore"), S_INIT("thus"), S_INIT("first"),
        S_INIT("together"), S_INIT("was"), S_INIT("were"), S_INIT("would"), S_INIT("will"),
        S_INIT("could"), S_INIT("may"), S_INIT("might"), S_INIT("can"), S_INIT("should"),
        S_INIT("in turn"), S_INIT("each"), S_INIT("remain"), S_INIT("remained"), S_INIT("are"),
        S_INIT("is"), S_INIT("all"), S_INIT("hereby"), S_INIT("no"), S_INIT("longer"),
        S_INIT("once more")};
    static const str GOVERNORS[] = {S_INIT("declined"), S_INIT("refused"), S_INIT("failed"),
        S_INIT("expected"), S_INIT("unable")};
    for (;;) {
        size_t end = at;
        while (end > r->from && r->w->text.at[end - 1] == ' ') end--;
        str word = word_before(r, end);
        if (str_eq(word, S("to"))) { /* "declined to endorse" */
            size_t before = end - word.len;
            while (before > r->from && r->w->text.at[before - 1] == ' ') before--;
            if (!IS_ONE_OF(word_before(r, before), GOVERNORS)) return end;
            at = before - word_before(r, before).len;
            continue;
        }
        bool adverb = word.len > 3 && str_ends(word, S("ly")) && is_lower(word.at[0]);
        if (word.len == 0 || !(adverb || IS_ONE_OF(word, WORDS))) return end;
        at = end - word.len;
    }
}

static const struct candidate *mention_ending(const struct reader *r, size_t end)
{
    const struct work *w = r->w;
    for (size_t i = r->mention; i < w->found.len && w->found.at[i].start < end; i++) {
        const struct candidate *c = &w->found.at[i];
        if ((c->type == SCM_ROLE || c->type == SCM_OFFICIAL) && c->end == end) return c;
    }
    return NULL;
}

/* A country, body or side that can be a subject. */
static bool is_other_subject(const struct reader *r, size_t end, str word)
{
    static const str NOUNS[] = {S_INIT("countries"), S_INIT("nations"), S_INIT("governments"),
        S_INIT("government"), S_INIT("ministers"), S_INIT("participants"),
        S_INIT("delegations"), S_INIT("States"), S_INIT("ROK"), S_INIT("Korea"),
        S_INIT("Ministers"), S_INIT("Leaders"), S_INIT("official"), S_INIT("officials"),
        S_INIT("authorities"), S_INIT("allies"), S_INIT("Washington"), S_INIT("Seoul"),
        S_INIT("Pyongyang"), S_INIT("Tokyo")};
    const struct work *w = r->w;
    if (IS_ONE_OF(word, NOUNS)) return true;
    if (str_ends(str_sub(w->text, r->from, end), S("U.S."))) return true;
    for (size_t i = r->mention; i < w->found.len && w->found.at[i].start < end; i++)
        if (w->found.at[i].end == end)
            return w->found.at[i].type == SCM_STATE || w->found.at[i].type == SCM_ORG;
    return false;
}

/* Behind a comma a finite verb has an object or clause; a participle ("the
 * zone, agreed to in 2018") has a preposition. */
static bool has_object(const struct reader *r, const struct hit *h)
{
    static const str PREPOSITIONS[] = {S_INIT(" in "), S_INIT(" on "), S_INIT(" by "),
        S_INIT(" with "), S_INIT(" after "), S_INIT(" despite "), S_INIT(" during "),
        S_INIT(" for "), S_INIT(" at "), S_INIT(" under "), S_INIT(" as "), S_INIT(" upon "),
        S_INIT(" through "), S_INIT(" last "), S_INIT(" to in "), S_INIT(" to by "),
        S_INIT(" to through "), S_INIT(" to at "), S_INIT(" between "), S_INIT(" since ")};
    str after = str_sub(r->w->text, h->end, h->end + 16);
    if (after.len == 0 || after.at[0] != ' ') return false;
    for (size_t i = 0; i < sizeof PREPOSITIONS / sizeof *PREPOSITIONS; i++)
        if (str_starts(after, PREPOSITIONS[i])) return false;
    return true;
}

/* A base form: not "reaffirmed" but "reaffirm". */
static bool is_plain(const struct reader *r, const struct hit *h)
{
    scm_verb v = scm_authority_verb(r->w->authority, h->alias->row);
    str surface = str_sub(r->w->text, h->start, h->end);
    str first = str_sub(surface, 0, str_find_char(surface, ' '));
    return str_eq(first, str_sub(v.lemma, 0, str_find_char(v.lemma, '-')));
}

static size_t skip_spaces(const struct reader *r, size_t at)
{
    while (at > r->from && r->w->text.at[at - 1] == ' ') at--;
    return at;
}

/* "noted that the North has built sites and openly reiterated", "which showed that
 * the forces are strong and are ready to": what is joined is the clause's. */
static bool in_clause(const struct reader *r, const struct hit *h, size_t end)
{
    str between = str_sub(r->w->text, r->last_verb, end);
    str helpers = str_sub(r->w->text, end, h->start);
    str surface = str_sub(r->w->text, h->start, h->end);
    bool clause = str_has(between, S(" that ")) || str_has(between, S(" which "));
    bool perfect = str_has(between, S(" has ")) || str_has(between, S(" have "));
    bool state = str_starts(surface, S("is ")) || str_starts(surface, S("are "));
    return clause && (state || (perfect && str_has(helpers, S("ly "))));
}

/* "received and endorsed": a verb that the table lacks joins the subject to
 * this one; where the subject ends, 0 where there is none. */
static size_t subject_of_other(const struct reader *r, size_t end)
{
    str verb = word_before(r, end);
    if (!str_ends(verb, S("ed")) || !is_lower(verb.at[0])) return 0;
    size_t at = skip_adverbs(r, end - verb.len);
    return mention_ending(r, at) ? at : 0;
}

/* In front of "and" and "but", which end at *end. */
static enum subject_kind joined_subject(
    const struct reader *r, const struct hit *h, size_t *end)
{
    str text = r->w->text;
    size_t before = skip_spaces(r, *end - sizeof "and" + 1);
    bool comma = before > r->from && text.at[before - 1] == ',';
    str helpers = str_sub(text, *end, h->start);
    bool fits = comma || r->plain == is_plain(r, h) || str_has(helpers, S(" did ")) ||
                str_has(helpers, S(" do ")) || str_has(helpers, S(" does "));
    size_t subject = subject_of_other(r, before);
    if (subject) {
        *end = subject;
        return MENTIONED;
    }
    return r->reported && fits && (comma || !in_clause(r, h, before)) ? JOINED : NO_SUBJECT;
}

/* What stands in front of a verb, adverbs aside, and where it ends. */
static enum subject_kind subject_of(const struct reader *r, const struct hit *h, size_t *end)
{
    bool fits = r->reported && r->plain == is_plain(r, h);
    static const str PRONOUNS[] = {
        S_INIT("they"), S_INIT("he"), S_INIT("she"), S_INIT("we"), S_INIT("it"), S_INIT("who")};
    str text = r->w->text;
    *end = skip_adverbs(r, h->start);
    if (*end == r->from) return NO_SUBJECT;
    if (text.at[*end - 1] == ',')
        return (fits || !r->reported) && has_object(r, h) ? JOINED : NO_SUBJECT;
    str word = word_before(r, *end);
    if (IS_ONE_OF(word, PRONOUNS)) return PRONOUN;
    if (str_eq(word, S("and")) || str_eq(word, S("but"))) return joined_subject(r, h, end);
    if (mention_ending(r, *end)) return MENTIONED;
    return is_other_subject(r, *end, word) ? OTHER : NO_SUBJECT;
}

static str office_of_person(const struct work *w, str id)
{
    scm_official o;
    for (size_t i = 0; i < w->nheads; i++)
        if (str_eq(id, w->heads[i].person)) return w->heads[i].office;
    return scm_authority_person(w->authority, id, w->reference_iso, &o) ? o.office
                                                                        : (str){NULL, 0};
}

static str office_of_mention(const struct work *w, const struct candidate *c)
{
    return c->type == SCM_ROLE ? c->id : office_of_person(w, c->id);
}

/* Are the two offices those of the heads of the two sides of some series? */
static bool are_heads(const struct work *w, str a, str b)
{
    for (size_t i = 0; i < w->image->nseries; i++) {
        str heads = scm_authority_series(w->authority, i).heads, first, second;
        if (!list_cut(&heads, &first) || !list_cut(&heads, &second) || heads.len) continue;
        if ((str_eq(a, first) && str_eq(b, second)) || (str_eq(a, second) && str_eq(b, first)))
            return true;
    }
    return false;
}

/* "The Secretary and the Minister" are both heads; other pairs are two. */
static str mentioned_actor(const struct reader *r, size_t end)
{
    const struct candidate *c = mention_ending(r, end);
    str office = office_of_mention(r->w, c), and = S(" and");
    size_t start;
    country_before(r->w, c->start, &start);
    str before = str_trim(str_sub(r->w->text, r->from, start));
    if (!str_ends(before, and)) return office;
    before.len -= and.len;
    if (str_ends(before, S(","))) before.len--;
    const struct candidate *first = mention_ending(r, r->from + before.len);
    str pronoun = word_before(r, r->from + before.len);
    bool he = str_eq_nocase(pronoun, S("he")) || str_eq_nocase(pronoun, S("she"));
    if (!first && !he) return office;
    str other = first ? office_of_mention(r->w, first) : r->single;
    if (are_heads(r->w, other, office)) return S("both");
    if (other.len == 0 || office.len == 0 || str_eq(other, office)) return office;
    return str_printf(
        r->w->arena, "%.*s,%.*s", (int)other.len, other.at, (int)office.len, office.at);
}

/* Behind a comma the subject is the mention that a comma follows ("The
 * Minister, on behalf of the Secretary, thanked"), else the last one. */
static str joined_actor(const struct reader *r, size_t end)
{
    if (r->reported) return r->actor;
    const struct work *w = r->w;
    size_t last = 0;
    for (size_t i = r->mention; i < w->found.len && w->found.at[i].end < end; i++) {
        const struct candidate *c = &w->found.at[i];
        if (c->type != SCM_ROLE && c->type != SCM_OFFICIAL) continue;
        str behind = str_sub(w->text, c->end, end);
        if (str_starts(behind, S(",")) && !str_starts(behind, S(", and")))
            return mentioned_actor(r, c->end);
        last = c->end;
    }
    if (last) return mentioned_actor(r, last);
    return r->actor;
}

static str find_actor(struct reader *r, enum subject_kind kind, size_t end)
{
    str word = word_before(r, end), actor = {NULL, 0};
    if (kind == MENTIONED) actor = mentioned_actor(r, end);
    if (kind == JOINED) actor = joined_actor(r, end);
    if (kind == PRONOUN) {
        bool one = str_eq_nocase(word, S("he")) || str_eq_nocase(word, S("she"));
        bool they = str_eq_nocase(word, S("they")) || str_eq_nocase(word, S("who"));
        if (one) actor = r->single;
        if (they) actor = S("both");
    }
    r->actor = actor;
    if (actor.len && !str_eq(actor, S("both"))) r->single = actor;
    return actor;
}

static bool word_near(str before, const str *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_ends(before, words[i])) return true;
    return false;
}

#define ENDS_IN(before, list) word_near(before, list, sizeof(list) / sizeof *(list))

/* The words around the verb: "did not agree", "would", "agreed to explore". */
static char polarity(const struct reader *r, size_t start, size_t end)
{
    static const str NOT[] = {S_INIT(" not"), S_INIT(" never"), S_INIT(" neither"),
        S_INIT("n't"), S_INIT("n\xE2\x80\x99t"), S_INIT(" no longer"), S_INIT(" declined to"),
        S_INIT(" refused to"), S_INIT(" failed to"), S_INIT(" unable to")};
    static const str NEITHER[] = {
        S_INIT("either side"), S_INIT("either leader"), S_INIT("either party")};
    static const str MAY[] = {S_INIT(" could"), S_INIT(" may"), S_INIT(" might"),
        S_INIT(" should"), S_INIT(" would"), S_INIT(" can"), S_INIT(" expected to")};
    static const str EXPLORE[] = {S_INIT(" to explore"), S_INIT(" to consider"),
        S_INIT(" to study"), S_INIT(" to examine"), S_INIT(" to seek ways"),
        S_INIT(" to continue to explore"), S_INIT(" to look into"),
        S_INIT(" to jointly explore"), S_INIT(" jointly to explore"),
        S_INIT(" to discuss whether"), S_INIT(" to exploring"), S_INIT(" exploring"),
        S_INIT(" explore"), S_INIT(" consider"), S_INIT(" study whether"), S_INIT(" look into"),
        S_INIT(" jointly explore"), S_INIT(" seek ways"), S_INIT(" examine"),
        S_INIT(" continue to explore")};
    str text = r->w->text, before = str_trim(str_sub(text, start > 40 ? start - 40 : 0, start));
    str after = str_sub(text, end, end + 40);
    bool conditional = str_starts(str_sub(text, r->start, text.len), S("If ")) ||
                       str_starts(str_sub(text, r->start, text.len), S("Unless "));
    if (ENDS_IN(before, NOT) || ENDS_IN(before, NEITHER)) return '-';
    if (conditional || ENDS_IN(before, MAY)) return '?';
    for (size_t i = 0; i < sizeof EXPLORE / sizeof *EXPLORE; i++)
        if (str_starts(after, EXPLORE[i])) return '?';
    return '+';
}

/* ", noting that": a gerund reports where a clause hangs on it. */
static bool gerund_reports(const struct reader *r, const struct hit *h)
{
    str after = str_sub(r->w->text, h->end, h->end + 6);
    size_t end = skip_adverbs(r, h->start);
    bool comma = end > r->from && r->w->text.at[end - 1] == ',';
    return comma && (r->reported || mention_ending(r, end - 1)) &&
           (str_starts(after, S(" that")) || str_starts(after, S(" the ")));
}

static bool is_gerund(str surface)
{
    str first = str_sub(surface, 0, str_find_char(surface, ' '));
    return str_ends(first, S("ing"));
}

/* "agreed levels", "agreed upon by": a participle in front of its noun or
 * with its agent. */
static bool is_participle(const struct reader *r, const struct hit *h)
{
    str after = str_sub(r->w->text, h->end, h->end + 12);
    return str_starts(after, S(" by ")) || str_starts(after, S(" upon by ")) ||
           str_starts(after, S(" on by "));
}

/* What stands between a place and a mention, the mention's country aside. */
static str gap_before(const struct work *w, size_t from, const struct candidate *c)
{
    size_t start;
    country_before(w, c->start, &start);
    return str_trim(str_sub(w->text, from, start > from ? start : from));
}

/* "was reaffirmed by the Secretary and the Minister": the agent is the actor. */
static bool passive_agent(const struct reader *r, const struct hit *h, str *actor)
{
    enum { NEAR = 40 };
    static const str BY[] = {S_INIT("by"), S_INIT("by the")},
                     AND[] = {S_INIT("and"), S_INIT(", and"), S_INIT("and the")};
    const struct work *w = r->w;
    const struct candidate *agent = NULL;
    size_t end = h->start, near = h->end + NEAR;
    while (end > r->from && w->text.at[end - 1] == ' ') end--;
    if (!IS_ONE_OF(word_before(r, end), BE)) return false;
    for (size_t i = r->mention; i < w->found.len && w->found.at[i].start <= near; i++) {
        const struct candidate *c = &w->found.at[i];
        if (c->start < h->end || (c->type != SCM_ROLE && c->type != SCM_OFFICIAL)) continue;
        if (!agent && !IS_ONE_OF(gap_before(w, h->end, c), BY)) break;
        if (agent && !IS_ONE_OF(gap_before(w, agent->end, c), AND)) break;
        *actor = agent ? mentioned_actor(r, c->end) : office_of_mention(w, c);
        if (agent) break;
        agent = c;
        near = c->end + NEAR;
    }
    return agent != NULL;
}

/* Is a form of "be" the verb's, in its alias or in front of it? */
static bool is_state(const struct reader *r, const struct hit *h)
{
    str surface = str_sub(r->w->text, h->start, h->end), also = S(" also");
    str before = str_trim(str_sub(r->w->text, r->from, h->start));
    if (str_ends(before, also)) before.len -= also.len;
    return IS_ONE_OF(str_sub(surface, 0, str_find_char(surface, ' ')), BE) ||
           IS_ONE_OF(word_before(r, r->from + before.len), BE);
}

/* "reaffirmed that the two countries are committed": what is reported, and not a
 * promise that is made here; "are expected to": by whom is not said. */
static bool is_no_act(const struct reader *r, const struct hit *h, enum subject_kind kind)
{
    scm_verb v = scm_authority_verb(r->w->authority, h->alias->row);
    if (!is_state(r, h)) return false;
    if (str_eq(v.lemma, S("expect"))) return true;
    return kind == OTHER && r->reported &&
           str_has(str_sub(r->w->text, r->last_verb, h->start), S(" that "));
}

static void add_statement(struct reader *r, const struct hit *h, uint32_t sentence, str actor)
{
    vec_push(r->w->arena, &r->w->statements,
        ((scm_statement){
            sentence, h->alias->row, actor, polarity(r, h->start, h->end), h->start}));
    r->reported = true;
    r->plain = is_plain(r, h);
    r->last_verb = h->end;
}

/* A subject stands no farther than this in front of its verb. */
static void narrow(struct reader *r, size_t verb)
{
    enum { FARTHEST = 1200 };
    const struct work *w = r->w;
    r->from = verb > r->start + FARTHEST ? verb - FARTHEST : r->start;
    while (r->mention < w->found.len && w->found.at[r->mention].start < r->from) r->mention++;
}

static void read_verb(struct reader *r, const struct hit *h, uint32_t sentence)
{
    struct work *w = r->w;
    size_t end = h->start;
    str surface = str_sub(w->text, h->start, h->end);
    if (is_upper(surface.at[0])) return;
    narrow(r, h->start);
    enum subject_kind kind = is_gerund(surface) ? (gerund_reports(r, h) ? JOINED : NO_SUBJECT)
                                                : subject_of(r, h, &end);
    str agent;
    if (passive_agent(r, h, &agent))
        add_statement(r, h, sentence, agent);
    else if (kind != NO_SUBJECT && !is_participle(r, h) && !is_no_act(r, h, kind))
        add_statement(r, h, sentence, find_actor(r, kind, end));
}

static void enter_sentence(struct reader *r, const scm_sentence *s)
{
    r->start = (size_t)(s->text.at - r->w->text.at);
    r->reported = false;
    if (s->block == r->block) return;
    r->block = s->block;
    r->actor = r->single = (str){NULL, 0};
}

void find_statements(struct work *w)
{
    struct reader r = {.w = w, .block = UINT32_MAX};
    size_t hit = 0;
    for (size_t i = 0; i < w->sentences.len; i++) {
        const scm_sentence *s = &w->sentences.at[i];
        enter_sentence(&r, s);
        size_t to = r.start + s->text.len;
        for (; hit < w->verbs.len && w->verbs.at[hit].start < to; hit++)
            if (w->verbs.at[hit].start >= r.last_verb)
                read_verb(&r, &w->verbs.at[hit], (uint32_t)i);
    }
}
