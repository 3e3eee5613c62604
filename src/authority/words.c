/* The closed vocabularies: types of mentions and speech acts. */
#include <scm/authority.h>

const char *scm_type_name(enum scm_type type)
{
    static const char *const NAMES[SCM_NTYPES] = {"OFFICIAL", "ROLE", "MECHANISM", "AGREEMENT",
        "EXERCISE", "ORG", "CAPABILITY", "STATE", "PLACE", "DATE", "TERM"};
    return NAMES[type];
}

const char *scm_act_name(enum scm_act act)
{
    static const char *const NAMES[SCM_NACTS] = {
        "assertive", "expressive", "directive", "commissive", "declaration"};
    return NAMES[act];
}
