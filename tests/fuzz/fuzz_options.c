/* Fuzz target: a command line, a word a line; it is parsed and never run. */
#include "fuzz.h"

#include "cli/message.h"
#include "cli/options.h"

enum { MOST_ARGUMENTS = 64 };

static FILE *the_void(void)
{
    static FILE *out;
    if (!out) out = fopen("/dev/null", "w");
    require(out);
    return out;
}

static int split(char **argv, arena *a, str input)
{
    static char program[] = "scmtool";
    int argc = 0;
    argv[argc++] = program;
    for (str word; argc < MOST_ARGUMENTS && str_cut(&input, '\n', &word);)
        argv[argc++] = (char *)(uintptr_t)str_z(a, word);
    return argc;
}

static void check_options(const options *o, char **argv, int argc)
{
    const command *c = o->command;
    require(o->operands >= argv && o->operands + o->noperands <= argv + argc);
    if (!c || o->help) return;
    require(o->noperands >= c->least && o->noperands <= c->most);
    require(o->format >= 0 && o->format < SCM_NFORMATS);
    require(o->context >= 0 && o->least >= 0 && o->per >= 0 && o->jobs >= -1);
    size_t n;
    scm_str *ids = options_ids(o->ids, &n);
    for (size_t i = 0; i < n; i++) require(ids[i].len > 0 && !str_has(ids[i], S(",")));
    free(ids);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *argv[MOST_ARGUMENTS + 1] = {NULL};
    options o;
    arena *a = arena_new();
    int argc = split(argv, a, input_of(data, size));
    messages_to(the_void());
    int status = options_parse(&o, argc, argv);
    require(status == 0 || status == TROUBLE);
    if (status == 0) check_options(&o, argv, argc);
    arena_free(a);
    return 0;
}
