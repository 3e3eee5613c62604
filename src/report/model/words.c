/* Words: numbers, dates and lists as reports spell them. */
#include "authority/authority.h"
#include "base/calendar.h"
#include "base/syllable.h"
#include "report/model/words.h"

str number_str(arena *a, size_t n)
{
    return str_printf(a, "%zu", n);
}

str date_words(arena *a, str iso)
{
    date d;
    if (!date_parse_iso(iso, &d)) return iso;
    if (d.month == 0) return str_printf(a, "%d", d.year);
    if (d.day == 0) return str_printf(a, "%s %d", month_name(d.month), d.year);
    return str_printf(a, "%d %s %d", d.day, month_name(d.month), d.year);
}

str date_with_weekday(arena *a, str iso)
{
    date d;
    str words = date_words(a, iso);
    if (!date_parse_iso(iso, &d) || d.day == 0) return words;
    return str_printf(a, "%s %.*s", weekday_name(date_weekday(d)), SCM_STR(words));
}

void list_add(buf *list, const char *separator, str item)
{
    if (list->len) buf_add(list, str_of(separator));
    buf_add(list, item);
}

str block_labels(arena *a, const scm_document *d, const uint32_t *blocks, size_t nblocks)
{
    buf list = {.arena = a};
    for (size_t i = 0; i < nblocks; i++) list_add(&list, " ", d->blocks[blocks[i]].label);
    return buf_str(&list);
}

str document_title(const scm_document *d)
{
    if (d->title.len) return d->title;
    return str_eq(d->id, S("-")) ? (str){0} : d->id;
}

static bool acronym(str id)
{
    if (id.len > 7) return false;
    for (size_t i = 0; i < id.len; i++)
        if (!is_upper(id.at[i]) && id.at[i] != '-') return false;
    return true;
}

enum { SHORT_NAME = 24 };

/* A state with a long name is called by its letters where the text has them,
 * else as the text first calls it, else by its id. */
static str state_name(const scm_annotations *text, str id, str name)
{
    str first = {0};
    if (name.len <= SHORT_NAME) return name;
    for (size_t i = 0; i < text->nmentions; i++) {
        const scm_mention *m = &text->mentions[i];
        if (m->type != SCM_STATE || !str_eq(m->id, id)) continue;
        str surface = scm_mention_surface(text, m);
        if (acronym(surface)) return surface;
        if (first.len == 0 && !has_syllables(surface)) first = surface;
    }
    return first.len ? first : id;
}

str short_name(const scm_annotations *text, enum scm_type type, str id, str name)
{
    if (type == SCM_STATE) return name.len ? state_name(text, id, name) : id;
    bool slug = type == SCM_PLACE || type == SCM_TERM;
    return (!slug && acronym(id)) || name.len == 0 ? id : name;
}

static bool word_edge(str s, size_t at)
{
    return at == 0 || at >= s.len || !is_alnum(s.at[at - 1]) || !is_alnum(s.at[at]);
}

/* Where the word ends in the sentence, 0 where it does not occur. */
static size_t word_end(str sentence, str word)
{
    for (size_t from = 0; from < sentence.len;) {
        size_t at = from + str_find_nocase(str_sub(sentence, from, sentence.len), word);
        if (at >= sentence.len) break;
        if (word_edge(sentence, at) && word_edge(sentence, at + word.len)) return at + word.len;
        from = at + 1;
    }
    return 0;
}

/* A verb of several words may be broken up by others: then its first word is
 * the place.  In a passive what is said stands before it. */
str clause_after(str sentence, str verb)
{
    size_t at = word_end(sentence, verb);
    if (at == 0) at = word_end(sentence, str_sub(verb, 0, str_find_char(verb, ' ')));
    str what = str_trim(str_sub(sentence, at, sentence.len));
    if (str_starts(what, S("by "))) what = sentence;
    if (what.len && what.at[0] == ',') what = str_trim(str_sub(what, 1, what.len));
    if (str_ends(what, S("."))) what.len--;
    return what;
}

str said_after(str sentence, str verb)
{
    const str that = S("that ");
    str what = clause_after(sentence, verb);
    return str_starts(what, that) ? str_sub(what, that.len, what.len) : what;
}

str plural(arena *a, size_t n, const char *noun)
{
    return str_printf(a, "%zu %s%s", n, noun, n == 1 ? "" : "s");
}

str actor_words(const scm_authority *authority, str actor)
{
    scm_office office;
    if (!scm_authority_find_office(authority, actor, &office)) return actor;
    scm_series main;
    if (scm_authority_main_series(authority, &main) && series_has_head(&main, actor))
        return office.side;
    return office.short_.len ? office.short_ : office.title;
}
