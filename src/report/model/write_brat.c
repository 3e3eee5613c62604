/* brat standoff (Stenetorp and others 2012): the text, its annotations with code
 * points into that text, and the configuration that lists their types. */
#include "report/model/write.h"

/* A paragraph per line; the label is not part of the text. */
void write_brat_text(sink *out, const scm_report *report, const scm_write_options *options)
{
    (void)options;
    for (size_t i = 0; i < report->document->nblocks; i++) {
        sink_add(out, report->document->blocks[i].text);
        sink_char(out, '\n');
    }
}

/* A field of a note ends at a space. */
static void add_word(sink *out, str word)
{
    for (size_t i = 0; i < word.len; i++)
        sink_char(out, is_space(word.at[i]) ? '_' : word.at[i]);
}

/* "T1 TYPE 0 5 surface", and as its note "#1 AnnotatorNotes T1 id value". */
static void add_mark(sink *out, size_t number, size_t start, const scm_mention *m, str surface)
{
    sink_char(out, 'T');
    sink_number(out, number);
    sink_char(out, '\t');
    sink_add(out, str_of(scm_type_name(m->type)));
    sink_char(out, ' ');
    sink_number(out, start);
    sink_char(out, ' ');
    sink_number(out, start + scm_str_codepoints(surface));
    sink_char(out, '\t');
    sink_add(out, surface);
    sink_add(out, S("\n#"));
    sink_number(out, number);
    sink_add(out, S("\tAnnotatorNotes T"));
    sink_number(out, number);
    sink_char(out, '\t');
    add_word(out, m->id);
    if (m->value.len) sink_char(out, ' ');
    add_word(out, m->value);
    sink_char(out, '\n');
}

void write_brat(sink *out, const scm_report *report, const scm_write_options *options)
{
    const scm_document *d = report->document;
    const scm_annotations *a = report->marked ? report->annotations : NULL;
    struct cursor c = {.document = d, .block = SIZE_MAX};
    size_t block = 0, line = 0; /* code points in front of the block */
    (void)options;
    for (size_t i = 0; a && i < a->nmentions; i++) {
        const scm_mention *m = &a->mentions[i];
        for (; block < m->block; block++) line += scm_str_codepoints(d->blocks[block].text) + 1;
        add_mark(
            out, i + 1, line + cursor_to(&c, m->block, m->start), m, scm_mention_surface(a, m));
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
