/* Facts: what a document states about its meeting and the next one. */
#include "analyse/facts.h"

#include "base/calendar.h"

const char *const FACT_KEYS[FACT_KEY_COUNT] = {"meeting", "kind", "date", "venue", "us-head",
    "rok-head", "mcm", "mcm-date", "us-chair", "rok-chair", "cfc-commander", "next", "next-mcm",
    "next-venue", "next-date", "paragraphs", "blocks", "words", "note"};

enum { LEAD = 3 }; /* blocks of the lead of a text without numbers */

struct finder {
    arena *arena;
    scm_summary *summary;
    const scm_annotations *n;
    VEC(scm_fact) facts;
};

bool is_numbered(const scm_document *document)
{
    if (document->kind == SCM_KIND_COMMUNIQUE) return true;
    for (size_t i = 0; i < document->nblocks; i++)
        if (str_has(document->blocks[i].label, S("."))) return true;
    return false;
}

uint32_t opening_blocks(const scm_summary *s)
{
    if (s->ngists && is_numbered(s->annotations->document)) return s->gists[0].nblocks;
    return LEAD;
}

static void add(struct finder *f, const char *key, str value, str detail)
{
    if (value.len == 0) return;
    vec_push(f->arena, &f->facts, ((scm_fact){str_of(key), value, detail}));
}

static void add_number(struct finder *f, const char *key, size_t number)
{
    str s = str_printf(f->arena, "%zu", number);
    add(f, key, s, s);
}

static const char *suffix(int n)
{
    if (n % 100 >= 11 && n % 100 <= 13) return "th";
    return n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
}

/* "53rd Security Consultative Meeting", for people. */
static str numbered_name(struct finder *f, int ordinal, str id)
{
    scm_name name = {.name = id};
    scm_authority_find_name(f->n->authority, id, &name);
    return str_printf(
        f->arena, "%d%s %.*s", ordinal, suffix(ordinal), (int)name.name.len, name.name.at);
}

static void add_ordinal(struct finder *f, const char *key, int ordinal, str id)
{
    if (ordinal > 0)
        add(f, key, str_printf(f->arena, "%d", ordinal), numbered_name(f, ordinal, id));
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
    const scm_annotations *n, str id, uint32_t from, uint32_t to, int above)
{
    for (size_t i = 0; i < n->nmentions; i++) {
        const scm_mention *m = &n->mentions[i];
        if (m->block < from || m->block >= to || !str_eq(m->id, id)) continue;
        int ordinal = m->value.len ? str_int(m->value) : 0;
        if (m->type == SCM_MECHANISM && ordinal > above) return m;
    }
    return NULL;
}

static void add_kind(struct finder *f)
{
    static const char *const VALUES[] = {
        [SCM_KIND_UNKNOWN] = "unknown",
        [SCM_KIND_COMMUNIQUE] = "communique",
        [SCM_KIND_FACT_SHEET] = "fact-sheet",
        [SCM_KIND_STATEMENT] = "statement",
        [SCM_KIND_NEWS] = "news",
    };
    enum scm_kind kind = f->n->document->kind;
    add(f, "kind", str_of(VALUES[kind]), str_of(scm_kind_name(kind)));
}

/* The day as the document states it, in front or by a date that resolves to the
 * listed one. */
static str meeting_date(const struct finder *f)
{
    scm_meeting listed;
    if (f->n->document->date.len) return f->n->document->date;
    if (!scm_authority_find_meeting(f->n->authority, f->n->series, f->n->meeting, &listed))
        return (str){NULL, 0};
    for (size_t i = 0; i < f->n->nmentions; i++)
        if (f->n->mentions[i].type == SCM_DATE && str_eq(f->n->mentions[i].value, listed.date))
            return listed.date;
    return (str){NULL, 0};
}

/* The place in the first sentence that names the meeting. */
static void add_venue(struct finder *f)
{
    uint32_t opening = opening_blocks(f->summary);
    const scm_mention *place = NULL;
    for (size_t i = 0; i < f->n->nmentions && f->n->mentions[i].block < opening; i++) {
        const scm_mention *m = &f->n->mentions[i];
        str surface = scm_mention_surface(f->n, m);
        bool stated = m->type == SCM_PLACE && str_eq(surface, f->n->document->venue);
        bool named = !place && m->type == SCM_MECHANISM && str_eq(m->id, S("SCM"));
        if (named) place = nearest(f->n, m, SCM_PLACE, false);
        if (!stated) continue;
        place = m;
        break;
    }
    if (place)
        add(f, "venue", place->id, scm_mention_surface(f->n, place));
    else
        add(f, "venue", f->n->document->venue, f->n->document->venue);
}

static void add_person(struct finder *f, const char *key, const char *office)
{
    str id, detail;
    if (find_delegate(f->arena, f->summary, str_of(office), &id, &detail))
        add(f, key, id, detail);
}

/* Returns the MCM's ordinal, 0 where none is stated. */
static int add_mcm(struct finder *f)
{
    const scm_annotations *n = f->n;
    uint32_t to = opening_blocks(f->summary);
    if (!is_numbered(n->document)) to = (uint32_t)n->document->nblocks;
    const scm_mention *m = meeting_over(n, S("MCM"), 0, to, 0);
    int ordinal = m ? str_int(m->value) : 0;
    if (!m) m = meeting_over(n, S("MCM"), 0, to, -1);
    const scm_mention *day = m ? nearest(n, m, SCM_DATE, true) : NULL;
    add_ordinal(f, "mcm", ordinal, S("MCM"));
    if (day) add(f, "mcm-date", day->value, long_date(f, day->value, false));
    return ordinal;
}

static void add_next(struct finder *f, int mcm)
{
    const scm_annotations *n = f->n;
    uint32_t from = 0, to = (uint32_t)n->document->nblocks;
    if (is_numbered(n->document) && f->summary->ngists)
        from = f->summary->gists[f->summary->ngists - 1].block;
    if (n->meeting <= 0) return;
    const scm_mention *next = meeting_over(n, S("SCM"), from, to, n->meeting);
    if (!next) return;
    const scm_mention *next_mcm = meeting_over(n, S("MCM"), from, to, mcm);
    const scm_mention *place = nearest(n, next, SCM_PLACE, false);
    const scm_mention *day = nearest(n, next, SCM_DATE, false);
    add_ordinal(f, "next", str_int(next->value), S("SCM"));
    if (next_mcm) add_ordinal(f, "next-mcm", str_int(next_mcm->value), S("MCM"));
    if (place) add(f, "next-venue", place->id, scm_mention_surface(n, place));
    if (day) add(f, "next-date", day->value, long_date(f, day->value, false));
}

static void add_note(struct finder *f)
{
    str note = f->n->document->note;
    bool translated = str_find_nocase(note, S("translat")) < note.len;
    if (note.len) add(f, "note", translated ? S("translated") : S("restated"), note);
}

void find_facts(arena *a, scm_summary *summary)
{
    struct finder f = {.arena = a, .summary = summary, .n = summary->annotations};
    str day = meeting_date(&f);
    add_ordinal(&f, "meeting", f.n->meeting, S("SCM"));
    add_kind(&f);
    add(&f, "date", day, long_date(&f, day, true));
    add_venue(&f);
    add_person(&f, "us-head", "us-secdef");
    add_person(&f, "rok-head", "rok-mnd");
    int mcm = add_mcm(&f);
    add_person(&f, "us-chair", "us-cjcs");
    add_person(&f, "rok-chair", "rok-cjcs");
    add_person(&f, "cfc-commander", "cfc-commander");
    add_next(&f, mcm);
    if (is_numbered(f.n->document)) add_number(&f, "paragraphs", summary->ngists);
    add_number(&f, "blocks", f.n->document->nblocks);
    add_number(&f, "words", summary->words);
    add_note(&f);
    summary->facts = f.facts.at;
    summary->nfacts = f.facts.len;
}
