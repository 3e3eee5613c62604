/* Dates among syllables: numbers with a sign behind each ("2023년 11월 13일") or with dots
 * between them ("1990. 11. 13. – 15. 간"), words for years, stretches of years.
 *
 * A range is one mention whose value has both ends. */
#include "annotate/affix_dates.h"

#include "annotate/affix.h"
#include "base/syllable.h"

/* A date as it is read. */
struct date_reader {
    const struct work *w;
    str text;
    size_t at;
};

static void skip_space(struct date_reader *r)
{
    while (r->at < r->text.len && r->text.at[r->at] == ' ') r->at++;
}

/* A number of at most so many digits, the space in front aside. */
static bool number(struct date_reader *r, size_t most, int *out)
{
    size_t start, n = 0;
    struct date_reader before = *r;
    skip_space(r);
    start = r->at;
    while (start + n < r->text.len && is_digit(r->text.at[start + n])) n++;
    if (n == 0 || n > most) {
        *r = before;
        return false;
    }
    r->at = start + n;
    *out = str_int(str_sub(r->text, start, r->at));
    return true;
}

/* The longest word of the class that stands there, the space in front aside. */
static bool sign(struct date_reader *r, enum word_class class_)
{
    enum { LONGEST = 4 };
    struct date_reader before = *r;
    skip_space(r);
    size_t end = syllables_end(r->text, r->at);
    if (end > r->at + LONGEST * SYLLABLE) end = r->at + LONGEST * SYLLABLE;
    for (; end > r->at; end -= SYLLABLE)
        if (word_is(r->w->image->language, str_sub(r->text, r->at, end), class_)) {
            r->at = end;
            return true;
        }
    *r = before;
    return false;
}

/* A word of the class that is one mark, spaces in front aside. */
static bool mark(struct date_reader *r, enum word_class class_)
{
    enum { LONGEST = 3 }; /* bytes */
    struct date_reader before = *r;
    skip_space(r);
    for (size_t n = LONGEST; n > 0; n--) {
        str one = str_sub(r->text, r->at, r->at + n);
        if (one.len < n || !word_is(r->w->image->language, one, class_)) continue;
        r->at += n;
        return true;
    }
    *r = before;
    return false;
}

static bool dash(struct date_reader *r)
{
    str rest = str_sub(r->text, r->at, r->text.len);
    rest = str_sub(rest, str_starts(rest, S(" ")), rest.len);
    if (!str_starts(rest, S("~")) && !str_starts(rest, S("-"))) return mark(r, WORD_RANGE_DASH);
    r->at = (size_t)(rest.at - r->text.at) + 1;
    return true;
}

static bool dot(struct date_reader *r)
{
    str rest = str_sub(r->text, r->at, r->text.len);
    rest = str_sub(rest, str_starts(rest, S(" ")), rest.len);
    if (!str_starts(rest, S("."))) return mark(r, WORD_DATE_DOT);
    r->at = (size_t)(rest.at - r->text.at) + 1;
    return true;
}

static int full_year(int year)
{
    return year >= 100 ? year : year >= 50 ? 1900 + year : 2000 + year;
}

static bool is_month(int n)
{
    return n >= 1 && n <= 12;
}

static bool is_day(int n)
{
    return n >= 1 && n <= 31;
}

/* "~ 15일", "과 8일 양일 간": the last day of a range; what does not complete one is left. */
static void last_day(struct date_reader *r, struct affix_date *out)
{
    struct date_reader before = *r;
    int day;
    bool joint = dash(r) || sign(r, WORD_AFFIX_JOINT);
    if (joint && number(r, 2, &day) && is_day(day) && day > out->first.day) {
        if (!sign(r, WORD_DAY_SIGN)) dot(r);
        out->last = (date){out->first.year, out->first.month, day};
    } else {
        *r = before;
    }
}

/* "11월 13일", "11월" behind a year, or alone. */
static bool month_and_day(struct date_reader *r, struct affix_date *out)
{
    struct date_reader before = *r;
    int month, day;
    if (!number(r, 2, &month) || !is_month(month) || !sign(r, WORD_MONTH_SIGN)) {
        *r = before;
        return false;
    }
    out->first.month = month;
    before = *r;
    if (!number(r, 2, &day) || !is_day(day)) {
        *r = before;
        return true;
    }
    struct date_reader behind = *r;
    out->first.day = day;
    if (sign(r, WORD_DAY_SIGN)) {
        last_day(r, out);
        return true;
    }
    last_day(r, out); /* "20∼22일간" */
    if (out->last.year || out->last.day) return true;
    *r = behind.at > before.at ? before : behind;
    out->first.day = 0;
    return true;
}

/* "‘83년": a sign stands for the century. */
static bool is_shortened(str text, size_t at)
{
    str before = str_sub(text, 0, at);
    return str_ends(before, S("'")) || str_ends(before, S("‘")) || str_ends(before, S("’"));
}

/* "2023년 …" */
static bool signed_date(struct date_reader *r, struct affix_date *out)
{
    struct date_reader before = *r;
    int year;
    bool has_year = number(r, 4, &year) && sign(r, WORD_YEAR_SIGN);
    *out = (struct affix_date){0};
    if (!has_year) {
        *r = before;
        return month_and_day(r, out);
    }
    bool whole = year >= 1000;
    out->first.year = full_year(year);
    if (!month_and_day(r, out) && !whole && !is_shortened(r->text, before.at)) {
        *r = before; /* "3년", "70년" are so many */
        return false;
    }
    return true;
}

/* "1990. 11. 13. – 15.", "1993·11·3∼4일", "76. 5. 26일 및 27일" */
static bool dotted_date(struct date_reader *r, struct affix_date *out)
{
    struct date_reader before = *r;
    int year, month, day;
    *out = (struct affix_date){0};
    if (number(r, 4, &year) && dot(r) && number(r, 2, &month) && dot(r) && number(r, 2, &day) &&
        is_month(month) && is_day(day) && (year > 31 || r->text.at[before.at] == '0')) {
        out->first = (date){full_year(year), month, day};
        if (!sign(r, WORD_DAY_SIGN) && r->at < r->text.len && r->text.at[r->at] == '.') r->at++;
        last_day(r, out);
        return true;
    }
    *r = before;
    return false;
}

size_t affix_date_scan(const struct work *w, str text, size_t at, struct affix_date *out)
{
    struct date_reader r = {w, text, at};
    bool found = dotted_date(&r, out) || (r.at = at, signed_date(&r, out));
    return found ? r.at - at : 0;
}

static void add_date(struct work *w, size_t start, size_t end, str id, str value)
{
    vec_push(w->arena, &w->found,
        ((struct candidate){.start = start,
            .end = end,
            .type = SCM_DATE,
            .rank = RANK_PERSON,
            .id = id,
            .value = value}));
}

static str iso(struct work *w, date d)
{
    if (d.day) return date_iso(w->arena, d);
    if (d.month) return str_printf(w->arena, "%04d-%02d", d.year, d.month);
    return str_printf(w->arena, "%04d", d.year);
}

/* The year that is left open: that of the reference, the one before where the words say that it
 * has passed, or the next. */
static void close_year(const struct work *w, struct affix_date *d, int direction)
{
    if (d->first.year || w->reference.year == 0) return;
    d->first.year = w->reference.year;
    bool later = d->first.month > w->reference.month;
    if (direction < 0 && later) d->first.year--;
    if (direction > 0 && d->first.month && d->first.month < w->reference.month) d->first.year++;
    if (d->last.day) d->last.year = d->first.year;
}

static bool exists(date d)
{
    return d.year > 0 && (d.day == 0 || date_valid(d));
}

/* A date and what makes it a range; *past is where to go on. */
static bool take_date(struct work *w, size_t start, size_t at, int direction, size_t *past)
{
    struct affix_date d, to;
    size_t n = affix_date_scan(w, w->text, at, &d);
    if (n == 0) return false;
    struct date_reader r = {w, w->text, at + n};
    close_year(w, &d, direction);
    if (!exists(d.first) || (d.last.day && !exists(d.last))) return false;
    str value = iso(w, d.first);
    size_t end = r.at;
    if (sign(&r, WORD_FROM_SIGN)) { /* "2003년부터 2007년까지" */
        skip_space(&r);
        size_t more = affix_date_scan(w, w->text, r.at, &to);
        r.at += more;
        if (more && to.first.year == 0) to.first.year = d.first.year;
        if (more && sign(&r, WORD_TO_SIGN) && exists(to.first)) {
            d.last = to.first;
            end = r.at;
        }
    } else if (d.last.day) {
        struct date_reader behind = r;
        if (sign(&behind, WORD_RANGE_SIGN)) end = behind.at;
    }
    if (d.last.year)
        value = str_printf(w->arena, "%.*s/%.*s", SCM_STR(value), SCM_STR(iso(w, d.last)));
    add_date(w, start, end, S("date"), value);
    *past = end;
    return true;
}

/* "70년간", "70여 년간", "10년 만에" */
static bool take_span(struct work *w, size_t start, size_t at, size_t *past)
{
    struct date_reader r = {w, w->text, at};
    int years;
    if (!number(&r, 3, &years)) return false;
    size_t end = syllables_end(w->text, r.at);
    /* The sign may have a space inside: "여 년간". */
    char joined[64];
    size_t n = 0;
    for (size_t i = r.at; i < w->text.len && n + SYLLABLE < sizeof joined && i < end + 14;) {
        if (w->text.at[i] == ' ') {
            i++;
            continue;
        }
        if (!syllable_at(w->text, i)) break;
        memcpy(joined + n, w->text.at + i, SYLLABLE);
        n += SYLLABLE;
        i += SYLLABLE;
        const struct language *l = w->image->language;
        const struct word_value *unit =
            set_value(l, language_set(l, (str){joined, n}), WORD_SPAN_SIGN);
        if (!unit) continue;
        add_date(w, start, i, S("duration"),
            str_printf(w->arena, "P%d%.*s", years, SCM_STR(language_str(l, unit->text))));
        *past = i;
        return true;
    }
    return false;
}

/* "지난해 11월", "올해": a word for a year, and what may follow it. */
static bool take_word(struct work *w, size_t at, size_t *past)
{
    static const struct {
        enum word_class class_;
        int years;
    } WORDS[] = {{WORD_THIS_YEAR, 0}, {WORD_LAST_YEAR, -1}, {WORD_NEXT_YEAR, 1}};
    struct date_reader r = {w, w->text, at};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS && w->reference.year; i++) {
        if (!sign(&r, WORDS[i].class_)) continue;
        struct affix_date d = {.first.year = w->reference.year + WORDS[i].years};
        size_t end = r.at;
        bool month = month_and_day(&r, &d);
        if (!month && (r.at = end, !affix_is_chain(w, end))) return false;
        if (!month && end - at == SYLLABLE) return false; /* "올" alone */
        add_date(w, at, r.at, S("date"), iso(w, d.first));
        *past = r.at;
        return true;
    }
    return false;
}

/* "지난 8월", "오는 30일", "지난 70년간" */
static bool take_directed(struct work *w, size_t at, size_t *past)
{
    struct date_reader r = {w, w->text, at};
    int direction = sign(&r, WORD_GONE_BY) ? -1 : sign(&r, WORD_TO_COME) ? 1 : 0;
    if (direction == 0) return false;
    skip_space(&r);
    return take_span(w, at, r.at, past) || take_date(w, at, r.at, direction, past);
}

/* "1.1", "제55차": no date begins inside a number or a word. */
static bool begins_number(const struct work *w, size_t at)
{
    if (!is_digit(w->text.at[at])) return false;
    if (at == 0) return true;
    char before = w->text.at[at - 1];
    return !is_alnum(before) && before != '.' && before != ',';
}

/* Does a word that leads to a date begin there?  One look-up for all their classes. */
static bool leads_to_date(const struct work *w, size_t at)
{
    enum { LONGEST = 4 };
    const struct language *l = w->image->language;
    size_t end = at;
    while (end < at + LONGEST * SYLLABLE && syllable_at(w->text, end)) end += SYLLABLE;
    for (; end > at; end -= SYLLABLE) {
        uint32_t set = language_set(l, str_sub(w->text, at, end));
        if (set && (set_has(l, set, WORD_GONE_BY) || set_has(l, set, WORD_TO_COME) ||
                       set_has(l, set, WORD_THIS_YEAR) || set_has(l, set, WORD_LAST_YEAR) ||
                       set_has(l, set, WORD_NEXT_YEAR)))
            return true;
    }
    return false;
}

void find_affix_dates(struct work *w, size_t from, size_t to)
{
    for (size_t at = from, past; at < to;) {
        bool syllable = syllable_at(w->text, at);
        past = at;
        if (begins_number(w, at))
            (void)(take_span(w, at, at, &past) || take_date(w, at, at, -1, &past));
        else if (syllable && !syllable_before(w->text, at) && leads_to_date(w, at))
            (void)(take_directed(w, at, &past) || take_word(w, at, &past));
        if (past > at) {
            at = past;
        } else if (syllable) {
            at += SYLLABLE;
        } else {
            at++;
        }
    }
}
