/* Markup: HTML and XHTML → pieces.
 *
 * A block starts at every block element, wherever it is nested; no tree is
 * built.  What a page is made of beside its text (navigation, forms, hidden
 * parts) is marked, not judged: some pages stand in one form as a whole. */
#include "load/read/sax.h"

#include <string.h>

#include "base/calendar.h"
#include "load/read/flow.h"

enum role {
    INLINE,
    BLOCK,
    HEADING,
    ITEM,
    LIST,
    ORDERED,
    ASIDE,
    FORM,
    CAPTION,
    VERBATIM,
    SKIP, /* text that a reader does not see as such */
    CODE, /* no text */
    TITLE,
    LINK,
    STRONG,
    BREAK,
    ROW,
    CELL,
    NOTE,
    RULE,
    META
};

/* Sorted by name. */
static const struct {
    const char *name;
    enum role role;
} ELEMENTS[] = {{"a", LINK}, {"address", BLOCK}, {"article", BLOCK}, {"aside", ASIDE},
    {"audio", SKIP}, {"b", STRONG}, {"blockquote", BLOCK}, {"body", BLOCK}, {"br", BREAK},
    {"button", SKIP}, {"canvas", CODE}, {"caption", BLOCK}, {"center", BLOCK}, {"dd", BLOCK},
    {"details", BLOCK}, {"dialog", FORM}, {"dir", LIST}, {"div", BLOCK}, {"dl", BLOCK},
    {"dt", BLOCK}, {"fieldset", BLOCK}, {"figcaption", CAPTION}, {"figure", BLOCK},
    {"footer", ASIDE}, {"form", FORM}, {"frameset", BLOCK}, {"h1", HEADING}, {"h2", HEADING},
    {"h3", HEADING}, {"h4", HEADING}, {"h5", HEADING}, {"h6", HEADING}, {"head", BLOCK},
    {"header", ASIDE}, {"hgroup", BLOCK}, {"hr", RULE}, {"html", BLOCK}, {"iframe", SKIP},
    {"legend", BLOCK}, {"li", ITEM}, {"main", BLOCK}, {"math", CODE}, {"menu", LIST},
    {"meta", META}, {"nav", ASIDE}, {"noscript", SKIP}, {"object", SKIP}, {"ol", ORDERED},
    {"optgroup", SKIP}, {"option", SKIP}, {"p", BLOCK}, {"pre", VERBATIM}, {"script", CODE},
    {"section", BLOCK}, {"select", SKIP}, {"strong", STRONG}, {"style", CODE},
    {"summary", BLOCK}, {"sup", NOTE}, {"svg", CODE}, {"table", BLOCK}, {"tbody", BLOCK},
    {"td", CELL}, {"template", CODE}, {"textarea", SKIP}, {"tfoot", BLOCK}, {"th", CELL},
    {"thead", BLOCK}, {"time", INLINE}, {"title", TITLE}, {"tr", ROW}, {"ul", LIST},
    {"video", SKIP}, {"xmp", VERBATIM}};

/* An element that is open. */
struct element {
    unsigned char role;
    bool hidden;
    bool first;  /* a heading of the first level */
    bool note;   /* it may be the mark of a footnote */
    size_t from; /* where its text begins in that of the block */
    int next;    /* of an ordered list: the number of its next item */
};

struct markup {
    struct source *s;
    struct flow flow;
    VEC(struct element) open;
    size_t depth[META + 1]; /* how many of each role are open */
    size_t hidden;
    buf title, unseen, marks; /* unseen: text that a browser does not show */
    bool ended, stop;
    unsigned long effort; /* what the parser spent on end tags that match nothing */
};

enum { DEEPEST = 100000 };
static const unsigned long MOST_EFFORT = 2000000000;

static enum role role_of(const char *name)
{
    size_t low = 0, high = sizeof ELEMENTS / sizeof *ELEMENTS;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(name, ELEMENTS[middle].name);
        if (order == 0) return ELEMENTS[middle].role;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return INLINE;
}

static str attribute(const xmlChar **attributes, const char *name)
{
    for (size_t i = 0; attributes && attributes[i]; i += 2)
        if (strcmp((const char *)attributes[i], name) == 0)
            return attributes[i + 1] ? str_of((const char *)attributes[i + 1]) : S("");
    return (str){0};
}

static bool breaks_text(enum role role)
{
    return role != INLINE && role != LINK && role != STRONG && role != BREAK && role != SKIP &&
           role != CODE && role != META && role != CELL && role != NOTE;
}

/* What the elements around a block say about it. */
static unsigned flags_of(const struct markup *p, bool first)
{
    unsigned flags = 0;
    if (p->depth[HEADING]) flags |= PIECE_HEADING;
    if (p->depth[HEADING] && first) flags |= PIECE_TITLE;
    if (p->depth[ITEM]) flags |= PIECE_BULLET;
    if (p->depth[ASIDE]) flags |= PIECE_ASIDE;
    if (p->depth[FORM]) flags |= PIECE_FORM;
    if (p->depth[CAPTION]) flags |= PIECE_CAPTION;
    if (p->hidden) flags |= PIECE_HIDDEN;
    return flags;
}

static void boundary(struct markup *p)
{
    flow_flush(&p->flow);
    bool first = p->open.len && p->open.at[p->open.len - 1].first;
    p->flow.flags = flags_of(p, first);
    p->flow.verbatim = p->depth[VERBATIM] > 0;
}

/* The cells of a row are one block, but for long ones: those lay a page out. */
static void start_cell(struct markup *p)
{
    enum { LONGEST_CELL = 200 };
    if (p->flow.text.len > LONGEST_CELL) {
        boundary(p);
    } else if (p->flow.text.len) {
        buf_char(&p->flow.text, ' ');
        p->flow.flags |= PIECE_ROW;
    }
}

/* "1", "[3]", "¹" behind a word: the mark of a footnote. */
static bool is_note_mark(str text, str before)
{
    static const char *const SIGNS[] = {"¹", "²", "³"};
    size_t digits = 0, letters = 0;
    text = str_trim(text);
    bool brackets = str_starts(text, S("[")) && str_ends(text, S("]"));
    if (brackets) text = str_sub(text, 1, text.len - 1);
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (str_eq(text, str_of(SIGNS[i]))) return true;
    while (digits < text.len && is_digit(text.at[digits])) digits++;
    while (letters < before.len && is_alpha(before.at[before.len - 1 - letters])) letters++;
    bool behind_word =
        letters > 2 || (before.len && letters == 0 && !is_digit(before.at[before.len - 1]));
    return digits == text.len && digits > 0 && digits <= 3 && (brackets || behind_word);
}

static void drop_note_mark(struct markup *p, size_t from)
{
    str all = buf_str(&p->flow.text);
    if (from > all.len) return; /* a block ended inside */
    if (!is_note_mark(str_sub(all, from, all.len), str_sub(all, 0, from))) return;
    size_t words = count_words(all) - count_words(str_sub(all, 0, from));
    if (words) buf_add(&p->marks, str_sub(all, from, all.len));
    if (words) buf_char(&p->marks, ' ');
    p->flow.text.len = from;
}

/* The number of an item of an ordered list: counted, unless it has a value. */
static int item_number(struct markup *p, const xmlChar **attributes)
{
    struct element *list = p->open.len ? &p->open.at[p->open.len - 1] : NULL;
    if (!list || list->role != ORDERED) return 0;
    int value = str_int(attribute(attributes, "value"));
    if (value > 0) list->next = value;
    return list->next < 1000000 ? list->next++ : 0;
}

static bool is_hidden(const xmlChar **attributes)
{
    str style = attribute(attributes, "style");
    return attribute(attributes, "hidden").at ||
           str_find_nocase(style, S("display:none")) < style.len ||
           str_find_nocase(style, S("display: none")) < style.len;
}

static void read_meta(struct markup *p, const xmlChar **attributes)
{
    str name = attribute(attributes, "property"), content = attribute(attributes, "content");
    date d;
    if (!name.len) name = attribute(attributes, "name");
    bool dated = str_eq_nocase(name, S("article:published_time")) ||
                 str_eq_nocase(name, S("date")) || str_eq_nocase(name, S("dc.date"));
    if (dated && date_parse_iso(str_sub(content, 0, 10), &d))
        p->s->published = date_iso(p->s->arena, d);
}

static bool is_seen(const struct markup *p)
{
    return !p->depth[SKIP] && !p->depth[CODE];
}

static void open_element(struct markup *p, struct element e, int given)
{
    vec_push(p->s->arena, &p->open, e);
    p->depth[e.role]++;
    p->hidden += e.hidden;
    if (!breaks_text((enum role)e.role)) return;
    boundary(p);
    p->flow.given = given;
}

static void on_start(void *user, const xmlChar *xml_name, const xmlChar **attributes)
{
    struct markup *p = user;
    const char *name = (const char *)xml_name;
    enum role role = role_of(name);
    struct element e = {
        .role = (unsigned char)role, .hidden = is_hidden(attributes), .next = 1};
    p->ended = strcmp(name, LIBXML_END) == 0;
    if (p->open.len >= DEEPEST) p->stop = true;
    e.first = role == HEADING && name[1] == '1';
    if (role == ORDERED && str_int(attribute(attributes, "start")) > 0)
        e.next = str_int(attribute(attributes, "start"));
    if (role == META) read_meta(p, attributes);
    if (role == BREAK && is_seen(p)) buf_char(&p->flow.text, FLOW_BREAK);
    e.from = p->flow.text.len;
    e.note =
        role == NOTE || (role == LINK && str_starts(attribute(attributes, "href"), S("#")));
    if (role == CELL) start_cell(p);
    if (role == SKIP) buf_char(&p->unseen, ' ');
    open_element(p, e, role == ITEM ? item_number(p, attributes) : 0);
    if (role == RULE && is_seen(p)) add_piece(p->s, S(""), PIECE_RULE);
}

static void on_end(void *user, const xmlChar *name)
{
    struct markup *p = user;
    (void)name;
    if (p->open.len == 0) return;
    struct element e = p->open.at[--p->open.len];
    p->depth[e.role]--;
    p->hidden -= e.hidden;
    if (e.note) drop_note_mark(p, e.from);
    if (breaks_text((enum role)e.role)) boundary(p);
}

static void on_text(void *user, const xmlChar *at, int len)
{
    struct markup *p = user;
    str text = {(const char *)at, (size_t)len};
    if (p->depth[CODE]) return;
    if (p->depth[SKIP]) {
        buf_add(&p->unseen, text);
        return;
    }
    if (p->depth[TITLE] && p->open.at[p->open.len - 1].role == TITLE)
        buf_add(&p->title, text);
    else
        flow_add(&p->flow, text, p->depth[LINK] > 0, p->depth[STRONG] > 0);
}

/* Every end tag that matches nothing is compared with all open elements. */
static void on_error(void *user, xmlErrorPtr error)
{
    struct markup *p = user;
    (void)error;
    p->effort += p->open.len + 1;
    if (p->effort > MOST_EFFORT) p->stop = true;
}

static bool is_block_tag(str s)
{
    static const char *const NAMES[] = {"p", "div", "li", "ul", "ol", "br", "h1", "h2", "h3",
        "table", "td", "tr", "section", "article", "body", "head", "blockquote", "main"};
    size_t end = 1;
    if (end < s.len && s.at[end] == '/') end++;
    str name = str_sub(s, end, s.len);
    size_t n = 0;
    while (n < name.len && is_alnum(name.at[n])) n++;
    name.len = n;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (str_eq_nocase(name, str_of(NAMES[i]))) return true;
    return false;
}

bool markup_looks_like(str text)
{
    str s = str_trim(str_sub(text, 0, 256 * 1024));
    if (str_starts_nocase(s, S("<!doctype")) || str_starts_nocase(s, S("<html")) ||
        str_starts(s, S("<?xml")))
        return true;
    size_t tags = 0, at = 0;
    bool first = str_starts(s, S("<")) && is_block_tag(s);
    while (tags < 4 && (at += str_find_char(str_sub(s, at, s.len), '<')) < s.len)
        tags += is_block_tag(str_sub(s, at++, s.len));
    return tags >= 4 || (first && tags >= 2);
}

int markup_pieces(struct source *s, str text)
{
    struct markup p = {
        .s = s, .flow = {.s = s, .text = {.arena = s->arena}}, .title = {.arena = s->arena}};
    p.unseen.arena = p.marks.arena = s->arena;
    htmlSAXHandler handler = {.startElement = on_start,
        .endElement = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .serror = on_error,
        .initialized = XML_SAX2_MAGIC};
    int status = libxml_html(s, text, &handler, &p, &p.stop);
    if (status) return status;
    if (p.stop) return fail(s->error, SCM_E_LIMIT, "%s: markup nested too deeply", s->name);
    if (!p.ended)
        return fail(s->error, SCM_E_INPUT,
            "%s: the markup ends inside a tag, comment or script", s->name);
    flow_flush(&p.flow);
    s->title = fold(s->arena, clean(s->arena, buf_str(&p.title)));
    s->title_words = count_words(s->title);
    s->words += s->title_words;
    add_unread(s, &p.unseen, SCM_REASON_HIDDEN);
    add_unread(s, &p.marks, SCM_REASON_FOOTNOTE);
    return p.flow.status;
}
