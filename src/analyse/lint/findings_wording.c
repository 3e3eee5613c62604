/* Wording: misspelt titles, bodies taken for one another, sentences that break off, and a
 * translation that does not say that it is one. */
#include "analyse/summary/facts.h"
#include "analyse/lint/findings.h"
#include "base/syllable.h"

/* "Minster" for "Minister", "Secratery" for "Secretary": one letter left out, or two swapped,
 * neither the first nor the last. */
static bool is_slip_of(str word, str right)
{
    size_t i = 0;
    while (i < word.len && i < right.len && word.at[i] == right.at[i]) i++;
    if (i == 0 || i + 1 >= right.len) return false;
    str rest = str_sub(word, i, word.len), good = str_sub(right, i, right.len);
    if (word.len + 1 == right.len) return str_eq(rest, str_sub(good, 1, good.len));
    if (word.len != right.len || rest.len < 3) return false;
    return rest.at[0] == good.at[1] && rest.at[1] == good.at[0] &&
           str_eq(str_sub(rest, 2, rest.len), str_sub(good, 2, good.len));
}

typedef VEC(str) words;

/* The words for offices that are long enough to be told from other words. */
static words office_words(const struct lint *l)
{
    enum { SHORTEST = 7 };
    const struct language *k = l->language;
    words found = {0};
    for (uint32_t i = 0; i < k->nslots; i++) {
        str text = language_str(k, k->slots[i].text);
        bool office =
            text.len >= SHORTEST && set_has(k, k->slots[i].sets[SHAPE_CAPITAL], WORD_OFFICE);
        if (!office) continue;
        str word = str_dup(l->scratch, text);
        ((char *)word.at)[0] = to_upper(word.at[0]);
        vec_push(l->scratch, &found, word);
    }
    return found;
}

static void check_word(struct lint *l, const words *offices, struct span at)
{
    str word = span_text(l, at);
    for (size_t i = 0; i < offices->len; i++)
        if (is_slip_of(word, offices->at[i]))
            report(l, MISSPELT_TITLE, at, word, S("a misspelt title"), offices->at[i]);
}

void check_spelling(struct lint *l)
{
    enum { SHORTEST = 6 };
    const scm_document *d = l->n->document;
    words offices = office_words(l);
    for (uint32_t block = 0; block < d->nblocks; block++) {
        struct span all = block_span(l, block);
        for (size_t at = all.start, end; at < all.end; at = end + 1) {
            for (end = at; end < all.end && is_alpha(d->text.at[end]);) end++;
            if (end < at + SHORTEST || !is_upper(d->text.at[at])) continue;
            if (language_set(l->language, str_sub(d->text, at, end)) == 0)
                check_word(l, &offices, (struct span){block, at, end});
        }
    }
}

/* Do syllables follow that make another word of it: more than a particle? */
static bool goes_on(const struct lint *l, size_t at)
{
    str text = l->n->document->text;
    size_t end = at;
    if (!syllable_before(text, at)) return false;
    while (syllable_at(text, end)) end += SYLLABLE;
    return end > at && !word_is(l->language, str_sub(text, at, end), WORD_AFFIX_PARTICLE);
}

/* The phrases of a class, which nobody means to write; the value is what was meant. */
static void check_phrases(
    struct lint *l, enum phrase_class class_, enum finding_kind kind, str what)
{
    for (size_t i = 0; i < l->n->nsentences; i++) {
        const scm_sentence *s = &l->n->sentences[i];
        size_t start = (size_t)(s->text.at - l->n->document->text.at), at;
        const struct phrase *p = find_phrase(l->language, class_, s->text, &at);
        if (!p || goes_on(l, start + at + p->text.len)) continue;
        struct span found = {s->block, start + at, start + at + p->text.len};
        report(l, kind, found, span_text(l, found), what, language_str(l->language, p->value));
    }
}

/* "the UNSC Commander": a body that cannot be meant; a word with a space inside. */
void check_confused(struct lint *l)
{
    check_phrases(l, PHRASE_CONFUSED, CONFUSED_BODY, S("one body for another"));
    check_phrases(l, PHRASE_MISWRITTEN, MISSPELT_TITLE, S("a misspelt word"));
}

/* Where the last word of the text begins. */
static size_t last_word(str text)
{
    size_t at = text.len;
    while (at > 0 && is_alpha(text.at[at - 1])) at--;
    return at;
}

/* A numbered paragraph that ends in a word after which something must follow ("to the"), or
 * that begins in the middle of a sentence. */
void check_fragments(struct lint *l)
{
    const scm_document *d = l->n->document;
    if (!is_numbered(d)) return;
    for (uint32_t i = 0; i < d->nblocks; i++) {
        struct span all = block_span(l, i), part = all;
        str text = span_text(l, all);
        size_t last = last_word(text), first = str_find_char(text, ' ');
        if (text.len == 0) continue;
        if (last < text.len && word_is(l->language, str_sub(text, last, text.len), WORD_LINK)) {
            part.start = all.start + last;
            report(
                l, FRAGMENT, part, span_text(l, part), S("the sentence breaks off"), (str){0});
        }
        bool item = i + 1 < d->nblocks && d->blocks[i + 1].paragraph == d->blocks[i].paragraph;
        if (d->blocks[i].part > 1 || item || !is_lower(text.at[0]) || first == text.len)
            continue;
        part = (struct span){i, all.start, all.start + first};
        report(l, FRAGMENT, part, span_text(l, part), S("the sentence has no beginning"),
            (str){0});
    }
}

static bool is_sign(const struct draft *d)
{
    return d->kind == FOREIGN_TITLE || d->kind == SWAPPED_TITLE || d->kind == HEADS_OF_STATE ||
           d->kind == RENAMED || d->kind == MISFIT_EXPANSION;
}

const struct draft *sign_of_translation(const struct lint *l)
{
    enum { MANY = 5 };
    const struct draft *worst = NULL;
    size_t count = 0;
    for (size_t i = 0; i < l->drafts.len; i++) {
        const struct draft *d = &l->drafts.at[i];
        if (!is_sign(d)) continue;
        count += d->count;
        if (!worst || d->count > worst->count) worst = d;
    }
    return count >= MANY ? worst : NULL;
}

void check_translation(struct lint *l)
{
    const struct draft *sign = sign_of_translation(l);
    bool said = has_phrase(l->language, PHRASE_TRANSLATED, l->n->document->title) ||
                has_phrase(l->language, PHRASE_TRANSLATED, l->n->document->note);
    if (!sign || said) return;
    struct span at = block_span(l, 0);
    at.end = at.start;
    report(l, RETRANSLATED, at, (str){0},
        S("names and titles come from a translator, but the text does not say that it is "
          "translated"),
        (str){0});
}
