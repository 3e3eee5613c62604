/* What the fuzz targets share: the parts of an input, what is made of a text, and the readers
 * that each report has to satisfy.
 *
 * An input may have several parts: "%%" begins one, and what stands behind it in that line is
 * its name.  The last bytes of an input decide the options. */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stdint.h>
#include <stdlib.h>

#include <scm/scm.h>
#include "base/str.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What holds for every input, or the program aborts. */
#define require(condition)                                                                     \
    ((condition) ? (void)0 : broken_promise(__FILE__, __LINE__, #condition))
_Noreturn void broken_promise(const char *file, int line, const char *condition);

static inline str input_of(const uint8_t *data, size_t size)
{
    return (str){(const char *)data, size};
}

struct part {
    str name, text;
};
/* Cuts the first part off; false once nothing is left.  What stands in front of all "%%" is a
 * part without a name. */
bool next_part(str *rest, struct part *part);

/* The last two bytes of the input. */
unsigned choices_of(str input);
static inline bool chosen(unsigned choices, int bit)
{
    return choices >> bit & 1;
}

/* The embedded one. */
const scm_authority *the_authority(void);

/* A text and what was made of it. */
typedef struct analysis {
    scm_document *document;
    scm_annotations *annotations;
    scm_summary *summary;
} analysis;

/* False, and nothing to be freed, where the bytes are no text.  The positions of all that was
 * found lie in the text, and in order. */
bool analyse(analysis *out, str bytes, const scm_load_options *options);
/* The same for a document, which it takes over. */
bool analyse_document(analysis *out, scm_document *document, const scm_authority *authority);
void analysis_free(analysis *a);

/* What stands between two pointers. */
bool lies_in(str part, str whole);
/* The runs spell both sentences. */
void check_runs(const scm_run *runs, size_t n, str before, str after);

/* Writes a report in every format that it has, reads each with a reader of that format, and
 * frees it. */
void check_report(scm_report *report, unsigned choices);
/* What the report is in this format, to be freed; NULL where it has no such format. */
char *written(const scm_report *report, const scm_write_options *how, size_t *size);

#endif
