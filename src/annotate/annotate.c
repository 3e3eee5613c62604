/* The annotator: document + authority → mentions, sentences, statements. */
#include "annotate/work.h"

void add_candidate(struct work *w, struct candidate c)
{
    vec_push(w->arena, &w->found, c);
}

size_t line_end(const struct work *w, size_t at)
{
    return at + str_find_char(str_sub(w->text, at, w->text.len), '\n');
}

/* The first of found[low, high) that starts at `start` or behind.  The names come
 * first in `found`, by start and the longer first; the coined ones follow, by start. */
static size_t first_from(const struct work *w, size_t low, size_t high, size_t start)
{
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (w->found.at[mid].start < start)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

size_t first_listed(const struct work *w, size_t start)
{
    return first_from(w, 0, w->nlisted, start);
}

const struct candidate *listed_at(const struct work *w, size_t start)
{
    size_t i = first_from(w, 0, w->nlisted, start);
    return i < w->nlisted && w->found.at[i].start == start ? &w->found.at[i] : NULL;
}

const struct candidate *listed_before(const struct work *w, size_t end)
{
    const struct candidate *best = NULL;
    for (size_t i = first_from(w, 0, w->nlisted, end);
         i > 0 && w->found.at[i - 1].start + 160 > end; i--)
        if (w->found.at[i - 1].end == end) best = &w->found.at[i - 1];
    return best;
}

const struct candidate *coined_before(const struct work *w, size_t end)
{
    size_t i = first_from(w, w->nlisted, w->ncoined, end);
    return i > w->nlisted && w->found.at[i - 1].end == end ? &w->found.at[i - 1] : NULL;
}

size_t first_hit(const hits *list, size_t at)
{
    size_t low = 0, high = list->len;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (list->at[mid].start < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

const struct hit *hit_at(const hits *list, size_t at)
{
    size_t i = first_hit(list, at);
    return i < list->len && list->at[i].start == at ? &list->at[i] : NULL;
}

bool title_is(const struct work *w, const struct hit *title, str office)
{
    const struct alias *end = w->image->aliases + w->image->naliases;
    str text = image_str(w->image, title->alias->text);
    for (const struct alias *a = title->alias; a < end && a->kind == ALIAS_OFFICE; a++) {
        if (!str_eq_nocase(image_str(w->image, a->text), text)) return false;
        if (str_eq(image_str(w->image, w->image->offices[a->row].id), office)) return true;
    }
    return false;
}

/* The patterns run in an order in which each stage finds what it asks for:
 * people need the reference date, roles the people, dates the reference. */
static int find_all(struct work *w)
{
    find_names(w);
    find_reference(w);
    int status = find_coined(w);
    w->ncoined = w->found.len;
    if (status == SCM_OK) find_abbreviations(w);
    if (status == SCM_OK) status = find_people(w);
    if (status == SCM_OK) status = find_roles(w);
    if (status == SCM_OK) status = find_dates(w);
    if (status != SCM_OK) return status;
    extend_names(w);
    resolve(w);
    add_values(w);
    find_sentences(w);
    find_statements(w);
    return SCM_OK;
}

static scm_mention *make_mentions(struct work *w)
{
    scm_mention *m = arena_array(w->arena, w->found.len, sizeof *m);
    const scm_block *blocks = w->document->blocks;
    uint32_t block = 0;
    for (size_t i = 0; i < w->found.len; i++) {
        const struct candidate *c = &w->found.at[i];
        while (blocks[block].text.at + blocks[block].text.len < w->text.at + c->end) block++;
        m[i] = (scm_mention){c->type, block, c->start, c->end, c->id, c->value};
    }
    return m;
}

static scm_annotations *make_annotations(struct work *w)
{
    scm_annotations *a = arena_value(w->arena, sizeof *a);
    *a = (scm_annotations){
        .document = w->document,
        .authority = w->authority,
        .reference_date = w->reference_iso,
        .meeting = w->meeting,
        .series = w->series,
        .date = w->date,
        .venue = w->venue,
        .heads = w->heads,
        .nheads = w->nheads,
        .mentions = make_mentions(w),
        .nmentions = w->found.len,
        .sentences = w->sentences.at,
        .nsentences = w->sentences.len,
        .statements = w->statements.at,
        .nstatements = w->statements.len,
    };
    return a;
}

int scm_annotate(scm_annotations **out, const scm_document *document,
    const scm_authority *authority, const scm_annotate_options *options, scm_error *error)
{
    arena *a = arena_new();
    struct work w = {.arena = a,
        .document = document,
        .authority = authority,
        .image = authority->image,
        .text = document->text,
        .error = error};
    int status = SCM_OK;
    if (options && options->date && !date_parse_iso(str_of(options->date), &w.reference))
        status = fail(error, SCM_E_USAGE, "'%s' is no date (YYYY-MM-DD)", options->date);
    if (status == SCM_OK) {
        w.tokens = tokens_cut(a, w.text, w.image->language);
        status = find_all(&w);
    }
    if (status == SCM_OK)
        *out = make_annotations(&w);
    else
        arena_free(a);
    return status;
}

void scm_annotations_free(scm_annotations *annotations)
{
    if (annotations) arena_free(arena_of(annotations));
}

scm_str scm_mention_surface(const scm_annotations *annotations, const scm_mention *mention)
{
    return str_sub(annotations->document->text, mention->start, mention->end);
}

scm_str scm_sentence_at(const scm_annotations *annotations, size_t at)
{
    str text = annotations->document->text;
    size_t low = 0, high = annotations->nsentences;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if ((size_t)(annotations->sentences[mid].text.at - text.at) <= at)
            low = mid + 1;
        else
            high = mid;
    }
    return low ? annotations->sentences[low - 1].text : str_sub(text, 0, 0);
}
