/* Front: what a document is and which meeting it is about, as its title and
 * opening paragraphs state it. */
#include "load/load.h"

#include "base/calendar.h"
#include "load/furniture.h"
#include "load/prose.h"

/* A mention of the meeting: "the 52nd … Security Consultative Meeting (SCM)". */
struct meeting {
    int ordinal;
    size_t start, end; /* from "52nd" to the end of its name */
};

enum {
    LONGEST_NAME = 160,
    OPENING_BLOCKS = 3,
    LONGEST_OPENING = 4000,
    NEAR = 240,
    LONGEST_PLACE = 60
};

/* An ordinal at `at`: "52nd"; the bytes it takes, 0 for none. */
static size_t scan_ordinal(str s, size_t at, int *number)
{
    size_t end = at;
    if (at && is_alnum(s.at[at - 1])) return 0;
    while (end < s.len && is_digit(s.at[end])) end++;
    if (end == at || end - at > 3) return 0;
    str suffix = str_sub(s, end, end + 2);
    bool known = str_eq_nocase(suffix, S("st")) || str_eq_nocase(suffix, S("nd")) ||
                 str_eq_nocase(suffix, S("rd")) || str_eq_nocase(suffix, S("th"));
    if (!known || (end + 2 < s.len && is_alnum(s.at[end + 2]))) return 0;
    *number = str_int(str_sub(s, at, end));
    return end + 2 - at;
}

static size_t meeting_name(str s, size_t at)
{
    str rest = str_sub(s, at, s.len);
    if (str_starts_nocase(rest, S("Security Consultative Meeting"))) return 29;
    if (str_starts_nocase(rest, S("Security Consultation Meeting"))) return 29;
    bool acronym = str_starts(rest, S("SCM")) && (rest.len == 3 || !is_alnum(rest.at[3])) &&
                   (at == 0 || !is_alnum(s.at[at - 1]));
    return acronym ? 3 : 0;
}

/* The first ordinal that an SCM follows before any other ordinal does. */
static bool find_meeting(str s, struct meeting *m)
{
    *m = (struct meeting){0};
    for (size_t i = 0; i < s.len && i < LONGEST_OPENING; i++) {
        int n;
        size_t len = is_digit(s.at[i]) ? scan_ordinal(s, i, &n) : 0;
        if (len) *m = (struct meeting){n, i, 0};
        if (m->ordinal && i - m->start > LONGEST_NAME) m->ordinal = 0;
        len = m->ordinal ? meeting_name(s, i) : 0;
        if (!len) continue;
        m->end = i + len;
        return true;
    }
    return false;
}

/* "On December 2, 2021, the 53rd …": the date right before the meeting. */
static bool date_before(str s, size_t start, date *out)
{
    for (size_t i = start > 40 ? start - 40 : 0; i < start; i++) {
        if (i && is_alnum(s.at[i - 1])) continue;
        size_t n = date_scan(str_sub(s, i, start), out);
        if (!n) continue;
        str between = str_trim(str_sub(s, i + n, start));
        return between.len == 0 || str_eq(between, S(",")) || str_eq(between, S(", the")) ||
               str_eq(between, S("the"));
    }
    return false;
}

/* "October 7-8, 1999": the first day. */
static size_t scan_days(str s, date *out)
{
    size_t month = 0, at, n;
    date last;
    while (month < s.len && is_alpha(s.at[month])) month++;
    if (!month_number(str_sub(s, 0, month)) || month == s.len) return 0;
    at = month + 1;
    while (at < s.len && is_digit(s.at[at])) at++;
    int day = str_int(str_sub(s, month + 1, at));
    str rest = str_sub(s, at, s.len);
    size_t dash = str_starts(rest, S("-"))       ? 1
                  : str_starts(rest, S("–"))     ? 3
                  : str_starts(rest, S(" and ")) ? 5
                  : str_starts(rest, S(" to "))  ? 4
                                                 : 0;
    char again[64];
    str tail = str_sub(rest, dash, dash + 12);
    if (!dash || day < 1 || month > 20) return 0;
    for (n = 0; n < month; n++) again[n] = s.at[n];
    again[n++] = ' ';
    for (size_t i = 0; i < tail.len; i++) again[n++] = tail.at[i];
    n = date_scan((str){again, n}, &last);
    if (!n || day >= last.day) return 0;
    *out = (date){last.year, last.month, day};
    return at + dash + n - month - 1;
}

static size_t scan_date(str s, date *out)
{
    size_t n = date_scan(s, out);
    return n ? n : scan_days(s, out);
}

/* The first full date behind the meeting, before another meeting is named. */
static bool date_after(str s, size_t end, date *out)
{
    for (size_t i = end; i < s.len && i < end + NEAR; i++) {
        str rest = str_sub(s, i, s.len);
        if (str_starts(rest, S("MCM")) || str_starts_nocase(rest, S("Military Committee")))
            return false;
        if (!is_alnum(s.at[i]) || is_alnum(s.at[i - 1])) continue;
        if (scan_date(rest, out)) return true;
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

static bool is_country(str s)
{
    static const char *const NAMES[] = {"ROK", "R.O.K.", "Korea", "South Korea",
        "Republic of Korea", "U.S.", "US", "USA", "U.S.A.", "United States"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (str_eq(s, str_of(NAMES[i]))) return true;
    return false;
}

/* The first `len` bytes, or a little less: whole characters. */
static str cut_at(str s, size_t len)
{
    if (len >= s.len) return s;
    while (len > 0 && ((unsigned char)s.at[len] & 0xC0) == 0x80) len--;
    return str_sub(s, 0, len);
}

/* The place name at the start: capitalized words and parts after commas. */
static str scan_place(str s)
{
    size_t end = 0, part = 0, n;
    while ((n = place_word(s, part))) {
        size_t at = part + n;
        while (
            at < s.len && s.at[at] == ' ' && s.at[at - 1] != '.' && (n = place_word(s, at + 1)))
            at += 1 + n;
        if (end && (is_country(str_sub(s, part, at)) || month_number(str_sub(s, part, at))))
            break;
        end = at;
        if (!str_starts(str_sub(s, at, s.len), S(", "))) break;
        part = at + 2;
        /* "Seoul, Republic of Korea": the small words of a country's name. */
        if (str_starts(str_sub(s, part, s.len), S("Republic of Korea"))) break;
    }
    return end <= LONGEST_PLACE ? str_sub(s, 0, end) : (str){0};
}

/* "was held in Seoul", "met in Washington, D.C.", "on October 24, 2013, in Seoul". */
static str find_venue(str s, size_t from)
{
    static const char *const BEFORE[] = {"held in ", "held at ", "met in ", "convened in ",
        "place in ", "hosted in ", "Meeting in ", "(SCM) in ", "SCM in ", "meeting in "};
    s = cut_at(s, from + NEAR);
    for (size_t k = 0; k < sizeof BEFORE / sizeof *BEFORE; k++) {
        str rest = str_sub(s, from, s.len), before = str_of(BEFORE[k]);
        size_t hit = str_find(rest, before);
        str place = scan_place(str_sub(rest, hit + before.len, rest.len));
        if (place.len) return place;
    }
    for (size_t i = from; i < s.len; i++) { /* the place after the date */
        date d;
        size_t n = is_upper(s.at[i]) ? scan_date(str_sub(s, i, s.len), &d) : 0;
        str rest = str_sub(s, i + n, s.len);
        if (!n) continue;
        size_t skip = str_starts(rest, S(", in ")) ? 5 : str_starts(rest, S(" in ")) ? 4 : 0;
        return skip ? scan_place(str_sub(rest, skip, rest.len)) : (str){0};
    }
    return (str){0};
}

/* "Seoul was the venue of the …", "Seoul hosted the …". */
static str venue_before(str s)
{
    static const str AFTER[] = {LITERAL(" hosted "), LITERAL(" was the venue of "),
        LITERAL(" was the site of "), LITERAL(" was host to ")};
    str place = scan_place(s), rest = str_sub(s, place.len, s.len);
    if (str_starts(rest, S(","))) rest = str_sub(rest, 1, rest.len);
    for (size_t i = 0; i < sizeof AFTER / sizeof *AFTER; i++)
        if (str_starts(rest, AFTER[i])) return place;
    return (str){0};
}

/* Reads meeting, date and venue out of one text. */
static bool read_meeting(struct source *s, scm_document *d, str text)
{
    struct meeting m;
    date when;
    if (!find_meeting(text, &m)) return false;
    d->meeting = m.ordinal;
    if (date_before(text, m.start, &when) || date_after(text, m.end, &when))
        d->date = date_iso(s->arena, when);
    size_t from = m.start > 80 ? m.start - 80 : 0;
    d->venue = venue_before(str_sub(text, 0, m.start));
    if (!d->venue.len) d->venue = find_venue(text, m.end);
    if (!d->venue.len && from < m.start) d->venue = find_venue(str_sub(text, 0, m.end), from);
    return true;
}

static bool has(str s, const char *what)
{
    return str_find_nocase(s, str_of(what)) < s.len;
}

/* "SEOUL, Nov. 13 (Agency) -- …" */
static bool opens_as_story(str s)
{
    size_t city = 0, open = str_find_char(str_sub(s, 0, 60), '(');
    size_t close = str_find_char(str_sub(s, 0, 90), ')');
    while (city < s.len && is_upper(s.at[city])) city++;
    str dash = str_sub(s, close + 1, close + 5);
    return city > 2 && open < 60 && open < close &&
           (str_starts(dash, S(" -")) || str_starts(dash, S(" —")) ||
               str_starts(dash, S(" –")));
}

/* What a text without numbers is by its blocks. */
static enum scm_kind kind_by_blocks(const struct source *s)
{
    size_t bullets = 0, capitals = 0, news = 0, said = 0;
    for (size_t i = 0; i < s->pieces.len; i++) {
        const struct piece *p = &s->pieces.at[i];
        str why = str_of(p->drop);
        bullets += !p->drop && (p->flags & PIECE_BULLET);
        capitals += str_eq(why, S("heading")) && is_capitals(p->text);
        news += str_eq(why, S("caption")) || str_eq(why, S("advertisement")) ||
                str_eq(why, S("dateline")) || str_eq(why, S("source line"));
        str head = str_sub(p->text, 0, 2000);
        said += !p->drop && str_has(head, S(" said"));
        if (!p->drop && opens_as_story(head)) news += 2;
    }
    if (bullets && capitals) return SCM_KIND_FACT_SHEET;
    if (said >= 2 || (said && news) || news >= 2) return SCM_KIND_NEWS;
    return SCM_KIND_UNKNOWN;
}

static enum scm_kind find_kind(const struct source *s)
{
    str title = s->title;
    bool statement = has(title, "joint statement") || has(title, "declaration") ||
                     has(title, "statement") || has(title, "joint vision");
    if (has(title, "fact sheet") || has(title, "factsheet")) return SCM_KIND_FACT_SHEET;
    if (has(title, "communiqu") && s->numbered) return SCM_KIND_COMMUNIQUE;
    if (statement) return SCM_KIND_STATEMENT;
    if (s->numbered) return SCM_KIND_COMMUNIQUE;
    enum scm_kind kind = kind_by_blocks(s);
    if (kind != SCM_KIND_UNKNOWN) return kind;
    if (has(title, "joint communiqu")) return SCM_KIND_COMMUNIQUE;
    return s->front_matter ? SCM_KIND_STATEMENT : SCM_KIND_UNKNOWN;
}

static void find_front(struct source *s, scm_document *d)
{
    size_t looked = 0, most = s->numbered ? 1 : OPENING_BLOCKS;
    bool found = false;
    for (size_t i = 0; i < s->pieces.len && looked < most && !found; i++) {
        const struct piece *p = &s->pieces.at[i];
        if (p->drop || (s->numbered && !(p->flags & PIECE_NUMBERED))) continue;
        found = read_meeting(s, d, str_sub(p->text, p->mark, p->text.len));
        looked++;
    }
    if (!found) read_meeting(s, d, s->title);
    d->kind = find_kind(s);
}

void front(struct source *s, scm_document *d)
{
    d->title = s->title;
    d->note = s->note;
    d->published = s->published;
    if (!s->stated) {
        find_front(s, d);
        return;
    }
    d->kind = s->stated->kind;
    d->meeting = s->stated->meeting;
    d->date = s->stated->date;
    d->venue = s->stated->venue;
}
