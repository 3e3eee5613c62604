/* What only the page of a history has: the river, and every wording under its sentence. */
#include "report/tracing.h"

/* AGES for the first text, 0 for the last. */
static int age_of(const scm_history *h, const scm_line *line)
{
    size_t last = h->ndocuments - 1, since = line->versions[0].document;
    if (since == last) return 0;
    return 1 + (int)((last - 1 - since) * (AGES - 1) / (last > 1 ? last - 1 : 1));
}

/* Where each sentence of a text begins, as a share of its words. */
static double *places_in(arena *a, const scm_history *h, uint32_t document)
{
    const scm_annotations *n = trace_annotations(h, document);
    double *at = arena_array(a, n->nsentences + 1, sizeof *at);
    for (uint32_t i = 0; i < n->nsentences; i++) {
        const scm_line *line = &h->lines[h->line_of[document][i]];
        at[i + 1] = at[i] + (double)trace_version_in(line, document)->words;
    }
    for (size_t i = 0; i < n->nsentences && at[n->nsentences] > 0; i++)
        at[i] /= at[n->nsentences];
    at[n->nsentences] = 1;
    return at;
}

enum { TITLE = 90 }; /* letters of a sentence in a stream's title */

static str clip(arena *a, str text)
{
    str cut = str_sub(text, 0, TITLE);
    while (cut.len && cut.len < text.len && (unsigned char)text.at[cut.len] >> 6 == 2)
        cut.len--;
    return cut.len < text.len ? str_printf(a, "%.*s…", SCM_STR(cut)) : text;
}

/* To the sentence in the text that is shown, or in the last that has it. */
static struct section_link link_of(
    const builder *b, const scm_history *h, const scm_line *line, uint32_t of)
{
    const scm_line_version *shown = trace_version_in(line, of);
    const scm_line_version *last = &line->versions[line->nversions - 1];
    if (!shown) shown = last;
    str from = trace_year(h, line->versions[0].document), to = trace_year(h, last->document);
    str text = clip(b->arena, trace_sentence(h, shown)->text), label = trace_label(h, shown);
    struct section_link link = {0};
    link.text =
        str_printf(b->arena, "%.*s–%.*s: %.*s", SCM_STR(from), SCM_STR(to), SCM_STR(text));
    if (shown->document == of) link.anchor = paragraph_anchor(b->arena, label);
    link.href = site_text(b, h->documents[shown->document].id, label);
    return link;
}

static struct stream stream_of(const builder *b, const scm_history *h, const scm_line *line,
    double *const *places, uint32_t of)
{
    struct river_stop *stops = arena_array(b->arena, line->nversions, sizeof *stops);
    for (size_t i = 0; i < line->nversions; i++) {
        const scm_line_version *v = &line->versions[i];
        const double *at = places[v->document];
        stops[i] = (struct river_stop){v->document, at[v->sentence], at[v->sentence + 1]};
    }
    return (struct stream){stops, line->nversions, age_of(h, line), link_of(b, h, line, of)};
}

void trace_river(builder *b, const scm_history *h, uint32_t of)
{
    arena *a = b->arena;
    double **places = arena_array(a, h->ndocuments, sizeof *places);
    str *columns = arena_array(a, h->ndocuments, sizeof *columns);
    struct stream *streams = arena_array(a, h->nlines, sizeof *streams);
    for (uint32_t d = 0; d < h->ndocuments; d++) {
        places[d] = places_in(a, h, d);
        columns[d] = trace_year(h, d);
    }
    for (size_t i = 0; i < h->nlines; i++)
        streams[i] = stream_of(b, h, &h->lines[i], places, of);
    struct section *s = builder_section(b, SECTION_RIVER, S("All sentences over time"));
    s->aside = S("one band per sentence, from text to text, as wide as the sentence is long");
    s->columns = columns;
    s->ncolumns = h->ndocuments;
    s->streams = streams;
    s->nstreams = h->nlines;
}

/* "2020–21": the texts that have one wording. */
static str span(
    arena *a, const scm_history *h, const scm_line_version *from, const scm_line_version *to)
{
    str first = trace_year(h, from->document), last = trace_year(h, to->document);
    if (str_eq(first, last)) return first;
    return str_printf(a, "%.*s–%.*s", SCM_STR(first), SCM_STR(last));
}

static struct wording wording_of(arena *a, const scm_history *h, const scm_line_version *from,
    const scm_line_version *to, const scm_line_version *next)
{
    static const enum prose_kind KINDS[] = {
        [SCM_RUN_SAME] = PROSE_SAME, [SCM_RUN_OLD] = PROSE_OLD, [SCM_RUN_NEW] = PROSE_NEW};
    prose p = {.arena = a};
    size_t n;
    const scm_run *runs = scm_history_redline(h, to, next, &n);
    if (!runs) out_of_memory();
    for (size_t i = 0; i < n; i++) prose_add(&p, KINDS[runs[i].kind], runs[i].text);
    return (struct wording){
        str_printf(a, "%.*s, with the later changes", SCM_STR(span(a, h, from, to))), p.runs.at,
        p.runs.len};
}

/* Each stretch of texts with one wording before this version, the latest first. */
static void add_wordings(
    arena *a, const scm_history *h, const scm_line_version *v, struct margin_sentence *out)
{
    const scm_line *line = trace_line(h, v);
    struct wording *earlier = arena_array(a, line->nversions, sizeof *earlier);
    const scm_line_version *next = v;
    while (next > line->versions && next->status == SCM_KEPT) next--;
    while (next > line->versions) {
        const scm_line_version *to = next - 1, *from = to;
        while (from > line->versions && from->status == SCM_KEPT) from--;
        earlier[out->nearlier++] = wording_of(a, h, from, to, next);
        next = from;
    }
    out->earlier = earlier;
}

static struct margin_sentence sentence_of(
    arena *a, const scm_history *h, const scm_line_version *v, uint32_t of)
{
    const scm_line *line = trace_line(h, v);
    struct margin_sentence s = {.since = trace_since(a, h, v, of), .age = age_of(h, line)};
    if (line->nversions > 1) s.aside = trace_life(a, h, line);
    add_wordings(a, h, v, &s);
    return s;
}

static prose plain(arena *a, str text)
{
    prose p = {.arena = a};
    prose_add(&p, PROSE_SAME, text);
    return p;
}

void trace_margins(builder *b, const scm_history *h, const scm_line_version *const *shown,
    size_t nshown, uint32_t of, const prose *marked)
{
    struct margin_sentence *all = arena_array(b->arena, nshown, sizeof *all);
    str last = {0};
    struct section *s = NULL;
    builder_part(b, S("Text"), S("since when each sentence stands"));
    b->below = true;
    for (size_t i = 0; i < nshown; i++) {
        const scm_line_version *v = shown[i];
        str label = trace_label(h, v);
        prose p = marked && v->document == of ? marked[v->sentence]
                                              : plain(b->arena, trace_sentence(h, v)->text);
        all[i] = sentence_of(b->arena, h, v, of);
        all[i].prose = p.runs.at;
        all[i].nprose = p.runs.len;
        if (!s || !str_eq(label, last) || v->document != shown[i - 1]->document) {
            s = builder_section(b, SECTION_SENTENCES, trace_heading(b->arena, h, v));
            if (v->document == of) s->anchor = paragraph_anchor(b->arena, label);
            if (v->document != of) s->aside = h->documents[v->document].id;
            s->sentences = &all[i];
        }
        s->nsentences++;
        last = label;
    }
    b->below = false;
}
