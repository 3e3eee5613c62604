/* Each text of each operand. */
#include "cli/each.h"

#include "cli/parallel.h"
#include "cli/records.h"

struct each {
    job_step *one;
};

static void each_record(job *j, scm_str json, void *user)
{
    const struct each *e = user;
    text t;
    if (job_read_record(j, &t, json) == 0) e->one(j, &t);
    text_free(&t);
}

void job_texts(job *j, const char *operand, job_step *one)
{
    text t;
    struct each e = {one};
    if (j->options->input == INPUT_JSONL) {
        records_each(j, operand, each_record, &e);
        return;
    }
    if (job_read(j, &t, operand) == 0) one(j, &t);
    text_free(&t);
}

static void each_operand(job *j, size_t index, void *user)
{
    const struct each *e = user;
    const options *o = j->options;
    job_texts(j, o->noperands ? o->operands[index] : "-", e->one);
}

int job_each(const options *o, job_step *one)
{
    job j;
    struct each e = {one};
    if (job_start(&j, o) == 0) job_run(&j, o->noperands ? o->noperands : 1, each_operand, &e);
    return job_end(&j);
}
