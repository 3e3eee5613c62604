/* Statements among syllables: subjects stand in front, verbs at the end of their clauses, and
 * the subject holds to the full stop. */
#include "annotate/affix.h"
#include "annotate/subject.h"
#include "base/syllable.h"

/* A mention that may be a subject: a person or role. */
static bool can_speak(const struct candidate *c)
{
    return c->type == SCM_ROLE || c->type == SCM_OFFICIAL;
}

/* Does a particle of the class follow, the sign of the plural aside: "장관들은"? */
static bool is_marked(const struct work *w, const struct candidate *c, enum word_class class_)
{
    size_t at = c->end, sign = at + SYLLABLE;
    bool plural = syllable_at(w->text, at) &&
                  word_is(w->image->language, str_sub(w->text, at, sign), WORD_PLURAL_SIGN);
    return affix_is(w, plural ? sign : at, class_);
}

/* "거부하고 있다는 데": what goes on reports nothing unless its clause ends there. */
static bool goes_on(const struct work *w, const struct hit *h)
{
    size_t at = h->end + (h->end < w->text.len && w->text.at[h->end] == ' ');
    size_t first = at + SYLLABLE;
    return at > h->end && syllable_at(w->text, at) &&
           word_is(w->image->language, str_sub(w->text, at, first), WORD_PROGRESSIVE) &&
           !affix_is(w, at, WORD_PROGRESSIVE);
}

/* The mention with those that are joined to it in front. */
static struct speaker with_joined(const struct statement_reader *r, size_t index, size_t first)
{
    const struct work *w = r->w;
    struct speaker all = speaker_of(w, &w->found.at[index]);
    for (size_t i = index; i-- > first;) {
        const struct candidate *c = &w->found.at[i], *next = &w->found.at[index];
        if (!can_speak(c)) continue;
        bool joint = is_marked(w, c, WORD_AFFIX_JOINT) && next->start - c->end < 120;
        if (!joint) break;
        all = joined_speakers(r, speaker_of(w, c), all);
        index = i;
    }
    return all;
}

/* The subject in [from, verb): the last with the particle of a topic, else the first with that
 * of a subject; false where there is none. */
static bool find_subject(const struct statement_reader *r, size_t first, size_t from,
    size_t verb, struct speaker *out)
{
    const struct work *w = r->w;
    size_t topic = SIZE_MAX, subject = SIZE_MAX;
    for (size_t i = first; i < w->found.len && w->found.at[i].start < verb; i++) {
        const struct candidate *c = &w->found.at[i];
        if (c->start < from || !can_speak(c)) continue;
        if (is_marked(w, c, WORD_AFFIX_TOPIC)) topic = i;
        if (subject == SIZE_MAX && is_marked(w, c, WORD_AFFIX_SUBJECT)) subject = i;
    }
    size_t found = topic != SIZE_MAX ? topic : subject;
    if (found == SIZE_MAX) return false;
    *out = with_joined(r, found, first);
    return true;
}

static char polarity(const struct statement_reader *r, const struct hit *h)
{
    enum { NEAR = 30 };
    str text = r->w->text, verb = str_sub(text, h->start, h->end);
    str before = str_sub(text, h->start > NEAR ? h->start - NEAR : 0, h->end);
    if (says(r, PHRASE_VERB_NOT, verb)) return '-';
    return says(r, PHRASE_VERB_HEDGE, before) ? '?' : '+';
}

void read_affix_sentence(struct statement_reader *r, uint32_t sentence, size_t *hit)
{
    struct work *w = r->w;
    const scm_sentence *s = &w->sentences.at[sentence];
    size_t from = (size_t)(s->text.at - w->text.at), to = from + s->text.len, past = from;
    for (; *hit < w->verbs.len && w->verbs.at[*hit].start < to; ++*hit) {
        const struct hit *h = &w->verbs.at[*hit];
        if (h->start < past) continue; /* inside a longer one */
        past = h->end;
        if (goes_on(w, h)) continue;
        struct speaker by = r->last;
        if (find_subject(r, r->mention, from, h->start, &by)) r->last = by;
        if (str_eq(by.actor, S("both"))) by.actor = r->together;
        vec_push(w->arena, &w->statements,
            ((scm_statement){
                sentence, h->alias->row, by.actor, by.persons, polarity(r, h), h->start}));
    }
}
