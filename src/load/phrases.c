/* Phrases: what page furniture says on many sites.  A phrase counts only in a
 * short block, so a paragraph that mentions one stays. */
#include "load/phrases.h"

#include "load/load.h"

enum { LONGEST = 400, LONGEST_LINK = 50 };

static const struct furniture_phrase PHRASES[] = {
    /* What a government page says about itself. */
    {LITERAL("an official website of the "), START, "site notice", false},
    {LITERAL("here's how you know"), START, "site notice", false},
    {LITERAL("here’s how you know"), START, "site notice", false},
    {LITERAL(" website belongs to an official "), INSIDE, "site notice", false},
    {LITERAL("official websites use ."), START, "site notice", false},
    {LITERAL("a lock ("), START, "site notice", false},
    {LITERAL("secure ."), START, "site notice", false},
    {LITERAL("share sensitive information only on "), INSIDE, "site notice", false},
    {LITERAL("official statements, announcements, press releases"), START, "site notice",
        false},
    /* Navigation. */
    {LITERAL("skip to "), START, "navigation", false},
    {LITERAL("home"), WHOLE, "navigation", false},
    {LITERAL("home :"), START, "navigation", false},
    {LITERAL("home >"), START, "navigation", false},
    {LITERAL("home /"), START, "navigation", false},
    {LITERAL("home »"), START, "navigation", false},
    {LITERAL("home |"), START, "navigation", false},
    {LITERAL("you are here"), START, "navigation", false},
    {LITERAL("menu"), WHOLE, "navigation", false},
    {LITERAL("no menu items!"), WHOLE, "navigation", false},
    {LITERAL("news"), WHOLE, "navigation", false},
    {LITERAL("news stories"), WHOLE, "navigation", false},
    {LITERAL("press releases"), WHOLE, "navigation", false},
    {LITERAL("search"), WHOLE, "navigation", false},
    {LITERAL("search news"), WHOLE, "navigation", false},
    {LITERAL("archive"), WHOLE, "navigation", false},
    {LITERAL("topics"), WHOLE, "navigation", false},
    {LITERAL("about us"), WHOLE, "navigation", false},
    {LITERAL("contact us"), START, "navigation", false},
    {LITERAL("contact"), WHOLE, "navigation", false},
    {LITERAL("log in"), WHOLE, "navigation", false},
    {LITERAL("login"), WHOLE, "navigation", false},
    {LITERAL("previous article"), START, "navigation", false},
    {LITERAL("next article"), START, "navigation", false},
    {LITERAL("previous post"), START, "navigation", false},
    {LITERAL("next post"), START, "navigation", false},
    {LITERAL("back to top"), START, "navigation", false},
    {LITERAL("table of contents"), WHOLE, "navigation", false},
    /* Share bars. */
    {LITERAL("share"), WHOLE, "share bar", false},
    {LITERAL("share:"), START, "share bar", false},
    {LITERAL("share this"), START, "share bar", false},
    {LITERAL("share on "), START, "share bar", false},
    {LITERAL("share via "), START, "share bar", false},
    {LITERAL("share facebook"), START, "share bar", false},
    {LITERAL("facebook"), WHOLE, "share bar", false},
    {LITERAL("twitter"), WHOLE, "share bar", false},
    {LITERAL("linkedin"), WHOLE, "share bar", false},
    {LITERAL("whatsapp"), WHOLE, "share bar", false},
    {LITERAL("telegram"), WHOLE, "share bar", false},
    {LITERAL("facebook twitter"), START, "share bar", false},
    {LITERAL("tweet"), WHOLE, "share bar", false},
    {LITERAL("email"), WHOLE, "share bar", false},
    {LITERAL("print"), WHOLE, "share bar", false},
    {LITERAL("copy link"), WHOLE, "share bar", false},
    {LITERAL("follow us"), START, "share bar", false},
    {LITERAL("like this:"), WHOLE, "share bar", true},
    /* Adverts. */
    {LITERAL("advertisement"), WHOLE, "advertisement", false},
    {LITERAL("advertisements"), WHOLE, "advertisement", false},
    {LITERAL("advertisement "), START, "advertisement", false},
    {LITERAL("sponsored"), START, "advertisement", false},
    {LITERAL("story continues below"), START, "advertisement", false},
    {LITERAL("article continues below"), START, "advertisement", false},
    {LITERAL("ad"), WHOLE, "advertisement", false},
    /* Captions. */
    {LITERAL("photo:"), START, "caption", false},
    {LITERAL("photo by "), START, "caption", false},
    {LITERAL("photo courtesy"), START, "caption", false},
    {LITERAL("(photo"), START, "caption", false},
    {LITERAL("[photo"), START, "caption", false},
    {LITERAL("file photo"), START, "caption", false},
    {LITERAL("image:"), START, "caption", false},
    {LITERAL("image credit"), START, "caption", false},
    {LITERAL("(photo by "), INSIDE, "caption", false},
    {LITERAL("(photo courtesy"), INSIDE, "caption", false},
    {LITERAL("[photo by "), INSIDE, "caption", false},
    {LITERAL("(courtesy photo)"), INSIDE, "caption", false},
    {LITERAL("(yonhap news)"), INSIDE, "caption", false},
    /* What stands below a story. */
    {LITERAL("source:"), START, "source line", true},
    {LITERAL("read source"), WHOLE, "source line", true},
    {LITERAL("view source"), WHOLE, "source line", true},
    {LITERAL("read original"), START, "source line", true},
    {LITERAL("view original"), START, "source line", true},
    {LITERAL("read more"), START, "source line", false},
    {LITERAL("the original post of this article"), START, "source line", true},
    {LITERAL("this article was originally published"), START, "source line", true},
    {LITERAL("this article originally appeared"), START, "source line", true},
    {LITERAL("originally published at "), START, "source line", true},
    {LITERAL("related posts"), START, "related posts", true},
    {LITERAL("related articles"), START, "related posts", true},
    {LITERAL("related stories"), START, "related posts", true},
    {LITERAL("related news"), START, "related posts", true},
    {LITERAL("related:"), START, "related posts", false},
    {LITERAL("you may also like"), START, "related posts", true},
    {LITERAL("you might also like"), START, "related posts", true},
    {LITERAL("more stories"), START, "related posts", true},
    {LITERAL("most read"), START, "related posts", true},
    {LITERAL("most popular"), START, "related posts", true},
    {LITERAL("recommended for you"), START, "related posts", true},
    {LITERAL("trending"), WHOLE, "related posts", true},
    {LITERAL("leave a reply"), START, "comments", true},
    {LITERAL("leave a comment"), START, "comments", true},
    {LITERAL("post a comment"), START, "comments", true},
    {LITERAL("comments"), WHOLE, "comments", true},
    {LITERAL("comments ("), START, "comments", true},
    {LITERAL("tags:"), START, "tag cloud", false},
    {LITERAL("tags"), WHOLE, "tag cloud", false},
    {LITERAL("filed under"), START, "tag cloud", false},
    {LITERAL("posted in "), START, "tag cloud", false},
    {LITERAL("categories:"), START, "tag cloud", false},
    {LITERAL("keywords:"), START, "tag cloud", false},
    /* Cookies, sign-up boxes, rights. */
    {LITERAL("this website uses cookies"), START, "cookie notice", false},
    {LITERAL("this site uses cookies"), START, "cookie notice", false},
    {LITERAL("we use cookies"), START, "cookie notice", false},
    {LITERAL("we and our partners use cookies"), START, "cookie notice", false},
    {LITERAL("our use of cookies"), INSIDE, "cookie notice", false},
    {LITERAL("accept all cookies"), INSIDE, "cookie notice", false},
    {LITERAL("accept cookies"), INSIDE, "cookie notice", false},
    {LITERAL("by continuing to use this "), START, "cookie notice", false},
    {LITERAL("subscribe to "), START, "sign-up box", false},
    {LITERAL("subscribe"), WHOLE, "sign-up box", false},
    {LITERAL("subscribe now"), START, "sign-up box", false},
    {LITERAL("sign up"), START, "sign-up box", false},
    {LITERAL("sign in"), START, "sign-up box", false},
    {LITERAL("get the latest "), START, "sign-up box", false},
    {LITERAL("enter your email"), START, "sign-up box", false},
    {LITERAL("your email address"), START, "sign-up box", false},
    {LITERAL("join our newsletter"), START, "sign-up box", false},
    {LITERAL(" to your inbox"), INSIDE, "sign-up box", false},
    {LITERAL(" in your inbox"), INSIDE, "sign-up box", false},
    {LITERAL("copyright "), START, "rights", false},
    {LITERAL("all rights reserved"), INSIDE, "rights", false},
    {LITERAL("privacy policy"), START, "rights", false},
    {LITERAL("terms of use"), START, "rights", false},
    {LITERAL("terms of service"), START, "rights", false},
};

/* A text without the ornaments around it: "- Advertisement -". */
static str bare(str s)
{
    static const str ORNAMENTS[] = {LITERAL("-"), LITERAL("="), LITERAL("*"), LITERAL("|"),
        LITERAL(" "), LITERAL("–"), LITERAL("—"), LITERAL("•"), LITERAL("·"), LITERAL("»"),
        LITERAL("["), LITERAL("]"), LITERAL(":"), LITERAL("▼"), LITERAL("→")};
    for (size_t i = 0; i < sizeof ORNAMENTS / sizeof *ORNAMENTS; i++) {
        str o = ORNAMENTS[i];
        bool before = str_starts(s, o), after = s.len > o.len && str_ends(s, o);
        if (before) s = str_sub(s, o.len, s.len);
        if (after) s.len -= o.len;
        if (before || after) i = (size_t)-1; /* begin again */
    }
    return s;
}

/* A sentence may begin like a link: "Share this assessment with allies". */
static bool holds(const struct furniture_phrase *p, str text, str plain)
{
    str words = p->words;
    if (p->where == WHOLE) return str_eq(plain, words);
    if (p->where == INSIDE) return str_has(text, words);
    if (!str_starts(text, words)) return false;
    bool link =
        str_eq(str_of(p->reason), S("navigation")) || str_eq(str_of(p->reason), S("share bar"));
    return !link || text.len <= LONGEST_LINK;
}

const struct furniture_phrase *find_phrase(str text)
{
    char lower[LONGEST];
    if (text.len == 0 || text.len > LONGEST) return NULL;
    for (size_t i = 0; i < text.len; i++) lower[i] = to_lower(text.at[i]);
    str s = {lower, text.len}, plain = bare(s);
    for (size_t i = 0; i < sizeof PHRASES / sizeof *PHRASES; i++)
        if (holds(&PHRASES[i], s, plain)) return &PHRASES[i];
    return NULL;
}
