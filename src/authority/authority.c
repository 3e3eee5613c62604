/* The authority as a value: the embedded image, or one built from tables. */
#include "authority/authority.h"
#include "base/input.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

/* The tables that an image is built of. */
struct sources {
    arena *arena;
    VEC(struct table_source) tables;
    size_t given;
};

/* A given file takes the place of the built-in one of that name. */
static int take_file(struct sources *s, enum table_kind kind, const char *dir, const char *name,
    scm_error *error)
{
    const char *path = str_printf(s->arena, "%s/%s", dir, name).at;
    if (access(path, F_OK) != 0 && errno == ENOENT) return SCM_OK;
    struct table_source source = {kind, path, {NULL, 0}, true};
    int status = input_read(&source.text, s->arena, path, error);
    if (status != SCM_OK) return status;
    s->given++;
    for (size_t i = 0; i < s->tables.len; i++)
        if (str_eq(str_of(s->tables.at[i].path), str_of(name))) {
            s->tables.at[i] = source;
            return SCM_OK;
        }
    vec_push(s->arena, &s->tables, source);
    return SCM_OK;
}

static int is_table(const struct dirent *entry)
{
    return str_ends(str_of(entry->d_name), S(".tsv"));
}

/* The files of the series, in byte order. */
static int take_series(struct sources *s, const char *dir, scm_error *error)
{
    const char *folder = str_printf(s->arena, "%s/%s", dir, table_file(TABLE_SERIES)).at;
    struct dirent **list;
    int count = scandir(folder, &list, is_table, alphasort), status = SCM_OK;
    for (int i = 0; i < count; i++) {
        str name = str_printf(s->arena, "%s/%s", table_file(TABLE_SERIES), list[i]->d_name);
        if (status == SCM_OK) status = take_file(s, TABLE_SERIES, dir, name.at, error);
        free(list[i]);
    }
    if (count >= 0) free(list);
    return status;
}

static int take_folder(struct sources *s, const char *dir, scm_error *error)
{
    int status = take_series(s, dir, error);
    for (size_t i = 0; status == SCM_OK && i < embedded_ntables; i++)
        if (embedded_tables[i].kind != TABLE_SERIES)
            status = take_file(s, embedded_tables[i].kind, dir, embedded_tables[i].path, error);
    if (status != SCM_OK || s->given) return status;
    return fail(error, SCM_E_IO, "%s: contains no table (%s, %s, …)", dir,
        table_file(TABLE_NAMES), table_file(TABLE_OFFICIALS));
}

static int build(scm_authority *authority, const scm_authority_options *o, scm_error *error)
{
    struct sources s = {.arena = authority->arena};
    struct image *image = arena_alloc(s.arena, sizeof *image);
    int status = SCM_OK;
    for (size_t i = 0; i < embedded_ntables; i++)
        vec_push(s.arena, &s.tables, embedded_tables[i]);
    if (o->dir) status = take_folder(&s, o->dir, error);
    if (status == SCM_OK && o->lexicon) {
        struct table_source lexicon = {TABLE_NAMES, o->lexicon, {NULL, 0}, true};
        status = input_read(&lexicon.text, s.arena, o->lexicon, error);
        vec_push(s.arena, &s.tables, lexicon);
    }
    if (status == SCM_OK)
        status = image_build(image, s.arena, s.tables.at, s.tables.len, error);
    authority->image = image;
    return status;
}

static int load(scm_authority **out, const scm_authority_options *options, scm_error *error)
{
    scm_authority *authority = mem_alloc(sizeof *authority);
    *authority = (scm_authority){&embedded_image, NULL};
    int status = SCM_OK;
    if (options && (options->dir || options->lexicon)) {
        authority->arena = arena_new();
        status = build(authority, options, error);
    }
    if (status == SCM_OK)
        *out = authority;
    else
        scm_authority_free(authority);
    return status;
}

int scm_authority_load(
    scm_authority **out, const scm_authority_options *options, scm_error *error)
{
    GUARDED(int, load(out, options, error), no_memory(error))
}

void scm_authority_free(scm_authority *authority)
{
    if (!authority) return;
    arena_free(authority->arena);
    free(authority);
}

size_t scm_authority_names(const scm_authority *authority)
{
    return authority->image->nnames;
}

scm_name scm_authority_name(const scm_authority *authority, size_t index)
{
    const struct image *im = authority->image;
    const struct name_row *r = &im->names[index];
    return (scm_name){image_str(im, r->id), (enum scm_type)r->type, image_str(im, r->class_),
        image_str(im, r->name), (int)r->weight};
}

size_t scm_authority_officials(const scm_authority *authority)
{
    return authority->image->nofficials;
}

scm_official scm_authority_official(const scm_authority *authority, size_t index)
{
    const struct image *im = authority->image;
    const struct official_row *r = &im->officials[index];
    return (scm_official){image_str(im, r->id), image_str(im, r->name), image_str(im, r->side),
        image_str(im, r->office), image_str(im, r->from), image_str(im, r->to)};
}

size_t scm_authority_offices(const scm_authority *authority)
{
    return authority->image->noffices;
}

scm_office scm_authority_office(const scm_authority *authority, size_t index)
{
    const struct image *im = authority->image;
    const struct office_row *r = &im->offices[index];
    return (scm_office){image_str(im, r->id), image_str(im, r->side), image_str(im, r->title),
        image_str(im, r->short_)};
}

size_t scm_authority_sides(const scm_authority *authority)
{
    return authority->image->nsides;
}

scm_side scm_authority_side(const scm_authority *authority, size_t index)
{
    const struct image *im = authority->image;
    const struct side_row *r = &im->sides[index];
    return (scm_side){image_str(im, r->id), image_str(im, r->state), image_str(im, r->name),
        image_str(im, r->short_), image_str(im, r->adjective)};
}

size_t scm_authority_all_series(const scm_authority *authority)
{
    return authority->image->nseries;
}

scm_series scm_authority_series(const scm_authority *authority, size_t index)
{
    const struct image *im = authority->image;
    const struct series_row *r = &im->series[index];
    return (scm_series){image_str(im, r->id), image_str(im, r->title), image_str(im, r->names),
        image_str(im, r->sides), image_str(im, r->heads),
        r->head.len ? image_str(im, r->head) : S("head"), image_str(im, r->companion),
        image_str(im, r->reporter), image_str(im, r->subjects), r->topics != 0};
}

size_t scm_authority_meetings(const scm_authority *authority)
{
    return authority->image->nmeetings;
}

scm_meeting scm_authority_meeting(const scm_authority *authority, size_t index)
{
    const struct image *im = authority->image;
    const struct meeting_row *r = &im->meetings[index];
    return (scm_meeting){image_str(im, r->series), (int)r->ordinal, image_str(im, r->date),
        image_str(im, r->end), image_str(im, r->venue), image_str(im, r->heads),
        (int)r->companion, image_str(im, r->companion_date)};
}

size_t scm_authority_verbs(const scm_authority *authority)
{
    return authority->image->nverbs;
}

scm_verb scm_authority_verb(const scm_authority *authority, size_t index)
{
    const struct image *im = authority->image;
    const struct verb_row *r = &im->verbs[index];
    return (scm_verb){image_str(im, r->lemma), image_str(im, r->past), (enum scm_act)r->act,
        (int)r->strength};
}

size_t scm_authority_topics(const scm_authority *authority)
{
    return authority->image->ntopics;
}

scm_topic scm_authority_topic(const scm_authority *authority, size_t index)
{
    const struct image *im = authority->image;
    return (scm_topic){
        image_str(im, im->topics[index].id), image_str(im, im->topics[index].title)};
}

size_t authority_topic_cue_count(const scm_authority *authority, size_t topic)
{
    return authority->image->topics[topic + 1].cue - authority->image->topics[topic].cue;
}

struct authority_cue authority_topic_cue(
    const scm_authority *authority, size_t topic, size_t cue)
{
    const struct image *im = authority->image;
    const struct cue_row *r = &im->cues[im->topics[topic].cue + cue];
    return (struct authority_cue){image_str(im, r->text), r->is_id != 0, (int)r->weight};
}
