/* scmtool help: printed from the tables of commands and options. */
#include <stdio.h>
#include <string.h>

#include "cli/options.h"

static const char FILES[] =
    "FILE: a path, a directory, - (standard input), or a meeting (55, scm55, 2023).";
static const char SIDES[] =
    "OLD, NEW: a path, - (standard input), or a meeting (55, scm55, 2023).";

/* Columns of a word that is ASCII but for "…". */
static int columns(const char *s)
{
    return (int)scm_str_codepoints((scm_str){s, strlen(s)});
}

static void examples(const command *c, size_t most)
{
    const char *at = c->examples;
    for (size_t i = 0; i < most && *at; i++) {
        int len = (int)strcspn(at, "\n");
        printf("  $ %.*s\n", len, at);
        at += len + (at[len] == '\n');
    }
}

/* What the command says of the option in its own words: "[=VALUE] TEXT"; NULL: nothing. */
static const char *own_words(const command *c, const char *option)
{
    size_t len = strlen(option);
    for (const char *at = c->means; at; at = strchr(at, '\n')) {
        at += *at == '\n';
        if (strncmp(at, option, len) == 0 && strchr(" =", at[len])) return at + len;
    }
    return NULL;
}

static void option_line(const command *c, const option_spec *s)
{
    char value[32] = "";
    const char *own = own_words(c, s->name), *help = own ? strchr(own, ' ') + 1 : s->help;
    if (own && *own == '=')
        snprintf(value, sizeof value, "%.*s", (int)(help - 1 - own), own);
    else if (s->value)
        snprintf(value, sizeof value, "=%s", s->value);
    printf("  %c%c%c --%s%s", s->letter ? '-' : ' ', s->letter ? s->letter : ' ',
        s->letter ? ',' : ' ', s->name, value);
    int used = 8 + columns(s->name) + columns(value);
    printf("%*s%.*s\n", used < 26 ? 26 - used : 1, "", (int)strcspn(help, "\n"), help);
}

static int overview(void)
{
    printf("scmtool shows what the communiqués of the Security Consultative Meeting say\n"
           "and what changed between them.\n\nExamples\n");
    for (size_t i = 0; i < NCOMMANDS; i++) examples(&COMMANDS[i], 1);
    printf("\nCommands\n");
    for (size_t i = 0; i < NCOMMANDS; i++) {
        const command *c = &COMMANDS[i];
        printf("  %-11s%s%*s%s\n", c->name, c->operands, 18 - columns(c->operands), "",
            c->summary);
    }
    printf("\n%s\n"
           "scmtool help COMMAND lists its options; scmtool --version prints the version.\n",
        FILES);
    return 0;
}

static void formats(const command *c)
{
    printf("\nFormats\n ");
    for (int i = 0; i < SCM_NFORMATS; i++) {
        scm_format_info info = scm_format_describe((enum scm_format)i);
        if (info.name && info.needs & c->gives)
            printf("%s %s%s", i ? "," : "", info.name,
                i == (int)c->format ? " (the default)" : "");
    }
    printf("\n  tsv and csv have these columns:\n  %s\n", c->columns);
    if (c->rows) printf("  %s\n", c->rows);
    for (int i = 0; i < SCM_NFORMATS; i++) {
        scm_format_info info = scm_format_describe((enum scm_format)i);
        if (info.name && info.note && info.needs & c->gives) printf("  %s\n", info.note);
    }
}

static void types(void)
{
    printf("\nTypes\n");
    for (int i = 0; i < SCM_NTYPES; i++)
        printf("%s%s", i % 6 ? " " : i ? "\n  " : "  ", scm_type_name((enum scm_type)i));
    printf("\n");
}

static int one(const command *c)
{
    printf("scmtool %s: %s\n\nExamples\n", c->name, c->summary);
    examples(c, SIZE_MAX);
    printf("\nUsage\n  scmtool %s [OPTION…] %s\n", c->name, c->operands);
    if (c->otherwise) printf("  scmtool %s [OPTION…] %s\n", c->name, c->otherwise);
    if (c->operand == OPERAND_TEXT)
        printf("  %s\n", strstr(c->operands, "FILE") ? FILES : SIDES);
    if (c->operand == OPERAND_TEXT && c->least == 0)
        printf("  Without FILE: %s.\n",
            c->gathers ? "the communiqués of one series in the corpus" : "standard input");
    printf("\nOptions\n");
    for (size_t i = 0; i < NOPTIONS; i++)
        if (command_takes(c, OPTIONS[i].name)) option_line(c, &OPTIONS[i]);
    if (c->columns) formats(c);
    if (c->operand == OPERAND_TEXT && command_takes(c, "type")) types();
    printf("\nExit status\n  %s\n", c->status ? c->status : "0 success, 2 trouble");
    return 0;
}

/* Also what `scmtool`, `scmtool --help` and `scmtool COMMAND -h` do. */
int cmd_help(const options *o)
{
    const command *c = o->command;
    if (c && c->run == cmd_help && !o->help) {
        if (o->noperands == 0) return overview();
        c = command_find(o->operands[0]);
        if (!c) return 2;
    }
    return c ? one(c) : overview();
}
