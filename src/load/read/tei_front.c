/* The header of a TEI document (Guidelines, chapter 2), as far as it tells title,
 * note, meeting and dates. */
#include "load/read/tei_front.h"

#include <string.h>

#include "base/calendar.h"

static bool named(const xmlChar *name, const char *as)
{
    return strcmp((const char *)name, as) == 0;
}

str tei_attribute(int count, const xmlChar **attributes, const char *name)
{
    for (int i = 0; i < count; i++) {
        const char *const *a = (const char *const *)(const void *)(attributes + 5 * i);
        if (strcmp(a[0], name) == 0 && a[1] == NULL) return (str){a[3], (size_t)(a[4] - a[3])};
    }
    return (str){0};
}

/* The text up to the end of this element goes into `into`, unless that has one. */
static void gather(struct tei_header *h, buf *into, const xmlChar *name)
{
    if (h->into || into->len) return;
    h->into = into;
    h->until = name;
}

static void read_date(struct tei_header *h, str *out, str when)
{
    date d;
    if (out->len == 0 && date_parse_iso(when, &d)) *out = date_iso(h->arena, d);
}

static void start_in_meeting(
    struct tei_header *h, const xmlChar *name, int count, const xmlChar **attributes)
{
    if (named(name, "placeName")) gather(h, &h->venue, name);
    if (named(name, "date")) read_date(h, &h->date, tei_attribute(count, attributes, "when"));
}

void tei_header_start(
    struct tei_header *h, const xmlChar *name, int count, const xmlChar **attributes)
{
    str type = tei_attribute(count, attributes, "type");
    h->open += named(name, "teiHeader");
    h->title_statement += named(name, "titleStmt");
    if (named(name, "meeting") && h->meeting_open++ == 0 && !h->meeting) {
        int n = str_int(tei_attribute(count, attributes, "n"));
        h->meeting = n > 0 ? n : 0;
    }
    if (h->meeting_open) start_in_meeting(h, name, count, attributes);
    if (named(name, "title") && h->title_statement && !str_eq(type, S("desc")))
        gather(h, &h->title, name);
    if (named(name, "note") && str_eq(type, S("wording"))) gather(h, &h->note, name);
    if (named(name, "date") && str_eq(type, S("published")))
        read_date(h, &h->published, tei_attribute(count, attributes, "when"));
    if (named(name, "application"))
        h->ours |= str_eq(tei_attribute(count, attributes, "ident"), S("scmtool"));
}

void tei_header_end(struct tei_header *h, const xmlChar *name)
{
    if (h->into && strcmp((const char *)h->until, (const char *)name) == 0) h->into = NULL;
    h->title_statement -= named(name, "titleStmt");
    h->meeting_open -= named(name, "meeting");
    h->open -= named(name, "teiHeader");
}

void tei_header_text(struct tei_header *h, str text)
{
    if (h->into) buf_add(h->into, text);
}
