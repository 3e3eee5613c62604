/* Tables → image: reads tab-separated tables and builds what they say.
 *
 * Lines that start with '#' are comments, the first other line names the
 * columns, lists inside a field are separated by '|'. */
#include "authority/tables.h"

enum { MOST_COLUMNS = 9, SHOWN = 60 };

static const struct table_form {
    const char *file;
    const char *columns[MOST_COLUMNS];
} FORMS[NTABLES] = {
    /* Of every language one: these are the names of the first. */
    [TABLE_WORDS] = {"lang/en/words.tsv", {"class", "words"}},
    [TABLE_PHRASES] = {"lang/en/phrases.tsv", {"class", "phrases"}},
    [TABLE_READINGS] = {"lang/en/readings.tsv", {"reading", "characters"}},
    [TABLE_LADDERS] = {"lang/en/ladders.tsv", {"ladder", "class", "rung", "forms", "source"}},
    [TABLE_NAMES] = {"names.tsv",
        {"id", "type", "class", "name", "aliases", "first", "note", "weight"}},
    [TABLE_SIDES] = {"sides.tsv", {"id", "state", "name", "short", "forms", "adjective"}},
    [TABLE_OFFICES] = {"offices.tsv", {"id", "side", "title", "forms", "short", "note"}},
    [TABLE_OFFICIALS] = {"officials.tsv",
        {"id", "name", "side", "office", "from", "to", "aliases", "note"}},
    [TABLE_SERIES] = {"series", {"key", "value"}},
    [TABLE_MEETINGS] = {"meetings.tsv", {"series", "meeting", "date", "end", "venue", "heads",
                                            "companion", "companion_date", "note"}},
    [TABLE_VERBS] = {"verbs.tsv", {"lemma", "past", "act", "strength", "forms", "note"}},
    [TABLE_STEMS] = {"lang/en/stems.tsv", {"stems", "lemma", "note"}},
    [TABLE_ROLES] = {"lang/en/roles.tsv", {"forms", "means", "note"}},
    [TABLE_TOPICS] = {"topics.tsv", {"id", "title", "cues"}},
};

const char *table_file(enum table_kind kind)
{
    return FORMS[kind].file;
}

/* The start of a text, whole characters. */
static int shown(str s)
{
    size_t n = s.len < SHOWN ? s.len : SHOWN;
    while (n && n < s.len && ((unsigned char)s.at[n] & 0xC0) == 0x80) n--;
    return (int)n;
}

int wrong(struct image_builder *b, const char *what, str which)
{
    size_t column = which.at ? (size_t)(which.at - b->text.at) + 1 : 1;
    str quoted = which.len ? str_printf(b->arena, " '%.*s'", shown(which), which.at) : (str){0};
    return fail(b->error, SCM_E_INPUT, "%s:%zu:%zu: %s%.*s", b->source.path, b->line, column,
        what, SCM_STR(quoted));
}

static str field(str f)
{
    f = str_trim(f);
    return str_eq(f, S("-")) ? (str){f.at, 0} : f;
}

/* Cuts a line into the table's columns; trailing empty ones may be missing. */
static int cut_fields(struct image_builder *b, const struct table_form *form, str *fields)
{
    size_t want = 0, got = 0;
    while (want < MOST_COLUMNS && form->columns[want]) want++;
    for (str rest = b->text, part; str_cut(&rest, '\t', &part);) {
        if (got == want) return wrong(b, "more columns than the table has:", part);
        fields[got++] = field(part);
    }
    if (got < 2 || got + 4 < want) return wrong(b, "too few columns:", b->text);
    while (got < want) fields[got++] = (str){b->text.at + b->text.len, 0};
    return SCM_OK;
}

static int check_head(struct image_builder *b, const struct table_form *form, const str *fields)
{
    for (size_t i = 0; i < MOST_COLUMNS && form->columns[i]; i++)
        if (fields[i].len && !str_eq(fields[i], str_of(form->columns[i])))
            return wrong(b, "not a column of this table:", fields[i]);
    return SCM_OK;
}

/* What cannot be seen in a table cannot be seen where the table is used. */
static int check_characters(struct image_builder *b)
{
    for (size_t at = 0; at < b->text.len;) {
        size_t start = at;
        uint32_t c = utf8_next(b->text, &at);
        if (c != '\t' && is_unseen(c))
            return fail(b->error, SCM_E_INPUT, "%s:%zu:%zu: U+%04X is not allowed in a table",
                b->source.path, b->line, start + 1, (unsigned)c);
    }
    return SCM_OK;
}

static int check_encoding(struct image_builder *b, str text)
{
    size_t valid = utf8_valid(text), start = 0, line = 1;
    if (valid == text.len) return SCM_OK;
    for (size_t i = 0; i < valid; i++)
        if (text.at[i] == '\n') {
            start = i + 1;
            line++;
        }
    return fail(b->error, SCM_E_INPUT, "%s:%zu:%zu: not UTF-8", b->source.path, line,
        valid - start + 1);
}

static int read_table(struct image_builder *b, struct table_source source)
{
    const struct table_form *form = &FORMS[source.kind];
    bool head_seen = false;
    b->source = source;
    b->number++;
    b->line = 0;
    if (str_starts(source.text, S("\xEF\xBB\xBF")))
        source.text = str_sub(source.text, 3, source.text.len);
    int status = check_encoding(b, source.text);
    for (str rest = source.text; status == SCM_OK && str_cut(&rest, '\n', &b->text);) {
        str fields[MOST_COLUMNS] = {{0}};
        b->line++;
        if (str_ends(b->text, S("\r"))) b->text.len--;
        if (str_trim(b->text).len == 0 || b->text.at[0] == '#') continue;
        status = check_characters(b);
        if (status == SCM_OK) status = cut_fields(b, form, fields);
        if (status == SCM_OK)
            status = head_seen ? add_row(b, source.kind, fields) : check_head(b, form, fields);
        head_seen = true;
    }
    return status;
}

/* Is the series whole that the table has told? */
static int check_series(struct image_builder *b)
{
    bool whole = b->series.len && b->series.at[b->series.len - 1].title.len;
    return whole ? SCM_OK
                 : fail(b->error, SCM_E_INPUT, "%s: a series needs an id and a title",
                       b->source.path);
}

static void finish(struct image *out, struct image_builder *b)
{
    const struct language *language = language_finish(b);
    vec_push(b->arena, &b->topics, ((struct topic_row){{0, 0}, {0, 0}, (uint32_t)b->cues.len}));
    *out = (struct image){
        .pool = b->pool.at,
        .names = b->names.at,
        .officials = b->officials.at,
        .offices = b->offices.at,
        .sides = b->sides.at,
        .series = b->series.at,
        .meetings = b->meetings.at,
        .verbs = b->verbs.at,
        .roles = b->roles.at,
        .topics = b->topics.at,
        .cues = b->cues.at,
        .language = language,
        .pool_len = (uint32_t)b->pool.len,
        .nnames = (uint32_t)b->names.len,
        .nofficials = (uint32_t)b->officials.len,
        .noffices = (uint32_t)b->offices.len,
        .nsides = (uint32_t)b->sides.len,
        .nseries = (uint32_t)b->series.len,
        .nmeetings = (uint32_t)b->meetings.len,
        .nverbs = (uint32_t)b->verbs.len,
        .nroles = (uint32_t)b->roles.len,
        .ntopics = (uint32_t)b->topics.len - 1,
        .ncues = (uint32_t)b->cues.len,
    };
    out->names_by_id = rows_by_id(out, out->names, sizeof *out->names, out->nnames, b->arena);
    out->officials_by_id =
        rows_by_id(out, out->officials, sizeof *out->officials, out->nofficials, b->arena);
    out->offices_by_id =
        rows_by_id(out, out->offices, sizeof *out->offices, out->noffices, b->arena);
    aliases_build(out, b->arena, b->aliases.at, b->aliases.len);
}

int image_build(struct image *out, arena *a, const struct table_source *tables, size_t ntables,
    scm_error *error)
{
    struct image_builder b = {.arena = a, .number = '0', .error = error};
    b.pool.arena = b.claims.arena = b.language.class_of.arena = b.language.word_of.arena = a;
    buf_char(&b.pool, '\n'); /* so that no pool is empty */
    language_start(&b);
    for (int kind = 0; kind < NTABLES; kind++) {
        for (size_t i = 0; i < ntables; i++) {
            if ((int)tables[i].kind != kind) continue;
            int status = read_table(&b, tables[i]);
            if (status == SCM_OK && kind == TABLE_SERIES) status = check_series(&b);
            if (status != SCM_OK) return status;
        }
        if (kind == TABLE_READINGS) sort_readings(&b);
    }
    finish(out, &b);
    return SCM_OK;
}
