/* Options and commands: one table of each, from which the command line is
 * parsed and all help is printed. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <scm/scm.h>

/* A bit a command, for the options that several share. */
enum {
    SUMMARIZE = 1 << 0,
    DIFF = 1 << 1,
    TAG = 1 << 2,
    STATEMENTS = 1 << 3,
    NORMALIZE = 1 << 4,
    TREND = 1 << 6,
    KWIC = 1 << 7,
    LINT = 1 << 8,
    AUTHORITY = 1 << 9,
    ANALYSES = SUMMARIZE | DIFF | TAG | STATEMENTS | TREND | KWIC | LINT,
    READERS = ANALYSES | NORMALIZE,
    FILTERS = READERS & ~(DIFF | TREND), /* those that take texts one by one */
    WRITERS = READERS | AUTHORITY,
    HELP = 1 << 5,
    COMPLETION = 1 << 10,
    EVERY = WRITERS | HELP | COMPLETION
};

/* What a row of a comparison may be: a bit a type of name (1 << scm_type), and
 * these. */
enum {
    KIND_MEETING = 1 << SCM_NTYPES,
    KIND_STATEMENT = 2 << SCM_NTYPES,
    KIND_PARAGRAPH = 4 << SCM_NTYPES,
    TYPES = (1 << SCM_NTYPES) - 1
};

enum when { AUTO, ALWAYS, NEVER };
enum input { INPUT_TEXT, INPUT_JSONL };

typedef struct command command;

typedef struct options {
    const command *command; /* NULL: none was named */
    char **operands;
    size_t noperands;
    int format; /* enum scm_format */
    int input;  /* enum input */
    int color;  /* enum when */
    int context;
    int least, per;
    int jobs;              /* files at once; 0: one a processor, -1: not said */
    unsigned types, kinds; /* 0: all */
    const char *ids;
    const char *output, *authority, *lexicon, *date, *name, *corpus;
    bool header, quiet, verbose, help, version;
    bool stat, full, ignore_case, ignore_quotes;
} options;

struct command {
    unsigned bit;
    const char *name, *operands, *summary;
    int (*run)(const options *);
    size_t least, most; /* operands */
    enum scm_format format;
    unsigned gives;              /* what its reports have: bits of enum scm_format_needs */
    const char *columns;         /* of its TSV; NULL: none */
    const char *rows;            /* what its rows are, where that needs words */
    const char *status;          /* exit status, where it says something */
    const char *const *examples; /* up to NULL */
};

typedef struct option_spec {
    char letter;              /* 0: none */
    const char *name, *value; /* value is NULL for a flag */
    unsigned commands;
    int kind;
    size_t field; /* offset in options */
    const char *help;
} option_spec;

extern const command COMMANDS[];
extern const size_t NCOMMANDS;
extern const option_spec OPTIONS[];
extern const size_t NOPTIONS;

/* The command with this name; NULL, after a message, where there is none. */
const command *command_find(const char *name);

/* The words that the value of this option of the command (NULL: of any) is
 * chosen from; their number, 0 where it may be anything. */
enum { MOST_WORDS = SCM_NTYPES + 3 };
size_t option_words(const char *words[], const option_spec *s, const command *c);
/* The formats of the command, NULL: all. */
size_t format_words(const char *words[], const command *c);
/* Whether the value may be several of them: "MECHANISM,STATE". */
bool option_is_list(const option_spec *s);

/* Parses; 0, or TROUBLE after a message.  argv is put in another order. */
int options_parse(options *out, int argc, char **argv);

int cmd_summarize(const options *o);
int cmd_diff(const options *o);
int cmd_tag(const options *o);
int cmd_statements(const options *o);
int cmd_trend(const options *o);
int cmd_kwic(const options *o);
int cmd_normalize(const options *o);
int cmd_lint(const options *o);
int cmd_authority(const options *o);
int cmd_completion(const options *o);
int cmd_help(const options *o);

#endif
