/* Objects: values that nest, put together field by field for the formats that
 * print them. */
#ifndef REPORT_OBJECTS_H
#define REPORT_OBJECTS_H

#include "report/model/build.h"

/* The fields of an object, in order, or the items of a list (without a name). */
typedef struct fields {
    arena *arena;
    VEC(scm_value) list;
} fields;

/* An empty text is null. */
void add_text(fields *f, const char *name, str text);
void add_number(fields *f, const char *name, double number);
void add_list(fields *f, const char *name, const fields *items);
void add_object(fields *f, const char *name, const fields *members);
void add_null(fields *f, const char *name);
/* The cells of a record by the names of their columns. */
void add_record(fields *f, const scm_table *records, size_t row);
/* The labels of these blocks. */
void add_labels(
    fields *f, const char *name, const scm_document *d, const uint32_t *blocks, size_t nblocks);
/* From para to polarity: what `statements` says of a statement. */
void add_statement_fields(fields *f, const scm_annotations *a, const scm_statement *s);
scm_value fields_object(const fields *f);

#endif
