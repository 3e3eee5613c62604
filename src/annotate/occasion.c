/* Occasion: the meeting that a text says it is about, when and where it was held. */
#include "annotate/occasion.h"

#include "annotate/affix.h"
#include "annotate/affix_dates.h"
#include "annotate/found.h"
#include "base/syllable.h"

enum {
    LONGEST_NAME = 160, /* from "52nd" to the end of the name */
    OPENING_BLOCKS = 3,
    LONGEST_OPENING = 4000,
    DATE_BEFORE = 40,
    VENUE_BEFORE = 80,
    NEAR = 240,
    LONGEST_PLACE = 60
};

/* A text in which a meeting is looked for. */
struct opening {
    const struct work *w;
    str text;
    struct tokens tokens;
    const struct language *language;
};

static str from_token(const struct opening *o, size_t i)
{
    return str_sub(o->text, o->tokens.at[i].at, o->text.len);
}

static bool is_word(const struct opening *o, size_t i)
{
    return o->tokens.at[i].kind == TOKEN_WORD;
}

/* Whether the name of a meeting of the series begins at the token, and where it ends. */
static bool names_series(const struct opening *o, size_t i, const scm_series *s, size_t *end)
{
    size_t past;
    const struct alias *a =
        authority_longest(o->w->authority, &o->tokens, i, ALIAS_NAME, &past);
    if (!a || !list_has(s->names, image_str(o->w->image, o->w->image->names[a->row].id)))
        return false;
    *end = o->tokens.at[past].at;
    return true;
}

/* "the Fourteenth Annual" in front of a name in the text of the document. */
static int spelt_before(const struct opening *o, size_t i, size_t *start)
{
    size_t base = (size_t)(o->text.at - o->w->text.at), span;
    int n = ordinal_before(o->w, base + o->tokens.at[i].at, &span);
    if (n > 0) *start = span - base;
    return n;
}

/* The first ordinal that a name of the series follows before any other ordinal does, or, if one
 * is wanted, the first place where that is so; from it to the end of the name in bytes. */
static int find_meeting(
    const struct opening *o, const scm_series *s, int wanted, size_t *start, size_t *end)
{
    int ordinal = 0;
    bool inside = o->text.at >= o->w->text.at && o->text.at < o->w->text.at + o->w->text.len;
    for (size_t i = 0; i < o->tokens.len && o->tokens.at[i].at < LONGEST_OPENING; i++) {
        if (!is_word(o, i)) continue;
        int n = ordinal_number(o->language, token_text(&o->tokens, i));
        if (n > 0) ordinal = n, *start = o->tokens.at[i].at;
        if (ordinal && o->tokens.at[i].at > *start + LONGEST_NAME) ordinal = 0;
        if (!ordinal && !inside) continue;
        if (!names_series(o, i, s, end)) continue;
        if (!ordinal) ordinal = spelt_before(o, i, start);
        if (ordinal && (!wanted || ordinal == wanted)) return ordinal;
        ordinal = 0;
    }
    return 0;
}

static size_t scan_date(const struct opening *o, size_t i, date *out)
{
    date last;
    str rest = from_token(o, i);
    size_t n = date_scan(o->language, rest, out);
    return n ? n : date_scan_days(o->language, rest, out, &last);
}

/* "On December 2, 2021, the 53rd …": the date right before the meeting. */
static bool date_before(const struct opening *o, size_t start, date *out)
{
    for (size_t i = token_at(&o->tokens, start > DATE_BEFORE ? start - DATE_BEFORE : 0);
         i < o->tokens.len && o->tokens.at[i].at < start; i++) {
        size_t n = is_word(o, i) ? date_scan(o->language, from_token(o, i), out) : 0;
        if (n == 0) continue;
        str between = str_trim(str_sub(o->text, o->tokens.at[i].at + n, start));
        if (str_starts(between, S(","))) between = str_trim(str_sub(between, 1, between.len));
        return between.len == 0 || word_is(o->language, between, WORD_THE);
    }
    return false;
}

/* The first full date behind the meeting, before its companion is named. */
static bool date_after(const struct opening *o, const scm_series *s, size_t end, date *out)
{
    scm_series companion;
    size_t past;
    bool paired = scm_authority_find_series(o->w->authority, s->companion, &companion);
    for (size_t i = token_at(&o->tokens, end);
         i < o->tokens.len && o->tokens.at[i].at < end + NEAR; i++) {
        if (!is_word(o, i)) continue;
        if (paired && names_series(o, i, &companion, &past)) return false;
        if (scan_date(o, i, out)) return true;
    }
    return false;
}

/* A word of a place name: capital first; its length with the dots of "D.C.". */
static size_t place_word(str s, size_t at)
{
    size_t end = at;
    if (at >= s.len || (!is_upper(s.at[at]) && (unsigned char)s.at[at] < 0xC3)) return 0;
    while (end < s.len && s.at[end] != ' ' && s.at[end] != ',' && s.at[end] != ';') end++;
    bool initials = end - at >= 2 && s.at[at + 1] == '.';
    if (s.at[end - 1] == '.' && !initials) end--;
    return end - at;
}

/* Whether a side's name or a month stands there, which no place goes on with. */
static bool ends_place(const struct opening *o, str part)
{
    size_t i = token_at(&o->tokens, (size_t)(part.at - o->text.at)), past;
    return month_number(o->language, part) ||
           authority_longest(o->w->authority, &o->tokens, i, ALIAS_SIDE, &past);
}

/* The place name there: capitalized words and parts behind commas, up to a country. */
static str scan_place(const struct opening *o, size_t from)
{
    size_t end = from, part = from, n;
    str s = o->text;
    while ((n = place_word(s, part))) {
        size_t at = part + n;
        while (at < s.len && s.at[at] == ' ' && s.at[at - 1] != '.' &&
               (n = place_word(s, at + 1)) &&
               !word_is(o->language, str_sub(s, at + 1, at + 1 + n), WORD_FUNCTION))
            at += 1 + n;
        if (end > from && ends_place(o, str_sub(s, part, at))) break;
        end = at;
        if (!str_starts(str_sub(s, at, s.len), S(", "))) break;
        part = at + 2;
    }
    return end - from <= LONGEST_PLACE ? str_sub(s, from, end) : (str){0};
}

/* The place behind the phrase of this class that begins at the byte. */
static str place_behind(const struct opening *o, enum phrase_class class_, size_t at)
{
    const struct phrase *p =
        find_phrase(o->language, class_, str_sub(o->text, at, at + NEAR), NULL);
    if (!p) return (str){0};
    return scan_place(o, at + p->text.len + 1);
}

/* "was held in Seoul", "met in Washington, D.C.", "on October 24, 2013, in Seoul". */
static str find_venue(const struct opening *o, size_t from, size_t to)
{
    date d;
    size_t first = token_at(&o->tokens, from);
    str place = {0};
    for (size_t i = first; i < o->tokens.len && o->tokens.at[i].at < to; i++)
        if (is_word(o, i) && (place = place_behind(o, PHRASE_VENUE, o->tokens.at[i].at)).len)
            return place;
    for (size_t i = first; i < o->tokens.len && o->tokens.at[i].at < to; i++) {
        size_t n = is_word(o, i) ? scan_date(o, i, &d) : 0;
        if (n == 0) continue;
        size_t at = o->tokens.at[i].at + n;
        if (str_starts(str_sub(o->text, at, o->text.len), S(","))) at++;
        return place_behind(o, PHRASE_AT, at + 1);
    }
    return place;
}

/* "Seoul was the venue of the …", "Seoul hosted the …". */
static str venue_in_front(const struct opening *o)
{
    str place = scan_place(o, 0), rest = str_sub(o->text, place.len, o->text.len);
    if (str_starts(rest, S(","))) rest = str_sub(rest, 1, rest.len);
    return has_phrase(o->language, PHRASE_HOSTED, str_trim(rest)) ? place : (str){0};
}

/* Whether the meeting is one that the text looks forward to. */
static bool looks_ahead(const struct opening *o, size_t at)
{
    const char *place = o->text.at + at;
    for (size_t i = 0; i < o->w->sentences.len; i++) {
        str s = o->w->sentences.at[i].text;
        if (place >= s.at && place < s.at + s.len)
            return has_phrase(o->language, PHRASE_AHEAD, s);
    }
    return false;
}

/* Among syllables: the first name of the series with an ordinal in front, where it ends; or
 * without one, -1, where `plain`. */
static int find_affix_meeting(
    const struct opening *o, const scm_series *s, bool plain, size_t *start, size_t *end)
{
    for (size_t i = 0; i < o->tokens.len && o->tokens.at[i].at < LONGEST_OPENING; i++) {
        size_t at = o->tokens.at[i].at;
        bool inside = !is_word(o, i) && !syllable_at(o->text, at);
        if (inside || !names_series(o, i, s, end)) continue;
        int n = affix_ordinal(o->language, o->text, at, start);
        if (n > 0) return n;
        *start = at;
        if (plain) return -1;
    }
    return 0;
}

/* The first whole day in text[from, to). */
static bool find_affix_day(
    const struct opening *o, size_t from, size_t to, struct affix_date *out)
{
    for (size_t i = token_at(&o->tokens, from); i < o->tokens.len; i++) {
        size_t at = o->tokens.at[i].at;
        if (at >= to) break;
        if (!is_digit(o->text.at[at]) || !affix_date_scan(o->w, o->text, at, out)) continue;
        if (out->first.year && out->first.day && date_valid(out->first)) return true;
    }
    return false;
}

/* The place that a particle of places follows, in the text of the document. */
static str find_affix_place(const struct opening *o, size_t from, size_t to)
{
    const struct work *w = o->w;
    if (o->text.at < w->text.at || o->text.at >= w->text.at + w->text.len) return (str){0};
    size_t base = (size_t)(o->text.at - w->text.at);
    for (size_t i = first_listed(w, base + from); i < w->nlisted; i++) {
        const struct candidate *c = &w->found.at[i];
        if (c->start >= base + to) break;
        if (c->type == SCM_PLACE && affix_is(w, c->end, WORD_PLACE_PARTICLE))
            return str_sub(w->text, c->start, c->end);
    }
    return (str){0};
}

/* When and where, around the name of the meeting. */
static bool read_affix_place(
    const struct opening *o, size_t start, size_t end, struct occasion *out)
{
    struct affix_date day;
    size_t past = end + NEAR < o->text.len ? end + NEAR : o->text.len;
    if (find_affix_day(o, end, past, &day) || find_affix_day(o, 0, start, &day))
        out->date = date_iso(o->w->arena, day.first);
    out->venue = find_affix_place(o, 0, past);
    return out->date.len > 0;
}

static struct opening opening_of(struct work *w, str text)
{
    return (struct opening){
        w, text, tokens_cut(w->arena, text, w->image->language), w->image->language};
}

/* Above the paragraphs a line may have the ordinal alone: then the first paragraph that names
 * the meeting says when it was. */
static bool read_affix_text(
    struct work *w, const struct opening *o, const scm_series *s, struct occasion *out)
{
    const scm_document *d = w->document;
    size_t start = 0, end = 0;
    *out = (struct occasion){.ordinal = find_affix_meeting(o, s, false, &start, &end)};
    if (!out->ordinal || looks_ahead(o, start)) return false;
    bool known = read_affix_place(o, start, end, out);
    for (size_t i = 0; i < d->nblocks && i < 2 * OPENING_BLOCKS && !known; i++) {
        struct opening next = opening_of(w, d->blocks[i].text);
        if (find_affix_meeting(&next, s, true, &start, &end))
            known = read_affix_place(&next, start, end, out);
    }
    return true;
}

/* Reads the meeting of the series out of one text: the one that is wanted, or any. */
static bool read_text(
    struct work *w, const scm_series *s, str text, int wanted, struct occasion *out)
{
    struct opening o = {
        w, text, tokens_cut(w->arena, text, w->image->language), w->image->language};
    size_t start = 0, end = 0;
    date when;
    if (is_syllabic(text)) return read_affix_text(w, &o, s, out);
    *out = (struct occasion){.ordinal = find_meeting(&o, s, wanted, &start, &end)};
    if (!out->ordinal) return false;
    /* News before a meeting announce it; all else that looks forward is on another one. */
    struct occasion held = {0};
    if (looks_ahead(&o, start) &&
        (w->document->kind != SCM_KIND_NEWS || find_held_occasion(w, &held)))
        return false;
    if (date_before(&o, start, &when) || date_after(&o, s, end, &when))
        out->date = date_iso(w->arena, when);
    out->venue = venue_in_front(&o);
    if (!out->venue.len) out->venue = find_venue(&o, end, end + NEAR);
    if (!out->venue.len)
        out->venue = find_venue(&o, start > VENUE_BEFORE ? start - VENUE_BEFORE : 0, start);
    return true;
}

/* A day without a year is of the year in which the text was published, or the one before. */
static date with_year(const struct work *w, date d)
{
    date published;
    if (!date_parse_iso(w->document->published, &published)) return (date){0};
    d.year = published.year;
    if (date_cmp(d, published) > 0) d.year--;
    return d;
}

/* The first day in [from, to). */
static size_t find_day(
    const struct work *w, const struct opening *o, size_t from, size_t to, date *out)
{
    for (int full = 1; full >= 0; full--)
        for (size_t i = token_at(&o->tokens, from); i < o->tokens.len; i++) {
            size_t at = o->tokens.at[i].at, n;
            if (at >= to) break;
            if (o->tokens.at[i].kind == TOKEN_SPACE) continue;
            str rest = from_token(o, i);
            if (full && (n = scan_date(o, i, out))) return at + n;
            if (full || !(n = date_scan_yearless(o->language, rest, out))) continue;
            *out = with_year(w, *out);
            if (out->year) return at + n;
        }
    return 0;
}

/* The first place in [from, to) behind "in", "at" or "to"; a listed one, or one that is
 * found by its words. */
static str find_place(const struct work *w, str text)
{
    size_t start = (size_t)(text.at - w->text.at);
    for (size_t i = first_listed(w, start); i < w->nlisted; i++) {
        const struct candidate *c = &w->found.at[i];
        if (c->start >= start + text.len) break;
        size_t before = c->start > start + 4 ? c->start - 4 : start;
        if (c->type == SCM_PLACE && has_phrase(w->image->language, PHRASE_TO_PLACE,
                                        str_trim(str_sub(w->text, before, c->start))))
            return str_sub(w->text, c->start, c->end);
    }
    return (str){NULL, 0};
}

/* Reads a sentence that may report a meeting. */
static bool read_held(struct work *w, str text, struct occasion *out)
{
    struct opening o = {
        w, text, tokens_cut(w->arena, text, w->image->language), w->image->language};
    date day;
    bool held = has_phrase(o.language, PHRASE_HELD, text) ||
                has_phrase(o.language, PHRASE_MEETS, text) ||
                has_phrase(o.language, PHRASE_LEADS, text);
    if (!held || has_phrase(o.language, PHRASE_AHEAD, text)) return false;
    if (find_day(w, &o, 0, text.len, &day))
        out->date = date_iso(w->arena, day);
    else if (has_phrase(o.language, PHRASE_TODAY, text))
        out->date = w->document->published;
    if (out->date.len == 0) return false;
    out->venue = venue_in_front(&o);
    if (!out->venue.len) out->venue = find_place(w, text);
    return true;
}

bool find_held_occasion(struct work *w, struct occasion *out)
{
    for (size_t i = 0; i < w->sentences.len; i++) {
        const scm_sentence *s = &w->sentences.at[i];
        if (s->block >= OPENING_BLOCKS) break;
        if (s->text.len <= LONGEST_OPENING && read_held(w, s->text, out)) return true;
    }
    return false;
}

static bool read_opening(struct work *w, const scm_series *s, int wanted, struct occasion *out)
{
    const scm_document *d = w->document;
    bool numbered = d->kind == SCM_KIND_COMMUNIQUE;
    size_t most = numbered ? 1 : OPENING_BLOCKS;
    for (size_t i = 0, looked = 0; i < d->nblocks && looked < most; i++) {
        if (numbered && d->blocks[i].paragraph == 0 && !w->syllabic[i]) continue;
        if (read_text(w, s, d->blocks[i].text, wanted, out)) return true;
        looked += !(numbered && d->blocks[i].paragraph == 0);
    }
    return false;
}

/* The meeting of the title where the opening names it too, or the first that the opening names:
 * it may recall an earlier one. */
bool find_stated_occasion(struct work *w, const scm_series *s, struct occasion *out)
{
    const scm_document *d = w->document;
    struct occasion titled = {0};
    if (d->meeting) {
        *out = (struct occasion){d->meeting, d->date, d->venue};
        return true;
    }
    bool in_title = read_text(w, s, d->title, 0, &titled);
    if (in_title && read_opening(w, s, titled.ordinal, out)) return true;
    if (read_opening(w, s, 0, out)) return true;
    *out = titled;
    return in_title;
}

void find_first_occasion(struct work *w, struct occasion *out)
{
    const scm_document *d = w->document;
    if (d->nblocks == 0) return;
    struct opening o = {w, d->blocks[0].text, w->tokens, w->image->language};
    date when;
    if (w->syllabic[0]) {
        o = opening_of(w, d->blocks[0].text);
        read_affix_place(&o, 0, 0, out);
        if (out->date.len == 0) out->date = d->published;
        return;
    }
    for (size_t i = 0; out->date.len == 0 && i < w->tokens.len; i++) {
        if (w->tokens.at[i].at >= o.text.len) break;
        if (is_word(&o, i) && date_scan(o.language, from_token(&o, i), &when))
            out->date = date_iso(w->arena, when);
    }
    if (out->date.len == 0) out->date = d->published;
    for (size_t i = 0; i < w->found.len && out->venue.len == 0; i++) {
        const struct candidate *c = &w->found.at[i];
        if (c->start >= o.text.len) break;
        size_t before = c->start > 3 ? c->start - 3 : 0;
        if (c->type == SCM_PLACE &&
            has_phrase(o.language, PHRASE_AT, str_trim(str_sub(o.text, before, c->start))))
            out->venue = str_sub(o.text, c->start, c->end);
    }
}
