/* Statements side by side: those of aligned sentences are matched in order, by
 * verb and actor first, and weighed by the strength of their verbs. */
#include "analyse/deltas.h"

/* The statements of one sentence, [start, end). */
struct range {
    uint32_t start, end;
};

struct matcher {
    arena *arena;
    const scm_annotations *old_side, *new_side;
    struct range *old_ranges, *new_ranges; /* by sentence */
    uint32_t *partner;                     /* of each new statement, SCM_NONE: none */
    bool *taken;                           /* of each old statement */
    VEC(scm_statement_change) changes;
};

static struct range *ranges(arena *a, const scm_annotations *n)
{
    struct range *out = arena_array(a, n->nsentences, sizeof *out);
    for (uint32_t i = 0; i < n->nstatements; i++) {
        struct range *r = &out[n->statements[i].sentence];
        if (r->end == 0) r->start = i;
        r->end = i + 1;
    }
    return out;
}

static scm_verb verb_of(const scm_annotations *n, const scm_statement *s)
{
    return scm_authority_verb(n->authority, s->verb);
}

/* The closer a match asks for, the earlier it is tried. */
enum closeness { SAME_VERB_AND_ACTOR, SAME_VERB, SAME_ACTOR, ANY, NCLOSENESS };

static bool fits(const struct matcher *m, uint32_t o, uint32_t n, enum closeness how)
{
    const scm_statement *was = &m->old_side->statements[o], *is = &m->new_side->statements[n];
    bool verb = str_eq(verb_of(m->old_side, was).lemma, verb_of(m->new_side, is).lemma);
    bool actor = str_eq(was->actor, is->actor);
    switch (how) {
    case SAME_VERB_AND_ACTOR: return verb && actor;
    case SAME_VERB: return verb;
    case SAME_ACTOR: return actor;
    default: return true;
    }
}

static void match_ranges(struct matcher *m, struct range o, struct range n, enum closeness how)
{
    for (uint32_t i = o.start; i < o.end; i++)
        for (uint32_t j = n.start; j < n.end && !m->taken[i]; j++)
            if (m->partner[j] == SCM_NONE && fits(m, i, j, how)) {
                m->partner[j] = i;
                m->taken[i] = true;
            }
}

/* A promise that is taken back or hedged is weaker whatever its verb. */
static enum scm_status_of_change verdict(const struct matcher *m, uint32_t o, uint32_t n)
{
    const scm_statement *was = &m->old_side->statements[o], *is = &m->new_side->statements[n];
    int before = verb_of(m->old_side, was).strength, after = verb_of(m->new_side, is).strength;
    bool was_plain = was->polarity == '+', is_plain = is->polarity == '+';
    if (was_plain != is_plain) return is_plain ? SCM_STRONGER : SCM_WEAKER;
    if (after == before) return SCM_KEPT;
    return after > before ? SCM_STRONGER : SCM_WEAKER;
}

static void add(struct matcher *m, enum scm_status_of_change status, uint32_t o, uint32_t n)
{
    vec_push(m->arena, &m->changes, ((scm_statement_change){status, o, n}));
}

static void compare_bead(struct matcher *m, const scm_bead *b)
{
    struct range o = {0}, n = {0};
    if (b->old_sentence != SCM_NONE) o = m->old_ranges[b->old_sentence];
    if (b->new_sentence != SCM_NONE) n = m->new_ranges[b->new_sentence];
    for (enum closeness how = SAME_VERB_AND_ACTOR; how < NCLOSENESS; how++)
        match_ranges(m, o, n, how);
    for (uint32_t j = n.start; j < n.end; j++) {
        uint32_t i = m->partner[j];
        add(m, i == SCM_NONE ? SCM_NEW : verdict(m, i, j), i, j);
    }
    for (uint32_t i = o.start; i < o.end; i++)
        if (!m->taken[i]) add(m, SCM_DROPPED, i, SCM_NONE);
}

void compare_statements(arena *a, scm_comparison *c)
{
    arena *scratch = arena_new();
    const scm_annotations *o = c->old_summary->annotations, *n = c->new_summary->annotations;
    struct matcher m = {.arena = a, .old_side = o, .new_side = n};
    m.old_ranges = ranges(scratch, o);
    m.new_ranges = ranges(scratch, n);
    m.taken = arena_array(scratch, o->nstatements, sizeof *m.taken);
    m.partner = arena_array(scratch, n->nstatements, sizeof *m.partner);
    for (size_t i = 0; i < n->nstatements; i++) m.partner[i] = SCM_NONE;
    for (size_t i = 0; i < c->npairs; i++)
        for (size_t k = 0; k < c->pairs[i].nbeads; k++) compare_bead(&m, &c->pairs[i].beads[k]);
    c->statements = m.changes.at;
    c->nstatements = m.changes.len;
    arena_free(scratch);
}
