/* Values: ordinals of meetings, editions of exercises, numbers of resolutions,
 * and the persons that roles stand for. */
#include "annotate/work.h"
#include "annotate/found.h"
#include "annotate/affix.h"
#include "annotate/participants.h"
#include "base/syllable.h"

static bool is_acronym(str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (is_lower(s.at[i]) && i + 1 < s.len) return false;
    return s.len > 0;
}

static size_t word_before(const struct work *w, size_t end)
{
    size_t at = end;
    while (at > 0 && (is_alnum(w->text.at[at - 1]) || w->text.at[at - 1] == '-')) at--;
    return at;
}

int ordinal_number(const struct language *l, str word)
{
    if (word.len < 3 || word.len > 5) return -1;
    bool ordinal = is_ordinal_suffix(l, str_sub(word, word.len - 2, word.len));
    return ordinal ? str_int(str_sub(word, 0, word.len - 2)) : -1;
}

int spelt_ordinal(const struct language *l, str word)
{
    size_t dash = str_find_char(word, '-');
    if (dash == word.len) {
        int n = set_number(l, language_set(l, word), WORD_ORDINAL);
        return n > 0 ? n : -1;
    }
    int tens = set_number(l, language_set(l, str_sub(word, 0, dash)), WORD_NUMBER);
    int n = set_number(l, language_set(l, str_sub(word, dash + 1, word.len)), WORD_ORDINAL);
    return tens >= 20 && n > 0 && n < 10 ? tens + n : -1;
}

/* "the 49 Security Consultative Meeting": a PDF lost the suffix. */
static int torn_ordinal(const struct work *w, size_t start, str word)
{
    enum { MOST_DIGITS = 2 };
    if (word.len > MOST_DIGITS || start < 2 || w->text.at[start - 1] != ' ') return -1;
    size_t the = word_before(w, start - 1);
    bool article = word_is(w->image->language, str_sub(w->text, the, start - 1), WORD_THE);
    return article ? str_int(word) : -1;
}

int ordinal_before(const struct work *w, size_t start, size_t *span)
{
    size_t end;
    if (syllable_before(w->text, start ? start - (w->text.at[start - 1] == ' ') : 0)) {
        int n = affix_ordinal(w->image->language, w->text, start, span);
        if (n > 0) return n;
    }
    country_before(w, start, &end);
    size_t word_at = end > 0 ? word_before(w, end - 1) : 0;
    if (end > 0 && word_is(w->image->language, str_sub(w->text, word_at, end - 1), WORD_ANNUAL))
        end = word_at;
    if (end == 0 || w->text.at[end - 1] != ' ') return 0;
    *span = word_before(w, end - 1);
    str word = str_sub(w->text, *span, end - 1);
    int n = ordinal_number(w->image->language, word);
    if (n < 0) n = spelt_ordinal(w->image->language, word);
    if (n < 0) n = torn_ordinal(w, *span, word);
    return n > 0 ? n : 0;
}

/* Directly before an acronym the ordinal is in the span. */
static void take_ordinal(struct work *w, struct candidate *c)
{
    size_t span;
    int n = ordinal_before(w, c->start, &span);
    if (n == 0) return;
    c->value = str_printf(w->arena, "%d", n);
    bool joined = str_find_char(str_sub(w->text, span, c->start), ' ') + 1 == c->start - span;
    if (joined && is_digit(w->text.at[span]) && is_acronym(str_sub(w->text, c->start, c->end)))
        c->start = span;
}

static bool is_edition(str word)
{
    size_t dash = str_find_char(word, '-');
    if (dash == word.len) return word.len == 2 && str_int(word) >= 0;
    return dash == 2 && word.len <= 5 && str_int(str_sub(word, 0, 2)) >= 0 &&
           str_int(str_sub(word, 3, word.len)) > 0;
}

/* Where what stands before " and ", ", " or " and the " ends; 0 where none does. */
static size_t before_joint(const struct work *w, size_t at)
{
    size_t i = token_at(&w->tokens, at);
    const struct language *l = w->image->language;
    if (i >= 2 && set_has(l, w->tokens.at[i - 2].set, WORD_THE)) i -= 2;
    if (i >= 3 && set_has(l, w->tokens.at[i - 2].set, WORD_AND)) return w->tokens.at[i - 3].at;
    return at >= 2 && w->text.at[at - 2] == ',' ? at - 2 : 0;
}

/* "21-1 and 21-2 CCPT": the first edition is a mention of its own. */
static void take_first_edition(struct work *w, const struct candidate *c)
{
    size_t end = before_joint(w, c->start), start = word_before(w, end);
    str word = str_sub(w->text, start, end);
    if (!str_has(word, S("-")) || !is_edition(word)) return;
    struct candidate first = *c;
    first.start = start;
    first.end = end;
    first.value = word;
    add_candidate(w, first);
}

/* "20-2 Combined Command Post Training", "UFS 23". */
static void take_edition(struct work *w, size_t index)
{
    struct candidate *c = &w->found.at[index];
    str surface = str_sub(w->text, c->start, c->end);
    if (surface.len > 3 && is_digit(surface.at[surface.len - 1]) &&
        is_upper(surface.at[surface.len - 3])) {
        c->value = str_sub(surface, surface.len - 2, surface.len); /* "FS23" */
        return;
    }
    if (c->end + 2 < w->text.len && w->text.at[c->end] == ' ') {
        size_t end = c->end + 1;
        while (end < w->text.len && (is_alnum(w->text.at[end]) || w->text.at[end] == '-'))
            end++;
        str word = str_sub(w->text, c->end + 1, end);
        if (is_edition(word)) {
            c->value = word;
            c->end = end;
            return;
        }
    }
    if (c->start == 0 || w->text.at[c->start - 1] != ' ') return;
    size_t start = word_before(w, c->start - 1);
    str word = str_sub(w->text, start, c->start - 1);
    if (!str_has(word, S("-")) || !is_edition(word)) return;
    c->value = word;
    c->start = start;
    struct candidate copy = *c; /* adding may move the array */
    take_first_edition(w, &copy);
}

size_t behind_joint(const struct work *w, size_t at)
{
    size_t i = token_at(&w->tokens, at);
    bool comma = at < w->text.len && w->text.at[at] == ',';
    i += comma;
    if (i + 2 >= w->tokens.len || w->text.at[w->tokens.at[i].at] != ' ') return 0;
    if (set_has(w->image->language, w->tokens.at[i + 1].set, WORD_AND))
        return w->tokens.at[i + 2].at + 1;
    return comma ? w->tokens.at[i + 1].at : 0;
}

/* "UNSCR 2397", "resolutions 1718, 1874 and 2087", "Agreement No. 11". */
static void take_numbers(struct work *w, struct candidate *c, bool resolution)
{
    size_t at = c->end;
    size_t sign = token_at(&w->tokens, at) + 1;
    bool has_sign = sign + 1 < w->tokens.len &&
                    set_has(w->image->language, w->tokens.at[sign].set, WORD_NUMBER_SIGN);
    if (has_sign)
        at = w->tokens.at[sign + 1].at + (w->text.at[w->tokens.at[sign + 1].at] == '.');
    else if (!resolution)
        return;
    for (;;) {
        size_t from = behind_joint(w, at);
        if (!from) from = at + (at < w->text.len && w->text.at[at] == ' ');
        size_t end = from;
        while (end < w->text.len && is_digit(w->text.at[end])) end++;
        bool whole = end > from && (end == w->text.len || !is_alpha(w->text.at[end]));
        size_t digits = end - from;
        if (!whole || from == at || (resolution && (digits < 3 || digits > 4))) return;
        c->end = at = end;
        if (!resolution) return;
    }
}

/* Meetings that come in a series have an ordinal. */
static bool is_series(const struct work *w, const struct candidate *c)
{
    scm_name name;
    if (c->coined) return true;
    if (!scm_authority_find_name(w->authority, c->id, &name)) return false;
    return str_eq(name.class_, S("meeting")) || str_eq(name.class_, S("dialogue")) ||
           str_eq(name.class_, S("committee")) || str_eq(name.class_, S("summit")) ||
           str_eq(name.class_, S("working-group"));
}

/* Between the ordinal and a meeting stands whose it is, however it was mangled,
 * and no state is spoken of. */
static void drop_states(struct work *w, const struct candidate *meeting)
{
    size_t from;
    if (ordinal_before(w, meeting->start, &from) == 0) return;
    for (size_t i = first_listed(w, from); i < w->nlisted; i++) {
        struct candidate *c = &w->found.at[i];
        if (c->start >= meeting->start) break;
        if (c->type == SCM_STATE && c->end <= meeting->start)
            c->end = c->start; /* and so goes */
    }
}

static bool class_is(const struct work *w, str id, const char *class_)
{
    scm_name name;
    return scm_authority_find_name(w->authority, id, &name) &&
           str_eq(name.class_, str_of(class_));
}

bool is_generic_name(const struct work *w, str id)
{
    return class_is(w, id, "generic");
}

/* Do the name and what a meeting of the series is called share their first word? */
static bool shares_first_word(str surface, str title)
{
    str first = str_sub(title, 0, str_find_char(title, ' '));
    return first.len && str_has(surface, first);
}

/* "53rd Defense Conference" in a text about the 53rd meeting of the series is that
 * meeting, "46th Military Conference" its companion. */
static void take_meeting(struct work *w, struct candidate *c)
{
    scm_series series, companion = {0};
    if (!c->coined || c->value.len == 0 || w->meeting == 0) return;
    str surface = str_sub(w->text, c->start, c->end), last = surface;
    while (str_find_char(last, ' ') < last.len)
        last = str_sub(last, str_find_char(last, ' ') + 1, last.len);
    if (!word_is(w->image->language, last, WORD_MEETING)) return;
    if (!scm_authority_find_series(w->authority, w->series, &series)) return;
    scm_authority_find_series(w->authority, series.companion, &companion);
    bool reports = companion.id.len && shares_first_word(surface, companion.title);
    if (str_int(c->value) != (reports ? w->companion : w->meeting)) return;
    str names = reports ? companion.names : series.names;
    if (list_cut(&names, &c->id)) drop_states(w, c);
}

void extend_names(struct work *w)
{
    size_t count = w->found.len;
    for (size_t i = 0; i < count; i++) {
        struct candidate *c = &w->found.at[i];
        if (c->type == SCM_EXERCISE) take_edition(w, i);
        if (c->type == SCM_AGREEMENT) take_numbers(w, c, class_is(w, c->id, "resolution"));
        if (c->type != SCM_MECHANISM || !is_series(w, c)) continue;
        take_ordinal(w, c);
        take_meeting(w, c);
    }
}

/* A name in brackets behind its expansion has the expansion's value. */
static void inherit_value(const struct work *w, size_t i)
{
    struct candidate *c = &w->found.at[i];
    for (size_t k = i; c->value.len == 0 && k-- > 0;) {
        const struct candidate *before = &w->found.at[k];
        if (before->type == SCM_TERM) continue;
        str gap =
            before->end <= c->start ? str_sub(w->text, before->end, c->start) : (str){NULL, 0};
        if (str_eq(before->id, c->id) && str_eq(str_trim(gap), S("(")))
            c->value = before->value;
        return;
    }
}

static str holder(const struct work *w, str office)
{
    scm_official o;
    if (!scm_authority_holder(w->authority, office, w->reference_iso, &o))
        return (str){NULL, 0};
    return o.id;
}

/* The heads of the meeting: all, or the one of an office. */
static str heads_in(const struct work *w, str office)
{
    buf persons = {.arena = w->arena};
    for (size_t i = 0; i < w->nheads; i++) {
        const scm_head *h = &w->heads[i];
        if (office.len && !str_eq(h->office, office)) continue;
        if (h->person.len == 0) return (str){NULL, 0};
        if (persons.len) buf_char(&persons, ',');
        buf_add(&persons, h->person);
    }
    return buf_str(&persons);
}

static str role_person(const struct work *w, str role, size_t at)
{
    if (str_eq(role, S("both"))) return persons_of_heads(w, at);
    str head = heads_in(w, role);
    return head.len ? head : holder(w, role);
}

/* The generic name that an id ends with: "TTX" of "DSC-TTX". */
static bool ends_generic(const struct work *w, str id)
{
    size_t dash = id.len;
    while (dash > 0 && id.at[dash - 1] != '-') dash--;
    return dash > 0 && is_generic_name(w, str_sub(id, dash, id.len));
}

/* "DSC Tabletop Exercise (TTX)": the generic acronym means that body's exercise
 * from there to the end of the block. */
static void name_generic(const struct work *w, size_t i, str *id, size_t *until)
{
    struct candidate *c = &w->found.at[i];
    if (c->type != SCM_EXERCISE) return;
    bool generic = is_generic_name(w, c->id), named = !generic && ends_generic(w, c->id);
    /* Looked for once a block, which may be long. */
    if ((generic || named) && c->start >= *until) {
        *id = (str){NULL, 0};
        *until = line_end(w, c->start);
    }
    if (named) *id = c->id;
    if (!generic) return;
    const struct candidate *body = i > 0 ? &w->found.at[i - 1] : NULL;
    if (body && body->type == SCM_MECHANISM && body->end <= c->start &&
        c->start - body->end <= 2) {
        *id = str_printf(w->arena, "%.*s-%.*s", SCM_STR(body->id), SCM_STR(c->id));
    }
    if (id->len) c->id = *id;
}

void add_values(struct work *w)
{
    str generic = {NULL, 0};
    size_t until = 0;
    for (size_t i = 0; i < w->found.len; i++) {
        struct candidate *c = &w->found.at[i];
        name_generic(w, i, &generic, &until);
        if (c->type == SCM_ROLE) c->value = role_person(w, c->id, c->start);
        if (c->type == SCM_MECHANISM || c->type == SCM_EXERCISE) inherit_value(w, i);
    }
}
