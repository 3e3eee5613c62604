/* The table of options, and the command line parsed by it.  Options may stand
 * before the command, behind it, and among its operands. */
#include "cli/options.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cli/message.h"
#include "cli/nearest.h"

enum kind {
    FLAG,
    RECORDS,
    TEXT,
    NUMBER,
    FORMAT,
    AS_FORMAT,
    INPUT,
    COLOR,
    BY,
    TYPE_LIST,
    KIND_LIST
};

#define AT(field) offsetof(options, field)

const option_spec OPTIONS[] = {
    {0, "all", NULL, FLAG, AT(all), "list the sentences of every text (tsv, csv, jsonl)"},
    {0, "gone", NULL, FLAG, AT(gone), "list the sentences that were dropped, latest first"},
    {0, "of", "MEETING", TEXT, AT(of), "show this text instead of the newest"},
    {0, "wordings", NULL, FLAG, AT(wordings), "print the earlier wordings of each sentence"},
    {0, "para", "LABEL", TEXT, AT(para), "only this paragraph; 7 includes 7.2, 7.3, …"},
    {0, "pattern", "RE", TEXT, AT(pattern),
        "only sentences that match this regular expression"},
    {0, "all-kinds", NULL, FLAG, AT(all_kinds),
        "include fact sheets, news, second-language texts"},
    {0, "series", "ID", TEXT, AT(series), "id of the series to use if no FILE is given"},
    {0, "account", NULL, FLAG, AT(account), "count the words kept and left out, by reason"},
    {0, "brief", NULL, FLAG, AT(brief), "one page: facts, changes, commitments, warnings"},
    {0, "stat", NULL, FLAG, AT(stat), "print the headline and tables, no paragraphs"},
    {0, "full", NULL, FLAG, AT(full), "print unchanged sentences too"},
    {'U', "context", "N", NUMBER, AT(context),
        "unchanged sentences around a change (default 0)"},
    {'C', "words", "N", NUMBER, AT(words), "show N words of context on either side"},
    {'i', "ignore-case", NULL, FLAG, AT(ignore_case), "ignore case"},
    {0, "ignore-quotes", NULL, FLAG, AT(ignore_quotes),
        "treat curly and straight quotes as the same"},
    {0, "only", "KIND,…", KIND_LIST, AT(kinds),
        "only rows of these kinds: CHANGE, MECHANISM, …"},
    {0, "id", "ID,…", TEXT, AT(ids), "only names with these ids, as printed by tag"},
    {0, "by", "WHAT", BY, AT(by), "one column per text, year or decade"},
    {0, "from", "FILE…", RECORDS, AT(from), "read files written by summarize --format=jsonl"},
    {0, "min", "N", NUMBER, AT(least), "only names with at least N mentions in total"},
    {0, "per", "N", NUMBER, AT(per), "mentions per N words, for texts of unequal length"},
    {'t', "type", "TYPE,…", TYPE_LIST, AT(types),
        "only names of these types: MECHANISM, STATE, …"},
    {'f', "format", "FORMAT", FORMAT, AT(format),
        "output format: text, tsv, jsonl, …; see Formats"},
    {0, "csv", NULL, AS_FORMAT, AT(format), "the same as --format=csv"},
    {0, "json", NULL, AS_FORMAT, AT(format), "the same as --format=jsonl"},
    {0, "input", "FORMAT", INPUT, AT(input),
        "text, or jsonl: records {\"id\": …, \"text\": …}"},
    {'H', "header", NULL, FLAG, AT(header), "print a line of column names above the TSV"},
    {'o', "output", "FILE", TEXT, AT(output), "write to FILE, replacing it only when complete"},
    {0, "color", "WHEN", COLOR, AT(color), "when to use colour: auto, always or never"},
    {'j', "jobs", "N", NUMBER, AT(jobs), "read N files at once (default 1; 0: one per CPU)"},
    {0, "corpus", "DIR", TEXT, AT(corpus), "look up meetings in this directory first"},
    {'r', "recursive", NULL, FLAG, AT(recursive), "read the subdirectories of a directory too"},
    {0, "encoding", "NAME", TEXT, AT(encoding),
        "input encoding: utf-8, windows-1252, euc-kr, …"},
    {0, "name", "ID", TEXT, AT(name), "document id of standard input"},
    {0, "date", "YYYY-MM-DD", TEXT, AT(date),
        "date of the text; decides who held which office"},
    {0, "authority", "DIR", TEXT, AT(authority),
        "directory of tables that replace the built-in ones"},
    {0, "lexicon", "FILE", TEXT, AT(lexicon), "table of additional names"},
    {'q', "quiet", NULL, FLAG, AT(quiet), "print only errors, no remarks and no progress"},
    {'v', "verbose", NULL, FLAG, AT(verbose), "report what was left out of a text, and why"},
    {'h', "help", NULL, FLAG, AT(help), "print this help"},
    {'V', "version", NULL, FLAG, AT(version), "print the version"},
};
const size_t NOPTIONS = sizeof OPTIONS / sizeof *OPTIONS;

static const char *const INPUTS[] = {"text", "jsonl"};
static const char *const WHEN[] = {"auto", "always", "never"};
static const char *const COLUMNS[] = {"text", "year", "decade"};

/* "auto, always, never" */
static void join(char *out, size_t size, const char *const *words, size_t n)
{
    size_t used = 0;
    out[0] = '\0';
    for (size_t i = 0; i < n && used < size; i++)
        used += (size_t)snprintf(out + used, size - used, "%s%s", i ? ", " : "", words[i]);
}

/* One word out of a list, in any case; its index, or -1 after a message. */
static int choose(const char *option, const char *word, const char *const *words, size_t n)
{
    nearest near = {.word = word};
    char all[256];
    for (size_t i = 0; i < n; i++) {
        if (strcasecmp(word, words[i]) == 0) return (int)i;
        nearest_try(&near, words[i]);
    }
    join(all, sizeof all, words, n);
    if (near.best)
        complain("--%s: unknown value \"%s\"; did you mean %s?", option, word, near.best);
    else
        complain("--%s: unknown value \"%s\"; choose from %s", option, word, all);
    return -1;
}

/* Types, and the kinds of their own that stand past them. */
static size_t names(const char *words[], size_t n)
{
    static const char *const KINDS[] = {"MEETING", "STATEMENT", "PARAGRAPH", "CHANGE"};
    for (size_t i = 0; i < n; i++)
        words[i] = i < SCM_NTYPES ? scm_type_name((enum scm_type)i) : KINDS[i - SCM_NTYPES];
    return n;
}

static size_t copy(const char *words[], const char *const *from, size_t n)
{
    memcpy(words, from, n * sizeof *words);
    return n;
}

size_t format_words(const char *words[], const command *c)
{
    size_t n = 0;
    for (int i = 0; i < SCM_NFORMATS; i++) {
        scm_format_info info = scm_format_describe((enum scm_format)i);
        if (info.name && (!c || info.needs & c->gives)) words[n++] = info.name;
    }
    return n;
}

size_t option_words(const char *words[], const option_spec *s, const command *c)
{
    switch ((enum kind)s->kind) {
    case FORMAT: return format_words(words, c);
    case INPUT: return copy(words, INPUTS, sizeof INPUTS / sizeof *INPUTS);
    case COLOR: return copy(words, WHEN, sizeof WHEN / sizeof *WHEN);
    case BY: return copy(words, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    case TYPE_LIST: return names(words, SCM_NTYPES);
    case KIND_LIST: return names(words, SCM_NTYPES + 4);
    case FLAG:
    case RECORDS:
    case TEXT:
    case AS_FORMAT:
    case NUMBER: break;
    }
    return 0;
}

bool option_is_list(const option_spec *s)
{
    return s->kind == TYPE_LIST || s->kind == KIND_LIST;
}

/* "MECHANISM,STATE" as bits. */
static int choose_many(const char *option, const char *list, size_t nwords, unsigned *bits)
{
    const char *words[MOST_WORDS];
    names(words, nwords);
    for (const char *at = list; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL) {
        char word[64];
        size_t len = strcspn(at, ",");
        if (len >= sizeof word) len = sizeof word - 1;
        memcpy(word, at, len);
        word[len] = '\0';
        int index = choose(option, word, words, nwords);
        if (index < 0) return TROUBLE;
        *bits |= 1u << index;
    }
    return 0;
}

static int choose_one(
    const char *option, const char *word, const char *const *words, size_t n, int *out)
{
    *out = choose(option, word, words, n);
    return *out < 0 ? TROUBLE : 0;
}

static int choose_format(const char *option, const char *word, int *out)
{
    const char *words[SCM_NFORMATS];
    if (strcasecmp(word, "json") == 0) word = "jsonl";
    return choose_one(option, word, words, format_words(words, NULL), out);
}

static int parse_number(const char *option, const char *value, int *out)
{
    char *end;
    long n = strtol(value, &end, 10);
    if (*value < '0' || *value > '9' || *end || n > 1000000)
        return complain("--%s: not a number: \"%s\"", option, value);
    *out = (int)n;
    return 0;
}

scm_str *options_ids(const char *list, size_t *count)
{
    *count = 0;
    if (!list) return NULL;
    scm_str *ids = room(strlen(list) + 1, sizeof *ids);
    for (const char *at = list;; at++) {
        size_t len = strcspn(at, ",");
        if (len) ids[(*count)++] = (scm_str){at, len};
        at += len;
        if (!*at) return ids;
    }
}

static int set(options *o, const option_spec *s, const char *value)
{
    void *field = (char *)o + s->field;
    switch ((enum kind)s->kind) {
    case FLAG:
    case RECORDS: *(bool *)field = true; break;
    case TEXT: *(const char **)field = value; break;
    case NUMBER: return parse_number(s->name, value, field);
    case FORMAT: return choose_format(s->name, value, field);
    case AS_FORMAT: return choose_format(s->name, s->name, field);
    case INPUT: return choose_one(s->name, value, INPUTS, 2, field);
    case COLOR: return choose_one(s->name, value, WHEN, 3, field);
    case BY: return choose_one(s->name, value, COLUMNS, 3, field);
    case TYPE_LIST: return choose_many(s->name, value, SCM_NTYPES, field);
    case KIND_LIST: return choose_many(s->name, value, SCM_NTYPES + 4, field);
    }
    return 0;
}

/* A command line half read. */
struct parser {
    options *out;
    int argc, at;
    char **argv;
    uint64_t given; /* a bit an option */
};

static int give(struct parser *p, const option_spec *s, const char *value)
{
    if (s->value && !value) {
        if (p->at >= p->argc)
            return complain("--%s needs a value: --%s=%s", s->name, s->name, s->value);
        value = p->argv[p->at++];
    }
    p->given |= UINT64_C(1) << (s - OPTIONS);
    /* Its value is an operand, as those behind it are; it has left room in front. */
    if (s->kind == RECORDS && p->out->noperands == 0)
        return complain("--%s must come after the command", s->name);
    if (s->kind == RECORDS) p->argv[p->out->noperands++] = (char *)(uintptr_t)value;
    return set(p->out, s, value);
}

/* The command, where it was named already. */
static const command *command_so_far(const struct parser *p)
{
    return p->out->noperands ? command_named(p->argv[0]) : NULL;
}

static int no_option(const struct parser *p, const char *dashes, const char *name)
{
    const command *c = command_so_far(p);
    return complain("unknown option %s%s; see scmtool help%s%s", dashes, name, c ? " " : "",
        c ? c->name : "");
}

static int parse_long(struct parser *p, const char *arg)
{
    const char *equals = strchr(arg, '=');
    size_t len = equals ? (size_t)(equals - arg) : strlen(arg);
    char name[64];
    if (len >= sizeof name) len = sizeof name - 1;
    memcpy(name, arg, len);
    name[len] = '\0';
    nearest n = {.word = name};
    const command *c = command_so_far(p);
    for (size_t i = 0; i < NOPTIONS; i++) {
        const option_spec *s = &OPTIONS[i];
        if (!c || command_takes(c, s->name)) nearest_try(&n, s->name);
        if (strcmp(name, s->name) != 0) continue;
        if (equals && !s->value) return complain("--%s takes no value", name);
        return give(p, s, equals ? equals + 1 : NULL);
    }
    if (n.best) return complain("unknown option --%s; did you mean --%s?", name, n.best);
    return no_option(p, "--", name);
}

static int parse_letters(struct parser *p, const char *letters)
{
    while (*letters) {
        size_t i = 0;
        while (i < NOPTIONS && OPTIONS[i].letter != *letters) i++;
        if (i == NOPTIONS) return no_option(p, "-", (char[]){*letters, '\0'});
        letters++;
        const char *value = OPTIONS[i].value && *letters ? letters : NULL;
        int status = give(p, &OPTIONS[i], value);
        if (status || value) return status;
    }
    return 0;
}

/* Operands are moved to the front of argv. */
static int parse_arguments(struct parser *p)
{
    int status = 0;
    while (status == 0 && p->at < p->argc) {
        char *arg = p->argv[p->at++];
        if (strcmp(arg, "--") == 0) {
            while (p->at < p->argc) p->argv[p->out->noperands++] = p->argv[p->at++];
        } else if (strncmp(arg, "--", 2) == 0) {
            status = parse_long(p, arg + 2);
        } else if (arg[0] == '-' && arg[1]) {
            status = parse_letters(p, arg + 1);
        } else {
            p->argv[p->out->noperands++] = arg;
        }
    }
    return status;
}

static int check_options(const struct parser *p, const command *c)
{
    for (size_t i = 0; i < NOPTIONS; i++) {
        bool given = p->given >> i & 1;
        if (given && !command_takes(c, OPTIONS[i].name))
            return complain("%s has no option --%s; see scmtool help %s", c->name,
                OPTIONS[i].name, c->name);
    }
    return 0;
}

static int check_format(const options *o)
{
    const char *words[SCM_NFORMATS];
    char all[256];
    scm_format_info info = scm_format_describe((enum scm_format)o->format);
    if (o->brief && o->format != SCM_FORMAT_TEXT && o->format != SCM_FORMAT_HTML)
        return complain("--brief supports only --format=text and --format=html");
    if (!o->command->columns || info.needs & o->command->gives) return 0;
    join(all, sizeof all, words, format_words(words, o->command));
    return complain(
        "%s does not support --format=%s; choose from %s", o->command->name, info.name, all);
}

static int check_operands(const options *o)
{
    const command *c = o->command;
    if (o->noperands < c->least || o->noperands > c->most)
        return complain("usage: scmtool %s [OPTION…] %s", c->name, c->operands);
    size_t dashes = 0;
    for (size_t i = 0; i < o->noperands; i++) dashes += strcmp(o->operands[i], "-") == 0;
    if (dashes > 1) return complain("standard input can be read only once");
    return 0;
}

int options_parse(options *out, int argc, char **argv)
{
    *out = (options){.format = -1, .jobs = -1, .operands = argv};
    struct parser p = {.out = out, .argc = argc, .at = 1, .argv = argv};
    int status = parse_arguments(&p);
    if (status || out->noperands == 0 || out->version) return status;
    out->command = command_find(argv[0]);
    if (!out->command) return TROUBLE;
    out->operands++;
    out->noperands--;
    if (out->format < 0) out->format = (int)out->command->format;
    if (out->help) return 0;
    status = check_options(&p, out->command);
    if (!status) status = check_format(out);
    return status ? status : check_operands(out);
}
