/* Fuzz target: tables in place of the embedded ones, by the names of the parts, or a lexicon
 * beside them; a text is annotated with what they make, and they are reported. */
#include "fuzz.h"

#include "authority/authority.h"

static const char TEXT[] =
    "Joint Communiqué of the 55th U.S.-ROK Security Consultative Meeting\n\n"
    "1. The 55th United States-Republic of Korea Security Consultative Meeting (SCM) was held "
    "in Seoul on November 13, 2023. Secretary Lloyd J. Austin III and Minister Shin Won-sik "
    "led the delegations.\n\n"
    "2. The Secretary pledged extended deterrence for the Harbor Watch Group next spring.\n";

enum { MOST_TABLES = 64, KEPT = 2000 };

struct sources {
    struct table_source tables[MOST_TABLES];
    size_t n;
};

/* The embedded table that this is one of; false: none. */
static bool find_table(str name, struct table_source *out)
{
    for (size_t i = 0; i < embedded_ntables; i++)
        if (str_eq(str_of(embedded_tables[i].path), name)) {
            *out = embedded_tables[i];
            return true;
        }
    return false;
}

static void give(struct sources *s, const struct part *p)
{
    struct table_source given = {TABLE_NAMES, "lexicon.tsv", p->text, true};
    if (find_table(p->name, &given)) {
        given.text = p->text;
        given.given = true;
    }
    for (size_t i = 0; i < s->n; i++)
        if (strcmp(s->tables[i].path, given.path) == 0) {
            s->tables[i] = given;
            return;
        }
    require(s->n < MOST_TABLES);
    s->tables[s->n++] = given;
}

/* Whole tables would make a run fifty times as long, so those that are not given are cut. */
static struct sources cut_tables(void)
{
    struct sources s = {.n = embedded_ntables};
    require(embedded_ntables < MOST_TABLES);
    for (size_t i = 0; i < s.n; i++) {
        str text = embedded_tables[i].text;
        s.tables[i] = embedded_tables[i];
        size_t end = str_find_char(str_sub(text, KEPT, text.len), '\n');
        s.tables[i].text = str_sub(text, 0, KEPT + end);
    }
    return s;
}

static void use(const scm_authority *authority, unsigned choices)
{
    scm_document *d;
    analysis a;
    require(scm_document_parse(&d, str_of(TEXT), NULL, NULL) == SCM_OK);
    if (analyse_document(&a, d, authority)) {
        check_report(scm_report_tag(a.annotations, 0), choices);
        check_report(scm_report_summary(a.summary, 0), choices);
        analysis_free(&a);
    }
    enum scm_authority_table table = (enum scm_authority_table)(choices >> 4 & 7);
    scm_authority_report_options how = {.table = table};
    scm_report *report;
    if (table < SCM_NTABLES && scm_report_authority(&report, authority, &how, NULL) == SCM_OK)
        check_report(report, choices);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    str input = input_of(data, size);
    struct sources s = cut_tables();
    struct part p;
    struct image image;
    for (str rest = input; next_part(&rest, &p);) give(&s, &p);
    arena *a = arena_new();
    scm_error error = {.code = SCM_OK};
    int status = image_build(&image, a, s.tables, s.n, &error);
    require(status == SCM_OK || (status == SCM_E_INPUT && error.message[0]));
    if (status == SCM_OK) use(&(scm_authority){&image, a}, choices_of(input));
    arena_free(a);
    return 0;
}
