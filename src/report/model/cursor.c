/* Cursor: places in bytes of the text as code points into their blocks. */
#include "report/model/cursor.h"

size_t cursor_to(struct cursor *c, size_t block, size_t at)
{
    str text = c->document->text;
    if (c->block != block || at < c->at) {
        c->block = block;
        c->at = (size_t)(c->document->blocks[block].text.at - text.at);
        c->codepoints = 0;
    }
    c->codepoints += scm_str_codepoints(str_sub(text, c->at, at));
    c->at = at;
    return c->codepoints;
}
