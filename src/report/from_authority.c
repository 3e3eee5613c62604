/* The authority as a report: what its tables say. */
#include "authority/authority.h"
#include "base/calendar.h"
#include "report/model/build.h"

/* A table being listed. */
struct listing {
    arena *arena;
    const scm_authority *authority;
    const scm_authority_report_options *options;
};

static scm_table names(const struct listing *l)
{
    static const char *const COLUMNS[] = {"id", "type", "class", "name"};
    rows r = rows_new(l->arena, COLUMNS, "lllw");
    unsigned types = l->options->table == SCM_TABLE_TERMS ? 1u << SCM_TERM : l->options->types;
    for (size_t i = 0; i < scm_authority_names(l->authority); i++) {
        scm_name n = scm_authority_name(l->authority, i);
        if (types && !(types >> n.type & 1)) continue;
        rows_add(&r, n.id);
        rows_add(&r, str_of(scm_type_name(n.type)));
        rows_add(&r, n.class_);
        rows_add(&r, n.name);
    }
    return rows_table(&r);
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

static scm_table officials(const struct listing *l)
{
    static const char *const COLUMNS[] = {"id", "name", "side", "office", "from", "to"};
    rows r = rows_new(l->arena, COLUMNS, "lwllll");
    str day = str_of(l->options->date);
    for (size_t i = 0; i < scm_authority_officials(l->authority); i++) {
        scm_official o = scm_authority_official(l->authority, i);
        if (day.len && (!term_covers(o.from, o.to, day) || is_relieved(l, &o, day))) continue;
        const str cells[] = {o.id, o.name, o.side, o.office, o.from, o.to};
        for (size_t k = 0; k < sizeof cells / sizeof *cells; k++) rows_add(&r, cells[k]);
    }
    return rows_table(&r);
}

static scm_table offices(const struct listing *l)
{
    static const char *const COLUMNS[] = {"id", "side", "title", "short"};
    rows r = rows_new(l->arena, COLUMNS, "llwl");
    for (size_t i = 0; i < scm_authority_offices(l->authority); i++) {
        scm_office o = scm_authority_office(l->authority, i);
        rows_add(&r, o.id);
        rows_add(&r, o.side);
        rows_add(&r, o.title);
        rows_add(&r, o.short_);
    }
    return rows_table(&r);
}

static void add_ordinal(rows *r, int n)
{
    rows_add(r, n > 0 ? number_str(r->arena, (size_t)n) : (str){0});
}

static scm_table meetings(const struct listing *l)
{
    static const char *const COLUMNS[] = {
        "series", "meeting", "date", "end", "venue", "heads", "companion", "companion_date"};
    rows r = rows_new(l->arena, COLUMNS, "lrllwlrl");
    r.table.values = "tnttttnt";
    for (size_t i = 0; i < scm_authority_meetings(l->authority); i++) {
        scm_meeting m = scm_authority_meeting(l->authority, i);
        const str cells[] = {m.date, m.end, m.venue, m.heads};
        rows_add(&r, m.series);
        add_ordinal(&r, m.ordinal);
        for (size_t k = 0; k < sizeof cells / sizeof *cells; k++) rows_add(&r, cells[k]);
        add_ordinal(&r, m.companion);
        rows_add(&r, m.companion_date);
    }
    return rows_table(&r);
}

static scm_table verbs(const struct listing *l)
{
    static const char *const COLUMNS[] = {"lemma", "past", "act", "strength"};
    rows r = rows_new(l->arena, COLUMNS, "lwlr");
    r.table.values = "tttn";
    for (size_t i = 0; i < scm_authority_verbs(l->authority); i++) {
        scm_verb v = scm_authority_verb(l->authority, i);
        rows_add(&r, v.lemma);
        rows_add(&r, v.past);
        rows_add(&r, str_of(scm_act_name(v.act)));
        rows_add_number(&r, (size_t)v.strength);
    }
    return rows_table(&r);
}

static scm_table topics(const struct listing *l)
{
    static const char *const COLUMNS[] = {"id", "title"};
    rows r = rows_new(l->arena, COLUMNS, "lw");
    for (size_t i = 0; i < scm_authority_topics(l->authority); i++) {
        scm_topic t = scm_authority_topic(l->authority, i);
        rows_add(&r, t.id);
        rows_add(&r, t.title);
    }
    return rows_table(&r);
}

static scm_table tables(const struct listing *);

/* A way to list a table a line, in their order. */
static const struct {
    const char *name;
    scm_table (*list)(const struct listing *);
} TABLES[SCM_NTABLES] = {
    [SCM_TABLES] = {"", tables},
    [SCM_TABLE_NAMES] = {"names", names},
    [SCM_TABLE_OFFICIALS] = {"officials", officials},
    [SCM_TABLE_OFFICES] = {"offices", offices},
    [SCM_TABLE_MEETINGS] = {"meetings", meetings},
    [SCM_TABLE_VERBS] = {"verbs", verbs},
    [SCM_TABLE_TOPICS] = {"topics", topics},
    [SCM_TABLE_TERMS] = {"terms", names},
};

static scm_table tables(const struct listing *l)
{
    static const char *const COLUMNS[] = {"kind", "rows"};
    rows r = rows_new(l->arena, COLUMNS, "lr");
    r.table.values = "tn";
    for (int i = SCM_TABLES + 1; i < SCM_NTABLES; i++) {
        scm_authority_report_options all = {.table = (enum scm_authority_table)i};
        struct listing one = {l->arena, l->authority, &all};
        rows_add(&r, str_of(TABLES[i].name));
        rows_add_number(&r, TABLES[i].list(&one).nrows);
    }
    return rows_table(&r);
}

const char *scm_table_name(enum scm_authority_table table)
{
    return TABLES[table].name;
}

int scm_report_authority(scm_report **out, const scm_authority *authority,
    const scm_authority_report_options *options, scm_error *error)
{
    static const scm_authority_report_options USUAL = {0};
    date day;
    if (!options) options = &USUAL;
    if (options->date && !date_parse_iso(str_of(options->date), &day))
        return fail(error, SCM_E_USAGE, "'%s' is no date (YYYY-MM-DD)", options->date);
    builder b = builder_new();
    struct listing l = {b.arena, authority, options};
    *out = builder_report(&b, TABLES[options->table].list(&l));
    return SCM_OK;
}
