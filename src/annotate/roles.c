/* Roles: an office-holder or a side that is not named.
 *
 * Offices and countries are those of the tables: the grammar reads a title as one
 * word, "<#minister>" where its holder is spoken of by the title alone, "<#office>"
 * where a series of meetings knows the office, and a country as "<#side>". */
#include "annotate/grammar.h"
#include "annotate/found.h"
#include "annotate/participants.h"

#define HEADS                                                                                  \
    "(?:<people>|<sides>(?! <of>)|<parties>|<heads> <of> <government>|<field> "                \
    "[<chiefs><ministers>]|[<ministers><presidents>])"
#define NOT_A_NAME "(?! <of>| <rank-word>|-)"

const char role_source[] =
    "(?<!-)(?:"
    "(?:(?<=\n)|(?<=[.!?] )|(?<![\\s\\S]))<people-opening>(?= [^X])(*MARK:both)|"
    "<both> " HEADS "(*MARK:both)|"
    /* the Secretary and Minister */
    "(?<=<#minister> <and> )(?:<the> )?(?:<#side> )?<#minister>" NOT_A_NAME "(*MARK:second)|"
    /* the Secretary, the ROK Minister */
    "<the> (?:(?:<#side> )?<#minister>" NOT_A_NAME "(*MARK:office)|"
    /* the two leaders of both countries */
    "(?<!<of> <the> )(?<![<by><as>] <the> )(?:<several> )?"
    "(?:<people>|<field> [<ministers><chiefs>]|<heads> <of> <delegation>) <of> "
    "(?:<the> <several>|<both>) [<countries><sides>](*MARK:both)|"
    "<field> [<ministers><chiefs>] <of> (?:<the> )?<#side> <and> (?:<the> )?<#side>"
    "(?!,| <and>)(*MARK:both)|"
    "<several> " HEADS "(*MARK:both)|"
    "[<people><sides><presidents>](?! <of>)(*MARK:both)|"
    /* the U.S. side, the ROK President, the President of the United States */
    "<#side> <side>(*MARK:side)|<#side> <#office>(*MARK:office)|<#office>(*MARK:alone)"
    ")|"
    "<several>(?= [<people><sides>]) " HEADS "(*MARK:both)|"
    "<each> [<side><member><#minister>](*MARK:both)"
    ")";

static const struct grammar GRAMMAR = {PATTERN_ROLE, NULL};

/* The offices of a title, one after another: those whose title it is before those
 * whose title it is by a slip. */
struct offices {
    const struct work *w;
    const struct alias *at;
    str text;
};

static struct offices offices_of(const struct work *w, const struct hit *title)
{
    return (struct offices){w, title->alias, image_str(w->image, title->alias->text)};
}

static bool next_office(struct offices *o, scm_office *out, bool *slip)
{
    const struct image *im = o->w->image;
    if (o->at == im->aliases + im->naliases || o->at->kind != ALIAS_OFFICE) return false;
    if (!str_eq_nocase(image_str(im, o->at->text), o->text)) return false;
    *out = scm_authority_office(o->w->authority, o->at->row);
    *slip = o->at->slip;
    o->at++;
    return true;
}

/* Does a series know the office as that of a head or of who reports to it? */
static bool in_a_series(const struct work *w, str office)
{
    for (size_t i = 0; i < scm_authority_all_series(w->authority); i++) {
        scm_series s = scm_authority_series(w->authority, i);
        if (series_has_office(&s, office)) return true;
    }
    return false;
}

/* Does anybody of the side have a name here? */
static bool names_side(const struct work *w, str side)
{
    scm_official o;
    for (size_t i = 0; i < w->people.len; i++)
        if (scm_authority_person(w->authority, w->people.at[i].id, w->reference_iso, &o) &&
            str_eq(o.side, side))
            return true;
    return false;
}

/* "the Vice President": the one office that the tables call so, of a side that is here. */
static bool is_only_office(const struct work *w, const struct hit *title)
{
    struct offices list = offices_of(w, title);
    scm_office office, only = {0};
    bool slip;
    size_t n = 0;
    while (next_office(&list, &office, &slip)) {
        n += office.side.len > 0;
        only = office;
    }
    return n == 1 && str_has(list.text, S(" ")) && names_side(w, only.side);
}

static const char *class_of_title(const struct work *w, const struct hit *title)
{
    struct offices list = offices_of(w, title);
    scm_office office;
    bool slip, known = false;
    while (next_office(&list, &office, &slip)) {
        if (word_is(w->image->language, office.short_, WORD_MINISTER)) return "#minister";
        known |= in_a_series(w, office.id);
    }
    return known || is_only_office(w, title) ? "#office" : NULL;
}

/* Titles and countries in the order of the text. */
static units find_units(const struct work *w)
{
    units list = {0};
    size_t t = 0, s = 0;
    while (t < w->titles.len || s < w->sides.len) {
        bool title = s == w->sides.len ||
                     (t < w->titles.len && w->titles.at[t].start <= w->sides.at[s].start);
        const struct hit *h = title ? &w->titles.at[t++] : &w->sides.at[s++];
        const char *name = title ? class_of_title(w, h) : "#side";
        if (name) vec_push(w->arena, &list, ((struct unit){h->start, h->end, name}));
    }
    return list;
}

static str side_in(const struct work *w, size_t start, size_t end)
{
    size_t i = first_hit(&w->sides, start);
    if (i < w->sides.len && w->sides.at[i].start < end)
        return image_str(w->image, w->image->sides[w->sides.at[i].alias->row].id);
    return (str){NULL, 0};
}

static str head_of(const struct work *w, str side)
{
    for (size_t i = 0; i < w->nheads; i++)
        if (str_eq(w->heads[i].side, side)) return w->heads[i].office;
    return (str){NULL, 0};
}

static bool is_head(const struct work *w, str office)
{
    for (size_t i = 0; i < w->nheads; i++)
        if (str_eq(w->heads[i].office, office)) return true;
    return false;
}

/* Is this person, by office, named in the text under the true name? */
static bool takes_part(const struct work *w, str office)
{
    scm_official holder;
    if (!scm_authority_holder(w->authority, office, w->reference_iso, &holder)) return false;
    for (size_t i = 0; i < w->people.len; i++)
        if (str_eq(w->people.at[i].id, holder.id)) return true;
    return false;
}

/* Which of the title's offices is meant: that of a head; of the side that is named;
 * the first.  Another one of a head's side is a mistranslation of the head's in the
 * text of a meeting in which its holder has no part. */
static str office_meant(const struct work *w, const struct hit *title, str side, bool alone)
{
    struct offices list = offices_of(w, title);
    scm_office office, first = {0};
    bool slip;
    size_t count = 0;
    while (next_office(&list, &office, &slip)) {
        if (office.side.len == 0 || (side.len && !str_eq(office.side, side))) continue;
        bool bare = alone && str_eq_nocase(office.short_, list.text);
        if (bare && !is_only_office(w, title)) return (str){NULL, 0};
        if (slip) continue;
        if (!alone && is_head(w, office.id)) return office.id;
        if (count++ == 0) first = office;
    }
    if (alone) return count == 1 ? first.id : (str){NULL, 0};
    str head = head_of(w, count ? first.side : side);
    bool minister = count && word_is(w->image->language, first.short_, WORD_MINISTER);
    if (head.len && (minister || !count) && w->numbered && !takes_part(w, first.id))
        return head;
    return count ? first.id : head;
}

/* "The President" behind "President Biden" is he: the office of whoever was named with that
 * title last. */
static str office_before(const struct work *w, const struct hit *title)
{
    str text = image_str(w->image, title->alias->text);
    for (size_t i = w->people.len; i-- > 0;) {
        const struct candidate *c = &w->people.at[i];
        scm_official o;
        if (c->start >= title->start) continue;
        const struct hit *other = hit_at(&w->titles, c->start);
        if (!other || !str_eq_nocase(image_str(w->image, other->alias->text), text)) continue;
        return scm_authority_person(w->authority, c->id, w->reference_iso, &o) ? o.office
                                                                               : (str){NULL, 0};
    }
    return (str){NULL, 0};
}

/* Two titles joined by "and" are the two heads, however they are called. */
static str second_of(const struct work *w, str office, str before)
{
    if (w->nheads != 2 || !str_eq(office, before)) return office;
    return str_eq(w->heads[0].office, before) ? w->heads[1].office : w->heads[0].office;
}

/* The title that the stretch holds, which is its last part. */
static const struct hit *title_in(const struct work *w, size_t start, size_t end)
{
    for (size_t i = first_hit(&w->titles, start);
         i < w->titles.len && w->titles.at[i].start < end; i++)
        if (w->titles.at[i].end == end) return &w->titles.at[i];
    return NULL;
}

static str role_id(const struct work *w, const struct match *m, str before)
{
    str mark = str_of(m->mark), side = side_in(w, m->at[0], m->at[1]);
    if (str_eq(mark, S("both"))) return mark;
    if (str_eq(mark, S("side"))) return head_of(w, side);
    const struct hit *title = title_in(w, m->at[0], m->at[1]);
    if (!title) return (str){NULL, 0};
    bool alone = str_eq(mark, S("alone"));
    if (title->start <= m->at[0] + 4 || alone) side = (str){NULL, 0};
    str office = office_meant(w, title, side, alone);
    if (office.len == 0 && alone) office = office_before(w, title);
    return str_eq(mark, S("second")) ? second_of(w, office, before) : office;
}

/* "The delegations", "the officials" are who speaks only where they do: in front of a verb. */
static bool does_act(const struct work *w, const struct match *m)
{
    enum { NEAR = 24 };
    str text = str_sub(w->text, m->at[0], m->at[1]), word = text;
    while (str_find_char(word, ' ') < word.len)
        word = str_sub(word, str_find_char(word, ' ') + 1, word.len);
    if (!word_is(w->image->language, word, WORD_ACTING)) return true;
    size_t verb = first_hit(&w->verbs, m->at[1]);
    if (verb == w->verbs.len || w->verbs.at[verb].start > m->at[1] + NEAR) return false;
    str between = str_sub(w->text, m->at[1], w->verbs.at[verb].start);
    for (size_t i = 0; i < between.len; i++)
        if (!is_alpha(between.at[i]) && between.at[i] != ' ') return false;
    return true;
}

/* "the President's Export Council", "Secretary of Defense Service Award": a body or an award
 * that is called after the office. */
static bool names_a_body(const struct work *w, size_t end)
{
    enum { NEAR = 80 };
    str rest = str_sub(w->text, end, end + NEAR), owner, word;
    str_cut(&rest, ' ', &owner);
    if (owner.len && !str_ends(owner, S("s"))) return false;
    for (size_t n = 0; str_cut(&rest, ' ', &word) && word.len && is_upper(word.at[0]); n++)
        if (n && word_is(w->image->language, word, WORD_OFFICE_BODY)) return true;
    return false;
}

/* "Assistant to the President", "Office of the Secretary": the office is a part of another
 * name, which the first word of a sentence need not be. */
static bool is_part_of_name(const struct work *w, const struct match *m)
{
    const struct language *l = w->image->language;
    size_t start = m->at[0];
    if (start < 2 || w->text.at[start - 1] != ' ') return false;
    str link = word_ending(w, 0, start - 1);
    size_t before = start - 1 - link.len;
    if (link.len == 0 || before < 2 || w->text.at[before - 1] != ' ') return false;
    str word = word_ending(w, 0, before - 1);
    size_t at = before - 1 - word.len;
    if (word.len == 0 || !is_upper(word.at[0]) || at < 2 || w->text.at[at - 1] != ' ')
        return false;
    if (word_is(l, link, WORD_TO)) return word_is(l, word, WORD_DEPUTY);
    return word_is(l, link, WORD_OUT_OF) && w->text.at[at - 2] != '.';
}

/* "Both parties", "neither side" of a parliament: sides of a meeting have people. */
static bool has_no_sides(const struct work *w, const struct match *m)
{
    str text = str_sub(w->text, m->at[0], m->at[1]), first, word = {NULL, 0};
    size_t start = m->at[0];
    str_cut(&text, ' ', &first);
    while (str_cut(&text, ' ', &word)) continue;
    bool doubtful = word_is(w->image->language, word, WORD_PARTIES) ||
                    word_is(w->image->language, first, WORD_NEITHER);
    return doubtful && !str_has(persons_of_heads(w, start), S(","));
}

int find_roles(struct work *w)
{
    struct parse parse;
    struct match m;
    size_t next = 0; /* person that may overlap */
    units list = find_units(w);
    str before = {NULL, 0};
    int status;
    parse_start(&parse, w, &GRAMMAR, &list);
    while ((status = parse_next(&parse, &m, w->error)) == 1) {
        while (next < w->people.len && w->people.at[next].end <= m.at[0]) next++;
        if (next < w->people.len && w->people.at[next].start < m.at[1]) continue;
        str id = role_id(w, &m, before);
        str behind = str_sub(w->text, m.at[1], m.at[1] + 40);
        if (has_phrase(w->image->language, PHRASE_NO_ROLE, behind) || has_no_sides(w, &m))
            continue;
        if (id.len == 0 || is_part_of_name(w, &m) || names_a_body(w, m.at[1]) ||
            !does_act(w, &m))
            continue;
        before = id;
        add_candidate(w, (struct candidate){.start = m.at[0],
                             .end = m.at[1],
                             .type = SCM_ROLE,
                             .rank = RANK_PERSON,
                             .id = id});
    }
    parse_stop(&parse);
    return status;
}
