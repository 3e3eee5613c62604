/* Measures of a line: is it a sentence, a heading, a cloud of words? */
#ifndef LOAD_PROSE_H
#define LOAD_PROSE_H

#include "base/language.h"

bool ends_sentence(str s); /* . ! ? : ; …, closing quotes and brackets aside */
bool starts_lower(str s);  /* with a letter that is no capital */
bool is_capitals(str s);   /* a heading in capitals, no sentence */
bool is_sentence(const struct language *l, str s); /* words, some function words, an end */
bool has_function_words(const struct language *l, str s); /* as running text has */
bool has_letters(str s);                                  /* of any script */
size_t word_count(str s, size_t most);

#endif
