/* Encoding labels, by the WHATWG Encoding Standard: what a label means on the
 * web, not what its registration says (iso-8859-1 is windows-1252, euc-kr is
 * CP949); and the prescan for <meta charset> of the HTML standard. */
#include "load/read/label.h"

enum { PRESCAN = 1024 };

static const struct encoding UTF8 = {"UTF-8", NULL};
static const struct encoding LATIN = {"windows-1252", "CP1252"};
static const struct encoding KOREAN = {"CP949", "CP949"};
static const struct encoding UTF16LE = {"UTF-16LE", "UTF-16LE"};
static const struct encoding UTF16BE = {"UTF-16BE", "UTF-16BE"};
static const struct encoding JAPANESE = {"Shift_JIS", "CP932"};
static const struct encoding EUCJP = {"EUC-JP", "EUC-JP"};
static const struct encoding CHINESE = {"GB18030", "GB18030"};
static const struct encoding BIG5 = {"Big5", "BIG5-HKSCS"};
static const struct encoding LATIN2 = {"ISO-8859-2", "ISO-8859-2"};
static const struct encoding LATIN9 = {"ISO-8859-15", "ISO-8859-15"};
static const struct encoding CENTRAL = {"windows-1250", "CP1250"};
static const struct encoding CYRILLIC = {"windows-1251", "CP1251"};
static const struct encoding TURKISH = {"windows-1254", "CP1254"};
static const struct encoding KOI8 = {"KOI8-R", "KOI8-R"};

static const struct {
    const char *label;
    const struct encoding *encoding;
} LABELS[] = {{"utf-8", &UTF8}, {"utf8", &UTF8}, {"unicode-1-1-utf-8", &UTF8},
    {"x-unicode20utf8", &UTF8}, {"windows-1252", &LATIN}, {"cp1252", &LATIN},
    {"x-cp1252", &LATIN}, {"ascii", &LATIN}, {"us-ascii", &LATIN}, {"ansi_x3.4-1968", &LATIN},
    {"iso-8859-1", &LATIN}, {"iso8859-1", &LATIN}, {"iso88591", &LATIN}, {"iso_8859-1", &LATIN},
    {"iso_8859-1:1987", &LATIN}, {"iso-ir-100", &LATIN}, {"latin1", &LATIN}, {"l1", &LATIN},
    {"cp819", &LATIN}, {"ibm819", &LATIN}, {"csisolatin1", &LATIN}, {"x-user-defined", &LATIN},
    {"euc-kr", &KOREAN}, {"cseuckr", &KOREAN}, {"korean", &KOREAN}, {"ks_c_5601-1987", &KOREAN},
    {"ks_c_5601-1989", &KOREAN}, {"ksc5601", &KOREAN}, {"ksc_5601", &KOREAN},
    {"windows-949", &KOREAN}, {"cp949", &KOREAN}, {"uhc", &KOREAN}, {"iso-ir-149", &KOREAN},
    {"csksc56011987", &KOREAN}, {"utf-16", &UTF16LE}, {"utf-16le", &UTF16LE},
    {"unicode", &UTF16LE}, {"ucs-2", &UTF16LE}, {"iso-10646-ucs-2", &UTF16LE},
    {"utf-16be", &UTF16BE}, {"shift_jis", &JAPANESE}, {"shift-jis", &JAPANESE},
    {"sjis", &JAPANESE}, {"x-sjis", &JAPANESE}, {"windows-31j", &JAPANESE},
    {"ms_kanji", &JAPANESE}, {"euc-jp", &EUCJP}, {"x-euc-jp", &EUCJP}, {"gb2312", &CHINESE},
    {"gbk", &CHINESE}, {"gb18030", &CHINESE}, {"x-gbk", &CHINESE}, {"gb_2312-80", &CHINESE},
    {"chinese", &CHINESE}, {"big5", &BIG5}, {"big5-hkscs", &BIG5}, {"cn-big5", &BIG5},
    {"iso-8859-2", &LATIN2}, {"latin2", &LATIN2}, {"iso-8859-15", &LATIN9},
    {"windows-1250", &CENTRAL}, {"windows-1251", &CYRILLIC}, {"windows-1254", &TURKISH},
    {"iso-8859-9", &TURKISH}, {"latin5", &TURKISH}, {"koi8-r", &KOI8}};

const struct encoding *encoding_of_label(str label)
{
    label = str_trim(label);
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++)
        if (str_eq_nocase(label, str_of(LABELS[i].label))) return LABELS[i].encoding;
    return NULL;
}

/* The value after `key`, an equals sign and perhaps a quote. */
static str value_after(str s, str key)
{
    size_t at = str_find_nocase(s, key);
    if (at == s.len) return (str){0};
    s = str_trim(str_sub(s, at + key.len, s.len));
    if (!str_starts(s, S("="))) return (str){0};
    s = str_trim(str_sub(s, 1, s.len));
    char quote = s.len && (s.at[0] == '"' || s.at[0] == '\'') ? s.at[0] : 0;
    if (quote) return str_sub(s, 1, 1 + str_find_char(str_sub(s, 1, s.len), quote));
    size_t end = 0;
    while (
        end < s.len && !is_space(s.at[end]) && !str_has(S("\"';>/"), str_sub(s, end, end + 1)))
        end++;
    return str_sub(s, 0, end);
}

str declared_label(str bytes)
{
    str head = str_sub(bytes, 0, PRESCAN);
    if (str_starts(head, S("<?xml"))) {
        str label = value_after(str_sub(head, 0, str_find(head, S("?>"))), S("encoding"));
        if (label.len) return label;
    }
    for (size_t at; (at = str_find_nocase(head, S("<meta"))) < head.len;) {
        head = str_sub(head, at + 5, head.len);
        str label = value_after(str_sub(head, 0, str_find_char(head, '>')), S("charset"));
        if (label.len) return label;
    }
    return (str){0};
}
