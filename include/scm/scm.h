/* libscm: loads, annotates, analyses and reports on SCM communiqués.
 *
 *     load → annotate → analyse → report
 *
 * Each step is one call that takes a value and returns a value:
 *
 *     #include <scm/scm.h>
 *
 *     int main(int argc, char **argv)
 *     {
 *         scm_error error;
 *         scm_authority *authority = NULL;
 *         scm_document *document = NULL;
 *         scm_annotations *annotations = NULL;
 *         if (argc < 2) return 2;
 *         int status = scm_authority_load(&authority, NULL, &error) ||
 *                      scm_document_load(&document, argv[1], NULL, &error) ||
 *                      scm_annotate(&annotations, document, authority, NULL, &error);
 *         if (status == 0) {
 *             scm_summary *summary = scm_summarize(annotations);
 *             scm_report *report = scm_report_summary(summary, 0);
 *             scm_write_options options = {.format = SCM_FORMAT_TEXT};
 *             status = scm_report_write(report, &options, stdout, &error);
 *             scm_report_free(report);
 *             scm_summary_free(summary);
 *         }
 *         if (status) fprintf(stderr, "%s\n", error.message);
 *         scm_annotations_free(annotations);
 *         scm_document_free(document);
 *         scm_authority_free(authority);
 *         return status ? 2 : 0;
 *     }
 */
#ifndef SCM_SCM_H
#define SCM_SCM_H

#include <scm/base.h>
#include <scm/document.h>
#include <scm/authority.h>
#include <scm/annotations.h>
#include <scm/summary.h>
#include <scm/comparison.h>
#include <scm/history.h>
#include <scm/trend.h>
#include <scm/concordance.h>
#include <scm/findings.h>
#include <scm/report.h>

#endif
