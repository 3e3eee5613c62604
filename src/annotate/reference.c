/* Reference: which meeting a text is about, what its relative dates are
 * relative to, and who heads the two delegations. */
#include "annotate/work.h"

static bool block_says(const struct work *w, size_t block, const char *const *phrases)
{
    if (block >= w->document->nblocks) return false;
    str opening = str_sub(w->document->blocks[block].text, 0, 2000);
    for (; *phrases; phrases++)
        if (str_find_nocase(opening, str_of(*phrases)) < opening.len) return true;
    return false;
}

/* An announcement speaks of the meeting as to come. */
static bool is_ahead(const struct work *w)
{
    static const char *const AHEAD[] = {"will hold", "will be held", "will meet",
        "plans to hold", "is scheduled", "to be held", "scheduled to", NULL};
    static const char *const HELD[] = {"was held", "were held", "met in", "convened", NULL};
    if (w->document->kind != SCM_KIND_NEWS) return false;
    for (size_t b = 0; b < 3; b++) {
        if (block_says(w, b, HELD)) return false;
        if (block_says(w, b, AHEAD)) return true;
    }
    return false;
}

static bool day_in_text(str text, size_t at, int *day)
{
    size_t end = at;
    while (end < text.len && is_digit(text.at[end])) end++;
    *day = str_int(str_sub(text, at, end));
    return *day >= 1 && *day <= 31 && is_ordinal_suffix(str_sub(text, end, end + 2));
}

static bool reported_before(str text, size_t at)
{
    static const char *const REPORTED[] = {
        "announced", "stated", " said", "reported", "explained", NULL};
    str near = str_sub(text, at > 32 ? at - 32 : 0, at);
    for (size_t i = near.len; i-- > 0;)
        if (near.at[i] == '.') {
            near = str_sub(near, i, near.len);
            break;
        }
    for (const char *const *r = REPORTED; *r; r++)
        if (str_has(near, str_of(*r))) return true;
    return false;
}

/* The latest "announced on the 9th" of the month of `meeting`. */
static date latest_reported(const struct work *w, date meeting)
{
    date latest = {0};
    str on = S(" on the ");
    for (size_t at = 0;
         (at += str_find(str_sub(w->text, at, w->text.len), on)) < w->text.len;) {
        int day;
        bool past = reported_before(w->text, at);
        at += on.len;
        if (past && day_in_text(w->text, at, &day) && day < meeting.day && day > latest.day)
            latest = (date){meeting.year, meeting.month, day};
    }
    return latest;
}

/* "April 11-12, 2023": the last day of a range of one month. */
static size_t scan_range(str s, date *out)
{
    size_t word = 0;
    while (word < s.len && is_alpha(s.at[word])) word++;
    date d = {.month = month_number(str_sub(s, 0, word))};
    size_t comma = str_find(s, S(", "));
    if (d.month == 0 || comma + 6 > s.len || comma > word + 14) return 0;
    for (size_t i = word; i < comma; i++)
        if (is_digit(s.at[i]))
            d.day = (i > 0 && is_digit(s.at[i - 1]) ? d.day * 10 : 0) + (s.at[i] - '0');
    d.year = str_int(str_sub(s, comma + 2, comma + 6));
    if (d.day == 0 || d.year < 1900 || !date_valid(d)) return 0;
    *out = d;
    return comma + 6;
}

/* The latest full date in the text, for one that is about no meeting. */
static date latest_in_text(const struct work *w)
{
    date latest = {0}, d;
    for (size_t i = 0; i < w->text.len;) {
        size_t n = 0;
        bool start = i == 0 || !is_alnum(w->text.at[i - 1]);
        if (start && (is_upper(w->text.at[i]) || is_digit(w->text.at[i])))
            n = date_scan(str_sub(w->text, i, i + 24), &d);
        if (start && n == 0 && is_upper(w->text.at[i]))
            n = scan_range(str_sub(w->text, i, i + 32), &d);
        if (n && d.year > 1900 && d.year < 2100 && date_cmp(d, latest) > 0) latest = d;
        i += n ? n : 1;
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

/* The series whose ordinals a text gives without saying more. */
static bool main_series(const struct work *w, scm_series *out)
{
    for (size_t k = 0; k < w->image->nseries; k++) {
        *out = scm_authority_series(w->authority, k);
        if (out->companion.len) return true;
    }
    return false;
}

/* The meeting of the main series with the ordinal that the text gives. */
static bool find_numbered(const struct work *w, scm_meeting *meeting)
{
    scm_series s;
    return main_series(w, &s) &&
           scm_authority_find_meeting(w->authority, s.id, w->document->meeting, meeting);
}

/* An ordinal that the text gives, else its date, says which meeting. */
static bool find_meeting(struct work *w, scm_meeting *meeting)
{
    date d;
    if (w->document->meeting && find_numbered(w, meeting)) return true;
    if (w->document->meeting == 0) return false;
    return date_parse_iso(w->document->date, &d) && meeting_by_date(w, d, meeting);
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

/* The series of which the title names a meeting, by its name or an opening phrase. */
static bool series_of_title(const struct work *w, str title, scm_series *out)
{
    struct tokens t = tokens_cut(w->arena, title, w->image->language);
    for (size_t i = 0, past; i < t.len; i++) {
        const struct alias *a = authority_longest(w->authority, &t, i, ALIAS_NAME, &past);
        if (!a) continue;
        str id = image_str(w->image, w->image->names[a->row].id);
        for (size_t k = 0; k < w->image->nseries; k++) {
            *out = scm_authority_series(w->authority, k);
            if (list_has(out->names, id)) return true;
        }
        i = past - 1;
    }
    for (size_t k = 0; k < w->image->nseries; k++) {
        *out = scm_authority_series(w->authority, k);
        str phrases = image_str(w->image, w->image->series[k].opening), one;
        str folded = fold_name(w->arena, title);
        while (list_cut(&phrases, &one))
            if (str_find_nocase(folded, fold_name(w->arena, one)) < folded.len &&
                names_all(w, &t, out->sides))
                return true;
    }
    return false;
}

/* The series that the first paragraph names first, with an ordinal. */
static bool series_of_opening(const struct work *w, scm_series *out)
{
    size_t end = w->document->nblocks ? w->document->blocks[0].text.len : 0, span;
    for (size_t i = 0; i < w->found.len && w->found.at[i].start < end; i++) {
        const struct candidate *c = &w->found.at[i];
        if (c->type != SCM_MECHANISM || ordinal_before(w, c->start, &span) == 0) continue;
        for (size_t k = 0; k < w->image->nseries; k++) {
            *out = scm_authority_series(w->authority, k);
            if (list_has(out->names, c->id)) return true;
        }
    }
    return false;
}

/* The first place in the opening that stands behind "in", and the first full date. */
static void find_occasion(struct work *w)
{
    if (w->document->nblocks == 0) return;
    str opening = w->document->blocks[0].text;
    date d;
    for (size_t i = 0; w->date.len == 0 && i < opening.len; i++) {
        if (!is_alnum(opening.at[i]) || (i && is_alnum(opening.at[i - 1]))) continue;
        if (date_scan(str_sub(opening, i, opening.len), &d)) w->date = date_iso(w->arena, d);
    }
    if (w->date.len == 0) w->date = w->document->published;
    for (size_t i = 0; i < w->found.len && w->venue.len == 0; i++) {
        const struct candidate *c = &w->found.at[i];
        if (c->start >= opening.len) break;
        str before = str_sub(opening, 0, c->start);
        if (c->type == SCM_PLACE && str_ends(before, S(" in ")))
            w->venue = str_sub(opening, c->start, c->end);
    }
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

/* What the title says goes before an ordinal of the main series in the text, which may
 * recall a meeting or look forward to one. */
void find_reference(struct work *w)
{
    scm_meeting meeting = {0};
    scm_series series = {0}, first;
    date stated = {0}, listed = {0};
    bool titled = series_of_title(w, w->document->title, &series);
    bool other = titled && main_series(w, &first) && !str_eq(first.id, series.id);
    bool numbered = w->document->meeting != 0 && !other;
    bool known = numbered && find_meeting(w, &meeting);
    bool in_series =
        numbered ? main_series(w, &series) : titled || series_of_opening(w, &series);
    w->numbered = numbered && in_series;
    w->listed_meeting = known;
    if (numbered) {
        w->meeting = known ? meeting.ordinal : w->document->meeting;
        w->date = w->document->date;
        w->venue = w->document->venue;
    }
    w->companion = known ? meeting.companion : 0;
    if (in_series) w->series = series.id;
    if (in_series && !numbered) find_occasion(w);
    date_parse_iso(w->date, &stated);
    if (known) date_parse_iso(meeting.date, &listed);
    if (w->reference.year == 0) w->reference = choose_reference(w, stated, listed);
    if (w->reference.year) w->reference_iso = date_iso(w->arena, w->reference);
    if (in_series) find_heads(w, &series, known ? &meeting : NULL);
}
