/* A history as a report: for programs a row per sentence, or an object per line of descent;
 * for people a text with the years of its sentences in the margin. */
#include "report/tracing.h"

#include <stdlib.h>

const scm_annotations *trace_annotations(const scm_history *h, uint32_t document)
{
    return h->documents[document].summary->annotations;
}

const scm_sentence *trace_sentence(const scm_history *h, const scm_line_version *v)
{
    return &trace_annotations(h, v->document)->sentences[v->sentence];
}

str trace_label(const scm_history *h, const scm_line_version *v)
{
    return trace_annotations(h, v->document)
        ->document->blocks[trace_sentence(h, v)->block]
        .label;
}

const scm_line_version *trace_version_in(const scm_line *line, uint32_t document)
{
    for (size_t i = 0; i < line->nversions; i++)
        if (line->versions[i].document == document) return &line->versions[i];
    return NULL;
}

str trace_year(const scm_history *h, uint32_t document)
{
    str date = h->documents[document].date;
    return date.len >= 4 ? str_sub(date, 0, 4) : h->documents[document].id;
}

static const scm_line_version *last_of(const scm_line *line)
{
    return &line->versions[line->nversions - 1];
}

/* The version before this one of its line, or NULL. */
static const scm_line_version *before(const scm_line *line, const scm_line_version *v)
{
    return v > line->versions ? v - 1 : NULL;
}

static const struct column COLUMNS[] = {{"doc", COLUMN_ID}, {"para", COLUMN_PLACE},
    {"sentence", COLUMN_NUMBER}, {"status", COLUMN_ID}, {"since", COLUMN_ID},
    {"texts", COLUMN_NUMBER}, {"wordings", COLUMN_NUMBER}, {"previous", COLUMN_ID},
    {"text", COLUMN_TEXT}, {0}};

static void row(record *r, size_t index)
{
    const tracing *t = r->report->source;
    const scm_history *h = t->history;
    const scm_line_version *v = t->shown[index];
    const scm_line *line = &h->lines[t->shown_lines[index]];
    const scm_line_version *previous = before(line, v);
    record_text(r, h->documents[v->document].id);
    record_text(r, trace_label(h, v));
    record_number(r, trace_sentence(h, v)->number);
    record_text(r, str_of(scm_status_name(v->status)));
    record_text(r, h->documents[line->versions[0].document].id);
    record_number(r, line->nversions);
    record_number(r, line->wordings);
    record_text(r, previous ? h->documents[previous->document].id : (str){0});
    record_text(r, trace_sentence(h, v)->text);
}

static void add_version(fields *list, const scm_history *h, const scm_line_version *v)
{
    fields f = {.arena = list->arena};
    field_text(&f, "doc", h->documents[v->document].id);
    field_text(&f, "para", trace_label(h, v));
    field_number(&f, "sentence", trace_sentence(h, v)->number);
    field_text(&f, "status", str_of(scm_status_name(v->status)));
    field_text(&f, "text", trace_sentence(h, v)->text);
    field_object(list, NULL, &f);
}

/* A line of descent, with the number that it has whatever is shown. */
static struct value object(const scm_report *report, size_t index, arena *scratch)
{
    const tracing *t = report->source;
    const scm_history *h = t->history;
    const scm_line *line = &h->lines[t->lines[index]];
    fields f = {.arena = scratch}, list = {.arena = scratch};
    for (size_t i = 0; i < line->nversions; i++) add_version(&list, h, &line->versions[i]);
    field_number(&f, "id", t->lines[index] + 1);
    field_text(&f, "first", h->documents[line->versions[0].document].id);
    field_text(&f, "last", h->documents[last_of(line)->document].id);
    field_list(&f, "versions", &list);
    return fields_object(&f);
}

/* The sentence in which the byte of the text stands. */
static uint32_t sentence_at(const scm_annotations *n, const char *at)
{
    uint32_t from = 0, end = (uint32_t)n->nsentences;
    while (end - from > 1) {
        uint32_t middle = from + (end - from) / 2;
        if (n->sentences[middle].text.at <= at)
            from = middle;
        else
            end = middle;
    }
    return from;
}

static void hold(const scm_history *h, const scm_concordance *c, bool *held)
{
    for (uint32_t d = 0; d < h->ndocuments; d++) {
        const scm_annotations *n = trace_annotations(h, d);
        if (n->document != c->document) continue;
        for (size_t i = 0; i < c->noccurrences && n->nsentences; i++)
            held[h->line_of[d][sentence_at(n, c->occurrences[i].match.at)]] = true;
    }
}

/* Which lines hold what was asked for. */
static bool *held_lines(const tracing *t, arena *a)
{
    const scm_history *h = t->history;
    const scm_history_report_options *o = &t->options;
    bool *held = arena_array(a, h->nlines, sizeof *held);
    for (size_t i = 0; i < h->nlines; i++) held[i] = o->holding == NULL;
    for (size_t i = 0; o->holding && i < o->nholding; i++) hold(h, o->holding[i], held);
    return held;
}

/* "7" is also "7.2". */
static bool is_in(str label, const char *para)
{
    str asked = str_of(para);
    if (!para) return true;
    return str_starts(label, asked) && (label.len == asked.len || label.at[asked.len] == '.');
}

static bool has_ended(const scm_line *line, uint32_t document)
{
    return last_of(line)->document < document;
}

/* The latest first. */
static int by_end(const void *x, const void *y)
{
    const scm_line_version *a = *(const scm_line_version *const *)x;
    const scm_line_version *b = *(const scm_line_version *const *)y;
    if (a->document != b->document) return a->document > b->document ? -1 : 1;
    return (a->sentence > b->sentence) - (a->sentence < b->sentence);
}

static bool is_shown(const tracing *t, const scm_line_version *v)
{
    bool every = t->options.all && !t->options.gone;
    return (every || v->document == t->of) &&
           is_in(trace_label(t->history, v), t->options.para);
}

static size_t choose_gone(tracing *t, const bool *held, const scm_line_version **out)
{
    const scm_history *h = t->history;
    size_t n = 0;
    for (size_t i = 0; i < h->nlines; i++) {
        const scm_line_version *last = last_of(&h->lines[i]);
        if (held[i] && has_ended(&h->lines[i], t->of) &&
            is_in(trace_label(h, last), t->options.para))
            out[n++] = last;
    }
    if (n) qsort(out, n, sizeof *out, by_end);
    return n;
}

/* In the order of the texts and their sentences. */
static size_t choose_present(tracing *t, const bool *held, const scm_line_version **out)
{
    const scm_history *h = t->history;
    size_t n = 0;
    for (uint32_t d = 0; d < h->ndocuments; d++)
        for (uint32_t i = 0; i < trace_annotations(h, d)->nsentences; i++) {
            uint32_t line = h->line_of[d][i];
            const scm_line_version *v = trace_version_in(&h->lines[line], d);
            if (held[line] && is_shown(t, v)) out[n++] = v;
        }
    return n;
}

static void choose(tracing *t, arena *a)
{
    const scm_history *h = t->history;
    const bool *held = held_lines(t, a);
    bool *listed = arena_array(a, h->nlines, sizeof *listed);
    size_t most = 0;
    for (size_t i = 0; i < h->nlines; i++) most += h->lines[i].nversions;
    t->shown = arena_array(a, most, sizeof *t->shown);
    t->nshown =
        t->options.gone ? choose_gone(t, held, t->shown) : choose_present(t, held, t->shown);
    uint32_t *of_shown = arena_array(a, t->nshown, sizeof *of_shown);
    uint32_t *lines = arena_array(a, h->nlines, sizeof *lines);
    for (size_t i = 0; i < t->nshown; i++) {
        of_shown[i] = h->line_of[t->shown[i]->document][t->shown[i]->sentence];
        listed[of_shown[i]] = true;
    }
    for (uint32_t i = 0; i < h->nlines; i++)
        if (listed[i]) lines[t->nlines++] = i;
    t->shown_lines = of_shown;
    t->lines = lines;
}

static const report_kind HISTORY = {
    .columns = COLUMNS, .row = row, .object = object, .text = trace_text};

static scm_report *make(const scm_history *history, const scm_history_report_options *options)
{
    scm_report *r = report_new(&HISTORY, NULL, 0, 0);
    tracing *t = arena_alloc(r->arena, sizeof *t);
    t->history = history;
    if (options) t->options = *options;
    size_t of = options ? options->of : SIZE_MAX;
    t->of = (uint32_t)(of < history->ndocuments ? of : history->ndocuments - 1);
    choose(t, r->arena);
    r->source = t;
    r->nrows = t->nshown;
    r->nobjects = t->nlines;
    return r;
}

scm_report *scm_report_history(
    const scm_history *history, const scm_history_report_options *options)
{
    GUARDED(scm_report *, make(history, options), NULL)
}
