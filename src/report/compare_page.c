/* What only the page of a comparison has: the map, the tables of names. */
#include "report/comparing.h"

enum tone compare_tone(enum scm_status_of_change status)
{
    switch (status) {
    case SCM_EDITED:
    case SCM_SPLIT:
    case SCM_MERGED:
    case SCM_CHANGED: return TONE_EDITED;
    case SCM_MOVED: return TONE_MOVED;
    case SCM_NEW: return TONE_NEW;
    case SCM_DROPPED:
    case SCM_GONE: return TONE_GONE;
    case SCM_MORE:
    case SCM_STRONGER:
    case SCM_RETURNED: return TONE_UP;
    case SCM_FEWER:
    case SCM_WEAKER: return TONE_DOWN;
    case SCM_SAME:
    case SCM_KEPT: break;
    }
    return TONE_SAME;
}

/* Where a block begins and ends, as shares of its text. */
static void place(const scm_document *d, uint32_t block, double *from, double *to)
{
    if (block == SCM_NONE || d->text.len == 0) return;
    double start = (double)(d->blocks[block].text.at - d->text.at);
    *from = start / (double)d->text.len;
    *to = (start + (double)d->blocks[block].text.len) / (double)d->text.len;
}

/* "7→8: edited" */
static str band_title(const comparing *c, const scm_pair *p)
{
    str labels = from_to(c->arena, side_label(c->old_side, p->old_block), "→",
        side_label(c->new_side, p->new_block));
    return str_printf(c->arena, "%.*s: %s", SCM_STR(labels), scm_status_name(p->status));
}

static struct band band(const comparing *c, const scm_pair *p)
{
    struct band b = {.tone = compare_tone(p->status), .link.text = band_title(c, p)};
    b.change = 1 - p->similarity;
    str label = side_label(c->new_side, p->new_block);
    place(c->old_side->document, p->old_block, &b.old_from, &b.old_to);
    place(c->new_side->document, p->new_block, &b.new_from, &b.new_to);
    if (label.len) {
        b.link.anchor = paragraph_anchor(c->arena, label);
    } else {
        label = side_label(c->old_side, p->old_block);
        b.link.anchor = str_printf(c->arena, "old%.*s", SCM_STR(label));
    }
    return b;
}

void compare_map(const comparing *c, builder *b)
{
    const size_t n = c->comparison->npairs;
    struct band *bands = arena_array(c->arena, n, sizeof *bands);
    for (size_t i = 0; i < n; i++) bands[i] = band(c, &c->comparison->pairs[i]);
    struct section *s = builder_map(b, S("Where it changed"), bands, n);
    s->sides[0] = c->old_name;
    s->sides[1] = c->new_name;
}

static const struct {
    enum scm_status_of_change status;
    const char *word;
} CHANGES[] = {
    {SCM_NEW, "new"}, {SCM_DROPPED, "gone"}, {SCM_MORE, "more"}, {SCM_FEWER, "fewer"}};
enum { NCHANGES = sizeof CHANGES / sizeof *CHANGES };

static size_t most_mentions(const comparing *c, enum scm_type type)
{
    size_t most = 1;
    for (size_t i = 0; i < c->comparison->ndeltas; i++) {
        const scm_delta *d = &c->comparison->deltas[i];
        if (d->type != type || d->status == SCM_KEPT) continue;
        if (d->old_mentions > most) most = d->old_mentions;
        if (d->new_mentions > most) most = d->new_mentions;
    }
    return most;
}

static void add_count(rows *r, size_t n, size_t most)
{
    rows_add_number(r, n);
    rows_share(r, (double)n / (double)most);
}

static void add_name(const comparing *c, const builder *b, rows *r, const scm_delta *d,
    const char *word, size_t most)
{
    str letters = compare_name(c, d), name = d->name;
    bool both = str_eq(letters, d->id) && name.len && !str_eq(letters, name);
    rows_add(r,
        !both ? letters : str_printf(c->arena, "%.*s\n%.*s", SCM_STR(letters), SCM_STR(name)));
    rows_link(r, site_name(b, d->id));
    rows_tone(r, compare_tone(d->status));
    rows_add(r, str_of(word));
    add_count(r, d->old_mentions, most);
    add_count(r, d->new_mentions, most);
    rows_add(r, block_labels(c->arena, c->old_side->document, d->old_blocks, d->nold_blocks));
    rows_add(r, block_labels(c->arena, c->new_side->document, d->new_blocks, d->nnew_blocks));
}

static const char *const *heads(const comparing *c)
{
    const char **names = arena_array(c->arena, 6, sizeof *names);
    names[0] = "name";
    names[1] = "change";
    names[2] = str_z(c->arena, c->old_name);
    names[3] = str_z(c->arena, c->new_name);
    names[4] = str_z(c->arena, str_printf(c->arena, "where in %s", names[2]));
    names[5] = str_z(c->arena, str_printf(c->arena, "where in %s", names[3]));
    return names;
}

/* "12 new, 3 gone" stands beside the heading. */
static void name_table(const comparing *c, builder *b, enum scm_type type)
{
    const size_t most = most_mentions(c, type);
    rows r = rows_new(c->arena, NULL, "wlrrwp");
    buf tally = {.arena = c->arena};
    r.table.heads = heads(c);
    r.table.looks = ".tbb..";
    for (size_t i = 0; i < NCHANGES; i++) {
        size_t n;
        const scm_delta **found = compare_deltas_of(c, type, CHANGES[i].status, &n);
        for (size_t k = 0; k < n; k++) add_name(c, b, &r, found[k], CHANGES[i].word, most);
        if (n) list_add(&tally, ", ", str_printf(c->arena, "%zu %s", n, CHANGES[i].word));
    }
    struct section *s = builder_table(b, str_of(scm_type_describe(type).heading), &r);
    if (!s) return;
    s->aside = buf_str(&tally);
    s->folded = type != SCM_MECHANISM;
}

void compare_name_tables(const comparing *c, builder *b)
{
    size_t changed = 0;
    for (size_t i = 0; i < c->comparison->ndeltas; i++)
        changed += c->comparison->deltas[i].status != SCM_KEPT;
    if (changed == 0) return;
    builder_part(b, S("Names by number of mentions"), (str){0});
    b->below = true;
    for (int type = 0; type < SCM_NTYPES; type++)
        if (scm_type_describe((enum scm_type)type).counted)
            name_table(c, b, (enum scm_type)type);
    b->below = false;
}
