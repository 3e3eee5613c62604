/* The authority as a report: what its tables say. */
#include "authority/authority.h"
#include "base/calendar.h"
#include "report/model/report.h"

/* A table being listed: which of its rows are shown. */
struct listing {
    const scm_authority *authority;
    const scm_authority_report_options *options;
    VEC(size_t) shown;
};

static const scm_authority *authority_of(const record *r)
{
    return ((const struct listing *)r->report->source)->authority;
}

static size_t row_at(const record *r, size_t index)
{
    return ((const struct listing *)r->report->source)->shown.at[index];
}

static bool shows_name(const struct listing *l, size_t i)
{
    unsigned types = l->options->table == SCM_TABLE_TERMS ? 1u << SCM_TERM : l->options->types;
    return types == 0 || types >> scm_authority_name(l->authority, i).type & 1;
}

static void name_row(record *r, size_t index)
{
    scm_name n = scm_authority_name(authority_of(r), row_at(r, index));
    record_text(r, n.id);
    record_text(r, str_of(scm_type_name(n.type)));
    record_text(r, n.class_);
    record_text(r, n.name);
}

/* On the day of a change the newcomer holds the office. */
static bool is_relieved(const struct listing *l, const scm_official *o, str day)
{
    if (!str_eq(o->to, day)) return false;
    for (size_t i = 0; i < scm_authority_officials(l->authority); i++) {
        scm_official next = scm_authority_official(l->authority, i);
        if (str_eq(next.office, o->office) && str_eq(next.from, day)) return true;
    }
    return false;
}

static bool shows_official(const struct listing *l, size_t i)
{
    str day = str_of(l->options->date);
    scm_official o = scm_authority_official(l->authority, i);
    return day.len == 0 || (term_covers(o.from, o.to, day) && !is_relieved(l, &o, day));
}

static void official_row(record *r, size_t index)
{
    scm_official o = scm_authority_official(authority_of(r), row_at(r, index));
    record_text(r, o.id);
    record_text(r, o.name);
    record_text(r, o.side);
    record_text(r, o.office);
    record_text(r, o.from);
    record_text(r, o.to);
}

static void office_row(record *r, size_t index)
{
    scm_office o = scm_authority_office(authority_of(r), row_at(r, index));
    record_text(r, o.id);
    record_text(r, o.side);
    record_text(r, o.title);
    record_text(r, o.short_);
}

static void add_ordinal(record *r, int n)
{
    if (n > 0)
        record_number(r, (size_t)n);
    else
        record_text(r, (str){0});
}

static void meeting_row(record *r, size_t index)
{
    scm_meeting m = scm_authority_meeting(authority_of(r), row_at(r, index));
    record_text(r, m.series);
    add_ordinal(r, m.ordinal);
    record_text(r, m.date);
    record_text(r, m.end);
    record_text(r, m.venue);
    record_text(r, m.heads);
    add_ordinal(r, m.companion);
    record_text(r, m.companion_date);
}

static void verb_row(record *r, size_t index)
{
    scm_verb v = scm_authority_verb(authority_of(r), row_at(r, index));
    record_text(r, v.lemma);
    record_text(r, v.past);
    record_text(r, str_of(scm_act_name(v.act)));
    record_number(r, (size_t)v.strength);
}

static void topic_row(record *r, size_t index)
{
    scm_topic t = scm_authority_topic(authority_of(r), row_at(r, index));
    record_text(r, t.id);
    record_text(r, t.title);
}

static void series_row(record *r, size_t index)
{
    scm_series s = scm_authority_series(authority_of(r), row_at(r, index));
    record_text(r, s.id);
    record_text(r, s.title);
    record_text(r, s.sides);
    record_text(r, s.heads);
    record_text(r, s.companion);
}

static const struct column NAME[] = {
    {"id", COLUMN_ID}, {"type", COLUMN_ID}, {"class", COLUMN_ID}, {"name", COLUMN_TEXT}, {0}};
static const struct column OFFICIAL[] = {{"id", COLUMN_ID}, {"name", COLUMN_TEXT},
    {"side", COLUMN_ID}, {"office", COLUMN_ID}, {"from", COLUMN_DATE}, {"to", COLUMN_DATE},
    {0}};
static const struct column OFFICE[] = {
    {"id", COLUMN_ID}, {"side", COLUMN_ID}, {"title", COLUMN_TEXT}, {"short", COLUMN_ID}, {0}};
static const struct column MEETING[] = {{"series", COLUMN_ID}, {"meeting", COLUMN_NUMBER},
    {"date", COLUMN_DATE}, {"end", COLUMN_DATE}, {"venue", COLUMN_TEXT}, {"heads", COLUMN_ID},
    {"companion", COLUMN_NUMBER}, {"companion_date", COLUMN_DATE}, {0}};
static const struct column VERB[] = {{"lemma", COLUMN_ID}, {"past", COLUMN_TEXT},
    {"act", COLUMN_ID}, {"strength", COLUMN_NUMBER}, {0}};
static const struct column TOPIC[] = {{"id", COLUMN_ID}, {"title", COLUMN_TEXT}, {0}};
static const struct column SERIES[] = {{"id", COLUMN_ID}, {"title", COLUMN_TEXT},
    {"sides", COLUMN_ID}, {"heads", COLUMN_ID}, {"companion", COLUMN_ID}, {0}};
static const struct column KIND[] = {{"kind", COLUMN_ID}, {"rows", COLUMN_NUMBER}, {0}};

static void table_row(record *r, size_t index);

/* A table per line, in their order; without `shows` all rows are shown. */
static const struct {
    const char *name;
    size_t (*count)(const scm_authority *);
    bool (*shows)(const struct listing *, size_t);
    report_kind kind;
} TABLES[SCM_NTABLES] = {
    [SCM_TABLES] = {"", NULL, NULL, {.columns = KIND, .row = table_row}},
    [SCM_TABLE_NAMES] = {"names", scm_authority_names, shows_name,
        {.columns = NAME, .row = name_row}},
    [SCM_TABLE_OFFICIALS] = {"officials", scm_authority_officials, shows_official,
        {.columns = OFFICIAL, .row = official_row}},
    [SCM_TABLE_OFFICES] = {"offices", scm_authority_offices, NULL,
        {.columns = OFFICE, .row = office_row}},
    [SCM_TABLE_MEETINGS] = {"meetings", scm_authority_meetings, NULL,
        {.columns = MEETING, .row = meeting_row}},
    [SCM_TABLE_VERBS] = {"verbs", scm_authority_verbs, NULL,
        {.columns = VERB, .row = verb_row}},
    [SCM_TABLE_TOPICS] = {"topics", scm_authority_topics, NULL,
        {.columns = TOPIC, .row = topic_row}},
    [SCM_TABLE_TERMS] = {"terms", scm_authority_names, shows_name,
        {.columns = NAME, .row = name_row}},
    [SCM_TABLE_SERIES] = {"series", scm_authority_all_series, NULL,
        {.columns = SERIES, .row = series_row}},
};

static void list_rows(struct listing *l, arena *a)
{
    enum scm_authority_table table = l->options->table;
    size_t n = TABLES[table].count(l->authority);
    for (size_t i = 0; i < n; i++)
        if (!TABLES[table].shows || TABLES[table].shows(l, i)) vec_push(a, &l->shown, i);
}

static void table_row(record *r, size_t index)
{
    enum scm_authority_table table = (enum scm_authority_table)(index + 1);
    scm_authority_report_options all = {.table = table};
    struct listing one = {authority_of(r), &all, {0}};
    list_rows(&one, r->arena);
    record_text(r, str_of(TABLES[table].name));
    record_number(r, one.shown.len);
}

const char *scm_table_name(enum scm_authority_table table)
{
    return TABLES[table].name;
}

static int make(scm_report **out, const scm_authority *authority,
    const scm_authority_report_options *options, scm_error *error)
{
    static const scm_authority_report_options USUAL = {0};
    date day;
    if (!options) options = &USUAL;
    if (options->date && !date_parse_iso(str_of(options->date), &day))
        return fail(
            error, SCM_E_USAGE, "'%s' is not a date of the form YYYY-MM-DD", options->date);
    scm_report *r = report_new(&TABLES[options->table].kind, NULL, 0, SCM_NTABLES - 1);
    struct listing *l = arena_alloc(r->arena, sizeof *l);
    *l = (struct listing){authority, options, {0}};
    if (options->table != SCM_TABLES) {
        list_rows(l, r->arena);
        r->nrows = l->shown.len;
    }
    l->options = NULL; /* borrowed for this call only */
    r->source = l;
    *out = r;
    return SCM_OK;
}

int scm_report_authority(scm_report **out, const scm_authority *authority,
    const scm_authority_report_options *options, scm_error *error)
{
    GUARDED(int, make(out, authority, options, error), no_memory(error))
}
