/* History: small series in which each kind of descent happens once, and generated ones whose
 * truth is known: sentences of invented words are born, reworded, moved, cut, joined, dropped
 * and brought back. */
#include "compared.h"

#include <scm/history.h>

static const scm_history *trace(
    struct fixture *f, scm_history **keep, const scm_history_options *options)
{
    scm_error error;
    assert_int_equal(scm_trace(keep, (const scm_summary *const *)f->summaries, f->nsummaries,
                         options, &error),
        0);
    return *keep;
}

/* The version in which the sentence stands, both counted from 0. */
static const scm_line_version *version(
    const scm_history *h, uint32_t document, uint32_t sentence)
{
    const scm_line *line = &h->lines[h->line_of[document][sentence]];
    for (size_t i = 0; i < line->nversions; i++)
        if (line->versions[i].document == document) return &line->versions[i];
    return NULL;
}

#define HARBOR                                                                                 \
    "The two sides reaffirmed that the harbor of Ostrand stays open to ships of both."
#define HARBOR_LATER "Both sides reaffirmed that the harbor of Ostrand stays open to all ships."
#define GRAIN "The ministers agreed to store grain for eleven months in the northern granaries."
#define BRIDGE "They noted that the bridge over the Velm was finished ahead of its schedule."
#define MINES                                                                                  \
    "They pledged to clear the mines from the eastern valley and to train forty new "          \
    "engineers in the academy of Lorn."
#define MINES_FIRST "They pledged to clear the mines from the eastern valley before winter."
#define MINES_SECOND "They will train forty new engineers in the academy of Lorn."

/* Kept, edited, new, gone and back. */
static void each_status(void **state)
{
    struct fixture *f = *state;
    scm_history *keep;
    SUMMARY(f, HARBOR, GRAIN);
    SUMMARY(f, HARBOR, BRIDGE);
    SUMMARY(f, HARBOR_LATER, GRAIN);
    const scm_history *h = trace(f, &keep, NULL);
    assert_int_equal(h->nlines, 3);
    assert_int_equal(version(h, 0, 0)->status, SCM_NEW);
    assert_int_equal(version(h, 1, 0)->status, SCM_KEPT);
    assert_int_equal(version(h, 2, 0)->status, SCM_EDITED);
    assert_int_equal(h->lines[0].wordings, 2);
    assert_int_equal(version(h, 1, 1)->status, SCM_NEW);
    assert_int_equal(version(h, 2, 1)->status, SCM_RETURNED);
    assert_int_equal(h->line_of[2][1], h->line_of[0][1]);
    scm_history_free(keep);
}

/* Whatever paragraph it stands in, and in whichever order. */
static void moves(void **state)
{
    struct fixture *f = *state;
    scm_history *keep;
    SUMMARY(f, HARBOR " " GRAIN, BRIDGE);
    SUMMARY(f, BRIDGE " " HARBOR, GRAIN);
    const scm_history *h = trace(f, &keep, NULL);
    assert_int_equal(h->nlines, 3);
    assert_int_equal(h->line_of[1][0], h->line_of[0][2]);
    assert_int_equal(h->line_of[1][1], h->line_of[0][0]);
    assert_int_equal(h->line_of[1][2], h->line_of[0][1]);
    scm_history_free(keep);
}

/* What is cut goes on in the part that shares more, and what is joined is the same again. */
static void cut_and_joined(void **state)
{
    struct fixture *f = *state;
    scm_history *keep;
    SUMMARY(f, HARBOR " " MINES);
    SUMMARY(f, HARBOR " " MINES_FIRST " " MINES_SECOND);
    SUMMARY(f, HARBOR " " MINES);
    const scm_history *h = trace(f, &keep, NULL);
    assert_int_equal(h->line_of[1][1], h->line_of[0][1]);
    assert_int_equal(version(h, 1, 2)->status, SCM_NEW);
    assert_int_equal(h->line_of[2][1], h->line_of[0][1]);
    assert_int_equal(h->lines[h->line_of[0][1]].wordings, 2);
    scm_history_free(keep);
}

/* A redline is the later text where what is new is kept, and the older one otherwise. */
static void redlines(void **state)
{
    struct fixture *f = *state;
    scm_history *keep;
    SUMMARY(f, HARBOR, GRAIN);
    SUMMARY(f, HARBOR_LATER, GRAIN);
    const scm_history *h = trace(f, &keep, NULL);
    size_t n;
    const scm_line *line = &h->lines[0];
    const scm_run *runs = scm_history_redline(h, &line->versions[0], &line->versions[1], &n);
    buf was = {.arena = f->arena}, is = {.arena = f->arena};
    for (size_t i = 0; i < n; i++) {
        if (runs[i].kind != SCM_RUN_NEW) buf_add(&was, runs[i].text);
        if (runs[i].kind != SCM_RUN_OLD) buf_add(&is, runs[i].text);
    }
    assert_true(str_eq(buf_str(&was), S(HARBOR)));
    assert_true(str_eq(buf_str(&is), S(HARBOR_LATER)));
    scm_history_free(keep);
}

/* Straight and curly quotes are the same words. */
static void quotes_are_no_words(void **state)
{
    struct fixture *f = *state;
    scm_history *keep;
    SUMMARY(f, "The ministers called the \"long harbor\" the heart of the eastern trade.");
    SUMMARY(f, "The ministers called the “long harbor” the heart of the eastern trade.");
    const scm_history *h = trace(f, &keep, NULL);
    assert_int_equal(version(h, 1, 0)->status, SCM_KEPT);
    assert_int_equal(h->lines[0].wordings, 1);
    scm_history_free(keep);
}

/* News beside joint texts, and the second text of a meeting, unless they are asked for. */
static void leaves_out(void **state)
{
    struct fixture *f = *state;
    scm_history *keep;
    SUMMARY(f, HARBOR, GRAIN);
    SUMMARY(f, HARBOR, BRIDGE);
    SUMMARY(f, HARBOR);
    SUMMARY(f, HARBOR, GRAIN);
    f->annotations[2]->kind = SCM_KIND_NEWS;
    f->annotations[0]->ordinal = f->annotations[3]->ordinal = 7;
    const scm_history *h = trace(f, &keep, NULL);
    assert_int_equal(h->ndocuments, 2);
    assert_int_equal(h->nleft_out, 2);
    scm_history_free(keep);
    h = trace(f, &keep, &(scm_history_options){.all_kinds = true});
    assert_int_equal(h->ndocuments, 4);
    assert_int_equal(h->nleft_out, 0);
    scm_history_free(keep);
}

/* A sentence of a generated text and the line to which it belongs. */
typedef VEC(str) strs;
struct born {
    uint32_t line;
    strs words;
};
typedef VEC(struct born) paragraph;
typedef VEC(paragraph) draft;

/* A series while it is made. */
struct series {
    arena *arena;
    uint32_t seed;
    uint32_t lines; /* so far */
    uint32_t share; /* words in a hundred that are replaced from text to text */
    strs vocabulary;
    draft text;
    paragraph dropped;
};

static const char *const FUNCTION_WORDS[] = {"the", "of", "and", "to", "in", "for", "on",
    "with", "by", "from", "as", "at", "that", "its", "their", "will", "be", "are", "has"};
static const char *const OPENINGS[] = {"The two sides reaffirmed that",
    "The ministers noted that", "Both sides pledged to", "They agreed to",
    "In this regard they emphasized", "The secretary reiterated"};
enum { NFUNCTION = sizeof FUNCTION_WORDS / sizeof *FUNCTION_WORDS };
enum { NOPENINGS = sizeof OPENINGS / sizeof *OPENINGS, VOCABULARY = 2000 };

static uint32_t dice(struct series *s, uint32_t below)
{
    return roll(&s->seed, below);
}

static str invent_word(struct series *s)
{
    static const char ONSETS[] = "bdfgklmnprstvz", VOWELS[] = "aeiou";
    static const char *const ENDINGS[] = {"", "", "s", "n", "ing", "ed", "al"};
    buf b = {.arena = s->arena};
    for (uint32_t n = 2 + dice(s, 3); n > 0; n--) {
        buf_char(&b, ONSETS[dice(s, sizeof ONSETS - 1)]);
        buf_char(&b, VOWELS[dice(s, sizeof VOWELS - 1)]);
    }
    buf_add(&b, str_of(ENDINGS[dice(s, 7)]));
    return buf_str(&b);
}

/* Of the vocabulary some words are much commoner than others. */
static str content_word(struct series *s)
{
    uint32_t rank = dice(s, VOCABULARY) * dice(s, VOCABULARY) / VOCABULARY;
    return s->vocabulary.at[rank];
}

static bool is_function(str word)
{
    for (size_t i = 0; i < NFUNCTION; i++)
        if (str_eq(word, str_of(FUNCTION_WORDS[i]))) return true;
    return false;
}

static str any_word(struct series *s, bool function)
{
    return function ? str_of(FUNCTION_WORDS[dice(s, NFUNCTION)]) : content_word(s);
}

static struct born give_birth(struct series *s)
{
    struct born b = {.line = s->lines++};
    size_t n = 10 + dice(s, 20);
    str opening = str_of(OPENINGS[dice(s, NOPENINGS)]);
    if (dice(s, 2) == 0)
        for (str word; str_cut(&opening, ' ', &word);) vec_push(s->arena, &b.words, word);
    while (b.words.len < n) vec_push(s->arena, &b.words, any_word(s, dice(s, 5) < 2));
    return b;
}

/* Words are replaced by others of their kind, some left out or put in. */
static strs reword(struct series *s, strs words)
{
    strs out = {0};
    for (size_t i = 0; i < words.len; i++) {
        str word = words.at[i];
        bool changed = dice(s, 100) < s->share;
        uint32_t how = dice(s, 20);
        if (!changed || how < 3) vec_push(s->arena, &out, word);
        if (changed && how < 17) vec_push(s->arena, &out, any_word(s, is_function(word)));
    }
    return out.len < 5 ? words : out;
}

/* The length of the longest common subsequence: how many words two sentences share. */
static size_t shared(struct series *s, strs a, strs b)
{
    size_t *row = arena_array(s->arena, b.len + 1, sizeof *row);
    for (size_t i = 0; i < a.len; i++)
        for (size_t j = 0, diagonal = 0; j < b.len; j++) {
            size_t above = row[j + 1];
            if (str_eq_nocase(a.at[i], b.at[j]))
                row[j + 1] = diagonal + 1;
            else if (row[j] > above)
                row[j + 1] = row[j];
            diagonal = above;
        }
    return row[b.len];
}

static strs part_of(struct series *s, strs words, size_t from, size_t to)
{
    strs out = {0};
    for (; from < to; from++) vec_push(s->arena, &out, words.at[from]);
    return out;
}

/* Cut in two: the line goes on in the part that shares more. */
static void add_cut(struct series *s, paragraph *to, struct born b, strs was)
{
    size_t at = b.words.len / 3 + dice(s, (uint32_t)b.words.len / 3);
    struct born first = {b.line, part_of(s, b.words, 0, at)};
    struct born second = {b.line, part_of(s, b.words, at, b.words.len)};
    if (shared(s, was, first.words) >= shared(s, was, second.words))
        second.line = s->lines++;
    else
        first.line = s->lines++;
    vec_push(s->arena, to, first);
    vec_push(s->arena, to, second);
}

/* Joined to the sentence before: the line of that which shares more goes on. */
static void join_to_last(
    struct series *s, paragraph *to, struct born b, strs was, strs last_was)
{
    struct born *last = &to->at[to->len - 1];
    strs both = part_of(s, last->words, 0, last->words.len);
    vec_push(s->arena, &both, S("and"));
    for (size_t i = 0; i < b.words.len; i++) vec_push(s->arena, &both, b.words.at[i]);
    if (shared(s, last_was, both) < shared(s, was, both)) last->line = b.line;
    last->words = both;
}

enum { LONG = 14, LONGEST = 50 }; /* words of a sentence that may be cut or made */

static paragraph next_paragraph(struct series *s, const paragraph *old)
{
    paragraph out = {0};
    strs last_was = {0}; /* of the sentence added last, where nothing else was done to it */
    for (size_t i = 0; i < old->len; i++) {
        const struct born *b = &old->at[i];
        struct born now = {b->line, reword(s, b->words)};
        uint32_t fate = dice(s, 100);
        if (fate < 5) {
            vec_push(s->arena, &s->dropped, *b);
            continue;
        }
        strs was = b->words;
        if (fate < 8 && now.words.len >= LONG) {
            add_cut(s, &out, now, was);
            was.len = 0;
        } else if (fate < 11 && last_was.len && last_was.len + was.len < LONGEST) {
            join_to_last(s, &out, now, was, last_was);
            was.len = 0;
        } else {
            vec_push(s->arena, &out, now);
        }
        last_was = was;
    }
    return out;
}

static void insert(struct series *s, paragraph *p, struct born b)
{
    size_t at = dice(s, (uint32_t)p->len + 1);
    vec_push(s->arena, p, b);
    memmove(p->at + at + 1, p->at + at, (p->len - 1 - at) * sizeof *p->at);
    p->at[at] = b;
}

static struct born take_out(struct series *s, paragraph *p)
{
    size_t at = dice(s, (uint32_t)p->len);
    struct born b = p->at[at];
    memmove(p->at + at, p->at + at + 1, (p->len - 1 - at) * sizeof *p->at);
    p->len--;
    return b;
}

static paragraph *any_paragraph(struct series *s)
{
    for (;;) {
        paragraph *p = &s->text.at[dice(s, (uint32_t)s->text.len)];
        if (p->len) return p;
    }
}

static void next_text(struct series *s, size_t sentences)
{
    draft new = {0};
    for (size_t i = 0; i < s->text.len; i++) {
        paragraph p = next_paragraph(s, &s->text.at[i]);
        if (p.len) vec_push(s->arena, &new, p);
    }
    s->text = new;
    for (size_t i = 0; i < sentences / 30; i++) {
        struct born moved = take_out(s, any_paragraph(s));
        insert(s, any_paragraph(s), moved);
    }
    for (size_t i = 0; i < sentences / 60 && s->dropped.len; i++) {
        struct born back = take_out(s, &s->dropped);
        back.words = reword(s, back.words);
        insert(s, any_paragraph(s), back);
    }
    for (size_t i = 0; i < sentences / 17; i++) insert(s, any_paragraph(s), give_birth(s));
}

static const char *paragraph_text(struct series *s, const paragraph *p)
{
    buf b = {.arena = s->arena};
    for (size_t i = 0; i < p->len; i++)
        for (size_t k = 0; k < p->at[i].words.len; k++) {
            str word = p->at[i].words.at[k];
            if (b.len) buf_char(&b, ' ');
            buf_char(&b, k ? word.at[0] : to_upper(word.at[0]));
            buf_add(&b, str_sub(word, 1, word.len));
            if (k + 1 == p->at[i].words.len) buf_char(&b, '.');
        }
    return str_z(s->arena, buf_str(&b));
}

/* The lines of a text's sentences, in order. */
typedef VEC(uint32_t) lines;

static lines write_text(struct series *s, struct fixture *f)
{
    const char **texts = arena_array(s->arena, s->text.len, sizeof *texts);
    lines out = {0};
    size_t n = 0;
    for (size_t i = 0; i < s->text.len; i++) {
        const paragraph *p = &s->text.at[i];
        if (p->len == 0) continue;
        texts[n++] = paragraph_text(s, p);
        for (size_t k = 0; k < p->len; k++) vec_push(s->arena, &out, p->at[k].line);
    }
    summarize(f, texts, n);
    return out;
}

static void first_text(struct series *s, size_t sentences)
{
    for (size_t i = 0; i < VOCABULARY; i++) vec_push(s->arena, &s->vocabulary, invent_word(s));
    for (size_t i = 0; i < sentences; i++) {
        if (i == 0 || dice(s, 4) == 0) vec_push(s->arena, &s->text, (paragraph){0});
        paragraph *last = &s->text.at[s->text.len - 1];
        vec_push(s->arena, last, give_birth(s));
    }
}

/* Links between a version and the one before, and sentences whose first text is right. */
struct score {
    size_t right, found, expected;
    size_t first_right, sentences;
};

static const scm_line_version *before(const scm_history *h, uint32_t document, uint32_t i)
{
    const scm_line_version *v = version(h, document, i);
    return v > h->lines[h->line_of[document][i]].versions ? v - 1 : NULL;
}

static void judge(struct score *s, arena *a, const scm_history *h, const lines *truth, size_t n,
    uint32_t nlines)
{
    struct place {
        uint32_t document, sentence, first;
        bool known;
    } *last = arena_array(a, nlines, sizeof *last);
    for (uint32_t d = 0; d < n; d++)
        for (uint32_t i = 0; i < truth[d].len; i++) {
            struct place *p = &last[truth[d].at[i]];
            const scm_line_version *found = before(h, d, i);
            s->expected += p->known;
            s->found += found != NULL;
            s->right += p->known && found && found->document == p->document &&
                        found->sentence == p->sentence;
            if (!p->known) p->first = d;
            const scm_line *line = &h->lines[h->line_of[d][i]];
            s->first_right += line->versions[0].document == p->first;
            s->sentences++;
            *p = (struct place){d, i, p->first, true};
        }
}

static void run_series(struct score *score, size_t texts, uint32_t share, uint32_t seed)
{
    enum { SENTENCES = 80 };
    struct fixture f = {.arena = arena_new()};
    struct series s = {.arena = arena_new(), .seed = seed * 2654435761U, .share = share};
    lines *truth = arena_array(s.arena, texts, sizeof *truth);
    scm_history *h;
    assert_int_equal(scm_authority_load(&f.authority, NULL, NULL), 0);
    first_text(&s, SENTENCES);
    for (size_t i = 0; i < texts; i++) {
        if (i) next_text(&s, SENTENCES);
        truth[i] = write_text(&s, &f);
        assert_int_equal(f.annotations[i]->nsentences, truth[i].len);
    }
    trace(&f, &h, NULL);
    judge(score, s.arena, h, truth, texts, s.lines);
    scm_history_free(h);
    forget(&f);
    scm_authority_free(f.authority);
    arena_free(f.arena);
    arena_free(s.arena);
}

/* Under valgrind one short series will do; it says nothing of the level. */
static bool is_sample(void)
{
    const char *prefix = getenv("VALGRIND");
    return prefix && *prefix;
}

static void level(size_t texts, uint32_t share, double links, double firsts)
{
    struct score s = {0};
    uint32_t seeds = is_sample() ? 1 : 60 / (uint32_t)texts + 1;
    for (uint32_t seed = 1; seed <= seeds; seed++)
        run_series(&s, is_sample() ? 4 : texts, share, seed + share);
    double f1 = 2 * (double)s.right / (double)(s.found + s.expected);
    double first = (double)s.first_right / (double)s.sentences;
    printf("# figure: %zu texts, %u %% of words reworded: links F1 %.3f, first text %.3f\n",
        texts, share, f1, first);
    if (is_sample()) return;
    assert_true(f1 >= links);
    assert_true(first >= firsts);
}

static void generated_series(void **state)
{
    (void)state;
    level(12, 5, 0.98, 0.97);
    level(12, 15, 0.98, 0.97);
    level(12, 30, 0.97, 0.95);
    level(12, 40, 0.96, 0.93);
    level(60, 15, 0.98, 0.97);
    level(60, 30, 0.97, 0.93);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_status, setup, teardown),
        cmocka_unit_test_setup_teardown(moves, setup, teardown),
        cmocka_unit_test_setup_teardown(cut_and_joined, setup, teardown),
        cmocka_unit_test_setup_teardown(redlines, setup, teardown),
        cmocka_unit_test_setup_teardown(quotes_are_no_words, setup, teardown),
        cmocka_unit_test_setup_teardown(leaves_out, setup, teardown),
        cmocka_unit_test(generated_series),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
