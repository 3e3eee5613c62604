/* Objects: values that nest, put together field by field for the formats that
 * print them. */
#ifndef REPORT_OBJECTS_H
#define REPORT_OBJECTS_H

#include <scm/annotations.h>
#include "base/str.h"

/* A value of any shape. */
enum value_kind { VALUE_NULL, VALUE_TEXT, VALUE_NUMBER, VALUE_LIST, VALUE_OBJECT };
struct value {
    enum value_kind kind;
    const char *name;          /* of a field of an object */
    str text;                  /* TEXT */
    double number;             /* NUMBER; printed to six digits where not whole */
    const struct value *items; /* LIST; OBJECT: its fields, always in this order */
    size_t nitems;
};

/* The fields of an object, in order, or the items of a list (without a name). */
typedef struct fields {
    arena *arena;
    VEC(struct value) list;
} fields;

/* An empty text is null. */
void field_text(fields *f, const char *name, str text);
void field_number(fields *f, const char *name, double number);
void field_list(fields *f, const char *name, const fields *items);
void field_object(fields *f, const char *name, const fields *members);
void field_null(fields *f, const char *name);
/* The labels of these blocks. */
void field_labels(
    fields *f, const char *name, const scm_document *d, const uint32_t *blocks, size_t nblocks);
/* From para to polarity: what `statements` says of a statement. */
void add_statement_fields(fields *f, const scm_annotations *a, const scm_statement *s);
struct value fields_object(const fields *f);

#endif
