/* The built-in tables, loaded once for a group of tests. */
#ifndef UNIT_TABLES_H
#define UNIT_TABLES_H

#include <scm/authority.h>

static scm_authority *authority;

static inline int load_authority(void **state)
{
    (void)state;
    return scm_authority_load(&authority, NULL, NULL);
}

static inline int free_authority(void **state)
{
    (void)state;
    scm_authority_free(authority);
    return 0;
}

#endif
