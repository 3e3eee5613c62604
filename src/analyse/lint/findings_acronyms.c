/* Acronyms: used before they are spelled out, never spelled out, or spelled out
 * in two ways.  Only those of named bodies, agreements, exercises and forces of
 * the alliance: what everybody knows (UN, NATO, WMD) needs no expansion. */
#include "analyse/lint/findings.h"
#include "base/syllable.h"
#include "base/acronym.h"
#include "base/fold.h"

enum { MOST_ACRONYMS = 500, FEW = 3, MOST_BEFORE = 4000 };

struct acronym {
    str letters;
    const scm_mention *first;
    const scm_mention *defined;   /* in brackets, or the expansion in brackets behind it */
    const scm_mention *expansion; /* what stands before those brackets */
};

struct acronyms {
    struct lint *lint;
    struct claims letters; /* owner: the index in list */
    VEC(struct acronym) list;
    struct claims spelt; /* ids whose name stood before; owner: the mention */
};

/* The acronym in a mention, without ordinal, edition and plural; empty where it
 * is none. */
static str letters_of(str surface)
{
    static const str NONE = {NULL, 0};
    size_t space = str_find_char(surface, ' ');
    if (space < surface.len && is_digit(surface.at[0]))
        surface = str_sub(surface, space + 1, surface.len);
    space = str_find_char(surface, ' ');
    if (space + 1 < surface.len && is_digit(surface.at[space + 1])) surface.len = space;
    if (str_ends(surface, S("s"))) surface.len--;
    if (surface.len < 3) return NONE;
    for (size_t i = 0; i < surface.len; i++)
        if (!is_upper(surface.at[i]) && surface.at[i] != '-') return NONE;
    return surface;
}

/* Is it of a kind that a text of the alliance spells out? */
static bool asks_for_name(const struct lint *l, const scm_mention *m)
{
    scm_name name;
    bool named =
        m->type == SCM_MECHANISM || m->type == SCM_AGREEMENT || m->type == SCM_EXERCISE;
    if (!named && m->type != SCM_ORG) return false;
    if (!scm_authority_find_name(l->n->authority, m->id, &name)) return true;
    if (!str_has(name.name, S(" "))) return false;
    return named || word_is(l->language, name.class_, WORD_SPELT_OUT);
}

/* "(ACRO)", "(ACRO 23)" or "ACRO (Expansion …". */
static bool is_definition(const struct lint *l, const scm_mention *m)
{
    str text = l->n->document->text;
    return m->start > 0 && text.at[m->start - 1] == '(' && m->end < text.len &&
           text.at[m->end] == ')';
}

static const scm_mention *before_bracket(const struct lint *l, size_t index)
{
    const scm_mention *m = &l->n->mentions[index];
    for (size_t i = index; i-- > 0;) {
        const scm_mention *p = &l->n->mentions[i];
        if (p->type == SCM_TERM) continue;
        bool near = p->block == m->block && p->end + 2 <= m->start && p->end + 5 >= m->start;
        return near && str_has(scm_mention_surface(l->n, p), S(" ")) ? p : NULL;
    }
    return NULL;
}

/* Without spaces and hyphens, in small letters. */
static str squeezed(const struct lint *l, const scm_mention *m)
{
    str folded = str_lower(l->scratch, fold_name(l->scratch, scm_mention_surface(l->n, m)));
    buf b = {.arena = l->scratch};
    for (size_t i = 0; i < folded.len; i++)
        if (folded.at[i] != ' ') buf_char(&b, folded.at[i]);
    return buf_str(&b);
}

/* Both are names of one thing in the table. */
static bool both_listed(const struct lint *l, const scm_mention *a, const scm_mention *b)
{
    return a->type == b->type && str_eq(a->id, b->id) &&
           alias_of(l, a->type, a->id, scm_mention_surface(l->n, a)) > 0 &&
           alias_of(l, b->type, b->id, scm_mention_surface(l->n, b)) > 0;
}

/* Do they say the same but for a plural or a letter?  What one says in front
 * ("Deterrence Strategy Committee Table-top Exercise") is no part of the acronym
 * where the rest fits it. */
static bool same_expansion(str a, str b, str letters)
{
    size_t shorter = a.len < b.len ? a.len : b.len, head = 0, tail = 0;
    while (head < shorter && a.at[head] == b.at[head]) head++;
    while (tail + head < shorter && a.at[a.len - tail - 1] == b.at[b.len - tail - 1]) tail++;
    str same = str_sub(a, a.len - tail, a.len);
    return (head + tail) * 10 >= shorter * 9 || expansion_start(same, letters) < same.len;
}

static void compare_expansions(
    struct acronyms *a, const struct acronym *known, const scm_mention *other)
{
    struct lint *l = a->lint;
    if (!known->expansion || !other || both_listed(l, known->expansion, other)) return;
    if (same_expansion(squeezed(l, known->expansion), squeezed(l, other), known->letters))
        return;
    str first = scm_mention_surface(l->n, known->expansion);
    report(l, TWO_EXPANSIONS, mention_span(other), known->letters,
        str_printf(l->scratch, "stood for \"%.*s\" before, now for \"%.*s\"", SCM_STR(first),
            (int)(other->end - other->start), l->n->document->text.at + other->start),
        (str){0});
}

static void take(struct acronyms *a, size_t index, str letters)
{
    struct lint *l = a->lint;
    const scm_mention *m = &l->n->mentions[index];
    uint32_t owner = claims_add(&a->letters, letters, (uint32_t)a->list.len);
    if (owner == a->list.len)
        *vec_add(l->scratch, &a->list) = (struct acronym){letters, m, NULL, NULL};
    struct acronym *acronym = &a->list.at[owner];
    if (!is_definition(l, m)) return;
    const scm_mention *expansion = before_bracket(l, index);
    if (acronym->defined)
        compare_expansions(a, acronym, expansion);
    else
        acronym->defined = m;
    if (!acronym->expansion) acronym->expansion = expansion;
}

/* The first mention that spells a name out; NULL where there is none. */
static const scm_mention *spelt_out(const struct acronyms *a, const scm_mention *m)
{
    const struct claim *c = claims_find(&a->spelt, m->id);
    return c ? &a->lint->n->mentions[c->owner] : NULL;
}

/* Does a longer name before it hold the name ("UN Security Council resolutions")? */
static bool inside_other(const struct lint *l, const scm_mention *m)
{
    scm_name name;
    if (!scm_authority_find_name(l->n->authority, m->id, &name)) return false;
    size_t last = (size_t)(m - l->n->mentions);
    for (size_t i = last > MOST_BEFORE ? last - MOST_BEFORE : 0; i < last; i++) {
        str surface = scm_mention_surface(l->n, &l->n->mentions[i]);
        if (surface.len >= name.name.len && str_find_nocase(surface, name.name) < surface.len)
            return true;
    }
    return false;
}

static void judge(struct acronyms *a, const struct acronym *acronym)
{
    struct lint *l = a->lint;
    const scm_mention *m = acronym->first, *spelt = spelt_out(a, m);
    if (spelt && spelt->start < m->start) return;
    if (acronym->defined && acronym->defined->start > m->start) {
        str where = l->n->document->blocks[acronym->defined->block].label;
        bool there = acronym->defined->block == m->block;
        report(l, EARLY_ACRONYM, mention_span(m), acronym->letters,
            there ? S("used before it is spelled out in the same paragraph")
                  : str_printf(l->scratch, "used before it is spelled out in paragraph %.*s",
                        SCM_STR(where)),
            (str){0});
    } else if (!acronym->defined && !spelt && !inside_other(l, m))
        report(l, UNDEFINED_ACRONYM, mention_span(m), acronym->letters,
            S("never spelled out, although other acronyms are"), (str){0});
}

void check_acronyms(struct lint *l)
{
    struct acronyms a = {.lint = l};
    size_t defined = 0;
    /* A text in syllables has letters beside its names: nobody reads them as their acronyms. */
    if (has_syllables(l->n->document->text)) return;
    a.letters.arena = a.spelt.arena = l->scratch;
    for (size_t i = 0; i < l->n->nmentions && a.list.len < MOST_ACRONYMS; i++) {
        const scm_mention *m = &l->n->mentions[i];
        if (!asks_for_name(l, m)) continue;
        str letters = letters_of(scm_mention_surface(l->n, m));
        if (letters.len)
            take(&a, i, letters);
        else
            claims_add(&a.spelt, m->id, (uint32_t)i);
    }
    for (size_t i = 0; i < a.list.len; i++) defined += a.list.at[i].defined != NULL;
    for (size_t i = 0; i < a.list.len && defined >= FEW; i++) judge(&a, &a.list.at[i]);
}
