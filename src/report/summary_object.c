/* A summary as one object: the meeting with its people, the facts as they are
 * listed, names with their paragraphs, paragraphs with their names, and what was
 * undertaken. */
#include "report/summing.h"

struct summing {
    arena *arena;
    const scm_summary *summary;
    const scm_document *document;
};

static fields no_fields(const struct summing *s)
{
    return (fields){.arena = s->arena};
}

static const scm_fact *fact_of(const struct summing *s, enum scm_fact_kind kind)
{
    return scm_summary_fact_of(s->summary, kind, (str){0});
}

static str value_of(const struct summing *s, enum scm_fact_kind kind)
{
    const scm_fact *f = fact_of(s, kind);
    return f ? f->value : (str){0};
}

static void add_ordinal(fields *f, const char *name, str number)
{
    int ordinal = str_int(number);
    if (ordinal > 0)
        field_number(f, name, ordinal);
    else
        field_null(f, name);
}

/* A person by office; one whom the authority does not know has an id and what the
 * text calls him. */
static void add_person(
    const struct summing *s, fields *f, const char *name, const scm_fact *fact)
{
    const scm_annotations *a = s->summary->annotations;
    fields person = no_fields(s);
    scm_official official = {0};
    scm_office office = {0};
    if (!fact) {
        field_null(f, name);
        return;
    }
    official.name = fact->detail;
    if (scm_authority_person(a->authority, fact->value, a->reference_date, &official))
        scm_authority_find_office(a->authority, official.office, &office);
    field_text(&person, "id", fact->value);
    field_text(&person, "name", official.name);
    field_text(&person, "side", official.side);
    field_text(&person, "office", official.office);
    field_text(&person, "title", office.title);
    field_object(f, name, &person);
}

static void add_place(
    const struct summing *s, fields *f, const char *name, enum scm_fact_kind kind)
{
    const scm_fact *fact = fact_of(s, kind);
    fields place = no_fields(s);
    if (!fact) {
        field_null(f, name);
        return;
    }
    field_text(&place, "id", fact->value);
    field_text(&place, "name", fact->detail);
    field_object(f, name, &place);
}

/* "us_head": an id in small letters as the name of a field. */
static const char *name_of(const struct summing *s, str id)
{
    buf name = {.arena = s->arena};
    for (size_t i = 0; i < id.len; i++)
        buf_char(&name, id.at[i] == '-' ? '_' : to_lower(id.at[i]));
    return str_z(s->arena, buf_str(&name));
}

static const char *head_name(const struct summing *s, str side, str head)
{
    return name_of(s, str_printf(s->arena, "%.*s-%.*s", SCM_STR(side), SCM_STR(head)));
}

/* Who heads each side of the series. */
static void add_heads(
    const struct summing *s, fields *f, const scm_series *series, enum scm_fact_kind kind)
{
    for (str sides = series->sides, side; sides.len && str_cut(&sides, ',', &side);)
        add_person(s, f, head_name(s, side, series->head),
            scm_summary_fact_of(s->summary, kind, side));
}

static fields companion_fields(const struct summing *s, const scm_series *companion)
{
    fields f = no_fields(s);
    add_ordinal(&f, "ordinal", value_of(s, SCM_FACT_COMPANION));
    field_text(&f, "date", value_of(s, SCM_FACT_COMPANION_DATE));
    add_heads(s, &f, companion, SCM_FACT_CHAIR);
    return f;
}

static fields next(const struct summing *s, const scm_series *companion)
{
    fields f = no_fields(s);
    add_ordinal(&f, "ordinal", value_of(s, SCM_FACT_NEXT));
    if (companion->id.len)
        add_ordinal(&f, name_of(s, companion->id), value_of(s, SCM_FACT_NEXT_COMPANION));
    add_place(s, &f, "venue", SCM_FACT_NEXT_VENUE);
    field_text(&f, "date", value_of(s, SCM_FACT_NEXT_DATE));
    return f;
}

/* Of a text that belongs to no series the fields are those of the main one. */
static fields meeting(const struct summing *s)
{
    const scm_annotations *n = s->summary->annotations;
    scm_series series = {0}, companion = {0};
    if (!scm_authority_find_series(n->authority, n->series, &series))
        scm_authority_main_series(n->authority, &series);
    scm_authority_find_series(n->authority, series.companion, &companion);
    fields f = no_fields(s), reporting = companion_fields(s, &companion),
           coming = next(s, &companion);
    const scm_fact *in_series = fact_of(s, SCM_FACT_SERIES);
    field_text(&f, "series", n->series);
    add_ordinal(&f, "ordinal", in_series ? in_series->detail : (str){0});
    field_text(&f, "date", value_of(s, SCM_FACT_DATE));
    add_place(s, &f, "venue", SCM_FACT_VENUE);
    add_heads(s, &f, &series, SCM_FACT_HEAD);
    if (companion.id.len) field_object(&f, name_of(s, companion.id), &reporting);
    if (series.reporter.len)
        add_person(s, &f, name_of(s, series.reporter), fact_of(s, SCM_FACT_REPORTER));
    field_object(&f, "next", &coming);
    return f;
}

static fields facts(const struct summing *s)
{
    fields list = no_fields(s);
    for (size_t i = 0; i < s->summary->nfacts; i++) {
        fields f = no_fields(s);
        field_text(&f, "key", s->summary->facts[i].key);
        field_text(&f, "value", s->summary->facts[i].value);
        field_text(&f, "detail", s->summary->facts[i].detail);
        field_object(&list, NULL, &f);
    }
    return list;
}

static fields counts(const struct summing *s)
{
    fields list = no_fields(s);
    for (size_t i = 0; i < s->summary->ncounts; i++) {
        const scm_count *c = &s->summary->counts[i];
        fields f = no_fields(s);
        field_text(&f, "type", str_of(scm_type_name(c->type)));
        field_text(&f, "id", c->id);
        field_text(&f, "name", c->name);
        field_text(&f, "called", short_name(s->summary->annotations, c->type, c->id, c->name));
        field_number(&f, "mentions", (double)c->mentions);
        field_labels(&f, "paragraphs", s->document, c->blocks, c->nblocks);
        field_object(&list, NULL, &f);
    }
    return list;
}

static fields gist(const struct summing *s, const scm_gist *g)
{
    fields f = no_fields(s), blocks = no_fields(s), topics = no_fields(s), names = no_fields(s);
    for (uint32_t i = 0; i < g->nblocks; i++)
        field_text(&blocks, NULL, s->document->blocks[g->block + i].label);
    for (size_t i = 0; i < 2; i++)
        if (g->topics[i].len) field_text(&topics, NULL, g->topics[i]);
    for (size_t i = 0; i < g->nnames; i++) field_text(&names, NULL, g->names[i]);
    field_text(&f, "para", g->label);
    field_list(&f, "blocks", &blocks);
    field_list(&f, "topics", &topics);
    field_list(&f, "names", &names);
    return f;
}

static fields gists(const struct summing *s)
{
    fields list = no_fields(s);
    for (size_t i = 0; i < s->summary->ngists; i++) {
        fields f = gist(s, &s->summary->gists[i]);
        field_object(&list, NULL, &f);
    }
    return list;
}

static fields undertakings(const struct summing *s)
{
    const scm_annotations *a = s->summary->annotations;
    fields list = no_fields(s);
    for (size_t i = 0; i < s->summary->nundertakings; i++) {
        fields f = no_fields(s);
        add_statement_fields(&f, a, &a->statements[s->summary->undertakings[i]]);
        field_object(&list, NULL, &f);
    }
    return list;
}

static void add_lists(const struct summing *s, fields *f)
{
    static const struct {
        const char *name;
        fields (*list)(const struct summing *);
    } LISTS[] = {
        {"facts", facts}, {"counts", counts}, {"gists", gists}, {"undertakings", undertakings}};
    for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++) {
        fields list = LISTS[i].list(s);
        field_list(f, LISTS[i].name, &list);
    }
}

struct value summary_object(const scm_report *report, size_t index, arena *scratch)
{
    (void)index; /* there is one */
    const scm_summary *summary = report->source;
    const scm_document *d = summary->annotations->document;
    struct summing s = {scratch, summary, d};
    scm_dated place = scm_summary_dated(summary);
    fields f = no_fields(&s), about = meeting(&s), dated = no_fields(&s);
    field_text(&f, "doc", d->id);
    field_text(&f, "title", d->title);
    field_text(&f, "kind", value_of(&s, SCM_FACT_KIND));
    field_text(&f, "language", value_of(&s, SCM_FACT_LANGUAGE));
    field_text(&f, "note", d->note);
    field_text(&f, "published", d->published);
    if (place.meeting > 0)
        field_number(&dated, "meeting", place.meeting);
    else
        field_null(&dated, "meeting");
    field_text(&dated, "date", place.date);
    field_object(&f, "dated", &dated);
    field_object(&f, "meeting", &about);
    field_number(&f, "paragraphs", (double)summary->ngists);
    field_number(&f, "blocks", (double)d->nblocks);
    field_number(&f, "words", (double)summary->words);
    add_lists(&s, &f);
    return fields_object(&f);
}
