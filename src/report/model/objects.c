/* Objects: values that nest, put together field by field. */
#include "report/model/objects.h"

static struct value *field(fields *f, enum value_kind kind, const char *name)
{
    struct value *v = vec_add(f->arena, &f->list);
    v->kind = kind;
    v->name = name;
    return v;
}

void field_null(fields *f, const char *name)
{
    field(f, VALUE_NULL, name);
}

void field_text(fields *f, const char *name, str text)
{
    field(f, text.len ? VALUE_TEXT : VALUE_NULL, name)->text = text;
}

void field_number(fields *f, const char *name, double number)
{
    field(f, VALUE_NUMBER, name)->number = number;
}

static void field_items(fields *f, enum value_kind kind, const char *name, const fields *in)
{
    struct value *v = field(f, kind, name);
    v->items = in->list.at;
    v->nitems = in->list.len;
}

void field_list(fields *f, const char *name, const fields *items)
{
    field_items(f, VALUE_LIST, name, items);
}

void field_object(fields *f, const char *name, const fields *members)
{
    field_items(f, VALUE_OBJECT, name, members);
}

struct value fields_object(const fields *f)
{
    return (struct value){.kind = VALUE_OBJECT, .items = f->list.at, .nitems = f->list.len};
}

void field_labels(
    fields *f, const char *name, const scm_document *d, const uint32_t *blocks, size_t nblocks)
{
    fields labels = {.arena = f->arena};
    for (size_t i = 0; i < nblocks; i++) field_text(&labels, NULL, d->blocks[blocks[i]].label);
    field_list(f, name, &labels);
}

void add_statement_fields(fields *f, const scm_annotations *a, const scm_statement *s)
{
    const scm_sentence *sentence = &a->sentences[s->sentence];
    scm_verb verb = scm_authority_verb(a->authority, s->verb);
    field_text(f, "para", a->document->blocks[sentence->block].label);
    field_number(f, "sentence", sentence->number);
    field_text(f, "actor", s->actor);
    field_text(f, "verb", verb.lemma);
    field_text(f, "act", str_of(scm_act_name(verb.act)));
    field_number(f, "strength", verb.strength);
    field_text(f, "text", sentence->text);
    field_text(f, "polarity", (str){&s->polarity, 1});
    field_text(f, "persons", s->persons);
}
