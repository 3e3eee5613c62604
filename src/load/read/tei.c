/* TEI: the paragraphs of a TEI P5 document.  Numbers stand in @n.
 *
 * What scmtool wrote itself is taken as it stands, paragraph by paragraph, as
 * long as each still has its label; all else is searched for its body like any
 * other text. */
#include "load/read/tei_front.h"

#include <string.h>

#include "load/read/flow.h"

#define TEI_NAMESPACE "http://www.tei-c.org/ns/1.0"

struct tei_reader {
    struct tei_header header;
    struct flow flow;
    size_t skip, text; /* how many are open */
    buf notes;         /* what the skipped ones say */
    str label;         /* @n of the block that is being read */
    str section;
    int paragraph, part; /* the last label */
    bool unlabelled;     /* a block had no label, or none that comes next */
    enum scm_kind kind;
    bool stop;
};

static bool is_one_of(const xmlChar *name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp((const char *)name, names[i]) == 0) return true;
    return false;
}

static bool is_block(const xmlChar *name)
{
    static const char *const NAMES[] = {"p", "ab", "head", "item", "label", "l", "cell", "div",
        "list", "body", "text", "opener", "closer", "front", "back", "quote"};
    return is_one_of(name, NAMES, sizeof NAMES / sizeof *NAMES);
}

static bool is_skipped(const xmlChar *name)
{
    static const char *const NAMES[] = {"fw", "note", "figDesc", "standOff", "facsimile"};
    return is_one_of(name, NAMES, sizeof NAMES / sizeof *NAMES);
}

static bool named(const xmlChar *name, const char *as)
{
    return strcmp((const char *)name, as) == 0;
}

/* "7" and "7.2"; false where it is no label, or does not come behind the last. */
static bool next_label(struct tei_reader *t)
{
    size_t dot = str_find_char(t->label, '.');
    int paragraph = str_int(str_sub(t->label, 0, dot));
    int part = dot < t->label.len ? str_int(str_sub(t->label, dot + 1, t->label.len)) : 1;
    bool next = paragraph > t->paragraph || (paragraph == t->paragraph && part > t->part);
    if (paragraph < 0 || part < 1 || !next) return false;
    t->paragraph = paragraph;
    t->part = part;
    return true;
}

/* Ends the block that is being read. */
static void end_block(struct tei_reader *t)
{
    struct source *s = t->flow.s;
    if (!t->header.ours) {
        flow_flush(&t->flow);
        return;
    }
    str text = clean(s->arena, buf_str(&t->flow.text));
    struct piece *p = add_piece(s, text, t->flow.flags);
    s->words += count_words(text);
    t->flow.text.len = 0;
    if (p && p->flags & PIECE_HEADING) {
        t->section = p->text;
    } else if (p) {
        t->unlabelled |= !next_label(t);
        p->given = t->flow.given;
        p->label = t->label;
        p->paragraph = t->paragraph;
        p->part = t->part;
        p->section = t->section;
    }
    t->label = (str){0};
    t->flow.given = 0;
}

static void start_block(struct tei_reader *t, const xmlChar *name, str n)
{
    bool paragraph = named(name, "p") || named(name, "ab");
    end_block(t);
    t->flow.flags = named(name, "head")   ? PIECE_HEADING
                    : named(name, "item") ? PIECE_BULLET
                                          : 0;
    int number = paragraph ? str_int(n) : 0;
    t->flow.given = number > 0 ? number : 0;
    t->label = paragraph ? str_dup(t->flow.s->arena, n) : (str){0};
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
    int nspaces, const xmlChar **spaces, int count, int defaulted, const xmlChar **attributes)
{
    struct tei_reader *t = user;
    (void)prefix, (void)uri, (void)nspaces, (void)spaces, (void)defaulted;
    if (t->header.open || named(name, "teiHeader")) {
        tei_header_start(&t->header, name, count, attributes);
        return;
    }
    t->skip += is_skipped(name);
    if (t->skip) buf_char(&t->notes, ' ');
    t->text += named(name, "text");
    if (named(name, "text")) t->kind = kind_named(tei_attribute(count, attributes, "type"));
    if (named(name, "lb") || named(name, "pb")) buf_char(&t->flow.text, ' ');
    if (is_block(name)) start_block(t, name, tei_attribute(count, attributes, "n"));
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct tei_reader *t = user;
    (void)prefix, (void)uri;
    if (t->header.open) {
        tei_header_end(&t->header, name);
        return;
    }
    if (is_block(name)) {
        end_block(t);
        t->flow.flags = 0;
    }
    if (named(name, "div")) t->section = (str){0};
    t->skip -= is_skipped(name);
    t->text -= named(name, "text");
}

static void on_text(void *user, const xmlChar *at, int len)
{
    struct tei_reader *t = user;
    str text = {(const char *)at, (size_t)len};
    if (t->header.open)
        tei_header_text(&t->header, text);
    else if (t->text && t->skip)
        buf_add(&t->notes, text);
    else if (t->text)
        flow_add(&t->flow, text, false, false);
}

bool tei_looks_like(str text)
{
    str head = str_trim(str_sub(text, 0, 4096));
    return str_starts(head, S("<")) && str_has(head, S(TEI_NAMESPACE));
}

static str gathered(struct source *s, const buf *b)
{
    return fold(s->arena, clean(s->arena, buf_str(b)));
}

/* Our own, whole: nothing is left to be found out. */
static void take_as_it_stands(struct tei_reader *t, struct source *s)
{
    struct stated *stated = arena_alloc(s->arena, sizeof *stated);
    const struct tei_header *h = &t->header;
    *stated = (struct stated){t->kind, h->meeting, h->date, gathered(s, &h->venue)};
    s->stated = stated;
    for (size_t i = 0; i < s->pieces.len; i++)
        if (s->pieces.at[i].flags & PIECE_HEADING) s->pieces.at[i].drop = SCM_REASON_HEADING;
}

int tei_pieces(struct source *s, str text)
{
    arena *a = s->arena;
    struct tei_reader t = {.flow = {.s = s, .text = {.arena = a}}, .notes = {.arena = a}};
    t.header = (struct tei_header){
        .arena = a, .title = {.arena = a}, .note = {.arena = a}, .venue = {.arena = a}};
    xmlSAXHandler handler = libxml_handler(on_start, on_end, on_text);
    int status = libxml_xml(s, text, &handler, &t, &t.stop);
    if (status) return status;
    end_block(&t);
    s->title = gathered(s, &t.header.title);
    s->note = gathered(s, &t.header.note);
    s->published = t.header.published;
    s->title_words = count_words(s->title);
    s->note_words = count_words(s->note);
    s->words += s->title_words + s->note_words;
    add_unread(s, &t.notes, SCM_REASON_FOOTNOTE);
    if (t.header.ours && !t.unlabelled) take_as_it_stands(&t, s);
    return SCM_OK;
}
