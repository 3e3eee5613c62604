/* TEI: the paragraphs of a TEI P5 document.  Numbers stand in @n. */
#include "load/libxml.h"

#include <string.h>

#include "load/flow.h"

#define TEI_NAMESPACE "http://www.tei-c.org/ns/1.0"

struct tei {
    struct flow flow;
    size_t header, title, skip, text; /* how many are open */
    buf heading;                      /* title of the header */
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

/* @n of a paragraph: "7"; a part such as "7.2" continues. */
static int given_number(int count, const xmlChar **attributes)
{
    for (int i = 0; i < count; i++) {
        const char *const *a = (const char *const *)(const void *)(attributes + 5 * i);
        if (strcmp(a[0], "n") == 0 && a[1] == NULL) {
            int n = str_int((str){a[3], (size_t)(a[4] - a[3])});
            return n > 0 ? n : 0;
        }
    }
    return 0;
}

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
    int nspaces, const xmlChar **spaces, int count, int defaulted, const xmlChar **attributes)
{
    struct tei *t = user;
    (void)prefix, (void)uri, (void)nspaces, (void)spaces, (void)defaulted;
    t->header += named(name, "teiHeader");
    t->title += t->header && named(name, "title");
    t->skip += is_skipped(name);
    t->text += named(name, "text");
    if (named(name, "lb") || named(name, "pb")) buf_char(&t->flow.text, ' ');
    if (!is_block(name)) return;
    flow_flush(&t->flow);
    t->flow.flags = named(name, "head")   ? PIECE_HEADING
                    : named(name, "item") ? PIECE_BULLET
                                          : 0;
    t->flow.given = named(name, "p") || named(name, "ab") ? given_number(count, attributes) : 0;
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct tei *t = user;
    (void)prefix, (void)uri;
    if (is_block(name)) {
        flow_flush(&t->flow);
        t->flow.flags = 0;
    }
    t->title -= t->header && named(name, "title");
    t->header -= named(name, "teiHeader");
    t->skip -= is_skipped(name);
    t->text -= named(name, "text");
}

static void on_text(void *user, const xmlChar *at, int len)
{
    struct tei *t = user;
    str text = {(const char *)at, (size_t)len};
    if (t->title && !t->flow.s->title.len) buf_add(&t->heading, text);
    if (t->text && !t->skip) flow_add(&t->flow, text, false, false);
}

bool tei_looks_like(str text)
{
    str head = str_trim(str_sub(text, 0, 4096));
    return str_starts(head, S("<")) && str_has(head, S(TEI_NAMESPACE));
}

int tei_pieces(struct source *s, str text)
{
    struct tei t = {
        .flow = {.s = s, .text = {.arena = s->arena}}, .heading = {.arena = s->arena}};
    xmlSAXHandler handler = {.startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .initialized = XML_SAX2_MAGIC};
    int status = libxml_xml(s, text, &handler, &t, &t.stop);
    if (status) return status;
    flow_flush(&t.flow);
    s->title = fold(s->arena, clean(s->arena, buf_str(&t.heading)));
    return SCM_OK;
}
