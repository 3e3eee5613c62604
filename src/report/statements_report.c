/* Statements as a report: who, which verb, how strong, and the sentence. */
#include "report/model/report.h"

static const struct column COLUMNS[] = {{"doc", COLUMN_UNSEEN}, {"para", COLUMN_PLACE},
    {"sentence", COLUMN_NUMBER}, {"actor", COLUMN_ID}, {"verb", COLUMN_ID},
    {"act", COLUMN_UNSEEN}, {"strength", COLUMN_NUMBER}, {"text", COLUMN_TEXT},
    {"polarity", COLUMN_ID}, {"persons", COLUMN_ID}, {0}};

static void row(record *r, size_t index)
{
    const scm_annotations *a = r->report->annotations;
    const scm_statement *s = &a->statements[index];
    const scm_sentence *sentence = &a->sentences[s->sentence];
    scm_verb verb = scm_authority_verb(a->authority, s->verb);
    record_text(r, a->document->id);
    record_text(r, a->document->blocks[sentence->block].label);
    record_number(r, sentence->number);
    record_text(r, s->actor);
    record_text(r, verb.lemma);
    record_text(r, str_of(scm_act_name(verb.act)));
    record_number(r, (size_t)verb.strength);
    record_text(r, sentence->text);
    record_text(r, (str){&s->polarity, 1});
    record_text(r, s->persons);
}

/* The mentions in a sentence, their places in code points into it. */
static fields mentions(arena *scratch, const scm_annotations *a, str sentence)
{
    fields list = {.arena = scratch};
    size_t from = (size_t)(sentence.at - a->document->text.at), at = from, codepoints = 0;
    for (size_t i = scm_mention_from(a, from); i < a->nmentions; i++) {
        const scm_mention *m = &a->mentions[i];
        if (m->end > from + sentence.len) break;
        str surface = scm_mention_surface(a, m);
        fields f = {.arena = scratch};
        codepoints += scm_str_codepoints(str_sub(a->document->text, at, m->start));
        at = m->start;
        field_number(&f, "start", (double)codepoints);
        field_number(&f, "end", (double)(codepoints + scm_str_codepoints(surface)));
        field_text(&f, "type", str_of(scm_type_name(m->type)));
        field_text(&f, "id", m->id);
        field_text(&f, "value", m->value);
        field_text(&f, "surface", surface);
        field_object(&list, NULL, &f);
    }
    return list;
}

static void more(fields *f, const record *r, size_t index)
{
    const scm_annotations *a = r->report->annotations;
    const scm_sentence *sentence = &a->sentences[a->statements[index].sentence];
    fields list = mentions(f->arena, a, sentence->text);
    field_text(f, "section", a->document->blocks[sentence->block].section);
    field_list(f, "mentions", &list);
}

static const report_kind STATEMENTS = {.columns = COLUMNS, .row = row, .more = more};

static scm_report *make(const scm_annotations *annotations)
{
    scm_report *r = report_new(&STATEMENTS, annotations, 0, annotations->nstatements);
    r->annotations = annotations;
    r->document = annotations->document;
    return r;
}

scm_report *scm_report_statements(const scm_annotations *annotations)
{
    GUARDED(scm_report *, make(annotations), NULL)
}
