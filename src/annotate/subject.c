/* The subject of a verb: what stands in front of it, adverbs and auxiliaries aside. */
#include "annotate/subject.h"

#include "annotate/found.h"

bool is(const struct statement_reader *r, str word, enum word_class class_)
{
    return word_is(r->w->image->language, word, class_);
}

bool says(const struct statement_reader *r, enum phrase_class class_, str text)
{
    return has_phrase(r->w->image->language, class_, text);
}

bool ends_like(const struct statement_reader *r, str word, enum word_class class_)
{
    for (size_t n = 2; n <= 3 && n < word.len; n++)
        if (is(r, str_sub(word, word.len - n, word.len), class_)) return true;
    return false;
}

str word_before(const struct statement_reader *r, size_t end)
{
    return word_ending(r->w, r->from, end);
}

size_t skip_adverbs(const struct statement_reader *r, size_t at)
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

const struct candidate *mention_ending(const struct statement_reader *r, size_t end)
{
    const struct work *w = r->w;
    for (size_t i = r->mention; i < w->found.len && w->found.at[i].start < end; i++) {
        const struct candidate *c = &w->found.at[i];
        if ((c->type == SCM_ROLE || c->type == SCM_OFFICIAL) && c->end == end) return c;
    }
    return NULL;
}

size_t skip_spaces(const struct statement_reader *r, size_t at)
{
    while (at > r->from && r->w->text.at[at - 1] == ' ') at--;
    return at;
}

static size_t skip_comma(const struct statement_reader *r, size_t at)
{
    at = skip_spaces(r, at);
    return at > r->from && r->w->text.at[at - 1] == ',' ? at - 1 : at;
}

bool state_before(const struct statement_reader *r, size_t end, size_t *start)
{
    const struct work *w = r->w;
    if (country_before(w, end, start).len) return true;
    size_t at = skip_spaces(r, end);
    for (size_t i = r->mention; i < w->found.len && w->found.at[i].start < at; i++) {
        const struct candidate *c = &w->found.at[i];
        if (c->type != SCM_STATE || c->end != at) continue;
        *start = c->start;
        return true;
    }
    *start = end;
    return false;
}

size_t mention_before(const struct statement_reader *r, size_t end)
{
    if (mention_ending(r, end)) return end;
    size_t at;
    if (!state_before(r, end, &at)) return 0;
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

bool is_plain(const struct statement_reader *r, const struct hit *h)
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

bool is_third_person(const struct statement_reader *r, const struct hit *h)
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

/* "an expansion of U.S. support": one country has no such verb. */
static bool is_noun(const struct statement_reader *r, const struct hit *h, size_t end)
{
    size_t start;
    if (h->start != end + 1 || !is_plain(r, h) || !country_before(r->w, end, &start).len)
        return false;
    return !says(r, PHRASE_AND, str_sub(r->w->text, start, end));
}

/* Does anything that can be a subject stand in the sentence so far?  "This included a
 * plan, proposed reforms and": nothing does. */
static bool has_subject(const struct statement_reader *r, size_t end)
{
    const struct work *w = r->w;
    for (size_t i = r->mention; i < w->found.len && w->found.at[i].end < end; i++) {
        enum scm_type type = w->found.at[i].type;
        if (type == SCM_ROLE || type == SCM_OFFICIAL || type == SCM_STATE || type == SCM_ORG)
            return true;
    }
    str before = str_sub(w->text, r->from, end);
    for (str word; str_cut(&before, ' ', &word);)
        if (is(r, word, WORD_PRONOUN) || is(r, word, WORD_SUBJECT)) return true;
    return false;
}

/* "the levels on which both countries agreed": the subject that ends there opens no clause of
 * the sentence's own. */
static bool is_relative_subject(const struct statement_reader *r, size_t end)
{
    enum { MOST_WORDS = 3 };
    for (int i = 0; i < MOST_WORDS; i++) {
        str word = word_before(r, end);
        end = skip_spaces(r, end - word.len);
        str before = word_before(r, end);
        if (says(r, PHRASE_CLAUSE, before) && !says(r, PHRASE_THAT, before)) return true;
    }
    return false;
}

enum subject_kind subject_of(const struct statement_reader *r, const struct hit *h, size_t *end)
{
    bool fits = r->reported && r->plain == is_plain(r, h);
    str text = r->w->text;
    *end = skip_adverbs(r, h->start);
    if (*end == r->from) return NO_SUBJECT;
    if (text.at[*end - 1] == ',')
        return (r->reported ? fits : has_subject(r, *end)) && has_object(r, h) ? JOINED
                                                                               : NO_SUBJECT;
    str word = word_before(r, *end);
    if (is(r, word, WORD_PRONOUN)) return PRONOUN;
    if (is(r, word, WORD_RELATIVE)) {
        *end = skip_comma(r, *end - word.len);
        return mention_ending(r, *end) ? MENTIONED : NO_SUBJECT;
    }
    if (is(r, word, WORD_CONJUNCTION)) return joined_subject(r, h, end);
    size_t mention = mention_before(r, *end);
    if (mention) *end = mention;
    if (mention) return MENTIONED;
    bool other = is_other_subject(r, *end, word) && !is_noun(r, h, *end);
    return other && !is_relative_subject(r, *end) ? OTHER : NO_SUBJECT;
}
