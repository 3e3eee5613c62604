/* Summary: facts, counts, gists and undertakings of one document. */
#include "analyse/summary/summary.h"

#include "authority/authority.h"

#include "analyse/summary/counts.h"
#include "analyse/summary/facts.h"
#include "analyse/summary/gist.h"
#include "analyse/compare/stems.h"
#include "analyse/compare/terms.h"

enum { UNDERTAKING = 4, STRONGEST = 5 }; /* strengths of verbs */

static size_t count_words(str text)
{
    size_t words = 0;
    bool inside = false;
    for (size_t i = 0; i < text.len; i++) {
        bool space = is_space(text.at[i]);
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

bool is_promise(const scm_annotations *n, const scm_statement *s)
{
    enum { NEAR = 60 };
    str sentence = n->sentences[s->sentence].text;
    size_t end = (size_t)(sentence.at - n->document->text.at) + sentence.len;
    str said = str_sub(n->document->text, s->at, s->at + NEAR < end ? s->at + NEAR : end);
    return scm_authority_verb(n->authority, s->verb).act == SCM_COMMISSIVE ||
           has_phrase(n->authority->image->language, PHRASE_PLEDGE, said);
}

/* "Strongly condemned" binds nobody. */
static bool is_undertaking(const scm_annotations *n, const scm_statement *s)
{
    scm_verb verb = scm_authority_verb(n->authority, s->verb);
    return s->polarity == '+' && (is_promise(n, s) || verb.act == SCM_DECLARATION);
}

/* What the speakers bind themselves to, the strongest first. */
static void find_undertakings(arena *a, scm_summary *s)
{
    const scm_annotations *n = s->annotations;
    uint32_t *out = arena_array(a, n->nstatements, sizeof *out);
    for (int strength = STRONGEST; strength >= UNDERTAKING; strength--)
        for (uint32_t i = 0; i < n->nstatements; i++) {
            const scm_statement *t = &n->statements[i];
            if (is_undertaking(n, t) &&
                scm_authority_verb(n->authority, t->verb).strength == strength)
                out[s->nundertakings++] = i;
        }
    s->undertakings = out;
}

struct prepared {
    scm_summary summary;
    const scm_terms *terms; /* NULL: not prepared */
};

scm_summary *summary_new(arena *a)
{
    struct prepared *p = arena_value(a, sizeof *p);
    return &p->summary;
}

static scm_summary *summarize(const scm_annotations *annotations)
{
    arena *a = arena_new();
    scm_summary *s = summary_new(a);
    s->annotations = annotations;
    for (size_t b = 0; b < annotations->document->nblocks; b++)
        s->words += count_words(annotations->document->blocks[b].text);
    s->counts = count_mentions(a, &s->ncounts, annotations);
    s->gists = find_gists(a, &s->ngists, annotations);
    find_facts(a, s);
    find_undertakings(a, s);
    return s;
}

scm_summary *scm_summarize(const scm_annotations *annotations)
{
    GUARDED(scm_summary *, summarize(annotations), NULL)
}

static const scm_terms *collect(const scm_summary *summary)
{
    GUARDED(const scm_terms *,
        terms_collect(arena_of(summary), summary->annotations, TERMS_BY_WORDS), NULL)
}

/* Without memory nothing is prepared, and whoever needs it tries again. */
void scm_summary_prepare(scm_summary *summary)
{
    struct prepared *p = (struct prepared *)summary; /* its first member */
    if (!p->terms && stems_work()) p->terms = collect(summary);
}

const scm_terms *summary_terms(const scm_summary *summary)
{
    return ((const struct prepared *)summary)->terms;
}

void scm_summary_free(scm_summary *summary)
{
    if (summary) arena_free(arena_of(summary));
}

const scm_fact *scm_summary_fact(const scm_summary *summary, const char *key)
{
    for (size_t i = 0; i < summary->nfacts; i++)
        if (str_eq(summary->facts[i].key, str_of(key))) return &summary->facts[i];
    return NULL;
}

const scm_fact *scm_summary_fact_of(
    const scm_summary *summary, enum scm_fact_kind kind, scm_str of_side)
{
    for (size_t i = 0; i < summary->nfacts; i++) {
        const scm_fact *f = &summary->facts[i];
        if (f->kind == kind && (of_side.len == 0 || str_eq(f->side, of_side))) return f;
    }
    return NULL;
}
