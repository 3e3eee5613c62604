/* libxml2 for reading.  Only its push parsers are used, with a SAX
 * handler of our own: no tree, no depth limit but ours, no network, no
 * entities but the predefined ones. */
#include "load/read/sax.h"

#include "base/libxml.h"

/* In pieces, so that the parser does not move a large rest again and again. */
enum { CHUNK = 32 * 1024 };
/* What the parsers do more than once for each byte, and how much of it is borne. */
enum { MANY_ATTRIBUTES = 200, MANY_NAMESPACES = 200, MOST_STEPS = 400000000 };

struct libxml {
    void *handle;
    __typeof__(&htmlCreatePushParserCtxt) html_new;
    __typeof__(&htmlCtxtUseOptions) html_options;
    __typeof__(&htmlParseChunk) html_parse;
    __typeof__(&htmlFreeParserCtxt) html_free;
    __typeof__(&xmlCreatePushParserCtxt) xml_new;
    __typeof__(&xmlCtxtUseOptions) xml_options;
    __typeof__(&xmlParseChunk) xml_parse;
    __typeof__(&xmlFreeParserCtxt) xml_free;
    __typeof__(&xmlFreeDoc) doc_free;
};

/* What the two parsers have in common. */
struct feed {
    struct source *s;
    xmlParserCtxtPtr context;
    int (*parse)(xmlParserCtxtPtr, const char *, int, int);
    const bool *stop;
};

static int open_libxml(struct libxml *x, struct source *s)
{
    void *h = x->handle = libxml_open();
    bool ok = h && library_find(h, &x->html_new, "htmlCreatePushParserCtxt") &&
              library_find(h, &x->html_options, "htmlCtxtUseOptions") &&
              library_find(h, &x->html_parse, "htmlParseChunk") &&
              library_find(h, &x->html_free, "htmlFreeParserCtxt") &&
              library_find(h, &x->xml_new, "xmlCreatePushParserCtxt") &&
              library_find(h, &x->xml_options, "xmlCtxtUseOptions") &&
              library_find(h, &x->xml_parse, "xmlParseChunk") &&
              library_find(h, &x->xml_free, "xmlFreeParserCtxt") &&
              library_find(h, &x->doc_free, "xmlFreeDoc");
    if (ok) return SCM_OK;
    library_close(h);
    return fail(s->error, SCM_E_IO, "%s: markup needs %s", s->name, libxml_name());
}

/* The XML parser looks for the namespace of every tag among all that are in scope, each of
 * which takes two places of its table. */
static bool too_many_namespaces(const struct feed *f)
{
    return f->context->nsNr > 2 * MANY_NAMESPACES;
}

static bool goes_on(const struct feed *f)
{
    return !f->context->disableSAX && !*f->stop && !too_many_namespaces(f);
}

/* Steps behind the next '<'; false where there is none. */
static bool next_bracket(str s, size_t *at)
{
    *at += str_find_char(str_sub(s, *at, s.len), '<');
    return (*at)++ < s.len;
}

/* Attributes of the tag that starts at `at`, counted by their equals signs;
 * *end is where it ends. */
static unsigned long count_attributes(str s, size_t at, size_t *end)
{
    unsigned long count = 0;
    char quote = 0;
    for (; at < s.len; at++) {
        char c = s.at[at];
        if (quote) {
            if (c == quote) quote = 0;
        } else if (c == '>' || c == '<') {
            break;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else {
            count += c == '=' || is_space(c);
        }
    }
    *end = at;
    return count;
}

/* The parser compares every attribute of a tag with every other. */
static bool too_many_attributes(str s)
{
    unsigned long steps = 0;
    size_t at = 0;
    while (steps <= MOST_STEPS && next_bracket(s, &at)) {
        unsigned long n = 0;
        if (at < s.len && is_alpha(s.at[at])) n = count_attributes(s, at, &at);
        if (n > MANY_ATTRIBUTES) steps += n * n;
    }
    return steps > MOST_STEPS;
}

static bool begins_tag(char c)
{
    return is_alpha(c) || c == '/' || c == '!' || c == '?';
}

/* The HTML parser looks for the end of every tag, however far that is. */
static bool too_many_open_tags(str s)
{
    unsigned long steps = 0;
    size_t at = 0, end = 0;
    while (steps <= MOST_STEPS && next_bracket(s, &at)) {
        if (at == s.len || !begins_tag(s.at[at])) continue;
        if (end < at) end = at + str_find_char(str_sub(s, at, s.len), '>');
        steps += end - at;
    }
    return steps > MOST_STEPS;
}

static int too_many(const struct source *s, const char *what)
{
    return fail(s->error, SCM_E_LIMIT, "%s: too many %s", s->name, what);
}

static void feed(const struct feed *f, str text)
{
    for (size_t at = 0; at < text.len && goes_on(f); at += CHUNK) {
        str part = str_sub(text, at, at + CHUNK);
        f->parse(f->context, part.at, (int)part.len, 0);
    }
}

/* Where the end tag at `at` ends; where it never does, that is where the next tag begins. */
static size_t end_of_tag(str text, size_t at)
{
    do at++;
    while (at < text.len && text.at[at] != '<' && text.at[at] != '>');
    return at < text.len && text.at[at] == '>' ? at + 1 : at;
}

/* The HTML parser drops whatever stands behind "</html>", and pages do have
 * text there, so it never sees that tag, but one
 * that ends the blocks that are open. */
static void feed_without_end(const struct feed *f, str text)
{
    static const str END = {"</html", 6};
    size_t from = 0;
    for (size_t at = 0; (at += str_find(str_sub(text, at, text.len), S("</"))) < text.len;) {
        if (!str_starts_nocase(str_sub(text, at, text.len), END)) {
            at++;
            continue;
        }
        feed(f, str_sub(text, from, at));
        feed(f, S("</body>"));
        from = at = end_of_tag(text, at);
    }
    feed(f, str_sub(text, from, text.len));
}

static void finish(const struct feed *f, str end)
{
    if (goes_on(f)) f->parse(f->context, end.at, (int)end.len, 0);
    if (goes_on(f)) f->parse(f->context, NULL, 0, 1);
}

static int broken(const struct feed *f)
{
    if (libxml_starved()) return no_memory(f->s->error);
    return fail(f->s->error, SCM_E_INPUT, "%s: line %d: the markup cannot be read further",
        f->s->name, f->context->input ? f->context->input->line : 0);
}

int libxml_html(
    struct source *s, str text, htmlSAXHandler *handler, void *user, const bool *stop)
{
    struct libxml x;
    if (too_many_attributes(text)) return too_many(s, "attributes in a tag");
    if (too_many_open_tags(text)) return too_many(s, "tags that do not end");
    int status = open_libxml(&x, s);
    if (status) return status;
    htmlParserCtxtPtr c = x.html_new(handler, user, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (c) {
        struct feed f = {s, c, x.html_parse, stop};
        x.html_options(c, HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NODEFDTD);
        feed_without_end(&f, text);
        finish(&f, S("\n<" LIBXML_END ">\n"));
        if (c->disableSAX || libxml_starved()) status = broken(&f);
        if (c->myDoc) x.doc_free(c->myDoc);
        x.html_free(c);
    }
    library_close(x.handle);
    return c ? status : no_memory(s->error);
}

int libxml_xml(struct source *s, str text, xmlSAXHandler *handler, void *user, const bool *stop)
{
    struct libxml x;
    if (too_many_attributes(text)) return too_many(s, "attributes in a tag");
    int status = open_libxml(&x, s);
    if (status) return status;
    xmlParserCtxtPtr c = x.xml_new(handler, user, NULL, 0, NULL);
    if (c) {
        struct feed f = {s, c, x.xml_parse, stop};
        x.xml_options(c, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
        feed(&f, text);
        finish(&f, S("\n"));
        if ((!c->wellFormed && !*stop) || libxml_starved()) status = broken(&f);
        if (too_many_namespaces(&f)) status = too_many(s, "namespaces in scope");
        if (c->myDoc) x.doc_free(c->myDoc); /* holds an internal subset */
        x.xml_free(c);
    }
    library_close(x.handle);
    return c ? status : no_memory(s->error);
}
