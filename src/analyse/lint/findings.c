/* Findings: the registry of what can be found, and one list out of all checks. */
#include "analyse/lint/findings.h"

#include <stdlib.h>

#include "base/fold.h"

enum { MOST_PLACES = 6 };

static const scm_finding_kind KINDS[] = {
#define FINDING(id, code, severity, name) {code, severity, name},
#define CHECK(function)
#include "analyse/lint/findings.def"
#undef FINDING
#undef CHECK
};

static check *const CHECKS[] = {
#define FINDING(id, code, severity, name)
#define CHECK(function) function,
#include "analyse/lint/findings.def"
#undef FINDING
#undef CHECK
};

void lint_start(struct lint *l, arena *a, arena *scratch, const scm_annotations *n)
{
    *l = (struct lint){
        .arena = a, .scratch = scratch, .n = n, .language = n->authority->image->language};
    l->groups.arena = l->known.arena = l->unknown.arena = scratch;
    scm_authority_main_series(n->authority, &l->series);
    scm_authority_find_series(n->authority, l->series.companion, &l->companion);
}

static void add_place(struct lint *l, struct draft *d, uint32_t block)
{
    if (d->nplaces && d->last_block == block) return;
    d->last_block = block;
    if (d->nplaces++ >= MOST_PLACES) return;
    if (d->places.len) buf_char(&d->places, ' ');
    buf_add(&d->places, l->n->document->blocks[block].label);
}

void report(
    struct lint *l, enum finding_kind kind, struct span at, str subject, str what, str read_as)
{
    str about = subject.len ? subject : what;
    str key =
        str_printf(l->scratch, "%d %.*s %.*s", (int)kind, SCM_STR(about), SCM_STR(read_as));
    uint32_t group = claims_add(&l->groups, key, (uint32_t)l->drafts.len);
    if (group == l->drafts.len)
        *vec_add(l->scratch, &l->drafts) = (struct draft){.kind = kind,
            .block = at.block,
            .start = at.start,
            .end = at.end,
            .subject = subject,
            .what = what,
            .read_as = read_as,
            .places = {.arena = l->scratch}};
    struct draft *d = &l->drafts.at[group];
    d->count++;
    add_place(l, d, at.block);
}

/* "SUBJECT" N times (PLACES): what is wrong; read as WHAT */
static str message(struct lint *l, const struct draft *d)
{
    buf b = {.arena = l->arena};
    if (d->subject.len) buf_printf(&b, "\"%.*s\"", SCM_STR(d->subject));
    if (d->count > 1)
        buf_printf(&b, " %zu times (%.*s%s)", d->count, SCM_STR(d->places),
            d->nplaces > MOST_PLACES ? " …" : "");
    if (b.len) buf_add(&b, S(": "));
    buf_add(&b, d->what);
    if (d->read_as.len) buf_printf(&b, "; read as %.*s", SCM_STR(d->read_as));
    return buf_str(&b);
}

static int by_place(const void *x, const void *y)
{
    const scm_finding *a = x, *b = y;
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    int order = str_cmp(str_of(a->kind.code), str_of(b->kind.code));
    return order ? order : str_cmp(a->message, b->message);
}

static scm_findings *lint(const scm_annotations *annotations)
{
    arena *a = arena_new();
    struct lint l;
    lint_start(&l, a, arena_new(), annotations);
    for (size_t i = 0; i < sizeof CHECKS / sizeof *CHECKS; i++) CHECKS[i](&l);
    scm_finding *found = arena_array(a, l.drafts.len, sizeof *found);
    for (size_t i = 0; i < l.drafts.len; i++) {
        const struct draft *d = &l.drafts.at[i];
        found[i] =
            (scm_finding){KINDS[d->kind], d->block, d->start, d->end, d->count, message(&l, d)};
    }
    if (l.drafts.len) qsort(found, l.drafts.len, sizeof *found, by_place);
    scm_findings *out = arena_value(a, sizeof *out);
    *out = (scm_findings){annotations, found, l.drafts.len};
    arena_free(l.scratch);
    return out;
}

scm_findings *scm_lint(const scm_annotations *annotations)
{
    GUARDED(scm_findings *, lint(annotations), NULL)
}

void scm_findings_free(scm_findings *findings)
{
    if (findings) arena_free(arena_of(findings));
}

const scm_finding_kind *scm_finding_kinds(size_t *count)
{
    *count = NFINDING_KINDS;
    return KINDS;
}

const char *scm_severity_name(enum scm_severity severity)
{
    return severity == SCM_NOTE ? "note" : "warning";
}

struct span mention_span(const scm_mention *m)
{
    return (struct span){m->block, m->start, m->end};
}

struct span block_span(const struct lint *l, uint32_t block)
{
    const scm_document *d = l->n->document;
    size_t start = (size_t)(d->blocks[block].text.at - d->text.at);
    return (struct span){block, start, start + d->blocks[block].text.len};
}

str span_text(const struct lint *l, struct span at)
{
    return str_sub(l->n->document->text, at.start, at.end);
}

struct around mentions_around(const struct lint *l, size_t index)
{
    enum { NEAR = 40 };
    const scm_annotations *n = l->n;
    str s = scm_sentence_at(n, n->mentions[index].start);
    size_t start = (size_t)(s.at - n->document->text.at), end = start + s.len;
    struct around a = {index, index + 1};
    while (a.first > 0 && index - a.first < NEAR && n->mentions[a.first - 1].start >= start)
        a.first--;
    while (a.end < n->nmentions && a.end - index < NEAR && n->mentions[a.end].start < end)
        a.end++;
    return a;
}

int alias_of(const struct lint *l, enum scm_type type, str id, str text)
{
    const struct image *im = l->n->authority->image;
    int found = 0;
    for (int plural = 0; plural < 2 && !found; plural++) {
        size_t count;
        if (plural && !str_ends(text, S("s"))) break;
        str stem = str_sub(text, 0, text.len - (size_t)plural);
        struct tokens t = tokens_cut(l->scratch, stem, im->language);
        const struct alias *a = authority_aliases(l->n->authority, &t, 0, t.len, &count);
        for (size_t i = 0; i < count && found != 1; i++) {
            if (a[i].kind != ALIAS_NAME) continue;
            const struct name_row *row = &im->names[a[i].row];
            if (row->type != (uint32_t)type || !str_eq(image_str(im, row->id), id)) continue;
            found = a[i].slip ? -1 : 1;
        }
    }
    return found;
}
