/* A history for people: what the text is made of by age, what is new, ended and returned,
 * and the text with the years of its sentences in the margin. */
#include "report/model/notes.h"
#include "report/tracing.h"

#include <stdlib.h>

enum { LISTED = 6 }; /* lines of a list in text */

const scm_line *trace_line(const scm_history *h, const scm_line_version *v)
{
    return &h->lines[h->line_of[v->document][v->sentence]];
}

static const scm_line *line_of(const tracing *t, const scm_line_version *v)
{
    return trace_line(t->history, v);
}

static const scm_annotations *shown_text(const tracing *t)
{
    return trace_annotations(t->history, t->of);
}

/* Of the text shown, the version in which each sentence stands. */
static const scm_line_version *version_at(const tracing *t, uint32_t sentence)
{
    const scm_history *h = t->history;
    return trace_version_in(&h->lines[h->line_of[t->of][sentence]], t->of);
}

static str meeting_name(arena *a, const scm_dated *d)
{
    const scm_annotations *n = d->summary->annotations;
    str series = n->series;
    if (n->ordinal < 1) return d->id;
    str ordinal = ordinal_str(a, n->ordinal);
    return str_printf(a, "%.*s %.*s", SCM_STR(ordinal), SCM_STR(series));
}

/* "How long each sentence of the 55th SCM (13 November 2023) has stood" */
static str title(const tracing *t, arena *a)
{
    const scm_dated *d = &t->history->documents[t->of];
    str name = meeting_name(a, d), date = {0}, when = {0};
    const char *article = d->summary->annotations->ordinal > 0 ? "the " : "";
    if (d->date.len) date = date_words(a, d->date);
    if (date.len) when = str_printf(a, " (%.*s)", SCM_STR(date));
    if (t->options.gone)
        return str_printf(
            a, "Sentences dropped before %s%.*s%.*s", article, SCM_STR(name), SCM_STR(when));
    return str_printf(a, "How long each sentence of %s%.*s%.*s has stood", article,
        SCM_STR(name), SCM_STR(when));
}

/* "3 texts from 2020 to 2023" */
static str subtitle(const tracing *t, arena *a)
{
    const scm_history *h = t->history;
    buf b = {.arena = a};
    buf_add(&b, plural(a, h->ndocuments, "text"));
    str from = trace_year(h, 0), to = trace_year(h, (uint32_t)h->ndocuments - 1);
    list_add(&b, " from ", from);
    if (!str_eq(from, to)) list_add(&b, " to ", to);
    return buf_str(&b);
}

/* Words of the text by the document in which their line began. */
static size_t *words_by_age(const tracing *t, arena *a, size_t *total)
{
    size_t *words = arena_array(a, t->history->ndocuments, sizeof *words);
    *total = 0;
    for (uint32_t i = 0; i < shown_text(t)->nsentences; i++) {
        const scm_line_version *v = version_at(t, i);
        words[line_of(t, v)->versions[0].document] += v->words;
        *total += v->words;
    }
    return words;
}

enum { MOST_AGES = 6 };

/* The decade of a year, where so many years would be too many. */
static str age_name(const tracing *t, arena *a, uint32_t document, bool decades)
{
    str year = trace_year(t->history, document);
    if (document == t->of) return S("new");
    if (decades && year.len == 4) return str_printf(a, "since the %.*s0s", 3, year.at);
    return str_printf(a, "since %.*s", SCM_STR(year));
}

/* "31 % of the words since 2020 · 10 % since 2021 · 59 % new" */
static str ages(const tracing *t, arena *a)
{
    size_t total, kinds = 0, sum = 0;
    const size_t *words = words_by_age(t, a, &total);
    buf b = {.arena = a};
    for (uint32_t d = 0; d <= t->of; d++) kinds += words[d] > 0;
    bool decades = kinds > MOST_AGES;
    for (uint32_t d = 0; d <= t->of; d++) {
        str name = age_name(t, a, d, decades);
        bool last = d == t->of || !str_eq(name, age_name(t, a, d + 1, decades));
        sum += words[d];
        if (!last || sum == 0) continue;
        list_add(&b, " · ",
            str_printf(a, "%zu" NBSP "%% %s%.*s", (sum * 100 + total / 2) / (total ? total : 1),
                b.len ? "" : "of the words ", SCM_STR(name)));
        sum = 0;
    }
    return buf_str(&b);
}

/* "in 3 of 3 texts, reworded twice" */
str trace_life(arena *a, const scm_history *h, const scm_line *line)
{
    size_t reworded = line->wordings - 1;
    str times = reworded == 0   ? S("never reworded")
                : reworded == 1 ? S("reworded once")
                : reworded == 2 ? S("reworded twice")
                                : str_printf(a, "reworded %zu times", reworded);
    return str_printf(
        a, "in %zu of %zu texts, %.*s", line->nversions, h->ndocuments, SCM_STR(times));
}

/* How little the wordings of a line differ. */
static double constancy(const scm_line *line)
{
    double sum = 0;
    for (size_t i = 1; i < line->nversions; i++) sum += line->versions[i].similarity;
    return line->nversions > 1 ? sum / (double)(line->nversions - 1) : 0;
}

static bool is_older(const scm_line *a, const scm_line *b)
{
    if (a->versions[0].document != b->versions[0].document)
        return a->versions[0].document < b->versions[0].document;
    if (a->nversions != b->nversions) return a->nversions > b->nversions;
    return constancy(a) > constancy(b);
}

static str oldest(const tracing *t, arena *a)
{
    const scm_line_version *best = NULL;
    for (uint32_t i = 0; i < shown_text(t)->nsentences; i++) {
        const scm_line_version *v = version_at(t, i);
        if (!best || is_older(line_of(t, v), line_of(t, best))) best = v;
    }
    if (!best || line_of(t, best)->nversions == 1) return (str){0};
    const scm_line *line = line_of(t, best);
    str label = trace_label(t->history, best), words = trace_life(a, t->history, line);
    str since = trace_year(t->history, line->versions[0].document);
    str text = trace_sentence(t->history, best)->text;
    return str_printf(a, "Paragraph %.*s, since %.*s, %.*s: %.*s", SCM_STR(label),
        SCM_STR(since), SCM_STR(words), SCM_STR(text));
}

/* "73 sentences, in paragraphs 2 2.2 2.3"; empty where there is none. */
static str sentences_of(const tracing *t, arena *a, enum scm_status_of_change status)
{
    buf labels = {.arena = a};
    size_t n = 0;
    str last = {0};
    for (uint32_t i = 0; i < shown_text(t)->nsentences; i++) {
        const scm_line_version *v = version_at(t, i);
        str label = trace_label(t->history, v);
        if (v->status != status) continue;
        if (n++ == 0 || !str_eq(label, last)) list_add(&labels, " ", label);
        last = label;
    }
    if (n == 0) return (str){0};
    str count = plural(a, n, "sentence"), all = buf_str(&labels);
    bool one = str_find(all, S(" ")) == all.len;
    return str_printf(
        a, "%.*s, in paragraph%s %.*s", SCM_STR(count), one ? "" : "s", SCM_STR(all));
}

static void add_fact(rows *r, str label, str text)
{
    if (text.len == 0) return;
    rows_add(r, label);
    rows_add(r, text);
}

static void facts(const tracing *t, builder *b)
{
    rows r = rows_new(b->arena, NULL, "lw");
    add_fact(&r, S("Age"), ages(t, b->arena));
    add_fact(&r, S("Oldest"), oldest(t, b->arena));
    add_fact(&r, S("New"), sentences_of(t, b->arena, SCM_NEW));
    builder_facts(b, (str){0}, &r);
}

/* Texts whose words are not their own, and those that were left out. */
static void all_notes(const tracing *t, builder *b)
{
    const scm_history *h = t->history;
    notes n = {.arena = b->arena};
    for (size_t i = 0; i < h->ndocuments; i++) {
        const scm_wording *w = &h->wordings[i];
        if (w->kind == SCM_WORDING_GIVEN) continue;
        str reason = w->reason;
        if (str_ends(reason, S("."))) reason.len--;
        notes_add(&n, h->documents[i].id,
            str_printf(b->arena, "%.*s; its sentences are matched by names more than by words",
                SCM_STR(reason)));
    }
    for (size_t i = 0; i < h->nleft_out; i++)
        notes_add(&n, h->left_out[i].text.id,
            h->left_out[i].reason == SCM_LEFT_OUT_KIND
                ? S("Left out: a fact sheet or news (--all-kinds includes it)")
                : S("Left out: another text of the same meeting is used (--all-kinds includes "
                    "it)"));
    builder_notes(b, &n);
}

/* The years in which a line was absent between its texts: "2020", "2009–13". */
static str absence(const tracing *t, arena *a, const scm_line_version *v)
{
    str from = trace_year(t->history, v[-1].document + 1);
    str to = trace_year(t->history, v->document - 1);
    if (str_eq(from, to)) return from;
    return str_printf(a, "%.*s–%.*s", SCM_STR(from), SCM_STR(to));
}

static void returned(const tracing *t, builder *b)
{
    static const char *const NAMES[] = {"since", "absent", "para", "sentence"};
    rows r = rows_new(b->arena, b->page ? NULL : NAMES, b->page ? "llpw" : "llpc");
    r.table.heads = NAMES;
    for (uint32_t i = 0; i < shown_text(t)->nsentences; i++) {
        const scm_line_version *v = version_at(t, i);
        if (v->status != SCM_RETURNED) continue;
        rows_add(&r, trace_year(t->history, line_of(t, v)->versions[0].document));
        rows_add(&r, absence(t, b->arena, v));
        rows_add(&r, trace_label(t->history, v));
        rows_add(&r, trace_sentence(t->history, v)->text);
    }
    builder_table(b, S("Returned"), &r);
}

/* The longest-lived first. */
static int by_age(const void *x, const void *y)
{
    const scm_line *a = *(const scm_line *const *)x, *b = *(const scm_line *const *)y;
    if (a->versions[0].document != b->versions[0].document)
        return a->versions[0].document < b->versions[0].document ? -1 : 1;
    if (a->nversions != b->nversions) return a->nversions > b->nversions ? -1 : 1;
    return (a > b) - (a < b);
}

/* What the text directly before had and this one has not. */
static const scm_line **just_ended(const tracing *t, arena *a, size_t *n)
{
    const scm_history *h = t->history;
    const scm_line **out = arena_array(a, h->nlines, sizeof *out);
    *n = 0;
    for (size_t i = 0; i < h->nlines && t->of > 0; i++)
        if (trace_version_in(&h->lines[i], t->of - 1) && !trace_version_in(&h->lines[i], t->of))
            out[(*n)++] = &h->lines[i];
    if (*n) qsort(out, *n, sizeof *out, by_age);
    return out;
}

static void ended(const tracing *t, builder *b)
{
    static const char *const NAMES[] = {"since", "texts", "para", "sentence"};
    size_t n, most = b->page ? SIZE_MAX : LISTED;
    const scm_line **lines = just_ended(t, b->arena, &n);
    rows r = rows_new(b->arena, b->page ? NULL : NAMES, b->page ? "lrlw" : "lrlc");
    r.table.heads = NAMES;
    for (size_t i = 0; i < n && i < most; i++) {
        const scm_line_version *last = trace_version_in(lines[i], t->of - 1);
        rows_add(&r, trace_year(t->history, lines[i]->versions[0].document));
        rows_add_number(&r, lines[i]->nversions);
        rows_add(&r, trace_label(t->history, last));
        rows_add(&r, trace_sentence(t->history, last)->text);
    }
    if (n > most) {
        for (size_t i = 0; i < 3; i++) rows_add(&r, (str){0});
        rows_add(&r, str_printf(b->arena, "… %zu more: scmtool history --gone", n - most));
    }
    str year = t->of > 0 ? trace_year(t->history, t->of - 1) : (str){0};
    str count = plural(b->arena, n, "sentence");
    str heading =
        str_printf(b->arena, "Dropped after %.*s: %.*s", SCM_STR(year), SCM_STR(count));
    struct section *s = builder_table(b, heading, &r);
    if (s) s->folded = b->page;
}

str trace_since(arena *a, const scm_history *h, const scm_line_version *v, uint32_t of)
{
    str year = trace_year(h, trace_line(h, v)->versions[0].document);
    if (v->status == SCM_NEW && v->document > 0 && v->document == of) return S("new");
    if (v->status == SCM_RETURNED) return str_printf(a, "%.*s ↩", SCM_STR(year));
    return year;
}

static void add_margin(const tracing *t, rows *r, const scm_line_version *v)
{
    const scm_line *line = line_of(t, v);
    rows_add(r, trace_since(r->arena, t->history, v, t->of));
    rows_add_number(r, line->nversions);
    rows_add(r, line->wordings > 1 ? str_printf(r->arena, "%zu×", line->wordings - 1) : S("–"));
}

/* The wordings before this one, the latest first, each with the year of its last text. */
static void add_wordings(const tracing *t, rows *r, str group, const scm_line_version *v)
{
    const scm_line_version *first = line_of(t, v)->versions, *later = v;
    for (const scm_line_version *at = v; at-- > first;) {
        if (later->status != SCM_KEPT) {
            str year = trace_year(t->history, at->document);
            rows_add(r, group);
            for (size_t i = 0; i < 3; i++) rows_add(r, (str){0});
            rows_add(r, year);
            rows_add(r, trace_sentence(t->history, at)->text);
        }
        later = at;
    }
}

str trace_heading(arena *a, const scm_history *h, const scm_line_version *v)
{
    const scm_summary *s = h->documents[v->document].summary;
    uint32_t block = trace_sentence(h, v)->block;
    str label = trace_label(h, v);
    buf b = {.arena = a};
    buf_add(&b, label);
    for (size_t i = 0; i < s->ngists; i++) {
        const scm_gist *g = &s->gists[i];
        for (size_t k = 0; block == g->block && k < 2; k++)
            if (g->topics[k].len) list_add(&b, k ? "; " : " · ", g->topics[k]);
    }
    return buf_str(&b);
}

/* What heads the sentences: their paragraph, or of what ended the last text. */
static str group_of(const tracing *t, arena *a, const scm_line_version *v)
{
    const scm_annotations *n = trace_annotations(t->history, v->document);
    str year = trace_year(t->history, v->document);
    if (t->options.gone) return str_printf(a, "Dropped after %.*s", SCM_STR(year));
    if (t->options.all) return year;
    scm_line_version first = *v; /* of its paragraph, which has the topics */
    int paragraph = n->document->blocks[trace_sentence(t->history, v)->block].paragraph;
    while (first.sentence > 0 && paragraph > 0 &&
           n->document->blocks[n->sentences[first.sentence - 1].block].paragraph == paragraph)
        first.sentence--;
    return trace_heading(a, t->history, &first);
}

static void margins(const tracing *t, builder *b)
{
    static const char *const NAMES[] = {"", "since", "texts", "reworded", "para", "sentence"};
    rows r = rows_new(b->arena, NAMES, "hlrrlw");
    str last = {0};
    for (size_t i = 0; i < t->nshown; i++) {
        const scm_line_version *v = t->shown[i];
        str group = group_of(t, b->arena, v), label = trace_label(t->history, v);
        bool again = i > 0 && str_eq(label, last) && v->document == t->shown[i - 1]->document;
        rows_add(&r, group);
        add_margin(t, &r, v);
        rows_add(&r, again ? (str){0} : label);
        rows_add(&r, trace_sentence(t->history, v)->text);
        if (t->options.wordings) add_wordings(t, &r, group, v);
        last = label;
    }
    builder_table(b, (str){0}, &r);
}

void trace_text(builder *b, const scm_report *report)
{
    const tracing *t = report->source;
    bool whole = !t->options.holding && !t->options.para && !t->options.gone && !t->options.all;
    b->title = title(t, b->arena);
    b->subtitle = subtitle(t, b->arena);
    if (b->page) all_notes(t, b); /* there they come first */
    if (whole) {
        facts(t, b);
        if (b->page) trace_river(b, t->history, t->of);
        returned(t, b);
        ended(t, b);
    }
    if (b->page)
        trace_margins(b, t->history, t->shown, t->nshown, t->of, NULL);
    else
        margins(t, b);
    if (!b->page) all_notes(t, b);
}
