/* The paragraphs of a summary's page: the text itself, cut where a mention begins
 * or ends, so that names and the terms that overlap them are one run of marks. */
#include "report/summing.h"

/* The mentions that cover the place being looked at; few at a time. */
struct sweep {
    const scm_annotations *text;
    arena *arena;
    size_t next; /* mention */
    VEC(const scm_mention *) open;
};

/* "MECHANISM · SCM · 55; TERM · extended-deterrence" */
static str title(const struct sweep *w)
{
    buf b = {.arena = w->arena};
    for (size_t i = 0; i < w->open.len; i++) {
        const scm_mention *m = w->open.at[i];
        list_add(&b, "; ", str_of(scm_type_name(m->type)));
        list_add(&b, " · ", m->id);
        if (m->value.len) list_add(&b, " · ", m->value);
    }
    return buf_str(&b);
}

/* Offices, dates and terms are on every line: they are marked less. */
static enum prose_kind weight(const struct sweep *w)
{
    for (size_t i = 0; i < w->open.len; i++) {
        enum scm_type type = w->open.at[i]->type;
        if (type != SCM_ROLE && type != SCM_DATE && type != SCM_TERM) return PROSE_MARK;
    }
    return PROSE_HINT;
}

static void step_to(struct sweep *w, size_t at)
{
    size_t kept = 0;
    for (size_t i = 0; i < w->open.len; i++)
        if (w->open.at[i]->end > at) w->open.at[kept++] = w->open.at[i];
    w->open.len = kept;
    while (w->next < w->text->nmentions && w->text->mentions[w->next].start <= at) {
        const scm_mention *m = &w->text->mentions[w->next++];
        if (m->end > at) vec_push(w->arena, &w->open, m);
    }
}

/* Where the next mention begins or an open one ends. */
static size_t next_edge(const struct sweep *w, size_t end)
{
    if (w->next < w->text->nmentions && w->text->mentions[w->next].start < end)
        end = w->text->mentions[w->next].start;
    for (size_t i = 0; i < w->open.len; i++)
        if (w->open.at[i]->end < end) end = w->open.at[i]->end;
    return end;
}

/* The piece of the text with its mentions marked; pieces come in order. */
static prose marked(struct sweep *w, str text)
{
    const scm_document *d = w->text->document;
    prose p = {.arena = w->arena};
    size_t at = (size_t)(text.at - d->text.at);
    const size_t end = at + text.len;
    while (at < end) {
        step_to(w, at);
        size_t edge = next_edge(w, end);
        str piece = str_sub(d->text, at, edge);
        if (w->open.len)
            prose_mark(&p, weight(w), piece, title(w));
        else
            prose_add(&p, PROSE_SAME, piece);
        at = edge;
    }
    return p;
}

prose *summary_sentences(arena *a, const scm_annotations *n)
{
    struct sweep w = {.text = n, .arena = a};
    prose *out = arena_array(a, n->nsentences, sizeof *out);
    for (size_t i = 0; i < n->nsentences; i++) out[i] = marked(&w, n->sentences[i].text);
    return out;
}

/* "3 · Threat; extended deterrence", "3.2" */
static str heading(arena *a, const scm_gist *g, str label, bool first)
{
    buf b = {.arena = a};
    buf_add(&b, label);
    for (size_t i = 0; first && i < 2; i++)
        if (g->topics[i].len) list_add(&b, i ? "; " : " · ", g->topics[i]);
    return buf_str(&b);
}

void summary_text(builder *b, const scm_summary *s)
{
    struct sweep w = {.text = s->annotations, .arena = b->arena};
    builder_part(b, S("Text"), S("marks say what is mentioned"));
    b->below = true;
    for (size_t i = 0; i < s->ngists; i++) {
        const scm_gist *g = &s->gists[i];
        for (uint32_t block = g->block; block < g->block + g->nblocks; block++) {
            str label = s->annotations->document->blocks[block].label;
            prose p = marked(&w, s->annotations->document->blocks[block].text);
            struct section *added =
                builder_prose(b, heading(b->arena, g, label, block == g->block), (str){0}, &p);
            added->anchor = paragraph_anchor(b->arena, label);
        }
    }
    b->below = false;
}
