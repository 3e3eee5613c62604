/* Statements: who, with which reporting verb, said a sentence.
 *
 * The subject of a reporting verb is the last official or role in front of it
 * in the sentence; a pronoun or nothing at all takes over the last subject of
 * the paragraph.  Speech acts and strengths are the verb table's. */
#include "annotate/work.h"

struct subject {
    str actor;
    uint32_t block;
};

static str office_of_person(const struct work *w, str id)
{
    scm_official o;
    if (str_eq(id, w->us_head) && w->about_scm) return S("us-secdef");
    if (str_eq(id, w->rok_head) && w->about_scm) return S("rok-mnd");
    return scm_authority_person(w->authority, id, w->reference_iso, &o) ? o.office
                                                                        : (str){NULL, 0};
}

static bool are_heads(str a, str b)
{
    return (str_eq(a, S("us-secdef")) && str_eq(b, S("rok-mnd"))) ||
           (str_eq(a, S("rok-mnd")) && str_eq(b, S("us-secdef"))) ||
           (str_eq(a, S("us-president")) && str_eq(b, S("rok-president"))) ||
           (str_eq(a, S("rok-president")) && str_eq(b, S("us-president")));
}

/* Is nothing but "and" between two mentions? */
static bool joined(const struct work *w, size_t end, size_t start)
{
    str gap = str_trim(end < start ? str_sub(w->text, end, start) : (str){NULL, 0});
    return str_eq(gap, S("and"));
}

/* A mention governs the verb only as a subject: at the sentence's start, or
 * behind a comma or "and", not as part of "the commitment of the Minister". */
static bool is_subject(const struct work *w, size_t sentence_start, size_t start)
{
    str before = str_trim(str_sub(w->text, sentence_start, start));
    static const char *const OBJECTS[] = {" of", " to", " by", " with", " between", " from",
        " for", "'s", "\xE2\x80\x99s", " and U.S.", " on"};
    for (size_t i = 0; i < sizeof OBJECTS / sizeof *OBJECTS; i++)
        if (str_ends(before, str_of(OBJECTS[i]))) return false;
    return true;
}

/* The actor in front of `verb` in the sentence that starts at `from`. */
static str find_actor(const struct work *w, size_t *next, size_t from, size_t verb,
    struct subject *last, uint32_t block)
{
    str actor = {NULL, 0};
    size_t end = 0;
    while (*next < w->found.len && w->found.at[*next].start < from) (*next)++;
    for (size_t i = *next; i < w->found.len && w->found.at[i].start < verb; i++) {
        const struct candidate *c = &w->found.at[i];
        if (c->type != SCM_ROLE && c->type != SCM_OFFICIAL) continue;
        str office = c->type == SCM_ROLE ? c->id : office_of_person(w, c->id);
        bool pair = actor.len && joined(w, end, c->start) && are_heads(actor, office);
        if (!pair && !is_subject(w, from, c->start)) continue;
        actor = pair ? S("both") : office;
        end = c->end;
    }
    if (actor.len == 0 && last->block == block) return last->actor;
    *last = (struct subject){actor, block};
    return actor;
}

static bool word_near(str before, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_ends(before, str_of(words[i]))) return true;
    return false;
}

/* The words around the verb: "did not agree", "would", "agreed to explore". */
static char polarity(const struct work *w, size_t start, size_t end)
{
    static const char *const NOT[] = {" not", " never", " neither", "n't", "n\xE2\x80\x99t",
        " no longer", " refused to", " declined to", " failed to"};
    static const char *const MAY[] = {" could", " may", " might", " should", " would", " if",
        " are expected to", " is expected to", " intend to", " hope to"};
    static const char *const EXPLORE[] = {" to explore", " to consider", " to study",
        " to examine", " to seek ways", " to continue to explore", " to look into",
        " jointly to explore", " to jointly explore", " to explore jointly",
        " to assess whether"};
    str before = str_sub(w->text, start > 40 ? start - 40 : 0, start), after;
    before = str_trim(before);
    after = str_sub(w->text, end, end + 40);
    if (word_near(before, NOT, sizeof NOT / sizeof *NOT)) return '-';
    if (word_near(before, MAY, sizeof MAY / sizeof *MAY)) return '?';
    for (size_t i = 0; i < sizeof EXPLORE / sizeof *EXPLORE; i++)
        if (str_starts(after, str_of(EXPLORE[i]))) return '?';
    return '+';
}

/* A finite verb reports; "commitment to note", "by noting" and a verb inside a
 * name do not. */
static bool reports(const struct work *w, const struct hit *h)
{
    str surface = str_sub(w->text, h->start, h->end);
    str before = str_trim(str_sub(w->text, h->start > 24 ? h->start - 24 : 0, h->start));
    static const char *const NOT_FINITE[] = {" to", " of", " the", " a", " an", " by", " in",
        " for", " their", " its", " our", " with", " this", " as", " being", " be",
        " bilaterally", " mutually", " was", " were", " been", " ROK", " any"};
    if (is_upper(surface.at[0])) return false;
    return !word_near(before, NOT_FINITE, sizeof NOT_FINITE / sizeof *NOT_FINITE);
}

void find_statements(struct work *w)
{
    struct subject last = {{NULL, 0}, UINT32_MAX};
    size_t hit = 0, mention = 0, past = 0;
    for (size_t s = 0; s < w->sentences.len; s++) {
        const scm_sentence *sentence = &w->sentences.at[s];
        size_t from = (size_t)(sentence->text.at - w->text.at), to = from + sentence->text.len;
        for (; hit < w->verbs.len && w->verbs.at[hit].start < to; hit++) {
            const struct hit *h = &w->verbs.at[hit];
            if (h->start < past || !reports(w, h)) continue;
            past = h->end;
            str actor = find_actor(w, &mention, from, h->start, &last, sentence->block);
            vec_push(w->arena, &w->statements,
                ((scm_statement){
                    (uint32_t)s, h->alias->row, actor, polarity(w, h->start, h->end)}));
        }
    }
}
