/* The closed vocabularies: types of mentions and speech acts. */
#include <scm/authority.h>

/* Names of bodies and treaties survive a translation there and back, the words around
 * them do not.  Roles stand in every sentence; people and dates change from year to year
 * and say little about what a paragraph is on. */
static const scm_type_info TYPES[SCM_NTYPES + 1] = {
    [SCM_OFFICIAL] = {"OFFICIAL", "People", 0.3F, "persName", "", true, false, false},
    [SCM_ROLE] = {"ROLE", "Roles", 0, "rs", "role", false, false, false},
    [SCM_MECHANISM] = {"MECHANISM", "Mechanisms", 2, "name", "mechanism", true, true, true},
    [SCM_AGREEMENT] = {"AGREEMENT", "Agreements", 2, "name", "agreement", true, true, true},
    [SCM_EXERCISE] = {"EXERCISE", "Exercises", 2, "name", "exercise", true, true, true},
    [SCM_ORG] = {"ORG", "Organisations", 1.5F, "orgName", "", true, true, true},
    [SCM_CAPABILITY] = {"CAPABILITY", "Capabilities", 2, "name", "capability", true, true,
        true},
    [SCM_STATE] = {"STATE", "Other states", 1, "placeName", "state", true, false, false},
    [SCM_PLACE] = {"PLACE", "Places", 1, "placeName", "", true, false, true},
    [SCM_DATE] = {"DATE", "Dates", 0, "date", "", false, false, false},
    [SCM_TERM] = {"TERM", "Terms", 1, "term", "", true, false, false},
    [SCM_PATTERN] = {"PATTERN", "Pattern", 0, "", "", false, false, false},
};

scm_type_info scm_type_describe(enum scm_type type)
{
    return TYPES[type];
}

const char *scm_type_name(enum scm_type type)
{
    return TYPES[type].name;
}

const char *scm_act_name(enum scm_act act)
{
    static const char *const NAMES[SCM_NACTS] = {
        "assertive", "expressive", "directive", "commissive", "declaration"};
    return NAMES[act];
}
