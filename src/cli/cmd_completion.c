/* scmtool completion: a script for the shell, printed from the tables of
 * commands and options. */
#include <stdio.h>
#include <string.h>

#include "cli/completion.h"
#include "cli/message.h"

static void word(size_t i, const char *text)
{
    printf("%s%s", i ? " " : "", text);
}

void completion_operand_words(const command *c)
{
    size_t n = 0;
    switch (c->operand) {
    case OPERAND_COMMAND:
        for (size_t i = 0; i < NCOMMANDS; i++) word(i, COMMANDS[i].name);
        break;
    case OPERAND_TABLE:
        for (int i = SCM_TABLES + 1; i < SCM_NTABLES; i++)
            word(n++, scm_table_name((enum scm_authority_table)i));
        break;
    case OPERAND_SHELL: printf("bash zsh"); break;
    case OPERAND_TEXT:
    case OPERAND_NONE: break;
    }
}

void completion_option_words(const option_spec *s, const command *c)
{
    const char *words[MOST_WORDS];
    size_t n = option_words(words, s, c);
    for (size_t i = 0; i < n; i++) word(i, words[i]);
}

int cmd_completion(const options *o)
{
    const char *shell = o->operands[0];
    if (strcmp(shell, "bash") == 0)
        completion_bash();
    else if (strcmp(shell, "zsh") == 0)
        completion_zsh();
    else
        return complain("no completion for \"%s\"; choose bash or zsh", shell);
    return 0;
}
