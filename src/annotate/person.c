/* Who is meant: the table's name, else a near name of an office-holder of the
 * day, else the office alone, else a new person. */
#include "annotate/person.h"
#include "annotate/found.h"

static size_t smallest(size_t a, size_t b, size_t c)
{
    size_t least = a < b ? a : b;
    return least < c ? least : c;
}

/* Edit distance (Levenshtein 1966) of two short keys, hyphens aside. */
static size_t distance(str a, str b)
{
    enum { MOST = 64 };
    size_t row[MOST + 1];
    if (a.len > MOST || b.len > MOST) return MOST;
    for (size_t j = 0; j <= b.len; j++) row[j] = j;
    for (size_t i = 1; i <= a.len; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.len; j++) {
            size_t above = row[j], change = diagonal + (a.at[i - 1] != b.at[j - 1]);
            row[j] = smallest(above + 1, row[j - 1] + 1, change);
            diagonal = above;
        }
    }
    return row[b.len];
}

static str without_hyphens(arena *a, str key)
{
    buf b = {.arena = a};
    for (size_t i = 0; i < key.len; i++)
        if (key.at[i] != '-') buf_char(&b, key.at[i]);
    return buf_str(&b);
}

static bool near_name(arena *a, str x, str y)
{
    str p = without_hyphens(a, x), q = without_hyphens(a, y);
    size_t longer = p.len > q.len ? p.len : q.len;
    return longer > 0 && distance(p, q) * 3 <= longer;
}

static bool near_surname(str x, str y)
{
    size_t longer = x.len > y.len ? x.len : y.len;
    return distance(x, y) <= (longer <= 5 ? 1u : 2u);
}

static str surname(str id)
{
    return str_sub(id, 0, str_find_char(id, '-'));
}

/* The commander of both sides' forces reports to both. */
static bool reports_to_series(const struct work *w, str office)
{
    for (size_t i = 0; i < scm_authority_all_series(w->authority); i++)
        if (str_eq(scm_authority_series(w->authority, i).reporter, office)) return true;
    return false;
}

/* "Dr.", "General": no office that tells who is meant. */
static bool has_office(const struct work *w, const struct person_clue *clue)
{
    scm_office office;
    for (size_t i = 0; i < clue->ntitles; i++) {
        str id = image_str(w->image, w->image->offices[clue->titles[i]->alias->row].id);
        if (scm_authority_find_office(w->authority, id, &office) && office.side.len)
            return true;
    }
    return false;
}

/* Do the titles or the side speak against this official? */
static bool fits(const struct work *w, const struct person_clue *clue, const scm_official *o)
{
    scm_office office;
    bool side =
        clue->side.len == 0 || str_eq(clue->side, o->side) || reports_to_series(w, o->office);
    if (!side || clue->ntitles == 0) return side;
    for (size_t i = 0; i < clue->ntitles && clue->office_named; i++)
        if (title_is(w, clue->titles[i], o->office)) return true;
    return !clue->office_named && scm_authority_find_office(w->authority, o->office, &office) &&
           word_is(w->image->language, office.short_, WORD_MILITARY_TITLE);
}

/* Is all of the name but "Jr." or "III" in the table?  "Cho Hyun" is not
 * "Cho Hyun-dong". */
bool covers_name(const struct work *w, const struct hit *h, size_t end)
{
    if (h->end >= end) return true;
    str rest = str_trim(str_sub(w->text, h->end, end));
    if (rest.len && rest.at[0] == ',') rest = str_trim(str_sub(rest, 1, rest.len));
    if (rest.len && rest.at[rest.len - 1] == '.') rest.len--;
    return word_is(w->image->language, rest, WORD_NAME_SUFFIX);
}

/* The person of the table that the whole name is; of several namesakes the
 * one in office. */
static bool known_person(const struct work *w, const struct person_clue *clue, str *id)
{
    const struct hit *h = hit_at(&w->officials, clue->name_at);
    if (!h || !covers_name(w, h, clue->name_at + clue->name.len)) return false;
    const struct alias *end = w->image->aliases + w->image->naliases;
    str text = image_str(w->image, h->alias->text);
    *id = image_str(w->image, w->image->officials[h->alias->row].id);
    for (const struct alias *a = h->alias; a < end && a->kind == ALIAS_OFFICIAL; a++) {
        if (!str_eq_nocase(image_str(w->image, a->text), text)) break;
        scm_official o = scm_authority_official(w->authority, a->row);
        if (term_covers(o.from, o.to, w->reference_iso)) {
            *id = o.id;
            return true;
        }
    }
    return true;
}

/* Someone named before, most recently, with that surname. */
static bool named_before(const struct work *w, const struct person_clue *clue, str key, str *id)
{
    for (int strict = 1; strict >= 0; strict--)
        for (size_t i = w->people.len; i-- > 0 && i + REMEMBERED >= w->people.len;) {
            scm_official o;
            const struct candidate *c = &w->people.at[i];
            if ((strict && c->coined) || !str_eq(surname(c->id), key)) continue;
            if (strict && !(scm_authority_person(w->authority, c->id, w->reference_iso, &o) &&
                              fits(w, clue, &o)))
                continue;
            *id = c->id;
            return true;
        }
    return false;
}

/* The office-holders of the day, in a text without a date all there ever were, and their
 * names' keys, looked up once. */
static void find_holders(struct work *w)
{
    if (w->holders_known) return;
    w->holders_known = true;
    for (size_t i = 0; i < scm_authority_officials(w->authority); i++) {
        scm_official o = scm_authority_official(w->authority, i);
        if (w->reference_iso.len == 0 || term_covers(o.from, o.to, w->reference_iso))
            vec_push(w->arena, &w->holders,
                ((struct holder){o, name_key(w->arena, w->image->language, o.name)}));
    }
}

/* An office-holder of the day whose name passes; `full`: of two words. */
static bool holder_named(const struct work *w, const struct person_clue *clue, str key,
    bool full, bool exact, bool any_office, str *id)
{
    bool office = exact || clue->office_named;
    for (size_t i = 0; i < w->holders.len; i++) {
        const struct holder *h = &w->holders.at[i];
        if (!any_office && !fits(w, clue, &h->official)) continue;
        str family = surname(h->official.id);
        bool same =
            exact  ? str_eq(key, full ? h->key : family)
            : full ? (office || key.at[0] == h->key.at[0]) && near_name(w->arena, key, h->key)
                   : near_surname(key, family);
        if (!same) continue;
        *id = h->official.id;
        return true;
    }
    return false;
}

/* "Former Secretary X": who bore that name in this office last before the day,
 * else at any time. */
static bool once_in_office(
    const struct work *w, const struct person_clue *clue, str key, str *id)
{
    str from = {NULL, 0};
    for (size_t i = 0; clue->ntitles && i < scm_authority_officials(w->authority); i++) {
        scm_official o = scm_authority_official(w->authority, i);
        if (!str_eq(surname(o.id), key) || !fits(w, clue, &o)) continue;
        bool before = str_cmp(o.from, w->reference_iso) <= 0;
        if (from.at && (!before || str_cmp(o.from, from) < 0)) continue;
        from = o.from;
        *id = o.id;
    }
    return from.at != NULL;
}

/* In a text without a date: the one person of that name who ever held the office. */
static bool only_in_office(
    const struct work *w, const struct person_clue *clue, str key, bool full, str *id)
{
    *id = (str){NULL, 0};
    for (size_t i = 0; clue->ntitles && i < w->holders.len; i++) {
        const struct holder *h = &w->holders.at[i];
        if (!str_eq(full ? h->key : surname(h->official.id), key)) continue;
        if (!fits(w, clue, &h->official)) continue;
        if (id->len && !str_eq(*id, h->official.id)) return false;
        *id = h->official.id;
    }
    return id->len > 0;
}

/* In a text of a listed meeting "Secretary X" and "Minister X" are the two
 * heads, however their names were mangled. */
static bool office_alone(
    const struct work *w, const struct person_clue *clue, bool full, str *id)
{
    if (!w->listed_meeting || (full && clue->side.len == 0)) return false;
    for (size_t i = 0; i < clue->ntitles; i++) {
        str title = str_sub(w->text, clue->titles[i]->start, clue->titles[i]->end);
        for (size_t k = 0; k < w->nheads; k++) {
            const scm_head *h = &w->heads[k];
            bool other = clue->side.len && !str_eq(clue->side, h->side);
            if (other || !title_is(w, clue->titles[i], h->office)) continue;
            scm_office office;
            bool own = scm_authority_find_office(w->authority, h->office, &office) &&
                       str_has(title, office.short_);
            if (!own) continue;
            *id = h->person;
            return id->len > 0;
        }
    }
    return false;
}

static bool same_letters(str a, str b)
{
    size_t i = 0, j = 0;
    for (;;) {
        while (i < a.len && a.at[i] == '-') i++;
        while (j < b.len && b.at[j] == '-') j++;
        if (i == a.len || j == b.len) return i == a.len && j == b.len;
        if (a.at[i++] != b.at[j++]) return false;
    }
}

/* "Noh Haneul" is the Noh Ha-neul named before. */
static str same_as_before(const struct work *w, str id)
{
    for (size_t i = w->people.len; i-- > 0 && i + REMEMBERED >= w->people.len;)
        if (same_letters(w->people.at[i].id, id)) return w->people.at[i].id;
    return id;
}

/* An office-holder of the day by surname or near name; empty where none fits. */
static str find_holder(struct work *w, const struct person_clue *clue, str key)
{
    str id;
    bool full = str_has(key, S("-"));
    find_holders(w);
    if (w->reference_iso.len == 0)
        return only_in_office(w, clue, key, full, &id) ? id : (str){NULL, 0};
    if (holder_named(w, clue, key, full, true, false, &id)) return id;
    if (holder_named(w, clue, key, full, true, true, &id)) return id;
    if (clue->ntitles && holder_named(w, clue, key, full, false, false, &id)) return id;
    if (!full && once_in_office(w, clue, key, &id)) return id;
    return office_alone(w, clue, full, &id) ? id : (str){NULL, 0};
}

/* The same, remembered: a text repeats its names, and a search is long. */
static str remembered_holder(struct work *w, const struct person_clue *clue, str key)
{
    const struct alias *title = clue->ntitles ? clue->titles[0]->alias : NULL;
    struct remembered *r = &w->remembered[str_hash(key) % MOST_REMEMBERED];
    if (r->known && r->title == title && str_eq(r->key, key) && str_eq(r->side, clue->side) &&
        r->ntitles == clue->ntitles)
        return r->id;
    *r = (struct remembered){
        true, title, clue->ntitles, key, clue->side, find_holder(w, clue, key)};
    return r->id;
}

str person_id(struct work *w, struct person_clue *clue)
{
    clue->office_named = has_office(w, clue);
    str id, key = name_key(w->arena, w->image->language, clue->name);
    if (known_person(w, clue, &id)) return id;
    if (!str_has(key, S("-")) && named_before(w, clue, key, &id)) return id;
    id = remembered_holder(w, clue, key);
    return id.len ? id
                  : same_as_before(w, unlisted_id(w->arena, w->image->language, clue->name));
}
