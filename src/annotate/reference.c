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

/* An ordinal that the text gives, else its date, says which meeting. */
static bool find_meeting(struct work *w, scm_meeting *meeting)
{
    date d;
    if (w->document->meeting &&
        scm_authority_find_meeting(w->authority, S("SCM"), w->document->meeting, meeting))
        return true;
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

static str holder_id(const struct work *w, str office)
{
    scm_official o;
    return scm_authority_holder(w->authority, office, w->reference_iso, &o) ? o.id
                                                                            : (str){NULL, 0};
}

/* Presidents speak where they are named and no meeting of ministers is. */
static bool presidents_speak(const struct work *w)
{
    size_t count = 0;
    for (size_t i = 0; i < w->titles.len && count < 2; i++) {
        const struct hit *h = &w->titles.at[i];
        count += str_starts(str_sub(w->text, h->start, h->end), S("President"));
    }
    return count >= 2;
}

/* The heads of the two sides; of another country's text there are none. */
static void find_heads(struct work *w, const scm_meeting *meeting)
{
    bool presidents = !w->about_scm && presidents_speak(w);
    if (meeting) {
        str heads = meeting->heads;
        list_cut(&heads, &w->us_head);
        list_cut(&heads, &w->rok_head);
    } else if (w->about_scm || str_has(w->text, S("ROK")) ||
               str_has(w->text, S("Republic of Korea"))) {
        w->us_head = holder_id(w, presidents ? S("us-president") : S("us-secdef"));
        w->rok_head = holder_id(w, presidents ? S("rok-president") : S("rok-mnd"));
    }
}

void find_reference(struct work *w)
{
    scm_meeting meeting = {0};
    date stated = {0}, listed = {0};
    bool known = find_meeting(w, &meeting);
    w->meeting = known ? meeting.ordinal : w->document->meeting;
    w->mcm = known ? meeting.companion : 0;
    w->about_scm = w->meeting != 0;
    w->listed_meeting = known;
    date_parse_iso(w->document->date, &stated);
    if (known) date_parse_iso(meeting.date, &listed);
    if (w->reference.year == 0) w->reference = choose_reference(w, stated, listed);
    if (w->reference.year) w->reference_iso = date_iso(w->arena, w->reference);
    find_heads(w, known ? &meeting : NULL);
}
