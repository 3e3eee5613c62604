/* Objects: values that nest, put together field by field. */
#include "report/model/objects.h"

static scm_value *add(fields *f, enum scm_value_kind kind, const char *name)
{
    scm_value *v = vec_add(f->arena, &f->list);
    v->kind = kind;
    v->name = name;
    return v;
}

void add_null(fields *f, const char *name)
{
    add(f, SCM_VALUE_NULL, name);
}

void add_text(fields *f, const char *name, str text)
{
    add(f, text.len ? SCM_VALUE_TEXT : SCM_VALUE_NULL, name)->text = text;
}

void add_number(fields *f, const char *name, double number)
{
    add(f, SCM_VALUE_NUMBER, name)->number = number;
}

static void add_items(fields *f, enum scm_value_kind kind, const char *name, const fields *in)
{
    scm_value *v = add(f, kind, name);
    v->items = in->list.at;
    v->nitems = in->list.len;
}

void add_list(fields *f, const char *name, const fields *items)
{
    add_items(f, SCM_VALUE_LIST, name, items);
}

void add_object(fields *f, const char *name, const fields *members)
{
    add_items(f, SCM_VALUE_OBJECT, name, members);
}

scm_value fields_object(const fields *f)
{
    return (scm_value){.kind = SCM_VALUE_OBJECT, .items = f->list.at, .nitems = f->list.len};
}

/* A cell of digits. */
static double whole_number(str digits)
{
    double n = 0;
    for (size_t i = 0; i < digits.len; i++) n = n * 10 + (digits.at[i] - '0');
    return n;
}

void add_record(fields *f, const scm_table *t, size_t row)
{
    for (size_t i = 0; i < t->ncolumns; i++) {
        str cell = t->cells[row * t->ncolumns + i];
        if (t->values && t->values[i] == 'n' && cell.len)
            add_number(f, t->columns[i], whole_number(cell));
        else
            add_text(f, t->columns[i], cell);
    }
}

void add_labels(
    fields *f, const char *name, const scm_document *d, const uint32_t *blocks, size_t nblocks)
{
    fields labels = {.arena = f->arena};
    for (size_t i = 0; i < nblocks; i++) add_text(&labels, NULL, d->blocks[blocks[i]].label);
    add_list(f, name, &labels);
}

void add_statement_fields(fields *f, const scm_annotations *a, const scm_statement *s)
{
    const scm_sentence *sentence = &a->sentences[s->sentence];
    scm_verb verb = scm_authority_verb(a->authority, s->verb);
    add_text(f, "para", a->document->blocks[sentence->block].label);
    add_number(f, "sentence", sentence->number);
    add_text(f, "actor", s->actor);
    add_text(f, "verb", verb.lemma);
    add_text(f, "act", str_of(scm_act_name(verb.act)));
    add_number(f, "strength", verb.strength);
    add_text(f, "text", sentence->text);
    add_text(f, "polarity", (str){&s->polarity, 1});
}
