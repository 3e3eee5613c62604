/* A tool of the build: the tables of a folder as C arrays on standard output.
 *
 * Rows are made of 32-bit words alone, so an array of rows is a flat list of
 * numbers; the compiler fits them into the structs. */
#include "authority/prefix.h"
#include "base/input.h"

#include <stdio.h>

static void put_words(const char *type, const char *name, const void *at, size_t bytes)
{
    const uint32_t *words = at;
    printf("static const %s %s[] = {", type, name);
    for (size_t i = 0; i < bytes / sizeof *words; i++)
        printf("%s%uu,", i % 16 ? "" : "\n", (unsigned)words[i]);
    puts("};");
}

static void put_bytes(const char *type, const char *name, const void *at, size_t len)
{
    const unsigned char *bytes = at;
    printf("static const %s %s[] = {", type, name);
    for (size_t i = 0; i < len; i++) printf("%s%u,", i % 24 ? "" : "\n", (unsigned)bytes[i]);
    puts("0};");
}

static void put_tables(const struct table_source *tables)
{
    for (int i = 0; i < NTABLES; i++) {
        char name[24];
        snprintf(name, sizeof name, "table%d", i);
        put_bytes("unsigned char", name, tables[i].text.at, tables[i].text.len);
    }
    puts("const struct table_source embedded_tables[NTABLES] = {");
    for (int i = 0; i < NTABLES; i++)
        printf("{\"%s\", {(const char *)table%d, sizeof table%d - 1}, false},\n",
            table_file((enum table_kind)i), i, i);
    puts("};");
}

#define ROWS(type, field, count)                                                               \
    put_words(#type, #field, im->field, (count) * sizeof *im->field)

static void put_image(const struct image *im)
{
    put_bytes("unsigned char", "pool", im->pool, im->pool_len);
    ROWS(struct name_row, names, im->nnames);
    ROWS(uint32_t, by_id, im->nnames);
    ROWS(struct official_row, officials, im->nofficials);
    ROWS(struct office_row, offices, im->noffices);
    ROWS(struct meeting_row, meetings, im->nmeetings);
    ROWS(struct verb_row, verbs, im->nverbs);
    ROWS(struct topic_row, topics, im->ntopics + 1);
    ROWS(struct cue_row, cues, im->ncues);
    ROWS(struct alias, aliases, im->naliases);
    ROWS(struct spelling, spellings, im->nspellings);
    ROWS(uint32_t, filter, im->nspellings * FILTER_PLACES / 16);
    printf("const struct image embedded_image = {(const char *)pool, names, by_id, officials,\n"
           "offices, meetings, verbs, topics, cues, aliases, spellings, filter,\n"
           "%u, %u, %u, %u, %u, %u, %u, %u, %u, %u};\n",
        im->pool_len, im->nnames, im->nofficials, im->noffices, im->nmeetings, im->nverbs,
        im->ntopics, im->ncues, im->naliases, im->nspellings);
}

int main(int argc, char **argv)
{
    struct table_source tables[NTABLES], none = {NULL, {NULL, 0}, false};
    struct image image;
    scm_error error;
    arena *a = arena_new();
    int status = argc == 2 ? SCM_OK : fail(&error, SCM_E_USAGE, "usage: embed FOLDER");
    for (int i = 0; status == SCM_OK && i < NTABLES; i++) {
        tables[i].path = str_printf(a, "%s/%s", argv[1], table_file((enum table_kind)i)).at;
        tables[i].given = true;
        status = input_read(&tables[i].text, a, tables[i].path, &error);
    }
    if (status == SCM_OK) status = image_build(&image, a, tables, none, &error);
    if (status != SCM_OK) {
        fprintf(stderr, "embed: %s\n", error.message);
    } else {
        puts("#include \"authority/authority.h\"\n"
             "#pragma GCC diagnostic ignored \"-Wmissing-braces\"");
        put_tables(tables);
        put_image(&image);
    }
    arena_free(a);
    return status == SCM_OK && fflush(stdout) == 0 ? 0 : 2;
}
