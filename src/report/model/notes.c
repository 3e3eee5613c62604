/* Notes: what a report says of texts that are paraphrased or translated, each note
 * once with all the texts that have it. */
#include "report/model/notes.h"
#include "report/model/words.h"

void notes_add(notes *n, str id, str note)
{
    size_t i = 0;
    if (note.len == 0) return;
    while (i < n->list.len && !str_eq(n->list.at[i].note, note)) i++;
    if (i == n->list.len) {
        struct note *added = vec_add(n->arena, &n->list);
        added->note = note;
        added->texts.arena = n->arena;
    }
    list_add(&n->list.at[i].texts, ", ", id);
}

void builder_notes(builder *b, const notes *n)
{
    rows r = rows_new(b->arena, NULL, "w");
    for (size_t i = 0; i < n->list.len; i++) {
        const struct note *note = &n->list.at[i];
        str text = note->note;
        buf line = {.arena = b->arena};
        if (str_ends(text, S("."))) text.len--;
        buf_add(&line, text);
        list_add(&line, ": ", buf_str(&note->texts));
        rows_add(&r, buf_str(&line));
        rows_tone(&r, TONE_NOTE);
    }
    /* On a page they stand out by themselves. */
    builder_facts(b, b->page ? (str){0} : S("Notes"), &r);
}
