/* The completion script for zsh: specifications for _arguments(1), one list a
 * command. */
#include <stdio.h>
#include <string.h>

#include "cli/completion.h"
#include "cli/meeting.h"

/* Meetings by ordinal and year, out of the names of the files. */
static const char MEETINGS[] =
    "_scmtool_texts() {\n"
    "    local -aU meetings\n"
    "    local dir file\n"
    "    for dir in \"${(Q)opt_args[--corpus]}\" \"$SCMTOOL_CORPUS\" corpus/official "
    "corpus/texts '%s'; do\n"
    "        [[ -n $dir ]] || continue\n"
    "        for file in $dir/scm[0-9]*(N:t); do\n"
    "            [[ $file =~ '^scm([0-9]{1,3})(-([0-9]{4}))?[-.]' ]] || continue\n"
    "            meetings+=($match[1] $match[3])\n"
    "        done\n"
    "    done\n"
    "    _alternative 'meetings:meeting:($meetings)' 'files:file:_files'\n"
    "}\n\n";

/* Inside single quotes and, in brackets, up to "]". */
static void escaped(const char *text)
{
    for (; *text; text++) {
        if (*text == '\'')
            printf("'\\''");
        else if (strchr("[]:\\", *text))
            printf("\\%c", *text);
        else
            putchar(*text);
    }
}

/* ":message:action" of an option's value. */
static void value(const option_spec *s, const command *c)
{
    const char *words[MOST_WORDS];
    printf(":%s:", s->value);
    if (option_words(words, s, c) == 0) {
        if (strcmp(s->value, "FILE") == 0) printf("_files");
        if (strcmp(s->value, "DIR") == 0) printf("_files -/");
        return;
    }
    printf(option_is_list(s) ? "_sequence compadd - " : "(");
    completion_option_words(s, c);
    if (!option_is_list(s)) printf(")");
}

static void option(const option_spec *s, const command *c)
{
    printf(" \\\n            ");
    if (s->letter)
        printf("'(-%c --%s)'{-%c%s,--%s%s}'[", s->letter, s->name, s->letter,
            s->value ? "+" : "", s->name, s->value ? "=" : "");
    else
        printf("'--%s%s[", s->name, s->value ? "=" : "");
    escaped(s->help);
    printf("]");
    if (s->value) value(s, c);
    printf("'");
}

static void operands(const command *c)
{
    printf(" \\\n            '1:command:_scmtool_commands'");
    if (c->operand == OPERAND_TEXT) {
        printf(" \\\n            '*:text:_scmtool_texts'\n");
        return;
    }
    printf(" \\\n            '2:%s:(", c->name);
    completion_operand_words(c);
    printf(")'\n");
}

static void command_case(const command *c)
{
    printf("    (%s)\n        _arguments -s -S :", c->name);
    for (size_t i = 0; i < NOPTIONS; i++)
        if (command_takes(c, OPTIONS[i].name)) option(&OPTIONS[i], c);
    operands(c);
    printf("        ;;\n");
}

static void any_command(void)
{
    printf("    (*)\n        _arguments -s -S :");
    for (size_t i = 0; i < NOPTIONS; i++) option(&OPTIONS[i], NULL);
    printf(" \\\n            '1:command:_scmtool_commands'\n        ;;\n");
}

static void commands(void)
{
    printf("_scmtool_commands() {\n    local -a commands=(");
    for (size_t i = 0; i < NCOMMANDS; i++) {
        printf("\n        '%s:", COMMANDS[i].name);
        escaped(COMMANDS[i].summary);
        printf("'");
    }
    printf("\n    )\n    _describe command commands\n}\n\n");
}

/* The command is the first word that is neither an option nor its value. */
static void find_command(void)
{
    printf("_scmtool() {\n    local command i\n    typeset -A opt_args\n"
           "    for ((i = 2; i < CURRENT; i++)); do\n        case $words[i] in\n        (");
    const char *between = "";
    for (size_t i = 0; i < NOPTIONS; i++) {
        if (!OPTIONS[i].value) continue;
        if (OPTIONS[i].letter) printf("%s-%c", between, OPTIONS[i].letter);
        if (OPTIONS[i].letter) between = "|";
        printf("%s--%s", between, OPTIONS[i].name);
        between = "|";
    }
    printf(") ((i++)) ;;\n        (-*) ;;\n        (*) command=$words[i]; break ;;\n"
           "        esac\n    done\n    case $command in\n");
}

void completion_zsh(void)
{
    printf("#compdef scmtool\n# Completion of scmtool for zsh: a file _scmtool in $fpath.\n\n");
    commands();
    printf(MEETINGS, MEETING_FOLDER);
    find_command();
    for (size_t i = 0; i < NCOMMANDS; i++) command_case(&COMMANDS[i]);
    any_command();
    printf("    esac\n}\n\n"
           "if [[ $funcstack[1] == _scmtool ]]; then\n    _scmtool \"$@\"\n"
           "else\n    compdef _scmtool scmtool\nfi\n");
}
