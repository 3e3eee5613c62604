/* People: names that are not those of the person who is meant, and offices that
 * their bearers did not hold. */
#include "analyse/lint/findings.h"
#include "base/syllable.h"
#include "base/person_name.h"
#include "base/fold.h"

enum { TITLES = 6 };

/* A mention of a person taken apart. */
struct named {
    const scm_mention *mention;
    const struct alias *titles[TITLES]; /* the first of those spelt so */
    size_t ntitles;
    str name; /* a slice of the surface; may be empty */
};

static size_t skip_joints(const struct tokens *t, size_t i)
{
    while (i < t->len && (t->at[i].kind != TOKEN_WORD && t->at[i].kind != TOKEN_LINE)) i++;
    return i;
}

static const struct alias *title_at(
    const struct lint *l, const struct tokens *t, size_t from, size_t *past)
{
    return authority_longest(l->n->authority, t, from, ALIAS_OFFICE, past);
}

/* "Deputy National Security Advisor", "Assistant to the President": the title is another's. */
static bool is_part_of_title(const struct lint *l, const struct tokens *t, size_t i)
{
    if (i < 2) return false;
    uint16_t before = t->at[i - 2].set;
    return set_has(l->language, before, WORD_DEPUTY) ||
           set_has(l->language, before, WORD_THE) || set_has(l->language, before, WORD_OFFICE);
}

/* The comma before which the name ends, where a title stands behind one. */
static size_t name_end(
    const struct lint *l, const struct tokens *t, struct named *p, size_t from)
{
    size_t comma = t->len, past;
    for (size_t i = from; i < t->len; i++) {
        if (str_eq(token_text(t, i), S(","))) comma = i;
        if (comma == t->len || t->at[i].kind != TOKEN_WORD) continue;
        const struct alias *title = title_at(l, t, i, &past);
        if (!title || p->ntitles == TITLES) continue;
        if (!is_part_of_title(l, t, i)) p->titles[p->ntitles++] = title;
        return comma;
    }
    return t->len;
}

/* Titles, a name, and perhaps a title behind a comma. */
static struct named take_apart(const struct lint *l, const scm_mention *m)
{
    str surface = scm_mention_surface(l->n, m);
    struct named p = {.mention = m};
    struct tokens t = tokens_cut(l->scratch, surface, l->language);
    size_t i = 0, past;
    const struct alias *title;
    while (p.ntitles < TITLES && (title = title_at(l, &t, i, &past))) {
        p.titles[p.ntitles++] = title;
        i = skip_joints(&t, past);
    }
    if (i == t.len) return p;
    size_t end = name_end(l, &t, &p, i + 1);
    /* "for East Asia Heino Klinck": the title goes on, and where it ends is not known. */
    if (!is_lower(surface.at[t.at[i].at])) p.name = str_sub(surface, t.at[i].at, t.at[end].at);
    return p;
}

/* Keys of names without what divides their words. */
static str joined(arena *a, str key)
{
    buf b = {.arena = a};
    for (size_t i = 0; i < key.len; i++)
        if (key.at[i] != '-') buf_char(&b, key.at[i]);
    return buf_str(&b);
}

static size_t last_word(str key)
{
    size_t at = key.len;
    while (at > 0 && key.at[at - 1] != '-') at--;
    return at;
}

/* A whole name: the same words, the family name at either end. */
static bool same_name(arena *a, str x, str y)
{
    size_t first = str_find_char(x, '-'), last = last_word(x);
    str behind =
        str_printf(a, "%.*s%.*s", (int)(x.len - first), x.at + first, (int)first, x.at);
    str before = str_printf(a, "%.*s%.*s", (int)(x.len - last), x.at + last, (int)last, x.at);
    str want = joined(a, y);
    return str_eq(joined(a, x), want) || str_eq(joined(a, behind), want) ||
           str_eq(joined(a, before), want);
}

/* Names between the first and the last are often left out. */
static bool same_ends(str x, str y)
{
    return str_eq(str_sub(x, 0, str_find_char(x, '-')), str_sub(y, 0, str_find_char(y, '-'))) &&
           str_eq(str_sub(x, last_word(x), x.len), str_sub(y, last_word(y), y.len));
}

static bool key_fits(arena *a, const struct language *l, str key, str known)
{
    /* Of names whose family name comes first none is left out. */
    bool left_out = !is_family_name(l, str_sub(known, 0, str_find_char(known, '-')));
    if (str_has(key, S("-")))
        return same_name(a, key, known) || (left_out && same_ends(key, known));
    return str_eq(key, str_sub(known, 0, str_find_char(known, '-'))) ||
           str_eq(key, str_sub(known, last_word(known), known.len));
}

static bool table_knows(const struct lint *l, const scm_official *o, str key)
{
    const struct image *im = l->n->authority->image;
    for (size_t i = 0; i < im->naliases; i++) {
        const struct alias *a = &im->aliases[i];
        if (a->kind != ALIAS_OFFICIAL || a->slip) continue;
        if (!str_eq(image_str(im, im->officials[a->row].id), o->id)) continue;
        str known = name_key(l->scratch, l->language, image_str(im, a->text));
        if (key_fits(l->scratch, l->language, key, known)) return true;
    }
    return false;
}

/* Has the table this name for the person, and not as a distorted one?  A text
 * has few names and many mentions, so each name is looked up once. */
static bool known_as(struct lint *l, const scm_official *o, str name)
{
    str key = name_key(l->scratch, l->language, name);
    str pair = str_printf(l->scratch, "%.*s %.*s", SCM_STR(o->id), SCM_STR(key));
    if (key.len == 0 || claims_find(&l->known, pair)) return true;
    if (claims_find(&l->unknown, pair)) return false;
    bool known = table_knows(l, o, key);
    claims_add(known ? &l->known : &l->unknown, pair, 0);
    return known;
}

static str held_title(const struct lint *l, const scm_official *o)
{
    scm_office office;
    bool known = scm_authority_find_office(l->n->authority, o->office, &office);
    return str_printf(l->scratch, "%.*s %.*s", SCM_STR(o->side),
        (int)(known ? office.title.len : o->office.len),
        known ? office.title.at : o->office.at);
}

static void check_name(struct lint *l, const struct named *p, const scm_official *o)
{
    if (p->name.len == 0 || known_as(l, o, p->name)) return;
    str surface = scm_mention_surface(l->n, p->mention), title = held_title(l, o);
    str today = l->n->reference_date;
    size_t start = p->mention->start + (size_t)(p->name.at - surface.at);
    bool now = term_covers(o->from, o->to, today);
    report(l, PERSON_NAME, (struct span){p->mention->block, start, start + p->name.len},
        p->name,
        now ? str_printf(l->scratch, "unknown name; the %.*s on %.*s was %.*s", SCM_STR(title),
                  SCM_STR(today), SCM_STR(o->name))
            : str_printf(l->scratch, "unknown name, similar to %.*s", SCM_STR(o->name)),
        o->id);
}

static bool held(const struct lint *l, str id, str office, str day)
{
    for (size_t i = 0; i < scm_authority_officials(l->n->authority); i++) {
        scm_official o = scm_authority_official(l->n->authority, i);
        if (str_eq(o.id, id) && str_eq(o.office, office) && term_covers(o.from, o.to, day))
            return true;
    }
    return false;
}

/* On the day of reference, or on a day of which the sentence speaks. */
static bool held_then(const struct lint *l, const scm_mention *m, str office)
{
    const scm_mention *all = l->n->mentions;
    struct around a = mentions_around(l, (size_t)(m - all));
    if (held(l, m->id, office, l->n->reference_date)) return true;
    for (size_t i = a.first; i < a.end; i++)
        if (all[i].type == SCM_DATE && all[i].value.len && held(l, m->id, office, all[i].value))
            return true;
    return false;
}

/* At any time before the day: a text that reports what was calls people what they were. */
static bool held_before(const struct lint *l, str id, str office)
{
    for (size_t i = 0; i < scm_authority_officials(l->n->authority); i++) {
        scm_official o = scm_authority_official(l->n->authority, i);
        bool before = str_cmp(o.from, l->n->reference_date) < 0;
        if (before && str_eq(o.id, id) && str_eq(o.office, office)) return true;
    }
    return false;
}

/* Does the person head a side of the meeting that the text reports? */
static bool is_head(const struct lint *l, str id)
{
    for (size_t i = 0; i < l->n->nheads; i++)
        if (str_eq(l->n->heads[i].person, id)) return true;
    return false;
}

/* Do those who hold the office meet in the text? */
static bool meets(const struct lint *l, str office)
{
    return l->n->meeting &&
           (series_has_office(&l->series, office) || series_has_office(&l->companion, office));
}

/* One who holds no office now is named for what he was; but not among those
 * who meet. */
static bool must_hold(const struct lint *l, const scm_official *o)
{
    return term_covers(o->from, o->to, l->n->reference_date) || is_head(l, o->id) ||
           meets(l, o->office);
}

enum verdict { NO_OFFICE, RIGHT, WRONG };

/* Does the person hold an office that is called so? */
static enum verdict judge_title(
    const struct lint *l, const scm_mention *m, const struct alias *title)
{
    const struct image *im = l->n->authority->image;
    const struct alias *end = im->aliases + im->naliases;
    enum verdict verdict = NO_OFFICE;
    str text = image_str(im, title->text);
    for (const struct alias *a = title; a < end && a->kind == ALIAS_OFFICE; a++) {
        if (!str_eq_nocase(image_str(im, a->text), text)) break;
        if (im->offices[a->row].side.len == 0) continue;
        str office = image_str(im, im->offices[a->row].id);
        bool held = held_then(l, m, office) ||
                    (!is_head(l, m->id) && !meets(l, office) && held_before(l, m->id, office));
        if (!a->slip && held) return RIGHT;
        verdict = WRONG;
    }
    return verdict;
}

/* "Former", "Acting", "-elect": said to be no full office of the day. */
static bool is_qualified(const struct lint *l, const struct named *p)
{
    enum { BEFORE = 8 };
    size_t from = p->mention->start > BEFORE ? p->mention->start - BEFORE : 0;
    str text = str_sub(l->n->document->text, from, p->mention->end);
    return has_phrase(l->language, PHRASE_OUT_OF_OFFICE, text);
}

static str term_words(const struct lint *l, const scm_official *o)
{
    str today = l->n->reference_date;
    if (term_covers(o->from, o->to, today))
        return str_printf(l->scratch, "on %.*s", SCM_STR(today));
    if (o->to.len && str_cmp(o->to, today) < 0)
        return str_printf(l->scratch, "until %.*s", SCM_STR(o->to));
    return str_printf(l->scratch, "from %.*s on", SCM_STR(o->from));
}

static void check_office(struct lint *l, const struct named *p, const scm_official *o)
{
    enum verdict verdict = NO_OFFICE;
    for (size_t i = 0; i < p->ntitles && verdict != RIGHT; i++) {
        enum verdict one = judge_title(l, p->mention, p->titles[i]);
        if (one != NO_OFFICE) verdict = one;
    }
    if (verdict != WRONG || !must_hold(l, o) || is_qualified(l, p)) return;
    str title = held_title(l, o), when = term_words(l, o);
    report(l, PERSON_OFFICE, mention_span(p->mention), scm_mention_surface(l->n, p->mention),
        str_printf(l->scratch, "wrong office: %.*s was %.*s %.*s", SCM_STR(o->name),
            SCM_STR(title), SCM_STR(when)),
        o->id);
}

void check_people(struct lint *l)
{
    if (l->n->reference_date.len == 0) return;
    for (size_t i = 0; i < l->n->nmentions; i++) {
        const scm_mention *m = &l->n->mentions[i];
        scm_official o;
        if (m->type != SCM_OFFICIAL) continue;
        /* Among syllables only listed names are found, as they are listed. */
        if (has_syllables(scm_mention_surface(l->n, m))) continue;
        if (!scm_authority_person(l->n->authority, m->id, l->n->reference_date, &o)) continue;
        struct named p = take_apart(l, m);
        check_name(l, &p, &o);
        check_office(l, &p, &o);
    }
}
