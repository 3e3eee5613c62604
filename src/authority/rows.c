/* Rows: what each line of a table says, checked against the other lines.
 *
 * Of names no two rows of a table have one id and type, and no two things one
 * alias; a lexicon may give more aliases to what the tables have.  Offices are
 * called alike on several sides and namesakes have one name: their aliases may
 * have several owners. */
#include "authority/tables.h"
#include "base/calendar.h"
#include "base/fold.h"
#include "base/reading.h"

struct ref keep(struct image_builder *b, str s)
{
    struct ref r = {(uint32_t)b->pool.len, (uint32_t)s.len};
    buf_add(&b->pool, s);
    return r;
}

/* A key of the claims: what is claimed, in which scope. */
static str key_of(struct image_builder *b, char what, str scope, str text)
{
    buf key = {.arena = b->arena};
    buf_char(&key, what);
    buf_add(&key, scope);
    buf_char(&key, '\t');
    buf_add(&key, text);
    return buf_str(&key);
}

/* No two lines of a file have one id within the scope. */
static int claim_id(struct image_builder *b, str scope, str id)
{
    uint32_t line = claims_add(&b->claims, key_of(b, b->number, scope, id), (uint32_t)b->line);
    if (line == b->line) return SCM_OK;
    return wrong(b, str_printf(b->arena, "line %u has the same id:", (unsigned)line).at, id);
}

/* What the rows of other tables may refer to. */
static const str OFFICE = S_INIT("office"), OFFICIAL = S_INIT("official"),
                 NAME = S_INIT("name"), SIDE = S_INIT("side"), SERIES = S_INIT("series");

static void make_known(struct image_builder *b, str kind, str id)
{
    claims_add(&b->claims, key_of(b, 'k', kind, id), 0);
}

static bool is_known(struct image_builder *b, str kind, str id)
{
    return claims_find(&b->claims, key_of(b, 'k', kind, id)) != NULL;
}

/* What a row of names is and of which type. */
static bool same_thing(const struct image_builder *b, uint32_t x, uint32_t y)
{
    const struct name_row *p = &b->names.at[x], *q = &b->names.at[y];
    return p->type == q->type && str_eq(kept(b, p->id), kept(b, q->id));
}

/* Says that two rows claim one spelling. */
static int two_owners(
    struct image_builder *b, str first, str second, const char *what, str text)
{
    str why = str_printf(b->arena, "%.*s and %.*s cannot both have the %s", SCM_STR(first),
        SCM_STR(second), what);
    return wrong(b, why.at, text);
}

/* Terms are a layer of their own, so they share aliases with names. */
static int claim_name(struct image_builder *b, struct alias alias, str folded, str text)
{
    bool term = b->names.at[alias.row].type == SCM_TERM;
    str spelling = alias.exact ? folded : str_lower(b->arena, folded);
    str scope = alias.exact ? S("exact") : S("any case");
    uint32_t owner =
        claims_add(&b->claims, key_of(b, term ? 't' : 'n', scope, spelling), alias.row);
    if (same_thing(b, owner, alias.row)) return SCM_OK;
    str mine = kept(b, b->names.at[alias.row].id), other = kept(b, b->names.at[owner].id);
    return two_owners(b, other, mine, "alias", text);
}

static int claim_verb(struct image_builder *b, struct alias alias, str folded, str text)
{
    str key = key_of(b, 'v', S(""), str_lower(b->arena, folded));
    uint32_t owner = claims_add(&b->claims, key, alias.row);
    if (owner == alias.row) return SCM_OK;
    str mine = kept(b, b->verbs.at[alias.row].lemma), other = kept(b, b->verbs.at[owner].lemma);
    return two_owners(b, other, mine, "form", text);
}

/* A name of one word, or one written with '=', matches in its own case only.
 * A title may also stand in lower case: who uses it looks at the case.  '~'
 * marks a distorted form. */
int add_alias(struct image_builder *b, enum alias_kind kind, size_t row, str text)
{
    struct alias alias = {{0, 0}, (uint32_t)kind, (uint32_t)row, 0, 0};
    text = str_trim(text);
    for (; text.len && (text.at[0] == '=' || text.at[0] == '~');
         text = str_trim(str_sub(text, 1, text.len)))
        *(text.at[0] == '=' ? &alias.exact : &alias.slip) = 1;
    if (text.len == 0) return SCM_OK;
    if ((kind == ALIAS_NAME || kind == ALIAS_SIDE) && !str_has(text, S(" "))) alias.exact = 1;
    struct readings readings = {b->language.readings.at, b->language.readings.len};
    str folded = text_as_read(b->arena, &readings, fold_name(b->arena, text));
    alias.text = keep(b, folded);
    vec_push(b->arena, &b->aliases, alias);
    if (kind == ALIAS_NAME) return claim_name(b, alias, folded, text);
    return kind == ALIAS_VERB ? claim_verb(b, alias, folded, text) : SCM_OK;
}

static int add_aliases(struct image_builder *b, enum alias_kind kind, size_t row, str list)
{
    int status = SCM_OK;
    for (str part; status == SCM_OK && str_cut(&list, '|', &part);)
        status = add_alias(b, kind, row, part);
    return status;
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

/* A name of a table without weights matters as much as most. */
static bool read_weight(str s, uint32_t *out)
{
    enum { USUAL = 4 };
    *out = s.len ? (uint32_t)(s.at[0] - '0') : USUAL;
    return s.len == 0 || (s.len == 1 && is_digit(s.at[0]));
}

/* Ids stand in lists and in columns. */
static int check_id(struct image_builder *b, str id)
{
    for (size_t i = 0; i < id.len; i++)
        if (id.at[i] == ' ' || id.at[i] == ',')
            return wrong(b, "an id may not contain a space or a comma:", id);
    return SCM_OK;
}

static int check_year(struct image_builder *b, str year)
{
    bool given = year.len > 0, whole = year.len == 4 && str_int(year) > 0;
    return !given || whole ? SCM_OK : wrong(b, "not a year:", year);
}

static int add_name(struct image_builder *b, const str *f)
{
    int type = find_word(f[1], type_word, SCM_NTYPES);
    if (type < 0 || type == SCM_OFFICIAL || type == SCM_ROLE || type == SCM_DATE)
        return wrong(b, "not a type of name:", f[1]);
    if (f[0].len == 0) return wrong(b, "a name needs an id", f[0]);
    if (f[3].len == 0) return wrong(b, "a name needs a full name", f[3]);
    uint32_t weight;
    if (!read_weight(f[7], &weight)) return wrong(b, "not a weight from 0 to 9:", f[7]);
    int status = check_id(b, f[0]);
    if (status == SCM_OK) status = check_year(b, f[5]);
    if (status == SCM_OK) status = claim_id(b, f[1], f[0]);
    if (status != SCM_OK) return status;
    make_known(b, NAME, f[0]);
    size_t row = b->names.len;
    str name = f[3].at[0] == '=' ? str_sub(f[3], 1, f[3].len) : f[3];
    struct ref id = keep(b, f[0]), class_ = keep(b, f[2]);
    vec_push(b->arena, &b->names,
        ((struct name_row){id, class_, keep(b, name), (uint32_t)type, weight}));
    if (!lists_exactly(f[4], name)) status = add_alias(b, ALIAS_NAME, row, f[3]);
    return status == SCM_OK ? add_aliases(b, ALIAS_NAME, row, f[4]) : status;
}

static int check_date(struct image_builder *b, str s)
{
    date d;
    return s.len == 0 || date_parse_iso(s, &d) ? SCM_OK : wrong(b, "not a date:", s);
}

static int check_official(struct image_builder *b, const str *f)
{
    int status = SCM_OK;
    if (f[0].len == 0) return wrong(b, "an official needs an id", f[0]);
    if (f[1].len == 0) return wrong(b, "an official needs a name", f[1]);
    for (int i = 4; status == SCM_OK && i <= 5; i++) status = check_date(b, f[i]);
    if (status != SCM_OK) return status;
    if (f[4].len && f[5].len && str_cmp(f[4], f[5]) > 0)
        return wrong(b, "a term of office cannot end before it begins:", f[5]);
    if (b->source.given && !is_known(b, OFFICE, f[3])) return wrong(b, "no such office:", f[3]);
    str term = str_printf(b->arena, "%.*s %.*s", SCM_STR(f[3]), SCM_STR(f[4]));
    return claim_id(b, term, f[0]);
}

static int add_official(struct image_builder *b, const str *f)
{
    int status = check_official(b, f);
    if (status != SCM_OK) return status;
    make_known(b, OFFICIAL, f[0]);
    size_t row = b->officials.len;
    struct ref r[6];
    for (int i = 0; i < 6; i++) r[i] = keep(b, f[i]);
    vec_push(
        b->arena, &b->officials, ((struct official_row){r[0], r[1], r[2], r[3], r[4], r[5]}));
    status = add_alias(b, ALIAS_OFFICIAL, row, f[1]);
    return status == SCM_OK ? add_aliases(b, ALIAS_OFFICIAL, row, f[6]) : status;
}

static int add_office(struct image_builder *b, const str *f)
{
    if (f[0].len == 0) return wrong(b, "an office needs an id", f[0]);
    if (f[2].len == 0) return wrong(b, "an office needs a title", f[2]);
    int status = claim_id(b, S(""), f[0]);
    if (status != SCM_OK) return status;
    make_known(b, OFFICE, f[0]);
    size_t row = b->offices.len;
    struct ref id = keep(b, f[0]), side = keep(b, f[1]), title = keep(b, f[2]);
    vec_push(b->arena, &b->offices, ((struct office_row){id, side, title, keep(b, f[4])}));
    status = add_alias(b, ALIAS_OFFICE, row, f[2]);
    if (status == SCM_OK) status = add_aliases(b, ALIAS_OFFICE, row, f[3]);
    return status == SCM_OK ? add_alias(b, ALIAS_OFFICE, row, f[4]) : status;
}

/* The parts of a list with '|' between them as a list with commas. */
static int keep_list(
    struct image_builder *b, str list, str kind, const char *none, struct ref *out)
{
    buf joined = {.arena = b->arena};
    for (str part; str_cut(&list, '|', &part);) {
        part = str_trim(part);
        if (part.len == 0) continue;
        if (joined.len) buf_char(&joined, ',');
        buf_add(&joined, part);
        char joint = str_eq(kind, OFFICE) ? '+' : '|'; /* two offices head one side */
        for (str one; b->source.given && kind.len && str_cut(&part, joint, &one);)
            if (!is_known(b, kind, str_trim(one))) return wrong(b, none, str_trim(one));
    }
    *out = keep(b, buf_str(&joined));
    return SCM_OK;
}

static int add_side(struct image_builder *b, const str *f)
{
    if (f[0].len == 0) return wrong(b, "a side needs an id", f[0]);
    if (f[2].len == 0) return wrong(b, "a side needs a name", f[2]);
    int status = claim_id(b, S(""), f[0]);
    if (status != SCM_OK) return status;
    make_known(b, SIDE, f[0]);
    struct ref id = keep(b, f[0]), state = keep(b, f[1]), name = keep(b, f[2]);
    vec_push(b->arena, &b->sides,
        ((struct side_row){id, state, name, keep(b, f[3]), keep(b, f[5])}));
    return add_aliases(b, ALIAS_SIDE, b->sides.len - 1, f[4]);
}

/* A series has a file of its own, a line for each key. */
static int add_series(struct image_builder *b, const str *f)
{
    if (str_eq(f[0], S("id"))) {
        if (f[1].len == 0) return wrong(b, "a series needs an id", f[1]);
        make_known(b, SERIES, f[1]);
        b->series_number = b->number;
        vec_push(b->arena, &b->series, ((struct series_row){.id = keep(b, f[1])}));
        return SCM_OK;
    }
    if (b->series_number != b->number)
        return wrong(b, "a series must begin with its id, not", f[0]);
    struct series_row *r = &b->series.at[b->series.len - 1];
    if (str_eq(f[0], S("topics"))) {
        r->topics = str_eq(f[1], S("yes"));
        return SCM_OK;
    }
    const struct {
        str key, kind;
        const char *none;
        struct ref *field;
    } KEYS[] = {
        {S("title"), {0}, NULL, &r->title},
        {S("names"), NAME, "no such name:", &r->names},
        {S("opening"), {0}, NULL, &r->opening},
        {S("sides"), SIDE, "no such side:", &r->sides},
        {S("heads"), OFFICE, "no such office:", &r->heads},
        {S("head"), {0}, NULL, &r->head},
        {S("companion"), {0}, NULL, &r->companion},
        {S("reporter"), OFFICE, "no such office:", &r->reporter},
        {S("subjects"), NAME, "no such name:", &r->subjects},
    };
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++)
        if (str_eq(f[0], KEYS[i].key))
            return keep_list(b, f[1], KEYS[i].kind, KEYS[i].none, KEYS[i].field);
    return wrong(b, "not a key of a series:", f[0]);
}

static int check_meeting(struct image_builder *b, const str *f)
{
    static const int DATES[] = {2, 3, 7};
    int status = SCM_OK;
    if (b->source.given && !is_known(b, SERIES, f[0])) return wrong(b, "no such series:", f[0]);
    if (str_int(f[1]) < 1) return wrong(b, "not a valid ordinal:", f[1]);
    if (f[6].len && str_int(f[6]) < 0) return wrong(b, "not a valid ordinal:", f[6]);
    for (int i = 0; status == SCM_OK && i < 3; i++) status = check_date(b, f[DATES[i]]);
    return status == SCM_OK ? claim_id(b, f[0], f[1]) : status;
}

static int add_meeting(struct image_builder *b, const str *f)
{
    int status = check_meeting(b, f);
    struct meeting_row row = {.ordinal = (uint32_t)str_int(f[1])};
    if (status == SCM_OK)
        status = keep_list(b, f[5], OFFICIAL, "no such official:", &row.heads);
    if (status != SCM_OK) return status;
    row.series = keep(b, f[0]);
    row.date = keep(b, f[2]);
    row.end = keep(b, f[3]);
    row.venue = keep(b, f[4]);
    row.companion = f[6].len ? (uint32_t)str_int(f[6]) : 0;
    row.companion_date = keep(b, f[7]);
    vec_push(b->arena, &b->meetings, row);
    return SCM_OK;
}

static int add_verb(struct image_builder *b, const str *f)
{
    int act = find_word(f[2], act_word, SCM_NACTS), strength = str_int(f[3]);
    if (f[0].len == 0) return wrong(b, "a verb needs a lemma", f[0]);
    if (f[1].len == 0) return wrong(b, "a verb needs a past form", f[1]);
    if (act < 0) return wrong(b, "not a speech act:", f[2]);
    if (strength < 1 || strength > 5) return wrong(b, "not a strength from 1 to 5:", f[3]);
    int status = claim_id(b, S(""), f[0]);
    if (status != SCM_OK) return status;
    struct ref lemma = keep(b, f[0]), past = keep(b, f[1]);
    vec_push(b->arena, &b->verbs,
        ((struct verb_row){lemma, past, (uint32_t)act, (uint32_t)strength}));
    return add_aliases(b, ALIAS_VERB, b->verbs.len - 1, f[4]);
}

/* The row of a lemma; SIZE_MAX: there is none. */
static size_t verb_of(const struct image_builder *b, str lemma)
{
    for (size_t i = 0; i < b->verbs.len; i++)
        if (str_eq(kept(b, b->verbs.at[i].lemma), lemma)) return i;
    return SIZE_MAX;
}

/* Every ending in the place of the stem's last syllable is a form of the verb. */
static int add_forms(struct image_builder *b, size_t verb, str stem)
{
    size_t cut = stem.len;
    while (cut > 0 && (stem.at[--cut] & 0xC0) == 0x80) continue;
    str ending, last = str_sub(stem, cut, stem.len);
    size_t at = 0, n = 0;
    int status = SCM_OK;
    for (; status == SCM_OK && next_ending(b, last, &at, &ending); n++)
        status = add_alias(b, ALIAS_VERB, verb,
            str_printf(b->arena, "%.*s%.*s", (int)cut, stem.at, SCM_STR(ending)));
    return n || !b->source.given ? status
                                 : wrong(b, "no endings are listed for the stem", stem);
}

static int add_stems(struct image_builder *b, const str *f)
{
    size_t verb = verb_of(b, f[1]);
    int status = SCM_OK;
    if (verb == SIZE_MAX) return b->source.given ? wrong(b, "no such verb:", f[1]) : SCM_OK;
    str list = f[0];
    for (str stem; status == SCM_OK && str_cut(&list, '|', &stem);)
        status = add_forms(b, verb, str_trim(stem));
    return status;
}

static int add_role(struct image_builder *b, const str *f)
{
    bool known = str_eq(f[1], S("both")) || is_known(b, SIDE, f[1]);
    if (b->source.given && !known) return wrong(b, "no such side:", f[1]);
    vec_push(b->arena, &b->roles, ((struct role_row){keep(b, f[1])}));
    return add_aliases(b, ALIAS_ROLE, b->roles.len - 1, f[0]);
}

/* A cue is an id (in capitals) or a word or phrase, with "*N" for its weight. */
static int add_cue(struct image_builder *b, str cue)
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

static int add_topic(struct image_builder *b, const str *f)
{
    if (f[0].len == 0) return wrong(b, "a topic needs an id", f[0]);
    int status = claim_id(b, S(""), f[0]);
    struct ref id = keep(b, f[0]), title = keep(b, f[1]);
    vec_push(b->arena, &b->topics, ((struct topic_row){id, title, (uint32_t)b->cues.len}));
    str list = f[2];
    for (str part; status == SCM_OK && str_cut(&list, '|', &part);)
        if (str_trim(part).len) status = add_cue(b, str_trim(part));
    return status;
}

int add_row(struct image_builder *b, enum table_kind kind, const str *fields)
{
    switch (kind) {
    case TABLE_WORDS: return add_words(b, fields);
    case TABLE_PHRASES: return add_phrases(b, fields);
    case TABLE_LADDERS: return add_ladder(b, fields);
    case TABLE_NAMES: return add_name(b, fields);
    case TABLE_SIDES: return add_side(b, fields);
    case TABLE_OFFICES: return add_office(b, fields);
    case TABLE_OFFICIALS: return add_official(b, fields);
    case TABLE_SERIES: return add_series(b, fields);
    case TABLE_MEETINGS: return add_meeting(b, fields);
    case TABLE_VERBS: return add_verb(b, fields);
    case TABLE_STEMS: return add_stems(b, fields);
    case TABLE_READINGS: return add_readings(b, fields);
    case TABLE_ROLES: return add_role(b, fields);
    default: return add_topic(b, fields);
    }
}
