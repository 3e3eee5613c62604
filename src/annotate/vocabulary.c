/* The vocabulary of coined names, as the language has it. */
#include "annotate/coined.h"

static const struct language *language_of(const struct work *w)
{
    return w->image->language;
}

static bool typed(const struct work *w, str word, enum word_class class_, enum scm_type *type)
{
    uint32_t set = language_set(language_of(w), word);
    if (!set_has(language_of(w), set, class_)) return false;
    const struct word_value *v = set_value(language_of(w), set, class_);
    for (int i = 0; v && i < SCM_NTYPES; i++)
        if (str_eq(language_str(language_of(w), v->text),
                str_of(scm_type_name((enum scm_type)i)))) {
            *type = (enum scm_type)i;
            return true;
        }
    return false;
}

bool head_noun(const struct work *w, str word, enum scm_type *type)
{
    return typed(w, word, WORD_HEAD, type);
}

bool defined_head_noun(const struct work *w, str word, enum scm_type *type)
{
    return typed(w, word, WORD_DEFINED_HEAD, type);
}

bool lead_noun(const struct work *w, str word, enum scm_type *type)
{
    return typed(w, word, WORD_LEAD, type);
}

bool is_opener(const struct work *w, str word)
{
    return word_is(language_of(w), word, WORD_OPENER);
}

/* "High-Level" is as generic as its parts. */
bool is_generic(const struct work *w, str word)
{
    for (str part; str_cut(&word, '-', &part);)
        if (!word_is(language_of(w), part, WORD_GENERIC)) return false;
    return true;
}

bool is_office_word(const struct work *w, str word)
{
    return word_is(language_of(w), word, WORD_OFFICE);
}
