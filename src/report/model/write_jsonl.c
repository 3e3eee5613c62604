/* JSON Lines: one object a line, its keys always in the same order, in UTF-8
 * (RFC 8259).  jansson does the printing. */
#include "base/json.h"
#include "report/model/write.h"

#include <errno.h>

enum { DUMP = JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(6) };

static json_t *make(const struct value *v);

static json_t *make_number(double number)
{
    json_int_t whole = (json_int_t)number;
    return (double)whole == number ? json_integer(whole) : json_real(number);
}

static json_t *make_list(const struct value *v)
{
    json_t *list = json_array();
    for (size_t i = 0; i < v->nitems; i++)
        if (json_array_append_new(list, make(&v->items[i]))) {
            json_decref(list);
            return NULL;
        }
    return list;
}

static json_t *make_object(const struct value *v)
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
static json_t *make(const struct value *v)
{
    switch (v->kind) {
    case VALUE_TEXT: return json_stringn(v->text.at, v->text.len);
    case VALUE_NUMBER: return make_number(v->number);
    case VALUE_LIST: return make_list(v);
    case VALUE_OBJECT: return make_object(v);
    case VALUE_NULL: break;
    }
    return json_null();
}

static int dump(const char *bytes, size_t len, void *out)
{
    sink_add(out, (str){bytes, len});
    return 0;
}

static void write_value(sink *out, const struct value *v)
{
    json_begin();
    json_t *json = make(v);
    int status = json ? json_dump_callback(json, dump, out, DUMP) : -1;
    json_decref(json);
    json_end();
    if (status && !out->failed) out->failed = EILSEQ;
    sink_char(out, '\n');
    sink_record(out);
}

void write_jsonl(sink *out, const scm_report *report, const scm_write_options *options)
{
    (void)options;
    if (report->kind->object) {
        for (size_t i = 0; i < report->nobjects && !out->failed; i++) {
            arena *a = arena_new();
            struct value v = report->kind->object(report, i, a);
            write_value(out, &v);
            arena_free(a);
        }
        return;
    }
    for (record r = record_before_first(report, NULL); record_next(&r);) {
        struct value v = record_value(&r);
        write_value(out, &v);
        if (out->failed) record_end(&r), r.row = report->nrows;
    }
}
