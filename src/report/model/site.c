/* Sites: what the pages of a site are called, and which there are. */
#include <stdlib.h>

#include "report/model/build.h"

/* As a file: what would be a folder is none. */
static str file_name(arena *a, const char *before, str id, str other)
{
    buf b = {.arena = a};
    buf_add(&b, str_of(before));
    buf_add(&b, id);
    if (other.len) buf_add(&b, S("--"));
    buf_add(&b, other);
    for (size_t i = 0; i < b.len; i++)
        if (b.at[i] == '/' || b.at[i] == '\0') b.at[i] = '_';
    buf_add(&b, S(".html"));
    return buf_str(&b);
}

static bool is_plain(char c)
{
    return is_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

/* As the path of a URL (RFC 3986). */
static str escape(arena *a, str name)
{
    buf b = {.arena = a};
    for (size_t i = 0; i < name.len; i++)
        if (is_plain(name.at[i]))
            buf_char(&b, name.at[i]);
        else
            buf_printf(&b, "%%%02X", (unsigned char)name.at[i]);
    return buf_str(&b);
}

static char *kept(const char *before, str id, str other, bool as_link)
{
    arena *a = arena_new();
    str name = file_name(a, before, id, other);
    if (as_link) name = escape(a, name);
    char *out = mem_alloc(name.len + 1);
    memcpy(out, name.at, name.len);
    out[name.len] = '\0';
    arena_free(a);
    return out;
}

static char *page_of_text(scm_str id, scm_str other)
{
    return kept("", id, other, false);
}

char *scm_page_of_text(scm_str id, scm_str other)
{
    GUARDED(char *, page_of_text(id, other), NULL)
}

static char *page_of_name(scm_str id)
{
    return kept("id-", id, (str){0}, false);
}

char *scm_page_of_name(scm_str id)
{
    GUARDED(char *, page_of_name(id), NULL)
}

static char *href_of_text(scm_str id, scm_str other)
{
    return kept("", id, other, true);
}

char *scm_href_of_text(scm_str id, scm_str other)
{
    GUARDED(char *, href_of_text(id, other), NULL)
}

static char *href_of_name(scm_str id)
{
    return kept("id-", id, (str){0}, true);
}

char *scm_href_of_name(scm_str id)
{
    GUARDED(char *, href_of_name(id), NULL)
}

static int compare(const void *x, const void *y)
{
    return str_cmp(*(const str *)x, *(const str *)y);
}

static bool has(const str *ids, size_t n, str id)
{
    return n && bsearch(&id, ids, n, sizeof *ids, compare);
}

str site_name(const builder *b, str id)
{
    if (!b->site || !has(b->site->names, b->site->nnames, id)) return (str){0};
    return escape(b->arena, file_name(b->arena, "id-", id, (str){0}));
}

str site_pair(const builder *b, str old_id, str new_id)
{
    if (!b->site || !has(b->site->texts, b->site->ntexts, new_id)) return (str){0};
    return escape(b->arena, file_name(b->arena, "", old_id, new_id));
}

str site_text(const builder *b, str document, str label)
{
    if (!b->site || !has(b->site->texts, b->site->ntexts, document)) return (str){0};
    str page = escape(b->arena, file_name(b->arena, "", document, (str){0}));
    if (label.len == 0) return page;
    str anchor = paragraph_anchor(b->arena, label);
    return str_printf(b->arena, "%.*s#%.*s", SCM_STR(page), SCM_STR(anchor));
}
