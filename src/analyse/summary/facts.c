/* Facts: what a document states about its meeting and the next one. */
#include "analyse/summary/facts.h"

#include "authority/authority.h"
#include "base/calendar.h"
#include "base/syllable.h"

enum { LEAD = 3 }; /* blocks of the lead of a text without numbers */

struct finder {
    arena *arena;
    scm_summary *summary;
    const scm_annotations *n;
    scm_series series, companion; /* empty where there is none */
    VEC(scm_fact) facts;
};

bool is_numbered(const scm_document *document)
{
    if (document->kind == SCM_KIND_COMMUNIQUE) return true;
    for (size_t i = 0; i < document->nblocks; i++)
        if (document->blocks[i].part > 1) return true;
    return false;
}

uint32_t opening_blocks(const scm_summary *s)
{
    if (s->ngists && is_numbered(s->annotations->document)) return s->gists[0].nblocks;
    return LEAD;
}

static void add(struct finder *f, scm_fact fact, str value, str detail)
{
    if (value.len == 0) return;
    fact.value = value;
    fact.detail = detail;
    vec_push(f->arena, &f->facts, fact);
}

static void add_number(struct finder *f, const char *key, size_t number)
{
    str s = str_printf(f->arena, "%zu", number);
    add(f, (scm_fact){.kind = SCM_FACT_SIZE, .key = str_of(key)}, s, s);
}

static const char *suffix(int n)
{
    if (n % 100 >= 11 && n % 100 <= 13) return "th";
    return n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
}

/* The value is the number, the detail the numbered title for people. */
static void add_ordinal(struct finder *f, scm_fact fact, int ordinal, const scm_series *s)
{
    if (ordinal > 0)
        add(f, fact, str_printf(f->arena, "%d", ordinal),
            str_printf(f->arena, "%d%s %.*s", ordinal, suffix(ordinal), SCM_STR(s->title)));
}

/* PREFIX, the id in small letters, SUFFIX: "next-mcm", "us-head". */
static str key_of(const struct finder *f, const char *prefix, str id, const char *suffix)
{
    str lower = str_lower(f->arena, id);
    return str_printf(f->arena, "%s%.*s%s", prefix, SCM_STR(lower), suffix);
}

/* "us-head", "rok-chair". */
static str head_key(const struct finder *f, str side, const scm_series *s)
{
    return key_of(f, "", side, str_printf(f->arena, "-%.*s", SCM_STR(s->head)).at);
}

/* "Wednesday 14 October 2020", "October 2020", "2020"; else as it is. */
static str long_date(struct finder *f, str iso, bool weekday)
{
    date d;
    if (!date_parse_iso(iso, &d)) return iso;
    if (d.month == 0) return iso;
    if (d.day == 0) return str_printf(f->arena, "%s %d", month_name(d.month), d.year);
    return str_printf(f->arena, "%s%s%d %s %d", weekday ? weekday_name(date_weekday(d)) : "",
        weekday ? " " : "", d.day, month_name(d.month), d.year);
}

/* The mention of the type nearest to `to` in its sentence; NULL: none.  A DATE
 * is a point; `day` asks for one known to the day. */
static const scm_mention *nearest(
    const scm_annotations *n, const scm_mention *to, enum scm_type type, bool day)
{
    const scm_mention *best = NULL;
    str sentence = scm_sentence_at(n, to->start);
    size_t start = (size_t)(sentence.at - n->document->text.at), end = start + sentence.len;
    size_t least = 0;
    for (size_t i = 0; i < n->nmentions; i++) {
        const scm_mention *m = &n->mentions[i];
        if (m->type != type || m->start < start || m->start >= end) continue;
        if (type == SCM_DATE && (!str_eq(m->id, S("date")) || m->value.len == 0)) continue;
        if (day && m->value.len != sizeof "2020-10-14" - 1) continue;
        size_t away = m->start < to->start ? to->start - m->start : m->start - to->start;
        if (best && away >= least) continue;
        best = m;
        least = away;
    }
    return best;
}

/* The first mention of the meeting in blocks [from, to) whose ordinal is over
 * `above`; one without an ordinal counts as 0. */
static const scm_mention *meeting_over(
    const scm_annotations *n, const scm_series *s, uint32_t from, uint32_t to, int above)
{
    for (size_t i = 0; i < n->nmentions; i++) {
        const scm_mention *m = &n->mentions[i];
        if (m->block < from || m->block >= to || !list_has(s->names, m->id)) continue;
        int ordinal = m->value.len ? str_int(m->value) : 0;
        if (m->type == SCM_MECHANISM && ordinal > above) return m;
    }
    return NULL;
}

str kind_value(enum scm_kind kind)
{
    static const char *const VALUES[] = {
        [SCM_KIND_UNKNOWN] = "unknown",
        [SCM_KIND_COMMUNIQUE] = "communique",
        [SCM_KIND_FACT_SHEET] = "fact-sheet",
        [SCM_KIND_STATEMENT] = "statement",
        [SCM_KIND_NEWS] = "news",
    };
    return str_of(VALUES[kind]);
}

static void add_kind(struct finder *f)
{
    enum scm_kind kind = f->n->kind;
    add(f, (scm_fact){.kind = SCM_FACT_KIND, .key = S("kind")}, kind_value(kind),
        str_of(scm_kind_name(kind)));
}

/* "en,ko" is called "English, Korean". */
static void add_language(struct finder *f)
{
    static const enum phrase_class NAMES[] = {
        PHRASE_LETTERS_LANGUAGE, PHRASE_SYLLABLES_LANGUAGE};
    const struct language *l = f->n->authority->image->language;
    buf names = {.arena = f->arena};
    for (str ids = f->n->language, id; str_cut(&ids, ',', &id);)
        for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
            const struct phrase *p = phrase_of_class(l, NAMES[i]);
            if (p && str_eq(language_str(l, p->text), id))
                buf_printf(&names, "%s%.*s", names.len ? ", " : "",
                    SCM_STR(language_str(l, p->value)));
        }
    add(f, (scm_fact){.kind = SCM_FACT_LANGUAGE, .key = S("language"), .label = S("Language")},
        f->n->language, buf_str(&names));
}

/* The day as the document states it, in front or by a date that resolves to the
 * listed one. */
static str meeting_date(const struct finder *f)
{
    scm_meeting listed;
    if (f->n->date.len) return f->n->date;
    if (!scm_authority_find_meeting(f->n->authority, f->n->series, f->n->ordinal, &listed))
        return (str){NULL, 0};
    for (size_t i = 0; i < f->n->nmentions; i++)
        if (f->n->mentions[i].type == SCM_DATE && str_eq(f->n->mentions[i].value, listed.date))
            return listed.date;
    return (str){NULL, 0};
}

/* As the text has it, or the listed name where that is in syllables. */
static str place_name(const scm_annotations *n, const scm_mention *place)
{
    scm_name name;
    str surface = scm_mention_surface(n, place);
    bool listed = has_syllables(surface) &&
                  scm_authority_find_name_of(n->authority, place->id, place->type, &name);
    return listed ? name.name : surface;
}

/* The place in the first sentence that names the meeting. */
static void add_venue(struct finder *f)
{
    uint32_t opening = opening_blocks(f->summary);
    const scm_mention *place = NULL;
    for (size_t i = 0; i < f->n->nmentions && f->n->mentions[i].block < opening; i++) {
        const scm_mention *m = &f->n->mentions[i];
        str surface = scm_mention_surface(f->n, m);
        bool stated = m->type == SCM_PLACE && str_eq(surface, f->n->venue);
        bool named = !place && m->type == SCM_MECHANISM && list_has(f->series.names, m->id);
        if (named) place = nearest(f->n, m, SCM_PLACE, false);
        if (!stated) continue;
        place = m;
        break;
    }
    const scm_fact venue = {.kind = SCM_FACT_VENUE, .key = S("venue"), .label = S("Venue")};
    if (place)
        add(f, venue, place->id, place_name(f->n, place));
    else
        add(f, venue, f->n->venue, f->n->venue);
}

static void add_person(struct finder *f, scm_fact fact, str office, str expected)
{
    str id, detail;
    if (find_delegate(f->arena, f->summary, office, expected, &id, &detail))
        add(f, fact, id, detail);
}

static void add_heads(struct finder *f)
{
    for (size_t i = 0; i < f->n->nheads; i++) {
        const scm_head *h = &f->n->heads[i];
        scm_side side = {.name = h->side};
        scm_authority_find_side(f->n->authority, h->side, &side);
        add_person(f,
            (scm_fact){.kind = SCM_FACT_HEAD,
                .key = key_of(f, "", h->side, "-head"),
                .side = h->side,
                .label = side.name},
            h->office, h->person);
    }
}

/* Where those who head the sides are called otherwise, "chair", they have such a row too. */
static void add_titled_heads(struct finder *f)
{
    if (f->series.id.len == 0 || str_eq(f->series.head, S("head"))) return;
    for (size_t i = 0, n = f->facts.len; i < n; i++) {
        scm_fact head = f->facts.at[i];
        if (head.kind != SCM_FACT_HEAD) continue;
        head.kind = SCM_FACT_TITLED_HEAD;
        head.key = head_key(f, head.side, &f->series);
        vec_push(f->arena, &f->facts, head);
    }
}

/* "MCM held", "Next SCM". */
static str label_of(const struct finder *f, const char *before, str id, const char *behind)
{
    return str_printf(f->arena, "%s%.*s%s", before, SCM_STR(id), behind);
}

/* Returns the ordinal of the companion's meeting, 0 where none is stated. */
static int add_companion(struct finder *f, const scm_series *companion)
{
    const scm_annotations *n = f->n;
    str id = companion->id;
    uint32_t to = opening_blocks(f->summary);
    if (id.len == 0) return 0;
    if (!is_numbered(n->document)) to = (uint32_t)n->document->nblocks;
    const scm_mention *m = meeting_over(n, companion, 0, to, 0);
    int ordinal = m ? str_int(m->value) : 0;
    if (!m) m = meeting_over(n, companion, 0, to, -1);
    const scm_mention *day = m ? nearest(n, m, SCM_DATE, true) : NULL;
    add_ordinal(f,
        (scm_fact){.kind = SCM_FACT_COMPANION, .key = key_of(f, "", id, ""), .label = id},
        ordinal, companion);
    if (day)
        add(f,
            (scm_fact){.kind = SCM_FACT_COMPANION_DATE,
                .key = key_of(f, "", id, "-date"),
                .label = label_of(f, "", id, " held")},
            day->value, long_date(f, day->value, false));
    return ordinal;
}

/* "U.S. MCM chairman": the short title behind the side and the meeting. */
static str chair_label(const struct finder *f, str side, str office)
{
    scm_side s = {.adjective = side};
    scm_office o = {0};
    scm_authority_find_side(f->n->authority, side, &s);
    scm_authority_find_office(f->n->authority, office, &o);
    str title = str_lower(f->arena, o.short_);
    return str_printf(f->arena, "%.*s %.*s %.*s", SCM_STR(s.adjective),
        SCM_STR(f->companion.id), SCM_STR(title));
}

/* "CFC commander" of "cfc-commander": the body in capitals. */
static str reporter_label(const struct finder *f, str office)
{
    buf label = {.arena = f->arena};
    size_t dash = str_find_char(office, '-');
    for (size_t i = 0; i < office.len; i++) {
        char c = office.at[i];
        buf_char(&label, i < dash ? to_upper(c) : c == '-' ? ' ' : c);
    }
    return buf_str(&label);
}

/* Who heads the sides of the companion, and who reports. */
static void add_chairs(struct finder *f)
{
    str sides = f->companion.sides, offices = f->companion.heads, side, office;
    while (list_cut(&sides, &side) && list_cut(&offices, &office))
        add_person(f,
            (scm_fact){.kind = SCM_FACT_CHAIR,
                .key = head_key(f, side, &f->companion),
                .side = side,
                .label = chair_label(f, side, office)},
            office, (str){NULL, 0});
    str reporter = f->series.reporter;
    if (reporter.len)
        add_person(f,
            (scm_fact){.kind = SCM_FACT_REPORTER,
                .key = reporter,
                .label = reporter_label(f, reporter)},
            reporter, (str){NULL, 0});
}

static void add_next(struct finder *f, int companion)
{
    const scm_annotations *n = f->n;
    uint32_t from = 0, to = (uint32_t)n->document->nblocks;
    str id = f->companion.id;
    if (is_numbered(n->document) && f->summary->ngists)
        from = f->summary->gists[f->summary->ngists - 1].block;
    if (n->ordinal <= 0) return;
    const scm_mention *next = meeting_over(n, &f->series, from, to, n->ordinal);
    if (!next) return;
    const scm_mention *other = meeting_over(n, &f->companion, from, to, companion);
    const scm_mention *place = nearest(n, next, SCM_PLACE, false);
    const scm_mention *day = nearest(n, next, SCM_DATE, false);
    add_ordinal(f,
        (scm_fact){.kind = SCM_FACT_NEXT,
            .key = S("next"),
            .label = label_of(f, "Next ", f->series.id, "")},
        str_int(next->value), &f->series);
    if (other)
        add_ordinal(f,
            (scm_fact){.kind = SCM_FACT_NEXT_COMPANION,
                .key = key_of(f, "next-", id, ""),
                .label = label_of(f, "Next ", id, "")},
            str_int(other->value), &f->companion);
    const scm_fact venue = {
        .kind = SCM_FACT_NEXT_VENUE, .key = S("next-venue"), .label = S("Next venue")};
    const scm_fact when = {
        .kind = SCM_FACT_NEXT_DATE, .key = S("next-date"), .label = S("Next date")};
    if (place) add(f, venue, place->id, place_name(n, place));
    if (day) add(f, when, day->value, long_date(f, day->value, false));
}

/* The detail is the meeting's ordinal. */
static void add_series(struct finder *f)
{
    int ordinal = f->n->ordinal;
    const scm_mention *m = NULL;
    if (f->series.id.len == 0) return;
    if (f->n->meeting <= 0)
        m = meeting_over(f->n, &f->series, 0, opening_blocks(f->summary), 0);
    add(f, (scm_fact){.kind = SCM_FACT_SERIES, .key = S("series")}, f->series.id,
        m             ? m->value
        : ordinal > 0 ? str_printf(f->arena, "%d", ordinal)
                      : (str){NULL, 0});
}

static void add_note(struct finder *f)
{
    str note = f->n->document->note;
    bool translated = has_phrase(f->n->authority->image->language, PHRASE_TRANSLATED, note);
    const scm_fact fact = {.kind = SCM_FACT_NOTE, .key = S("note")};
    if (note.len) add(f, fact, translated ? S("translated") : S("paraphrased"), note);
}

void find_facts(arena *a, scm_summary *summary)
{
    struct finder f = {.arena = a, .summary = summary, .n = summary->annotations};
    scm_authority_find_series(f.n->authority, f.n->series, &f.series);
    scm_authority_find_series(f.n->authority, f.series.companion, &f.companion);
    str day = meeting_date(&f);
    add_ordinal(
        &f, (scm_fact){.kind = SCM_FACT_MEETING, .key = S("meeting")}, f.n->meeting, &f.series);
    add_kind(&f);
    add_language(&f);
    add_series(&f);
    add(&f, (scm_fact){.kind = SCM_FACT_DATE, .key = S("date"), .label = S("Date")}, day,
        long_date(&f, day, true));
    add_venue(&f);
    add_heads(&f);
    add_titled_heads(&f);
    /* A companion's own text states it likewise; its heads are the chairs. */
    scm_series main = {0};
    bool own =
        scm_authority_main_series(f.n->authority, &main) && str_eq(main.companion, f.series.id);
    int companion = add_companion(&f, own ? &f.series : &f.companion);
    add_chairs(&f);
    add_next(&f, companion);
    if (is_numbered(f.n->document)) add_number(&f, "paragraphs", summary->ngists);
    add_number(&f, "blocks", f.n->document->nblocks);
    add_number(&f, "words", summary->words);
    add_note(&f);
    summary->facts = f.facts.at;
    summary->nfacts = f.facts.len;
}
