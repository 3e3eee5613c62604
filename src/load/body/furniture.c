/* Furniture: what is the body and what is the page around it.
 *
 * The run of numbers is found first, and no sign of furniture cuts it; it ends with the
 * paragraph of thanks and the next meeting.  In a page of a site any other text goes from
 * its first sentence to its last or to the end of a list.  What does not show that it is
 * a page, and what has no sign of furniture, stays. */
#include "load/body/signs.h"

#include "base/boilerplate.h"
#include "load/body/prose.h"
#include "load/body/sections.h"

/* Why a piece that holds the phrase is left out. */
static enum scm_reason furniture_reason(const struct language *l, const struct phrase *p)
{
    str value = language_str(l, p->value);
    for (int r = 0; r < SCM_NREASONS; r++)
        if (str_eq(value, str_of(scm_reason_name((enum scm_reason)r))))
            return (enum scm_reason)r;
    return SCM_REASON_NONE;
}

enum { LONGEST_TITLE = 320 };

static struct piece *at(const struct source *s, size_t i)
{
    return &s->pieces.at[i];
}

/* Bytes of sentences in pieces that bear the flag; any for 0. */
static size_t prose_with(const struct source *s, unsigned flag)
{
    size_t bytes = 0;
    for (size_t i = 0; i < s->pieces.len; i++) {
        const struct piece *p = at(s, i);
        if (p->drop || (flag && !(p->flags & flag)) || p->text.len < 40) continue;
        if (p->flags & PIECE_SENTENCE) bytes += p->text.len;
    }
    return bytes;
}

/* Parts of a page that are furniture, unless most of the text stands in one. */
static void drop_parts(struct source *s)
{
    static const struct {
        unsigned flag;
        enum scm_reason reason;
    } PARTS[] = {{PIECE_HIDDEN, SCM_REASON_HIDDEN}, {PIECE_ASIDE, SCM_REASON_NAVIGATION},
        {PIECE_FORM, SCM_REASON_FORM}, {PIECE_LINKS, SCM_REASON_LINKS},
        {PIECE_CAPTION, SCM_REASON_CAPTION}};
    unsigned present = 0;
    for (size_t i = 0; i < s->pieces.len; i++) present |= at(s, i)->flags;
    for (size_t k = 0; k < sizeof PARTS / sizeof *PARTS; k++) {
        unsigned flag = PARTS[k].flag;
        if (!(present & flag)) continue;
        if (prose_with(s, flag) * 2 > prose_with(s, 0)) continue;
        for (size_t i = 0; i < s->pieces.len; i++) {
            struct piece *p = at(s, i);
            bool title = (p->flags & PIECE_TITLE) && flag == PIECE_ASIDE;
            if ((p->flags & flag) && !p->drop && !title) p->drop = PARTS[k].reason;
        }
    }
}

static void drop_note(struct source *s, struct piece *p)
{
    s->note = p->text;
    p->drop = SCM_REASON_NOTE;
}

/* The first and the last numbered piece. */
struct run {
    size_t first, last; /* SIZE_MAX and 0 where there is none */
};

static bool is_inside(struct run run, size_t i)
{
    return i > run.first && i < run.last;
}

static struct run numbered_run(const struct source *s)
{
    struct run r = {SIZE_MAX, 0};
    for (size_t i = 0; i < s->pieces.len; i++) {
        if (!(at(s, i)->flags & PIECE_NUMBERED)) continue;
        if (r.first == SIZE_MAX) r.first = i;
        r.last = i;
    }
    return r;
}

/* Signs that a block gives by itself.  Inside the run of numbers only those count that
 * no paragraph has. */
static void drop_signs(struct source *s, struct run run)
{
    for (size_t i = 0; i < s->pieces.len; i++) {
        struct piece *p = at(s, i);
        bool inside = is_inside(run, i) || p->flags & PIECE_ROW;
        int n;
        char style;
        date d;
        if (p->drop) continue;
        const struct phrase *phrase = find_furniture(s->language, p->text);
        if (p->flags & PIECE_RULE)
            p->drop = SCM_REASON_RULE;
        else if (!has_letters(p->text))
            p->drop = SCM_REASON_PAGE;
        else if (phrase)
            p->drop = furniture_reason(s->language, phrase);
        else if (p->given || (number_parse(p->text, &n, &style) &&
                                 !date_scan_signed(s->language, p->text, &d)))
            continue;
        else if (!inside && !s->note.len && is_note(s->language, p->text))
            drop_note(s, p);
        else if (is_caption(s->language, p->text))
            p->drop = SCM_REASON_CAPTION;
        else if (inside)
            continue;
        else if (is_release_number(s->language, p->text))
            p->drop = SCM_REASON_RELEASE;
        else if (is_dateline(s->language, p->text, &d)) {
            p->drop = SCM_REASON_DATELINE;
            if (!s->published.len && d.day) s->published = date_iso(s->arena, d);
        } else if (i && at(s, i - 1)->drop == SCM_REASON_DATELINE && is_place_line(p->text)) {
            p->drop = SCM_REASON_DATELINE;
        }
    }
}

/* What says that the text follows: a short line anywhere in front of the numbers, the first
 * sentence of a text, and sentences above the mark at which it begins. */
static void drop_introductions(struct source *s, struct run run)
{
    enum { LONGEST = 300, SHORT = 12 };
    size_t begin = 0, end = run.first < s->pieces.len ? run.first : s->pieces.len;
    bool first = true;
    for (size_t i = 0; i < end; i++)
        if (has_phrase(s->language, PHRASE_BEGIN_TEXT, at(s, i)->text) &&
            prose_between(s, 0, i) < prose_between(s, i, s->pieces.len))
            begin = i + 1;
    /* The sign in front of what names the text there marks no item. */
    if (begin && begin < s->pieces.len && names_document(s->language, at(s, begin)->text))
        at(s, begin)->flags &= ~(unsigned)PIECE_BULLET;
    for (size_t i = 0; i < end; i++) {
        struct piece *p = at(s, i);
        if (p->drop || !(p->flags & PIECE_SENTENCE)) continue;
        bool near = first || s->numbered || word_count(p->text, SHORT) < SHORT;
        bool may = i < begin || (near && p->text.len <= LONGEST &&
                                    has_phrase(s->language, PHRASE_INTRODUCTION, p->text));
        if (may) p->drop = SCM_REASON_INTRODUCTION;
        first &= may;
    }
}

/* Catchwords on a page, which no list of its text is. */
static void drop_clouds(struct source *s, struct run run)
{
    for (size_t i = 0; i < s->pieces.len; i++) {
        struct piece *p = at(s, i);
        bool listed = p->flags & (PIECE_HEADING | PIECE_BULLET);
        if (!p->drop && !listed && !is_inside(run, i) && !p->given &&
            !names_document(s->language, p->text) && is_tag_cloud(s->language, p->text))
            p->drop = SCM_REASON_TAG_CLOUD;
    }
}

/* Where the story is over, all below is: unless most of it stands there. */
static void drop_after_stop(struct source *s, struct run run)
{
    size_t all = prose_with(s, 0), before = 0;
    bool stopped = false;
    for (size_t i = 0; i < s->pieces.len; i++) {
        struct piece *p = at(s, i);
        const struct phrase *phrase =
            p->drop && i > run.last ? find_furniture(s->language, p->text) : NULL;
        if (phrase && phrase->class_ == PHRASE_FURNITURE_END && before * 2 > all)
            stopped = true;
        if (!p->drop && (p->flags & PIECE_SENTENCE)) before += p->text.len;
        if (stopped && !p->drop) p->drop = SCM_REASON_AFTER;
    }
}

static bool is_title_line(const struct piece *p)
{
    return !p->drop && p->text.len <= LONGEST_TITLE && !str_ends(p->text, S(".")) &&
           !(p->flags & (PIECE_BULLET | PIECE_NUMBERED));
}

/* Whether front matter states the title, and this line is another one. */
static bool is_below_title(const struct source *s, const struct piece *p)
{
    enum { ENOUGH = 40 };
    return s->front_matter && s->title.len && !str_has(s->title, str_sub(p->text, 0, ENOUGH)) &&
           !str_has(p->text, str_sub(s->title, 0, ENOUGH));
}

/* The title among the pieces in front of the body: the last that names such a
 * document, else the first-level heading, else the last line of some words. */
static size_t find_title(const struct source *s, size_t end)
{
    size_t heading = SIZE_MAX, line = SIZE_MAX;
    for (size_t i = end; i-- > 0;) {
        const struct piece *p = at(s, i);
        if (!is_title_line(p) || is_below_title(s, p)) continue;
        if (names_document(s->language, p->text)) return i;
        if (p->flags & PIECE_TITLE) heading = i;
        if (line == SIZE_MAX && word_count(p->text, 4) >= 4 && !(p->flags & PIECE_HEADING))
            line = i;
    }
    return heading != SIZE_MAX ? heading : line;
}

/* A title is followed by its site: "… > Ministry > Releases", "… | Ministry". */
static str without_site(const struct language *l, str title)
{
    static const char *const MARKS[] = {" > ", "> ", " | ", " » "};
    enum { SHORTEST_TITLE = 12 };
    size_t cut;
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        cut = str_find(title, str_of(MARKS[i]));
        if (cut >= SHORTEST_TITLE && cut < title.len) title.len = cut;
    }
    if (find_phrase(l, PHRASE_SITE, title, &cut) && cut > SHORTEST_TITLE) title.len = cut;
    return str_trim(title);
}

/* A line in brackets below a title goes on with it. */
static bool is_bracketed(str s)
{
    enum { LONGEST = 120 };
    return s.len > 2 && s.len <= LONGEST && s.at[0] == '(' &&
           str_find_char(s, ')') == s.len - 1;
}

static void take_title(struct source *s, size_t i)
{
    struct piece *p = at(s, i), *next = i + 1 < s->pieces.len ? at(s, i + 1) : NULL;
    bool own = !s->front_matter || !s->title.len;
    if (own) s->title = p->text;
    p->drop = SCM_REASON_TITLE;
    if (!own || !next || next->drop || !is_bracketed(next->text)) return;
    s->title = str_printf(s->arena, "%.*s %.*s", SCM_STR(p->text), SCM_STR(next->text));
    next->drop = SCM_REASON_TITLE;
}

static void drop_range(struct source *s, size_t from, size_t to, enum scm_reason reason)
{
    for (size_t i = from; i < to; i++)
        if (!at(s, i)->drop) at(s, i)->drop = reason;
}

/* Whether an unnumbered block behind the last number belongs to it.  After the
 * thanks only the next meeting does, and what the heads still say. */
static bool continues_last(const struct source *s, const struct piece *p, bool thanked)
{
    if (!is_body(s, p) || has_phrase(s->language, PHRASE_READER, p->text)) return false;
    return !thanked || has_phrase(s->language, PHRASE_NEXT_MEETING, p->text) ||
           has_phrase(s->language, PHRASE_SPEAKERS, p->text);
}

/* The end of the body of a numbered text whose last number is at `last`: its close, and
 * in a page what else does not go on. */
static size_t numbered_end(const struct source *s, size_t last, bool page)
{
    bool thanked = has_phrase(s->language, PHRASE_THANKS, at(s, last)->text);
    bool closed = thanked && has_phrase(s->language, PHRASE_NEXT_MEETING, at(s, last)->text);
    size_t end = last + 1;
    while (end < s->pieces.len) {
        const struct piece *p = at(s, end);
        if (closed && !has_phrase(s->language, PHRASE_SPEAKERS, p->text)) break;
        const struct phrase *phrase = p->drop ? find_furniture(s->language, p->text) : NULL;
        bool caption = p->drop == SCM_REASON_CAPTION;
        if (p->drop && !phrase && !caption) break;
        if (!p->drop && !continues_last(s, p, thanked)) break;
        if (phrase && phrase->class_ == PHRASE_FURNITURE_END) break;
        thanked |= has_phrase(s->language, PHRASE_THANKS, p->text);
        closed |= thanked && has_phrase(s->language, PHRASE_NEXT_MEETING, p->text);
        end++;
    }
    return page || closed ? end : s->pieces.len;
}

/* Below prose stands no title, but that of a document below a line or two of a site. */
static bool heads_all(const struct source *s, size_t title)
{
    size_t before = prose_between(s, 0, title);
    bool named = names_document(s->language, at(s, title)->text);
    return before == 0 || (named && before * 10 <= prose_with(s, 0));
}

/* Sentences between title and first number may be a preamble. */
static void frame_numbered(struct source *s, struct run run, bool page)
{
    size_t title = find_title(s, run.first), start = run.first;
    bool named = title != SIZE_MAX && (page || heads_all(s, title));
    if (named) {
        drop_range(s, 0, title, SCM_REASON_BEFORE);
        take_title(s, title);
    }
    size_t from = named ? title + 1 : 0;
    for (; page && start > from; start--) {
        const struct piece *p = at(s, start - 1);
        if (!p->drop && !is_body(s, p) && !heads(s, p, at(s, start))) break;
    }
    if (!page) start = from;
    drop_range(s, from, start, SCM_REASON_BEFORE);
    size_t end = numbered_end(s, run.last, page);
    drop_range(s, end, s->pieces.len, SCM_REASON_AFTER);
    make_sections(s, start, end);
}

/* Sentences above the page's one title are the site's, unless they are a good
 * part of the text. */
static size_t start_of_story(const struct source *s)
{
    size_t all = prose_with(s, 0), before = 0, start = 0, titles = 0;
    for (size_t i = 0; i < s->pieces.len; i++) {
        const struct piece *p = at(s, i);
        if (p->drop) continue;
        if (p->flags & PIECE_TITLE) {
            bool named = names_document(s->language, p->text) || str_has(s->title, p->text);
            if (named && before * 5 <= all) start = i;
            titles++;
        }
        if (p->flags & PIECE_SENTENCE) before += p->text.len;
    }
    return titles == 1 ? start : 0;
}

/* Words of the pieces [from, to); of `lines` alone those of the pieces that are no line of
 * a menu: longer, an item of a list, or with a comma. */
static size_t words_between(const struct source *s, size_t from, size_t to, bool lines)
{
    enum { MENU_WORDS = 6 };
    size_t words = 0;
    for (size_t i = from; i < to; i++) {
        const struct piece *p = at(s, i);
        bool line = word_count(p->text, MENU_WORDS + 1) > MENU_WORDS ||
                    p->flags & PIECE_BULLET || str_has(p->text, S(","));
        if (!p->drop && (line || !lines)) words += word_count(p->text, SIZE_MAX);
    }
    return words;
}

/* Below the last sentence may stand a list or the foot of a page: a menu, of which
 * hardly a line is more than a few words. */
static size_t end_of_lists(const struct source *s, size_t end)
{
    size_t all = words_between(s, end, s->pieces.len, false);
    size_t listed = words_between(s, end, s->pieces.len, true);
    return all > 0 && listed * 2 >= all ? s->pieces.len : end;
}

static void frame_plain(struct source *s, bool page)
{
    size_t first = SIZE_MAX, last = 0, story = start_of_story(s);
    for (size_t i = story; i < s->pieces.len; i++) {
        if (!is_body(s, at(s, i))) continue;
        if (first == SIZE_MAX) first = i;
        last = i;
    }
    if (first == SIZE_MAX) return;
    size_t title = find_title(s, first);
    if (title != SIZE_MAX) take_title(s, title);
    /* What heads the first paragraph stands directly above it. */
    size_t start = first;
    while (start > 0 && at(s, start - 1)->flags & PIECE_HEADING && !at(s, start - 1)->drop)
        start--;
    if (!page && story == 0) start = title != SIZE_MAX && heads_all(s, title) ? title + 1 : 0;
    drop_range(s, 0, start, SCM_REASON_BEFORE);
    size_t end = page ? end_of_lists(s, last + 1) : s->pieces.len;
    drop_range(s, end, s->pieces.len, SCM_REASON_AFTER);
    make_sections(s, start, end);
}

/* Does the source show that it is a page of a site, by its elements or its words? */
static bool is_page(const struct source *s)
{
    const unsigned parts = PIECE_HIDDEN | PIECE_ASIDE | PIECE_FORM | PIECE_LINKS;
    for (size_t i = 0; i < s->pieces.len; i++) {
        enum scm_reason why = at(s, i)->drop;
        bool words = why >= SCM_REASON_SITE_NOTICE && why <= SCM_REASON_RIGHTS &&
                     why != SCM_REASON_CAPTION && why != SCM_REASON_SOURCE_LINE;
        if (words || at(s, i)->flags & parts) return true;
    }
    return false;
}

void furniture(struct source *s)
{
    for (size_t i = 0; i < s->pieces.len; i++)
        if (is_sentence(s->language, at(s, i)->text)) at(s, i)->flags |= PIECE_SENTENCE;
    drop_parts(s);
    number_run(s);
    const struct run run = numbered_run(s);
    drop_signs(s, run);
    drop_introductions(s, run);
    bool page = is_page(s);
    if (page) drop_clouds(s, run);
    drop_after_stop(s, run);
    if (s->numbered)
        frame_numbered(s, run, page);
    else
        frame_plain(s, page);
    s->title = without_site(s->language, s->title);
}
