/* A summary as a report: for programs a row a fact and a row a name; for people
 * a page to be read in a minute. */
#include "base/syllable.h"
#include "report/summing.h"

static const scm_fact *of_kind(const scm_summary *s, enum scm_fact_kind kind)
{
    return scm_summary_fact_of(s, kind, (str){0});
}

static str detail_of(const scm_summary *s, enum scm_fact_kind kind)
{
    const scm_fact *f = of_kind(s, kind);
    return f ? f->detail : (str){0};
}

static const struct column COLUMNS[] = {
    {"doc", COLUMN_ID}, {"key", COLUMN_ID}, {"value", COLUMN_ID}, {"detail", COLUMN_TEXT}, {0}};

/* Facts, then names; the detail of a name is "MENTIONS: PARAGRAPH…". */
static void row(record *r, size_t index)
{
    const scm_summary *s = r->report->source;
    const scm_document *d = s->annotations->document;
    record_text(r, d->id);
    if (index < s->nfacts) {
        record_text(r, s->facts[index].key);
        record_text(r, s->facts[index].value);
        record_text(r, s->facts[index].detail);
        return;
    }
    const scm_count *c = &s->counts[index - s->nfacts];
    str labels = block_labels(r->arena, d, c->blocks, c->nblocks);
    record_text(r, str_of(scm_type_name(c->type)));
    record_text(r, c->id);
    record_text(r, str_printf(r->arena, "%zu: %.*s", c->mentions, SCM_STR(labels)));
}

static str title(arena *a, const scm_summary *s)
{
    const scm_annotations *n = s->annotations;
    const scm_document *d = n->document;
    buf b = {.arena = a};
    if (n->ordinal) {
        str ordinal = ordinal_str(a, n->ordinal);
        scm_series series = {0};
        scm_authority_find_series(n->authority, n->series, &series);
        buf_printf(&b, "%.*s %.*s · %.*s-%d", SCM_STR(ordinal), SCM_STR(series.title),
            SCM_STR(series.id), n->ordinal);
    } else {
        buf_add(&b, document_title(d));
    }
    if (n->kind != SCM_KIND_UNKNOWN) list_add(&b, " · ", str_of(scm_kind_name(n->kind)));
    if (has_syllables(d->text)) list_add(&b, " · ", detail_of(s, SCM_FACT_LANGUAGE));
    return buf_str(&b);
}

static str subtitle(arena *a, const scm_summary *s)
{
    buf b = {.arena = a};
    const scm_fact *day = of_kind(s, SCM_FACT_DATE);
    str date = day ? day->value : (str){0}, venue = detail_of(s, SCM_FACT_VENUE);
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
static str numbered(arena *a, const scm_fact *f, str series)
{
    int ordinal = f ? str_int(f->value) : 0;
    if (ordinal < 1) return (str){0};
    str words = ordinal_str(a, ordinal);
    return str_printf(a, "%.*s %.*s", SCM_STR(words), SCM_STR(series));
}

static scm_series companion_of(const scm_summary *s)
{
    const scm_annotations *n = s->annotations;
    scm_series series = {0}, companion = {0};
    scm_authority_find_series(n->authority, n->series, &series);
    scm_authority_find_series(n->authority, series.companion, &companion);
    return companion;
}

static str companion_label(arena *a, const scm_summary *s)
{
    scm_series companion = companion_of(s);
    str label = numbered(a, of_kind(s, SCM_FACT_COMPANION), companion.id);
    return label.len ? label : companion.id;
}

/* The date and who chairs, without the title, which the line tells. */
static str companion_text(arena *a, const scm_summary *s)
{
    buf b = {.arena = a};
    const scm_fact *date = of_kind(s, SCM_FACT_COMPANION_DATE);
    const char *separator = "";
    scm_side side = {0};
    if (date) buf_add(&b, date_words(a, date->value));
    if (of_kind(s, SCM_FACT_CHAIR)) list_add(&b, ", ", S("chaired by "));
    for (size_t i = 0; i < s->nfacts; i++) {
        const scm_fact *f = &s->facts[i];
        if (f->kind != SCM_FACT_CHAIR) continue;
        scm_authority_find_side(s->annotations->authority, f->side, &side);
        buf_add(&b, str_of(separator));
        buf_add(&b, str_sub(f->detail, 0, str_find(f->detail, S(", Chair"))));
        buf_printf(&b, " (%.*s)", SCM_STR(side.short_));
        separator = " and ";
    }
    return buf_str(&b);
}

static str next_text(arena *a, const scm_summary *s)
{
    const str parts[] = {numbered(a, of_kind(s, SCM_FACT_NEXT), s->annotations->series),
        numbered(a, of_kind(s, SCM_FACT_NEXT_COMPANION), companion_of(s).id),
        detail_of(s, SCM_FACT_NEXT_VENUE), detail_of(s, SCM_FACT_NEXT_DATE)};
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
    buf_printf(&b, ", %.*s word%s", SCM_STR(words), s->words == 1 ? "" : "s");
    return buf_str(&b);
}

/* A row for each head of a delegation, the side in front. */
static void heads(rows *r, const scm_summary *s)
{
    for (size_t i = 0; i < s->nfacts; i++)
        if (s->facts[i].kind == SCM_FACT_HEAD)
            add_fact(r, s->facts[i].label, s->facts[i].detail);
}

static void facts(builder *b, const scm_summary *s)
{
    rows r = rows_new(b->arena, NULL, "lw");
    heads(&r, s);
    add_fact(&r, companion_label(b->arena, s), companion_text(b->arena, s));
    const scm_fact *reporter = of_kind(s, SCM_FACT_REPORTER);
    if (reporter)
        add_fact(&r, reporter->label,
            str_sub(reporter->detail, 0, str_find(reporter->detail, S(", "))));
    add_fact(&r, S("Next"), next_text(b->arena, s));
    add_fact(&r, S("Note"), detail_of(s, SCM_FACT_NOTE));
    if (of_kind(s, SCM_FACT_NOTE)) rows_tone(&r, TONE_NOTE);
    add_fact(&r, S("Text"), size_text(b->arena, s));
    builder_facts(b, (str){0}, &r);
}

enum { UNDERTAKINGS = 12 }; /* in lines of text */

static void add_undertaking(rows *r, const scm_annotations *a, const scm_statement *st)
{
    const scm_sentence *sentence = &a->sentences[st->sentence];
    str verb = scm_authority_verb(a->authority, st->verb).past;
    rows_add(r, actor_words(a->authority, st->actor));
    rows_add(r, st->polarity == '-' ? str_printf(r->arena, "not %.*s", SCM_STR(verb)) : verb);
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
    builder_table(b, S("Commitments, strongest first"), &r);
}

void summary_top(builder *b, const scm_summary *s)
{
    b->title = title(b->arena, s);
    b->subtitle = subtitle(b->arena, s);
    facts(b, s);
}

static void top(builder *b, const scm_summary *s)
{
    summary_top(b, s);
    summary_paragraphs(b, s);
    summary_mechanisms(b, s);
    summary_other_names(b, s);
}

static void text(builder *b, const scm_report *report)
{
    top(b, report->source);
    undertakings(b, report->source, UNDERTAKINGS);
}

/* A page has room for all undertakings, and for the text. */
void summary_page_top(builder *b, const scm_summary *s)
{
    top(b, s);
    undertakings(b, s, SIZE_MAX);
}

static void page(builder *b, const scm_report *report)
{
    summary_page_top(b, report->source);
    summary_text(b, report->source);
}

static const report_kind SUMMARY = {
    .columns = COLUMNS, .row = row, .object = summary_object, .text = text, .page = page};

/* The summary with the names of these types only. */
static const scm_summary *narrowed(arena *a, const scm_summary *summary, unsigned types)
{
    scm_summary *n = arena_alloc(a, sizeof *n);
    scm_count *kept = arena_array(a, summary->ncounts, sizeof *kept);
    *n = *summary;
    n->ncounts = 0;
    for (size_t i = 0; i < summary->ncounts; i++)
        if (types >> summary->counts[i].type & 1) kept[n->ncounts++] = summary->counts[i];
    n->counts = kept;
    return n;
}

static scm_report *make(const scm_summary *summary, unsigned types)
{
    scm_report *r = report_new(&SUMMARY, NULL, 0, 0);
    if (types) summary = narrowed(r->arena, summary, types);
    r->source = summary;
    r->nrows = summary->nfacts + summary->ncounts;
    r->nobjects = 1;
    r->annotations = summary->annotations;
    r->document = summary->annotations->document;
    return r;
}

scm_report *scm_report_summary(const scm_summary *summary, unsigned types)
{
    GUARDED(scm_report *, make(summary, types), NULL)
}
