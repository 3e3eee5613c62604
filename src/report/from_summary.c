/* A summary as a report: for programs a row a fact and a row a name; for people
 * a page to be read in a minute. */
#include "report/summarize.h"

static str fact_detail(const scm_summary *s, const char *key)
{
    const scm_fact *f = scm_summary_fact(s, key);
    return !f ? (str){0} : f->detail.len ? f->detail : f->value;
}

static str fact_value(const scm_summary *s, const char *key)
{
    const scm_fact *f = scm_summary_fact(s, key);
    return f ? f->value : (str){0};
}

/* The detail of a count is "MENTIONS: PARAGRAPH…". */
static scm_table records(arena *a, const scm_summary *s)
{
    static const char *const COLUMNS[] = {"doc", "key", "value", "detail"};
    const scm_document *d = s->annotations->document;
    rows r = rows_new(a, COLUMNS, "----");
    for (size_t i = 0; i < s->nfacts; i++) {
        rows_add(&r, d->id);
        rows_add(&r, s->facts[i].key);
        rows_add(&r, s->facts[i].value);
        rows_add(&r, s->facts[i].detail);
    }
    for (size_t i = 0; i < s->ncounts; i++) {
        const scm_count *c = &s->counts[i];
        str labels = block_labels(a, d, c->blocks, c->nblocks);
        rows_add(&r, d->id);
        rows_add(&r, str_of(scm_type_name(c->type)));
        rows_add(&r, c->id);
        rows_add(&r, str_printf(a, "%zu: %.*s", c->mentions, (int)labels.len, labels.at));
    }
    return rows_table(&r);
}

static str title(arena *a, const scm_summary *s)
{
    const scm_annotations *n = s->annotations;
    const scm_document *d = n->document;
    buf b = {.arena = a};
    if (n->meeting) {
        str ordinal = ordinal_str(a, n->meeting);
        buf_printf(&b, "%.*s Security Consultative Meeting · SCM-%d", (int)ordinal.len,
            ordinal.at, n->meeting);
    } else {
        buf_add(&b, document_title(d));
    }
    if (d->kind != SCM_KIND_UNKNOWN) list_add(&b, " · ", str_of(scm_kind_name(d->kind)));
    return buf_str(&b);
}

static str subtitle(arena *a, const scm_summary *s)
{
    buf b = {.arena = a};
    str date = fact_value(s, "date"), venue = fact_detail(s, "venue");
    if (date.len == 0 && s->annotations->meeting == 0)
        date = s->annotations->document->published;
    if (date.len) buf_add(&b, date_with_weekday(a, date));
    if (venue.len) list_add(&b, ", ", venue);
    return buf_str(&b);
}

static void add_fact(rows *r, str label, str text)
{
    if (text.len == 0) return;
    rows_add(r, label);
    rows_add(r, text);
}

/* "48th MCM"; empty where no ordinal is stated. */
static str numbered(arena *a, const scm_summary *s, const char *key, const char *letters)
{
    const scm_fact *f = scm_summary_fact(s, key);
    int ordinal = f ? str_int(f->value) : 0;
    if (ordinal < 1) return (str){0};
    str words = ordinal_str(a, ordinal);
    return str_printf(a, "%.*s %s", (int)words.len, words.at, letters);
}

static str mcm_label(arena *a, const scm_summary *s)
{
    str label = numbered(a, s, "mcm", "MCM");
    return label.len ? label : S("MCM");
}

/* Without the title, which the line tells: both chair as chairmen. */
static void add_chair(
    buf *b, const char *separator, const scm_summary *s, const char *key, const char *side)
{
    str person = fact_detail(s, key);
    size_t comma = str_find(person, S(", Chair"));
    if (person.len == 0) return;
    list_add(b, separator, str_sub(person, 0, comma));
    buf_add(b, str_of(side));
}

static str mcm_text(arena *a, const scm_summary *s)
{
    buf b = {.arena = a};
    str date = fact_value(s, "mcm-date");
    if (date.len) buf_add(&b, date_words(a, date));
    add_chair(&b, " · ", s, "us-chair", " (US)");
    add_chair(&b, ", ", s, "rok-chair", " (ROK)");
    return buf_str(&b);
}

static str next_text(arena *a, const scm_summary *s)
{
    const str parts[] = {numbered(a, s, "next", "SCM"), numbered(a, s, "next-mcm", "MCM"),
        fact_detail(s, "next-venue"), fact_detail(s, "next-date")};
    static const char *const SEPARATORS[] = {"", " and ", ", ", ", "};
    buf b = {.arena = a};
    for (size_t i = 0; i < 4; i++)
        if (parts[i].len) list_add(&b, SEPARATORS[i], parts[i]);
    return buf_str(&b);
}

static str thousands(arena *a, size_t n)
{
    str digits = number_str(a, n);
    buf b = {.arena = a};
    for (size_t i = 0; i < digits.len; i++) {
        if (i && (digits.len - i) % 3 == 0) buf_char(&b, ',');
        buf_char(&b, digits.at[i]);
    }
    return buf_str(&b);
}

static str size_text(arena *a, const scm_summary *s)
{
    str paragraphs = plural(a, s->ngists, "paragraph"), words = thousands(a, s->words);
    buf b = {.arena = a};
    buf_add(&b, paragraphs);
    if (s->annotations->document->nblocks != s->ngists)
        buf_printf(&b, " in %zu blocks", s->annotations->document->nblocks);
    buf_printf(&b, ", %.*s word%s", (int)words.len, words.at, s->words == 1 ? "" : "s");
    return buf_str(&b);
}

/* A row for each head of a delegation, the side in front. */
static void heads(rows *r, const scm_summary *s)
{
    const scm_annotations *n = s->annotations;
    scm_side side;
    for (size_t i = 0, k = 0; i < s->nfacts && k < n->nheads; i++) {
        str key = s->facts[i].key;
        for (size_t h = k; h < n->nheads; h++) {
            str id = n->heads[h].side;
            bool its = key.len > id.len && key.at[id.len] == '-' &&
                       str_eq_nocase(str_sub(key, 0, id.len), id);
            if (!its || !scm_authority_find_side(n->authority, id, &side)) continue;
            add_fact(r, side.name, s->facts[i].detail);
            k = h + 1;
            break;
        }
    }
}

static void facts(builder *b, const scm_summary *s)
{
    rows r = rows_new(b->arena, NULL, "lw");
    heads(&r, s);
    add_fact(&r, mcm_label(b->arena, s), mcm_text(b->arena, s));
    add_fact(&r, S("Report by"), fact_detail(s, "cfc-commander"));
    add_fact(&r, S("Next"), next_text(b->arena, s));
    add_fact(&r, S("Note"), fact_detail(s, "note"));
    if (fact_detail(s, "note").len) rows_tone(&r, SCM_TONE_NOTE);
    add_fact(&r, S("Text"), size_text(b->arena, s));
    builder_facts(b, (str){0}, &r);
}

enum { UNDERTAKINGS = 12 }; /* in lines of text */

static void add_undertaking(rows *r, const scm_annotations *a, const scm_statement *st)
{
    const scm_sentence *sentence = &a->sentences[st->sentence];
    str verb = scm_authority_verb(a->authority, st->verb).past;
    rows_add(r, actor_words(a->authority, st->actor));
    rows_add(r,
        st->polarity == '-' ? str_printf(r->arena, "not %.*s", (int)verb.len, verb.at) : verb);
    rows_add(r, a->document->blocks[sentence->block].label);
    rows_add(r, said_after(sentence->text, verb));
}

static void undertakings(builder *b, const scm_summary *s, size_t most)
{
    static const char *const HEADS[] = {"who", "verb", "where", "what"};
    const scm_annotations *a = s->annotations;
    rows r = rows_new(b->arena, NULL, "llpc");
    r.table.heads = HEADS;
    for (size_t i = 0; i < s->nundertakings && i < most; i++)
        add_undertaking(&r, a, &a->statements[s->undertakings[i]]);
    if (s->nundertakings > most) {
        for (size_t i = 0; i < 3; i++) rows_add(&r, (str){0});
        rows_add(&r, str_printf(b->arena, "… %zu more: scmtool statements FILE",
                         s->nundertakings - most));
    }
    builder_table(b, S("Undertaken, strongest first"), &r);
}

/* A page has room for all of them, and for the text. */
static void page_parts(builder *b, const scm_summary *s)
{
    b->medium = SCM_MEDIUM_PAGE;
    undertakings(b, s, SIZE_MAX);
    summary_text(b, s);
}

scm_report *scm_report_summary(const scm_summary *summary)
{
    builder b = builder_new();
    b.report->title = title(b.arena, summary);
    b.report->subtitle = subtitle(b.arena, summary);
    facts(&b, summary);
    summary_paragraphs(&b, summary);
    summary_mechanisms(&b, summary);
    summary_other_names(&b, summary);
    b.medium = SCM_MEDIUM_LINES;
    undertakings(&b, summary, UNDERTAKINGS);
    page_parts(&b, summary);
    builder_text(&b, summary->annotations->document, summary->annotations, false);
    builder_objects(&b, summary_object, summary, 1);
    return builder_report(&b, records(b.arena, summary));
}
