/* Completion scripts: the tables of commands and options as a shell reads them. */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include "cli/options.h"

/* Each prints the words, if any, that an operand or the option's value is chosen
 * from, with a space between them. */
void completion_operand_words(const command *c);
void completion_option_words(const option_spec *s, const command *c);

/* Each prints its script to standard output. */
void completion_bash(void);
void completion_zsh(void);

#endif
