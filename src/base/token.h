/* Tokens: a text cut into words and what stands between them, each word looked
 * up once.
 *
 * A word is a run of letters and digits (ASCII), letters with dots between
 * ("U.S."), "&", or one letter of another script.  Hyphens, dashes and spaces
 * are the same separator, curly quotes are straight ones, and the dot of an
 * initial counts for nothing, nor does what divides two syllables
 * (base/syllable.h), and Chinese characters are what they are read as
 * (base/reading.h), so that two spellings of a name are one chain of tokens.
 */
#ifndef BASE_TOKEN_H
#define BASE_TOKEN_H

#include "base/language.h"

enum token_kind {
    TOKEN_WORD,
    TOKEN_SPACE, /* space, hyphen, dash */
    TOKEN_DOT,   /* behind an initial; between two syllables */
    TOKEN_MARK,  /* one other character */
    TOKEN_LINE   /* the end of a line */
};

struct token {
    uint32_t at;   /* where it begins; it ends where the next begins */
    uint32_t hash; /* of a word or mark, whatever its case */
    uint16_t set;  /* what the word is to the language */
    uint8_t kind;
    uint8_t shape; /* enum word_shape, of a word */
};

/* One more than there are, whose place is the end of the text. */
struct tokens {
    str text; /* as it is read, of the same length */
    const struct token *at;
    const uint32_t *marks; /* for every TOKEN_STRIDE bytes the token that holds the first */
    size_t len;
};

enum { TOKEN_STRIDE = 128 };

struct tokens tokens_cut(arena *a, str text, const struct language *language);

static inline str token_text(const struct tokens *t, size_t i)
{
    return (str){t->text.at + t->at[i].at, t->at[i + 1].at - t->at[i].at};
}

/* The token that holds the byte, or the end. */
size_t token_at(const struct tokens *t, size_t byte);

/* The hash of a chain of tokens goes on from that of the chain without the last
 * (FNV-1a, Fowler, Noll, Vo 1991, over hashes of words). */
#define CHAIN_START UINT64_C(0xCBF29CE484222325)

static inline uint64_t chain_step(uint64_t chain, uint32_t hash, bool space)
{
    chain = (chain ^ hash) * UINT64_C(0x100000001B3);
    return space ? (chain ^ chain >> 29) * UINT64_C(0x9E3779B97F4A7C15) : chain;
}

/* Do the tokens [from, to), but for the last `cut` bytes, spell the folded text
 * (base/fold.h)?  `exact`: in its case. */
bool spelt(const struct tokens *t, size_t from, size_t to, size_t cut, str folded, bool exact);

#endif
