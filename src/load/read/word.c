/* Word: the paragraphs, lists and tables of a document (ECMA-376 part 1, 17.3 and 17.4).
 * A tracked insertion is text, a tracked deletion is none. */
#include "load/read/word.h"

#include <string.h>

#include "load/read/archive.h"

bool is_zip(str bytes)
{
    return str_starts(bytes, S("PK\003\004"));
}

/* A paragraph that is open: text boxes stand inside others. */
struct word_paragraph {
    buf text;
    enum word_mark mark;
    int list, level;
};

struct word {
    struct source *s;
    struct word_forms forms;
    VEC(struct word_paragraph) open;
    size_t ignored; /* open elements whose text is deleted, or stands elsewhere too */
    size_t text;    /* open w:t */
    size_t cells;   /* open w:tc */
    buf row;        /* of a table */
    buf unread;     /* where not NULL of arena, all text goes there: footnotes */
    bool stop;
};

static bool is(const char *name, const char *wanted)
{
    return name && strcmp(name, wanted) == 0;
}

/* The text of deletions is no text, and a fallback says once more what stands beside it. */
static bool is_ignored(const char *name, const xmlChar *local)
{
    return is(name, "del") || is(name, "moveFrom") || is(name, "instrText") ||
           is(name, "delText") || (!name && strcmp((const char *)local, "Fallback") == 0);
}

static void add_text(struct word *w, str text)
{
    if (w->ignored) return;
    if (w->unread.arena)
        buf_add(&w->unread, text);
    else if (w->open.len)
        buf_add(&w->open.at[w->open.len - 1].text, text);
}

static void open_paragraph(struct word *w)
{
    vec_push(w->s->arena, &w->open,
        ((struct word_paragraph){.text = {.arena = w->s->arena}, .level = -1}));
}

/* The number that Word shows in front of a paragraph of a list; those below it begin
 * again. */
static int take_number(struct word *w, const struct word_paragraph *p, enum word_mark *mark)
{
    struct word_level *l = word_level(&w->forms, p->list, p->level < 0 ? 0 : p->level);
    if (!l) return 0;
    for (size_t i = 0; i < w->forms.levels.len; i++) {
        struct word_level *below = &w->forms.levels.at[i];
        if (below->list == l->list && below->level > l->level) below->next = 1;
    }
    *mark = l->level == 0 ? l->mark : MARK_BULLET;
    return *mark == MARK_NUMBER ? l->next++ : 0;
}

/* The cells of a row are one block, but for long ones: those lay a page out. */
static void add_cell(struct word *w, str text)
{
    if (w->row.len && text.len) buf_char(&w->row, ' ');
    buf_add(&w->row, text);
}

static void add_block(struct word *w, str text, enum word_mark mark, int number)
{
    static const unsigned FLAGS[] = {[MARK_TITLE] = PIECE_HEADING | PIECE_TITLE,
        [MARK_HEADING] = PIECE_HEADING,
        [MARK_NUMBER] = 0,
        [MARK_BULLET] = PIECE_BULLET};
    w->s->words += count_words(text);
    struct piece *p = add_piece(w->s, text, FLAGS[mark]);
    if (p) p->given = number;
}

static void close_paragraph(struct word *w)
{
    enum { LONGEST_CELL = 200 };
    if (w->open.len == 0) return;
    struct word_paragraph p = w->open.at[--w->open.len];
    enum word_mark mark = p.mark;
    str text = clean(w->s->arena, buf_str(&p.text));
    if (str_trim(text).len == 0) return;
    int number = p.list > 0 ? take_number(w, &p, &mark) : 0;
    if (w->cells && text.len <= LONGEST_CELL)
        add_cell(w, text);
    else
        add_block(w, text, mark, number);
}

static void close_row(struct word *w)
{
    str text = buf_str(&w->row);
    w->s->words += count_words(text);
    add_piece(w->s, str_dup(w->s->arena, text), PIECE_ROW);
    w->row.len = 0;
}

/* The properties of the paragraph that is open. */
static void on_property(struct word *w, const char *name, str value)
{
    struct word_paragraph *p = &w->open.at[w->open.len - 1];
    if (is(name, "pStyle")) {
        const struct word_style *style = word_style(&w->forms, value);
        if (!style) return;
        p->mark = style->mark;
        if (p->list == 0) p->list = style->list, p->level = style->level;
    }
    if (is(name, "numId")) p->list = str_int(value);
    if (is(name, "ilvl")) p->level = str_int(value);
}

static void on_start(void *user, const xmlChar *local, const xmlChar *prefix,
    const xmlChar *uri, int nspaces, const xmlChar **spaces, int count, int defaulted,
    const xmlChar **attributes)
{
    struct word *w = user;
    const char *name = word_element(local, uri);
    (void)prefix, (void)nspaces, (void)spaces, (void)defaulted;
    w->ignored += is_ignored(name, local);
    if (is(name, "p") && !w->ignored) open_paragraph(w);
    w->text += is(name, "t");
    w->cells += is(name, "tc");
    if (is(name, "tab") || is(name, "br") || is(name, "cr")) add_text(w, S(" "));
    if (is(name, "noBreakHyphen")) add_text(w, S("-"));
    if (w->open.len && !w->ignored)
        on_property(w, name, word_attribute(count, attributes, "val"));
}

static void on_end(void *user, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
    struct word *w = user;
    const char *name = word_element(local, uri);
    (void)prefix;
    if (is(name, "p") && !w->ignored && w->unread.arena) buf_char(&w->unread, ' ');
    if (is(name, "p") && !w->ignored) close_paragraph(w);
    w->text -= is(name, "t");
    w->cells -= is(name, "tc");
    if (is(name, "tr")) close_row(w);
    w->ignored -= is_ignored(name, local);
}

static void on_text(void *user, const xmlChar *at, int len)
{
    struct word *w = user;
    if (w->text) add_text(w, (str){(const char *)at, (size_t)len});
}

static int read_part(struct word *w, str xml)
{
    xmlSAXHandler handler = libxml_handler(on_start, on_end, on_text);
    return libxml_xml(w->s, xml, &handler, w, &w->stop);
}

enum { DOCUMENT, STYLES, LISTS, FOOTNOTES, ENDNOTES, TYPE, NMEMBERS };

static int check_members(struct source *s, const struct archive_member *m)
{
    if (str_has(m[TYPE].bytes, S("hwp")))
        return fail(
            s->error, SCM_E_INPUT, "%s: a Hangul file (HWPX): save it as PDF or DOCX", s->name);
    if (m[DOCUMENT].bytes.len == 0)
        return fail(
            s->error, SCM_E_INPUT, "%s: a zip archive that is not a Word file", s->name);
    for (int i = 0; i < NMEMBERS; i++)
        if (utf8_valid(m[i].bytes) < m[i].bytes.len)
            return fail(s->error, SCM_E_INPUT, "%s: the Word file is not UTF-8", s->name);
    return SCM_OK;
}

/* Footnotes are no part of the running text: they are left out, and named. */
static int read_notes(struct word *w, str xml)
{
    if (xml.len == 0) return SCM_OK;
    w->unread = (buf){.arena = w->s->arena};
    int status = read_part(w, xml);
    add_unread(w->s, &w->unread, SCM_REASON_FOOTNOTE);
    return status;
}

int word_pieces(struct source *s, str bytes)
{
    struct archive_member m[NMEMBERS] = {[DOCUMENT] = {.name = "word/document.xml"},
        [STYLES] = {.name = "word/styles.xml"},
        [LISTS] = {.name = "word/numbering.xml"},
        [FOOTNOTES] = {.name = "word/footnotes.xml"},
        [ENDNOTES] = {.name = "word/endnotes.xml"},
        [TYPE] = {.name = "mimetype"}};
    struct word w = {.s = s, .row = {.arena = s->arena}};
    int status = archive_members(s, bytes, m, NMEMBERS);
    if (!status) status = check_members(s, m);
    if (!status) status = word_read_styles(s, &w.forms, m[STYLES].bytes);
    if (!status) status = word_read_lists(s, &w.forms, m[LISTS].bytes);
    if (!status) status = read_part(&w, m[DOCUMENT].bytes);
    if (!status) status = read_notes(&w, m[FOOTNOTES].bytes);
    if (!status) status = read_notes(&w, m[ENDNOTES].bytes);
    return status;
}
