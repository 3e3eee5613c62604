/* Why a piece of a source is in no block, and where its words went: the names. */
#include <scm/document.h>

static const char *const NAMES[SCM_NREASONS] = {
    [SCM_REASON_NONE] = "text",
    [SCM_REASON_TITLE] = "title",
    [SCM_REASON_HEADING] = "heading",
    [SCM_REASON_NOTE] = "note",
    [SCM_REASON_NUMBER] = "number",
    [SCM_REASON_SITE_NOTICE] = "site notice",
    [SCM_REASON_NAVIGATION] = "navigation",
    [SCM_REASON_SHARE_BAR] = "share bar",
    [SCM_REASON_ADVERTISEMENT] = "advertisement",
    [SCM_REASON_CAPTION] = "caption",
    [SCM_REASON_SOURCE_LINE] = "source line",
    [SCM_REASON_RELATED_POSTS] = "related posts",
    [SCM_REASON_COMMENTS] = "comments",
    [SCM_REASON_TAG_CLOUD] = "tag cloud",
    [SCM_REASON_COOKIE_NOTICE] = "cookie notice",
    [SCM_REASON_SIGN_UP_BOX] = "sign-up box",
    [SCM_REASON_RIGHTS] = "rights",
    [SCM_REASON_RELEASE] = "release line",
    [SCM_REASON_JOINED] = "joined word",
    [SCM_REASON_FOOTNOTE] = "footnote",
    [SCM_REASON_MARKUP] = "markup",
    [SCM_REASON_INTRODUCTION] = "introduction",
    [SCM_REASON_HIDDEN] = "hidden",
    [SCM_REASON_FORM] = "form",
    [SCM_REASON_LINKS] = "links",
    [SCM_REASON_RULE] = "rule",
    [SCM_REASON_PAGE] = "page header or number",
    [SCM_REASON_DATELINE] = "dateline",
    [SCM_REASON_BEFORE] = "before the text",
    [SCM_REASON_AFTER] = "after the text",
};

const char *scm_reason_name(enum scm_reason reason)
{
    return NAMES[reason];
}

const char *scm_part_name(enum scm_part part)
{
    static const char *const PARTS[] = {"in", "body", "title", "heading", "note", "out"};
    return PARTS[part];
}
