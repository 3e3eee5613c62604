/* Layout: numbers of paragraphs that are missing or stand where they should not,
 * and what is left of the page in the text. */
#include "analyse/summary/facts.h"
#include "analyse/lint/findings.h"
#include "base/numbering.h"
#include "base/boilerplate.h"
#include "base/calendar.h"

static void check_gap(struct lint *l, uint32_t block, int before, int number)
{
    struct span at = block_span(l, block);
    at.end = at.start;
    str what =
        number == before + 2
            ? str_printf(l->scratch, "paragraph %d is missing", before + 1)
            : str_printf(l->scratch, "paragraphs %d to %d are missing", before + 1, number - 1);
    report(l, SKIPPED_NUMBER, at, (str){0}, what, (str){0});
}

/* The number is the label's and no longer in the text. */
static void check_repeated(struct lint *l, uint32_t block, int number)
{
    struct span at = block_span(l, block);
    at.end = at.start;
    report(l, STRAY_NUMBER, at, (str){0},
        str_printf(l->scratch, "paragraph %d is numbered twice", number), (str){0});
}

/* A number in front of a block inside a paragraph is an item's, unless no item
 * stands before it: then a paragraph was numbered twice or out of order. */
static void check_stray(struct lint *l, uint32_t block, int *item)
{
    const scm_block *b = &l->n->document->blocks[block];
    int number = 0;
    char style = 0;
    size_t len = number_parse(b->text, &number, &style);
    date day; /* "2012. 10. 24 Seoul" */
    if (len &&
        (date_scan(l->language, b->text, &day) || date_scan_signed(l->language, b->text, &day)))
        len = 0;
    bool stray = len && style == '.' && number > 1 && number != *item + 1;
    *item = len && !stray ? number : 0;
    if (!stray) return;
    struct span at = block_span(l, block);
    at.end = at.start + len;
    str shown = str_trim(str_sub(b->text, 0, len));
    report(l, STRAY_NUMBER, at, shown, S("a paragraph's number out of order"), b->label);
}

void check_numbers(struct lint *l)
{
    const scm_document *d = l->n->document;
    int before = 0, item = 0;
    if (!is_numbered(d)) return;
    for (uint32_t i = 0; i < d->nblocks; i++) {
        int number = d->blocks[i].paragraph;
        if (d->blocks[i].part > 1) {
            check_stray(l, i, &item);
            if (d->blocks[i].repeats) check_repeated(l, i, number);
            continue;
        }
        if (number > before + 1) check_gap(l, i, before, number);
        before = number;
        item = 0;
    }
}

/* Inside a sentence: addresses and marks of a page. */
static void check_marks(struct lint *l, uint32_t block)
{
    struct span at = block_span(l, block);
    str text = span_text(l, at);
    size_t found;
    const struct phrase *p = find_phrase(l->language, PHRASE_PAGE_MARK, text, &found);
    if (!p) return;
    str mark = str_sub(text, found, found + p->text.len);
    report(l, FURNITURE, (struct span){block, at.start + found, at.start + found + mark.len},
        mark, S("the page around the text"), (str){0});
}

/* Where two or more words that a page says, the first with a capital, end a
 * sentence that has no full stop; its length where none do. */
static size_t furniture_tail(const struct language *l, str text)
{
    enum { MOST_WORDS = 4 };
    size_t at = text.len;
    for (int words = 1; words <= MOST_WORDS && at > 0; words++) {
        at -= at < text.len; /* the space */
        while (at > 0 && text.at[at - 1] != ' ') at--;
        if (words == 1 || !is_upper(at < text.len ? text.at[at] : 0)) continue;
        const struct phrase *p = find_furniture(l, str_sub(text, at, text.len));
        bool apposition = at > 1 && text.at[at - 2] == ','; /* "Ann Lee, Department of State" */
        if (p && p->place & PHRASE_AT_START && p->place & PHRASE_AT_END && !apposition)
            return at;
    }
    return text.len;
}

static void report_part(struct lint *l, struct span at)
{
    const struct phrase *p = find_furniture(l->language, span_text(l, at));
    str reason = language_str(l->language, p->value);
    report(l, FURNITURE, at, span_text(l, at),
        str_printf(l->scratch, "the page around the text (%.*s)", SCM_STR(reason)), (str){0});
}

/* The loader judges whole blocks; here are the parts of one.  Statements and fact sheets give
 * addresses of their own ("to sign up, click here"); communiqués and stories do not. */
void check_furniture(struct lint *l)
{
    const scm_document *d = l->n->document;
    if (d->kind != SCM_KIND_COMMUNIQUE && d->kind != SCM_KIND_NEWS && !l->n->meeting) return;
    for (uint32_t i = 0; i < d->nblocks; i++) check_marks(l, i);
    for (size_t i = 0; i < l->n->nsentences; i++) {
        const scm_sentence *s = &l->n->sentences[i];
        size_t start = (size_t)(s->text.at - d->text.at), end = start + s->text.len;
        bool part = s->text.len < d->blocks[s->block].text.len;
        size_t from = part && find_furniture(l->language, s->text)
                          ? 0
                          : furniture_tail(l->language, s->text);
        if (from < s->text.len) report_part(l, (struct span){s->block, start + from, end});
    }
}

/* A reader should know where much of a text was taken for the page around it. */
void check_left_out(struct lint *l)
{
    enum { MOST_OF = 10 };
    const scm_document *d = l->n->document;
    if (d->nblocks == 0 || d->left_inside * MOST_OF <= d->words_inside) return;
    struct span at = block_span(l, 0);
    at.end = at.start;
    report(l, LEFT_OUT, at, (str){0},
        str_printf(l->scratch,
            "%zu of %zu words between the first paragraph and the last were left out: see "
            "normalize --verbose",
            d->left_inside, d->words_inside),
        (str){0});
}

/* The byte that a character was in windows-1252; 0 where it was none above ASCII. */
static unsigned byte_of(uint32_t c)
{
    static const uint16_t FROM_80[] = {0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020,
        0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019,
        0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D,
        0x17E, 0x178};
    if (c >= 0xA0 && c <= 0xFF) return c;
    for (unsigned i = 0; c >= 0x80 && i < sizeof FROM_80 / sizeof *FROM_80; i++)
        if (FROM_80[i] == c) return 0x80 + i;
    return 0;
}

/* Where the characters from `at` on that were one character of UTF-8 end; 0: they were
 * none. */
static size_t end_of_mojibake(str text, size_t at)
{
    char bytes[4];
    size_t n = 0, end = at, wanted = 4;
    while (end < text.len && n < wanted) {
        unsigned byte = byte_of(utf8_next(text, &end));
        if (!byte) return 0;
        bytes[n++] = (char)byte;
        if (n == 1) wanted = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    }
    return n == wanted && utf8_valid((str){bytes, n}) == n ? end : 0;
}

/* Text that was decoded as windows-1252 though it was UTF-8: "â€™" for an apostrophe. */
void check_mojibake(struct lint *l)
{
    static const char REPLACEMENT[] = "\uFFFD";
    for (uint32_t block = 0; block < l->n->document->nblocks; block++) {
        struct span all = block_span(l, block);
        str text = span_text(l, all);
        for (size_t at = 0; at < text.len; at++) {
            if ((unsigned char)text.at[at] < 0xC2) continue;
            size_t end = end_of_mojibake(text, at);
            if (!end && str_starts(str_sub(text, at, text.len), str_of(REPLACEMENT)))
                end = at + strlen(REPLACEMENT);
            if (!end) continue;
            struct span found = {block, all.start + at, all.start + end};
            report(l, MOJIBAKE, found, span_text(l, found),
                S("a character of UTF-8 that was read as another encoding"), (str){0});
            break;
        }
    }
}
