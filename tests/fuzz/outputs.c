/* Reports as the programs read them that they are written for. */
#include "fuzz.h"

#include <jansson.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

char *written(const scm_report *report, const scm_write_options *how, size_t *size)
{
    char *bytes = NULL;
    FILE *out = open_memstream(&bytes, size);
    require(out);
    int status = scm_report_write(report, how, out, NULL);
    require(fclose(out) == 0);
    require(status == SCM_OK || status == SCM_E_USAGE);
    if (status == SCM_OK) return bytes;
    free(bytes);
    return NULL;
}

static bool is_control(char c)
{
    return (unsigned char)c < ' ' || c == 0x7F;
}

static bool next_line(str *rest, str *line)
{
    return rest->len && str_cut(rest, '\n', line);
}

/* Lines of text; with colours there are escape sequences in it. */
static void check_text(str s, bool color)
{
    require(utf8_valid(s) == s.len);
    for (size_t i = 0; i < s.len; i++)
        require(!is_control(s.at[i]) || s.at[i] == '\n' || (color && s.at[i] == '\033'));
}

/* As many columns in every line, and no field is empty; returns the lines. */
static size_t check_tsv(str s)
{
    size_t columns = 0, lines = 0;
    require(utf8_valid(s) == s.len && (s.len == 0 || str_ends(s, S("\n"))));
    for (str line; next_line(&s, &line); lines++) {
        size_t n = 0;
        for (str field; str_cut(&line, '\t', &field); n++) {
            require(field.len > 0);
            for (size_t i = 0; i < field.len; i++) require(!is_control(field.at[i]));
        }
        require(n == columns || lines == 0);
        columns = n;
    }
    return lines;
}

/* The end of the field that begins at `at` (RFC 4180, section 2). */
static size_t csv_field(str s, size_t at)
{
    if (at == s.len || s.at[at] != '"') {
        while (at < s.len && s.at[at] != ',' && s.at[at] != '"' && !is_control(s.at[at])) at++;
        return at;
    }
    do {
        at += 1 + str_find_char(str_sub(s, at + 1, s.len), '"') + 1;
        require(at <= s.len);
    } while (at < s.len && s.at[at] == '"');
    return at;
}

/* As many fields in every record; returns the records. */
static size_t check_csv(str s)
{
    size_t columns = 0, records = 0, n = 0;
    for (size_t at = 0; at < s.len;) {
        at = csv_field(s, at);
        n++;
        if (at < s.len && s.at[at] == ',') {
            at++;
            continue;
        }
        require(str_starts(str_sub(s, at, s.len), S("\r\n")));
        require(n == columns || records == 0);
        at += 2;
        columns = n;
        n = 0;
        records++;
    }
    require(n == 0);
    return records;
}

/* An object in every line. */
static void check_jsonl(str s)
{
    require(s.len == 0 || str_ends(s, S("\n")));
    for (str line; next_line(&s, &line);) {
        json_error_t why;
        json_t *value = json_loadb(line.at, line.len, JSON_REJECT_DUPLICATES, &why);
        require(json_is_object(value));
        json_decref(value);
    }
}

/* The parser knows HTML 4, which has no <section>; all else that it minds is wrong. */
static void on_error(void *context, xmlErrorPtr error)
{
    (void)context;
    if (error->code == XML_HTML_UNKNOWN_TAG) return;
    fprintf(stderr, "line %d: %s", error->line, error->message);
    broken_promise(error->file ? error->file : __FILE__, error->line, "markup is well-formed");
}

static void watch(xmlParserCtxtPtr parser)
{
    require(parser);
    parser->sax->initialized = XML_SAX2_MAGIC;
    parser->sax->serror = on_error;
}

static void check_html(str s)
{
    htmlParserCtxtPtr parser = htmlNewParserCtxt();
    watch(parser);
    require(s.len < INT32_MAX && utf8_valid(s) == s.len);
    xmlDocPtr page =
        htmlCtxtReadMemory(parser, s.at, (int)s.len, NULL, "UTF-8", HTML_PARSE_NONET);
    require(page);
    xmlFreeDoc(page);
    htmlFreeParserCtxt(parser);
}

static void check_xml(str s)
{
    xmlParserCtxtPtr parser = xmlNewParserCtxt();
    watch(parser);
    require(s.len < INT32_MAX);
    xmlDocPtr text = xmlCtxtReadMemory(parser, s.at, (int)s.len, NULL, NULL, XML_PARSE_NONET);
    require(text && parser->wellFormed);
    xmlFreeDoc(text);
    xmlFreeParserCtxt(parser);
}

/* Code points [from, to) of a text. */
static str code_points(str text, size_t from, size_t to)
{
    size_t at = 0, start = 0, n = 0;
    for (; at < text.len && n < to; n++) {
        if (n == from) start = at;
        utf8_next(text, &at);
    }
    require(n == to);
    return str_sub(text, start, at);
}

static str cut(str *line, char at)
{
    str part = {0};
    require(str_find_char(*line, at) < line->len && str_cut(line, at, &part));
    return part;
}

/* "T1 TYPE 0 5 surface": the text has the surface there. */
static void check_brat(str marks, str text)
{
    size_t lines = 0;
    for (str line; next_line(&marks, &line); lines++) {
        str id = cut(&line, '\t');
        require(str_starts(id, lines % 2 ? S("#") : S("T")));
        if (lines % 2) continue;
        cut(&line, ' ');
        int from = str_int(cut(&line, ' ')), to = str_int(cut(&line, '\t'));
        require(from >= 0 && from < to);
        require(str_eq(line, code_points(text, (size_t)from, (size_t)to)));
    }
}

/* Returns how many lines or records there are, where that can be said. */
static size_t check_format(enum scm_format format, str s, bool color)
{
    switch (format) {
    case SCM_FORMAT_TEXT: check_text(s, color); break;
    case SCM_FORMAT_TSV: return check_tsv(s);
    case SCM_FORMAT_CSV: return check_csv(s);
    case SCM_FORMAT_JSONL: check_jsonl(s); break;
    case SCM_FORMAT_HTML: check_html(s); break;
    case SCM_FORMAT_TEI: check_xml(s); break;
    default: break;
    }
    return 0;
}

static void check_brat_pair(const scm_report *report)
{
    scm_write_options how = {.format = SCM_FORMAT_BRAT},
                      plain = {.format = SCM_FORMAT_BRAT_TEXT};
    size_t size, text_size;
    char *marks = written(report, &how, &size), *text = written(report, &plain, &text_size);
    if (marks && text) check_brat((str){marks, size}, (str){text, text_size});
    free(marks);
    free(text);
}

void check_report(scm_report *report, unsigned choices)
{
    static const int WIDTHS[] = {0, -1, 20, 120};
    size_t rows[SCM_NFORMATS] = {0};
    require(report);
    for (int f = 0; f < SCM_FORMAT_BRAT; f++) {
        scm_write_options how = {.format = (enum scm_format)f, .header = chosen(choices, 0)};
        how.color = chosen(choices, 1);
        how.width = WIDTHS[choices >> 2 & 3];
        size_t size = 0;
        char *bytes = written(report, &how, &size);
        if (bytes) rows[f] = check_format(how.format, (str){bytes, size}, how.color);
        free(bytes);
    }
    require(rows[SCM_FORMAT_TSV] == rows[SCM_FORMAT_CSV]);
    check_brat_pair(report);
    scm_report_free(report);
}
