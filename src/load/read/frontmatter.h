/* YAML front matter of Markdown files. */
#ifndef LOAD_FRONTMATTER_H
#define LOAD_FRONTMATTER_H

#include "load/source.h"

/* Bytes up to the text; 0 where there is none. */
size_t front_matter_length(str text);
/* Takes title and date out of it; its length. */
size_t front_matter_read(struct source *s, str text);

#endif
