/* A summary out of a record that `summarize --format=jsonl` wrote (RFC 8259): as much of it as
 * a trend is made of.  The documents of an archive are independent of each other; what joins
 * them needs no more than this of each. */
#include "analyse/summary/facts.h"
#include "analyse/summary/summary.h"
#include "base/json.h"

struct record_source {
    arena *arena;
    const json_t *record;
    scm_error *error;
};

static str text_of(const struct record_source *r, const json_t *object, const char *name)
{
    const json_t *value = json_object_get(object, name);
    if (!json_is_string(value)) return (str){NULL, 0};
    return str_dup(r->arena, (str){json_string_value(value), json_string_length(value)});
}

static int number_of(const json_t *object, const char *name)
{
    json_int_t n = json_integer_value(json_object_get(object, name));
    return n > 0 && n < INT32_MAX ? (int)n : 0;
}

static int missing(const struct record_source *r, const char *name)
{
    return fail(
        r->error, SCM_E_INPUT, "no record of summarize: \"%s\" is missing or wrong", name);
}

static enum scm_kind read_kind(str value)
{
    for (int k = SCM_KIND_UNKNOWN; k <= SCM_KIND_NEWS; k++)
        if (str_eq(kind_value((enum scm_kind)k), value)) return (enum scm_kind)k;
    return SCM_KIND_UNKNOWN;
}

static bool read_type(str name, enum scm_type *out)
{
    for (int t = 0; t < SCM_NTYPES; t++)
        if (str_eq(str_of(scm_type_name((enum scm_type)t)), name)) {
            *out = (enum scm_type)t;
            return true;
        }
    return false;
}

/* The counts; what each name is called stands as a mention in a text of its own. */
static int read_counts(
    const struct record_source *r, scm_summary *s, scm_annotations *n, scm_document *d)
{
    const json_t *list = json_object_get(r->record, "counts");
    size_t count = json_array_size(list);
    if (!json_is_array(list)) return missing(r, "counts");
    scm_count *counts = arena_array(r->arena, count, sizeof *counts);
    scm_mention *mentions = arena_array(r->arena, count, sizeof *mentions);
    buf text = {.arena = r->arena};
    for (size_t i = 0; i < count; i++) {
        const json_t *one = json_array_get(list, i);
        scm_count *c = &counts[i];
        if (!read_type(text_of(r, one, "type"), &c->type)) return missing(r, "type");
        c->id = text_of(r, one, "id");
        c->name = text_of(r, one, "name");
        c->mentions = (size_t)number_of(one, "mentions");
        if (!c->id.len || !c->mentions) return missing(r, c->id.len ? "mentions" : "id");
        mentions[i] = (scm_mention){.type = c->type, .start = text.len, .id = c->id};
        buf_add(&text, text_of(r, one, "called"));
        mentions[i].end = text.len;
    }
    s->counts = counts;
    s->ncounts = n->nmentions = count;
    n->mentions = mentions;
    d->text = buf_str(&text);
    return SCM_OK;
}

static int read_summary(const struct record_source *r, scm_summary *s, scm_annotations *n)
{
    scm_document *d = arena_alloc(r->arena, sizeof *d);
    const json_t *dated = json_object_get(r->record, "dated");
    scm_fact *facts = arena_array(r->arena, 2, sizeof *facts);
    if (!json_is_object(r->record)) return fail(r->error, SCM_E_INPUT, "not an object");
    d->id = text_of(r, r->record, "doc");
    d->note = text_of(r, r->record, "note");
    if (d->id.len == 0) return missing(r, "doc");
    if (!json_is_object(dated)) return missing(r, "dated");
    n->document = d;
    n->language = text_of(r, r->record, "language");
    n->meeting = number_of(dated, "meeting");
    n->series = text_of(r, json_object_get(r->record, "meeting"), "series");
    str kind = text_of(r, r->record, "kind"), date = text_of(r, dated, "date");
    n->kind = read_kind(kind);
    facts[0] = (scm_fact){.kind = SCM_FACT_KIND, .key = S("kind"), .value = kind};
    facts[1] = (scm_fact){.kind = SCM_FACT_DATE, .key = S("date"), .value = date};
    s->facts = facts;
    s->nfacts = date.len ? 2 : 1;
    s->annotations = n;
    s->words = (size_t)number_of(r->record, "words");
    return read_counts(r, s, n, d);
}

static int read_record(
    scm_summary **out, scm_str json, const scm_authority *authority, scm_error *error)
{
    json_error_t why;
    json_t *record = json_read(json, JSON_REJECT_DUPLICATES, &why);
    if (!record)
        return fail(error, SCM_E_INPUT, "not JSON, column %d: %s", why.column, why.text);
    arena *a = arena_new();
    scm_summary *s = summary_new(a);
    scm_annotations *n = arena_alloc(a, sizeof *n);
    n->authority = authority;
    struct record_source r = {a, record, error};
    int status = read_summary(&r, s, n);
    json_decref(record);
    if (status == SCM_OK)
        *out = s;
    else
        arena_free(a);
    return status;
}

int scm_summary_read(
    scm_summary **out, scm_str json, const scm_authority *authority, scm_error *error)
{
    GUARDED(int, read_record(out, json, authority, error), no_memory(error))
}
