/* Tables → image: reads tab-separated tables and builds what they say.
 *
 * Lines that start with '#' are comments, the first other line names the
 * columns, lists inside a field are separated by '|'. */
#include "authority/image.h"
#include "base/calendar.h"
#include "base/fold.h"

enum { MOST_COLUMNS = 9 };

static const struct table_form {
    const char *file;
    const char *columns[MOST_COLUMNS];
} FORMS[NTABLES] = {
    [TABLE_NAMES] = {"names.tsv", {"id", "type", "class", "name", "aliases", "first", "note"}},
    [TABLE_OFFICIALS] = {"officials.tsv",
        {"id", "name", "side", "office", "from", "to", "aliases", "note"}},
    [TABLE_OFFICES] = {"offices.tsv", {"id", "side", "title", "forms", "short", "note"}},
    [TABLE_MEETINGS] = {"meetings.tsv",
        {"meeting", "date", "end", "venue", "us_head", "rok_head", "mcm", "mcm_date", "note"}},
    [TABLE_VERBS] = {"verbs.tsv", {"lemma", "past", "act", "strength", "forms", "note"}},
    [TABLE_TOPICS] = {"topics.tsv", {"id", "title", "cues"}},
};

typedef VEC(struct alias) alias_vec;

/* Everything under construction, and where the reader stands. */
struct builder {
    arena *arena;
    buf pool;
    VEC(struct name_row) names;
    VEC(struct official_row) officials;
    VEC(struct office_row) offices;
    VEC(struct meeting_row) meetings;
    VEC(struct verb_row) verbs;
    VEC(struct topic_row) topics;
    VEC(struct cue_row) cues;
    alias_vec aliases;
    const char *path;
    size_t line;
    scm_error *error;
};

const char *table_file(enum table_kind kind)
{
    return FORMS[kind].file;
}

static int wrong(struct builder *b, const char *what, str which)
{
    return fail(b->error, SCM_E_INPUT, "%s:%zu: %s '%.*s'", b->path, b->line, what,
        (int)(which.len < 60 ? which.len : 60), which.at ? which.at : "");
}

static struct ref keep(struct builder *b, str s)
{
    struct ref r = {(uint32_t)b->pool.len, (uint32_t)s.len};
    buf_add(&b->pool, s);
    return r;
}

static str field(str f)
{
    f = str_trim(f);
    return str_eq(f, S("-")) ? (str){f.at, 0} : f;
}

/* A name of one word, or one written with '=', matches in its own case only.
 * A title may also stand in lower case: who uses it looks at the case. */
static void add_alias(struct builder *b, enum alias_kind kind, size_t row, str text)
{
    text = str_trim(text);
    bool exact = text.len && text.at[0] == '=';
    if (exact) text = str_trim(str_sub(text, 1, text.len));
    if (text.len == 0) return;
    if (kind == ALIAS_NAME && !str_has(text, S(" "))) exact = true;
    str folded = fold_name(b->arena, text);
    vec_push(b->arena, &b->aliases,
        ((struct alias){keep(b, folded), (uint32_t)kind, (uint32_t)row, exact}));
}

static void add_aliases(struct builder *b, enum alias_kind kind, size_t row, str list)
{
    for (str part; str_cut(&list, '|', &part);) add_alias(b, kind, row, part);
}

/* Is the name listed again among the aliases, as "=name"?  Then it matches in
 * that case only. */
static bool lists_exactly(str aliases, str name)
{
    for (str part; str_cut(&aliases, '|', &part);) {
        part = str_trim(part);
        if (part.len && part.at[0] == '=' && str_eq(str_trim(str_sub(part, 1, part.len)), name))
            return true;
    }
    return false;
}

static int find_word(str word, const char *(*name)(int), int count)
{
    for (int i = 0; i < count; i++)
        if (str_eq(word, str_of(name(i)))) return i;
    return -1;
}

static const char *type_word(int i)
{
    return scm_type_name((enum scm_type)i);
}

static const char *act_word(int i)
{
    return scm_act_name((enum scm_act)i);
}

static int add_name(struct builder *b, const str *f)
{
    int type = find_word(f[1], type_word, SCM_NTYPES);
    if (type < 0 || type == SCM_OFFICIAL || type == SCM_ROLE || type == SCM_DATE)
        return wrong(b, "a name cannot be of type", f[1]);
    if (f[0].len == 0 || f[3].len == 0)
        return wrong(b, "a name needs an id and a name, not", f[0]);
    struct name_row row = {keep(b, f[0]), keep(b, f[2]), {0, 0}, (uint32_t)type};
    str name = f[3].at[0] == '=' ? str_sub(f[3], 1, f[3].len) : f[3];
    row.name = keep(b, name);
    vec_push(b->arena, &b->names, row);
    if (!lists_exactly(f[4], name)) add_alias(b, ALIAS_NAME, b->names.len - 1, f[3]);
    add_aliases(b, ALIAS_NAME, b->names.len - 1, f[4]);
    return SCM_OK;
}

static bool date_or_empty(str s)
{
    date d;
    return s.len == 0 || date_parse_iso(s, &d);
}

static int add_official(struct builder *b, const str *f)
{
    if (f[0].len == 0 || f[1].len == 0)
        return wrong(b, "an official needs an id and a name, not", f[0]);
    if (!date_or_empty(f[4])) return wrong(b, "not a date:", f[4]);
    if (!date_or_empty(f[5])) return wrong(b, "not a date:", f[5]);
    if (f[4].len && f[5].len && str_cmp(f[4], f[5]) > 0)
        return wrong(b, "a term cannot end before it starts:", f[5]);
    struct official_row row = {keep(b, f[0]), keep(b, f[1]), keep(b, f[2]), keep(b, f[3]),
        keep(b, f[4]), keep(b, f[5])};
    vec_push(b->arena, &b->officials, row);
    add_alias(b, ALIAS_OFFICIAL, b->officials.len - 1, f[1]);
    add_aliases(b, ALIAS_OFFICIAL, b->officials.len - 1, f[6]);
    return SCM_OK;
}

static int add_office(struct builder *b, const str *f)
{
    if (f[0].len == 0 || f[2].len == 0)
        return wrong(b, "an office needs an id and a title, not", f[0]);
    struct office_row row = {keep(b, f[0]), keep(b, f[1]), keep(b, f[2]), keep(b, f[4])};
    vec_push(b->arena, &b->offices, row);
    add_alias(b, ALIAS_OFFICE, b->offices.len - 1, f[2]);
    add_aliases(b, ALIAS_OFFICE, b->offices.len - 1, f[3]);
    add_alias(b, ALIAS_OFFICE, b->offices.len - 1, f[4]);
    return SCM_OK;
}

static int add_meeting(struct builder *b, const str *f)
{
    int ordinal = str_int(f[0]), mcm = f[6].len ? str_int(f[6]) : 0;
    if (ordinal < 1) return wrong(b, "not an ordinal:", f[0]);
    if (mcm < 0) return wrong(b, "not an ordinal:", f[6]);
    for (int i = 1; i <= 7; i += i == 1 ? 1 : 5)
        if (!date_or_empty(f[i])) return wrong(b, "not a date:", f[i]);
    struct meeting_row row = {(uint32_t)ordinal, keep(b, f[1]), keep(b, f[2]), keep(b, f[3]),
        keep(b, f[4]), keep(b, f[5]), (uint32_t)mcm, keep(b, f[7])};
    vec_push(b->arena, &b->meetings, row);
    return SCM_OK;
}

static int add_verb(struct builder *b, const str *f)
{
    int act = find_word(f[2], act_word, SCM_NACTS), strength = str_int(f[3]);
    if (f[0].len == 0 || f[1].len == 0)
        return wrong(b, "a verb needs a lemma and a past form, not", f[0]);
    if (act < 0) return wrong(b, "not a speech act:", f[2]);
    if (strength < 1 || strength > 5) return wrong(b, "not a strength from 1 to 5:", f[3]);
    struct verb_row row = {keep(b, f[0]), keep(b, f[1]), (uint32_t)act, (uint32_t)strength};
    vec_push(b->arena, &b->verbs, row);
    add_aliases(b, ALIAS_VERB, b->verbs.len - 1, f[4]);
    return SCM_OK;
}

/* A cue is an id (in capitals) or a word or phrase, with "*N" for its weight. */
static int add_cue(struct builder *b, str cue)
{
    int weight = 1;
    size_t star = str_find_char(cue, '*');
    if (star < cue.len) {
        weight = str_int(str_trim(str_sub(cue, star + 1, cue.len)));
        if (weight < 1) return wrong(b, "not a weight:", cue);
        cue = str_trim(str_sub(cue, 0, star));
    }
    bool is_id = cue.len > 0;
    for (size_t i = 0; i < cue.len; i++) is_id &= !is_lower(cue.at[i]);
    vec_push(b->arena, &b->cues, ((struct cue_row){keep(b, cue), (uint32_t)weight, is_id}));
    return SCM_OK;
}

static int add_topic(struct builder *b, const str *f)
{
    struct topic_row row = {keep(b, f[0]), keep(b, f[1]), (uint32_t)b->cues.len};
    vec_push(b->arena, &b->topics, row);
    int status = SCM_OK;
    str list = f[2];
    for (str part; status == SCM_OK && str_cut(&list, '|', &part);)
        if (str_trim(part).len) status = add_cue(b, str_trim(part));
    return status;
}

static int add_row(struct builder *b, enum table_kind kind, const str *fields)
{
    switch (kind) {
    case TABLE_NAMES: return add_name(b, fields);
    case TABLE_OFFICIALS: return add_official(b, fields);
    case TABLE_OFFICES: return add_office(b, fields);
    case TABLE_MEETINGS: return add_meeting(b, fields);
    case TABLE_VERBS: return add_verb(b, fields);
    default: return add_topic(b, fields);
    }
}

/* Cuts a line into the table's columns; trailing empty ones may be missing. */
static int cut_fields(struct builder *b, const struct table_form *form, str line, str *fields)
{
    size_t want = 0, got = 0;
    while (want < MOST_COLUMNS && form->columns[want]) want++;
    for (str rest = line, part; str_cut(&rest, '\t', &part);) {
        if (got == want) return wrong(b, "more columns than the table has:", part);
        fields[got++] = field(part);
    }
    if (got + 3 < want) return wrong(b, "too few columns:", line);
    while (got < want) fields[got++] = (str){line.at, 0};
    return SCM_OK;
}

static int check_head(struct builder *b, const struct table_form *form, const str *fields)
{
    for (size_t i = 0; i < MOST_COLUMNS && form->columns[i]; i++)
        if (fields[i].len && !str_eq(fields[i], str_of(form->columns[i])))
            return wrong(b, "not a column of this table:", fields[i]);
    return SCM_OK;
}

static int read_table(struct builder *b, enum table_kind kind, struct table_source source)
{
    bool head_seen = false;
    b->path = source.path;
    b->line = 0;
    size_t valid = utf8_valid(source.text);
    if (valid < source.text.len)
        return fail(b->error, SCM_E_INPUT, "%s: byte %zu is not UTF-8", source.path, valid);
    for (str rest = source.text, line; str_cut(&rest, '\n', &line);) {
        str fields[MOST_COLUMNS] = {{0}};
        b->line++;
        if (line.len && line.at[line.len - 1] == '\r') line.len--;
        if (str_trim(line).len == 0 || line.at[0] == '#') continue;
        int status = cut_fields(b, &FORMS[kind], line, fields);
        if (status == SCM_OK)
            status = head_seen ? add_row(b, kind, fields) : check_head(b, &FORMS[kind], fields);
        if (status != SCM_OK) return status;
        head_seen = true;
    }
    return SCM_OK;
}

static void finish(struct image *out, struct builder *b)
{
    vec_push(b->arena, &b->topics, ((struct topic_row){{0, 0}, {0, 0}, (uint32_t)b->cues.len}));
    *out = (struct image){
        .pool = b->pool.at,
        .names = b->names.at,
        .officials = b->officials.at,
        .offices = b->offices.at,
        .meetings = b->meetings.at,
        .verbs = b->verbs.at,
        .topics = b->topics.at,
        .cues = b->cues.at,
        .pool_len = (uint32_t)b->pool.len,
        .nnames = (uint32_t)b->names.len,
        .nofficials = (uint32_t)b->officials.len,
        .noffices = (uint32_t)b->offices.len,
        .nmeetings = (uint32_t)b->meetings.len,
        .nverbs = (uint32_t)b->verbs.len,
        .ntopics = (uint32_t)b->topics.len - 1,
        .ncues = (uint32_t)b->cues.len,
    };
    trie_build(out, b->arena, b->aliases.at, b->aliases.len);
}

int image_build(struct image *out, arena *a, const struct table_source tables[NTABLES],
    struct table_source lexicon, scm_error *error)
{
    struct builder b = {.arena = a, .pool.arena = a, .error = error};
    buf_char(&b.pool, '\n'); /* so that no pool is empty */
    for (int kind = 0; kind < NTABLES; kind++) {
        int status = read_table(&b, (enum table_kind)kind, tables[kind]);
        if (status == SCM_OK && kind == TABLE_NAMES && lexicon.path)
            status = read_table(&b, TABLE_NAMES, lexicon);
        if (status != SCM_OK) return status;
    }
    finish(out, &b);
    return SCM_OK;
}
