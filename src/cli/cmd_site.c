/* scmtool site: a web site of a series of texts, as plain files. */
#include <stdlib.h>
#include <string.h>

#include "cli/collection.h"
#include "cli/message.h"
#include "cli/site_folder.h"

/* From this weight on a name has a page of its own. */
enum { WEIGHTY = 4 };

static const scm_str NO_ID = {"", 0};

struct making {
    job job;
    collection texts;
    scm_history *history;
    scm_trend *trend; /* of the names that have pages */
    site_folder folder;
    scm_str *text_ids, *name_ids; /* sorted */
    size_t ntexts, nnames;
};

static int by_bytes(const void *x, const void *y)
{
    const scm_str *a = x, *b = y;
    size_t n = a->len < b->len ? a->len : b->len;
    int order = n ? memcmp(a->at, b->at, n) : 0;
    return order ? order : (a->len > b->len) - (a->len < b->len);
}

static int failed(struct making *m, const scm_error *error)
{
    return job_trouble(&m->job, error);
}

/* Each text has to have a name of its own. */
static int list_texts(struct making *m)
{
    static const scm_str INDEX = {"index", 5};
    m->ntexts = m->texts.nsummaries;
    m->text_ids = room(m->ntexts, sizeof *m->text_ids);
    for (size_t i = 0; i < m->ntexts; i++)
        m->text_ids[i] = m->texts.summaries[i]->annotations->document->id;
    qsort(m->text_ids, m->ntexts, sizeof *m->text_ids, by_bytes);
    for (size_t i = 0; i < m->ntexts; i++) {
        scm_str id = m->text_ids[i];
        if ((i && by_bytes(&id, &m->text_ids[i - 1]) == 0) || by_bytes(&id, &INDEX) == 0)
            return m->job.status = complain("%.*s: %s", (int)id.len, id.at,
                       i && by_bytes(&id, &m->text_ids[i - 1]) == 0
                           ? "two texts have this name"
                           : "a text of this name would overwrite the index page");
    }
    return 0;
}

/* The names that matter enough, by the authority's weight. */
static void list_names(struct making *m, const scm_trend *all)
{
    scm_name name;
    m->name_ids = room(all->nrows, sizeof *m->name_ids);
    for (size_t i = 0; i < all->nrows; i++)
        if (scm_authority_find_name(m->job.authority, all->rows[i].id, &name) &&
            name.weight >= WEIGHTY)
            m->name_ids[m->nnames++] = all->rows[i].id;
    qsort(m->name_ids, m->nnames, sizeof *m->name_ids, by_bytes);
}

static int analyse(struct making *m)
{
    scm_error error;
    scm_trend *all;
    scm_history_options how = {.all_kinds = m->job.options->all_kinds};
    const scm_summary *const *summaries = m->texts.summaries;
    size_t n = m->texts.nsummaries;
    if (n == 0) return m->job.status = TROUBLE;
    if (list_texts(m)) return TROUBLE;
    if (scm_trace(&m->history, summaries, n, &how, &error)) return failed(m, &error);
    if (scm_track(&all, summaries, n, NULL, &error)) return failed(m, &error);
    list_names(m, all);
    /* Without any there is still a trend, of a name that no text has. */
    scm_trend_options only = {.types = ~(1u << SCM_ROLE | 1u << SCM_DATE),
        .ids = m->nnames ? m->name_ids : &NO_ID,
        .nids = m->nnames ? m->nnames : 1};
    int status = scm_track(&m->trend, summaries, n, &only, &error);
    scm_trend_free(all);
    return status ? failed(m, &error) : 0;
}

/* Links at the head of a page. */
enum { MOST_LINKS = 5 };
struct head_links {
    scm_link at[MOST_LINKS];
    char *owned[2 * MOST_LINKS];
    size_t n, nowned;
};

static scm_str keep(struct head_links *l, char *owned)
{
    l->owned[l->nowned++] = owned;
    return (scm_str){owned, strlen(owned)};
}

static void add_link(struct head_links *l, char *shown, char *href)
{
    l->at[l->n++] = (scm_link){keep(l, shown), keep(l, href)};
}

static char *words(const char *before, scm_str id, const char *after)
{
    char *out;
    if (asprintf(&out, "%s%.*s%s", before, (int)id.len, id.at, after) < 0) end_without_memory();
    return out;
}

static void free_links(struct head_links *l)
{
    for (size_t i = 0; i < l->nowned; i++) free(l->owned[i]);
}

static void link_index(struct head_links *l)
{
    add_link(l, words("All texts", NO_ID, ""), words("index.html", NO_ID, ""));
}

static void link_text(struct head_links *l, const char *before, scm_str id, const char *after)
{
    add_link(l, words(before, id, after), scm_href_of_text(id, NO_ID));
}

/* Writes the page and frees its report, its links and its name. */
static int write_page(struct making *m, char *name, scm_report *report, struct head_links *l)
{
    scm_site site = {l->at, l->n, m->text_ids, m->ntexts, m->name_ids, m->nnames};
    scm_report_place(needed(report), &site);
    int status = site_write(&m->folder, needed(name), report);
    scm_report_free(report);
    free_links(l);
    free(name);
    return status;
}

static int write_index(struct making *m)
{
    struct head_links none = {0};
    return write_page(
        m, words("index.html", NO_ID, ""), scm_report_index(m->history, m->trend), &none);
}

static size_t place_in_history(const struct making *m, const scm_summary *s)
{
    size_t at = 0;
    while (at < m->history->ndocuments && m->history->documents[at].summary != s) at++;
    return at;
}

static bool in_two_languages(const scm_summary *a, const scm_summary *b)
{
    const scm_annotations *x = a->annotations, *y = b->annotations;
    return x->meeting && x->meeting == y->meeting && by_bytes(&x->series, &y->series) == 0 &&
           by_bytes(&x->language, &y->language) != 0;
}

/* The text of the same meeting in another language, one of the two being part of the history;
 * NULL where there is none. */
static const scm_summary *other_language(const struct making *m, const scm_summary *s)
{
    bool part = place_in_history(m, s) < m->history->ndocuments;
    for (size_t i = 0; i < m->texts.nsummaries; i++) {
        const scm_summary *other = m->texts.summaries[i];
        bool other_part = place_in_history(m, other) < m->history->ndocuments;
        if (part != other_part && in_two_languages(s, other)) return other;
    }
    return NULL;
}

static scm_str id_of(const scm_summary *s)
{
    return s->annotations->document->id;
}

/* "Compare with the Korean text" */
static void link_language(const struct making *m, struct head_links *l, const scm_summary *s)
{
    const scm_summary *other = other_language(m, s);
    if (!other) return;
    const scm_fact *language = scm_summary_fact(other, "language");
    bool part = place_in_history(m, s) < m->history->ndocuments;
    add_link(l, words("Compare with the ", language->detail, " text"),
        part ? scm_href_of_text(id_of(s), id_of(other))
             : scm_href_of_text(id_of(other), id_of(s)));
}

/* A text that is not part of the history has no neighbours. */
static int write_text(struct making *m, const scm_summary *s)
{
    const scm_history *h = m->history;
    struct head_links l = {0};
    size_t at = place_in_history(m, s);
    scm_str id = id_of(s);
    link_index(&l);
    link_language(m, &l, s);
    if (at < h->ndocuments && at > 0) {
        scm_str before = h->documents[at - 1].id;
        link_text(&l, "← ", before, "");
        add_link(&l, words("What changed since ", before, ""), scm_href_of_text(before, id));
    }
    if (at + 1 < h->ndocuments) link_text(&l, "", h->documents[at + 1].id, " →");
    return write_page(m, scm_page_of_text(id, NO_ID), scm_report_meeting(s, h), &l);
}

static int write_pair(struct making *m, const scm_summary *before, const scm_summary *after)
{
    struct head_links l = {0};
    scm_comparison *c;
    scm_error error;
    if (scm_compare(&c, before, after, NULL, &error)) return failed(m, &error);
    link_index(&l);
    link_text(&l, "← ", id_of(before), "");
    link_text(&l, "", id_of(after), " →");
    int status = write_page(
        m, scm_page_of_text(id_of(before), id_of(after)), scm_report_comparison(c, NULL), &l);
    scm_comparison_free(c);
    return status;
}

static int write_name(struct making *m, const scm_trend_row *row)
{
    struct head_links l = {0};
    size_t n = m->trend->ndocuments;
    scm_concordance **found = room(n, sizeof *found);
    for (size_t i = 0; i < n; i++)
        found[i] = needed(scm_concordance_of_names(
            m->trend->documents[i].summary->annotations, 1u << row->type, &row->id, 1));
    link_index(&l);
    int status = write_page(m, scm_page_of_name(row->id),
        scm_report_name(m->trend, row, (const scm_concordance *const *)found, n), &l);
    for (size_t i = 0; i < n; i++) scm_concordance_free(found[i]);
    free(found);
    return status;
}

static int write_all(struct making *m)
{
    const scm_history *h = m->history;
    int status = write_index(m);
    for (size_t i = 0; i < m->texts.nsummaries && !status; i++)
        status = write_text(m, m->texts.summaries[i]);
    for (size_t i = 1; i < h->ndocuments && !status; i++)
        status = write_pair(m, h->documents[i - 1].summary, h->documents[i].summary);
    for (size_t i = 0; i < h->ndocuments && !status; i++) {
        const scm_summary *other = other_language(m, h->documents[i].summary);
        if (other) status = write_pair(m, h->documents[i].summary, other);
    }
    for (size_t i = 0; i < m->trend->nrows && !status; i++)
        status = write_name(m, &m->trend->rows[i]);
    return status;
}

static void make(struct making *m)
{
    const options *o = m->job.options;
    if (collect(&m->job, &m->texts) || analyse(m)) return;
    int status = site_begin(&m->folder, o->output);
    if (status == 0) status = write_all(m);
    if (site_end(&m->folder, status == 0)) status = TROUBLE;
    if (status) m->job.status = TROUBLE;
}

int cmd_site(const options *o)
{
    struct making m = {0};
    if (!o->output || strcmp(o->output, "-") == 0)
        return complain("site writes a directory; name it with -o DIR");
    if (job_start(&m.job, o) == 0) make(&m);
    m.job.out.path = NULL; /* that is the folder */
    scm_trend_free(m.trend);
    scm_history_free(m.history);
    free(m.text_ids);
    free(m.name_ids);
    collection_free(&m.texts);
    return job_end(&m.job);
}
