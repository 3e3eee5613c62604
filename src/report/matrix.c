/* The matrix of a trend for people: a line a name, a column a text.  Where the
 * line has no room for that, the names get shorter, and then the numbers give
 * way to bars, one column of the page a text. */
#include "report/matrix.h"

enum { GAP = 2, INDENT = 2, NAME_ROOM = 16, YEAR = 4, YEARS = 7, COUNT = 5 };

double matrix_value(const struct matrix *m, const scm_trend_row *row, size_t document)
{
    double count = (double)row->counts[document];
    size_t words = m->trend->documents[document].words;
    if (m->options->per <= 0) return count;
    return words ? count * m->options->per / (double)words : 0;
}

static void choose_rows(struct matrix *m)
{
    const scm_trend *t = m->trend;
    unsigned types = m->options->types;
    if (types == 0) types = ~(1u << SCM_OFFICIAL | 1u << SCM_TERM);
    m->rows = arena_array(m->arena, t->nrows, sizeof *m->rows);
    for (size_t i = 0; i < t->nrows; i++)
        if (types >> t->rows[i].type & 1) m->rows[m->nrows++] = &t->rows[i];
}

/* As many for all rates as the smallest needs to be more than nothing. */
static int choose_decimals(const struct matrix *m)
{
    double least = 1;
    if (m->options->per <= 0) return 0;
    for (size_t i = 0; i < m->nrows; i++)
        for (size_t d = 0; d < m->trend->ndocuments; d++) {
            double v = matrix_value(m, m->rows[i], d);
            if (v > 0 && v < least) least = v;
        }
    return least >= 0.1 ? 1 : least >= 0.01 ? 2 : 3;
}

str matrix_number(const struct matrix *m, const scm_trend_row *row, size_t document)
{
    const char *back =
        scm_trend_status(m->trend, row, document) == SCM_RETURNED ? "↩" NBSP : "";
    if (row->counts[document] == 0) return S("·");
    if (m->options->per <= 0) return str_printf(m->arena, "%s%zu", back, row->counts[document]);
    /* In whole parts, so that no locale has a say. */
    long scale = 1;
    for (int i = 0; i < m->decimals; i++) scale *= 10;
    long parts = (long)(matrix_value(m, row, document) * (double)scale + 0.5);
    if (scale == 1) return str_printf(m->arena, "%s%ld", back, parts);
    return str_printf(m->arena, "%s%ld.%0*ld", back, parts / scale, m->decimals, parts % scale);
}

/* A column of the page a text, as high as its share of the row's highest. */
static str bar(const struct matrix *m, const scm_trend_row *row)
{
    static const char *const HEIGHTS[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    struct matrix each = *m; /* of each text, also where the numbers are of several */
    buf b = {.arena = m->arena};
    double most = 0;
    each.trend = m->bars;
    row = &m->bars->rows[row - m->trend->rows];
    for (size_t d = 0; d < m->bars->ndocuments; d++)
        if (matrix_value(&each, row, d) > most) most = matrix_value(&each, row, d);
    for (size_t d = 0; d < m->bars->ndocuments; d++) {
        double v = matrix_value(&each, row, d);
        size_t height = v > 0 ? (size_t)(v / most * 8 + 0.999) : 0;
        buf_add(&b, str_of(height ? HEIGHTS[height > 8 ? 7 : height - 1] : "·"));
    }
    return buf_str(&b);
}

str matrix_name(const struct matrix *m, const scm_trend_row *row)
{
    const scm_annotations *text = m->trend->documents[row->first].summary->annotations;
    return short_name(text, row->type, row->id, row->name);
}

str matrix_acronym(const struct matrix *m, const scm_trend_row *row)
{
    bool letters = row->type != SCM_PATTERN && str_eq(matrix_name(m, row), row->id);
    return letters ? row->id : (str){0};
}

/* What a document's column says of it: "52", "2020", "com", "2861". */
str matrix_year(const struct matrix *m, size_t document)
{
    str date = m->trend->documents[document].date;
    if (date.len == YEAR + 1) return date; /* a decade, "2020s" */
    return date.len >= YEAR ? str_sub(date, 0, YEAR) : S("?");
}

static str short_year(const struct matrix *m, size_t document)
{
    str whole = matrix_year(m, document);
    return whole.len >= YEAR ? str_sub(whole, 2, whole.len) : whole;
}

/* "2020", "2020–23", "1998–2020" */
static void add_span(const struct matrix *m, buf *list, size_t first, size_t last)
{
    str from = matrix_year(m, first), to = matrix_year(m, last);
    list_add(list, ", ", from);
    if (str_eq(from, to)) return;
    if (from.len == YEAR && str_starts(to, str_sub(from, 0, 2))) to = str_sub(to, 2, to.len);
    list_add(list, "–", to);
}

/* A span for each time that it was there. */
str matrix_years(const struct matrix *m, const scm_trend_row *row)
{
    buf list = {.arena = m->arena};
    size_t first = row->first, last = first;
    for (size_t d = first + 1; d <= row->last; d++) {
        if (row->counts[d] == 0) continue;
        if (scm_trend_status(m->trend, row, d) == SCM_RETURNED) {
            add_span(m, &list, first, last);
            first = d;
        }
        last = d;
    }
    add_span(m, &list, first, last);
    return buf_str(&list);
}

/* Is a column more than one text? */
static bool is_folded(const struct matrix *m)
{
    for (size_t d = 0; d < m->trend->ndocuments; d++)
        if (m->trend->documents[d].texts > 1) return true;
    return false;
}

/* "ko" where the texts are in several languages. */
str matrix_language(const struct matrix *m, size_t document)
{
    const scm_dated *all = m->trend->documents;
    str language = all[document].summary->annotations->language;
    if (is_folded(m)) return (str){0};
    for (size_t d = 0; d < m->trend->ndocuments; d++)
        if (!str_eq(all[d].summary->annotations->language, language)) return language;
    return (str){0};
}

/* The ordinal of its meeting, or how many texts it is. */
static str meeting_of(const struct matrix *m, size_t document)
{
    int ordinal = m->trend->documents[document].meeting;
    if (is_folded(m)) return number_str(m->arena, m->trend->documents[document].texts);
    return ordinal > 0 ? number_str(m->arena, (size_t)ordinal) : S("-");
}

static const char *kind_of(const struct matrix *m, size_t document)
{
    static const char *const SHORT[] = {
        [SCM_KIND_UNKNOWN] = "-",
        [SCM_KIND_COMMUNIQUE] = "com",
        [SCM_KIND_FACT_SHEET] = "fact",
        [SCM_KIND_STATEMENT] = "stmt",
        [SCM_KIND_NEWS] = "news",
    };
    return SHORT[m->trend->documents[document].kind];
}

/* ".5k", "3k": at most three columns below 100,000 words. */
static str thousands_of(const struct matrix *m, size_t document)
{
    size_t words = m->trend->documents[document].words;
    if (words < 950) return str_printf(m->arena, ".%zuk", (words + 50) / 100);
    return str_printf(m->arena, "%zuk", (words + 500) / 1000);
}

static const char *document_head(const struct matrix *m, size_t d)
{
    bool wide = m->density == WIDE;
    str parts[] = {meeting_of(m, d), wide ? matrix_year(m, d) : short_year(m, d),
        str_sub(str_of(kind_of(m, d)), 0, wide ? 4 : 3),
        wide ? number_str(m->arena, m->trend->documents[d].words) : thousands_of(m, d)};
    buf b = {.arena = m->arena};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) list_add(&b, "\n", parts[i]);
    str language = matrix_language(m, d);
    if (language.len) list_add(&b, "\n", language);
    return str_z(m->arena, buf_str(&b));
}

/* The columns of the table being chosen. */
struct columns {
    const struct matrix *m;
    VEC(const char *) names;
    buf letters;
};

static void add_column(struct columns *c, char letter, const char *name)
{
    vec_push(c->m->arena, &c->names, name);
    buf_char(&c->letters, letter);
}

static bool has_letters(const struct matrix *m)
{
    return m->density == WIDE && m->letters;
}

/* What heads the lines of the texts' columns: the series, where there is one. */
static const char *document_label(const struct matrix *m)
{
    str series = {0};
    for (size_t d = 0; d < m->trend->ndocuments && series.len == 0; d++)
        series = m->trend->documents[d].summary->annotations->series;
    if (is_folded(m)) series = S("texts");
    return str_printf(m->arena, "%.*s\nyear\nkind\nwords%s", SCM_STR(series),
        m->trend->ndocuments && matrix_language(m, 0).len ? "\nlanguage" : "")
        .at;
}

static rows make_table(const struct matrix *m)
{
    struct columns c = {.m = m, .letters = {.arena = m->arena}};
    add_column(&c, 'h', "");
    if (has_letters(m)) add_column(&c, 'l', "");
    add_column(&c, 'c', m->density <= NARROW ? document_label(m) : "");
    for (size_t d = 0; m->density <= NARROW && d < m->trend->ndocuments; d++)
        add_column(&c, 'r', document_head(m, d));
    if (m->density == BARS) add_column(&c, 'r', "count");
    if (m->density <= BARS) add_column(&c, 'l', "years");
    add_column(&c, 'l', "");
    return rows_new(m->arena, c.names.at, str_z(m->arena, buf_str(&c.letters)));
}

static void add_row(rows *r, const struct matrix *m, const scm_trend_row *row)
{
    str letters = matrix_acronym(m, row);
    rows_add(r, str_of(scm_type_describe(row->type).heading));
    if (has_letters(m)) rows_add(r, letters);
    bool in_full = letters.len && has_letters(m) && row->name.len;
    rows_add(r, in_full ? row->name : matrix_name(m, row));
    for (size_t d = 0; m->density <= NARROW && d < m->trend->ndocuments; d++)
        rows_add(r, matrix_number(m, row, d));
    if (m->density == BARS) rows_add_number(r, row->total);
    if (m->density <= BARS) rows_add(r, matrix_years(m, row));
    rows_add(r, bar(m, row));
}

static int widest_letters(const struct matrix *m)
{
    int widest = 0;
    for (size_t i = 0; i < m->nrows; i++) {
        int width = utf8_width(matrix_acronym(m, m->rows[i]));
        if (width > widest) widest = width;
    }
    return widest;
}

static int widest_number(const struct matrix *m)
{
    int widest = 0;
    for (size_t i = 0; i < m->nrows; i++)
        for (size_t d = 0; d < m->trend->ndocuments; d++) {
            int width = utf8_width(matrix_number(m, m->rows[i], d));
            if (width > widest) widest = width;
        }
    return widest;
}

static enum density choose_density(const struct matrix *m)
{
    long n = (long)m->trend->ndocuments, line = m->options->width ? m->options->width : 80;
    int number = widest_number(m), year = YEAR;
    for (size_t d = 0; d < m->trend->ndocuments; d++)
        if ((int)matrix_year(m, d).len > year) year = (int)matrix_year(m, d).len;
    int wide = number > year ? number : year;
    int narrow = number > YEAR - 1 ? number : YEAR - 1;
    long name = INDENT + NAME_ROOM;
    long life = GAP + YEARS + GAP + (long)m->bars->ndocuments;
    if (line < 0 || name + m->letters + GAP + n * (GAP + wide) + life <= line) return WIDE;
    if (name + n * (GAP + narrow) + life <= line) return NARROW;
    return name + GAP + COUNT + life <= line ? BARS : SLIM;
}

/* A bar for each of `texts` where the line has room for that. */
static struct matrix make_matrix(arena *a, const scm_trend *trend, const scm_trend *texts,
    const scm_trend_report_options *options)
{
    struct matrix m = {.arena = a, .trend = trend, .bars = texts, .options = options};
    choose_rows(&m);
    m.decimals = choose_decimals(&m);
    m.letters = widest_letters(&m);
    m.density = choose_density(&m);
    if (m.density <= NARROW || texts == trend) return m;
    m.bars = trend;
    m.density = choose_density(&m);
    return m;
}

bool trend_fits(const scm_trend *trend, const scm_trend_report_options *options)
{
    arena *a = arena_new();
    bool fits = make_matrix(a, trend, trend, options).density <= NARROW;
    arena_free(a);
    return fits;
}

void trend_matrix(builder *b, const scm_trend *trend, const scm_trend *texts,
    const scm_trend_report_options *options)
{
    struct matrix m = make_matrix(b->arena, trend, texts, options);
    if (b->page) {
        trend_page(&m, b);
        return;
    }
    rows r = make_table(&m);
    for (size_t i = 0; i < m.nrows; i++) add_row(&r, &m, m.rows[i]);
    builder_table(b, (str){0}, &r);
}
