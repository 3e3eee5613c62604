/* scmtool authority: what the tool knows; with tables of one's own, a check of
 * them. */
#include <string.h>

#include "cli/job.h"
#include "cli/message.h"
#include "cli/nearest.h"

static int choose_table(const char *kind, enum scm_authority_table *out)
{
    nearest n = {.word = kind};
    *out = SCM_TABLES;
    if (!kind) return 0;
    for (int i = SCM_TABLES + 1; i < SCM_NTABLES; i++) {
        *out = (enum scm_authority_table)i;
        if (strcmp(kind, scm_table_name(*out)) == 0) return 0;
        nearest_try(&n, scm_table_name(*out));
    }
    if (n.best)
        return complain("authority has no table \"%s\"; did you mean %s?", kind, n.best);
    return complain("authority has no table \"%s\"; scmtool authority lists the tables", kind);
}

static int check_options(const options *o, enum scm_authority_table table)
{
    if (o->types && table != SCM_TABLE_NAMES)
        return complain("--type applies only to authority names");
    if (o->date && table != SCM_TABLE_OFFICIALS)
        return complain("--date applies only to authority officials");
    return 0;
}

static void list(job *j, const scm_authority_report_options *how)
{
    scm_report *report;
    scm_error error;
    if (scm_report_authority(&report, j->authority, how, &error)) {
        job_trouble(j, &error);
        return;
    }
    job_write(j, report);
    scm_report_free(report);
}

int cmd_authority(const options *o)
{
    job j;
    scm_authority_report_options how = {.types = o->types, .date = o->date};
    if (choose_table(o->noperands ? o->operands[0] : NULL, &how.table)) return TROUBLE;
    if (check_options(o, how.table)) return TROUBLE;
    if (job_start(&j, o) == 0) list(&j, &how);
    return job_end(&j);
}
