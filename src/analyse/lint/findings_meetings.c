/* Meetings: ordinals that are none, meetings that there are not, and dates that
 * are not those of the table. */
#include "analyse/summary/facts.h"
#include "analyse/lint/findings.h"
#include "base/calendar.h"

/* The ordinal in figures at `at`, its suffix perhaps torn off: its end, 0 where
 * there is none; *digits is the end of its figures. */
static size_t ordinal_end(const struct language *l, str text, size_t at, size_t *digits)
{
    enum { LONGEST = 12 };
    size_t i = at;
    if (at && (is_alnum(text.at[at - 1]) || text.at[at - 1] == '.')) return 0;
    while (i < text.len && (is_digit(text.at[i]) || (i > at && text.at[i] == ',')))
        if (++i - at > LONGEST) return 0;
    *digits = i;
    if (i < text.len && text.at[i] == ' ') i++;
    if (!is_ordinal_suffix(l, str_sub(text, i, i + 2))) return 0;
    return i + 2 < text.len && is_alnum(text.at[i + 2]) ? 0 : i + 2;
}

static void check_ordinal(struct lint *l, uint32_t block, size_t at, size_t digits, size_t end)
{
    str text = l->n->document->text;
    int last = text.at[digits - 1] - '0';
    bool tens = digits - at > 1 && is_digit(text.at[digits - 2]);
    if (tens) last += 10 * (text.at[digits - 2] - '0');
    str good = str_of(ordinal_suffix(last)), suffix = str_sub(text, end - 2, end);
    bool torn = end - digits > 2;
    if (str_eq_nocase(suffix, good) && !torn) return;
    report(l, BAD_ORDINAL, (struct span){block, at, end}, str_sub(text, at, end),
        torn ? S("a torn ordinal") : S("not an ordinal"),
        str_printf(l->scratch, "%.*s%.*s", (int)(digits - at), text.at + at, SCM_STR(good)));
}

void check_ordinals(struct lint *l)
{
    str text = l->n->document->text;
    uint32_t block = 0;
    for (size_t i = 0; i < text.len; i++) {
        size_t digits, end;
        if (text.at[i] == '\n') block++;
        if (!is_digit(text.at[i]) || (i && is_digit(text.at[i - 1]))) continue;
        if ((end = ordinal_end(l->language, text, i, &digits))) {
            check_ordinal(l, block, i, digits, end);
            i = end - 1;
        }
    }
}

/* The ordinals of this document's meeting and the next one, 0 for none, and
 * whether its frame names neither where it should. */
struct expected {
    int this_one, next, next_listed;
    bool opens, closes; /* an earlier one stands there for this one */
    uint32_t last;      /* block with which the last paragraph begins */
};

static struct expected expected_of(const struct lint *l, bool companion)
{
    struct expected e = {0};
    scm_meeting held, next;
    if (!companion)
        return (struct expected){.this_one = l->n->meeting, .next = l->n->meeting + 1};
    if (!scm_authority_find_meeting(l->n->authority, l->n->series, l->n->meeting, &held))
        return e;
    e.this_one = held.companion;
    e.next = held.companion + 1;
    if (scm_authority_find_meeting(l->n->authority, l->n->series, l->n->meeting + 1, &next))
        e.next_listed = next.companion;
    return e;
}

static bool is_meeting(const struct lint *l, const scm_mention *m, bool *companion)
{
    *companion = list_has(l->companion.names, m->id);
    return m->type == SCM_MECHANISM && m->value.len &&
           (*companion || list_has(l->series.names, m->id));
}

/* From its ordinal on, which need not be a part of the mention. */
static struct span with_ordinal(const struct lint *l, const scm_mention *m)
{
    enum { REACH = 60 };
    struct span whole = mention_span(m), block = block_span(l, m->block);
    str text = l->n->document->text, figures = m->value;
    size_t from = m->start - block.start > REACH ? m->start - REACH : block.start;
    bool inside = is_digit(text.at[m->start]);
    for (size_t at = m->start; !inside && at-- > from;) {
        size_t digits;
        if (!str_starts(str_sub(text, at, m->start), figures)) continue;
        if (!ordinal_end(l->language, text, at, &digits) || digits != at + figures.len)
            continue;
        whole.start = at;
        break;
    }
    return whole;
}

/* The name of a meeting without the ordinal in front. */
static str bare_meeting(const struct lint *l, const scm_mention *m)
{
    str surface = scm_mention_surface(l->n, m);
    size_t space = str_find_char(surface, ' ');
    bool ordinal = surface.len && is_digit(surface.at[0]) && space < surface.len;
    return ordinal ? str_sub(surface, space + 1, surface.len) : surface;
}

/* Decades ahead of the last one in the table. */
static bool is_far_ahead(const struct lint *l, const scm_mention *m)
{
    enum { AHEAD = 20 };
    int last = 0;
    for (size_t i = 0; i < scm_authority_meetings(l->n->authority); i++) {
        scm_meeting held = scm_authority_meeting(l->n->authority, i);
        if (!str_eq(held.series, l->series.id)) continue;
        bool companion = list_has(l->companion.names, m->id);
        int ordinal = companion ? held.companion : held.ordinal;
        if (ordinal > last) last = ordinal;
    }
    return last && str_int(m->value) > last + AHEAD;
}

static bool no_such_meeting(struct lint *l, const scm_mention *m)
{
    if (is_far_ahead(l, m)) {
        struct span at = with_ordinal(l, m);
        report(l, NO_SUCH_MEETING, at, span_text(l, at), S("no such meeting"), (str){0});
        return true;
    }
    if (alias_of(l, SCM_MECHANISM, m->id, bare_meeting(l, m))) return false;
    struct span at = with_ordinal(l, m);
    str words = ordinal_str(l->scratch, str_int(m->value));
    report(l, NO_SUCH_MEETING, at, span_text(l, at), S("no such meeting"),
        str_printf(l->scratch, "%.*s %.*s", SCM_STR(words), SCM_STR(m->id)));
    return true;
}

/* The first block of the last paragraph. */
static uint32_t last_paragraph(const scm_document *d)
{
    uint32_t block = (uint32_t)d->nblocks - 1;
    while (block > 0 && d->blocks[block - 1].paragraph == d->blocks[block].paragraph) block--;
    return block;
}

/* Which meetings the first block and the last paragraph of a communiqué name:
 * that opens with its own, this closes with its own and the next. */
static void read_frame(const struct lint *l, struct expected *e, str names)
{
    if (!is_numbered(l->n->document) || e->this_one < 1) return;
    e->last = last_paragraph(l->n->document);
    bool names_next = false, names_this = false;
    e->opens = true;
    for (size_t i = 0; i < l->n->nmentions; i++) {
        const scm_mention *m = &l->n->mentions[i];
        bool companion;
        if (!is_meeting(l, m, &companion) || !list_has(names, m->id)) continue;
        int ordinal = str_int(m->value);
        if (m->block == 0 && ordinal == e->this_one) e->opens = false;
        if (m->block < e->last) continue;
        names_this |= ordinal == e->this_one;
        names_next |= ordinal == e->next || ordinal == e->next_listed;
    }
    e->closes = names_next && !names_this;
}

static void check_meeting(struct lint *l, const scm_mention *m, const struct expected *e)
{
    int ordinal = str_int(m->value);
    if (e->this_one < 1 || ordinal == e->this_one || ordinal == e->next ||
        ordinal == e->next_listed)
        return;
    bool later = ordinal > e->next && ordinal > e->next_listed;
    bool framed = (e->opens && m->block == 0) || (e->closes && m->block >= e->last);
    if (!later && !framed) return;
    str words = ordinal_str(l->scratch, e->this_one);
    str after = ordinal_str(l->scratch, e->next);
    struct span at = with_ordinal(l, m);
    report(l, OTHER_MEETING, at, span_text(l, at),
        str_printf(l->scratch, "neither this %.*s, the %.*s, nor the next, the %.*s",
            SCM_STR(m->id), SCM_STR(words), SCM_STR(after)),
        (str){0});
}

/* The ordinal of the meeting that the title names, empty where it names none. */
static str ordinal_in_title(const struct lint *l, str title)
{
    enum { REACH = 60 };
    struct tokens t = tokens_cut(l->scratch, title, l->language);
    const struct image *im = l->n->authority->image;
    str figures = {0};
    size_t digits, end = 0, past;
    for (size_t i = 0; i < t.len; i++) {
        size_t at = t.at[i].at,
               stop = is_digit(title.at[at]) ? ordinal_end(l->language, title, at, &digits) : 0;
        if (stop) figures = str_sub(title, at, digits), end = stop;
        if (figures.len == 0 || at > end + REACH) continue;
        const struct alias *a = authority_longest(l->n->authority, &t, i, ALIAS_NAME, &past);
        if (a && list_has(l->series.names, image_str(im, im->names[a->row].id))) return figures;
    }
    return (str){0};
}

static void check_title(struct lint *l)
{
    str title = l->n->document->title, figures = ordinal_in_title(l, title);
    if (figures.len == 0 || l->n->meeting < 1 || str_int(figures) == l->n->meeting) return;
    str words = ordinal_str(l->scratch, l->n->meeting);
    struct span at = block_span(l, 0);
    at.end = at.start;
    report(l, OTHER_MEETING, at, title,
        str_printf(l->scratch, "the text is about the %.*s %.*s", SCM_STR(words),
            SCM_STR(l->series.id)),
        (str){0});
}

/* "(SCM)" behind the name that it stands for. */
static bool is_repeated(const struct lint *l, size_t i)
{
    const scm_mention *m = &l->n->mentions[i];
    str text = l->n->document->text;
    return i > 0 && m->start > 0 && text.at[m->start - 1] == '(' &&
           str_eq(l->n->mentions[i - 1].id, m->id);
}

void check_meetings(struct lint *l)
{
    if (l->n->document->nblocks) check_title(l);
    struct expected main = expected_of(l, false), companion = expected_of(l, true);
    read_frame(l, &main, l->series.names);
    read_frame(l, &companion, l->companion.names);
    for (size_t i = 0; i < l->n->nmentions; i++) {
        const scm_mention *m = &l->n->mentions[i];
        bool reports;
        if (!is_meeting(l, m, &reports) || is_repeated(l, i) || no_such_meeting(l, m)) continue;
        check_meeting(l, m, reports ? &companion : &main);
    }
}

/* Days by which a date lies outside the meeting. */
static long days_off(str from, str to, date d)
{
    date first, last;
    if (!date_parse_iso(from, &first) || first.day == 0) return 0;
    if (!date_parse_iso(to, &last)) last = first;
    long day = date_days(d), start = date_days(first), end = date_days(last);
    return day < start ? start - day : day > end ? day - end : 0;
}

static const scm_mention *dated(const struct lint *l, str iso)
{
    for (size_t i = 0; i < l->n->nmentions; i++)
        if (l->n->mentions[i].type == SCM_DATE && str_eq(l->n->mentions[i].value, iso))
            return &l->n->mentions[i];
    return NULL;
}

/* News and fact sheets count the day in the time of their own country. */
void check_meeting_date(struct lint *l)
{
    const scm_annotations *n = l->n;
    scm_meeting held;
    date stated;
    long allowed = n->document->kind == SCM_KIND_COMMUNIQUE ? 0 : 1;
    if (!scm_authority_find_meeting(l->n->authority, n->series, n->meeting, &held)) return;
    if (!date_parse_iso(n->date, &stated) || stated.day == 0) return;
    if (days_off(held.date, held.end, stated) <= allowed) return;
    const scm_mention *m = dated(l, n->date);
    str words = ordinal_str(l->scratch, held.ordinal);
    report(l, OTHER_DATE, m ? mention_span(m) : block_span(l, 0),
        m ? scm_mention_surface(l->n, m) : n->date,
        str_printf(l->scratch, "the %.*s %.*s was held on %.*s", SCM_STR(words),
            SCM_STR(n->series), SCM_STR(held.date)),
        (str){0});
}

static bool meeting_with(const struct lint *l, int companion, scm_meeting *out)
{
    for (size_t i = 0; i < scm_authority_meetings(l->n->authority); i++) {
        *out = scm_authority_meeting(l->n->authority, i);
        if (out->companion == companion) return true;
    }
    return false;
}

/* The one day that the sentence of a mention gives; NULL for none or several,
 * and where it speaks of a meeting of the series too. */
static const scm_mention *only_day(const struct lint *l, size_t index)
{
    struct around a = mentions_around(l, index);
    const scm_mention *day = NULL;
    for (size_t i = a.first; i < a.end; i++) {
        const scm_mention *m = &l->n->mentions[i];
        bool full = m->type == SCM_DATE && m->value.len == sizeof "2020-10-14" - 1;
        bool main = m->type == SCM_MECHANISM && list_has(l->series.names, m->id);
        if ((full && day) || main) return NULL;
        if (full) day = m;
    }
    return day;
}

/* Held by video a companion has two dates, a day apart. */
void check_companion_dates(struct lint *l)
{
    for (size_t i = 0; i < l->n->nmentions; i++) {
        const scm_mention *m = &l->n->mentions[i], *day;
        scm_meeting held;
        bool companion;
        date d;
        if (!is_meeting(l, m, &companion) || !companion || !(day = only_day(l, i))) continue;
        if (!meeting_with(l, str_int(m->value), &held) || held.companion_date.len == 0)
            continue;
        if (!date_parse_iso(day->value, &d) || days_off(held.companion_date, (str){0}, d) <= 1)
            continue;
        str words = ordinal_str(l->scratch, held.companion);
        report(l, OTHER_DATE, mention_span(day), scm_mention_surface(l->n, day),
            str_printf(l->scratch, "the %.*s %.*s was held on %.*s", SCM_STR(words),
                SCM_STR(l->companion.id), SCM_STR(held.companion_date)),
            (str){0});
    }
}
