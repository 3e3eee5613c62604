/* Record: a text out of JSON Lines, with what is known of it (RFC 8259). */
#include "base/json.h"
#include "load/source.h"

#include <stdlib.h>
#include <string.h>

/* The string member `name`: false after an error. */
static bool member(
    const char **out, const json_t *record, const char *name, bool wanted, scm_error *error)
{
    const json_t *value = json_object_get(record, name);
    *out = json_string_value(value);
    if (*out) return true;
    if (value && !json_is_null(value))
        fail(error, SCM_E_INPUT, "\"%s\" is not a string", name);
    else if (wanted)
        fail(error, SCM_E_INPUT, "no \"%s\"", name);
    else
        return true;
    return false;
}

/* An id that is a number is taken as it is written. */
static bool read_id(const char **out, arena *a, const json_t *record, scm_error *error)
{
    const json_t *id = json_object_get(record, "id");
    if (!json_is_integer(id)) return member(out, record, "id", true, error);
    *out = str_z(a, str_printf(a, "%" JSON_INTEGER_FORMAT, json_integer_value(id)));
    return true;
}

static int parse(scm_document **out, arena *a, const json_t *record, scm_error *error)
{
    scm_load_options how = {.utf8 = true};
    const char *text;
    if (!json_is_object(record)) return fail(error, SCM_E_INPUT, "not an object");
    if (!read_id(&how.id, a, record, error) || !member(&text, record, "text", true, error) ||
        !member(&how.date, record, "date", false, error) ||
        !member(&how.title, record, "title", false, error))
        return SCM_E_INPUT;
    str bytes = {text, json_string_length(json_object_get(record, "text"))};
    int status = scm_document_parse(out, bytes, &how, error);
    if (status != SCM_E_USAGE) return status;
    if (error) error->code = SCM_E_INPUT; /* the record is at fault */
    return SCM_E_INPUT;
}

static int parse_record(scm_document **out, scm_str json, scm_error *error)
{
    json_error_t why;
    json_t *record = json_read(json, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &why);
    if (!record && json_error_code(&why) == json_error_null_character)
        return fail(error, SCM_E_INPUT, "the text contains a NUL character");
    if (!record)
        return fail(error, SCM_E_INPUT, "not JSON, column %d: %s", why.column, why.text);
    arena *a = arena_new();
    int status = parse(out, a, record, error);
    arena_free(a);
    json_decref(record);
    return status;
}

int scm_document_parse_record(scm_document **out, scm_str json, scm_error *error)
{
    GUARDED(int, parse_record(out, json, error), no_memory(error))
}
