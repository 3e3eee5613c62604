/* Wording: judged by what the text says of itself, else by its slips. */
#include "analyse/compare/wording.h"

#include "analyse/lint/findings.h"

/* "\"Secretary of State\" 24 times" */
static str sign_words(arena *a, const struct draft *d)
{
    return str_printf(
        a, "\"%.*s\" %zu time%s", SCM_STR(d->subject), d->count, d->count == 1 ? "" : "s");
}

static scm_wording judge_signs(arena *a, const scm_annotations *n)
{
    scm_wording out = {SCM_WORDING_GIVEN, {NULL, 0}};
    arena *scratch = arena_new();
    struct lint l;
    lint_start(&l, scratch, scratch, n);
    check_roles(&l);
    check_renamed(&l);
    const struct draft *sign = sign_of_translation(&l);
    if (sign) out = (scm_wording){SCM_WORDING_SUSPECT, sign_words(a, sign)};
    arena_free(scratch);
    return out;
}

scm_wording judge_wording(arena *a, const scm_annotations *n)
{
    str note = n->document->note;
    if (note.len == 0) return judge_signs(a, n);
    bool translated = has_phrase(n->authority->image->language, PHRASE_TRANSLATED, note);
    return (scm_wording){translated ? SCM_WORDING_TRANSLATED : SCM_WORDING_PARAPHRASED, note};
}
