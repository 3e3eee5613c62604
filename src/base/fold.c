#include "base/fold.h"

struct folder {
    char *out;
    size_t len;
    arena *arena; /* NULL: no steps */
    size_t next;  /* the origin of the next byte, if no step is taken */
    VEC(struct fold_step) steps;
};

static void step(struct folder *f, size_t from)
{
    if (f->arena && from != f->next)
        vec_push(f->arena, &f->steps, ((struct fold_step){(uint32_t)f->len, (uint32_t)from}));
    f->next = from;
}

static void put(struct folder *f, char c, size_t from)
{
    step(f, from);
    f->out[f->len++] = c;
    f->next++;
}

static void put_separator(struct folder *f, size_t from)
{
    if (f->len == 0 || (f->out[f->len - 1] != ' ' && f->out[f->len - 1] != '\n'))
        put(f, ' ', from);
}

/* The dot of an initial or of "U.S.": one letter in front, no more. */
static bool is_initial_dot(str s, size_t i)
{
    return s.at[i] == '.' && i > 0 && is_alpha(s.at[i - 1]) &&
           (i == 1 || !(is_alnum(s.at[i - 2]) || (unsigned char)s.at[i - 2] >= 0x80));
}

/* What a character of three bytes U+2000 to U+2FFF folds to; 0: itself. */
static char fold_punctuation(const unsigned char *p)
{
    if (p[1] == 0x80 && p[2] >= 0x90 && p[2] <= 0x95) return ' '; /* dashes */
    if (p[1] == 0x80 && (p[2] == 0x98 || p[2] == 0x99)) return '\'';
    if (p[1] == 0x80 && (p[2] == 0x9C || p[2] == 0x9D)) return '"';
    if (p[1] == 0x88 && p[2] == 0x92) return ' '; /* minus */
    return 0;
}

static size_t fold_wide(struct folder *f, str s, size_t i)
{
    const unsigned char *p = (const unsigned char *)s.at + i;
    char c = p[0] == 0xE2 && i + 2 < s.len ? fold_punctuation(p) : 0;
    if (c == ' ') put_separator(f, i);
    if (c && c != ' ') put(f, c, i);
    if (c) return 3;
    put(f, s.at[i], i);
    return 1;
}

/* Letters and digits, most of a text, stay as they are. */
static size_t put_word(struct folder *f, str s, size_t i)
{
    char *out = f->out + f->len;
    size_t from = i;
    for (; i < s.len && is_alnum(s.at[i]); i++) *out++ = s.at[i];
    if (i == from) return i;
    step(f, from);
    f->len += i - from;
    f->next = i;
    return i;
}

static void fold_all(struct folder *f, str s)
{
    for (size_t i = put_word(f, s, 0); i < s.len; i = put_word(f, s, i)) {
        char c = s.at[i];
        if ((unsigned char)c >= 0x80) {
            i += fold_wide(f, s, i);
            continue;
        }
        if (c == ' ' || c == '-')
            put_separator(f, i);
        else if (c == '&')
            put(f, 'a', i), put(f, 'n', i), put(f, 'd', i);
        else if (!is_initial_dot(s, i))
            put(f, c, i);
        i++;
    }
}

struct fold fold_text(arena *a, str text)
{
    size_t room = text.len * 3 + 1; /* "&" is the longest to grow */
    if (str_find_char(text, '&') == text.len) room = text.len + 1;
    struct folder f = {.out = arena_raw(a, room), .arena = a};
    vec_push(a, &f.steps, ((struct fold_step){0, 0}));
    fold_all(&f, text);
    step(&f, text.len);
    return (struct fold){{f.out, f.len}, f.steps.at, f.steps.len};
}

str fold_name(arena *a, str name)
{
    struct folder f = {.out = arena_raw(a, name.len * 3 + 1)};
    fold_all(&f, name);
    return (str){f.out, f.len};
}

size_t fold_origin(const struct fold *fold, size_t at)
{
    size_t low = 0, high = fold->nsteps; /* the last step at `at` or before it */
    while (high - low > 1) {
        size_t mid = (low + high) / 2;
        if (fold->steps[mid].folded <= at)
            low = mid;
        else
            high = mid;
    }
    return fold->steps[low].origin + (at - fold->steps[low].folded);
}

size_t fold_position(const struct fold *fold, size_t origin)
{
    size_t low = 0, high = fold->nsteps; /* the first step to `origin` or behind it */
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (fold->steps[mid].origin < origin)
            low = mid + 1;
        else
            high = mid;
    }
    size_t end = low < fold->nsteps ? fold->steps[low].folded : fold->text.len;
    if (low == 0) return end;
    size_t at = fold->steps[low - 1].folded + (origin - fold->steps[low - 1].origin);
    return at < end ? at : end;
}
