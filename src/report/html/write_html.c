/* HTML for people who would rather look than read: one page that needs nothing
 * else, with headings, landmarks, and places to go to. */
#include "report/html/html.h"

#include <stdlib.h>
#include <string.h>

void html_add(html *h, const char *markup)
{
    sink_add(h->out, str_of(markup));
}

void html_printf(html *h, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (n > 0)
        sink_add(h->out, (str){text, (size_t)n < sizeof text ? (size_t)n : sizeof text - 1});
}

/* What stands for a byte that means something in markup; NULL for all others.
 * Control characters are not allowed on a page. */
static const char *escape(str text, size_t i)
{
    unsigned char c = (unsigned char)text.at[i];
    if (c == '&') return "&amp;";
    if (c == '<') return "&lt;";
    if (c == '>') return "&gt;";
    if (c == '"') return "&quot;";
    if (c == '\'') return "&#39;";
    if (c < 0x20 || c == 0x7F) return " ";
    bool c1 = c == 0xC2 && i + 1 < text.len && (unsigned char)text.at[i + 1] < 0xA0;
    return c1 ? " " : NULL;
}

void html_text(html *h, str text)
{
    size_t from = 0;
    for (size_t i = 0; i < text.len; i++) {
        const char *instead = escape(text, i);
        if (!instead) continue;
        sink_add(h->out, str_sub(text, from, i));
        html_add(h, instead);
        i += (unsigned char)text.at[i] == 0xC2;
        from = i + 1;
    }
    sink_add(h->out, str_sub(text, from, text.len));
}

const char *html_tone(enum tone tone)
{
    static const char *const CLASSES[NTONES] = {
        [TONE_NONE] = "t-none",
        [TONE_SAME] = "t-same",
        [TONE_EDITED] = "t-edited",
        [TONE_MOVED] = "t-moved",
        [TONE_NEW] = "t-new",
        [TONE_GONE] = "t-gone",
        [TONE_UP] = "t-up",
        [TONE_DOWN] = "t-down",
        [TONE_NOTE] = "t-note",
    };
    return CLASSES[tone];
}

/* Anchors as ids: letters that a link would have to escape are replaced. */
static str id_of(arena *a, str anchor)
{
    char *id = arena_alloc(a, anchor.len);
    for (size_t i = 0; i < anchor.len; i++)
        id[i] = is_alnum(anchor.at[i]) || anchor.at[i] == '.' ? anchor.at[i] : '_';
    return (str){id, anchor.len};
}

static int by_id(const void *x, const void *y)
{
    const struct place *a = x, *b = y;
    int order = str_cmp(a->id, b->id);
    return order ? order : a->section < b->section ? -1 : a->section > b->section;
}

/* The first section with an anchor has it. */
static void find_places(html *h)
{
    struct place *all = arena_array(h->arena, h->shown->sections.len, sizeof *all);
    size_t n = 0, kept = 0;
    for (size_t i = 0; i < h->shown->sections.len; i++) {
        const struct section *s = &h->shown->sections.at[i];
        if (s->anchor.len) all[n++] = (struct place){id_of(h->arena, s->anchor), i};
    }
    if (n) qsort(all, n, sizeof *all, by_id);
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || !str_eq(all[i].id, all[kept - 1].id)) all[kept++] = all[i];
    h->places = all;
    h->nplaces = kept;
}

static const struct place *find_place(const html *h, str id)
{
    size_t from = 0, end = h->nplaces;
    while (from < end) {
        size_t middle = from + (end - from) / 2;
        int order = str_cmp(h->places[middle].id, id);
        if (order == 0) return &h->places[middle];
        if (order < 0)
            from = middle + 1;
        else
            end = middle;
    }
    return NULL;
}

bool html_find(const html *h, str anchor, str *id)
{
    *id = id_of(h->arena, anchor);
    return find_place(h, *id) != NULL;
}

bool html_open_link(html *h, const struct section_link *link, const char *attributes)
{
    str id = {0};
    bool here = link->anchor.len && html_find(h, link->anchor, &id);
    if (!here && link->href.len == 0) return false;
    html_add(h, here ? "<a href=\"#" : "<a href=\"");
    html_text(h, here ? id : link->href);
    html_printf(h, "\"%s>", attributes);
    return true;
}

void html_link(html *h, str text, str anchor)
{
    bool there = html_open_link(h, &(struct section_link){text, anchor, {NULL, 0}}, "");
    html_text(h, text);
    if (there) html_add(h, "</a>");
}

/* Parts of the page have a place of their own even without an anchor. */
static void add_id(html *h, const struct section *s)
{
    size_t index = (size_t)(s - h->shown->sections.at);
    str id = id_of(h->arena, s->anchor);
    const struct place *p = find_place(h, id);
    if (p && p->section == index)
        html_printf(h, " id=\"%.*s\"", SCM_STR(id));
    else if (!s->below && s->heading.len)
        html_printf(h, " id=\"part-%zu\"", index);
}

/* A run in its mark; the spaces at its ends stay outside. */
static void marked(html *h, const char *open, str text, const char *close)
{
    str inner = str_trim(text);
    if (inner.len == 0 || inner.at != text.at) html_add(h, " ");
    if (inner.len == 0) return;
    html_add(h, open);
    html_text(h, inner);
    html_add(h, close);
    if (inner.at + inner.len != text.at + text.len) html_add(h, " ");
}

static void titled(html *h, const struct prose_run *run)
{
    html_add(h, run->kind == PROSE_MARK ? "<mark" : "<mark class=\"hint\"");
    html_add(h, " title=\"");
    html_text(h, run->title);
    html_add(h, "\">");
    html_text(h, run->text);
    html_add(h, "</mark>");
}

static void prose_run(html *h, const struct prose_run *run)
{
    switch (run->kind) {
    case PROSE_SAME:
    case PROSE_LEFT:
    case PROSE_RIGHT: html_text(h, run->text); break;
    case PROSE_OLD: marked(h, "<del>", run->text, "</del>"); break;
    case PROSE_NEW: marked(h, "<ins>", run->text, "</ins>"); break;
    case PROSE_FOLD: marked(h, "<span class=\"fold\">", run->text, "</span>"); break;
    case PROSE_PLACE: marked(h, "<span class=\"place\">", run->text, "</span>"); break;
    case PROSE_MARK:
    case PROSE_HINT: titled(h, run); break;
    }
}

void html_prose(html *h, const struct prose_run *runs, size_t nruns)
{
    for (size_t i = 0; i < nruns; i++) prose_run(h, &runs[i]);
}

static void one_text(html *h, const struct section *s)
{
    if (s->nprose == 0) return;
    html_add(h, "<p class=\"text\">");
    html_prose(h, s->prose, s->nprose);
    html_add(h, "</p>\n");
}

/* A place is of the old side. */
static bool is_of_other(const struct prose_run *run, enum prose_kind other)
{
    bool old = run->kind == PROSE_PLACE || run->kind == PROSE_LEFT;
    return run->kind == other || (old && other == PROSE_OLD) ||
           (run->kind == PROSE_RIGHT && other == PROSE_NEW);
}

static bool has_side(const struct section *s, enum prose_kind other)
{
    for (size_t i = 0; i < s->nprose; i++)
        if (!is_of_other(&s->prose[i], other) && s->prose[i].kind != PROSE_PLACE &&
            str_trim(s->prose[i].text).len)
            return true;
    return false;
}

/* One side of a change: what is marked as the other side's is left out. */
static void one_side(html *h, const struct section *s, str head, enum prose_kind other)
{
    enum prose_kind own = other == PROSE_OLD ? PROSE_NEW : PROSE_OLD;
    bool any = has_side(s, other), only = any && !has_side(s, own);
    html_printf(h, "<div class=\"side%s\"><p class=\"side-head\">",
        only  ? " only"
        : any ? ""
              : " none");
    html_text(h, head);
    html_add(h, any ? "</p><p class=\"text\">" : "</p><p class=\"text\">–");
    for (size_t i = 0; any && i < s->nprose; i++)
        if (!is_of_other(&s->prose[i], other)) prose_run(h, &s->prose[i]);
    html_add(h, "</p></div>\n");
}

static void prose_body(html *h, const struct section *s)
{
    if (s->sides[0].len == 0) {
        one_text(h, s);
        return;
    }
    html_add(h, "<div class=\"sides\">\n");
    one_side(h, s, s->sides[0], PROSE_NEW);
    one_side(h, s, s->sides[1], PROSE_OLD);
    html_add(h, "</div>\n");
}

/* Text in parts that are better not broken: "A → B", or "A · B · C" a line each. */
static void in_parts(html *h, str text, str separator, bool keep)
{
    while (str_has(text, separator)) {
        size_t at = str_find(text, separator), next = at + separator.len;
        html_add(h, "<span class=\"part\">");
        html_text(h, str_sub(text, 0, at));
        html_add(h, "</span>");
        html_text(h, keep ? separator : S(" "));
        text = str_sub(text, next, text.len);
    }
    html_add(h, "<span class=\"part\">");
    html_text(h, text);
    html_add(h, "</span>");
}

/* Notes come first and stand out. */
static void facts_body(html *h, const struct table *t)
{
    size_t notes = 0;
    for (size_t row = 0; row < t->nrows; row++) {
        const str *cell = &t->cells[row * t->ncolumns];
        if (!t->tones || t->tones[row] != TONE_NOTE) continue;
        notes++;
        html_add(h, "<p class=\"note\" role=\"note\">");
        for (size_t i = 0; i < t->ncolumns; i++) {
            html_add(h, i + 1 < t->ncolumns ? "<strong>" : "");
            html_text(h, cell[i]);
            html_add(h, i + 1 < t->ncolumns ? "</strong> " : "");
        }
        html_add(h, "</p>\n");
    }
    if (notes == t->nrows) return;
    html_add(h, "<dl>\n");
    for (size_t row = 0; row < t->nrows; row++) {
        const str *cell = &t->cells[row * t->ncolumns];
        if (t->tones && t->tones[row] == TONE_NOTE) continue;
        html_add(h, "<div><dt>");
        html_text(h, t->ncolumns > 1 ? cell[0] : (str){0});
        html_add(h, "</dt><dd>");
        in_parts(h, cell[t->ncolumns - 1], S(" · "), false);
        html_add(h, "</dd></div>\n");
    }
    html_add(h, "</dl>\n");
}

static void heading(html *h, const struct section *s)
{
    const char *level = s->below ? "h3" : "h2";
    if (s->heading.len == 0) return;
    html_printf(h, "%s<%s>", s->folded ? "<summary>" : "<div class=\"head\">", level);
    html_text(h, s->heading);
    html_printf(h, "</%s>", level);
    if (s->aside.len) {
        html_add(h, "<span class=\"aside\">");
        html_text(h, s->aside);
        html_add(h, "</span>");
    }
    html_add(h, s->folded ? "</summary>\n" : "</div>\n");
}

static void links(html *h, const struct section *s)
{
    if (s->link.text.len == 0) return;
    html_add(h, "<p class=\"links\">");
    html_link(h, s->link.text, s->link.anchor);
    html_add(h, "</p>\n");
}

static const char *element(const struct section *s)
{
    if (s->folded && s->heading.len) return "details";
    return s->below ? "article" : "section";
}

static void section_begin(html *h, const struct section *s)
{
    html_printf(h, "<%s class=\"%s\"", element(s), html_tone(s->tone));
    add_id(h, s);
    html_add(h, ">\n");
    heading(h, s);
    links(h, s);
    switch (s->kind) {
    case SECTION_FACTS: facts_body(h, &s->table); break;
    case SECTION_TABLE:
    case SECTION_RECORDS:
    case SECTION_LINES: html_table(h, &s->table, s->heading); break;
    case SECTION_PROSE: prose_body(h, s); break;
    case SECTION_RIVER: html_river(h, s); break;
    case SECTION_SENTENCES: html_sentences(h, s); break;
    case SECTION_MAP: break; /* stands in the margin */
    }
}

static void section_end(html *h, const struct section *s)
{
    html_printf(h, "</%s>\n", element(s));
}

static void sections(html *h)
{
    const struct section *open = NULL;
    for (size_t i = 0; i < h->shown->sections.len; i++) {
        const struct section *s = &h->shown->sections.at[i];
        if (s->kind == SECTION_MAP) continue;
        if (!s->below && open) section_end(h, open);
        section_begin(h, s);
        if (s->below)
            section_end(h, s);
        else
            open = s;
    }
    if (open) section_end(h, open);
}

/* The margin: where to go, and the maps. */
static void margin(html *h)
{
    html_add(h, "<nav aria-label=\"On this page\">\n<ul>\n");
    for (size_t i = 0; i < h->shown->sections.len; i++) {
        const struct section *s = &h->shown->sections.at[i];
        if (s->below || s->heading.len == 0 || s->kind == SECTION_MAP) continue;
        str id;
        if (!html_find(h, s->anchor, &id)) id = str_printf(h->arena, "part-%zu", i);
        html_printf(h, "<li><a href=\"#%.*s\">", SCM_STR(id));
        html_text(h, s->heading);
        html_add(h, "</a></li>\n");
    }
    html_add(h, "</ul>\n");
    for (size_t i = 0; i < h->shown->sections.len; i++)
        if (h->shown->sections.at[i].kind == SECTION_MAP)
            html_map(h, &h->shown->sections.at[i]);
    html_add(h, "</nav>\n");
}

/* Where else to go in the site. */
static void site_links(html *h)
{
    const scm_site *site = h->shown->site;
    if (!site || site->nlinks == 0) return;
    html_add(h, "<ul class=\"pages\">\n");
    for (size_t i = 0; i < site->nlinks; i++) {
        struct section_link link = {.href = site->links[i].href};
        html_add(h, "<li>");
        bool there = html_open_link(h, &link, "");
        html_text(h, site->links[i].text);
        html_add(h, there ? "</a></li>\n" : "</li>\n");
    }
    html_add(h, "</ul>\n");
}

static str page_title(const html *h)
{
    return h->shown->title.len ? h->shown->title : S("scmtool");
}

/* Nothing on the page may reach for the network. */
static void head(html *h)
{
    html_add(h, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
                "<meta name=\"color-scheme\" content=\"light dark\">\n");
    html_printf(h, "<meta name=\"generator\" content=\"scmtool %s\">\n<title>", scm_version());
    html_text(h, page_title(h));
    html_add(h, "</title>\n<style>\n");
    html_style(h);
    html_add(h, "</style>\n</head>\n");
}

void write_html(sink *out, const scm_report *report, const scm_write_options *options)
{
    html h = {.out = out, .arena = arena_new()};
    builder b = report_sections(report, true, h.arena);
    h.shown = &b;
    (void)options;
    find_places(&h);
    head(&h);
    html_add(
        &h, "<body>\n<a class=\"skip\" href=\"#main\">Skip to the text</a>\n<header>\n<h1>");
    in_parts(&h, page_title(&h), S(" → "), true);
    html_add(&h, "</h1>\n");
    if (b.subtitle.len) {
        html_add(&h, "<p class=\"subtitle\">");
        html_text(&h, b.subtitle);
        html_add(&h, "</p>\n");
    }
    site_links(&h);
    html_add(&h, "</header>\n");
    margin(&h);
    html_add(&h, "<main id=\"main\">\n");
    sections(&h);
    html_printf(&h,
        "</main>\n<footer>\n<p>Made by scmtool %s</p>\n</footer>\n</body>\n</html>\n",
        scm_version());
    arena_free(h.arena);
}
