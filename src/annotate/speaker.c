/* Whom a subject stands for: the office or "both", and the people meant. */
#include "annotate/subject.h"

static str office_of_person(const struct work *w, str id)
{
    scm_official o;
    for (size_t i = 0; i < w->nheads; i++)
        if (str_eq(id, w->heads[i].person)) return w->heads[i].office;
    return scm_authority_person(w->authority, id, w->reference_iso, &o) ? o.office
                                                                        : (str){NULL, 0};
}

struct speaker speaker_of(const struct work *w, const struct candidate *c)
{
    if (c->type == SCM_ROLE) return (struct speaker){c->id, c->value};
    return (struct speaker){office_of_person(w, c->id), c->id};
}

/* Are the two offices those of the heads of the two sides of some series? */
static bool are_heads(const struct work *w, str a, str b)
{
    for (size_t i = 0; i < w->image->nseries; i++) {
        str heads = scm_authority_series(w->authority, i).heads, first, second;
        if (!list_cut(&heads, &first) || !list_cut(&heads, &second) || heads.len) continue;
        if ((str_eq(a, first) && str_eq(b, second)) || (str_eq(a, second) && str_eq(b, first)))
            return true;
    }
    return false;
}

/* Do the two people stand for the two sides of a group that the text introduces? */
static bool are_two_sides(const struct work *w, str a, str b)
{
    for (size_t i = 0; i < w->groups.len; i++) {
        const struct group *g = &w->groups.at[i];
        str sides[2] = {{NULL, 0}, {NULL, 0}};
        for (size_t k = 0; k < g->nmembers; k++) {
            str id = w->people.at[g->members[k].person].id;
            if (str_eq(id, a)) sides[0] = g->members[k].side;
            if (str_eq(id, b)) sides[1] = g->members[k].side;
        }
        if (sides[0].len && sides[1].len && !str_eq(sides[0], sides[1])) return true;
    }
    return false;
}

int stands_for(const struct statement_reader *r, str pronoun)
{
    const struct language *l = r->w->image->language;
    return set_number(l, language_set(l, pronoun), WORD_PRONOUN);
}

static str join(const struct statement_reader *r, str a, str b)
{
    if (a.len == 0 || b.len == 0) return (str){NULL, 0};
    return str_printf(r->w->arena, "%.*s,%.*s", SCM_STR(a), SCM_STR(b));
}

/* "The Secretary and the Minister" are both heads; other pairs are two. */
struct speaker joined_speakers(
    const struct statement_reader *r, struct speaker first, struct speaker second)
{
    str persons = join(r, first.persons, second.persons);
    if (str_eq(first.actor, second.actor) && str_eq(first.persons, second.persons))
        return second;
    /* Of three sides two are a pair, and the third makes them all. */
    bool pair = str_eq(r->together, S("both")), third = !pair && str_has(second.actor, S(","));
    if (third || (pair && (are_heads(r->w, first.actor, second.actor) ||
                              are_two_sides(r->w, first.persons, second.persons))))
        return (struct speaker){S("both"), persons};
    /* "The Secretary and the two Ministers" are all of them. */
    if (str_eq(first.actor, S("both")) || str_eq(second.actor, S("both")))
        return (struct speaker){S("both"), persons};
    if (first.actor.len == 0 || second.actor.len == 0)
        return (struct speaker){second.actor, persons.len ? persons : second.persons};
    return (struct speaker){join(r, first.actor, second.actor), persons};
}

str before_mention(const struct statement_reader *r, const struct candidate *c)
{
    size_t start;
    state_before(r, c->start, &start);
    str before = str_trim(str_sub(r->w->text, r->from, start > r->from ? start : r->from));
    for (;;) {
        str word = word_before(r, r->from + before.len);
        if (!is(r, word, WORD_THE) && !is(r, word, WORD_HONORIFIC)) return before;
        before = str_trim(str_sub(before, 0, before.len - word.len));
    }
}

struct speaker mentioned_speaker(const struct statement_reader *r, size_t end)
{
    const struct candidate *c = mention_ending(r, end);
    struct speaker all = speaker_of(r->w, c);
    bool list = false;
    for (bool first = true; c; first = false) {
        str before = before_mention(r, c);
        size_t joint;
        if (first && !find_phrase(r->w->image->language, PHRASE_BESIDE, before, &joint)) break;
        if (first) before = str_trim(str_sub(before, 0, joint));
        bool comma = str_ends(before, S(","));
        if (!first && !(list && comma)) break;
        list = comma;
        before.len -= comma;
        c = mention_ending(r, mention_before(r, r->from + before.len));
        if (c) all = joined_speakers(r, speaker_of(r->w, c), all);
        if (!c && first && stands_for(r, word_before(r, r->from + before.len)) == 1)
            all = joined_speakers(r, r->single, all);
    }
    return all;
}

/* Behind a comma the subject is the mention that a comma follows ("The
 * Minister, on behalf of the Secretary, thanked"), else the last one. */
static struct speaker joined_speaker(const struct statement_reader *r, size_t end)
{
    const struct work *w = r->w;
    str opening = str_sub(
        w->text, r->start, r->start + str_find_char(str_sub(w->text, r->start, end), ' '));
    size_t last = 0;
    if (r->reported || is(r, opening, WORD_PRONOUN)) return r->last;
    for (size_t i = r->mention; i < w->found.len && w->found.at[i].end < end; i++) {
        const struct candidate *c = &w->found.at[i];
        if (c->type != SCM_ROLE && c->type != SCM_OFFICIAL) continue;
        str behind = str_sub(w->text, c->end, end);
        if (str_starts(behind, S(",")) && !says(r, PHRASE_AND, str_sub(behind, 2, behind.len)))
            return mentioned_speaker(r, c->end);
        last = c->end;
    }
    return last ? mentioned_speaker(r, last) : (struct speaker){0};
}

/* All heads, of the sentence's last group where that stands nearer. */
static struct speaker both_sides(const struct statement_reader *r)
{
    if (str_eq(r->last.actor, S("both"))) return r->last;
    return (struct speaker){S("both"), persons_of_heads(r->w, r->start)};
}

bool is_single(struct speaker by)
{
    if (by.persons.len) return !str_has(by.persons, S(","));
    return by.actor.len && !str_eq(by.actor, S("both"));
}

void remember_single(struct statement_reader *r, struct speaker by)
{
    if (is_single(by)) r->single = by;
}

/* "Vice President Harris and I are committed": of the two she is known. */
static struct speaker speaker_beside(const struct statement_reader *r, size_t start)
{
    size_t end = skip_spaces(r, start);
    str joint = word_before(r, end);
    end = skip_spaces(r, end - joint.len);
    bool beside = is(r, joint, WORD_AND) && mention_ending(r, end);
    return beside ? mentioned_speaker(r, end) : (struct speaker){0};
}

struct speaker author_of_title(struct work *w)
{
    const struct language *l = w->image->language;
    str title = w->document->title;
    size_t past;
    if (!has_phrase(l, PHRASE_AUTHOR, title)) return (struct speaker){0};
    struct tokens t = tokens_cut(w->arena, title, l);
    for (size_t i = 0; i < t.len; i++) {
        const struct alias *a = authority_longest(w->authority, &t, i, ALIAS_OFFICIAL, &past);
        if (!a) continue;
        str id = image_str(w->image, w->image->officials[a->row].id);
        return (struct speaker){office_of_person(w, id), id};
    }
    return (struct speaker){0};
}

/* "I", or "Vice President Harris and I". */
static struct speaker with_author(const struct statement_reader *r, struct speaker beside)
{
    if (r->author.persons.len == 0) return beside;
    return beside.persons.len ? joined_speakers(r, beside, r->author) : r->author;
}

struct speaker find_speaker(struct statement_reader *r, enum subject_kind kind, size_t end)
{
    str word = word_before(r, end);
    struct speaker found = {0};
    if (kind == MENTIONED) found = mentioned_speaker(r, end);
    if (kind == JOINED) found = joined_speaker(r, end);
    if (kind == OTHER) found = speaker_beside(r, end - word.len);
    if (kind == OTHER && is(r, word, WORD_FIRST_PERSON)) found = with_author(r, found);
    if (kind == PRONOUN && stands_for(r, word) == 1) found = r->single;
    if (kind == PRONOUN && stands_for(r, word) == 2) found = both_sides(r);
    r->last = found;
    remember_single(r, found);
    return found;
}
