#include <scm/base.h>

const char *scm_version(void)
{
    return SCM_VERSION;
}
