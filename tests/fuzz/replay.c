/* A driver for the fuzz targets where libFuzzer is not at hand: replays the
 * seeds as they are, then mutations of them that a fixed seed decides.
 *
 *     fuzz_… [-runs=N] [-max_total_time=SECONDS] [-seed=N] [-last=FILE] SEED…
 *
 * -last names a file that always holds the input in work, so that it is still
 * there after a crash. */
#include <dirent.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MOST_SEEDS = 1000, MOST_BYTES = 128 * 1024, SECONDS_EACH = 20 };

typedef struct input {
    uint8_t *at;
    size_t len;
} input;

static input seeds[MOST_SEEDS];
static size_t nseeds;
static uint64_t state = 1;
static int last_fd = -1;

/* xorshift64*: Vigna, An experimental exploration of Marsaglia's generators (2016). */
static size_t below(size_t n)
{
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return n ? (size_t)((state * 2685821657736338717u) >> 16) % n : 0;
}

static void run(input in)
{
    if (last_fd >= 0 &&
        (ftruncate(last_fd, 0) != 0 || pwrite(last_fd, in.at, in.len, 0) != (ssize_t)in.len))
        abort();
    alarm(SECONDS_EACH);
    LLVMFuzzerTestOneInput(in.at, in.len);
    alarm(0);
}

static void add_file(const char *path)
{
    FILE *f = nseeds < MOST_SEEDS ? fopen(path, "rb") : NULL;
    if (!f) return;
    input in = {malloc(MOST_BYTES), 0};
    if (!in.at) abort();
    in.len = fread(in.at, 1, MOST_BYTES, f);
    fclose(f);
    seeds[nseeds++] = in;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void add_seeds(const char *path)
{
    struct dirent **names;
    int n = scandir(path, &names, NULL, by_name);
    if (n < 0) {
        add_file(path);
        return;
    }
    for (int i = 0; i < n; i++) {
        char file[4096];
        snprintf(file, sizeof file, "%s/%s", path, names[i]->d_name);
        if (names[i]->d_name[0] != '.') add_file(file);
        free(names[i]);
    }
    free(names);
}

/* Bytes that the formats read turn on. */
static const char *const TOKENS[] = {"<p>", "</div>", "<!--", "-->", "<script>", "&#x", ";",
    "---\n", "\n\n", "\n7. ", "\xEF\xBB\xBF", "\xFF\xFE", "\xC2\xA0", "\xC2\xAD", "-\n", "(",
    ")", "\"", "\xE2\x80\x9D", "the Secretary", "55th SCM", "November 13, 2023",
    "last February", ".", "\0", "\xED\x95\x9C", "\xB0\xA1", "\n%%\n", "\t"};

static void insert(input *in, const void *bytes, size_t len, size_t at)
{
    if (in->len + len > MOST_BYTES) return;
    memmove(in->at + at + len, in->at + at, in->len - at);
    memcpy(in->at + at, bytes, len);
    in->len += len;
}

static void mutate_once(input *in)
{
    size_t at = below(in->len + 1), len = below(1 + below(in->len - at + 1));
    const input *other = &seeds[below(nseeds)];
    const char *token = TOKENS[below(sizeof TOKENS / sizeof *TOKENS)];
    switch (below(6)) {
    case 0:
        if (at < in->len) in->at[at] ^= (uint8_t)(1u << below(8));
        break;
    case 1:
        if (at < in->len) in->at[at] = (uint8_t)below(256);
        break;
    case 2: insert(in, token, strlen(token) + !*token, at); break;
    case 3: /* leave a stretch out */
        memmove(in->at + at, in->at + at + len, in->len - at - len);
        in->len -= len;
        break;
    case 4: /* say a stretch twice */
    {
        uint8_t copy[4096];
        if (len > sizeof copy) len = sizeof copy;
        memcpy(copy, in->at + at, len);
        insert(in, copy, len, at);
        break;
    }
    default: /* splice another seed in */
        len = below(other->len < 4096 ? other->len + 1 : 4096);
        insert(in, other->at + below(other->len - len + 1), len, at);
    }
}

static void run_mutation(void)
{
    static uint8_t bytes[MOST_BYTES];
    const input *seed = &seeds[below(nseeds)];
    input in = {bytes, seed->len};
    if (below(2)) in.len = below(in.len + 1); /* short inputs run more often */
    memcpy(bytes, seed->at, in.len);
    for (size_t n = 1 + below(8); n > 0; n--) mutate_once(&in);
    run(in);
}

static void read_options(int argc, char **argv, unsigned long *runs, unsigned long *seconds)
{
    for (int i = 1; i < argc; i++) {
        if (sscanf(argv[i], "-runs=%lu", runs) == 1) continue;
        if (sscanf(argv[i], "-max_total_time=%lu", seconds) == 1) continue;
        if (sscanf(argv[i], "-seed=%" SCNu64, &state) == 1) continue;
        if (strncmp(argv[i], "-last=", 6) == 0)
            last_fd = open(argv[i] + 6, O_RDWR | O_CREAT | O_TRUNC, 0666);
        else
            add_seeds(argv[i]);
    }
}

int main(int argc, char **argv)
{
    unsigned long runs = 0, seconds = 0, done = 0;
    read_options(argc, argv, &runs, &seconds);
    if (state == 0) state = 1;
    if (nseeds == 0) {
        fputs(
            "usage: fuzz_… [-runs=N] [-max_total_time=SECONDS] [-seed=N] [-last=FILE] SEED…\n",
            stderr);
        return 2;
    }
    for (size_t i = 0; i < nseeds; i++) run(seeds[i]);
    time_t end = time(NULL) + (time_t)seconds;
    for (; done < runs || (seconds && time(NULL) < end); done++) run_mutation();
    printf("%zu seeds and %lu mutations, no finding\n", nseeds, done);
    for (size_t i = 0; i < nseeds; i++) free(seeds[i].at);
    if (last_fd >= 0) close(last_fd);
    return 0;
}
