/* Perturbation: restated communiqués are edited at random with known truth, as
 * blocks (moved, split, merged, dropped, inserted) and as words (replaced by
 * others of their class), and the comparison has to find what was done. */
#include "compared.h"

#include "analyse/compare/stems.h"

#define NOWHERE UINT32_MAX

/* A sentence and the block of the old document that it is from. */
struct part {
    str text;
    uint32_t origin;
};
typedef struct block {
    VEC(struct part) parts;
} block;
typedef VEC(block) blocks;

/* Words that may stand for one another, by their looks. */
enum word_class { CAPITALIZED, FUNCTION, NUMBER, ENDS_ING, ENDS_ED, ENDS_S, OTHER, NCLASSES };
typedef VEC(str) strs;

static struct world {
    struct fixture f;
    arena *arena;
    blocks texts[3]; /* communiqués */
    blocks all;      /* of all texts, in parts of a few sentences */
    strs words[NCLASSES];
} w;

/* A word without the marks around it. */
static str bare(str word)
{
    while (word.len && !is_alnum(word.at[0])) word = str_sub(word, 1, word.len);
    while (word.len && !is_alnum(word.at[word.len - 1])) word.len--;
    return word;
}

static enum word_class class_of(arena *a, str word)
{
    str lower = str_lower(a, word);
    if (is_stop_word(lower)) return FUNCTION;
    if (word.len && is_digit(word.at[0])) return NUMBER;
    if (word.len && is_upper(word.at[0])) return CAPITALIZED;
    if (str_ends(lower, S("ing"))) return ENDS_ING;
    if (str_ends(lower, S("ed"))) return ENDS_ED;
    return str_ends(lower, S("s")) ? ENDS_S : OTHER;
}

static void learn_words(str text)
{
    for (str rest = text, word; str_cut(&rest, ' ', &word);) {
        str b = bare(word);
        if (b.len) vec_push(w.arena, &w.words[class_of(w.arena, b)], b);
    }
}

static void add_part(arena *a, block *to, str text, uint32_t origin)
{
    vec_push(a, &to->parts, ((struct part){text, origin}));
}

static blocks read_blocks(const char *name)
{
    scm_error error;
    scm_document *d;
    scm_annotations *n;
    blocks out = {0};
    const char *path = str_z(w.arena, str_printf(w.arena, "corpus/texts/%s.txt", name));
    assert_int_equal(scm_document_load(&d, path, NULL, &error), 0);
    assert_int_equal(scm_annotate(&n, d, w.f.authority, NULL, &error), 0);
    for (size_t i = 0; i < d->nblocks; i++) vec_push(w.arena, &out, (block){0});
    for (size_t i = 0; i < n->nsentences; i++) {
        const scm_sentence *s = &n->sentences[i];
        add_part(w.arena, &out.at[s->block], str_dup(w.arena, s->text), s->block);
        learn_words(out.at[s->block].parts.at[out.at[s->block].parts.len - 1].text);
    }
    scm_annotations_free(n);
    scm_document_free(d);
    return out;
}

enum { LARGE = 200 };

/* The blocks of all texts as blocks of one, cut so that there are LARGE. */
static void add_pieces(const blocks *text, size_t most)
{
    for (size_t i = 0; i < text->len; i++) {
        size_t from = w.all.len;
        for (size_t k = 0; k < text->at[i].parts.len && w.all.len <= LARGE; k++) {
            if (k % most == 0) vec_push(w.arena, &w.all, (block){0});
            block *last = &w.all.at[w.all.len - 1];
            add_part(w.arena, last, text->at[i].parts.at[k].text, (uint32_t)(w.all.len - 1));
        }
        assert_true(w.all.len > from || w.all.len > LARGE);
    }
    if (w.all.len > LARGE) w.all.len = LARGE;
}

static int build_world(void **state)
{
    static const char *const NAMES[] = {"scm52-2020", "scm53-2021", "scm55-2023"};
    (void)state;
    w.arena = arena_new();
    w.f.arena = arena_new();
    if (scm_authority_load(&w.f.authority, NULL, NULL)) return -1;
    for (size_t i = 0; i < 3; i++) w.texts[i] = read_blocks(NAMES[i]);
    for (size_t i = 0; i < 3; i++) add_pieces(&w.texts[i], 2);
    return 0;
}

static int end_world(void **state)
{
    (void)state;
    forget(&w.f);
    arena_free(w.f.arena);
    arena_free(w.arena);
    scm_authority_free(w.f.authority);
    return 0;
}

/* What is done to a document: so many blocks in a hundred for each kind of edit,
 * and words in a hundred. */
struct edits {
    uint32_t blocks, words;
};

static void insert_at(arena *a, blocks *d, size_t at, block b)
{
    vec_push(a, d, b);
    memmove(d->at + at + 1, d->at + at, (d->len - 1 - at) * sizeof *d->at);
    d->at[at] = b;
}

static block remove_at(blocks *d, size_t at)
{
    block b = d->at[at];
    memmove(d->at + at, d->at + at + 1, (d->len - 1 - at) * sizeof *d->at);
    d->len--;
    return b;
}

static block copy_block(arena *a, const block *b, size_t from, size_t to)
{
    block out = {0};
    for (; from < to; from++) vec_push(a, &out.parts, b->parts.at[from]);
    return out;
}

static str random_word(uint32_t *seed, enum word_class class)
{
    return w.words[class].at[roll(seed, (uint32_t)w.words[class].len)];
}

/* A paragraph that was in neither text, of the words of all. */
static block foreign_block(arena *a, uint32_t *seed)
{
    block out = {0};
    for (uint32_t n = 1 + roll(seed, 4); n > 0; n--) {
        buf b = {.arena = a};
        buf_add(&b, S("The"));
        for (uint32_t k = 12 + roll(seed, 16); k > 0; k--) {
            enum word_class class =
                k % 2 ? FUNCTION : (enum word_class)(ENDS_ING + roll(seed, 4));
            buf_char(&b, ' ');
            buf_add(&b, random_word(seed, class));
        }
        buf_char(&b, '.');
        add_part(a, &out, buf_str(&b), NOWHERE);
    }
    return out;
}

static void split_block(arena *a, blocks *d, uint32_t *seed)
{
    size_t i = roll(seed, (uint32_t)d->len), count = d->at[i].parts.len;
    if (count < 2) return;
    size_t cut = 1 + roll(seed, (uint32_t)count - 1);
    insert_at(a, d, i + 1, copy_block(a, &d->at[i], cut, count));
    d->at[i] = copy_block(a, &d->at[i], 0, cut);
}

static void merge_blocks(arena *a, blocks *d, uint32_t *seed)
{
    size_t i = roll(seed, (uint32_t)d->len - 1);
    block next = remove_at(d, i + 1);
    for (size_t k = 0; k < next.parts.len; k++) vec_push(a, &d->at[i].parts, next.parts.at[k]);
}

/* A sentence with some of its words replaced. */
static str reword(arena *a, str text, uint32_t share, uint32_t *seed)
{
    buf out = {.arena = a};
    for (str rest = text, word; str_cut(&rest, ' ', &word);) {
        str b = bare(word);
        if (out.len) buf_char(&out, ' ');
        if (b.len && roll(seed, 100) < share) {
            buf_add(&out, str_sub(word, 0, (size_t)(b.at - word.at)));
            buf_add(&out, random_word(seed, class_of(a, b)));
            buf_add(&out, str_sub(word, (size_t)(b.at - word.at) + b.len, word.len));
        } else {
            buf_add(&out, word);
        }
    }
    return buf_str(&out);
}

static blocks perturb(arena *a, const blocks *old, struct edits e, uint32_t seed)
{
    blocks d = {0};
    size_t k = (old->len * e.blocks + 99) / 100;
    for (size_t i = 0; i < old->len; i++)
        vec_push(a, &d, copy_block(a, &old->at[i], 0, old->at[i].parts.len));
    for (size_t i = 0; i < k; i++) remove_at(&d, roll(&seed, (uint32_t)d.len));
    for (size_t i = 0; i < k; i++) split_block(a, &d, &seed);
    for (size_t i = 0; i < k; i++) merge_blocks(a, &d, &seed);
    for (size_t i = 0; i < k; i++)
        insert_at(a, &d, roll(&seed, (uint32_t)d.len), foreign_block(a, &seed));
    for (size_t i = 0; i < k; i++) {
        block moved = remove_at(&d, roll(&seed, (uint32_t)d.len));
        insert_at(a, &d, roll(&seed, (uint32_t)d.len), moved);
    }
    for (size_t i = 0; i < d.len; i++)
        for (size_t s = 0; s < d.at[i].parts.len; s++) {
            struct part *p = &d.at[i].parts.at[s];
            p->text = reword(a, p->text, e.words, &seed);
        }
    return d;
}

static scm_summary *summary_of(const blocks *d)
{
    const char **paragraphs = arena_array(w.f.arena, d->len, sizeof *paragraphs);
    for (size_t i = 0; i < d->len; i++) {
        buf b = {.arena = w.f.arena};
        for (size_t s = 0; s < d->at[i].parts.len; s++) {
            if (s) buf_char(&b, ' ');
            buf_add(&b, d->at[i].parts.at[s].text);
        }
        paragraphs[i] = str_z(w.f.arena, buf_str(&b));
    }
    return summarize(&w.f, paragraphs, d->len);
}

/* Pairs of blocks, and blocks that have no partner. */
struct score {
    size_t right, reported, expected;
    size_t alone_right, alone_expected;
};

/* truth[n * olds + o]: some sentence of the new block n is from the old one o. */
static bool *truth_of(const blocks *old, const blocks *new)
{
    bool *truth = arena_array(w.f.arena, old->len * new->len, sizeof *truth);
    for (size_t n = 0; n < new->len; n++)
        for (size_t s = 0; s < new->at[n].parts.len; s++)
            if (new->at[n].parts.at[s].origin != NOWHERE)
                truth[n * old->len + new->at[n].parts.at[s].origin] = true;
    return truth;
}

static void expect(struct score *s, const bool *truth, size_t olds, size_t news)
{
    for (size_t n = 0; n < news; n++) {
        size_t partners = 0;
        for (size_t o = 0; o < olds; o++) partners += truth[n * olds + o];
        s->expected += partners;
        s->alone_expected += partners == 0;
    }
    for (size_t o = 0; o < olds; o++) {
        bool any = false;
        for (size_t n = 0; n < news; n++) any |= truth[n * olds + o];
        s->alone_expected += !any;
    }
}

static bool is_alone(const bool *truth, size_t olds, size_t news, const scm_pair *p)
{
    for (size_t o = 0; p->old_block == SCM_NONE && o < olds; o++)
        if (truth[p->new_block * olds + o]) return false;
    for (size_t n = 0; p->new_block == SCM_NONE && n < news; n++)
        if (truth[n * olds + p->old_block]) return false;
    return true;
}

static void judge(
    struct score *s, const scm_comparison *c, const blocks *old, const blocks *new)
{
    const bool *truth = truth_of(old, new);
    expect(s, truth, old->len, new->len);
    for (size_t i = 0; i < c->npairs; i++) {
        const scm_pair *p = &c->pairs[i];
        if (p->old_block == SCM_NONE || p->new_block == SCM_NONE) {
            s->alone_right += is_alone(truth, old->len, new->len, p);
            continue;
        }
        s->reported++;
        s->right += truth[p->new_block * old->len + p->old_block];
    }
}

/* Under valgrind a tenth of the seeds will do; so few say nothing of the level. */
static bool is_sample(void)
{
    const char *prefix = getenv("VALGRIND");
    return prefix && *prefix;
}

static uint32_t seeds(uint32_t usual)
{
    return is_sample() ? (usual + 9) / 10 : usual;
}

static struct score run(const blocks *old, struct edits e, uint32_t count)
{
    struct score s = {0};
    for (uint32_t seed = 1; seed <= seeds(count); seed++) {
        blocks new = perturb(w.f.arena, old, e, seed * 2654435761U);
        const scm_comparison *c = compare(&w.f, summary_of(old), summary_of(&new), NULL);
        judge(&s, c, old, &new);
        assert_complete(&w.f, c);
        forget(&w.f);
    }
    return s;
}

/* Prints the figures; tests/run shows them. */
static double figure(const char *what, uint32_t words, struct score s)
{
    double precision = (double)s.right / (double)s.reported;
    double recall = (double)s.right / (double)s.expected;
    double f1 = 2 * precision * recall / (precision + recall);
    if (is_sample()) return f1;
    printf("# figure: %s, %u %% of words changed: F1 %.3f (P %.3f R %.3f), "
           "dropped and new %zu/%zu\n",
        what, words, f1, precision, recall, s.alone_right, s.alone_expected);
    return f1;
}

static struct score add(struct score a, struct score b)
{
    return (struct score){a.right + b.right, a.reported + b.reported, a.expected + b.expected,
        a.alone_right + b.alone_right, a.alone_expected + b.alone_expected};
}

static void assert_level(uint32_t words, double least)
{
    struct edits e = {10, words};
    struct score small = {0}, large = run(&w.all, e, 12);
    for (size_t i = 0; i < 3; i++) small = add(small, run(&w.texts[i], e, 30));
    double one = figure("one communiqué", words, small);
    double all = figure("200 blocks", words, large);
    assert_true(is_sample() || (one >= least && all >= least));
}

static void test_a_tenth_of_the_words_changed(void **state)
{
    (void)state;
    assert_level(10, 0.98);
}

static void test_three_tenths_of_the_words_changed(void **state)
{
    (void)state;
    assert_level(30, 0.95);
}

/* A few blocks in a row, so that a thousand seeds take seconds. */
static blocks excerpt(uint32_t seed)
{
    enum { LENGTH = 6 };
    blocks out = {0};
    const blocks *text = &w.texts[seed % 3];
    size_t from = roll(&seed, (uint32_t)text->len - LENGTH);
    for (uint32_t i = 0; i < LENGTH; i++) {
        block b = copy_block(w.f.arena, &text->at[from + i], 0, text->at[from + i].parts.len);
        for (size_t s = 0; s < b.parts.len; s++) b.parts.at[s].origin = i;
        vec_push(w.f.arena, &out, b);
    }
    return out;
}

/* Over a thousand seeds: every sentence stands in one edit script, which turns
 * the old one into the new one and strikes out no phrase that it puts in; the
 * other way round all is mirrored; a document against itself is unchanged. */
static void test_scripts(void **state)
{
    (void)state;
    for (uint32_t seed = 1; seed <= seeds(1000); seed++) {
        blocks old = excerpt(seed * 40503U);
        struct edits e = {10, seed % 41};
        blocks new = perturb(w.f.arena, &old, e, seed * 2654435761U);
        scm_summary *a = summary_of(&old), *b = summary_of(&new);
        const scm_comparison *c = compare(&w.f, a, b, NULL), *d = compare(&w.f, b, a, NULL);
        assert_complete(&w.f, c);
        assert_complete(&w.f, d);
        assert_mirror(c, d);
        assert_true(compare(&w.f, b, b, NULL)->identical);
        forget(&w.f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_tenth_of_the_words_changed),
        cmocka_unit_test(test_three_tenths_of_the_words_changed),
        cmocka_unit_test(test_scripts),
    };
    return cmocka_run_group_tests(tests, build_world, end_world);
}
