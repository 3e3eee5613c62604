/* Front: what kind of text a document is, as its title and its blocks show. */
#include "load/source.h"

#include "load/body/prose.h"

/* "SEOUL, Nov. 13 (Agency) -- …" */
static bool opens_as_story(str s)
{
    size_t city = 0, open = str_find_char(str_sub(s, 0, 60), '(');
    size_t close = str_find_char(str_sub(s, 0, 90), ')');
    while (city < s.len && is_upper(s.at[city])) city++;
    str dash = str_sub(s, close + 1, close + 5);
    return city > 2 && open < 60 && open < close &&
           (str_starts(dash, S(" -")) || str_starts(dash, S(" —")) ||
               str_starts(dash, S(" –")));
}

/* "…, the spokesman said": in small letters. */
static bool quotes(const struct language *l, str s)
{
    for (str word; str_cut(&s, ' ', &word);) {
        while (word.len && !is_alnum(word.at[word.len - 1])) word.len--;
        if (word.len && is_lower(word.at[0]) && word_is(l, word, WORD_SAID)) return true;
    }
    return false;
}

/* What a text without numbers is by its blocks. */
static enum scm_kind kind_by_blocks(const struct source *s)
{
    size_t bullets = 0, capitals = 0, news = 0, said = 0;
    for (size_t i = 0; i < s->pieces.len; i++) {
        const struct piece *p = &s->pieces.at[i];
        bullets += !p->drop && (p->flags & PIECE_BULLET);
        capitals += p->drop == SCM_REASON_HEADING && is_capitals(p->text);
        news += p->drop == SCM_REASON_CAPTION || p->drop == SCM_REASON_ADVERTISEMENT ||
                p->drop == SCM_REASON_DATELINE || p->drop == SCM_REASON_SOURCE_LINE;
        str head = str_sub(p->text, 0, 2000);
        said += !p->drop && quotes(s->language, head);
        if (!p->drop && opens_as_story(head)) news += 2;
    }
    if (bullets && capitals) return SCM_KIND_FACT_SHEET;
    if (said >= 2 || (said && news) || news >= 2) return SCM_KIND_NEWS;
    return SCM_KIND_UNKNOWN;
}

static bool same_name(str kind, str name)
{
    for (size_t i = 0; kind.len == name.len && i < kind.len; i++)
        if (kind.at[i] != name.at[i] && !(kind.at[i] == ' ' && name.at[i] == '-')) return false;
    return kind.len == name.len;
}

enum scm_kind kind_named(str name)
{
    for (int k = SCM_KIND_UNKNOWN + 1; k <= SCM_KIND_NEWS; k++)
        if (same_name(str_of(scm_kind_name((enum scm_kind)k)), name)) return (enum scm_kind)k;
    return SCM_KIND_UNKNOWN;
}

static enum scm_kind find_kind(const struct source *s)
{
    const struct phrase *p = find_phrase(s->language, PHRASE_KIND, s->title, NULL);
    enum scm_kind titled =
        p ? kind_named(language_str(s->language, p->value)) : SCM_KIND_UNKNOWN;
    if (titled != SCM_KIND_UNKNOWN && (titled != SCM_KIND_COMMUNIQUE || s->numbered))
        return titled;
    if (s->numbered) return SCM_KIND_COMMUNIQUE;
    enum scm_kind kind = kind_by_blocks(s);
    if (kind != SCM_KIND_UNKNOWN) return kind;
    if (has_phrase(s->language, PHRASE_COMMUNIQUE, s->title)) return SCM_KIND_COMMUNIQUE;
    return s->front_matter ? SCM_KIND_STATEMENT : SCM_KIND_UNKNOWN;
}

void front(struct source *s, scm_document *d)
{
    d->title = s->title;
    d->note = s->note;
    d->published = s->published;
    if (!s->stated) {
        d->kind = find_kind(s);
        return;
    }
    d->kind = s->stated->kind;
    d->meeting = s->stated->meeting;
    d->date = s->stated->date;
    d->venue = s->stated->venue;
}

const char *scm_kind_name(enum scm_kind kind)
{
    switch (kind) {
    case SCM_KIND_COMMUNIQUE: return "communiqué";
    case SCM_KIND_FACT_SHEET: return "fact sheet";
    case SCM_KIND_STATEMENT: return "statement";
    case SCM_KIND_NEWS: return "news";
    case SCM_KIND_UNKNOWN: break;
    }
    return "text";
}
