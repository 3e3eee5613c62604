/* A group is read from one sentence that names people of two sides and says that they met,
 * led delegations or did something together, or from two such sentences of one side each. */
#include "annotate/participants.h"

#include "annotate/found.h"

/* "Under Secretary", "Deputy Minister": the title behind is another's. */
static bool is_deputy(const struct work *w, size_t title)
{
    if (title < 2 || w->text.at[title - 1] != ' ') return false;
    size_t i = token_at(&w->tokens, title - 2);
    return i < w->tokens.len && set_has(w->image->language, w->tokens.at[i].set, WORD_DEPUTY);
}

/* The side's office whose title stands in the mention. */
static str office_in(const struct work *w, const struct candidate *c, str side)
{
    scm_office office, best = {0};
    for (size_t i = first_hit(&w->titles, c->start);
         i < w->titles.len && w->titles.at[i].start < c->end; i++) {
        if (is_deputy(w, w->titles.at[i].start)) continue;
        const struct alias *a = w->titles.at[i].alias;
        const struct alias *end = w->image->aliases + w->image->naliases;
        str text = image_str(w->image, a->text);
        for (; a < end && a->kind == ALIAS_OFFICE; a++) {
            if (!str_eq_nocase(image_str(w->image, a->text), text)) break;
            office = scm_authority_office(w->authority, a->row);
            if (a->slip || office.side.len == 0 || !str_eq(office.side, side)) continue;
            best = office;
            break;
        }
        if (best.id.len) break;
    }
    return best.id;
}

/* The side of which alone the tables have the title, where it has several words: "Minister of
 * National Defense". */
static str side_of_title(const struct work *w, const struct candidate *c)
{
    for (size_t i = first_hit(&w->titles, c->start);
         i < w->titles.len && w->titles.at[i].start < c->end; i++) {
        const struct alias *a = w->titles.at[i].alias;
        const struct alias *end = w->image->aliases + w->image->naliases;
        str text = image_str(w->image, a->text), side = {NULL, 0};
        bool one = str_has(text, S(" ")) && !is_deputy(w, w->titles.at[i].start);
        for (; one && a < end && a->kind == ALIAS_OFFICE; a++) {
            if (!str_eq_nocase(image_str(w->image, a->text), text)) break;
            scm_office office = scm_authority_office(w->authority, a->row);
            if (a->slip || office.side.len == 0) continue;
            one = side.len == 0 || str_eq(side, office.side);
            side = office.side;
        }
        if (one && side.len) return side;
    }
    return (str){NULL, 0};
}

/* Whether the country stands in front of the next person. */
static bool belongs_to_next(
    const struct work *w, const struct candidate *c, const struct hit *country)
{
    enum { NEAR = 3 };
    for (const struct candidate *next = c + 1; next < w->people.at + w->people.len; next++)
        if (next->start >= country->start)
            return next->start <= country->end + NEAR;
        else if (next->end > country->start)
            return true;
    return false;
}

/* The side named last in front of the name or first behind it, in the same sentence. */
static str side_near(const struct work *w, const struct candidate *c, str sentence)
{
    enum { BEFORE = 60, BEHIND = 100 };
    size_t start = (size_t)(sentence.at - w->text.at), end = start + sentence.len;
    size_t from = c->start > start + BEFORE ? c->start - BEFORE : start, k;
    size_t to = c->end + BEHIND < end ? c->end + BEHIND : end;
    str side = country_before(w, c->start, &k);
    if (side.len) return side;
    for (size_t i = first_hit(&w->sides, c->start); i < w->sides.len; i++) {
        const struct hit *h = &w->sides.at[i];
        if (h->start >= to || belongs_to_next(w, c, h)) break;
        return image_str(w->image, w->image->sides[h->alias->row].id);
    }
    for (size_t i = first_hit(&w->sides, c->start); i > 0; i--)
        if (w->sides.at[i - 1].start >= from)
            return image_str(w->image, w->image->sides[w->sides.at[i - 1].alias->row].id);
        else
            break;
    return (str){NULL, 0};
}

/* The state in the mention, directly in front of it or behind "of": "Chancellor Olaf Scholz of
 * Germany". */
static str state_of(const struct work *w, const struct candidate *c)
{
    const struct candidate *before = c->start ? listed_before(w, c->start - 1) : NULL;
    for (size_t i = first_listed(w, c->start); i < w->nlisted; i++) {
        const struct candidate *state = &w->found.at[i];
        str gap = state->start > c->end ? str_sub(w->text, c->end, state->start) : (str){0};
        for (str word; str_cut(&gap, ' ', &word);)
            if (word.len && !word_is(w->image->language, word, WORD_OUT_OF) &&
                !word_is(w->image->language, word, WORD_THE))
                return before && before->type == SCM_STATE ? before->id : (str){0};
        if (state->type == SCM_STATE) return state->id;
    }
    return before && before->type == SCM_STATE ? before->id : (str){0};
}

/* The side of a person whom an earlier sentence introduced. */
static str known_side(const struct work *w, str id)
{
    for (size_t i = w->groups.len; i-- > 0 && i + REMEMBERED >= w->groups.len;) {
        const struct group *g = &w->groups.at[i];
        for (size_t k = 0; k < g->nmembers; k++)
            if (str_eq(w->people.at[g->members[k].person].id, id)) return g->members[k].side;
    }
    return (str){NULL, 0};
}

static struct member make_member(const struct work *w, size_t person, str sentence)
{
    const struct candidate *c = &w->people.at[person];
    struct member m = {.person = person};
    scm_official o;
    size_t k;
    if (scm_authority_person(w->authority, c->id, w->reference_iso, &o)) {
        m.side = o.side;
        m.office = o.office;
        return m;
    }
    m.side = country_before(w, c->start, &k);
    if (!m.side.len) m.side = side_of_title(w, c);
    if (!m.side.len) m.side = state_of(w, c);
    if (!m.side.len) m.side = known_side(w, c->id);
    if (!m.side.len) m.side = side_near(w, c, sentence);
    m.office = office_in(w, c, m.side);
    return m;
}

static bool is_member(const struct work *w, const struct group *g, size_t person)
{
    for (size_t i = 0; i < g->nmembers; i++)
        if (str_eq(w->people.at[g->members[i].person].id, w->people.at[person].id)) return true;
    return false;
}

bool group_has(const struct group *g, str side)
{
    for (size_t i = 0; i < g->nmembers; i++)
        if (str_eq(g->members[i].side, side)) return true;
    return false;
}

size_t group_sides(const struct group *g)
{
    size_t n = 0;
    for (size_t i = 0; i < g->nmembers; i++) {
        bool first = g->members[i].side.len > 0;
        for (size_t k = 0; k < i; k++) first &= !str_eq(g->members[k].side, g->members[i].side);
        n += first;
    }
    return n;
}

/* Of the people of a sentence those who stand with the verb: behind "after" or "of" other
 * people are only recalled. */
static bool is_recalled(const struct work *w, const struct candidate *c, str sentence)
{
    enum { NEAR = 40 };
    size_t start = (size_t)(sentence.at - w->text.at);
    size_t from = c->start > start + NEAR ? c->start - NEAR : start;
    str before = str_trim(str_sub(w->text, from, c->start));
    return has_phrase(w->image->language, PHRASE_RECALLED, before);
}

static struct group read_sentence(const struct work *w, const scm_sentence *s, size_t *person)
{
    str text = s->text;
    struct group g = {.start = (size_t)(text.at - w->text.at), .block = s->block};
    g.end = g.start + text.len;
    while (*person < w->people.len && w->people.at[*person].start < g.start) ++*person;
    for (size_t i = *person; i < w->people.len && w->people.at[i].start < g.end; i++)
        if (g.nmembers < MOST_MEMBERS && !is_member(w, &g, i) &&
            !is_recalled(w, &w->people.at[i], text))
            g.members[g.nmembers++] = make_member(w, i, text);
    if (g.nmembers == 0) return g;
    const struct language *l = w->image->language;
    g.how = has_phrase(l, PHRASE_LEADS, text)   ? LEADING
            : has_phrase(l, PHRASE_MEETS, text) ? MEETING
                                                : NAMED_TOGETHER;
    return g;
}

/* "A led the U.S. delegation. B led the ROK delegation." */
static bool completes(const struct work *w, const struct group *before, const struct group *g)
{
    if (before->how != LEADING || g->how != LEADING || before->block != g->block) return false;
    if (before->nmembers + g->nmembers > MOST_MEMBERS || group_sides(before) > 1) return false;
    for (size_t i = 0; i < g->nmembers; i++)
        if (is_member(w, before, g->members[i].person) || group_has(before, g->members[i].side))
            return false;
    return true;
}

/* People who stand together do something only where nothing else stands between them but
 * their offices: "Kim and Austin agreed". */
static bool stand_together(const struct work *w, const struct group *g)
{
    for (size_t i = 1; i < g->nmembers; i++) {
        size_t from = w->people.at[g->members[i - 1].person].end, side;
        size_t to = w->people.at[g->members[i].person].start;
        country_before(w, to, &side);
        str between = str_trim(str_sub(w->text, from, side > from ? side : to));
        bool comma = between.len == 0 || str_eq(between, S(","));
        if (!comma && !has_phrase(w->image->language, PHRASE_JOINT, between)) return false;
    }
    return true;
}

/* Where two sides meet and one member's is known, all others' is the other. */
static void complete_sides(const struct work *w, struct group *g)
{
    scm_series s = {0};
    str first, second, known = {NULL, 0};
    size_t unknown = 0;
    scm_authority_find_series(w->authority, w->series, &s);
    if (!list_cut(&s.sides, &first) || !list_cut(&s.sides, &second) || s.sides.len) return;
    for (size_t i = 0; i < g->nmembers; i++)
        if (g->members[i].side.len)
            known = g->members[i].side;
        else
            unknown++;
    if (unknown != 1 || known.len == 0 || group_sides(g) != 1) return;
    for (size_t i = 0; i < g->nmembers; i++)
        if (!g->members[i].side.len) g->members[i].side = str_eq(known, first) ? second : first;
}

void find_participants(struct work *w)
{
    struct group before = {0};
    size_t person = 0;
    for (size_t i = 0; i < w->sentences.len; i++) {
        struct group g = read_sentence(w, &w->sentences.at[i], &person);
        if (g.nmembers && completes(w, &before, &g)) {
            for (size_t k = 0; k < before.nmembers; k++)
                g.members[g.nmembers++] = before.members[k];
            g.start = before.start;
        }
        complete_sides(w, &g);
        bool whole = group_sides(&g) > 1 && (g.how != NAMED_TOGETHER || stand_together(w, &g));
        if (whole) vec_push(w->arena, &w->groups, g);
        before = whole ? (struct group){0} : g;
    }
}

const struct group *first_participants(const struct work *w)
{
    enum { OPENING = 4 }; /* blocks */
    const struct group *best = NULL;
    uint32_t most = w->document->kind == SCM_KIND_COMMUNIQUE ? 1 : OPENING;
    for (size_t i = 0; i < w->groups.len; i++) {
        const struct group *g = &w->groups.at[i];
        if ((uint32_t)w->document->blocks[g->block].paragraph > most) break;
        if (!best || g->how > best->how) best = g;
    }
    return best;
}

/* Does a side of the series have two heads? */
static bool has_pairs(const struct work *w)
{
    for (size_t i = 1; i < w->nheads; i++)
        if (str_eq(w->heads[i].side, w->heads[i - 1].side)) return true;
    return false;
}

/* Are the heads that the series expects named, on two sides at least? */
static bool names_heads(const struct work *w)
{
    size_t sides = 0;
    for (size_t i = 0; i < w->nheads; i++) {
        bool named = false;
        for (size_t k = 0; k < w->people.len; k++)
            named |= str_eq(w->people.at[k].id, w->heads[i].person);
        bool first = i == 0 || !str_eq(w->heads[i].side, w->heads[i - 1].side);
        sides += named && first;
    }
    return sides > 1;
}

static bool has_head(const struct work *w, str side)
{
    for (size_t i = 0; i < w->nheads; i++)
        if (str_eq(w->heads[i].side, side)) return true;
    return false;
}

/* The group's first member of the side, or all of them. */
static void add_heads(struct work *w, const struct group *g, str side, bool all)
{
    for (size_t i = 0; i < g->nmembers; i++) {
        const struct member *m = &g->members[i];
        if (side.len == 0 || !str_eq(m->side, side)) continue;
        w->heads[w->nheads++] = (scm_head){side, m->office, w->people.at[m->person].id};
        if (!all) break;
    }
}

void choose_heads(struct work *w)
{
    const struct group *g = first_participants(w);
    bool pairs = has_pairs(w);
    if (!g || w->listed_meeting || (g->how == NAMED_TOGETHER && names_heads(w))) return;
    w->heads = arena_array(w->arena, MOST_MEMBERS, sizeof *w->heads);
    w->nheads = 0;
    for (size_t side = 0; side < w->image->nsides; side++)
        add_heads(w, g, image_str(w->image, w->image->sides[side].id), pairs);
    for (size_t i = 0; i < g->nmembers; i++)
        if (!has_head(w, g->members[i].side)) add_heads(w, g, g->members[i].side, pairs);
}

/* The side of which the text speaks at a body: the country in front of it, or the person whose
 * title it is. */
static str side_at(const struct work *w, const struct candidate *body)
{
    size_t start;
    str side = country_before(w, body->start, &start);
    size_t i = first_person(w, body->end);
    if (side.len || i == w->people.len) return side;
    scm_official o;
    const struct candidate *p = &w->people.at[i];
    str gap = str_sub(w->text, body->end, p->start);
    for (size_t k = 0; k < gap.len; k++)
        if (gap.at[k] != ' ' && gap.at[k] != '(' && gap.at[k] != ')' && !is_upper(gap.at[k]))
            return side;
    return scm_authority_person(w->authority, p->id, w->reference_iso, &o) ? o.side : side;
}

void choose_sides(struct work *w)
{
    for (size_t i = 0; i < w->found.len; i++) {
        struct candidate *c = &w->found.at[i];
        size_t dash = str_find_char(c->id, '-');
        scm_side side;
        if (c->type != SCM_ORG || dash == c->id.len ||
            !scm_authority_find_side(w->authority, str_sub(c->id, 0, dash), &side))
            continue;
        str other = side_at(w, c);
        if (other.len == 0) continue;
        scm_name name;
        str id = str_printf(
            w->arena, "%.*s%.*s", SCM_STR(other), SCM_STR(str_sub(c->id, dash, c->id.len)));
        if (scm_authority_find_name(w->authority, id, &name)) c->id = name.id;
    }
}

static void add_id(buf *list, str id)
{
    if (list->len) buf_char(list, ',');
    buf_add(list, id);
}

/* The last group of the paragraph in front of the byte. */
static const struct group *group_before(const struct work *w, size_t at)
{
    size_t low = 0, high = w->groups.len;
    while (low < high) {
        size_t mid = low + (high - low) / 2;
        if (w->groups.at[mid].start < at)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == 0) return NULL;
    const struct group *g = &w->groups.at[low - 1];
    str block = w->document->blocks[g->block].text;
    size_t end = (size_t)(block.at - w->text.at) + block.len;
    return at < end && g->end <= at ? g : NULL;
}

str persons_of_heads(const struct work *w, size_t at)
{
    buf persons = {.arena = w->arena};
    const struct group *g = group_before(w, at);
    for (size_t i = 0; g && i < g->nmembers; i++)
        add_id(&persons, w->people.at[g->members[i].person].id);
    for (size_t i = 0; !g && i < w->nheads; i++) {
        if (w->heads[i].person.len == 0) return (str){NULL, 0};
        add_id(&persons, w->heads[i].person);
    }
    return buf_str(&persons);
}

str all_sides(const struct work *w)
{
    scm_series s = {0};
    size_t n = 0;
    bool known = scm_authority_find_series(w->authority, w->series, &s);
    for (str side; list_cut(&s.sides, &side);) n++;
    for (size_t i = 0; !known && i < w->nheads; i++)
        n += i == 0 || !str_eq(w->heads[i].side, w->heads[i - 1].side);
    return n > 2 ? S("all") : S("both");
}
