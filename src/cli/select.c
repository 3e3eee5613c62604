/* Selection: arrays copied without what was not asked for. */
#include "cli/select.h"

#include <stdlib.h>
#include <string.h>

#include "cli/message.h"

void *room(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size);
    if (!p) exit(complain("out of memory"));
    return p;
}

scm_str *select_ids(const char *list, size_t *count)
{
    *count = 0;
    if (!list) return NULL;
    scm_str *ids = room(strlen(list) + 1, sizeof *ids);
    for (const char *at = list;; at++) {
        size_t len = strcspn(at, ",");
        if (len) ids[(*count)++] = (scm_str){at, len};
        at += len;
        if (!*at) return ids;
    }
}

static bool has(unsigned set, enum scm_type type)
{
    return set == 0 || set >> type & 1;
}

scm_mention *select_mentions(scm_annotations *out, const scm_annotations *in, unsigned types)
{
    scm_mention *kept = room(in->nmentions, sizeof *kept);
    size_t n = 0;
    for (size_t i = 0; i < in->nmentions; i++)
        if (has(types, in->mentions[i].type)) kept[n++] = in->mentions[i];
    *out = *in;
    out->mentions = kept;
    out->nmentions = n;
    return kept;
}

scm_count *select_counts(scm_summary *out, const scm_summary *in, unsigned types)
{
    scm_count *kept = room(in->ncounts, sizeof *kept);
    size_t n = 0;
    for (size_t i = 0; i < in->ncounts; i++)
        if (has(types, in->counts[i].type)) kept[n++] = in->counts[i];
    *out = *in;
    out->counts = kept;
    out->ncounts = n;
    return kept;
}

static bool nothing_changed(const scm_comparison *c)
{
    bool same = true;
    for (size_t i = 0; i < c->nfacts; i++) same &= c->facts[i].status == SCM_SAME;
    for (size_t i = 0; i < c->ndeltas; i++) same &= c->deltas[i].status == SCM_KEPT;
    for (size_t i = 0; i < c->nstatements; i++) same &= c->statements[i].status == SCM_KEPT;
    for (size_t i = 0; i < c->npairs; i++) same &= c->pairs[i].status == SCM_SAME;
    return same;
}

scm_delta *select_deltas(
    scm_comparison *out, const scm_comparison *in, unsigned types, unsigned kinds)
{
    scm_delta *kept = room(in->ndeltas, sizeof *kept);
    size_t n = 0;
    for (size_t i = 0; i < in->ndeltas; i++)
        if (has(types, in->deltas[i].type) && has(kinds, in->deltas[i].type))
            kept[n++] = in->deltas[i];
    *out = *in;
    out->deltas = kept;
    out->ndeltas = n;
    if (kinds && !(kinds & KIND_MEETING)) out->nfacts = 0;
    if (kinds && !(kinds & KIND_STATEMENT)) out->nstatements = 0;
    if (kinds && !(kinds & KIND_PARAGRAPH)) out->npairs = 0;
    out->identical = in->identical || (kinds && nothing_changed(out));
    return kept;
}
