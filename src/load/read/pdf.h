/* PDF → text, through poppler's pdftotext. */
#ifndef LOAD_PDF_H
#define LOAD_PDF_H

#include "load/source.h"

bool is_pdf(str bytes);
/* The text as UTF-8, a form feed behind each page.  SCM_E_IO where there is no pdftotext,
 * SCM_E_INPUT where it cannot read the file or the file holds no text, SCM_E_LIMIT where it
 * takes too long or the text is too large. */
int pdf_text(str *out, struct source *s, str bytes);

#endif
