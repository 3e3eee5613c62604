/* JSON Lines: one object a line, its keys always in the same order, in UTF-8
 * (RFC 8259).  jansson does the printing. */
#include "report/model/write.h"

#include <errno.h>
#include <jansson.h>
#include "report/model/objects.h"

enum {
    BATCH = 64, /* objects made in one arena */
    DUMP = JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(6)
};

static json_t *make(const scm_value *v);

static json_t *make_number(double number)
{
    json_int_t whole = (json_int_t)number;
    return (double)whole == number ? json_integer(whole) : json_real(number);
}

static json_t *make_list(const scm_value *v)
{
    json_t *list = json_array();
    for (size_t i = 0; i < v->nitems; i++)
        if (json_array_append_new(list, make(&v->items[i]))) {
            json_decref(list);
            return NULL;
        }
    return list;
}

static json_t *make_object(const scm_value *v)
{
    json_t *object = json_object();
    for (size_t i = 0; i < v->nitems; i++)
        if (json_object_set_new_nocheck(object, v->items[i].name, make(&v->items[i]))) {
            json_decref(object);
            return NULL;
        }
    return object;
}

/* NULL where memory is out or a text is no UTF-8.  It is as deep as the shape of
 * the report, whatever was read. */
static json_t *make(const scm_value *v)
{
    switch (v->kind) {
    case SCM_VALUE_TEXT: return json_stringn(v->text.at, v->text.len);
    case SCM_VALUE_NUMBER: return make_number(v->number);
    case SCM_VALUE_LIST: return make_list(v);
    case SCM_VALUE_OBJECT: return make_object(v);
    case SCM_VALUE_NULL: break;
    }
    return json_null();
}

static int dump(const char *bytes, size_t len, void *out)
{
    sink_add(out, (str){bytes, len});
    return 0;
}

static void write_value(sink *out, const scm_value *v)
{
    json_t *json = make(v);
    if (!json || json_dump_callback(json, dump, out, DUMP))
        out->failed = out->failed ? out->failed : EILSEQ;
    json_decref(json);
    sink_char(out, '\n');
}

static scm_value object_at(const scm_report *report, size_t index, arena *a)
{
    if (report->object) return report->object(report, index, a);
    fields f = {.arena = a};
    add_record(&f, &report->records, index);
    return fields_object(&f);
}

void write_jsonl(sink *out, const scm_report *report, const scm_write_options *options)
{
    (void)options;
    const size_t n = report->object ? report->nobjects : report->records.nrows;
    for (size_t i = 0; i < n && !out->failed;) {
        arena *a = arena_new();
        for (size_t end = i + BATCH < n ? i + BATCH : n; i < end && !out->failed; i++) {
            scm_value v = object_at(report, i, a);
            write_value(out, &v);
        }
        arena_free(a);
    }
}
