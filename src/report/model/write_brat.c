/* brat standoff (Stenetorp and others 2012): the text, its annotations with code
 * points into that text, and the configuration that lists their types. */
#include "report/model/write.h"

/* A paragraph a line; the label is not part of the text. */
void write_brat_text(sink *out, const scm_report *report, const scm_write_options *options)
{
    (void)options;
    for (size_t i = 0; i < report->text->nparagraphs; i++) {
        sink_add(out, report->text->paragraphs[i].text);
        sink_char(out, '\n');
    }
}

/* Where the last mark began: they come by place, so a text is counted once. */
struct place {
    size_t at, codepoints;
};

static size_t codepoints_to(struct place *p, str text, size_t at)
{
    p->codepoints += scm_str_codepoints(str_sub(text, p->at, at));
    p->at = at;
    return p->codepoints;
}

static void add_number(sink *out, size_t n)
{
    char digits[24];
    sink_add(out, (str){digits, (size_t)snprintf(digits, sizeof digits, "%zu", n)});
}

/* A field of a note ends at a space. */
static void add_word(sink *out, str word)
{
    for (size_t i = 0; i < word.len; i++)
        sink_char(out, is_space(word.at[i]) ? '_' : word.at[i]);
}

/* "T1 TYPE 0 5 surface", and as its note "#1 AnnotatorNotes T1 id value". */
static void add_mark(sink *out, size_t number, size_t start, const scm_mark *m, str surface)
{
    sink_char(out, 'T');
    add_number(out, number);
    sink_char(out, '\t');
    sink_add(out, str_of(scm_type_name(m->type)));
    sink_char(out, ' ');
    add_number(out, start);
    sink_char(out, ' ');
    add_number(out, start + scm_str_codepoints(surface));
    sink_char(out, '\t');
    sink_add(out, surface);
    sink_add(out, S("\n#"));
    add_number(out, number);
    sink_add(out, S("\tAnnotatorNotes T"));
    add_number(out, number);
    sink_char(out, '\t');
    add_word(out, m->id);
    if (m->value.len) sink_char(out, ' ');
    add_word(out, m->value);
    sink_char(out, '\n');
}

void write_brat(sink *out, const scm_report *report, const scm_write_options *options)
{
    (void)options;
    size_t number = 0, line = 0;
    for (size_t i = 0; i < report->text->nparagraphs; i++) {
        const scm_paragraph *p = &report->text->paragraphs[i];
        struct place place = {0, line};
        for (size_t k = 0; k < p->nmarks; k++) {
            const scm_mark *m = &p->marks[k];
            size_t start = codepoints_to(&place, p->text, m->start);
            add_mark(out, ++number, start, m, str_sub(p->text, m->start, m->end));
        }
        line = codepoints_to(&place, p->text, p->text.len) + 1;
    }
}

/* annotation.conf: brat wants all four sections.  A term may hold a name, or a
 * name a term. */
void write_brat_conf(sink *out, const scm_report *report, const scm_write_options *options)
{
    (void)report, (void)options;
    sink_add(out, S("[entities]\n"));
    for (int i = 0; i < SCM_NTYPES; i++) {
        sink_add(out, str_of(scm_type_name((enum scm_type)i)));
        sink_char(out, '\n');
    }
    sink_add(out, S("\n[relations]\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, "
                    "<OVL-TYPE>:<ANY>\n\n[events]\n\n[attributes]\n"));
}
