#include "base/input.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static size_t size_hint(int fd)
{
    struct stat st;
    if (fstat(fd, &st) != 0 || st.st_size <= 0 || st.st_size > INPUT_LIMIT) return 64 * 1024;
    return (size_t)st.st_size + 1;
}

static int read_all(str *out, arena *a, int fd, const char *path, scm_error *error)
{
    size_t cap = size_hint(fd), len = 0;
    char *at = arena_alloc(a, cap);
    for (;;) {
        if (len == cap) {
            at = arena_grow(a, at, len, cap * 2);
            cap *= 2;
        }
        ssize_t n = read(fd, at + len, cap - len);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return fail(error, SCM_E_IO, "%s: %s", path, strerror(errno));
        if (n == 0) break;
        len += (size_t)n;
        if (len > INPUT_LIMIT)
            return fail(error, SCM_E_LIMIT, "%s: larger than the limit of %d MiB", path,
                INPUT_LIMIT / 1024 / 1024);
    }
    *out = (str){at, len};
    return SCM_OK;
}

int input_read(str *out, arena *a, const char *path, scm_error *error)
{
    if (strcmp(path, "-") == 0) return read_all(out, a, STDIN_FILENO, path, error);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return fail(error, SCM_E_IO, "%s: %s", path, strerror(errno));
    int status = read_all(out, a, fd, path, error);
    close(fd);
    return status;
}
