/* Reference: which meeting a text is about, what its relative dates are
 * relative to, and who heads the delegations. */
#include "annotate/affix.h"
#include "annotate/occasion.h"
#include "base/syllable.h"

/* Whether the start of a block has a phrase of the class. */
static bool block_says(const struct work *w, size_t block, enum phrase_class class_)
{
    if (block >= w->document->nblocks) return false;
    str opening = str_sub(w->document->blocks[block].text, 0, 2000);
    return has_phrase(w->image->language, class_, opening);
}

/* An announcement speaks of the meeting as to come. */
static bool is_ahead(const struct work *w)
{
    if (w->document->kind != SCM_KIND_NEWS) return false;
    for (size_t b = 0; b < 3; b++) {
        if (block_says(w, b, PHRASE_HELD)) return false;
        if (block_says(w, b, PHRASE_AHEAD)) return true;
    }
    return false;
}

/* Whether "announced on the" or the like stands in front of a day. */
static bool reported_before(const struct work *w, size_t at)
{
    enum { FARTHEST = 40 };
    str near = str_trim(str_sub(w->text, at > FARTHEST ? at - FARTHEST : 0, at));
    if (!has_phrase(w->image->language, PHRASE_ON_THE, near)) return false;
    for (size_t i = near.len; i-- > 0;)
        if (near.at[i] == '.') {
            near = str_sub(near, i, near.len);
            break;
        }
    return has_phrase(w->image->language, PHRASE_REPORTED, near);
}

/* The latest "announced on the 9th" of the month of `meeting`. */
static date latest_reported(const struct work *w, date meeting)
{
    date latest = {0};
    for (size_t i = 0; i < w->tokens.len; i++) {
        if (w->tokens.at[i].kind != TOKEN_WORD) continue;
        int day = ordinal_number(w->image->language, token_text(&w->tokens, i));
        if (day > latest.day && day < meeting.day && reported_before(w, w->tokens.at[i].at))
            latest = (date){meeting.year, meeting.month, day};
    }
    return latest;
}

/* The latest full date in the text, for one that is about no meeting. */
static date latest_in_text(const struct work *w)
{
    date latest = {0}, first, d;
    for (size_t i = 0; i < w->tokens.len; i++) {
        const struct token *t = &w->tokens.at[i];
        if (t->kind != TOKEN_WORD ||
            (!is_upper(w->text.at[t->at]) && !is_digit(w->text.at[t->at])))
            continue;
        str rest = str_sub(w->text, t->at, w->text.len);
        size_t n = date_scan(w->image->language, rest, &d);
        if (n == 0) n = date_scan_days(w->image->language, rest, &first, &d);
        if (n && d.year > 1900 && d.year < 2100 && date_cmp(d, latest) > 0) latest = d;
    }
    return latest;
}

static bool meeting_by_date(const struct work *w, date d, scm_meeting *out)
{
    str iso = date_iso(w->arena, d);
    for (size_t i = scm_authority_meetings(w->authority); i-- > 0;) {
        *out = scm_authority_meeting(w->authority, i);
        if (str_eq(out->date, iso)) return true;
    }
    return false;
}

/* An ordinal that the text gives, else its date, says which meeting. */
static bool find_meeting(
    const struct work *w, const scm_series *s, const struct occasion *o, scm_meeting *meeting)
{
    date d;
    if (scm_authority_find_meeting(w->authority, s->id, o->ordinal, meeting)) return true;
    return date_parse_iso(o->date, &d) && meeting_by_date(w, d, meeting);
}

static date choose_reference(struct work *w, date stated, date listed)
{
    date published = {0}, meeting = stated.year ? stated : listed;
    date_parse_iso(w->document->published, &published);
    if (meeting.year && !is_ahead(w)) return meeting;
    if (published.year) return published;
    if (meeting.year) {
        date latest = latest_reported(w, meeting);
        return latest.year ? latest : meeting;
    }
    return latest_in_text(w);
}

static bool is_named(const struct work *w, str person)
{
    for (size_t i = 0; i < w->officials.len; i++) {
        const struct official_row *r = &w->image->officials[w->officials.at[i].alias->row];
        if (str_eq(image_str(w->image, r->id), person)) return true;
    }
    return false;
}

/* Who held the office, of several the one whom the text names. */
static str holder_id(const struct work *w, str office)
{
    scm_official o;
    for (size_t i = 0; i < w->image->nofficials; i++) {
        if (!str_eq(image_str(w->image, w->image->officials[i].office), office)) continue;
        o = scm_authority_official(w->authority, i);
        if (term_covers(o.from, o.to, w->reference_iso) && is_named(w, o.id)) return o.id;
    }
    return scm_authority_holder(w->authority, office, w->reference_iso, &o) ? o.id
                                                                            : (str){NULL, 0};
}

/* Does the title name all of the sides? */
static bool names_all(const struct work *w, const struct tokens *title, str sides)
{
    for (str side; list_cut(&sides, &side);) {
        bool named = false;
        for (size_t i = 0, past; i < title->len && !named; i++) {
            const struct alias *a =
                authority_longest(w->authority, title, i, ALIAS_SIDE, &past);
            named = a && str_eq(image_str(w->image, w->image->sides[a->row].id), side);
        }
        if (!named) return false;
    }
    return true;
}

/* The last ordinal in front of the byte; 0: none. */
static int ordinal_in_front(const struct work *w, const struct tokens *t, size_t byte)
{
    int ordinal = 0;
    for (size_t i = 0; i < t->len && t->at[i].at < byte; i++) {
        int n = ordinal_number(w->image->language, token_text(t, i));
        if (n > 0) ordinal = n;
    }
    return ordinal;
}

/* The series of which the title names a meeting, by its name or an opening phrase, and the
 * ordinal of the meeting. */
static bool series_of_title(const struct work *w, str title, scm_series *out, int *ordinal)
{
    struct tokens t = tokens_cut(w->arena, title, w->image->language);
    for (size_t i = 0, past; i < t.len; i++) {
        const struct alias *a = authority_longest(w->authority, &t, i, ALIAS_NAME, &past);
        if (!a) continue;
        str id = image_str(w->image, w->image->names[a->row].id);
        for (size_t k = 0; k < w->image->nseries; k++) {
            *out = scm_authority_series(w->authority, k);
            *ordinal = ordinal_in_front(w, &t, t.at[i].at);
            if (list_has(out->names, id)) return true;
        }
        i = past - 1;
    }
    for (size_t k = 0; k < w->image->nseries; k++) {
        *out = scm_authority_series(w->authority, k);
        str phrases = image_str(w->image, w->image->series[k].opening), one;
        str folded = fold_name(w->arena, title);
        struct tokens words = tokens_cut(w->arena, folded, w->image->language);
        while (list_cut(&phrases, &one)) {
            size_t at = str_find_nocase(folded, fold_name(w->arena, one));
            if (at == folded.len || !names_all(w, &t, out->sides)) continue;
            *ordinal = ordinal_in_front(w, &words, at);
            return true;
        }
    }
    *ordinal = 0;
    return false;
}

/* Does a word for a meeting follow: "NCG 출범회의를"? */
static bool meets_there(const struct work *w, size_t at)
{
    at += syllable_joint(w->text, at) || (at < w->text.len && w->text.at[at] == ' ');
    return syllable_at(w->text, at) && affix_is_noun(w, at, WORD_MEETING_NOUN);
}

/* The series that the first paragraph names first, with an ordinal or as meeting. */
static bool series_of_opening(const struct work *w, scm_series *out)
{
    size_t end = w->document->nblocks ? w->document->blocks[0].text.len : 0, span;
    for (size_t i = 0; i < w->found.len && w->found.at[i].start < end; i++) {
        const struct candidate *c = &w->found.at[i];
        if (c->type != SCM_MECHANISM) continue;
        if (ordinal_before(w, c->start, &span) == 0 && !meets_there(w, c->end)) continue;
        for (size_t k = 0; k < w->image->nseries; k++) {
            *out = scm_authority_series(w->authority, k);
            if (list_has(out->names, c->id)) return true;
        }
    }
    return false;
}

/* The heads by side: those of the listed meeting, else who held the offices. */
static void find_heads(struct work *w, const scm_series *s, const scm_meeting *meeting)
{
    str offices = s->heads, sides = s->sides, side, group, office;
    str listed = meeting ? meeting->heads : (str){NULL, 0};
    enum { MOST_HEADS = 16 };
    w->heads = arena_array(w->arena, MOST_HEADS, sizeof *w->heads);
    while (list_cut(&sides, &side) && list_cut(&offices, &group))
        while (str_cut(&group, '+', &office) && w->nheads < MOST_HEADS) {
            scm_head *h = &w->heads[w->nheads++];
            *h = (scm_head){side, office, {NULL, 0}};
            if (!meeting || !list_cut(&listed, &h->person)) h->person = holder_id(w, office);
        }
}

/* When the table says that the companion was held whose ordinal the text gives; empty
 * where it gives none or the table has none. */
static str companion_date(struct work *w, const scm_series *main, const scm_series *companion)
{
    struct occasion stated = {0};
    if (!find_stated_occasion(w, companion, &stated)) return (str){NULL, 0};
    for (size_t i = 0; i < scm_authority_meetings(w->authority); i++) {
        scm_meeting m = scm_authority_meeting(w->authority, i);
        if (m.companion == stated.ordinal && str_eq(m.series, main->id))
            return m.companion_date;
    }
    return (str){NULL, 0};
}

/* What the title says goes before an ordinal of the main series in the text, which may
 * recall a meeting or look forward to one. */
void find_reference(struct work *w)
{
    scm_meeting meeting = {0};
    scm_series series = {0}, main = {0};
    struct occasion occasion = {0};
    date stated = {0}, listed = {0};
    int ordinal;
    bool titled = series_of_title(w, w->document->title, &series, &ordinal);
    bool other =
        scm_authority_main_series(w->authority, &main) && titled && !str_eq(main.id, series.id);
    bool numbered = !other && main.id.len && find_stated_occasion(w, &main, &occasion);
    bool known = numbered && find_meeting(w, &main, &occasion, &meeting);
    bool in_series = numbered || titled || series_of_opening(w, &series);
    if (numbered) series = main;
    scm_meeting other_meeting = {0};
    struct occasion stated_other = {0};
    bool other_known = in_series && !numbered &&
                       find_stated_occasion(w, &series, &stated_other) &&
                       scm_authority_find_meeting(
                           w->authority, series.id, stated_other.ordinal, &other_meeting);
    if (!numbered && !find_held_occasion(w, &occasion) && in_series)
        find_first_occasion(w, &occasion);
    if (in_series && !numbered && str_eq(main.companion, series.id) && occasion.date.len == 0)
        occasion.date = companion_date(w, &main, &series);
    if (other_known && occasion.date.len < other_meeting.date.len)
        occasion.date = other_meeting.date;
    w->numbered = numbered;
    w->listed_meeting = known;
    w->meeting = known ? meeting.ordinal : occasion.ordinal;
    w->date = occasion.date;
    w->venue = occasion.venue;
    w->ordinal = numbered ? w->meeting : stated_other.ordinal ? stated_other.ordinal : ordinal;
    w->companion = known ? meeting.companion : 0;
    if (in_series) w->series = series.id;
    date_parse_iso(w->date, &stated);
    if (known) date_parse_iso(meeting.date, &listed);
    if (w->reference.year == 0) w->reference = choose_reference(w, stated, listed);
    if (w->reference.year) w->reference_iso = date_iso(w->arena, w->reference);
    if (in_series)
        find_heads(w, &series, known ? &meeting : other_known ? &other_meeting : NULL);
}
