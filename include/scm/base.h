/* Shapes that every other header uses: text slices and errors.
 *
 * The one rule of ownership: what a function returns through an out-parameter
 * is the caller's, to be freed with the function named beside it; what is
 * reached through a struct or returned by an accessor is borrowed from it and
 * lives as long.  free(NULL) is fine everywhere.
 *
 * Memory: a failed allocation ends the process with a message, as in glib.
 * Inputs are bounded on load, so it means a machine out of memory.
 *
 * Threads: values are immutable once made; any number of threads may read one.
 */
#ifndef SCM_BASE_H
#define SCM_BASE_H

#include <stddef.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define SCM_API __attribute__((visibility("default")))
#else
#define SCM_API
#endif

/* A borrowed run of UTF-8 bytes, not NUL-terminated; {NULL, 0} is empty. */
typedef struct scm_str {
    const char *at;
    size_t len;
} scm_str;

/* For printf: printf("%.*s\n", SCM_STR(s)).  `s` is named three times. */
#define SCM_STR(s) (int)(s).len, ((s).at ? (s).at : "")

/* What a function that can fail returns: SCM_OK or a negative code. */
enum scm_status {
    SCM_OK = 0,
    SCM_E_IO = -1,    /* the system would not read or write */
    SCM_E_INPUT = -2, /* the bytes are not what they should be */
    SCM_E_LIMIT = -3, /* larger or deeper than scmtool accepts */
    SCM_E_USAGE = -4, /* the call itself makes no sense */
    SCM_E_MEMORY = -5 /* there is no more; a function that returns a pointer returns NULL */
};

/* Filled by the function that fails; message is one line without a newline,
 * with the file in front where one is at fault.  May be NULL where the caller
 * does not care why. */
typedef struct scm_error {
    int code;
    char message[480];
} scm_error;

SCM_API bool scm_str_equal(scm_str a, scm_str b);
/* Code points in a run of UTF-8: the unit of offsets in every output. */
SCM_API size_t scm_str_codepoints(scm_str s);
/* Writes `instead` for each byte that is no UTF-8 and for each character that a terminal obeys
 * or does not show: controls (C0, C1), bidirectional and zero-width ones.  Returns the new
 * length, which is never greater. */
SCM_API size_t scm_str_tidy(char *text, size_t len, char instead);

/* "MAJOR.MINOR.PATCH" of the library. */
SCM_API const char *scm_version(void);

#ifdef __cplusplus
}
#endif
#endif
