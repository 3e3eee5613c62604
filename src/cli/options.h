/* Options and commands: one table of each, from which the command line is
 * parsed and all help is printed. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <scm/scm.h>

enum when { AUTO, ALWAYS, NEVER };
enum input { INPUT_TEXT, INPUT_JSONL };

typedef struct command command;

typedef struct options {
    const command *command; /* NULL: none was named */
    char **operands;
    size_t noperands;
    const char **names; /* of files, by their stems; NULL where there is one at most */
    int format;         /* enum scm_format */
    int input;          /* enum input */
    int color;          /* enum when */
    int context;
    int words; /* of context in a concordance; 0: as many as fit */
    int by;    /* enum scm_trend_by */
    int least, per;
    int jobs;              /* files at once; 0: one a processor, -1: not said */
    unsigned types, kinds; /* 0: all */
    const char *ids;
    const char *output, *authority, *lexicon, *date, *name, *corpus, *encoding;
    const char *of, *para, *pattern, *series;
    bool header, quiet, verbose, help, version;
    bool recursive, expanded; /* expanded: the operands are to be freed */
    bool account, brief, stat, full, ignore_case, ignore_quotes;
    bool all, all_kinds, gone, wordings, from;
} options;

/* What the operands of a command are, or the last of them. */
enum operand_kind { OPERAND_NONE, OPERAND_TEXT, OPERAND_COMMAND, OPERAND_TABLE, OPERAND_SHELL };

struct command {
    const char *name, *operands, *summary;
    const char *otherwise; /* other operands that it can have; NULL: none */
    int (*run)(const options *);
    const char *takes; /* the names of its options, with a space before and behind each */
    enum operand_kind operand;
    size_t least, most; /* operands */
    enum scm_format format;
    unsigned gives;      /* what its reports have: bits of enum scm_format_needs */
    bool by_row;         /* its text is a row per line too: wrapped on a terminal only */
    bool gathers;        /* without operands it takes a series of the corpus */
    bool together;       /* all its texts are one report */
    bool compares;       /* it compares the words of its texts */
    bool answers;        /* its exit status is an answer: -q asks for no other */
    int jobs;            /* files at once where --jobs does not say */
    const char *columns; /* of its TSV; NULL: none */
    const char *rows;    /* what its rows are, where that needs words */
    const char *status;  /* exit status, where it says something */
    const char
        *means; /* "OPTION[=VALUE] TEXT" per line: options that mean something else here */
    const char *examples; /* one per line */
};

typedef struct option_spec {
    char letter;              /* 0: none */
    const char *name, *value; /* value is NULL for a flag */
    int kind;
    size_t field; /* offset in options */
    const char *help;
} option_spec;

extern const command COMMANDS[];
extern const size_t NCOMMANDS;
extern const option_spec OPTIONS[];
extern const size_t NOPTIONS;

bool command_takes(const command *c, const char *option);
/* The command with this name, or NULL; command_find says so in a message. */
const command *command_named(const char *name);
const command *command_find(const char *name);

/* The words that the value of this option of the command (NULL: of any) is
 * chosen from; their number, 0 where it may be anything. */
enum { MOST_WORDS = SCM_NTYPES + 4 };
size_t option_words(const char *words[], const option_spec *s, const command *c);
/* The formats of the command, NULL: all. */
size_t format_words(const char *words[], const command *c);
/* Whether the value may be several of them: "MECHANISM,STATE". */
bool option_is_list(const option_spec *s);

/* Ids as in "NCG,TDS", to be freed; NULL where there is no list. */
scm_str *options_ids(const char *list, size_t *count);

/* Parses; 0, or TROUBLE after a message.  argv is put in another order. */
int options_parse(options *out, int argc, char **argv);

#define COMMAND(function, ...) int function(const options *o);
#include "cli/commands.def"
#undef COMMAND

#endif
