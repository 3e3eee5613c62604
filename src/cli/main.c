/* scmtool: the command line over libscm. */
#include <malloc.h>
#include <signal.h>
#include <stdio.h>

#include "cli/message.h"
#include "cli/operands.h"
#include "cli/options.h"
#include "cli/output.h"

static int run(int argc, char **argv)
{
    options o;
    if (options_parse(&o, argc, argv)) return TROUBLE;
    if (o.version) {
        printf("scmtool %s\n", scm_version());
        return 0;
    }
    if (!o.command || o.help) return cmd_help(&o);
    if (o.quiet) messages_quiet();
    bool named = o.noperands > 0;
    int bad = operands_expand(&o); /* the other operands are done all the same */
    int status = named && o.noperands == 0 ? bad : o.command->run(&o);
    operands_free(&o);
    return bad ? bad : status;
}

int main(int argc, char **argv)
{
    /* Runs are short: few calls of brk, and no page given back and asked for again. */
    mallopt(M_TOP_PAD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    output_start();
    signal(SIGPIPE, SIG_DFL); /* whoever reads us may stop: then end quietly */
    int status = run(argc, argv);
    return output_finish_stdout() ? TROUBLE : status;
}
