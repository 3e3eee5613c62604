/* The table of commands. */
#include "cli/options.h"

#include <stdio.h>
#include <string.h>

#include "cli/message.h"
#include "cli/nearest.h"

/* Options that several commands take; each has a space on either side. */
#define ALL " help version "
#define WRITERS ALL "format csv json header output color quiet "
#define READERS WRITERS "jobs corpus encoding name verbose "
#define ANALYSES READERS "date authority lexicon "
#define FILTERS ANALYSES "recursive input " /* those that take texts one by one */

const command COMMANDS[] = {
#define COMMAND(function, ...) {.run = function, __VA_ARGS__},
#include "cli/commands.def"
#undef COMMAND
};
const size_t NCOMMANDS = sizeof COMMANDS / sizeof *COMMANDS;

bool command_takes(const command *c, const char *option)
{
    char word[64];
    snprintf(word, sizeof word, " %s ", option);
    return strstr(c->takes, word) != NULL;
}

const command *command_named(const char *name)
{
    for (size_t i = 0; i < NCOMMANDS; i++)
        if (strcmp(name, COMMANDS[i].name) == 0) return &COMMANDS[i];
    return NULL;
}

const command *command_find(const char *name)
{
    const command *c = command_named(name);
    if (c) return c;
    nearest n = {.word = name};
    for (size_t i = 0; i < NCOMMANDS; i++) nearest_try(&n, COMMANDS[i].name);
    if (n.best)
        complain("unknown command \"%s\"; did you mean %s?", name, n.best);
    else
        complain("unknown command \"%s\"; scmtool help lists the commands", name);
    return NULL;
}
