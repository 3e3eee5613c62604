/* The styles and lists of a Word file (ECMA-376 part 1, 17.7 and 17.9). */
#include "load/read/word.h"

#include <string.h>

const char *word_element(const xmlChar *name, const xmlChar *uri)
{
    return uri && strstr((const char *)uri, "wordprocessingml") ? (const char *)name : NULL;
}

str word_attribute(int count, const xmlChar **attributes, const char *name)
{
    for (int i = 0; i < count; i++) {
        const char *const *a = (const char *const *)(const void *)(attributes + 5 * i);
        if (strcmp(a[0], name) == 0) return (str){a[3], (size_t)(a[4] - a[3])};
    }
    return (str){0};
}

const struct word_style *word_style(const struct word_forms *f, str id)
{
    for (size_t i = 0; i < f->styles.len; i++)
        if (str_eq(f->styles.at[i].id, id)) return &f->styles.at[i];
    return NULL;
}

struct word_level *word_level(struct word_forms *f, int list, int level)
{
    for (size_t i = 0; i < f->levels.len; i++)
        if (f->levels.at[i].list == list && f->levels.at[i].level == level)
            return &f->levels.at[i];
    return NULL;
}

/* A parse of styles.xml or numbering.xml. */
struct forms_reader {
    struct source *s;
    struct word_forms *forms;
    VEC(struct word_level) abstract; /* levels by abstract list */
    int list, base;                  /* the list that is open: abstract, or one of these */
    bool stop;
};

static bool is(const char *name, const char *wanted)
{
    return name && strcmp(name, wanted) == 0;
}

/* Built-in styles have English names in every language of Word. */
static enum word_mark mark_of_style(str name)
{
    if (str_eq_nocase(name, S("title"))) return MARK_TITLE;
    return str_starts_nocase(name, S("heading ")) ? MARK_HEADING : MARK_NONE;
}

static void on_style(void *user, const xmlChar *local, const xmlChar *prefix,
    const xmlChar *uri, int nspaces, const xmlChar **spaces, int count, int defaulted,
    const xmlChar **attributes)
{
    struct forms_reader *r = user;
    const char *name = word_element(local, uri);
    str value = word_attribute(count, attributes, "val");
    (void)prefix, (void)nspaces, (void)spaces, (void)defaulted;
    if (is(name, "style")) {
        str id = str_dup(r->s->arena, word_attribute(count, attributes, "styleId"));
        vec_push(r->s->arena, &r->forms->styles, ((struct word_style){.id = id}));
    }
    if (r->forms->styles.len == 0) return;
    struct word_style *style = &r->forms->styles.at[r->forms->styles.len - 1];
    if (is(name, "name")) style->mark = mark_of_style(value);
    if (is(name, "numId")) style->list = str_int(value);
    if (is(name, "ilvl")) style->level = str_int(value);
}

/* A list takes the levels of its abstract list over. */
static void copy_levels(struct forms_reader *r, int from)
{
    for (size_t i = 0; i < r->abstract.len; i++) {
        struct word_level level = r->abstract.at[i];
        if (level.list != from) continue;
        level.list = r->list;
        vec_push(r->s->arena, &r->forms->levels, level);
    }
}

static void on_list(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
    int nspaces, const xmlChar **spaces, int count, int defaulted, const xmlChar **attributes)
{
    struct forms_reader *r = user;
    const char *name = word_element(local, uri);
    str value = word_attribute(count, attributes, "val");
    (void)prefix, (void)nspaces, (void)spaces, (void)defaulted;
    struct word_level *last = r->abstract.len ? &r->abstract.at[r->abstract.len - 1] : NULL;
    if (is(name, "abstractNum"))
        r->list = str_int(word_attribute(count, attributes, "abstractNumId"));
    if (is(name, "lvl") && r->base == 0)
        vec_push(r->s->arena, &r->abstract,
            ((struct word_level){
                r->list, str_int(word_attribute(count, attributes, "ilvl")), MARK_NUMBER, 1}));
    if (is(name, "start") && last && r->base == 0) last->next = str_int(value);
    if (is(name, "numFmt") && last && r->base == 0)
        last->mark = str_eq(value, S("decimal")) ? MARK_NUMBER : MARK_BULLET;
    if (is(name, "num")) {
        r->list = str_int(word_attribute(count, attributes, "numId"));
        r->base = 1;
    }
    if (is(name, "abstractNumId")) copy_levels(r, str_int(value));
    if (is(name, "startOverride") && r->forms->levels.len)
        for (size_t i = r->forms->levels.len; i-- > 0;)
            if (r->forms->levels.at[i].list == r->list && r->forms->levels.at[i].level == 0)
                r->forms->levels.at[i].next = str_int(value);
}

static int read_forms(
    struct source *s, struct word_forms *f, str xml, startElementNsSAX2Func on_start)
{
    struct forms_reader r = {.s = s, .forms = f};
    xmlSAXHandler handler = libxml_handler(on_start, NULL, NULL);
    return xml.len ? libxml_xml(s, xml, &handler, &r, &r.stop) : SCM_OK;
}

int word_read_styles(struct source *s, struct word_forms *f, str xml)
{
    return read_forms(s, f, xml, on_style);
}

int word_read_lists(struct source *s, struct word_forms *f, str xml)
{
    return read_forms(s, f, xml, on_list);
}
