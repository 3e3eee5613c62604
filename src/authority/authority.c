/* The authority as a value: the embedded image, or one built from tables. */
#include "authority/authority.h"
#include "base/input.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static int read_tables(
    struct table_source tables[NTABLES], arena *a, const char *dir, scm_error *error)
{
    for (int i = 0; i < NTABLES; i++) {
        tables[i] = embedded_tables[i];
        const char *path =
            dir ? str_printf(a, "%s/%s", dir, table_file((enum table_kind)i)).at : NULL;
        if (!path || (access(path, F_OK) != 0 && errno == ENOENT)) continue;
        tables[i] = (struct table_source){path, {NULL, 0}, true};
        int status = input_read(&tables[i].text, a, path, error);
        if (status != SCM_OK) return status;
    }
    return SCM_OK;
}

static int any_table(
    const struct table_source tables[NTABLES], const char *dir, scm_error *error)
{
    for (int i = 0; i < NTABLES; i++)
        if (tables[i].path != embedded_tables[i].path) return SCM_OK;
    return fail(error, SCM_E_IO, "%s: holds no table (%s, %s, …)", dir, table_file(TABLE_NAMES),
        table_file(TABLE_OFFICIALS));
}

static int build(scm_authority *authority, const scm_authority_options *o, scm_error *error)
{
    arena *a = authority->arena;
    struct table_source tables[NTABLES], lexicon = {o->lexicon, {NULL, 0}, true};
    struct image *image = arena_alloc(a, sizeof *image);
    int status = read_tables(tables, a, o->dir, error);
    if (status == SCM_OK && o->dir) status = any_table(tables, o->dir, error);
    if (status == SCM_OK && o->lexicon)
        status = input_read(&lexicon.text, a, o->lexicon, error);
    if (status == SCM_OK) status = image_build(image, a, tables, lexicon, error);
    authority->image = image;
    return status;
}

int scm_authority_load(
    scm_authority **out, const scm_authority_options *options, scm_error *error)
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
        image_str(im, r->name)};
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

size_t scm_authority_meetings(const scm_authority *authority)
{
    return authority->image->nmeetings;
}

scm_meeting scm_authority_meeting(const scm_authority *authority, size_t index)
{
    const struct image *im = authority->image;
    const struct meeting_row *r = &im->meetings[index];
    return (scm_meeting){(int)r->ordinal, image_str(im, r->date), image_str(im, r->end),
        image_str(im, r->venue), image_str(im, r->us_head), image_str(im, r->rok_head),
        (int)r->mcm, image_str(im, r->mcm_date)};
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
