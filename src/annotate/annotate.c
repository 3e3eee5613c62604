/* The annotator: document + authority → mentions, sentences, statements. */
#include "annotate/affix.h"
#include "annotate/affix_dates.h"
#include "annotate/participants.h"

static void find_syllabic_blocks(struct work *w)
{
    const scm_document *d = w->document;
    w->syllabic = arena_array(w->arena, d->nblocks, sizeof *w->syllabic);
    for (size_t i = 0; i < d->nblocks; i++) {
        w->syllabic[i] = is_syllabic(d->blocks[i].text);
        w->any_syllabic |= w->syllabic[i];
    }
}

static bool in_syllabic_block(const struct work *w, const struct candidate *c)
{
    const scm_block *blocks = w->document->blocks;
    size_t low = 0, high = w->document->nblocks;
    while (high - low > 1) {
        size_t mid = low + (high - low) / 2;
        if (blocks[mid].text.at <= w->text.at + c->start)
            low = mid;
        else
            high = mid;
    }
    return w->syllabic[low];
}

/* What the patterns of the first language found in other blocks is none of them. */
static void find_among_syllables(struct work *w)
{
    size_t kept = w->ncoined;
    for (size_t i = w->ncoined; i < w->found.len; i++) {
        const struct candidate *c = &w->found.at[i];
        bool wrong = c->type == SCM_DATE || c->type == SCM_ROLE;
        if (!wrong || !in_syllabic_block(w, c)) w->found.at[kept++] = *c;
    }
    w->found.len = kept;
    find_affix_people(w);
    for (size_t i = 0; i < w->document->nblocks; i++) {
        str text = w->document->blocks[i].text;
        size_t at = (size_t)(text.at - w->text.at);
        if (w->syllabic[i]) find_affix_dates(w, at, at + text.len);
    }
}

/* The patterns run in an order in which each stage finds what it asks for:
 * people need the reference date, roles the people, dates the reference. */
static int find_all(struct work *w)
{
    find_names(w);
    find_sentences(w);
    find_reference(w);
    int status = find_coined(w);
    w->ncoined = w->found.len;
    if (status == SCM_OK) find_abbreviations(w);
    if (status == SCM_OK) status = find_people(w);
    if (status == SCM_OK) find_participants(w);
    if (status == SCM_OK) choose_sides(w);
    if (status == SCM_OK) choose_heads(w);
    if (status == SCM_OK) status = find_roles(w);
    if (status == SCM_OK) status = find_dates(w);
    if (status != SCM_OK) return status;
    if (w->any_syllabic) find_among_syllables(w);
    extend_names(w);
    resolve(w);
    add_values(w);
    find_statements(w);
    return SCM_OK;
}

/* "The leaders" of three sides or more are all of them; two of them are both. */
static str called(const struct work *w, const struct candidate *sides)
{
    str persons = sides->value, one;
    size_t n = 0;
    while (list_cut(&persons, &one)) n++;
    return n == 2 ? sides->id : all_sides(w);
}

static scm_mention *make_mentions(struct work *w)
{
    scm_mention *m = arena_array(w->arena, w->found.len, sizeof *m);
    const scm_block *blocks = w->document->blocks;
    uint32_t block = 0;
    for (size_t i = 0; i < w->found.len; i++) {
        const struct candidate *c = &w->found.at[i];
        while (blocks[block].text.at + blocks[block].text.len < w->text.at + c->end) block++;
        bool sides = c->type == SCM_ROLE && str_eq(c->id, S("both"));
        m[i] = (scm_mention){
            c->type, block, c->start, c->end, sides ? called(w, c) : c->id, c->value};
    }
    return m;
}

static str language_of(const struct language *l, enum phrase_class class_)
{
    const struct phrase *p = phrase_of_class(l, class_);
    return p ? language_str(l, p->text) : (str){NULL, 0};
}

/* The ids of the languages of the blocks, the one with more of them first. */
static str languages_of(const struct work *w)
{
    const struct language *l = w->image->language;
    size_t nblocks = w->document->nblocks, syllabic = 0;
    str letters = language_of(l, PHRASE_LETTERS_LANGUAGE);
    str syllables = language_of(l, PHRASE_SYLLABLES_LANGUAGE);
    for (size_t i = 0; i < nblocks; i++) syllabic += w->syllabic[i];
    if (syllabic == 0) return letters;
    if (syllabic == nblocks) return syllables;
    bool more = 2 * syllabic > nblocks;
    return str_printf(w->arena, "%.*s,%.*s", SCM_STR(more ? syllables : letters),
        SCM_STR(more ? letters : syllables));
}

static scm_annotations *make_annotations(struct work *w)
{
    scm_annotations *a = arena_value(w->arena, sizeof *a);
    *a = (scm_annotations){
        .document = w->document,
        .kind = kind_of_text(w),
        .authority = w->authority,
        .language = languages_of(w),
        .reference_date = w->reference_iso,
        .meeting = w->meeting,
        .ordinal = w->ordinal,
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

static int annotate(scm_annotations **out, const scm_document *document,
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
        status = fail(
            error, SCM_E_USAGE, "'%s' is not a date of the form YYYY-MM-DD", options->date);
    if (status == SCM_OK) {
        w.tokens = tokens_cut(a, w.text, w.image->language);
        find_syllabic_blocks(&w);
        status = find_all(&w);
    }
    if (status == SCM_OK)
        *out = make_annotations(&w);
    else
        arena_free(a);
    return status;
}

int scm_annotate(scm_annotations **out, const scm_document *document,
    const scm_authority *authority, const scm_annotate_options *options, scm_error *error)
{
    GUARDED(int, annotate(out, document, authority, options, error), no_memory(error))
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

size_t scm_mention_from(const scm_annotations *annotations, size_t at)
{
    size_t low = 0, high = annotations->nmentions;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (annotations->mentions[mid].start < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}
