/* The completion script for bash: a function for `complete -F` that needs
 * nothing but bash 4. */
#include <stdio.h>
#include <string.h>

#include "cli/completion.h"
#include "cli/meeting.h"

/* Meetings by ordinal and year, out of the names of the files. */
static const char MEETINGS[] =
    "_scmtool_meetings() {\n"
    "    local dir file rest\n"
    "    for dir in \"$1\" \"$SCMTOOL_CORPUS\" corpus/official corpus/texts '%s'; do\n"
    "        [[ $dir ]] || continue\n"
    "        for file in \"$dir\"/scm[0-9]*; do\n"
    "            rest=${file##*/scm}\n"
    "            [[ $rest =~ ^([0-9]{1,3})(-([0-9]{4}))?[-.] ]] || continue\n"
    "            printf '%%s\\n' \"${BASH_REMATCH[1]}\" \"${BASH_REMATCH[3]}\"\n"
    "        done\n"
    "    done | sort -u\n"
    "}\n\n";

/* Readline takes "=" for a word of its own, so an option and its value are one
 * word, two or three. */
static const char OPENING[] =
    "_scmtool() {\n"
    "    local cur=${COMP_WORDS[COMP_CWORD]} option= command= corpus= words= list= i\n"
    "    COMPREPLY=()\n"
    "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
    "        option=\n"
    "        case ${COMP_WORDS[i]} in\n"
    "        %s)\n"
    "            option=${COMP_WORDS[i]}\n"
    "            [[ ${COMP_WORDS[i + 1]} != '=' ]] || ((i++))\n"
    "            ((i++))\n"
    "            [[ $option != --corpus ]] || corpus=${COMP_WORDS[i]} ;;\n"
    "        -*) ;;\n"
    "        *) [[ $command ]] || command=${COMP_WORDS[i]} ;;\n"
    "        esac\n"
    "    done\n"
    "    ((i > COMP_CWORD)) || option=\n"
    "    [[ $cur != '=' ]] || cur=\n"
    "    case $option:$command in\n";

static const char CLOSING[] =
    "    esac\n"
    "    if [[ $list && $cur == *,* ]]; then\n"
    "        words=\" $words\"\n"
    "        words=${words// / ${cur%,*},}\n"
    "    fi\n"
    "    COMPREPLY+=($(compgen -W \"$words\" -- \"$cur\"))\n"
    "    if [[ ${#COMPREPLY[@]} == 1 && ( $list || ${COMPREPLY[0]} == *= ) ]]; then\n"
    "        compopt -o nospace 2>/dev/null\n"
    "    fi\n"
    "}\n"
    "complete -F _scmtool scmtool\n";

static void spellings(const option_spec *s)
{
    if (s->letter) printf("-%c | ", s->letter);
    printf("--%s", s->name);
}

static void print_opening(void)
{
    const char *mark = strstr(OPENING, "%s");
    fwrite(OPENING, 1, (size_t)(mark - OPENING), stdout);
    const char *between = "";
    for (size_t i = 0; i < NOPTIONS; i++) {
        if (!OPTIONS[i].value) continue;
        printf("%s", between);
        spellings(&OPTIONS[i]);
        between = " | ";
    }
    printf("%s", mark + 2);
}

static void words_case(const option_spec *s, const command *c)
{
    printf("    ");
    if (s->letter) printf("-%c:%s | ", s->letter, c ? c->name : "*");
    printf("--%s:%s) words='", s->name, c ? c->name : "*");
    completion_option_words(s, c);
    printf("'%s ;;\n", option_is_list(s) ? " list=yes" : "");
}

static void files_case(const option_spec *s)
{
    const char *action = strcmp(s->value, "DIR") == 0 ? "-d" : "-f";
    printf("    ");
    if (s->letter) printf("-%c:* | ", s->letter);
    printf("--%s:*)\n", s->name);
    printf("        compopt -o filenames 2>/dev/null\n");
    printf("        mapfile -t COMPREPLY < <(compgen %s -- \"$cur\")\n", action);
    printf("        return ;;\n");
}

static void value_cases(const option_spec *s)
{
    const char *words[MOST_WORDS];
    if (!s->value) return;
    if (strcmp(s->value, "FILE") == 0 || strcmp(s->value, "DIR") == 0) files_case(s);
    size_t all = option_words(words, s, NULL);
    for (size_t i = 0; i < NCOMMANDS; i++)
        if (command_takes(&COMMANDS[i], s->name) && option_words(words, s, &COMMANDS[i]) != all)
            words_case(s, &COMMANDS[i]);
    if (all) words_case(s, NULL);
}

/* Of all commands where c is NULL. */
static void option_names(const command *c)
{
    for (size_t i = 0; i < NOPTIONS; i++)
        if (!c || command_takes(c, OPTIONS[i].name))
            printf(" --%s%s", OPTIONS[i].name, OPTIONS[i].value ? "=" : "");
}

static void operand_case(const command *c)
{
    printf("    :%s)\n        if [[ $cur == -* ]]; then words='", c->name);
    option_names(c);
    printf("'\n");
    if (c->operand == OPERAND_TEXT) {
        printf("        else\n"
               "            compopt -o filenames 2>/dev/null\n"
               "            words=$(_scmtool_meetings \"$corpus\")\n"
               "            mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n");
    } else {
        printf("        else words='");
        completion_operand_words(c);
        printf("'\n");
    }
    printf("        fi ;;\n");
}

void completion_bash(void)
{
    printf("# Completion of scmtool for bash: eval \"$(scmtool completion bash)\"\n");
    printf(MEETINGS, MEETING_FOLDER);
    print_opening();
    for (size_t i = 0; i < NOPTIONS; i++) value_cases(&OPTIONS[i]);
    printf("    -*) return ;;\n");
    for (size_t i = 0; i < NCOMMANDS; i++) operand_case(&COMMANDS[i]);
    printf("    :)\n        if [[ $cur == -* ]]; then words='");
    option_names(NULL);
    printf("'\n        else words='");
    for (size_t i = 0; i < NCOMMANDS; i++) printf(" %s", COMMANDS[i].name);
    printf("'\n        fi ;;\n%s", CLOSING);
}
