/* The table of commands. */
#include "cli/options.h"

#include <stdio.h>
#include <string.h>

#include "cli/message.h"
#include "cli/nearest.h"

static const char *const SUMMARIZE_EXAMPLES[] = {
    "scmtool summarize 2023",
    "scmtool summarize -f tsv 2023 | awk -F'\\t' '$2 == \"MECHANISM\" {print $3}'",
    NULL,
};
static const char *const DIFF_EXAMPLES[] = {
    "scmtool diff 2020 2023",
    "scmtool diff --stat 2020 2023",
    "scmtool diff --only=MECHANISM --format=tsv 2020 2023 | grep -w new",
    NULL,
};
static const char *const TAG_EXAMPLES[] = {
    "scmtool tag 2023",
    "scmtool tag --type=MECHANISM 2020 2023 | cut -f1,6 | sort | uniq -c",
    "scmtool normalize 2023 | scmtool tag --name=mine -",
    NULL,
};
static const char *const STATEMENTS_EXAMPLES[] = {
    "scmtool statements 2023",
    "scmtool statements 2023 | awk -F'\\t' '$6 == \"commissive\" && $7 >= 4'",
    NULL,
};
static const char *const TREND_EXAMPLES[] = {
    "scmtool trend 2020 2021 2023 2024",
    "scmtool trend --per=1000 --type=EXERCISE,AGREEMENT --min=3 2020 2021 2023",
    "scmtool trend --format=tsv --id=NCG,TDS 2020 2021 2023 2024 | cut -f2,5,6",
    NULL,
};
static const char *const KWIC_EXAMPLES[] = {
    "scmtool kwic '(?i)extended deterrence' 2020 2023",
    "scmtool kwic --id=NCG 2023 2024",
    "scmtool kwic --type=EXERCISE --format=tsv 2023 | cut -f2,4",
    NULL,
};
static const char *const NORMALIZE_EXAMPLES[] = {
    "scmtool normalize 2023",
    "scmtool normalize --format=tsv --header 2020 2023 | cut -f1,2",
    NULL,
};
static const char *const LINT_EXAMPLES[] = {
    "scmtool lint 2023",
    "scmtool lint --format=tsv 2020 2023 | cut -f4 | sort | uniq -c",
    NULL,
};
static const char *const AUTHORITY_EXAMPLES[] = {
    "scmtool authority officials --date=2023-11-13",
    "scmtool authority names --type=MECHANISM --format=tsv | cut -f1,4",
    NULL,
};
static const char *const COMPLETION_EXAMPLES[] = {
    "scmtool completion bash > scmtool.bash",
    "scmtool completion zsh > _scmtool",
    NULL,
};
static const char *const HELP_EXAMPLES[] = {
    "scmtool help diff",
    NULL,
};

/* Options that several commands take; each has a space on either side. */
#define ALL " help version "
#define WRITERS ALL "format header output color quiet "
#define READERS WRITERS "jobs corpus name verbose "
#define ANALYSES READERS "date authority lexicon "
#define FILTERS ANALYSES "input " /* those that take texts one by one */

const command COMMANDS[] = {
    {.name = "summarize",
        .operands = "[FILE…]",
        .summary = "what one meeting said",
        .run = cmd_summarize,
        .takes = FILTERS "type ",
        .operand = OPERAND_TEXT,
        .most = SIZE_MAX,
        .gives = SCM_NEEDS_RECORDS | SCM_NEEDS_PAGE,
        .columns = "doc key value detail",
        .rows = "a row a fact, then a row a name: type, id, \"MENTIONS: PARAGRAPHS\"",
        .examples = SUMMARIZE_EXAMPLES},
    {.name = "diff",
        .operands = "OLD NEW",
        .summary = "what changed between two",
        .run = cmd_diff,
        .takes = ANALYSES "stat full context ignore-case ignore-quotes only type ",
        .operand = OPERAND_TEXT,
        .answers = true,
        .jobs = 2,
        .least = 2,
        .most = 2,
        .gives = SCM_NEEDS_RECORDS | SCM_NEEDS_PAGE,
        .columns = "kind status key old new detail",
        .rows = "names: old and new mentions, \"OLD PARAGRAPHS > NEW PARAGRAPHS\"",
        .status = "0 no difference, 1 differences, 2 trouble",
        .examples = DIFF_EXAMPLES},
    {.name = "tag",
        .operands = "[FILE…]",
        .summary = "every mention, one a line",
        .run = cmd_tag,
        .takes = FILTERS "type ",
        .operand = OPERAND_TEXT,
        .by_row = true,
        .most = SIZE_MAX,
        .format = SCM_FORMAT_TSV,
        .gives = SCM_NEEDS_RECORDS | SCM_NEEDS_TEXT | SCM_NEEDS_MARKS,
        .columns = "doc para start end type id value surface",
        .examples = TAG_EXAMPLES},
    {.name = "statements",
        .operands = "[FILE…]",
        .summary = "who pledged, reaffirmed, noted what",
        .run = cmd_statements,
        .takes = FILTERS,
        .operand = OPERAND_TEXT,
        .by_row = true,
        .most = SIZE_MAX,
        .format = SCM_FORMAT_TSV,
        .gives = SCM_NEEDS_RECORDS,
        .columns = "doc para sentence actor verb act strength text polarity",
        .examples = STATEMENTS_EXAMPLES},
    {.name = "trend",
        .operands = "FILE…",
        .summary = "what came, stayed and went across the years",
        .run = cmd_trend,
        .takes = ANALYSES "id min per type ",
        .operand = OPERAND_TEXT,
        .least = 1,
        .most = SIZE_MAX,
        .gives = SCM_NEEDS_RECORDS | SCM_NEEDS_PAGE,
        .columns = "type id doc meeting date count words kind",
        .rows = "a row a name and text, also where the count is 0\n"
                "  The text has OFFICIAL and TERM only where --type or --id asks for them.",
        .examples = TREND_EXAMPLES},
    {.name = "kwic",
        .operands = "PATTERN [FILE…]",
        .summary = "a pattern, or names (--id, --type), in context",
        .run = cmd_kwic,
        .takes = FILTERS "ignore-case id type ",
        .operand = OPERAND_TEXT,
        .answers = true,
        .most = SIZE_MAX,
        .gives = SCM_NEEDS_RECORDS,
        .columns = "doc para left match right",
        .rows = "left, match and right are the whole paragraph",
        .status = "0 found, 1 nothing found, 2 trouble",
        .examples = KWIC_EXAMPLES},
    {.name = "normalize",
        .operands = "[FILE…]",
        .summary = "the numbered paragraphs",
        .run = cmd_normalize,
        .takes = READERS "input ",
        .operand = OPERAND_TEXT,
        .by_row = true,
        .most = SIZE_MAX,
        .gives = SCM_NEEDS_RECORDS | SCM_NEEDS_TEXT,
        .columns = "doc para section text",
        .examples = NORMALIZE_EXAMPLES},
    {.name = "lint",
        .operands = "[FILE…]",
        .summary = "slips in a copy",
        .run = cmd_lint,
        .takes = FILTERS,
        .operand = OPERAND_TEXT,
        .by_row = true,
        .answers = true,
        .most = SIZE_MAX,
        .gives = SCM_NEEDS_RECORDS,
        .columns = "doc para severity code message start end",
        .rows = "a row a slip; the same one in several places is one",
        .status = "0 nothing found, 1 slips found, 2 trouble",
        .examples = LINT_EXAMPLES},
    {.name = "authority",
        .operands = "[KIND]",
        .summary = "what the tool knows",
        .run = cmd_authority,
        .takes = WRITERS "type date authority lexicon ",
        .operand = OPERAND_TABLE,
        .by_row = true,
        .most = 1,
        .gives = SCM_NEEDS_RECORDS,
        .columns = "kind rows",
        .rows = "or, of one KIND,\n"
                "  names, terms  id type class name\n"
                "  officials     id name side office from to\n"
                "  offices       id side title short\n"
                "  meetings      series meeting date end venue heads companion companion_date\n"
                "  verbs         lemma past act strength\n"
                "  topics        id title",
        .status = "0 done, also where your tables were checked; 2 trouble",
        .examples = AUTHORITY_EXAMPLES},
    {.name = "completion",
        .operands = "SHELL",
        .summary = "what bash or zsh needs to complete words",
        .run = cmd_completion,
        .takes = ALL,
        .operand = OPERAND_SHELL,
        .least = 1,
        .most = 1,
        .examples = COMPLETION_EXAMPLES},
    {.name = "help",
        .operands = "[COMMAND]",
        .summary = "what a command does and takes",
        .run = cmd_help,
        .takes = ALL,
        .operand = OPERAND_COMMAND,
        .most = 1,
        .examples = HELP_EXAMPLES},
};
const size_t NCOMMANDS = sizeof COMMANDS / sizeof *COMMANDS;

bool command_takes(const command *c, const char *option)
{
    char word[64];
    snprintf(word, sizeof word, " %s ", option);
    return strstr(c->takes, word) != NULL;
}

const command *command_find(const char *name)
{
    nearest n = {.word = name};
    for (size_t i = 0; i < NCOMMANDS; i++) {
        if (strcmp(name, COMMANDS[i].name) == 0) return &COMMANDS[i];
        nearest_try(&n, COMMANDS[i].name);
    }
    if (n.best)
        complain("no command \"%s\"; did you mean %s?", name, n.best);
    else
        complain("no command \"%s\"; scmtool help lists them", name);
    return NULL;
}
