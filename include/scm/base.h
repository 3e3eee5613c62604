/* Types that every other header uses: text slices and errors.
 *
 * Ownership: what a function returns through an out-parameter belongs to the caller, who
 * frees it with the function named next to it.  What is reached through a struct or
 * returned by an accessor is borrowed from that value and lives as long as it.  Every
 * function that frees accepts NULL.
 *
 * Memory: if an allocation fails, a function returns SCM_E_MEMORY, or NULL if it returns
 * a pointer.  The library never exits.
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

/* A borrowed slice of UTF-8 text, not NUL-terminated; {NULL, 0} is empty. */
typedef struct scm_str {
    const char *at;
    size_t len;
} scm_str;

/* For printf: printf("%.*s\n", SCM_STR(s)).  `s` is evaluated three times. */
#define SCM_STR(s) (int)(s).len, ((s).at ? (s).at : "")

/* The result of a function that can fail: SCM_OK or a negative code. */
enum scm_status {
    SCM_OK = 0,
    SCM_E_IO = -1,    /* reading or writing failed */
    SCM_E_INPUT = -2, /* the input is malformed */
    SCM_E_LIMIT = -3, /* larger or more deeply nested than scmtool accepts */
    SCM_E_USAGE = -4, /* invalid arguments */
    SCM_E_MEMORY = -5 /* out of memory; a function that returns a pointer returns NULL */
};

/* Filled in by the function that fails.  The message is one line without a newline and
 * begins with the name of the file concerned, if any.  A caller that does not need it may
 * pass NULL. */
typedef struct scm_error {
    int code;
    char message[480];
} scm_error;

SCM_API bool scm_str_equal(scm_str a, scm_str b);
/* The number of code points in a slice: the unit of offsets in every output. */
SCM_API size_t scm_str_codepoints(scm_str s);
/* Replaces with `instead` each byte that is not valid UTF-8 and each character that a terminal
 * would obey or not show: control (C0, C1), bidirectional and zero-width characters.  Returns
 * the new length, which is never greater. */
SCM_API size_t scm_str_tidy(char *text, size_t len, char instead);

/* "MAJOR.MINOR.PATCH" of the library. */
SCM_API const char *scm_version(void);

#ifdef __cplusplus
}
#endif
#endif
