/* The header of TEI P5 (Guidelines, chapter 2): what the text says of itself,
 * and what was done to it. */
#include "report/xml/tei.h"

#include "report/model/build.h"

static void paragraph(xml *x, const char *element, str text)
{
    xml_start_line(x, element);
    xml_element(x, "p", text);
    xml_end(x);
}

/* The meeting in words, each datum in an element or attribute of its own. */
static void meeting(xml *x, arena *a, const scm_text *t)
{
    if (t->meeting.len == 0) return;
    xml_start_line(x, "meeting");
    if (t->series.len) xml_attribute(x, "key", t->series);
    xml_attribute(x, "n", t->meeting);
    xml_text(x, ordinal_str(a, str_int(t->meeting)));
    if (t->series.len) xml_text(x, S(" "));
    xml_text(x, t->series_title);
    if (t->date.len) {
        xml_text(x, S(", "));
        xml_start(x, "date");
        xml_attribute(x, "when", t->date);
        xml_text(x, date_words(a, t->date));
        xml_end(x);
    }
    if (t->venue.len) {
        xml_text(x, S(", "));
        xml_element(x, "placeName", t->venue);
    }
    xml_end(x);
}

/* TEI wants a title; one that stands in for it is marked as no title. */
static void title_statement(xml *x, const scm_text *t)
{
    xml_start_line(x, "titleStmt");
    xml_start_line(x, "title");
    if (t->title.len == 0) xml_attribute(x, "type", S("desc"));
    xml_text(x, t->title.len ? t->title : t->id);
    xml_end(x);
    xml_end_line(x);
}

static void source(xml *x, arena *a, const scm_text *t)
{
    xml_start_line(x, "sourceDesc");
    xml_start_line(x, "bibl");
    xml_element_line(x, "idno", t->id);
    meeting(x, a, t);
    if (t->published.len) {
        xml_start_line(x, "date");
        xml_attribute(x, "type", S("published"));
        xml_attribute(x, "when", t->published);
        xml_text(x, date_words(a, t->published));
        xml_end(x);
    }
    xml_end_line(x);
    xml_end_line(x);
}

static void file(xml *x, arena *a, const scm_text *t)
{
    xml_start_line(x, "fileDesc");
    title_statement(x, t);
    paragraph(x, "publicationStmt", S("Made by scmtool out of the source named below."));
    if (t->note.len) {
        xml_start_line(x, "notesStmt");
        xml_start(x, "note");
        xml_attribute(x, "type", S("wording"));
        xml_text(x, t->note);
        xml_end(x);
        xml_end(x);
    }
    source(x, a, t);
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

static void editorial(xml *x, arena *a, const scm_text *t)
{
    xml_start_line(x, "editorialDecl");
    paragraph(x, "normalization",
        str_printf(a,
            "Converted from %.*s to UTF-8 in Unicode normalization form C; white space is one "
            "space; format characters are gone, ligatures spelt out, ordinals torn off their "
            "suffix joined.",
            (int)t->encoding.len, t->encoding.at));
    xml_start_line(x, "quotation");
    xml_attribute(x, "marks", S("all"));
    xml_element(x, "p", S("Quotation marks stand as they are."));
    xml_end(x);
    xml_start_line(x, "hyphenation");
    xml_attribute(x, "eol", S("hard"));
    xml_element(x, "p", S("Words that the end of a line divided are joined."));
    xml_end(x);
    paragraph(x, "segmentation",
        S("A p is a paragraph or bullet. Its n is the number that it opens with, 7, or 7.2 for "
          "the first block without a number behind paragraph 7; without numbers blocks count "
          "from 1. The number is not part of the text. A div is what stands under one heading. "
          "Furniture of the page is left out."));
    if (t->marked)
        paragraph(x, "interpretation",
            S("Names were marked by rules and tables, unseen by an editor. key is the id, n "
              "the "
              "ordinal or edition, ref of a role the person it stands for. A date has when, or "
              "dur or dur-iso for a stretch of time; what none of them can hold is in "
              "when-custom, a TIMEX3 value. A term that crosses a name is not marked."));
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

/* The people come by id; of two that would have one xml:id the second has none. */
static void people(xml *x, arena *a, const scm_table *t)
{
    str last = {0};
    if (t->nrows == 0) return;
    xml_start_line(x, "profileDesc");
    xml_start_line(x, "particDesc");
    xml_start_line(x, "listPerson");
    for (size_t i = 0; i < t->nrows; i++) {
        str id = t->cells[i * t->ncolumns], place = tei_person(a, id);
        xml_start_line(x, "person");
        if (!str_eq(place, last)) xml_attribute(x, "xml:id", place);
        xml_start(x, "persName");
        xml_attribute(x, "key", id);
        xml_text(x, t->cells[i * t->ncolumns + 1]);
        xml_end(x);
        xml_end(x);
        last = place;
    }
    for (int i = 0; i < 3; i++) xml_end_line(x);
}

void tei_header(xml *x, arena *a, const scm_text *t)
{
    xml_start_line(x, "teiHeader");
    file(x, a, t);
    xml_start_line(x, "encodingDesc");
    application(x);
    editorial(x, a, t);
    xml_end_line(x);
    people(x, a, &t->people);
    xml_end_line(x);
}
