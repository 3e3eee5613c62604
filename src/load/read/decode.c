/* Decode: bytes of any encoding met on the web → UTF-8.
 *
 * In this order: byte order mark; the mark of ISO-2022-KR; declared label; valid
 * UTF-8; UTF-16 by where its NULs stand; valid CP949 with Hangul; Johab; windows-1252.  What
 * then cannot be read is an error with its offset, never a replacement character. */
#include "load/source.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "load/read/label.h"

static const struct encoding UTF8 = {"UTF-8", NULL};
static const struct encoding UTF16LE = {"UTF-16LE", "UTF-16LE"};
static const struct encoding UTF16BE = {"UTF-16BE", "UTF-16BE"};
static const struct encoding KOREAN = {"CP949", "CP949"};
static const struct encoding JOHAB = {"Johab", "JOHAB"};
static const struct encoding KOREAN_MAIL = {"ISO-2022-KR", "ISO-2022-KR"};
static const struct encoding LATIN = {"windows-1252", "CP1252"};

/* How far in the mark of ISO-2022-KR is looked for. */
enum { PRESCAN = 1024 };

static bool is_utf16(const struct encoding *e)
{
    return str_starts(str_of(e->name), S("UTF-16"));
}

static const struct encoding *by_mark(str bytes, size_t *skip)
{
    *skip = 0;
    if (str_starts(bytes, S("\xEF\xBB\xBF"))) return *skip = 3, &UTF8;
    if (str_starts(bytes, S("\xFF\xFE"))) return *skip = 2, &UTF16LE;
    if (str_starts(bytes, S("\xFE\xFF"))) return *skip = 2, &UTF16BE;
    return NULL;
}

/* ASCII in UTF-16 has a NUL in every second byte, Korean at least the spaces;
 * few of its syllables have one on the other side. */
static const struct encoding *by_nuls(str bytes)
{
    size_t nuls[2] = {0, 0}, n = bytes.len < 65536 ? bytes.len : 65536;
    if (str_find_char(bytes, 0) == bytes.len) return NULL;
    for (size_t i = 0; i < n; i++) nuls[i & 1] += bytes.at[i] == 0;
    if (nuls[1] * 16 >= n && nuls[1] > 2 * nuls[0]) return &UTF16LE;
    if (nuls[0] * 16 >= n && nuls[0] > 2 * nuls[1]) return &UTF16BE;
    return NULL;
}

/* Valid CP949 in which the syllables of KS X 1001 outweigh the extension: an
 * apostrophe and a letter of windows-1252 make an extended one. */
static bool is_korean(str bytes)
{
    size_t common = 0, extended = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned lead = (unsigned char)bytes.at[i];
        if (lead < 0x80) continue;
        unsigned trail = i + 1 < bytes.len ? (unsigned char)bytes.at[++i] : 0;
        bool letter = is_alpha((int)trail);
        if (lead == 0x80 || lead == 0xFF || (trail < 0x81 && !letter) || trail == 0xFF)
            return false;
        if (lead < 0xA1 || trail < 0xA1) extended++;
        if (lead >= 0xB0 && lead <= 0xC8 && trail >= 0xA1) common++;
    }
    return common > 1 && common > extended;
}

/* Johab (KS X 1001, annex 3): nearly all pairs are syllables.  Those of CP949 are such pairs
 * too, so it is asked first. */
static bool is_johab(str bytes)
{
    enum { LEAST = 8, SHARE = 4 };
    size_t syllables = 0, others = 0;
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned lead = (unsigned char)bytes.at[i];
        if (lead < 0x80) continue;
        unsigned trail = i + 1 < bytes.len ? (unsigned char)bytes.at[++i] : 0;
        bool second = (trail >= 0x31 && trail <= 0x7E) || (trail >= 0x81 && trail <= 0xFE);
        if (!second || lead < 0x84 || lead > 0xF9) return false;
        *(lead >= 0x88 && lead <= 0xD3 ? &syllables : &others) += 1;
    }
    return syllables >= LEAST && syllables >= SHARE * others;
}

/* The one of Korean, in none of which a label says what it is. */
static const struct encoding *by_pairs(str bytes)
{
    return is_korean(bytes) ? &KOREAN : is_johab(bytes) ? &JOHAB : NULL;
}

/* Text of another encoding is hardly ever valid as UTF-8. */
static bool is_utf8_beyond_ascii(str bytes)
{
    size_t wide = 0;
    for (size_t i = 0; i < bytes.len && !wide; i++) wide = (unsigned char)bytes.at[i] >= 0x80;
    return wide && utf8_valid(bytes) == bytes.len;
}

static const struct encoding *choose(str bytes, size_t *skip, const char **wrong)
{
    const struct encoding *e = by_mark(bytes, skip);
    if (e) return e;
    if (str_has(str_sub(bytes, 0, PRESCAN), S("\x1B$)C"))) return &KOREAN_MAIL;
    str label = declared_label(bytes);
    if (label.len && (e = encoding_of_label(label))) {
        /* A label that could be read is no UTF-16, whatever it says. */
        if (e->iconv && (is_utf16(e) || is_utf8_beyond_ascii(bytes)))
            return *wrong = e->name, &UTF8;
        const struct encoding *found =
            e == encoding_of_label(S("utf-8")) && utf8_valid(bytes) < bytes.len
                ? by_pairs(bytes)
                : NULL;
        return found ? (*wrong = e->name, found) : e;
    }
    if ((e = by_nuls(bytes))) return e;
    if (utf8_valid(bytes) == bytes.len) return &UTF8;
    e = by_pairs(bytes);
    return e ? e : &LATIN;
}

/* Offset of a NUL character, or len. */
static size_t find_nul(str bytes, bool wide)
{
    if (!wide) return str_find_char(bytes, 0);
    for (size_t i = 0; i + 1 < bytes.len; i += 2)
        if (bytes.at[i] == 0 && bytes.at[i + 1] == 0) return i;
    return bytes.len;
}

/* Returns how many bytes could be converted. */
static size_t convert(iconv_t cd, buf *out, str bytes)
{
    char chunk[16384], *in = (char *)(uintptr_t)bytes.at;
    size_t left = bytes.len;
    while (left) {
        char *to = chunk;
        size_t room = sizeof chunk;
        size_t done = iconv(cd, &in, &left, &to, &room);
        buf_add(out, (str){chunk, sizeof chunk - room});
        if (done == (size_t)-1 && errno != E2BIG) break;
    }
    return bytes.len - left;
}

static int bad_byte(struct source *s, size_t at, const char *encoding)
{
    return fail(s->error, SCM_E_INPUT, "%s: byte %zu: not %s", s->name, at, encoding);
}

/* What the caller says counts for more than what the bytes do. */
static int choose_encoding(
    const struct encoding **out, size_t *skip, scm_document *d, struct source *s, str bytes)
{
    const char *asked = s->options->encoding;
    by_mark(bytes, skip);
    *out = s->options->utf8 ? &UTF8
           : asked          ? encoding_of_label(str_of(asked))
                            : choose(bytes, skip, &d->declared);
    if (*out) return SCM_OK;
    return fail(s->error, SCM_E_USAGE, "'%s' is no encoding that can be read", asked);
}

int decode(str *out, scm_document *d, struct source *s, str bytes)
{
    size_t skip = 0, good;
    const struct encoding *e;
    int status = choose_encoding(&e, &skip, d, s, bytes);
    if (status) return status;
    d->encoding = e->name;
    str body = str_sub(bytes, skip, bytes.len);
    size_t nul = find_nul(body, is_utf16(e));
    if (nul < body.len)
        return fail(s->error, SCM_E_INPUT, "%s: byte %zu is NUL: this is not a text file",
            s->name, nul + skip);
    if (!e->iconv) {
        *out = body;
        good = utf8_valid(body);
        return good < body.len ? bad_byte(s, good + skip, e->name) : SCM_OK;
    }
    iconv_t cd = iconv_open("UTF-8", e->iconv);
    if (cd == (iconv_t)-1)
        return fail(s->error, SCM_E_IO, "%s: %s: no converter", s->name, e->name);
    buf converted = {.arena = s->arena};
    good = convert(cd, &converted, body);
    iconv_close(cd);
    *out = buf_str(&converted);
    return good < body.len ? bad_byte(s, good + skip, e->name) : SCM_OK;
}
