/* Phrases: what page furniture says on many sites.  A phrase counts only in a
 * short block, so a paragraph that mentions one stays. */
#include "load/phrases.h"

#include <string.h>

enum { LONGEST = 400, LONGEST_LINK = 50 };

static const struct furniture_phrase PHRASES[] = {
    /* What a government page says about itself. */
    {"an official website of the ", START, "site notice", false},
    {"here's how you know", START, "site notice", false},
    {"here’s how you know", START, "site notice", false},
    {" website belongs to an official ", INSIDE, "site notice", false},
    {"official websites use .", START, "site notice", false},
    {"a lock (", START, "site notice", false},
    {"secure .", START, "site notice", false},
    {"share sensitive information only on ", INSIDE, "site notice", false},
    {"official statements, announcements, press releases", START, "site notice", false},
    /* Navigation. */
    {"skip to ", START, "navigation", false},
    {"home", WHOLE, "navigation", false},
    {"home :", START, "navigation", false},
    {"home >", START, "navigation", false},
    {"home /", START, "navigation", false},
    {"home »", START, "navigation", false},
    {"home |", START, "navigation", false},
    {"you are here", START, "navigation", false},
    {"menu", WHOLE, "navigation", false},
    {"no menu items!", WHOLE, "navigation", false},
    {"news", WHOLE, "navigation", false},
    {"news stories", WHOLE, "navigation", false},
    {"press releases", WHOLE, "navigation", false},
    {"search", WHOLE, "navigation", false},
    {"search news", WHOLE, "navigation", false},
    {"archive", WHOLE, "navigation", false},
    {"topics", WHOLE, "navigation", false},
    {"about us", WHOLE, "navigation", false},
    {"contact us", START, "navigation", false},
    {"contact", WHOLE, "navigation", false},
    {"log in", WHOLE, "navigation", false},
    {"login", WHOLE, "navigation", false},
    {"previous article", START, "navigation", false},
    {"next article", START, "navigation", false},
    {"previous post", START, "navigation", false},
    {"next post", START, "navigation", false},
    {"back to top", START, "navigation", false},
    {"table of contents", WHOLE, "navigation", false},
    /* Share bars. */
    {"share", WHOLE, "share bar", false},
    {"share:", START, "share bar", false},
    {"share this", START, "share bar", false},
    {"share on ", START, "share bar", false},
    {"share via ", START, "share bar", false},
    {"share facebook", START, "share bar", false},
    {"facebook", WHOLE, "share bar", false},
    {"twitter", WHOLE, "share bar", false},
    {"linkedin", WHOLE, "share bar", false},
    {"whatsapp", WHOLE, "share bar", false},
    {"telegram", WHOLE, "share bar", false},
    {"facebook twitter", START, "share bar", false},
    {"tweet", WHOLE, "share bar", false},
    {"email", WHOLE, "share bar", false},
    {"print", WHOLE, "share bar", false},
    {"copy link", WHOLE, "share bar", false},
    {"follow us", START, "share bar", false},
    {"like this:", WHOLE, "share bar", true},
    /* Adverts. */
    {"advertisement", WHOLE, "advertisement", false},
    {"advertisements", WHOLE, "advertisement", false},
    {"advertisement ", START, "advertisement", false},
    {"sponsored", START, "advertisement", false},
    {"story continues below", START, "advertisement", false},
    {"article continues below", START, "advertisement", false},
    {"ad", WHOLE, "advertisement", false},
    /* Captions. */
    {"photo:", START, "caption", false},
    {"photo by ", START, "caption", false},
    {"photo courtesy", START, "caption", false},
    {"(photo", START, "caption", false},
    {"[photo", START, "caption", false},
    {"file photo", START, "caption", false},
    {"image:", START, "caption", false},
    {"image credit", START, "caption", false},
    {"(photo by ", INSIDE, "caption", false},
    {"(photo courtesy", INSIDE, "caption", false},
    {"[photo by ", INSIDE, "caption", false},
    {"(courtesy photo)", INSIDE, "caption", false},
    {"(yonhap news)", INSIDE, "caption", false},
    /* What stands below a story. */
    {"source:", START, "source line", true},
    {"read source", WHOLE, "source line", true},
    {"view source", WHOLE, "source line", true},
    {"read original", START, "source line", true},
    {"view original", START, "source line", true},
    {"read more", START, "source line", false},
    {"the original post of this article", START, "source line", true},
    {"this article was originally published", START, "source line", true},
    {"this article originally appeared", START, "source line", true},
    {"originally published at ", START, "source line", true},
    {"related posts", START, "related posts", true},
    {"related articles", START, "related posts", true},
    {"related stories", START, "related posts", true},
    {"related news", START, "related posts", true},
    {"related:", START, "related posts", false},
    {"you may also like", START, "related posts", true},
    {"you might also like", START, "related posts", true},
    {"more stories", START, "related posts", true},
    {"most read", START, "related posts", true},
    {"most popular", START, "related posts", true},
    {"recommended for you", START, "related posts", true},
    {"trending", WHOLE, "related posts", true},
    {"leave a reply", START, "comments", true},
    {"leave a comment", START, "comments", true},
    {"post a comment", START, "comments", true},
    {"comments", WHOLE, "comments", true},
    {"comments (", START, "comments", true},
    {"tags:", START, "tag cloud", false},
    {"tags", WHOLE, "tag cloud", false},
    {"filed under", START, "tag cloud", false},
    {"posted in ", START, "tag cloud", false},
    {"categories:", START, "tag cloud", false},
    {"keywords:", START, "tag cloud", false},
    /* Cookies, sign-up boxes, rights. */
    {"this website uses cookies", START, "cookie notice", false},
    {"this site uses cookies", START, "cookie notice", false},
    {"we use cookies", START, "cookie notice", false},
    {"we and our partners use cookies", START, "cookie notice", false},
    {"our use of cookies", INSIDE, "cookie notice", false},
    {"accept all cookies", INSIDE, "cookie notice", false},
    {"accept cookies", INSIDE, "cookie notice", false},
    {"by continuing to use this ", START, "cookie notice", false},
    {"subscribe to ", START, "sign-up box", false},
    {"subscribe", WHOLE, "sign-up box", false},
    {"subscribe now", START, "sign-up box", false},
    {"sign up", START, "sign-up box", false},
    {"sign in", START, "sign-up box", false},
    {"get the latest ", START, "sign-up box", false},
    {"enter your email", START, "sign-up box", false},
    {"your email address", START, "sign-up box", false},
    {"join our newsletter", START, "sign-up box", false},
    {" to your inbox", INSIDE, "sign-up box", false},
    {" in your inbox", INSIDE, "sign-up box", false},
    {"copyright ", START, "rights", false},
    {"all rights reserved", INSIDE, "rights", false},
    {"privacy policy", START, "rights", false},
    {"terms of use", START, "rights", false},
    {"terms of service", START, "rights", false},
};

/* A text without the ornaments around it: "- Advertisement -". */
static str bare(str s)
{
    while (s.len && str_has(S("-=*| "), str_sub(s, 0, 1))) s = str_sub(s, 1, s.len);
    while (s.len && str_has(S("-=*|: "), str_sub(s, s.len - 1, s.len))) s.len--;
    return s;
}

/* A sentence may begin like a link: "Share this assessment with allies". */
static bool holds(const struct furniture_phrase *p, str text, str plain)
{
    str words = str_of(p->words);
    if (p->where == WHOLE) return str_eq(plain, words);
    if (p->where == INSIDE) return str_has(text, words);
    if (!str_starts(text, words)) return false;
    bool link = str_eq(str_of(p->reason), S("navigation")) ||
                str_eq(str_of(p->reason), S("share bar"));
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
