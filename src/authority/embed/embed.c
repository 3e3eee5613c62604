/* A tool of the build: the tables of a folder as C arrays on standard output.
 *
 * Rows are made of 32-bit words alone, so an array of rows is a flat list of
 * numbers; the compiler fits them into the structs. */
#include "authority/chain.h"
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

/* What the tables of the world stand in; languages and series have folders of their own. */
static const char WORLD[] = "authority/";

static const char *own_name(const char *file)
{
    bool world = str_starts(str_of(file), str_of(WORLD));
    return world ? file + sizeof WORLD - 1 : file;
}

/* The tables themselves, for an authority that is built at run time. */
static void put_tables(const struct table_source *tables, size_t count, char **names)
{
    for (size_t i = 0; i < count; i++) {
        char name[24];
        snprintf(name, sizeof name, "table%zu", i);
        put_bytes("unsigned char", name, tables[i].text.at, tables[i].text.len);
    }
    puts("const struct table_source embedded_tables[] = {");
    for (size_t i = 0; i < count; i++)
        printf("{(enum table_kind)%d, \"%s\", {(const char *)table%zu, sizeof table%zu - 1}, "
               "false},\n",
            (int)tables[i].kind, own_name(names[i]), i, i);
    printf("};\nconst size_t embedded_ntables = %zu;\n", count);
}

#define ROWS(of, type, field, count)                                                           \
    put_words(#type, #field, (of)->field, (count) * sizeof *(of)->field)

static void put_language(const struct language *l)
{
    ROWS(l, struct word_slot, slots, l->nslots);
    put_bytes("unsigned char", "tags", l->tags, l->nslots);
    ROWS(l, struct word_set, sets, l->nsets);
    ROWS(l, struct word_value, values, l->nvalues);
    ROWS(l, struct ref, classes, l->nclasses);
    ROWS(l, struct phrase, phrases, l->nphrases);
    ROWS(l, uint32_t, first_phrase, NPHRASE_CLASSES + 1u);
    ROWS(l, uint32_t, phrase_keys, l->nphrases);
    ROWS(l, struct phrase_starts, phrase_starts, (size_t)NPHRASE_CLASSES);
    put_words("uint32_t", "readings", l->readings.at, l->readings.len * sizeof *l->readings.at);
    printf("const struct language embedded_language = {(const char *)pool, slots, tags, sets,\n"
           "values, classes, phrases, first_phrase, phrase_keys, phrase_starts,\n"
           "%u, %u, %u, %u, %u, {readings, %zu}};\n",
        l->nslots, l->nsets, l->nvalues, l->nclasses, l->nphrases, l->readings.len);
}

static void put_image(const struct image *im)
{
    put_bytes("unsigned char", "pool", im->pool, im->pool_len);
    put_language(im->language);
    ROWS(im, struct name_row, names, im->nnames);
    ROWS(im, uint32_t, names_by_id, im->nnames);
    ROWS(im, uint32_t, officials_by_id, im->nofficials);
    ROWS(im, uint32_t, offices_by_id, im->noffices);
    ROWS(im, struct official_row, officials, im->nofficials);
    ROWS(im, struct office_row, offices, im->noffices);
    ROWS(im, struct side_row, sides, im->nsides);
    ROWS(im, struct series_row, series, im->nseries);
    ROWS(im, struct meeting_row, meetings, im->nmeetings);
    ROWS(im, struct verb_row, verbs, im->nverbs);
    ROWS(im, struct role_row, roles, im->nroles);
    ROWS(im, struct topic_row, topics, im->ntopics + 1);
    ROWS(im, struct cue_row, cues, im->ncues);
    ROWS(im, struct alias, aliases, im->naliases);
    ROWS(im, struct spelling, spellings, im->nspellings);
    ROWS(im, uint32_t, filter, im->nspellings * FILTER_PLACES / 16);
    printf("const struct image embedded_image = {(const char *)pool, names, names_by_id,\n"
           "officials_by_id, offices_by_id, officials, offices, sides, series, meetings, "
           "verbs, roles, topics, cues, aliases, spellings, filter,\n"
           "&embedded_language,\n"
           "%u, %u, %u, %u, %u, %u, %u, %u, %u, %u, %u, %u, %u};\n",
        im->pool_len, im->nnames, im->nofficials, im->noffices, im->nsides, im->nseries,
        im->nmeetings, im->nverbs, im->nroles, im->ntopics, im->ncues, im->naliases,
        im->nspellings);
}

/* The file as its like is called in the first language, "lang/en/words.tsv". */
static str in_first_language(arena *a, str file)
{
    str lang = S("lang/"), rest = str_sub(file, lang.len, file.len);
    if (!str_starts(file, lang) || !str_has(rest, S("/"))) return file;
    rest = str_sub(rest, str_find_char(rest, '/'), rest.len);
    return str_printf(a, "lang/en%.*s", SCM_STR(rest));
}

/* What a file is; NTABLES: no table. */
static enum table_kind kind_of(arena *a, str file)
{
    file = in_first_language(a, file);
    for (int kind = 0; kind < NTABLES; kind++) {
        str form = str_of(table_file((enum table_kind)kind));
        bool in_folder =
            file.len > form.len && str_starts(file, form) && file.at[form.len] == '/';
        if (kind == TABLE_SERIES ? in_folder : str_eq(file, form)) return (enum table_kind)kind;
    }
    return NTABLES;
}

/* usage: embed FOLDER FILE…, the files as they are called below FOLDER */
int main(int argc, char **argv)
{
    VEC(struct table_source) tables = {0};
    struct image image;
    scm_error error;
    arena *a = arena_new();
    int status = argc > 2 ? SCM_OK : fail(&error, SCM_E_USAGE, "usage: embed FOLDER FILE…");
    for (int i = 2; status == SCM_OK && i < argc; i++) {
        struct table_source t = {kind_of(a, str_of(own_name(argv[i]))), NULL, {NULL, 0}, true};
        t.path = str_printf(a, "%s/%s", argv[1], argv[i]).at;
        status = t.kind < NTABLES ? input_read(&t.text, a, t.path, &error)
                                  : fail(&error, SCM_E_USAGE, "%s: not a table", argv[i]);
        vec_push(a, &tables, t);
    }
    if (status == SCM_OK) status = image_build(&image, a, tables.at, tables.len, &error);
    if (status != SCM_OK) {
        fprintf(stderr, "embed: %s\n", error.message);
    } else {
        puts("#include \"authority/authority.h\"\n"
             "#pragma GCC diagnostic ignored \"-Wmissing-braces\"");
        put_image(&image);
        put_tables(tables.at, tables.len, argv + 2);
    }
    arena_free(a);
    return status == SCM_OK && fflush(stdout) == 0 ? 0 : 2;
}
