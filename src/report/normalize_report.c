/* A document as a report: its numbered paragraphs under their headings. */
#include "report/model/report.h"

static const struct column COLUMNS[] = {{"doc", COLUMN_UNSEEN}, {"para", COLUMN_PLACE},
    {"section", COLUMN_TEXT}, {"text", COLUMN_TEXT}, {0}};

static void row(record *r, size_t index)
{
    const scm_document *d = r->report->document;
    record_text(r, d->id);
    record_text(r, d->blocks[index].label);
    record_text(r, d->blocks[index].section);
    record_text(r, d->blocks[index].text);
}

/* Labels padded to one width, so that all paragraphs have one margin. */
static str padded(arena *a, str label, size_t width)
{
    return str_printf(a, "%-*.*s", (int)width, SCM_STR(label));
}

static size_t label_width(const scm_document *d)
{
    size_t width = 0;
    for (size_t i = 0; i < d->nblocks; i++)
        if (d->blocks[i].label.len > width) width = d->blocks[i].label.len;
    return width;
}

/* A section of its own for every paragraph: blank lines stand between them. */
static void text(builder *b, const scm_report *report)
{
    const scm_document *d = report->document;
    size_t width = label_width(d);
    str heading = {0};
    b->title = document_title(d);
    b->subtitle = d->note;
    for (size_t i = 0; i < d->nblocks; i++) {
        scm_block block = d->blocks[i];
        rows r = rows_new(b->arena, NULL, "pw");
        rows_add(&r, padded(b->arena, block.label, width));
        rows_add(&r, block.text);
        builder_facts(b, str_eq(block.section, heading) ? (str){0} : block.section, &r);
        heading = block.section;
    }
}

static const report_kind NORMALIZE = {.columns = COLUMNS, .row = row, .text = text};

static const struct column ACCOUNT_COLUMNS[] = {{"doc", COLUMN_ID}, {"part", COLUMN_ID},
    {"reason", COLUMN_TEXT}, {"words", COLUMN_NUMBER}, {0}};

static void account_row(record *r, size_t index)
{
    const scm_document *d = r->report->document;
    const scm_share *share = &d->account[index];
    bool out = share->part == SCM_PART_OUT;
    record_text(r, d->id);
    record_text(r, str_of(scm_part_name(share->part)));
    record_text(r, out ? str_of(scm_reason_name(share->reason)) : (str){0});
    record_number(r, share->words);
}

static const report_kind ACCOUNT = {.columns = ACCOUNT_COLUMNS, .row = account_row};

static scm_report *make_account(const scm_document *document)
{
    scm_report *r = report_new(&ACCOUNT, document, 0, document->naccount);
    r->document = document;
    return r;
}

scm_report *scm_report_account(const scm_document *document)
{
    GUARDED(scm_report *, make_account(document), NULL)
}

static scm_report *make(const scm_document *document, const scm_annotations *annotations)
{
    scm_report *r = report_new(&NORMALIZE, document, 0, document->nblocks);
    r->document = document;
    r->annotations = annotations;
    r->running = true;
    return r;
}

scm_report *scm_report_normalize(
    const scm_document *document, const scm_annotations *annotations)
{
    GUARDED(scm_report *, make(document, annotations), NULL)
}
