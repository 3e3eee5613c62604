/* Chronology: by the day of the meeting, as the text states it or the table has it. */
#include "analyse/summary/chronology.h"

#include <stdlib.h>

/* A document while they are put in order. */
struct placed {
    scm_dated document;
    size_t place; /* among those that were given */
};

static str document_date(const scm_summary *s)
{
    const scm_annotations *n = s->annotations;
    const scm_fact *stated = scm_summary_fact(s, "date");
    scm_meeting listed;
    if (stated) return stated->value;
    if (scm_authority_find_meeting(n->authority, n->series, n->ordinal, &listed) &&
        listed.date.len)
        return listed.date;
    return n->document->published.len ? n->document->published : n->reference_date;
}

scm_dated scm_summary_dated(const scm_summary *s)
{
    const scm_document *d = s->annotations->document;
    return (scm_dated){
        .summary = s,
        .id = d->id,
        .meeting = s->annotations->meeting,
        .date = document_date(s),
        .kind = s->annotations->kind,
        .words = s->words,
        .texts = 1,
        .note = d->note,
    };
}

bool is_joint(enum scm_kind kind)
{
    return kind == SCM_KIND_COMMUNIQUE || kind == SCM_KIND_STATEMENT;
}

/* Of one day the joint text comes first, news of it last. */
static int kind_rank(enum scm_kind kind)
{
    return kind == SCM_KIND_UNKNOWN ? SCM_KIND_NEWS + 1 : (int)kind;
}

static int by_date(const void *x, const void *y)
{
    const struct placed *a = x, *b = y;
    str before = a->document.date, after = b->document.date;
    if (!before.len != !after.len) return before.len ? -1 : 1;
    int order = str_cmp(before, after);
    if (order == 0) order = kind_rank(a->document.kind) - kind_rank(b->document.kind);
    if (order == 0) /* English before Korean */
        order = str_cmp(a->document.summary->annotations->language,
            b->document.summary->annotations->language);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

const scm_dated *chronology(arena *a, const scm_summary *const *summaries, size_t n)
{
    struct placed *placed = arena_array(a, n, sizeof *placed);
    scm_dated *out = arena_array(a, n, sizeof *out);
    for (size_t i = 0; i < n; i++)
        placed[i] = (struct placed){scm_summary_dated(summaries[i]), i};
    if (n) qsort(placed, n, sizeof *placed, by_date);
    for (size_t i = 0; i < n; i++) out[i] = placed[i].document;
    return out;
}
