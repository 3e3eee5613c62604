/* The pages that only a site has: its index, a text with the years of its sentences, and the
 * life of a name. */
#include "report/matrix.h"
#include "report/occurrences.h"
#include "report/model/notes.h"
#include "report/summing.h"
#include "report/tracing.h"

/* What a page of a site is made of. */
struct site_page {
    const scm_history *history;
    const scm_summary *summary; /* of a meeting */
    const scm_trend *trend;
    const scm_trend_row *row; /* of a name */
    const scm_concordance *const *concordances;
    size_t nconcordances;
};

static const struct site_page *page_of(const scm_report *report)
{
    return report->source;
}

static str fact_of(const scm_summary *s, enum scm_fact_kind kind)
{
    const scm_fact *f = scm_summary_fact_of(s, kind, (str){0});
    return f ? f->detail : (str){0};
}

/* "Lloyd J. Austin III · Shin Won-sik": without the offices. */
static str heads_of(arena *a, const scm_summary *s)
{
    buf b = {.arena = a};
    for (size_t i = 0; i < s->nfacts; i++) {
        const scm_fact *f = &s->facts[i];
        if (f->kind != SCM_FACT_HEAD) continue;
        list_add(&b, " · ", str_sub(f->detail, 0, str_find(f->detail, S(", "))));
    }
    return buf_str(&b);
}

/* The text of the history before this one; NULL. */
static const scm_dated *text_before(const scm_history *h, const scm_dated *d)
{
    for (size_t i = 1; i < h->ndocuments; i++)
        if (h->documents[i].summary == d->summary) return &h->documents[i - 1];
    return NULL;
}

/* The text of the history on the same meeting, in another language; NULL. */
static const scm_dated *text_beside(const scm_history *h, const scm_dated *d)
{
    const scm_annotations *n = d->summary->annotations;
    for (size_t i = 0; i < h->ndocuments && n->meeting > 0; i++) {
        const scm_annotations *other = h->documents[i].summary->annotations;
        if (other->meeting == n->meeting && str_eq(other->series, n->series) &&
            !str_eq(other->language, n->language))
            return &h->documents[i];
    }
    return NULL;
}

static void meetings(builder *b, const scm_history *h, const scm_trend *t)
{
    static const char *const HEADS[] = {
        "date", "text", "meeting", "venue", "heads", "words", "compared with"};
    rows r = rows_new(b->arena, NULL, "llwwwrl");
    r.table.heads = HEADS;
    for (size_t i = t->ndocuments; i-- > 0;) {
        const scm_dated *d = &t->documents[i], *other = text_before(h, d);
        if (!other) other = text_beside(h, d);
        rows_add(&r, d->date.len ? date_words(b->arena, d->date) : S("no date"));
        rows_add(&r, d->id);
        rows_link(&r, site_text(b, d->id, (str){0}));
        rows_add(&r, fact_of(d->summary, SCM_FACT_MEETING));
        rows_add(&r, fact_of(d->summary, SCM_FACT_VENUE));
        rows_add(&r, heads_of(b->arena, d->summary));
        rows_add_number(&r, d->words);
        rows_add(&r, other ? other->id : (str){0});
        if (other) rows_link(&r, site_pair(b, other->id, d->id));
    }
    builder_table(b, S("Texts"), &r);
}

static void all_notes(builder *b, const scm_trend *t)
{
    notes n = {.arena = b->arena};
    for (size_t i = 0; i < t->ndocuments; i++)
        notes_add(&n, t->documents[i].id, t->documents[i].note);
    builder_notes(b, &n);
}

static void index_page(builder *b, const scm_report *report)
{
    const struct site_page *p = page_of(report);
    const scm_trend_report_options all = {.types = ~0u};
    const scm_annotations *n = p->trend->documents[0].summary->annotations;
    scm_series series = {0};
    scm_authority_find_series(n->authority, n->series, &series);
    b->title = series.title.len ? series.title : S("All texts");
    str count = plural(b->arena, p->trend->ndocuments, "text");
    b->subtitle = str_printf(b->arena, "%.*s, sentence by sentence", SCM_STR(count));
    all_notes(b, p->trend);
    meetings(b, p->history, p->trend);
    if (p->history->ndocuments) /* each band leads to its newest text */
        trace_river(b, p->history, (uint32_t)p->history->ndocuments - 1);
    trend_matrix(b, p->trend, p->trend, &all);
}

static void meeting_page(builder *b, const scm_report *report)
{
    const struct site_page *p = page_of(report);
    const scm_history *h = p->history;
    uint32_t of = 0;
    while (of < h->ndocuments && h->documents[of].summary != p->summary) of++;
    summary_page_top(b, p->summary);
    if (of == h->ndocuments) {
        summary_text(b, p->summary);
        return;
    }
    const scm_annotations *n = p->summary->annotations;
    const scm_line_version **shown = arena_array(b->arena, n->nsentences, sizeof *shown);
    for (uint32_t i = 0; i < n->nsentences; i++)
        shown[i] = trace_version_in(&h->lines[h->line_of[of][i]], of);
    trace_margins(b, h, shown, n->nsentences, of, summary_sentences(b->arena, n));
}

static const char *status_words(enum scm_status_of_change status)
{
    switch (status) {
    case SCM_NEW: return "first mention";
    case SCM_RETURNED: return "mentioned again";
    case SCM_DROPPED: return "not mentioned";
    case SCM_SAME: return "not yet mentioned";
    default: return "";
    }
}

static void life(builder *b, const scm_trend *t, const scm_trend_row *row)
{
    static const char *const HEADS[] = {"date", "text", "mentions", ""};
    rows r = rows_new(b->arena, NULL, "llrl");
    size_t most = 1;
    r.table.heads = HEADS;
    r.table.looks = "..bt";
    for (size_t i = 0; i < t->ndocuments; i++)
        if (row->counts[i] > most) most = row->counts[i];
    for (size_t i = 0; i < t->ndocuments; i++) {
        const scm_dated *d = &t->documents[i];
        enum scm_status_of_change status = scm_trend_status(t, row, i);
        rows_add(&r, d->date.len ? date_words(b->arena, d->date) : S("no date"));
        rows_tone(&r, status == SCM_NEW                        ? TONE_NEW
                      : status == SCM_RETURNED                 ? TONE_UP
                      : status == SCM_DROPPED && row->last < i ? TONE_GONE
                                                               : TONE_NONE);
        rows_add(&r, d->id);
        rows_link(&r, site_text(b, d->id, (str){0}));
        rows_add_number(&r, row->counts[i]);
        rows_share(&r, (double)row->counts[i] / (double)most);
        rows_add(&r, str_of(status_words(status)));
    }
    builder_table(b, S("Mentions"), &r);
}

/* A section per text, the newest first, a paragraph per mention. */
static void places(builder *b, const struct site_page *p)
{
    rows r = occurrence_rows(b);
    for (size_t i = p->nconcordances; i-- > 0;) add_occurrences(b, &r, p->concordances[i], 0);
    builder_table(b, S("In the texts"), &r);
}

static void name_page(builder *b, const scm_report *report)
{
    const struct site_page *p = page_of(report);
    const scm_trend_row *row = p->row;
    struct matrix m = {.arena = b->arena, .trend = p->trend};
    str years = matrix_years(&m, row), count = plural(b->arena, row->total, "mention");
    b->title = row->name.len ? row->name : row->id;
    b->subtitle = str_printf(b->arena, "%s · %.*s · %.*s · %.*s", scm_type_name(row->type),
        SCM_STR(row->id), SCM_STR(years), SCM_STR(count));
    life(b, p->trend, row);
    places(b, p);
}

static const report_kind INDEX = {.text = index_page};
static const report_kind MEETING = {.text = meeting_page};
static const report_kind NAME = {.text = name_page};

static scm_report *make_index(const scm_history *history, const scm_trend *trend)
{
    struct site_page p = {.history = history, .trend = trend};
    return report_new(&INDEX, &p, sizeof p, 0);
}

scm_report *scm_report_index(const scm_history *history, const scm_trend *trend)
{
    GUARDED(scm_report *, make_index(history, trend), NULL)
}

static scm_report *make_meeting(const scm_summary *summary, const scm_history *history)
{
    struct site_page p = {.history = history, .summary = summary};
    return report_new(&MEETING, &p, sizeof p, 0);
}

scm_report *scm_report_meeting(const scm_summary *summary, const scm_history *history)
{
    GUARDED(scm_report *, make_meeting(summary, history), NULL)
}

static scm_report *make_name(const scm_trend *trend, const scm_trend_row *row,
    const scm_concordance *const *concordances, size_t nconcordances)
{
    struct site_page p = {.trend = trend,
        .row = row,
        .concordances = concordances,
        .nconcordances = nconcordances};
    return report_new(&NAME, &p, sizeof p, 0);
}

scm_report *scm_report_name(const scm_trend *trend, const scm_trend_row *row,
    const scm_concordance *const *concordances, size_t nconcordances)
{
    GUARDED(scm_report *, make_name(trend, row, concordances, nconcordances), NULL)
}
