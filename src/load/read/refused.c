/* What the first bytes of a file tell, after the signatures of file(1), and what its user can
 * do about it. */
#include "load/read/refused.h"

static const char IMAGE[] = "an image: convert it to text first, for example with tesseract";
static const char PACKED[] = "a compressed file: unpack it first";
static const char HANGUL[] =
    "a Hangul file (HWP): save it as PDF or DOCX, or convert it with hwp5txt";
static const char OLD_WORD[] =
    "an old Word file or an encrypted one: save it as DOCX without a password";

static const struct signature {
    str bytes;
    const char *advice;
} SIGNATURES[] = {
    {S_INIT("\x89PNG\r\n"), IMAGE},
    {S_INIT("\xFF\xD8\xFF"), IMAGE},
    {S_INIT("GIF8"), IMAGE},
    {S_INIT("II*\0"), IMAGE},
    {S_INIT("MM\0*"), IMAGE},
    {S_INIT("\x1F\x8B\x08"), PACKED},
    {S_INIT("BZh9"), PACKED},
    {S_INIT("\xFD"
            "7zXZ\0"),
        PACKED},
    {S_INIT("7z\xBC\xAF\x27\x1C"), PACKED},
    {S_INIT("Rar!\x1A"), PACKED},
    {S_INIT("\x28\xB5\x2F\xFD"), PACKED},
    {S_INIT("{\\rtf"), "an RTF file: save it as DOCX or PDF"},
    {S_INIT("HWP Document File"), HANGUL},
    {S_INIT("\x7F"
            "ELF"),
        "a program, not a text"},
};

/* The container of old Office files, which names in it what it holds. */
static bool is_ole(str bytes)
{
    return str_starts(bytes, S("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
}

int check_readable(struct source *s, str bytes)
{
    const char *advice = NULL;
    if (is_ole(bytes)) advice = str_has(bytes, S("HWP Document File")) ? HANGUL : OLD_WORD;
    for (size_t i = 0; i < sizeof SIGNATURES / sizeof *SIGNATURES && !advice; i++)
        if (str_starts(bytes, SIGNATURES[i].bytes)) advice = SIGNATURES[i].advice;
    return advice ? fail(s->error, SCM_E_INPUT, "%s: %s", s->name, advice) : SCM_OK;
}
