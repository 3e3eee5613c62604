/* Statements as a report: who, which verb, how strong, and the sentence. */
#include "report/model/objects.h"

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

/* The first mention that starts at `at` or behind it. */
static size_t first_mention(const scm_annotations *a, size_t at)
{
    size_t low = 0, high = a->nmentions;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (a->mentions[mid].start < at)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

/* The mentions in a sentence, their places in code points into it. */
static fields mentions(arena *scratch, const scm_annotations *a, str sentence)
{
    fields list = {.arena = scratch};
    size_t from = (size_t)(sentence.at - a->document->text.at), at = from, codepoints = 0;
    for (size_t i = first_mention(a, from); i < a->nmentions; i++) {
        const scm_mention *m = &a->mentions[i];
        if (m->end > from + sentence.len) break;
        str surface = scm_mention_surface(a, m);
        fields f = {.arena = scratch};
        codepoints += scm_str_codepoints(str_sub(a->document->text, at, m->start));
        at = m->start;
        add_number(&f, "start", (double)codepoints);
        add_number(&f, "end", (double)(codepoints + scm_str_codepoints(surface)));
        add_text(&f, "type", str_of(scm_type_name(m->type)));
        add_text(&f, "id", m->id);
        add_text(&f, "value", m->value);
        add_text(&f, "surface", surface);
        add_object(&list, NULL, &f);
    }
    return list;
}

static scm_value object(const scm_report *report, size_t index, arena *scratch)
{
    const scm_annotations *a = report->source;
    const scm_sentence *sentence = &a->sentences[a->statements[index].sentence];
    fields f = {.arena = scratch}, list = mentions(scratch, a, sentence->text);
    add_record(&f, &report->records, index);
    add_text(&f, "section", a->document->blocks[sentence->block].section);
    add_list(&f, "mentions", &list);
    return fields_object(&f);
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
    r.table.values = "ttntttntt";
    b.report->title = annotations->document->id;
    builder_objects(&b, object, annotations, annotations->nstatements);
    return builder_report(&b, rows_table(&r));
}
