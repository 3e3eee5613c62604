#include "fuzz.h"

_Noreturn void broken_promise(const char *file, int line, const char *condition)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
    abort();
}

bool next_part(str *rest, struct part *part)
{
    const str mark = S("%%");
    if (rest->len == 0) return false;
    *part = (struct part){0};
    if (str_starts(*rest, mark)) {
        *rest = str_sub(*rest, mark.len, rest->len);
        str_cut(rest, '\n', &part->name);
        part->name = str_trim(part->name);
    }
    size_t end = str_find(*rest, mark);
    part->text = str_sub(*rest, 0, end);
    *rest = str_sub(*rest, end, rest->len);
    return true;
}

unsigned choices_of(str input)
{
    unsigned choices = 0;
    for (size_t i = input.len > 2 ? input.len - 2 : 0; i < input.len; i++)
        choices = choices << 8 | (unsigned char)input.at[i];
    return choices;
}

const scm_authority *the_authority(void)
{
    static scm_authority *authority;
    if (!authority) require(scm_authority_load(&authority, NULL, NULL) == SCM_OK);
    return authority;
}

bool lies_in(str part, str whole)
{
    return part.len == 0 || (part.at >= whole.at && part.at + part.len <= whole.at + whole.len);
}

static void check_document(const scm_document *d)
{
    size_t in = 0, parts = 0;
    require(utf8_valid(d->text) == d->text.len);
    for (size_t i = 0; i < d->nblocks; i++) require(lies_in(d->blocks[i].text, d->text));
    for (size_t i = 0; i < d->naccount; i++)
        *(d->account[i].part == SCM_PART_IN ? &in : &parts) += d->account[i].words;
    require(in == parts);
}

static void check_mentions(const scm_annotations *a)
{
    size_t end = 0;
    for (size_t i = 0; i < a->nmentions; i++) {
        const scm_mention *m = &a->mentions[i];
        require(m->start < m->end && m->end <= a->document->text.len);
        require(m->block < a->document->nblocks && m->id.len > 0);
        require(lies_in(scm_mention_surface(a, m), a->document->blocks[m->block].text));
        if (m->type == SCM_TERM) continue;
        require(m->start >= end);
        end = m->end;
    }
}

static void check_annotations(const scm_annotations *a)
{
    check_mentions(a);
    for (size_t i = 0; i < a->nsentences; i++) {
        const scm_sentence *s = &a->sentences[i];
        require(s->block < a->document->nblocks);
        require(lies_in(s->text, a->document->blocks[s->block].text));
    }
    for (size_t i = 0; i < a->nstatements; i++)
        require(a->statements[i].sentence < a->nsentences &&
                a->statements[i].verb < scm_authority_verbs(a->authority));
}

bool analyse_document(analysis *out, scm_document *document, const scm_authority *authority)
{
    *out = (analysis){.document = document};
    check_document(document);
    if (scm_annotate(&out->annotations, document, authority, NULL, NULL) != SCM_OK) {
        scm_document_free(document);
        return false;
    }
    check_annotations(out->annotations);
    out->summary = scm_summarize(out->annotations);
    require(out->summary);
    return true;
}

bool analyse(analysis *out, str bytes, const scm_load_options *options)
{
    scm_document *d;
    if (scm_document_parse(&d, bytes, options, NULL) != SCM_OK) return false;
    return analyse_document(out, d, the_authority());
}

void analysis_free(analysis *a)
{
    scm_summary_free(a->summary);
    scm_annotations_free(a->annotations);
    scm_document_free(a->document);
}

/* Cuts the text of a run off the sentence that it is a part of. */
static void take(str *sentence, str run)
{
    require(str_starts(*sentence, run));
    *sentence = str_sub(*sentence, run.len, sentence->len);
}

void check_runs(const scm_run *runs, size_t n, str before, str after)
{
    for (size_t i = 0; i < n; i++) {
        if (runs[i].kind != SCM_RUN_NEW) take(&before, runs[i].text);
        if (runs[i].kind != SCM_RUN_OLD) take(&after, runs[i].text);
    }
    require(before.len == 0 && after.len == 0);
}
