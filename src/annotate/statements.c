/* Statements: who, with which reporting verb, said a sentence.
 *
 * A verb of the table reports where it is finite: behind its subject, adverbs
 * and auxiliaries aside, or joined by "and" or a comma to a verb that is.  A
 * participle behind a noun ("the measures discussed"), an infinitive and a
 * gerund do not report.  The subject is an official or role, or a pronoun that
 * takes over the last one of the paragraph; a country or body as subject
 * leaves the actor empty.  Speech acts and strengths are the verb table's. */
#include "annotate/subject.h"

/* The words around the verb: "did not agree", "would", "agreed to explore". */
static char polarity(const struct statement_reader *r, size_t start, size_t end)
{
    str text = r->w->text, before = str_trim(str_sub(text, start > 40 ? start - 40 : 0, start));
    str after = str_trim(str_sub(text, end, end + 40));
    str subject = str_sub(text, r->start, start), first = subject;
    first.len = str_find_char(first, ' ');
    bool neither = is(r, first, WORD_NEITHER) && says(r, PHRASE_NOR, subject);
    if (neither || says(r, PHRASE_NOT, before)) return '-';
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

/* What stands in front of `from` is not asked for again. */
static void pass_mentions(struct statement_reader *r, size_t from)
{
    const struct work *w = r->w;
    while (r->mention < w->found.len && w->found.at[r->mention].start < from) r->mention++;
}

/* A subject stands no farther than this in front of its verb. */
static void narrow(struct statement_reader *r, size_t verb)
{
    enum { FARTHEST = 1200 };
    r->from = verb > r->start + FARTHEST ? verb - FARTHEST : r->start;
    pass_mentions(r, r->from);
}

/* "noted that both Presidents seek", "reaffirmed that they intend": what a clause says of its
 * own subject, which stands directly behind "that" or the like, is no act here. */
static bool is_subordinate(const struct statement_reader *r, enum subject_kind kind, size_t end)
{
    const struct candidate *c = mention_ending(r, end);
    if (!r->reported || kind == JOINED) return false;
    str before = str_trim(
        str_sub(r->w->text, r->from, end - (kind == PRONOUN ? word_before(r, end).len : 0)));
    if (c) before = before_mention(r, c);
    str word = word_before(r, r->from + before.len);
    return (c || kind == PRONOUN) && is(r, word, WORD_SUBORDINATOR);
}

/* "The Secretary was asked to": of a directive the passive names who is to act. */
static bool is_addressed(const struct statement_reader *r, const struct hit *h)
{
    scm_verb v = scm_authority_verb(r->w->authority, h->alias->row);
    return v.act == SCM_DIRECTIVE && is_state(r, h);
}

/* "The President shared news. He": who opens a sentence is its subject, whatever he does. */
static void remember_opening(struct statement_reader *r, size_t end)
{
    const struct work *w = r->w;
    for (size_t i = r->mention; i < w->found.len && w->found.at[i].start < end; i++) {
        const struct candidate *c = &w->found.at[i];
        if (c->start < r->start || (c->type != SCM_ROLE && c->type != SCM_OFFICIAL)) continue;
        if (c->start == r->start) remember_single(r, speaker_of(w, c));
        return;
    }
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
    if (kind != NO_SUBJECT && is_subordinate(r, kind, end)) return;
    if (kind == PRONOUN && !r->reported) remember_opening(r, h->start);
    if (passive_agent(r, h, &agent))
        add_statement(r, h, sentence, agent);
    else if (kind != NO_SUBJECT && !is_participle(r, h) && !is_no_act(r, h, kind)) {
        bool bare = kind == JOINED && !r->reported && is_plain(r, h);
        struct speaker by = find_speaker(r, kind, end);
        /* "Mayor Nelson, …, thank you": who is spoken to. */
        bool other = (bare && is_single(by)) || is_addressed(r, h);
        add_statement(r, h, sentence, other ? (struct speaker){0} : by);
    }
}

static void enter_sentence(struct statement_reader *r, const scm_sentence *s)
{
    if (s->block == r->block && !r->reported)
        remember_opening(r, (size_t)(s->text.at - r->w->text.at));
    r->start = (size_t)(s->text.at - r->w->text.at);
    pass_mentions(r, r->start);
    r->reported = false;
    if (s->block == r->block) return;
    r->block = s->block;
    r->last = (struct speaker){0};
    /* A story goes on about one speaker from paragraph to paragraph. */
    if (r->w->document->kind != SCM_KIND_NEWS) r->single = (struct speaker){0};
}

void find_statements(struct work *w)
{
    struct statement_reader r = {
        .w = w, .block = UINT32_MAX, .together = all_sides(w), .author = author_of_title(w)};
    size_t hit = 0;
    for (size_t i = 0; i < w->sentences.len; i++) {
        const scm_sentence *s = &w->sentences.at[i];
        enter_sentence(&r, s);
        if (w->syllabic[s->block]) {
            read_affix_sentence(&r, (uint32_t)i, &hit);
            continue;
        }
        size_t to = r.start + s->text.len;
        for (; hit < w->verbs.len && w->verbs.at[hit].start < to; hit++)
            if (w->verbs.at[hit].start >= r.last_verb)
                read_verb(&r, &w->verbs.at[hit], (uint32_t)i);
    }
}
