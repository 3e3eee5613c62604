/* Fuzz target: several texts followed through time, with the pages of a site. */
#include "fuzz.h"

enum { MOST_TEXTS = 6, MOST_NAMES = 3 };

struct texts {
    analysis made[MOST_TEXTS];
    const scm_summary *summaries[MOST_TEXTS];
    size_t n;
    str last_name; /* of a part */
};

static void read_texts(struct texts *t, arena *memory, str input)
{
    struct part p;
    for (str rest = input; t->n < MOST_TEXTS && next_part(&rest, &p);) {
        scm_load_options how = {.id = str_z(memory, p.name)};
        t->last_name = p.name;
        if (!analyse(&t->made[t->n], p.text, &how)) continue;
        t->summaries[t->n] = t->made[t->n].summary;
        t->n++;
    }
}

static str sentence(const scm_history *h, const scm_line_version *v)
{
    require(v->document < h->ndocuments);
    const scm_annotations *a = h->documents[v->document].summary->annotations;
    require(v->sentence < a->nsentences);
    return a->sentences[v->sentence].text;
}

static void check_line(const scm_history *h, uint32_t index)
{
    const scm_line *line = &h->lines[index];
    require(line->nversions > 0);
    for (size_t i = 0; i < line->nversions; i++) {
        const scm_line_version *v = &line->versions[i];
        str text = sentence(h, v);
        require(h->line_of[v->document][v->sentence] == index);
        if (i == 0) continue;
        size_t n;
        const scm_run *runs = scm_history_redline(h, v - 1, v, &n);
        require(v->document > v[-1].document);
        check_runs(runs, n, sentence(h, v - 1), text);
    }
}

/* Each sentence of each text is in exactly one line. */
static void check_history(const scm_history *h)
{
    size_t sentences = 0, versions = 0;
    for (size_t i = 0; i < h->ndocuments; i++)
        sentences += h->documents[i].summary->annotations->nsentences;
    for (uint32_t i = 0; i < h->nlines; i++) {
        check_line(h, i);
        versions += h->lines[i].nversions;
    }
    require(versions == sentences);
}

/* As a page of a site that links to what its texts and names are called. */
static void check_page(scm_report *report, const struct texts *t, unsigned choices)
{
    str ids[MOST_TEXTS];
    scm_link link = {t->made[0].document->id, t->made[0].document->id};
    scm_site site = {.links = &link, .nlinks = 1, .texts = ids, .names = ids};
    for (size_t i = 0; i < t->n; i++) {
        str id = t->made[i].document->id;
        size_t at = site.ntexts++;
        for (; at > 0 && str_cmp(ids[at - 1], id) > 0; at--) ids[at] = ids[at - 1];
        ids[at] = id;
    }
    site.nnames = site.ntexts;
    scm_report_place(report, &site);
    check_report(report, choices);
}

static void report_name(
    const scm_trend *trend, const scm_trend_row *row, const struct texts *t, unsigned choices)
{
    scm_concordance *found[MOST_TEXTS];
    for (size_t i = 0; i < trend->ndocuments; i++)
        found[i] = scm_concordance_of_names(
            trend->documents[i].summary->annotations, 1u << row->type, &row->id, 1);
    check_page(
        scm_report_name(trend, row, (const scm_concordance *const *)found, trend->ndocuments),
        t, choices);
    for (size_t i = 0; i < trend->ndocuments; i++) scm_concordance_free(found[i]);
}

static void report_trend(const scm_history *h, const struct texts *t, unsigned choices)
{
    scm_trend *trend;
    scm_trend_options how = {.least = choices >> 8 & 1};
    scm_trend_report_options show = {.per = chosen(choices, 9) ? 1000 : 0, .width = 80};
    if (scm_track(&trend, t->summaries, t->n, &how, NULL) != SCM_OK) return;
    scm_trend *folded =
        scm_trend_fold(trend, chosen(choices, 10) ? SCM_BY_YEAR : SCM_BY_DECADE);
    switch (choices >> 4 & 3) {
    case 0: check_report(scm_report_trend(trend, &show), choices); break;
    case 1: check_report(scm_report_trend(folded, &show), choices); break;
    case 2: check_page(scm_report_index(h, trend), t, choices); break;
    default:
        for (size_t i = 0; i < trend->nrows && i < MOST_NAMES; i++)
            report_name(trend, &trend->rows[i], t, choices);
    }
    scm_trend_free(folded);
    scm_trend_free(trend);
}

static void report_history(
    const scm_history *h, const struct texts *t, arena *memory, unsigned choices)
{
    scm_history_report_options how = {.all = chosen(choices, 4), .gone = chosen(choices, 5)};
    how.wordings = chosen(choices, 8);
    how.of = chosen(choices, 9) ? SIZE_MAX : choices >> 10 & 3;
    if (chosen(choices, 12)) how.para = str_z(memory, t->last_name);
    check_report(scm_report_history(h, &how), choices);
}

/* One of them, so that a run is short. */
static void report(const scm_history *h, const struct texts *t, arena *memory, unsigned choices)
{
    switch (choices >> 6 & 3) {
    case 0: report_history(h, t, memory, choices); break;
    case 1: check_page(scm_report_meeting(t->summaries[0], h), t, choices); break;
    default: report_trend(h, t, choices);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    str input = input_of(data, size);
    unsigned choices = choices_of(input);
    struct texts t = {.n = 0};
    scm_history *h;
    scm_history_options how = {.all_kinds = chosen(choices, 13)};
    arena *memory = arena_new();
    read_texts(&t, memory, input);
    if (t.n && scm_trace(&h, t.summaries, t.n, &how, NULL) == SCM_OK) {
        check_history(h);
        if (h->ndocuments) report(h, &t, memory, choices);
        scm_history_free(h);
    }
    for (size_t i = 0; i < t.n; i++) analysis_free(&t.made[i]);
    arena_free(memory);
    return 0;
}
