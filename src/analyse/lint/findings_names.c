/* Names: what a translation made of bodies and offices. */
#include "analyse/lint/findings.h"
#include "base/acronym.h"
#include "base/fold.h"

static str full_name(const struct lint *l, const scm_mention *m)
{
    scm_name name;
    return scm_authority_find_name_of(l->n->authority, m->id, m->type, &name) ? name.name
                                                                              : m->id;
}

/* A name without the edition or the ordinal that its mention covers. */
static str bare_name(str surface, str value)
{
    size_t first = str_find_char(surface, ' ');
    if (value.len == 0) return surface;
    if (first < surface.len && is_digit(surface.at[0]) && str_starts(surface, value))
        surface = str_sub(surface, first + 1, surface.len);
    size_t last = surface.len;
    while (last > 0 && surface.at[last - 1] != ' ') last--;
    if (last > 0 && str_eq(str_sub(surface, last, surface.len), value)) surface.len = last - 1;
    return surface;
}

/* The acronym in brackets directly behind a mention; NULL where there is none. */
static const scm_mention *bracketed(const struct lint *l, size_t index)
{
    const scm_annotations *n = l->n;
    const scm_mention *m = &n->mentions[index];
    for (size_t i = index + 1; i < n->nmentions; i++) {
        const scm_mention *next = &n->mentions[i];
        if (next->type == SCM_TERM || next->start < m->end) continue;
        bool open = next->block == m->block && next->start >= m->end + 2 &&
                    next->start <= m->end + 5 && n->document->text.at[next->start - 1] == '(';
        return open && str_eq(next->id, m->id) ? next : NULL;
    }
    return NULL;
}

/* The words of a name with the countries in front ("U.S.-Korea Integrated …"). */
static str with_country(const struct lint *l, const scm_mention *m)
{
    struct span at = mention_span(m), block = block_span(l, m->block);
    str text = l->n->document->text;
    while (at.start > block.start) {
        size_t word = at.start - 1;
        while (word > block.start && text.at[word - 1] != ' ') word--;
        if (!is_upper(text.at[word])) break;
        at.start = word;
    }
    return span_text(l, at);
}

/* "Joint Command (CFC)". */
static void check_expansion(struct lint *l, const scm_mention *m, const scm_mention *acronym)
{
    str letters = bare_name(scm_mention_surface(l->n, acronym), acronym->value), name;
    scm_name known;
    if (!scm_authority_find_name_of(l->n->authority, m->id, m->type, &known)) return;
    if (str_ends(letters, S("s"))) letters.len--;
    for (size_t i = 0; i < letters.len; i++)
        if (!is_alpha(letters.at[i]) && letters.at[i] != '-') return;
    name = with_country(l, m);
    if (expansion_start(name, letters) < name.len) return;
    report(l, MISFIT_EXPANSION, mention_span(m), scm_mention_surface(l->n, m),
        str_printf(l->scratch, "does not fit its acronym %.*s", SCM_STR(letters)), known.name);
}

void check_renamed(struct lint *l)
{
    for (size_t i = 0; i < l->n->nmentions; i++) {
        const scm_mention *m = &l->n->mentions[i];
        if (!scm_type_describe(m->type).full_name) continue;
        str name = bare_name(scm_mention_surface(l->n, m), m->value);
        if (!str_has(name, S(" ")) && !str_has(name, S("-"))) continue;
        int alias = alias_of(l, m->type, m->id, name);
        const scm_mention *acronym = alias == 0 ? bracketed(l, i) : NULL;
        if (alias < 0)
            report(l, RENAMED, mention_span(m), name, S("a distorted name"), full_name(l, m));
        if (acronym) check_expansion(l, m, acronym);
    }
}

/* Titles of one kind are one finding, the first one named. */
struct sign {
    enum finding_kind kind;
    str office, subject;
};

struct signs {
    struct lint *lint;
    VEC(struct sign) list;
};

static struct sign *sign_of(struct signs *s, enum finding_kind kind, str office)
{
    for (size_t i = 0; i < s->list.len; i++)
        if (s->list.at[i].kind == kind && str_eq(s->list.at[i].office, office))
            return &s->list.at[i];
    *vec_add(s->lint->scratch, &s->list) = (struct sign){kind, office, {0}};
    return &s->list.at[s->list.len - 1];
}

/* "the Secretary of State" → "Secretary of State". */
static str without_article(const struct lint *l, str s)
{
    size_t space = str_find_char(s, ' ');
    bool article = space < s.len && word_is(l->language, str_sub(s, 0, space), WORD_THE);
    return article ? str_sub(s, space + 1, s.len) : s;
}

static void report_role(struct signs *s, const scm_mention *m, enum finding_kind kind)
{
    struct lint *l = s->lint;
    struct sign *sign = sign_of(s, kind, m->id);
    scm_office office;
    str title = S("two ministers");
    if (scm_authority_find_office(l->n->authority, m->id, &office)) title = office.title;
    if (sign->subject.len == 0)
        sign->subject = without_article(l, scm_mention_surface(l->n, m));
    report(l, kind, mention_span(m), sign->subject,
        str_printf(l->scratch, "means the %.*s here", SCM_STR(title)), m->id);
}

/* The title in a mention of a role; NULL where there is none. */
static const struct alias *title_in(const struct lint *l, str surface)
{
    struct tokens t = tokens_cut(l->scratch, surface, l->language);
    size_t past;
    for (size_t i = 0; i < t.len; i++) {
        const struct alias *a = authority_longest(l->n->authority, &t, i, ALIAS_OFFICE, &past);
        if (a) return a;
    }
    return NULL;
}

/* A title is of its office where a row gives it to it that is no slip; else it is
 * swapped with that of the other head, or a foreign minister's. */
static void check_title_of(struct signs *s, const scm_mention *m, const struct alias *title)
{
    const struct image *im = s->lint->n->authority->image;
    const struct alias *end = im->aliases + im->naliases;
    str text = image_str(im, title->text);
    bool swapped = false, foreign = false;
    for (const struct alias *a = title; a < end && a->kind == ALIAS_OFFICE; a++) {
        if (!str_eq_nocase(image_str(im, a->text), text)) break;
        str office = image_str(im, im->offices[a->row].id);
        if (a->slip) continue;
        if (str_eq(office, m->id)) return;
        *(series_has_office(&s->lint->series, office) ? &swapped : &foreign) = true;
    }
    if (swapped || foreign) report_role(s, m, swapped ? SWAPPED_TITLE : FOREIGN_TITLE);
}

/* How a translation confuses the offices of the two heads. */
void check_roles(struct lint *l)
{
    struct signs s = {.lint = l};
    if (l->n->meeting == 0) return;
    for (size_t i = 0; i < l->n->nmentions; i++) {
        const scm_mention *m = &l->n->mentions[i];
        str surface = scm_mention_surface(l->n, m);
        if (m->type != SCM_ROLE) continue;
        const struct alias *title =
            series_has_head(&l->series, m->id) ? title_in(l, surface) : NULL;
        if (title) check_title_of(&s, m, title);
        if (has_phrase(l->language, PHRASE_HEADS_OF_STATE, surface))
            report_role(&s, m, HEADS_OF_STATE);
    }
}
