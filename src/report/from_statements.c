/* Statements as a report: who, which verb, how strong, and the sentence. */
#include "report/build.h"

static void add_statement(rows *r, const scm_annotations *a, const scm_statement *s)
{
    const scm_sentence *sentence = &a->sentences[s->sentence];
    const scm_block *block = &a->document->blocks[sentence->block];
    scm_verb verb = scm_authority_verb(a->authority, s->verb);
    rows_add(r, a->document->id);
    rows_add(r, block->label);
    rows_add_number(r, sentence->number);
    rows_add(r, s->actor);
    rows_add(r, verb.lemma);
    rows_add(r, str_of(scm_act_name(verb.act)));
    rows_add_number(r, (size_t)verb.strength);
    rows_add(r, sentence->text);
    rows_add(r, (str){&s->polarity, 1});
}

scm_report *scm_report_statements(const scm_annotations *annotations)
{
    static const char *const COLUMNS[] = {
        "doc", "para", "sentence", "actor", "verb", "act", "strength", "text", "polarity"};
    builder b = builder_new();
    rows r = rows_new(b.arena, COLUMNS, "-prll-rwl");
    rows_reserve(&r, annotations->nstatements);
    for (size_t i = 0; i < annotations->nstatements; i++)
        add_statement(&r, annotations, &annotations->statements[i]);
    b.report->title = annotations->document->id;
    return builder_report(&b, rows_table(&r));
}
