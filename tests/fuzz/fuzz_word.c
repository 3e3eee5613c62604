/* Fuzz target: files inside of files.  The parts of the input are the members of a Word file,
 * by their names; without a name the input is a whole archive, or a PDF. */
#include "fuzz.h"

enum { LOCAL_HEADER = 30, STORED = 0 };

/* CRC-32 (ISO 3309), bit by bit. */
static uint32_t checksum(str s)
{
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < s.len; i++) {
        crc ^= (unsigned char)s.at[i];
        for (int bit = 0; bit < 8; bit++) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

static void put(char *to, uint32_t value, int bytes)
{
    for (int i = 0; i < bytes; i++) to[i] = (char)(value >> 8 * i & 0xFF);
}

/* A member that is stored as it is. */
static void add_member(buf *zip, const struct part *p)
{
    char head[LOCAL_HEADER] = "PK\003\004\012";
    put(head + 8, STORED, 2);
    put(head + 14, checksum(p->text), 4);
    put(head + 18, (uint32_t)p->text.len, 4);
    put(head + 22, (uint32_t)p->text.len, 4);
    put(head + 26, (uint32_t)p->name.len, 2);
    buf_add(zip, (str){head, sizeof head});
    buf_add(zip, p->name);
    buf_add(zip, p->text);
}

static str make_file(arena *a, str input)
{
    buf zip = {.arena = a};
    struct part p;
    for (str rest = input; next_part(&rest, &p);) {
        if (p.name.len == 0 || p.name.len > UINT16_MAX) return input;
        add_member(&zip, &p);
    }
    buf_add(&zip, S("PK\001\002")); /* where the directory would begin */
    return buf_str(&zip);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    arena *a = arena_new();
    analysis made;
    if (analyse(&made, make_file(a, input_of(data, size)), NULL)) {
        check_report(scm_report_account(made.document), 0);
        analysis_free(&made);
    }
    arena_free(a);
    return 0;
}
