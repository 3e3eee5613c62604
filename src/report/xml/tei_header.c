/* The header of TEI P5 (Guidelines, chapter 2): what the text says of itself,
 * and what was done to it. */
#include "report/xml/tei.h"

static void paragraph(xml *x, const char *element, str text)
{
    xml_start_line(x, element);
    xml_element(x, "p", text);
    xml_end(x);
}

/* The meeting, date and venue as the annotations have them, else as the source states them. */
struct held {
    int meeting;
    str date, venue;
    scm_series series;
};

static struct held held(const scm_report *report)
{
    const scm_document *d = report->document;
    const scm_annotations *n = report->annotations;
    if (!n) return (struct held){.meeting = d->meeting, .date = d->date, .venue = d->venue};
    struct held h = {.meeting = n->meeting, .date = n->date, .venue = n->venue};
    scm_authority_find_series(n->authority, n->series, &h.series);
    return h;
}

static void dated(xml *x, arena *a, str date)
{
    xml_attribute(x, "when", date);
    xml_text(x, date_words(a, date));
    xml_end(x);
}

/* The meeting in words, each datum in an element or attribute of its own. */
static void meeting(xml *x, arena *a, const struct held *h)
{
    if (h->meeting == 0) return;
    xml_start_line(x, "meeting");
    xml_attribute(x, "key", h->series.id);
    xml_attribute(x, "n", number_str(a, (size_t)h->meeting));
    xml_text(x, ordinal_str(a, h->meeting));
    if (h->series.id.len) xml_text(x, S(" "));
    xml_text(x, h->series.title);
    if (h->date.len) {
        xml_text(x, S(", "));
        xml_start(x, "date");
        dated(x, a, h->date);
    }
    if (h->venue.len) {
        xml_text(x, S(", "));
        xml_element(x, "placeName", h->venue);
    }
    xml_end(x);
}

/* TEI wants a title; one that stands in for it is marked as no title. */
static void title_statement(xml *x, const scm_document *d)
{
    xml_start_line(x, "titleStmt");
    xml_start_line(x, "title");
    if (d->title.len == 0) xml_attribute(x, "type", S("desc"));
    xml_text(x, d->title.len ? d->title : d->id);
    xml_end(x);
    xml_end_line(x);
}

static void source(xml *x, arena *a, const scm_report *report)
{
    const scm_document *d = report->document;
    const struct held h = held(report);
    xml_start_line(x, "sourceDesc");
    xml_start_line(x, "bibl");
    xml_element_line(x, "idno", d->id);
    meeting(x, a, &h);
    if (d->published.len) {
        xml_start_line(x, "date");
        xml_attribute(x, "type", S("published"));
        dated(x, a, d->published);
    }
    xml_end_line(x);
    xml_end_line(x);
}

static void file(xml *x, arena *a, const scm_report *report)
{
    const scm_document *d = report->document;
    xml_start_line(x, "fileDesc");
    title_statement(x, d);
    paragraph(x, "publicationStmt", S("Made by scmtool from the source named below."));
    if (d->note.len) {
        xml_start_line(x, "notesStmt");
        xml_start(x, "note");
        xml_attribute(x, "type", S("wording"));
        xml_text(x, d->note);
        xml_end(x);
        xml_end(x);
    }
    source(x, a, report);
    xml_end_line(x);
}

static void application(xml *x)
{
    xml_start_line(x, "appInfo");
    xml_start(x, "application");
    xml_attribute(x, "ident", S("scmtool"));
    xml_attribute(x, "version", str_of(scm_version()));
    xml_element(x, "label", S("scmtool"));
    xml_end(x);
    xml_end(x);
}

static void editorial(xml *x, arena *a, const scm_report *report)
{
    xml_start_line(x, "editorialDecl");
    paragraph(x, "normalization",
        str_printf(a,
            "Converted from %.*s to UTF-8 in Unicode normalization form C; white space is one "
            "space; format characters are removed, ligatures are spelled out, and ordinals are "
            "rejoined with their suffixes.",
            (int)strlen(report->document->encoding), report->document->encoding));
    xml_start_line(x, "quotation");
    xml_attribute(x, "marks", S("all"));
    xml_element(x, "p", S("Quotation marks are kept as they are."));
    xml_end(x);
    xml_start_line(x, "hyphenation");
    xml_attribute(x, "eol", S("hard"));
    xml_element(x, "p", S("Words divided at the end of a line are rejoined."));
    xml_end(x);
    paragraph(x, "segmentation",
        S("A p is a paragraph or bullet. Its n is the number with which it begins, such "
          "as 7, or 7.2 for the first unnumbered block after paragraph 7; without "
          "numbers, blocks are counted from 1. The number is not part of the text. A "
          "div is the text under one heading. Page furniture is left out."));
    if (report->marked)
        paragraph(x, "interpretation",
            S("Names were marked by rules and tables and not checked by an editor. key "
              "is the id, n the ordinal or edition, and ref of a role the person meant. "
              "A date has when, or dur or dur-iso for a period of time; a value that "
              "none of them can express is in when-custom, a TIMEX3 value. A term that "
              "overlaps a name partly is not marked."));
    xml_end_line(x);
}

str tei_person(arena *a, str id)
{
    buf b = {.arena = a};
    if (id.len == 0 || !is_alpha(id.at[0])) buf_char(&b, '_');
    for (size_t i = 0; i < id.len; i++)
        buf_char(&b, is_alnum(id.at[i]) || id.at[i] == '-' ? id.at[i] : '_');
    return buf_str(&b);
}

void tei_header(xml *x, arena *a, const scm_report *report)
{
    xml_start_line(x, "teiHeader");
    file(x, a, report);
    xml_start_line(x, "encodingDesc");
    application(x);
    editorial(x, a, report);
    xml_end_line(x);
    if (report->marked) tei_people(x, a, report->annotations);
    xml_end_line(x);
}
