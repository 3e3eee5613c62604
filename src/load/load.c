/* Load: the pipeline from bytes to document. */
#include "load/source.h"

#include <string.h>

#include "base/calendar.h"
#include "base/input.h"
#include "load/read/frontmatter.h"
#include "load/read/pdf.h"
#include "load/read/refused.h"
#include "load/read/word.h"
#include "load/lines/line.h"

/* What a source is follows from its bytes, never from its name. */
static int read_pieces(struct source *s, str text)
{
    if (tei_looks_like(text)) return tei_pieces(s, text);
    if (!str_starts(text, S("---")) && markup_looks_like(text)) return markup_pieces(s, text);
    str plain = clean(s->arena, text);
    if (markdown_looks_like(plain))
        markdown_pieces(s, plain);
    else
        return plain_pieces(s, plain);
    return SCM_OK;
}

/* "7." alone in a line or cell goes to the paragraph below it. */
static void join_numbers(struct source *s)
{
    for (size_t i = 0; i + 1 < s->pieces.len; i++) {
        struct piece *p = &s->pieces.at[i], *next = p + 1;
        int n;
        char style;
        if (p->drop || next->drop || number_parse(p->text, &n, &style) != p->text.len) continue;
        if (p->text.len == 0 || number_parse(next->text, &n, &style)) continue;
        if (next->flags & (PIECE_HEADING | PIECE_RULE)) continue;
        next->text = str_printf(s->arena, "%.*s %.*s", SCM_STR(p->text), SCM_STR(next->text));
        p->drop = SCM_REASON_NUMBER;
    }
}

static void heal_ordinals(struct source *s)
{
    for (size_t i = 0; i < s->pieces.len; i++) {
        str *text = &s->pieces.at[i].text, healed = ordinal_heal(s->arena, s->language, *text);
        if (healed.at == text->at && healed.len == text->len) continue;
        s->joined += count_words(*text) - count_words(healed);
        *text = healed;
    }
}

/* An id is a field of every record: valid UTF-8, and all of it can be seen. */
static str make_id(arena *a, const char *id)
{
    str s = str_dup(a, str_of(id));
    s.len = scm_str_tidy((char *)(uintptr_t)s.at, s.len, '_');
    return s;
}

static const char *id_of_path(arena *a, const char *path)
{
    str name = str_of(path);
    for (size_t slash; (slash = str_find_char(name, '/')) < name.len;)
        name = str_sub(name, slash + 1, name.len);
    for (size_t i = name.len; i > 1; i--)
        if (name.at[i - 1] == '.') {
            name.len = i - 1;
            break;
        }
    return name.len ? str_z(a, name) : "-";
}

/* Copies the text of the blocks into one buffer, and the blocks. */
static void build_blocks(scm_document *d, const struct source *s)
{
    size_t bytes = 0, count = 0;
    for (size_t i = 0; i < s->pieces.len; i++) {
        const struct piece *p = &s->pieces.at[i];
        if (p->drop || p->mark >= p->text.len) continue;
        bytes += p->text.len - p->mark + 1;
        count++;
    }
    char *text = arena_alloc(arena_of(d), bytes);
    scm_block *blocks = arena_array(arena_of(d), count, sizeof *blocks);
    d->text = (str){text, bytes};
    d->blocks = blocks;
    str section = {0}, copy = {0};
    for (size_t i = 0; i < s->pieces.len; i++) {
        const struct piece *p = &s->pieces.at[i];
        if (p->drop || p->mark >= p->text.len) continue;
        size_t len = p->text.len - p->mark;
        memcpy(text, p->text.at + p->mark, len);
        text[len] = '\n';
        if (p->section.at != section.at) copy = str_dup(arena_of(d), section = p->section);
        bool repeats = s->numbered && p->mark && !(p->flags & PIECE_NUMBERED);
        blocks[d->nblocks++] = (scm_block){
            str_dup(arena_of(d), p->label), copy, {text, len}, p->paragraph, p->part, repeats};
        text += len + 1;
    }
}

/* The title and headings are not lost, so only the rest counts as dropped. */
static bool is_lost(const struct piece *p)
{
    return p->text.len && p->drop > SCM_REASON_JOINED;
}

static void build_dropped(scm_document *d, const struct source *s)
{
    size_t count = 0;
    for (size_t i = 0; i < s->pieces.len; i++) count += is_lost(&s->pieces.at[i]);
    scm_dropped *dropped = arena_array(arena_of(d), count, sizeof *dropped);
    d->dropped = dropped;
    for (size_t i = 0; i < s->pieces.len; i++) {
        const struct piece *p = &s->pieces.at[i];
        if (is_lost(p))
            dropped[d->ndropped++] = (scm_dropped){str_dup(arena_of(d), p->text), p->drop};
    }
}

static void count_pieces(struct source *s)
{
    for (size_t i = 0; i < s->pieces.len; i++)
        s->pieces.at[i].words = count_words(s->pieces.at[i].text);
}

/* What was left out between the first block and the last, but for what is kept elsewhere and
 * the day and place of a text behind another one. */
static void count_inside(scm_document *d, const struct source *s)
{
    size_t words = 0, left = 0;
    for (size_t i = 0; i < s->pieces.len; i++) {
        const struct piece *p = &s->pieces.at[i];
        bool kept = !p->drop && p->mark < p->text.len;
        if (kept) {
            d->left_inside += d->words_inside ? left : 0;
            d->words_inside += (d->words_inside ? words : 0) + p->words;
            words = left = 0;
        } else if (p->drop != SCM_REASON_NUMBER) {
            words += p->words;
            left += is_lost(p) && p->drop != SCM_REASON_DATELINE ? p->words : 0;
        }
    }
}

/* The account while it is added up. */
struct ledger {
    size_t words[SCM_PART_OUT], out[SCM_NREASONS];
};

static void add_to_ledger(struct ledger *l, const struct piece *p)
{
    size_t words = p->words;
    if (p->drop == SCM_REASON_NONE)
        *(p->mark < p->text.len ? &l->words[SCM_PART_BODY] : &l->out[SCM_REASON_NUMBER]) +=
            words;
    else if (p->drop == SCM_REASON_TITLE)
        l->words[SCM_PART_TITLE] += words;
    else if (p->drop == SCM_REASON_HEADING)
        l->words[SCM_PART_HEADING] += words;
    else if (p->drop == SCM_REASON_NOTE)
        l->words[SCM_PART_NOTE] += words;
    else if (p->drop != SCM_REASON_NUMBER) /* it stands in the next piece */
        l->out[p->drop] += words;
}

/* Of several titles one is kept. */
static void settle_title(struct ledger *l, const scm_document *d, const struct source *s)
{
    size_t all = l->words[SCM_PART_TITLE] + s->title_words;
    size_t kept = s->options->title ? 0 : count_words(d->title);
    l->words[SCM_PART_TITLE] = kept < all ? kept : all;
    l->out[SCM_REASON_TITLE] += all - l->words[SCM_PART_TITLE];
}

static void build_account(scm_document *d, const struct source *s)
{
    struct ledger l = {{[SCM_PART_IN] = s->words, [SCM_PART_NOTE] = s->note_words},
        {[SCM_REASON_JOINED] = s->joined, [SCM_REASON_MARKUP] = s->marked_words}};
    scm_share *rows =
        arena_array(arena_of(d), (size_t)SCM_PART_OUT + SCM_NREASONS, sizeof *rows);
    for (size_t i = 0; i < s->pieces.len; i++) add_to_ledger(&l, &s->pieces.at[i]);
    settle_title(&l, d, s);
    d->account = rows;
    for (int p = 0; p < SCM_PART_OUT; p++)
        if (l.words[p] || p == SCM_PART_IN)
            rows[d->naccount++] = (scm_share){(enum scm_part)p, SCM_REASON_NONE, l.words[p]};
    for (int r = 0; r < SCM_NREASONS; r++)
        if (l.out[r])
            rows[d->naccount++] = (scm_share){SCM_PART_OUT, (enum scm_reason)r, l.out[r]};
}

static void build(scm_document *d, struct source *s)
{
    front(s, d);
    d->title = str_dup(arena_of(d), d->title);
    d->note = str_dup(arena_of(d), d->note);
    d->date = str_dup(arena_of(d), d->date);
    d->venue = str_dup(arena_of(d), d->venue);
    d->published = str_dup(arena_of(d), d->published);
    build_blocks(d, s);
    build_dropped(d, s);
    count_pieces(s);
    build_account(d, s);
    count_inside(d, s);
}

static void find_body(struct source *s)
{
    split_title(s);
    join_numbers(s);
    heal_ordinals(s);
    furniture(s);
    number_labels(s);
}

/* What the caller knows of the text counts for more than what it says itself. */
static int take_options(struct source *s)
{
    str title = str_of(s->options->title), day = str_of(s->options->date);
    if (title.len) s->title = fold(s->arena, clean(s->arena, title));
    if (day.len > 10 && (day.at[10] == 'T' || day.at[10] == ' ')) day.len = 10;
    date d;
    if (!s->options->date) return SCM_OK;
    if (!date_parse_iso(day, &d))
        return fail(s->error, SCM_E_USAGE, "%s: '%s' is not a date of the form YYYY-MM-DD",
            s->name, s->options->date);
    s->published = date_iso(s->arena, d);
    return SCM_OK;
}

/* A PDF or a Word file says what it is in its first bytes. */
static int read_bytes(scm_document *d, struct source *s, str bytes)
{
    str text;
    int readable = check_readable(s, bytes);
    if (readable != SCM_OK) return readable;
    if (is_zip(bytes)) {
        d->encoding = "DOCX";
        return word_pieces(s, bytes);
    }
    if (is_pdf(bytes)) {
        int status = pdf_text(&text, s, bytes);
        d->encoding = "PDF";
        return status ? status : plain_pieces(s, clean(s->arena, text));
    }
    int status = decode(&text, d, s, bytes);
    return status ? status : read_pieces(s, text);
}

static int read_document(scm_document *d, struct source *s, str bytes)
{
    int status = read_bytes(d, s, bytes);
    if (status) return status;
    if (s->too_many)
        return fail(s->error, SCM_E_LIMIT, "%s: more than %d blocks", s->name, MOST_PIECES);
    if (!s->stated) find_body(s);
    if ((status = take_options(s))) return status;
    build(d, s);
    return d->nblocks ? SCM_OK : fail(s->error, SCM_E_INPUT, "%s: no text", s->name);
}

/* Takes the source's arena over. */
static int make_document(scm_document **out, struct source *s, str bytes, const char *id)
{
    arena *a = arena_new();
    scm_document *d = arena_value(a, sizeof *d);
    d->id = make_id(a, id);
    int status = read_document(d, s, bytes);
    arena_free(s->arena);
    if (status) {
        arena_free(a);
        return status;
    }
    *out = d;
    return SCM_OK;
}

static const scm_load_options USUAL = {0};

static int load_file(
    scm_document **out, const char *path, const scm_load_options *options, scm_error *error)
{
    struct source s = {
        .arena = arena_new(), .name = path, .language = &embedded_language, .error = error};
    s.options = options ? options : &USUAL;
    str bytes;
    int status = input_read(&bytes, s.arena, path, error);
    if (status) {
        arena_free(s.arena);
        return status;
    }
    const char *id = s.options->id ? s.options->id : id_of_path(s.arena, path);
    return make_document(out, &s, bytes, id);
}

int scm_document_load(
    scm_document **out, const char *path, const scm_load_options *options, scm_error *error)
{
    GUARDED(int, load_file(out, path, options, error), no_memory(error))
}

static int parse(
    scm_document **out, scm_str bytes, const scm_load_options *options, scm_error *error)
{
    const char *id = options && options->id ? options->id : "-";
    struct source s = {
        .arena = arena_new(), .name = id, .language = &embedded_language, .error = error};
    s.options = options ? options : &USUAL;
    if (bytes.len > INPUT_LIMIT) {
        arena_free(s.arena);
        return fail(error, SCM_E_LIMIT, "%s: larger than the limit of %d MiB", id,
            INPUT_LIMIT / 1024 / 1024);
    }
    return make_document(out, &s, bytes, id);
}

int scm_document_parse(
    scm_document **out, scm_str bytes, const scm_load_options *options, scm_error *error)
{
    GUARDED(int, parse(out, bytes, options, error), no_memory(error))
}

void scm_document_free(scm_document *document)
{
    if (document) arena_free(arena_of(document));
}
