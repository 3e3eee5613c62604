/* Statements: who, with which reporting verb, said a sentence.
 *
 * A verb of the table reports where it is finite: behind its subject, adverbs
 * and auxiliaries aside, or joined by "and" or a comma to a verb that is.  A
 * participle behind a noun ("the measures discussed"), an infinitive and a
 * gerund do not report.  The subject is an official or role, or a pronoun that
 * takes over the last one of the paragraph; a country or body as subject
 * leaves the actor empty.  Speech acts and strengths are the verb table's. */
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
    uint32_t block;
    bool reported;     /* a finite verb stands in this sentence */
    bool plain;        /* it was a base form: "both leaders commit" */
    bool third_person; /* it was one with an s: "the text stresses" */
    size_t last_verb;  /* where that one ends */
    str together;      /* what all sides of the meeting are called */
};

static bool is(const struct statement_reader *r, str word, enum word_class class_)
{
    return word_is(r->w->image->language, word, class_);
}

static bool says(const struct statement_reader *r, enum phrase_class class_, str text)
{
    return has_phrase(r->w->image->language, class_, text);
}

/* Whether the last letters of the word are such an ending: "ly" of "firmly". */
static bool ends_like(const struct statement_reader *r, str word, enum word_class class_)
{
    for (size_t n = 2; n <= 3 && n < word.len; n++)
        if (is(r, str_sub(word, word.len - n, word.len), class_)) return true;
    return false;
}

/* The word that ends at `end`; punctuation is no part of it. */
static str word_before(const struct statement_reader *r, size_t end)
{
    str text = r->w->text;
    size_t at = end;
    while (at > r->from && (is_alnum(text.at[at - 1]) || text.at[at - 1] == '-' ||
                               (unsigned char)text.at[at - 1] >= 0x80))
        at--;
    return str_sub(text, at, end);
}

/* Steps back over adverbs and auxiliaries in front of the verb. */
static size_t skip_adverbs(const struct statement_reader *r, size_t at)
{
    for (;;) {
        size_t end = at;
        while (end > r->from && r->w->text.at[end - 1] == ' ') end--;
        str word = word_before(r, end);
        if (is(r, word, WORD_TO)) { /* "declined to endorse" */
            size_t before = end - word.len;
            while (before > r->from && r->w->text.at[before - 1] == ' ') before--;
            if (!is(r, word_before(r, before), WORD_GOVERNOR)) return end;
            at = before - word_before(r, before).len;
            continue;
        }
        bool adverb =
            word.len > 3 && ends_like(r, word, WORD_ADVERB_ENDING) && is_lower(word.at[0]);
        bool first = end - word.len == r->start; /* "Both agreed": no adverb */
        if (word.len == 0 || first || !(adverb || is(r, word, WORD_ADVERB))) return end;
        at = end - word.len;
    }
}

static const struct candidate *mention_ending(const struct statement_reader *r, size_t end)
{
    const struct work *w = r->w;
    for (size_t i = r->mention; i < w->found.len && w->found.at[i].start < end; i++) {
        const struct candidate *c = &w->found.at[i];
        if ((c->type == SCM_ROLE || c->type == SCM_OFFICIAL) && c->end == end) return c;
    }
    return NULL;
}

static size_t skip_spaces(const struct statement_reader *r, size_t at)
{
    while (at > r->from && r->w->text.at[at - 1] == ' ') at--;
    return at;
}

/* Where a mention ends that stands there, " of the Republic of Korea" behind it aside; 0:
 * none does. */
static size_t mention_before(const struct statement_reader *r, size_t end)
{
    if (mention_ending(r, end)) return end;
    size_t at;
    if (!country_before(r->w, end, &at).len) return 0;
    for (int i = 0; i < 2; i++) {
        at = skip_spaces(r, at);
        str word = word_before(r, at);
        if (i == 0 && is(r, word, WORD_THE)) at -= word.len;
        if (i == 1 && !is(r, word, WORD_OUT_OF)) return 0;
        if (i == 1) at -= word.len;
    }
    at = skip_spaces(r, at);
    return mention_ending(r, at) ? at : 0;
}

/* A country, body or side that can be a subject. */
static bool is_other_subject(const struct statement_reader *r, size_t end, str word)
{
    const struct work *w = r->w;
    size_t chain;
    if (is(r, word, WORD_SUBJECT) || country_before(w, end, &chain).len) return true;
    for (size_t i = r->mention; i < w->found.len && w->found.at[i].start < end; i++)
        if (w->found.at[i].end == end)
            return w->found.at[i].type == SCM_STATE || w->found.at[i].type == SCM_ORG;
    return false;
}

/* Behind a comma a finite verb has an object or clause; a participle ("the
 * zone, agreed to in 2018") has a preposition. */
static bool has_object(const struct statement_reader *r, const struct hit *h)
{
    str after = str_sub(r->w->text, h->end, h->end + 16), word;
    if (after.len == 0 || after.at[0] != ' ') return false;
    after = str_sub(after, 1, after.len);
    str_cut(&after, ' ', &word);
    if (is(r, word, WORD_TO)) str_cut(&after, ' ', &word);
    return !is(r, word, WORD_PREPOSITION);
}

/* A base form: not "reaffirmed" but "reaffirm". */
static bool is_plain(const struct statement_reader *r, const struct hit *h)
{
    scm_verb v = scm_authority_verb(r->w->authority, h->alias->row);
    str surface = str_sub(r->w->text, h->start, h->end);
    str first = str_sub(surface, 0, str_find_char(surface, ' '));
    return str_eq(first, str_sub(v.lemma, 0, str_find_char(v.lemma, '-')));
}

/* "noted that the North has built sites and openly reiterated", "which showed that
 * the forces are strong and are ready to": the second verb belongs to the clause. */
static bool in_clause(const struct statement_reader *r, const struct hit *h, size_t end)
{
    str between = str_sub(r->w->text, r->last_verb, end);
    str helpers = str_sub(r->w->text, end, h->start);
    str surface = str_sub(r->w->text, h->start, h->end);
    str first = str_sub(surface, 0, str_find_char(surface, ' '));
    bool state = first.len < surface.len && is(r, first, WORD_BE);
    if (!says(r, PHRASE_CLAUSE, between)) return false;
    if (state || !says(r, PHRASE_PERFECT, between)) return state;
    for (str word; str_cut(&helpers, ' ', &word);)
        if (ends_like(r, word, WORD_ADVERB_ENDING)) return true;
    return false;
}

/* "received and endorsed": a verb that the table lacks joins the subject to
 * this one; where the subject ends, 0 where there is none. */
static size_t subject_of_other(const struct statement_reader *r, size_t end)
{
    str verb = word_before(r, end);
    if (!ends_like(r, verb, WORD_PAST_ENDING) || !is_lower(verb.at[0])) return 0;
    size_t at = skip_adverbs(r, end - verb.len);
    return mention_ending(r, at) ? at : 0;
}

/* "a strong and determined response": the word that ends there has an article. */
static bool is_adjective(const struct statement_reader *r, size_t end)
{
    str word = word_before(r, end);
    size_t at = skip_spaces(r, end - word.len);
    return word.len && is_lower(word.at[0]) && is(r, word_before(r, at), WORD_A);
}

/* "condemned the tests and launches": a noun, as the verb before has another form. */
static bool is_third_person(const struct statement_reader *r, const struct hit *h)
{
    str surface = str_sub(r->w->text, h->start, h->end);
    return str_ends(str_sub(surface, 0, str_find_char(surface, ' ')), S("s"));
}

/* In front of "and" and "but", which end at *end. */
static enum subject_kind joined_subject(
    const struct statement_reader *r, const struct hit *h, size_t *end)
{
    str text = r->w->text;
    size_t before = skip_spaces(r, *end - word_before(r, *end).len);
    bool comma = before > r->from && text.at[before - 1] == ',';
    if (is_adjective(r, before)) return NO_SUBJECT;
    str helpers = str_sub(text, *end, h->start);
    bool fits = comma || r->plain == is_plain(r, h) || says(r, PHRASE_DO, helpers);
    size_t subject = subject_of_other(r, before);
    if (subject) {
        *end = subject;
        return MENTIONED;
    }
    if (!comma && r->third_person != is_third_person(r, h)) return NO_SUBJECT;
    return r->reported && fits && (comma || !in_clause(r, h, before)) ? JOINED : NO_SUBJECT;
}

/* What stands in front of a verb, adverbs aside, and where it ends. */
static enum subject_kind subject_of(
    const struct statement_reader *r, const struct hit *h, size_t *end)
{
    bool fits = r->reported && r->plain == is_plain(r, h);
    str text = r->w->text;
    *end = skip_adverbs(r, h->start);
    if (*end == r->from) return NO_SUBJECT;
    if (text.at[*end - 1] == ',')
        return (fits || !r->reported) && has_object(r, h) ? JOINED : NO_SUBJECT;
    str word = word_before(r, *end);
    if (is(r, word, WORD_PRONOUN)) return PRONOUN;
    if (is(r, word, WORD_CONJUNCTION)) return joined_subject(r, h, end);
    size_t mention = mention_before(r, *end);
    if (mention) *end = mention;
    if (mention) return MENTIONED;
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

static struct speaker speaker_of(const struct work *w, const struct candidate *c)
{
    if (c->type == SCM_ROLE) return (struct speaker){c->id, c->value};
    return (struct speaker){office_of_person(w, c->id), c->id};
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

/* Do the two people stand for the two sides of a group that the text introduces? */
static bool are_two_sides(const struct work *w, str a, str b)
{
    for (size_t i = 0; i < w->groups.len; i++) {
        const struct group *g = &w->groups.at[i];
        str sides[2] = {{NULL, 0}, {NULL, 0}};
        for (size_t k = 0; k < g->nmembers; k++) {
            str id = w->people.at[g->members[k].person].id;
            if (str_eq(id, a)) sides[0] = g->members[k].side;
            if (str_eq(id, b)) sides[1] = g->members[k].side;
        }
        if (sides[0].len && sides[1].len && !str_eq(sides[0], sides[1])) return true;
    }
    return false;
}

/* How many speakers a pronoun stands for: 1 for "he", 2 for "they"; 0: none, or it is no
 * pronoun. */
static int stands_for(const struct statement_reader *r, str pronoun)
{
    const struct language *l = r->w->image->language;
    return set_number(l, language_set(l, pronoun), WORD_PRONOUN);
}

static str join(const struct statement_reader *r, str a, str b)
{
    if (a.len == 0 || b.len == 0) return (str){NULL, 0};
    return str_printf(r->w->arena, "%.*s,%.*s", SCM_STR(a), SCM_STR(b));
}

/* "The Secretary and the Minister" are both heads; other pairs are two. */
static struct speaker two_speakers(
    const struct statement_reader *r, struct speaker first, struct speaker second)
{
    str persons = join(r, first.persons, second.persons);
    if (str_eq(first.actor, second.actor) && str_eq(first.persons, second.persons))
        return second;
    if (are_heads(r->w, first.actor, second.actor) ||
        are_two_sides(r->w, first.persons, second.persons))
        return (struct speaker){S("both"), persons};
    /* "The Secretary and the two Ministers" are all of them. */
    if (str_eq(first.actor, S("both")) || str_eq(second.actor, S("both")))
        return (struct speaker){S("both"), persons};
    if (first.actor.len == 0 || second.actor.len == 0)
        return (struct speaker){second.actor, persons.len ? persons : second.persons};
    return (struct speaker){join(r, first.actor, second.actor), persons};
}

/* What stands in front of the mention, its country and an article aside. */
static str before_mention(const struct statement_reader *r, const struct candidate *c)
{
    size_t start;
    country_before(r->w, c->start, &start);
    str before = str_trim(str_sub(r->w->text, r->from, start));
    str word = word_before(r, r->from + before.len);
    if (is(r, word, WORD_THE)) before = str_trim(str_sub(before, 0, before.len - word.len));
    return before;
}

static struct speaker mentioned_speaker(const struct statement_reader *r, size_t end)
{
    const struct candidate *c = mention_ending(r, end);
    struct speaker last = speaker_of(r->w, c);
    str before = before_mention(r, c), joint = word_before(r, r->from + before.len);
    if (!is(r, joint, WORD_AND)) return last;
    before = str_trim(str_sub(before, 0, before.len - joint.len));
    if (str_ends(before, S(","))) before.len--;
    const struct candidate *first = mention_ending(r, r->from + before.len);
    str pronoun = word_before(r, r->from + before.len);
    if (!first && stands_for(r, pronoun) != 1) return last;
    return two_speakers(r, first ? speaker_of(r->w, first) : r->single, last);
}

/* Behind a comma the subject is the mention that a comma follows ("The
 * Minister, on behalf of the Secretary, thanked"), else the last one. */
static struct speaker joined_speaker(const struct statement_reader *r, size_t end)
{
    if (r->reported) return r->last;
    const struct work *w = r->w;
    size_t last = 0;
    for (size_t i = r->mention; i < w->found.len && w->found.at[i].end < end; i++) {
        const struct candidate *c = &w->found.at[i];
        if (c->type != SCM_ROLE && c->type != SCM_OFFICIAL) continue;
        str behind = str_sub(w->text, c->end, end);
        if (str_starts(behind, S(",")) && !says(r, PHRASE_AND, str_sub(behind, 2, behind.len)))
            return mentioned_speaker(r, c->end);
        last = c->end;
    }
    return last ? mentioned_speaker(r, last) : r->last;
}

/* All heads, of the sentence's last group where that stands nearer. */
static struct speaker both_sides(const struct statement_reader *r)
{
    if (str_eq(r->last.actor, S("both"))) return r->last;
    return (struct speaker){S("both"), persons_of_heads(r->w, r->start)};
}

static struct speaker find_speaker(
    struct statement_reader *r, enum subject_kind kind, size_t end)
{
    str word = word_before(r, end);
    struct speaker found = {0};
    if (kind == MENTIONED) found = mentioned_speaker(r, end);
    if (kind == JOINED) found = joined_speaker(r, end);
    if (kind == PRONOUN && stands_for(r, word) == 1) found = r->single;
    if (kind == PRONOUN && stands_for(r, word) == 2) found = both_sides(r);
    r->last = found;
    bool one = found.persons.len && !str_has(found.persons, S(","));
    if (one || (found.actor.len && !str_eq(found.actor, S("both")))) r->single = found;
    return found;
}

/* The words around the verb: "did not agree", "would", "agreed to explore". */
static char polarity(const struct statement_reader *r, size_t start, size_t end)
{
    str text = r->w->text, before = str_trim(str_sub(text, start > 40 ? start - 40 : 0, start));
    str after = str_trim(str_sub(text, end, end + 40));
    if (says(r, PHRASE_NOT, before)) return '-';
    bool conditional = says(r, PHRASE_CONDITION, str_sub(text, r->start, r->start + 40));
    if (conditional || says(r, PHRASE_MAY, before) || says(r, PHRASE_EXPLORE, after))
        return '?';
    return '+';
}

/* ", noting that": a gerund reports where a clause hangs on it. */
static bool gerund_reports(const struct statement_reader *r, const struct hit *h)
{
    str after = str_sub(r->w->text, h->end, h->end + 6);
    size_t end = skip_adverbs(r, h->start);
    bool comma = end > r->from && r->w->text.at[end - 1] == ',';
    return comma && (r->reported || mention_ending(r, end - 1)) &&
           says(r, PHRASE_REPORTED_CLAUSE, str_trim(after));
}

static bool is_gerund(const struct statement_reader *r, str surface)
{
    str first = str_sub(surface, 0, str_find_char(surface, ' '));
    return ends_like(r, first, WORD_GERUND_ENDING);
}

/* "agreed levels", "agreed upon by": a participle in front of its noun or
 * with its agent. */
static bool is_participle(const struct statement_reader *r, const struct hit *h)
{
    return says(r, PHRASE_AGENT, str_trim(str_sub(r->w->text, h->end, h->end + 12)));
}

/* What stands between a place and a mention, the mention's country aside. */
static str gap_before(const struct work *w, size_t from, const struct candidate *c)
{
    size_t start;
    country_before(w, c->start, &start);
    return str_trim(str_sub(w->text, from, start > from ? start : from));
}

/* "was reaffirmed by the Secretary and the Minister": the agent is the actor. */
static bool passive_agent(
    const struct statement_reader *r, const struct hit *h, struct speaker *actor)
{
    enum { NEAR = 40 };
    const struct work *w = r->w;
    const struct candidate *agent = NULL;
    size_t end = h->start, near = h->end + NEAR;
    while (end > r->from && w->text.at[end - 1] == ' ') end--;
    if (!is(r, word_before(r, end), WORD_BE)) return false;
    for (size_t i = r->mention; i < w->found.len && w->found.at[i].start <= near; i++) {
        const struct candidate *c = &w->found.at[i];
        if (c->start < h->end || (c->type != SCM_ROLE && c->type != SCM_OFFICIAL)) continue;
        if (!agent && !says(r, PHRASE_BY, gap_before(w, h->end, c))) break;
        if (agent && !says(r, PHRASE_JOINT, gap_before(w, agent->end, c))) break;
        *actor = agent ? mentioned_speaker(r, c->end) : speaker_of(w, c);
        if (agent) break;
        agent = c;
        near = c->end + NEAR;
    }
    return agent != NULL;
}

/* Is a form of "be" the verb's, in its alias or in front of it? */
static bool is_state(const struct statement_reader *r, const struct hit *h)
{
    str surface = str_sub(r->w->text, h->start, h->end);
    str before = str_trim(str_sub(r->w->text, r->from, h->start));
    str last = word_before(r, r->from + before.len);
    if (!is(r, last, WORD_BE) && is(r, last, WORD_ADVERB))
        last =
            word_before(r, r->from + str_trim(str_sub(before, 0, before.len - last.len)).len);
    return is(r, str_sub(surface, 0, str_find_char(surface, ' ')), WORD_BE) ||
           is(r, last, WORD_BE);
}

/* "reaffirmed that the two countries are committed": what is reported, and not a
 * promise that is made here; "are expected to": by whom is not said. */
static bool is_no_act(
    const struct statement_reader *r, const struct hit *h, enum subject_kind kind)
{
    scm_verb v = scm_authority_verb(r->w->authority, h->alias->row);
    if (!is_state(r, h)) return false;
    if (is(r, v.lemma, WORD_EXPECT)) return true;
    return kind == OTHER && r->reported &&
           says(r, PHRASE_THAT, str_sub(r->w->text, r->last_verb, h->start));
}

/* How all sides of the meeting are called: "both", or "all" where there are more. */
static str all_sides(const struct work *w)
{
    scm_series s = {0};
    size_t n = 0;
    bool known = scm_authority_find_series(w->authority, w->series, &s);
    for (str side; list_cut(&s.sides, &side);) n++;
    for (size_t i = 0; !known && i < w->nheads; i++)
        n += i == 0 || !str_eq(w->heads[i].side, w->heads[i - 1].side);
    return n > 2 ? S("all") : S("both");
}

static void add_statement(
    struct statement_reader *r, const struct hit *h, uint32_t sentence, struct speaker by)
{
    if (str_eq(by.actor, S("both"))) by.actor = r->together;
    vec_push(r->w->arena, &r->w->statements,
        ((scm_statement){sentence, h->alias->row, by.actor, by.persons,
            polarity(r, h->start, h->end), h->start}));
    r->reported = true;
    r->plain = is_plain(r, h);
    r->third_person = is_third_person(r, h);
    r->last_verb = h->end;
}

/* A subject stands no farther than this in front of its verb. */
static void narrow(struct statement_reader *r, size_t verb)
{
    enum { FARTHEST = 1200 };
    const struct work *w = r->w;
    r->from = verb > r->start + FARTHEST ? verb - FARTHEST : r->start;
    while (r->mention < w->found.len && w->found.at[r->mention].start < r->from) r->mention++;
}

/* "noted that both Presidents seek": what a clause says of its own subject, which stands
 * directly behind "that" or the like, is no act here. */
static bool is_subordinate(const struct statement_reader *r, size_t end)
{
    const struct candidate *c = mention_ending(r, end);
    if (!r->reported || !c) return false;
    str before = before_mention(r, c), word = word_before(r, r->from + before.len);
    return is(r, word, WORD_SUBORDINATOR);
}

static void read_verb(struct statement_reader *r, const struct hit *h, uint32_t sentence)
{
    struct work *w = r->w;
    size_t end = h->start;
    str surface = str_sub(w->text, h->start, h->end);
    if (is_upper(surface.at[0])) return;
    narrow(r, h->start);
    enum subject_kind kind = is_gerund(r, surface)
                                 ? (gerund_reports(r, h) ? JOINED : NO_SUBJECT)
                                 : subject_of(r, h, &end);
    struct speaker agent;
    if ((kind == MENTIONED || kind == OTHER) && is_subordinate(r, end)) return;
    if (passive_agent(r, h, &agent))
        add_statement(r, h, sentence, agent);
    else if (kind != NO_SUBJECT && !is_participle(r, h) && !is_no_act(r, h, kind))
        add_statement(r, h, sentence, find_speaker(r, kind, end));
}

static void enter_sentence(struct statement_reader *r, const scm_sentence *s)
{
    r->start = (size_t)(s->text.at - r->w->text.at);
    r->reported = false;
    if (s->block == r->block) return;
    r->block = s->block;
    r->last = (struct speaker){0};
    /* A story goes on about one speaker from paragraph to paragraph. */
    if (r->w->document->kind != SCM_KIND_NEWS) r->single = (struct speaker){0};
}

void find_statements(struct work *w)
{
    struct statement_reader r = {.w = w, .block = UINT32_MAX, .together = all_sides(w)};
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
