/* Fuzz target: two texts compared. */
#include "fuzz.h"

static str sentence(const scm_summary *s, uint32_t index)
{
    return index == SCM_NONE ? (str){0} : s->annotations->sentences[index].text;
}

static void check_pair(const scm_comparison *c, const scm_pair *p, bool exact)
{
    require(p->old_block != SCM_NONE || p->new_block != SCM_NONE);
    for (size_t i = 0; i < p->nbeads; i++) {
        const scm_bead *b = &p->beads[i];
        str before = sentence(c->old_summary, b->old_sentence);
        str after = sentence(c->new_summary, b->new_sentence);
        if (exact && !c->across) check_runs(b->runs, b->nruns, before, after);
    }
}

static void check_change(const scm_comparison *c, const scm_change *change)
{
    require(lies_in(change->old_words, c->old_summary->annotations->document->text));
    require(lies_in(change->new_words, c->new_summary->annotations->document->text));
}

static void report(const scm_comparison *c, unsigned choices)
{
    scm_diff_report_options how = {.stat = chosen(choices, 4), .full = chosen(choices, 5)};
    how.context = chosen(choices, 6);
    check_report(chosen(choices, 7) ? scm_report_brief(c->new_summary, c)
                                    : scm_report_comparison(c, &how),
        choices);
}

static void compare(const analysis *a, const analysis *b, unsigned choices)
{
    scm_comparison *c;
    scm_compare_options how = {.ignore_case = chosen(choices, 8)};
    how.ignore_quotes = chosen(choices, 9);
    how.parts = chosen(choices, 10) ? (choices >> 11 & 15) << SCM_NTYPES : 0;
    if (scm_compare(&c, a->summary, b->summary, &how, NULL) != SCM_OK) return;
    bool exact = !how.ignore_case && !how.ignore_quotes;
    for (size_t i = 0; i < c->npairs; i++) check_pair(c, &c->pairs[i], exact);
    for (size_t i = 0; i < c->nchanges; i++) check_change(c, &c->changes[i]);
    report(c, choices);
    scm_comparison_free(c);
}

/* A text is identical with itself. */
static void compare_with_itself(const analysis *a)
{
    scm_comparison *c;
    if (scm_compare(&c, a->summary, a->summary, NULL, NULL) != SCM_OK) return;
    require(c->identical);
    scm_comparison_free(c);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    str input = input_of(data, size), rest = input;
    struct part p, q;
    analysis a, b;
    if (!next_part(&rest, &p) || !next_part(&rest, &q)) return 0;
    if (!analyse(&a, p.text, NULL)) return 0;
    if (analyse(&b, q.text, NULL)) {
        compare(&a, &b, choices_of(input));
        compare_with_itself(&b);
        analysis_free(&b);
    }
    analysis_free(&a);
    return 0;
}
