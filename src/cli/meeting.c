/* Meetings are looked up by the stems of file names, "scm55-2023", in one
 * folder after the other. */
#include "cli/meeting.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include <scm/authority.h>
#include "cli/message.h"

#ifndef SCM_DATADIR
#define SCM_DATADIR "/usr/local/share/scmtool/corpus/texts"
#endif

enum { FOLDERS = 5 };

const char MEETING_FOLDER[] = SCM_DATADIR;

/* What is looked for, and what was found in one folder. */
struct meeting_search {
    const scm_authority *authority;
    scm_str series;       /* its id */
    const char *digits;   /* "55" or "2023", and what follows */
    const char *language; /* "ko" of "55-ko"; empty: the text without such an ending */
    bool year;
    char *exact, *prefixed; /* file names, owned */
    size_t nexact, nprefixed;
    char names[400]; /* all that match, for the message */
};

static void search_free(struct meeting_search *s)
{
    free(s->exact);
    free(s->prefixed);
    s->exact = s->prefixed = NULL;
}

static bool is_suffix(const char *s)
{
    static const char *const SUFFIXES[] = {"st", "nd", "rd", "th"};
    for (size_t i = 0; i < sizeof SUFFIXES / sizeof *SUFFIXES; i++)
        if (strcasecmp(s, SUFFIXES[i]) == 0) return true;
    return false;
}

/* The bytes that the id of a series takes at the start, in any letter case; 0: none.
 * The longest counts: "2+2" and not "2". */
static size_t series_prefix(const scm_authority *a, const char *name, scm_str *id)
{
    size_t longest = 0;
    for (size_t i = 0; i < scm_authority_all_series(a); i++) {
        scm_str one = scm_authority_series(a, i).id;
        if (one.len <= longest || strncasecmp(name, one.at, one.len) != 0) continue;
        longest = one.len;
        *id = one;
    }
    return longest;
}

/* "-ko": the id of a language behind a meeting. */
static bool is_language(const char *s)
{
    return s[0] == '-' && s[1] >= 'a' && s[1] <= 'z' && s[2] >= 'a' && s[2] <= 'z' && !s[3];
}

/* "55", "55th", "scm55", "SCM-55", "2023" of the main series, "kidd23" of another; "55-ko". */
static bool is_meeting(const scm_authority *a, const char *operand, struct meeting_search *s)
{
    scm_series main = {0};
    scm_str id = {0};
    size_t named = series_prefix(a, operand, &id);
    scm_authority_main_series(a, &main);
    operand += named;
    if (named && *operand == '-') operand++;
    size_t n = strspn(operand, "0123456789");
    *s = (struct meeting_search){.authority = a,
        .digits = operand,
        .language = "",
        .year = n == 4,
        .series = named ? id : main.id};
    if (n > 0 && n < 4 && is_suffix(operand + n)) return true;
    s->language = operand + n + is_language(operand + n);
    bool ends = operand[n] == '\0' || s->language > operand + n;
    return n > 0 && ends && (n < 4 || (n == 4 && !named));
}

/* Whether a file is about the meeting: "scmNN-YYYY" and what may follow.
 * *exact: nothing does but an extension. */
static bool matches(const struct meeting_search *s, const char *file, bool *exact)
{
    scm_str id = {0};
    size_t named = series_prefix(s->authority, file, &id);
    if (!named || id.at != s->series.at) return false;
    const char *ordinal = file + named;
    size_t n = strspn(ordinal, "0123456789");
    if (n == 0 || n > 3) return false;
    const char *rest = ordinal + n;
    const char *year = *rest == '-' ? rest + 1 : "";
    bool dated = strspn(year, "0123456789") == 4;
    const char *stem_end = dated ? year + 4 : rest;
    size_t ending = strlen(s->language);
    if (ending) {
        if (*stem_end != '-' || strncmp(stem_end + 1, s->language, ending) != 0) return false;
        stem_end += 1 + ending;
    }
    *exact = dated && (*stem_end == '.' || *stem_end == '\0');
    if (s->year) return dated && strncmp(year, s->digits, 4) == 0;
    return atoi(ordinal) == atoi(s->digits);
}

static void note(struct meeting_search *s, const char *file, bool exact)
{
    size_t used = strlen(s->names);
    snprintf(s->names + used, sizeof s->names - used, "%s%s", used ? ", " : "", file);
    char **kept = exact ? &s->exact : &s->prefixed;
    if (!*kept) *kept = needed(strdup(file));
    if (exact)
        s->nexact++;
    else
        s->nprefixed++;
}

/* In the order of names, whatever that of the folder; -1 where it cannot be read. */
static int read_folder(const char *folder, struct dirent ***entries)
{
    int n = scandir(folder, entries, NULL, alphasort);
    if (n < 0 && errno == ENOMEM) end_without_memory();
    return n;
}

/* False where the folder cannot be read. */
static bool search_folder(struct meeting_search *s, const char *folder)
{
    struct dirent **entries;
    int n = read_folder(folder, &entries);
    for (int i = 0; i < n; i++) {
        bool exact;
        if (matches(s, entries[i]->d_name, &exact)) note(s, entries[i]->d_name, exact);
        free(entries[i]);
    }
    if (n >= 0) free(entries);
    return n >= 0;
}

/* The path of what was found, or NULL after a message. */
static char *choose(const struct meeting_search *s, const char *folder, const char *operand)
{
    size_t n = s->nexact ? s->nexact : s->nprefixed;
    char *path;
    if (n > 1) {
        complain("%s: more than one text in %s: %s", operand, folder, s->names);
        return NULL;
    }
    if (asprintf(&path, "%s/%s", folder, s->nexact ? s->exact : s->prefixed) < 0)
        end_without_memory();
    return path;
}

/* Where meetings are looked up, in this order; NULL or empty where there is none. */
static void list_folders(const options *o, const char *folders[FOLDERS])
{
    const char *all[FOLDERS] = {
        o->corpus, getenv("SCMTOOL_CORPUS"), "corpus/official", "corpus/texts", MEETING_FOLDER};
    memcpy(folders, all, sizeof all);
}

/* The first folder with a text of the meeting; NULL where none has one, and false after a
 * message where the folder that was asked for cannot be read.  `searched` names them all. */
static bool find_folder(
    const options *o, struct meeting_search *s, const char **found, char *searched, size_t size)
{
    const char *folders[FOLDERS];
    list_folders(o, folders);
    *found = NULL;
    for (size_t i = 0; i < FOLDERS && !*found; i++) {
        if (!folders[i] || !*folders[i]) continue;
        if (!search_folder(s, folders[i]) && folders[i] == o->corpus) {
            complain("%s: %s", o->corpus, strerror(errno));
            return false;
        }
        if (s->nexact || s->nprefixed) *found = folders[i];
        size_t used = strlen(searched);
        snprintf(searched + used, size - used, "%s%s", used ? ", " : "", folders[i]);
    }
    return true;
}

static char *look_up(const options *o, struct meeting_search *s, const char *operand)
{
    char searched[600] = "";
    const char *folder;
    if (!find_folder(o, s, &folder, searched, sizeof searched)) return NULL;
    if (folder) return choose(s, folder, operand);
    complain("%s: no such file, and no such meeting in %s", operand, searched);
    return NULL;
}

char *meeting_before(
    const options *o, const scm_authority *a, const scm_annotations *of, bool aloud)
{
    scm_str series = of->series;
    char operand[64], searched[600] = "", *path = NULL;
    bool readable = true;
    for (int n = of->ordinal - 1; n > 0 && !path && readable; n--) {
        struct meeting_search s;
        const char *folder = NULL;
        snprintf(operand, sizeof operand, "%.*s%d", (int)series.len, series.at, n);
        searched[0] = '\0';
        if (!is_meeting(a, operand, &s)) continue;
        readable = find_folder(o, &s, &folder, searched, sizeof searched);
        if (folder && !(path = choose(&s, folder, operand))) readable = false;
        search_free(&s);
        if (path && n < of->ordinal - 1 && aloud)
            remark("no text of %.*s %d; compared with %.*s %d", (int)series.len, series.at,
                of->ordinal - 1, (int)series.len, series.at, n);
    }
    if (!path && readable && aloud)
        complain("%.*s %d: no text of an earlier meeting%s%s", (int)series.len, series.at,
            of->ordinal, *searched ? " in " : "", searched);
    return path;
}

char *meeting_path(const options *o, const char *operand)
{
    struct stat st;
    struct meeting_search s;
    scm_authority *series;
    bool absent = strcmp(operand, "-") != 0 && stat(operand, &st) != 0 && errno == ENOENT;
    scm_authority_options how = {.dir = o->authority, .lexicon = o->lexicon};
    if (!absent) return needed(strdup(operand));
    /* What is wrong with the tables is told when they are used. */
    if (scm_authority_load(&series, &how, NULL) && scm_authority_load(&series, NULL, NULL))
        return needed(strdup(operand));
    char *path = NULL;
    if (is_meeting(series, operand, &s)) {
        path = look_up(o, &s, operand);
        search_free(&s);
    } else {
        path = needed(strdup(operand));
    }
    scm_authority_free(series);
    return path;
}

/* The texts of a series while they are gathered. */
enum { MOST_ORDINALS = 1000 };
struct gathering {
    const scm_authority *authority;
    scm_str series;
    bool taken[MOST_ORDINALS]; /* by the folders before */
    char **paths;
    size_t len, cap;
};

/* The ordinal of the meeting that a file is about; 0: none of the series. */
static int ordinal_of(const struct gathering *g, const char *file)
{
    scm_str id = {0};
    size_t named = series_prefix(g->authority, file, &id);
    size_t n = strspn(file + named, "0123456789");
    bool other = !named || id.at != g->series.at;
    return other || n == 0 || n > 3 ? 0 : atoi(file + named);
}

static void add_path(struct gathering *g, const char *folder, const char *file)
{
    if (g->len == g->cap) {
        g->cap = g->cap ? 2 * g->cap : 16;
        g->paths = needed(realloc(g->paths, g->cap * sizeof *g->paths));
    }
    if (asprintf(&g->paths[g->len++], "%s/%s", folder, file) < 0) end_without_memory();
}

static int gather_folder(struct gathering *g, const char *folder)
{
    struct dirent **entries;
    bool here[MOST_ORDINALS] = {false};
    int n = read_folder(folder, &entries);
    for (int i = 0; i < n; i++) {
        int ordinal = ordinal_of(g, entries[i]->d_name);
        if (ordinal && !g->taken[ordinal]) {
            add_path(g, folder, entries[i]->d_name);
            here[ordinal] = true;
        }
        free(entries[i]);
    }
    if (n >= 0) free(entries);
    for (int i = 0; i < MOST_ORDINALS; i++) g->taken[i] |= here[i];
    return n;
}

static bool choose_series(struct gathering *g, const char *id)
{
    scm_series series = {0};
    size_t named = id ? series_prefix(g->authority, id, &g->series) : 0;
    if (!id && scm_authority_main_series(g->authority, &series)) g->series = series.id;
    return id ? named == strlen(id) : g->series.len > 0;
}

char **meeting_texts(const options *o, const scm_authority *a, size_t *count)
{
    struct gathering g = {.authority = a};
    const char *folders[FOLDERS];
    list_folders(o, folders);
    if (!choose_series(&g, o->series)) {
        complain("--series: unknown series \"%s\"", o->series ? o->series : "");
        return NULL;
    }
    for (size_t i = 0; i < FOLDERS; i++) {
        if (!folders[i] || !*folders[i]) continue;
        if (gather_folder(&g, folders[i]) >= 0 || folders[i] != o->corpus) continue;
        complain("%s: %s", o->corpus, strerror(errno));
        *count = 0;
        return NULL;
    }
    *count = g.len;
    if (g.len == 0)
        complain("no texts of the %.*s in the corpus", (int)g.series.len, g.series.at);
    return g.paths;
}
