/* TEI P5: the running text, its mentions as elements.
 *
 * Elements nest where mentions do not cross.  Names never cross names, so only
 * terms are ever left out: those that cross a name or an earlier term. */
#include "report/model/write.h"

#include "base/calendar.h"
#include "report/xml/tei.h"

struct tei_writer {
    xml *xml;
    arena *arena;
    const scm_document *document;
    const scm_mention *next, *end; /* of the mentions: those of the blocks to come */
    VEC(const scm_mention *) open;
};

/* P70Y and PT6H are durations of XML Schema; P2W is one of ISO 8601 only. */
static const char *duration_attribute(str value)
{
    size_t at = str_starts(value, S("PT")) ? 2 : str_starts(value, S("P")) ? 1 : 0;
    size_t digits = at;
    while (digits < value.len && is_digit(value.at[digits])) digits++;
    if (at == 0 || digits == at || digits + 1 != value.len) return NULL;
    char unit = value.at[digits];
    if (at == 1 && unit == 'W') return "dur-iso";
    str units = at == 2 ? S("HMS") : S("YMD");
    return str_find_char(units, unit) < units.len ? "dur" : NULL;
}

static void date_attributes(xml *x, const scm_mention *m)
{
    date d;
    const char *name = duration_attribute(m->value);
    if (!name) name = date_parse_iso(m->value, &d) && d.year > 0 ? "when" : "when-custom";
    xml_attribute(x, name, m->value);
}

/* "#austin-lloyd #shin-won-sik" */
static str person_refs(arena *a, str value)
{
    buf b = {.arena = a};
    for (str id; str_cut(&value, ',', &id);) {
        if (b.len) buf_char(&b, ' ');
        buf_char(&b, '#');
        buf_add(&b, tei_person(a, id));
    }
    return buf_str(&b);
}

static void start_mark(struct tei_writer *t, const scm_mention *m)
{
    xml_start(t->xml, scm_type_describe(m->type).element);
    xml_attribute(t->xml, "type", str_of(scm_type_describe(m->type).element_type));
    if (m->type == SCM_DATE) {
        date_attributes(t->xml, m);
        return;
    }
    xml_attribute(t->xml, "key", m->id);
    if (m->type == SCM_ROLE)
        xml_attribute(t->xml, "ref", person_refs(t->arena, m->value));
    else
        xml_attribute(t->xml, "n", m->value);
}

/* Whether a term starts or ends inside a name; `before` is the last name that
 * starts before it, or NULL. */
static bool crosses(const scm_mention *term, const scm_mention *end, const scm_mention *before)
{
    if (before && before->start < term->start && before->end > term->start &&
        before->end < term->end)
        return true;
    for (const scm_mention *m = term + 1; m < end && m->start < term->end; m++)
        if (m->type != SCM_TERM && m->end > term->end) return true;
    return false;
}

/* Writes the text up to `to`, ending the elements that end there or before. */
static size_t write_to(struct tei_writer *t, size_t from, size_t to)
{
    str text = t->document->text;
    while (t->open.len && t->open.at[t->open.len - 1]->end <= to) {
        const scm_mention *m = t->open.at[--t->open.len];
        xml_text(t->xml, str_sub(text, from, m->end));
        xml_end(t->xml);
        from = m->end;
    }
    xml_text(t->xml, str_sub(text, from, to));
    return to;
}

/* The block's text with the mentions from `m` to `end` as elements. */
static void marked_text(
    struct tei_writer *t, str block, const scm_mention *m, const scm_mention *end)
{
    const scm_mention *name = NULL;
    size_t at = (size_t)(block.at - t->document->text.at), to = at + block.len;
    for (; m < end; m++) {
        bool term = m->type == SCM_TERM;
        if (!term || !crosses(m, end, name)) {
            at = write_to(t, at, m->start);
            bool fits = t->open.len == 0 || t->open.at[t->open.len - 1]->end >= m->end;
            if (fits) vec_push(t->arena, &t->open, m);
            if (fits) start_mark(t, m);
        }
        if (!term) name = m;
    }
    write_to(t, at, to);
}

static void paragraph(struct tei_writer *t, uint32_t block)
{
    const scm_mention *from = t->next;
    while (t->next < t->end && t->next->block == block) t->next++;
    xml_start_line(t->xml, "p");
    xml_attribute(t->xml, "n", t->document->blocks[block].label);
    marked_text(t, t->document->blocks[block].text, from, t->next);
    xml_end(t->xml);
}

/* A new heading begins a division; what stands in front of all has none. */
static void body(struct tei_writer *t)
{
    str section = {0};
    bool divided = false;
    for (uint32_t i = 0; i < t->document->nblocks; i++) {
        str heading = t->document->blocks[i].section;
        if (!str_eq(heading, section)) {
            if (divided) xml_end_line(t->xml);
            xml_start_line(t->xml, "div");
            if (heading.len) xml_element_line(t->xml, "head", heading);
            section = heading;
            divided = true;
        }
        paragraph(t, i);
    }
    if (divided) xml_end_line(t->xml);
}

/* TEI's attribute takes one word: "fact-sheet".  Nothing is said of a text of no
 * known kind. */
static str type_of(arena *a, enum scm_kind kind)
{
    buf b = {.arena = a};
    if (kind == SCM_KIND_UNKNOWN) return (str){0};
    for (const char *name = scm_kind_name(kind); *name; name++)
        buf_char(&b, *name == ' ' ? '-' : *name);
    return buf_str(&b);
}

void write_tei(sink *out, const scm_report *report, const scm_write_options *options)
{
    const scm_annotations *marks = report->marked ? report->annotations : NULL;
    struct tei_writer t = {.xml = xml_open(out), .document = report->document};
    (void)options;
    if (!t.xml) return;
    t.arena = arena_new();
    t.next = marks ? marks->mentions : NULL;
    t.end = marks ? marks->mentions + marks->nmentions : NULL;
    xml_start(t.xml, "TEI");
    xml_attribute(t.xml, "xmlns", S("http://www.tei-c.org/ns/1.0"));
    tei_header(t.xml, t.arena, report);
    xml_start_line(t.xml, "text");
    xml_attribute(t.xml, "type", type_of(t.arena, t.document->kind));
    xml_start_line(t.xml, "body");
    body(&t);
    for (int i = 0; i < 3; i++) xml_end_line(t.xml);
    xml_close(t.xml);
    arena_free(t.arena);
}
