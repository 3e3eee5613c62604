/* The top of a comparison: which texts, then who and what changed, in sixteen lines at most:
 * the changes of substance in their order as far as they have room, and of what weight the rest
 * is; then the paragraphs and sentences. */
#include "base/syllable.h"
#include "report/comparing.h"

enum { LINE = 66 };

/* The kinds are named where either is no communiqué. */
static bool names_kinds(const comparing *c)
{
    return c->old_side->kind != SCM_KIND_COMMUNIQUE || c->new_side->kind != SCM_KIND_COMMUNIQUE;
}

/* "55th SCM fact sheet (13 November 2023, Seoul)"; the id of a text on no meeting. */
static str side_title(const comparing *c, const scm_summary *s)
{
    const scm_document *d = s->annotations->document;
    buf b = {.arena = c->arena}, where = {.arena = c->arena};
    const scm_fact *date = scm_summary_fact(s, "date"), *venue = scm_summary_fact(s, "venue");
    str kind = str_of(scm_kind_name(s->annotations->kind));
    if (s->annotations->ordinal == 0)
        return str_printf(c->arena, "%.*s (%.*s)", SCM_STR(d->id), SCM_STR(kind));
    buf_add(&b, ordinal_str(c->arena, s->annotations->ordinal));
    list_add(&b, " ", s->annotations->series);
    if (names_kinds(c)) list_add(&b, " ", kind);
    if (date) buf_add(&where, date_words(c->arena, date->value));
    if (venue) list_add(&where, ", ", venue->detail);
    if (where.len) buf_printf(&b, " (%.*s)", SCM_STR(where));
    return buf_str(&b);
}

str compare_title(const comparing *c)
{
    str before = side_title(c, c->comparison->old_summary);
    str after = side_title(c, c->comparison->new_summary);
    if (str_eq(before, after)) {
        str both = before;
        before = str_printf(c->arena, "%.*s: %.*s", SCM_STR(both), SCM_STR(c->old_name));
        after = c->new_name;
    }
    return from_to(c->arena, before, " → ", after);
}

str compare_fact(const scm_annotations *side, scm_fact fact)
{
    scm_official official;
    if (scm_authority_person(side->authority, fact.value, side->reference_date, &official))
        return official.name;
    return fact.detail.len ? fact.detail : fact.value;
}

static bool is_person(enum scm_fact_kind kind)
{
    return kind == SCM_FACT_HEAD || kind == SCM_FACT_CHAIR || kind == SCM_FACT_REPORTER;
}

/* A president does not hand over to a minister. */
static bool one_office(const comparing *c, const scm_fact_change *f)
{
    scm_official was, is;
    const scm_annotations *o = c->old_side, *n = c->new_side;
    if (!scm_authority_person(o->authority, f->old_fact.value, o->reference_date, &was) ||
        !scm_authority_person(n->authority, f->new_fact.value, n->reference_date, &is))
        return true;
    return str_eq(was.office, is.office);
}

/* Who followed whom, the heads first; the rest as a number. */
static str people(const comparing *c)
{
    buf b = {.arena = c->arena};
    size_t hidden = 0;
    for (size_t i = 0; i < c->comparison->nfacts; i++) {
        const scm_fact_change *f = &c->comparison->facts[i];
        if (f->status != SCM_CHANGED || !is_person(f->new_fact.kind)) continue;
        if (f->old_fact.value.len == 0 || f->new_fact.value.len == 0) continue;
        if (!one_office(c, f)) continue;
        str change = from_to(c->arena, compare_fact(c->old_side, f->old_fact), " → ",
            compare_fact(c->new_side, f->new_fact));
        if (b.len && b.len + change.len > LINE)
            hidden++;
        else
            list_add(&b, " · ", change);
    }
    if (hidden) buf_printf(&b, " +%zu", hidden);
    return buf_str(&b);
}

static void add_fact(rows *r, const char *label, str text)
{
    if (text.len == 0) return;
    rows_add(r, str_of(label));
    rows_add(r, text);
}

/* The topic of the paragraph that a block belongs to. */
static str topic(const scm_summary *s, uint32_t block)
{
    for (size_t i = 0; i < s->ngists; i++) {
        const scm_gist *g = &s->gists[i];
        if (block >= g->block && block - g->block < g->nblocks) return g->topics[0];
    }
    return (str){0};
}

/* "paraphrased", "translated"; `translated back: "Secretary of State" 24 times` */
static str doubt(const comparing *c, const scm_wording *w)
{
    if (w->kind == SCM_WORDING_SUSPECT)
        return str_printf(c->arena, "translated back: %.*s", SCM_STR(w->reason));
    return w->kind == SCM_WORDING_TRANSLATED ? S("translated") : S("paraphrased");
}

static void add_doubt(const comparing *c, buf *b, str whose, const scm_wording *w)
{
    if (w->kind == SCM_WORDING_GIVEN) return;
    list_add(b, "; ", from_to(c->arena, whose, " ", doubt(c, w)));
}

/* What in the comparison is not to be relied on, and why. */
str compare_warning(const comparing *c)
{
    const scm_wording *before = &c->comparison->old_wording,
                      *after = &c->comparison->new_wording;
    buf why = {.arena = c->arena};
    if (!compare_unreliable(c)) return (str){0};
    if (before->kind == after->kind && str_eq(doubt(c, before), doubt(c, after))) {
        add_doubt(c, &why, from_to(c->arena, c->old_name, " and ", c->new_name), before);
    } else {
        add_doubt(c, &why, c->old_name, before);
        add_doubt(c, &why, c->new_name, after);
    }
    return str_printf(c->arena, "wording and verbs (%.*s)", SCM_STR(why));
}

/* Which blocks have a pair of this status.  A split is one of the old block, a
 * merger one of the new. */
static bool *blocks_with(const comparing *c, enum scm_status_of_change status, bool old)
{
    size_t nblocks = (old ? c->old_side : c->new_side)->document->nblocks;
    bool *has = arena_array(c->arena, nblocks, sizeof *has);
    for (size_t i = 0; i < c->comparison->npairs; i++) {
        const scm_pair *p = &c->comparison->pairs[i];
        if (p->status == status) has[old ? p->old_block : p->new_block] = true;
    }
    return has;
}

static size_t count_blocks(const comparing *c, enum scm_status_of_change status)
{
    bool old = status == SCM_SPLIT || status == SCM_DROPPED;
    const scm_annotations *side = old ? c->old_side : c->new_side;
    const bool *has = blocks_with(c, status, old);
    size_t n = 0;
    for (size_t i = 0; i < side->document->nblocks; i++) n += has[i];
    return n;
}

/* "2 edited, 6 moved, 1 dropped" */
str compare_tally(const comparing *c)
{
    buf b = {.arena = c->arena};
    for (int status = SCM_SAME; status <= SCM_DROPPED; status++) {
        size_t n = count_blocks(c, (enum scm_status_of_change)status);
        str name = str_of(scm_status_name((enum scm_status_of_change)status));
        if (n) list_add(&b, ", ", str_printf(c->arena, "%zu %.*s", n, SCM_STR(name)));
    }
    return buf_str(&b);
}

/* What is not in a fact sheet, or in a text of a fifth of the length, is not gone for that. */
static bool is_excerpt(const comparing *c)
{
    enum { FIFTH = 5 };
    size_t before = c->comparison->old_summary->words,
           after = c->comparison->new_summary->words;
    return c->new_side->kind == SCM_KIND_FACT_SHEET ||
           c->old_side->kind == SCM_KIND_FACT_SHEET || before > FIFTH * after ||
           after > FIFTH * before;
}

/* Topics are those of meetings of a listed series. */
static bool has_topics(const comparing *c)
{
    return c->old_side->meeting > 0 && c->new_side->meeting > 0;
}

/* "¶4 Inter-Korean relations and CMA; ¶10 CFC and its headquarters": the paragraphs that came
 * or went, with their topics where the texts have any; as many as have room, and how many more
 * there are. */
static str paragraphs(const comparing *c, enum scm_status_of_change status, int room)
{
    enum { COUNT = 4 }; /* " +12" */
    bool old = status == SCM_DROPPED;
    const scm_annotations *side = old ? c->old_side : c->new_side;
    const scm_summary *summary = old ? c->comparison->old_summary : c->comparison->new_summary;
    const bool *has = blocks_with(c, status, old);
    buf b = {.arena = c->arena};
    size_t hidden = 0;
    for (uint32_t i = 0; i < side->document->nblocks; i++) {
        if (!has[i]) continue;
        str about = has_topics(c) ? topic(summary, i) : (str){0}, label = side_label(side, i);
        label = str_printf(c->arena, "¶%.*s", SCM_STR(label));
        str one = about.len ? from_to(c->arena, label, " ", about) : label;
        if (hidden || utf8_width(buf_str(&b)) + utf8_width(one) + COUNT > room)
            hidden++;
        else
            list_add(&b, has_topics(c) ? "; " : ", ", one);
    }
    if (hidden) buf_printf(&b, " +%zu", hidden);
    return buf_str(&b);
}

/* "dropped ¶2, ¶13; new ¶4, ¶5, ¶9 +12" of texts whose paragraphs have no topics. */
static str both_paragraphs(const comparing *c)
{
    enum { WORDS = 16 }; /* "dropped ; new " */
    str gone = is_excerpt(c) ? (str){0} : paragraphs(c, SCM_DROPPED, (LINE - WORDS) / 2);
    str added = paragraphs(c, SCM_NEW, LINE - WORDS - utf8_width(gone));
    buf b = {.arena = c->arena};
    if (gone.len) list_add(&b, "; ", from_to(c->arena, S("dropped"), " ", gone));
    if (added.len) list_add(&b, "; ", from_to(c->arena, S("new"), " ", added));
    return buf_str(&b);
}

static int percent(size_t part, size_t whole)
{
    return whole ? (int)((part * 200 + whole) / (2 * whole)) : 0;
}

/* "15 % kept word for word, 40 % reworded, 45 % new": the sentences of the new text. */
static str sentences(const comparing *c)
{
    size_t kept = 0, reworded = 0, all = c->new_side->nsentences;
    for (size_t i = 0; i < c->comparison->npairs; i++)
        for (size_t k = 0; k < c->comparison->pairs[i].nbeads; k++) {
            const scm_bead *b = &c->comparison->pairs[i].beads[k];
            if (b->old_sentence == SCM_NONE || b->new_sentence == SCM_NONE) continue;
            bool same = b->nruns == 1 && b->runs[0].kind == SCM_RUN_SAME;
            *(same ? &kept : &reworded) += 1;
        }
    if (c->comparison->npairs == 0 || all == 0) return (str){0};
    int first = percent(kept, all), second = percent(reworded, all);
    return str_printf(c->arena, "%d %% kept word for word, %d %% reworded, %d %% new", first,
        second, 100 - first - second);
}

static str lengths(const comparing *c)
{
    size_t before = c->comparison->old_summary->words,
           after = c->comparison->new_summary->words;
    if (is_excerpt(c))
        return str_printf(c->arena,
            "%zu → %zu words; what the shorter text omits is not necessarily gone", before,
            after);
    if (before <= 2 * after && after <= 2 * before) return (str){0};
    return str_printf(c->arena, "%zu → %zu words", before, after);
}

/* A change as the headline has it. */
struct told {
    str words;
    bool is_shown;
};

/* The changes of one status, as far as they have room. */
struct shown {
    enum scm_status_of_change status;
    buf text;
    VEC(size_t) items; /* changes */
    int lines;
};
enum { GROUPS = 5 };

static str change_place(const scm_annotations *side, uint32_t sentence)
{
    return sentence == SCM_NONE ? (str){0} : side_label(side, side->sentences[sentence].block);
}

/* How many lines of the terminal the words take. */
static int lines_of(str text)
{
    int lines = 1, width = 0;
    for (str word; str_cut(&text, ' ', &word);) {
        int w = utf8_width(word);
        if (width && width + 1 + w > LINE) lines++, width = 0;
        width += (width > 0) + w;
    }
    return lines;
}

/* Does the text itself call it by its acronym? */
static bool uses_id(const scm_annotations *side, const scm_change *k)
{
    for (size_t i = 0; i < side->nmentions; i++)
        if (str_eq(side->mentions[i].id, k->name) &&
            str_eq(scm_mention_surface(side, &side->mentions[i]), k->name))
            return true;
    return false;
}

/* The words of a text, to be told from a name. */
static str quoted(const comparing *c, str words)
{
    return str_printf(c->arena, "“%.*s”", SCM_STR(words));
}

static str change_words(const comparing *c, const scm_change *k)
{
    const scm_annotations *side = k->new_words.len ? c->new_side : c->old_side;
    str alone = k->new_words.len ? k->new_words : k->old_words;
    if (k->name.len) {
        scm_name name;
        bool state = k->type == SCM_STATE && /* "Burmese" */
                     scm_authority_find_name_of(side->authority, k->name, SCM_STATE, &name) &&
                     name.type == SCM_STATE;
        if (state) return short_name(side, SCM_STATE, k->name, name.name);
        if (uses_id(side, k)) return k->name;
        bool listed =
            has_syllables(alone) && scm_authority_find_name(side->authority, k->name, &name);
        return listed ? name.name : alone;
    }
    if (k->old_sentence == SCM_NONE || k->new_sentence == SCM_NONE) return quoted(c, alone);
    str before = side_label(c->old_side, c->old_side->sentences[k->old_sentence].block);
    str after = side_label(c->new_side, c->new_side->sentences[k->new_sentence].block);
    str where = str_eq(before, after) ? after : from_to(c->arena, before, "→", after);
    return str_printf(c->arena, "¶%.*s %.*s", SCM_STR(where),
        SCM_STR(from_to(c->arena, quoted(c, k->old_words), " → ", quoted(c, k->new_words))));
}

/* How many lines the group takes with the words. */
static int lines_with(const struct shown *g, str words)
{
    buf with = {.arena = g->text.arena};
    buf_add(&with, buf_str(&g->text));
    list_add(&with, "; ", words);
    return lines_of(buf_str(&with));
}

static struct shown *group_of(struct shown *groups, enum scm_status_of_change status)
{
    for (int i = 0; i < GROUPS; i++)
        if (groups[i].status == status) return &groups[i];
    return &groups[GROUPS - 1];
}

/* How many changes that weigh had no room. */
static size_t hidden_of(
    const comparing *c, const struct told *told, enum scm_status_of_change status)
{
    size_t n = 0;
    for (size_t i = 0; i < c->comparison->nchanges; i++) {
        const scm_change *k = &c->comparison->changes[i];
        n += !told[i].is_shown && k->status == status && k->weight > 1;
    }
    return n;
}

/* Do the two names share words of the text? */
static bool overlap(const scm_change *a, const scm_change *b)
{
    str x = a->new_words.len ? a->new_words : a->old_words;
    str y = b->new_words.len ? b->new_words : b->old_words;
    return x.at < y.at + y.len && y.at < x.at + x.len;
}

/* "Russia" of "Russia's war", "peace in the Taiwan Strait" beside "Taiwan Strait": it is said;
 * but "China" is not by "South China Sea". */
static bool is_said(
    const comparing *c, const struct shown *g, const struct told *told, size_t i)
{
    const scm_change *k = &c->comparison->changes[i];
    str words = told[i].words;
    for (size_t n = 0; n < g->items.len; n++) {
        size_t j = g->items.at[n];
        const scm_change *other = &c->comparison->changes[j];
        str shown = told[j].words;
        bool inside = str_find_nocase(shown, words) < shown.len;
        bool around =
            k->name.len && other->name.len && str_find_nocase(words, shown) < words.len;
        bool two_names = k->name.len && other->name.len && k->type != SCM_TERM &&
                         !str_eq_nocase(words, shown);
        if ((inside || around) && (!two_names || overlap(k, other))) return true;
    }
    return false;
}

/* Can the headline have it, where there is room? */
static bool belongs(const comparing *c, const scm_change *k)
{
    if (k->status == SCM_GONE && is_excerpt(c)) return false;
    bool two = k->old_sentence != SCM_NONE && k->new_sentence != SCM_NONE;
    if (two && (k->old_words.len == 0 || k->new_words.len == 0)) return false;
    bool object = k->status == SCM_CHANGED && k->class_ != SCM_CHANGE_NUMBER;
    return !object || k->weight >= 3; /* else often two members of lists */
}

/* Fills the groups with changes in their order while they take no more than so many lines;
 * one line of each kind that has weight comes first. */
static void fill(const comparing *c, struct shown *groups, struct told *told, int room)
{
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < c->comparison->nchanges; i++) {
            const scm_change *k = &c->comparison->changes[i];
            struct shown *g = group_of(groups, k->status);
            str words = told[i].words;
            bool moved = k->status == SCM_STRONGER || k->status == SCM_WEAKER;
            bool first = g->items.len == 0 && k->weight > 1 && lines_of(words) <= 1 + moved;
            if (told[i].is_shown || (round == 0 && !first)) continue;
            if (!belongs(c, k)) continue;
            told[i].is_shown = is_said(c, g, told, i);
            int lines = told[i].is_shown ? 0 : lines_with(g, words);
            if (told[i].is_shown || lines - g->lines > room) continue;
            list_add(&g->text, "; ", words);
            vec_push(c->arena, &g->items, i);
            room -= lines - g->lines;
            g->lines = lines;
            told[i].is_shown = true;
        }
}

/* The changes of the group and how many more there are, in no more lines than the changes
 * alone take: for the number the last of them make room. */
static str group_text(const comparing *c, struct shown *g, struct told *told)
{
    bool moved = g->status == SCM_STRONGER || g->status == SCM_WEAKER;
    str doubtful = moved && compare_unreliable(c) ? S("(unreliable)") : (str){0};
    int most = lines_of(buf_str(&g->text));
    for (;; told[g->items.at[--g->items.len]].is_shown = false) {
        buf text = {.arena = c->arena};
        for (size_t i = 0; i < g->items.len; i++)
            list_add(&text, "; ", told[g->items.at[i]].words);
        if (doubtful.len) list_add(&text, " ", doubtful);
        size_t hidden = hidden_of(c, told, g->status);
        if (hidden) buf_printf(&text, " +%zu", hidden);
        if (g->items.len == 1 || lines_of(buf_str(&text)) <= most) return buf_str(&text);
    }
}

void compare_add_changes(const comparing *c, rows *r, int room)
{
    static const char *const LABELS[GROUPS] = {"New", "Gone", "Stronger", "Weaker", "Changed"};
    struct shown groups[GROUPS] = {{.status = SCM_NEW}, {.status = SCM_GONE},
        {.status = SCM_STRONGER}, {.status = SCM_WEAKER}, {.status = SCM_CHANGED}};
    struct told *told = arena_array(c->arena, c->comparison->nchanges, sizeof *told);
    for (size_t i = 0; i < c->comparison->nchanges; i++)
        told[i].words = change_words(c, &c->comparison->changes[i]);
    for (int i = 0; i < GROUPS; i++) groups[i].text.arena = c->arena;
    fill(c, groups, told, room);
    for (int i = 0; i < GROUPS; i++)
        if (groups[i].items.len) add_fact(r, LABELS[i], group_text(c, &groups[i], told));
}

void compare_change_table(const comparing *c, builder *b)
{
    static const char *const HEADS[] = {"weight", "change", "where", "words"};
    rows r = rows_new(b->arena, NULL, "rlpc");
    r.table.heads = HEADS;
    r.table.looks = ".t..";
    for (size_t i = 0; i < c->comparison->nchanges; i++) {
        const scm_change *k = &c->comparison->changes[i];
        str before = change_place(c->old_side, k->old_sentence);
        str after = change_place(c->new_side, k->new_sentence);
        rows_add_number(&r, (size_t)k->weight);
        rows_add(&r, str_of(scm_status_name(k->status)));
        rows_tone(&r, compare_tone(k->status));
        rows_add(&r, before.len && after.len && !str_eq(before, after)
                         ? from_to(b->arena, before, "→", after)
                     : after.len ? after
                                 : before);
        bool two = k->old_words.len && k->new_words.len;
        rows_add(&r, two ? from_to(b->arena, k->old_words, " → ", k->new_words)
                         : (k->new_words.len ? k->new_words : k->old_words));
    }
    builder_table(b, S("Changes of substance"), &r);
}

void compare_headline(const comparing *c, builder *b)
{
    enum { MOST_LINES = 16 };
    rows r = rows_new(c->arena, NULL, "lw");
    bool topics = has_topics(c);
    const struct {
        const char *label;
        str text;
    } rest[] = {
        {"Dropped", topics && !is_excerpt(c) ? paragraphs(c, SCM_DROPPED, LINE) : (str){0}},
        {"Added", topics ? paragraphs(c, SCM_NEW, LINE) : (str){0}},
        {"Paragraphs", topics ? (str){0} : both_paragraphs(c)},
        {"Sentences", sentences(c)},
        {"Length", lengths(c)},
        {"Unreliable", compare_warning(c)},
    };
    enum { COUNT = sizeof rest / sizeof *rest };
    str who = people(c);
    int room = MOST_LINES - (who.len > 0);
    for (size_t i = 0; i < COUNT; i++)
        if (rest[i].text.len) room -= lines_of(rest[i].text);
    add_fact(&r, "People", who);
    compare_add_changes(c, &r, room);
    for (size_t i = 0; i < COUNT; i++) add_fact(&r, rest[i].label, rest[i].text);
    if (rest[COUNT - 1].text.len) rows_tone(&r, TONE_NOTE);
    builder_facts(b, (str){0}, &r);
}
