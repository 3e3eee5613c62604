/* The vocabulary of coined names: which words head a name, which cannot begin
 * one, which alone name nothing. */
#include "annotate/coined.h"

static const struct {
    str noun; /* a trailing -s is allowed */
    enum scm_type type;
} HEADS[] = {
    {S_INIT("Group"), SCM_MECHANISM},
    {S_INIT("Committee"), SCM_MECHANISM},
    {S_INIT("Subcommittee"), SCM_MECHANISM},
    {S_INIT("Commission"), SCM_MECHANISM},
    {S_INIT("Dialogue"), SCM_MECHANISM},
    {S_INIT("Forum"), SCM_MECHANISM},
    {S_INIT("Council"), SCM_MECHANISM},
    {S_INIT("Strategy"), SCM_MECHANISM},
    {S_INIT("Strategies"), SCM_MECHANISM},
    {S_INIT("Plan"), SCM_MECHANISM},
    {S_INIT("Guideline"), SCM_MECHANISM},
    {S_INIT("Guidance"), SCM_MECHANISM},
    {S_INIT("Framework"), SCM_MECHANISM},
    {S_INIT("Initiative"), SCM_MECHANISM},
    {S_INIT("Vision"), SCM_MECHANISM},
    {S_INIT("Summit"), SCM_MECHANISM},
    {S_INIT("Conference"), SCM_MECHANISM},
    {S_INIT("Partnership"), SCM_MECHANISM},
    {S_INIT("Program"), SCM_MECHANISM},
    {S_INIT("Programme"), SCM_MECHANISM},
    {S_INIT("Study"), SCM_MECHANISM},
    {S_INIT("Policy"), SCM_MECHANISM},
    {S_INIT("Mechanism"), SCM_MECHANISM},
    {S_INIT("Talk"), SCM_MECHANISM},
    {S_INIT("Meeting"), SCM_MECHANISM},
    {S_INIT("Roadmap"), SCM_MECHANISM},
    {S_INIT("Concept"), SCM_MECHANISM},
    {S_INIT("Review"), SCM_MECHANISM},
    {S_INIT("Ministerial"), SCM_MECHANISM},
    {S_INIT("Compact"), SCM_MECHANISM},
    {S_INIT("Agreement"), SCM_AGREEMENT},
    {S_INIT("Treaty"), SCM_AGREEMENT},
    {S_INIT("Declaration"), SCM_AGREEMENT},
    {S_INIT("Memorandum"), SCM_AGREEMENT},
    {S_INIT("Statement"), SCM_AGREEMENT},
    {S_INIT("Arrangement"), SCM_AGREEMENT},
    {S_INIT("Charter"), SCM_AGREEMENT},
    {S_INIT("Convention"), SCM_AGREEMENT},
    {S_INIT("Protocol"), SCM_AGREEMENT},
    {S_INIT("Accord"), SCM_AGREEMENT},
    {S_INIT("Pact"), SCM_AGREEMENT},
    {S_INIT("Principles"), SCM_AGREEMENT},
    {S_INIT("Exercise"), SCM_EXERCISE},
    {S_INIT("Training"), SCM_EXERCISE},
    {S_INIT("Shield"), SCM_EXERCISE},
    {S_INIT("Drill"), SCM_EXERCISE},
    {S_INIT("Ceremony"), SCM_EXERCISE},
    {S_INIT("TTX"), SCM_EXERCISE},
    {S_INIT("Command"), SCM_ORG},
    {S_INIT("Ministry"), SCM_ORG},
    {S_INIT("Department"), SCM_ORG},
    {S_INIT("Agency"), SCM_ORG},
    {S_INIT("Organization"), SCM_ORG},
    {S_INIT("Task Force"), SCM_ORG},
    {S_INIT("Force"), SCM_ORG},
    {S_INIT("Fleet"), SCM_ORG},
    {S_INIT("System"), SCM_CAPABILITY},
    {S_INIT("Radar"), SCM_CAPABILITY},
    {S_INIT("Missile"), SCM_CAPABILITY},
    {S_INIT("Satellite"), SCM_CAPABILITY},
    {S_INIT("Interceptor"), SCM_CAPABILITY},
    {S_INIT("Aircraft"), SCM_CAPABILITY},
    {S_INIT("Submarine"), SCM_CAPABILITY},
    {S_INIT("Launcher"), SCM_CAPABILITY},
    {S_INIT("Strait"), SCM_PLACE},
    {S_INIT("Sea"), SCM_PLACE},
    {S_INIT("Base"), SCM_PLACE},
    {S_INIT("Airfield"), SCM_PLACE},
    {S_INIT("Garrison"), SCM_PLACE},
    {S_INIT("Island"), SCM_PLACE},
    {S_INIT("Bay"), SCM_PLACE},
    {S_INIT("Province"), SCM_PLACE},
    {S_INIT("River"), SCM_PLACE},
    {S_INIT("Peninsula"), SCM_PLACE},
};

/* Words that open a sentence or only qualify: no part of a name's start. */
static const str OPENERS[] = {S_INIT("The"), S_INIT("A"), S_INIT("An"), S_INIT("This"),
    S_INIT("That"), S_INIT("These"), S_INIT("Those"), S_INIT("In"), S_INIT("On"), S_INIT("At"),
    S_INIT("By"), S_INIT("For"), S_INIT("From"), S_INIT("With"), S_INIT("Through"),
    S_INIT("During"), S_INIT("Under"), S_INIT("Both"), S_INIT("Each"), S_INIT("As"),
    S_INIT("To"), S_INIT("Of"), S_INIT("And"), S_INIT("But"), S_INIT("Following"),
    S_INIT("Regarding"), S_INIT("Further"), S_INIT("Also"), S_INIT("They"), S_INIT("He"),
    S_INIT("She"), S_INIT("It"), S_INIT("Its"), S_INIT("Our"), S_INIT("Their"), S_INIT("His"),
    S_INIT("We"), S_INIT("After"), S_INIT("Before"), S_INIT("Since"), S_INIT("While"),
    S_INIT("When"), S_INIT("Moreover"), S_INIT("However"), S_INIT("Additionally"),
    S_INIT("Finally"), S_INIT("First"), S_INIT("Second"), S_INIT("Third"), S_INIT("Annual"),
    S_INIT("New"), S_INIT("All"), S_INIT("Any"), S_INIT("Such"), S_INIT("Via"),
    S_INIT("Within"), S_INIT("Pursuant"), S_INIT("Building"), S_INIT("Noting"),
    S_INIT("Recognizing"), S_INIT("Launching"), S_INIT("Deepening"), S_INIT("Enhancing"),
    S_INIT("Conducting"), S_INIT("Expanding"), S_INIT("Establishing"), S_INIT("Supporting"),
    S_INIT("Implementing"), S_INIT("Reaffirming"), S_INIT("Welcoming"), S_INIT("Based"),
    S_INIT("Upon"), S_INIT("Meanwhile"), S_INIT("Secretary"), S_INIT("Minister"),
    S_INIT("President"), S_INIT("North"), S_INIT("South"), S_INIT("Anniversary")};

/* Alone with a head noun these do not name anything. */
static const str GENERIC[] = {S_INIT("Joint"), S_INIT("Working"), S_INIT("Bilateral"),
    S_INIT("Trilateral"), S_INIT("Multilateral"), S_INIT("Annual"), S_INIT("New"),
    S_INIT("Next"), S_INIT("High"), S_INIT("Level"), S_INIT("High-Level"), S_INIT("High-level"),
    S_INIT("Senior"), S_INIT("Special"), S_INIT("Combined"), S_INIT("National"),
    S_INIT("Military"), S_INIT("Defense"), S_INIT("Security"), S_INIT("Future"),
    S_INIT("Regular"), S_INIT("Ministerial"), S_INIT("Field"), S_INIT("Base"),
    S_INIT("Steering"), S_INIT("Executive"), S_INIT("General"), S_INIT("Leaders"),
    S_INIT("Armed"), S_INIT("Political"), S_INIT("Official")};

static bool is_one_of(str word, const str *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(word, list[i])) return true;
    return false;
}

bool head_noun(str word, enum scm_type *type)
{
    if (word.len < 3 || !is_upper(word.at[0])) return false;
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        if (HEADS[i].noun.at[0] != word.at[0]) continue;
        str noun = HEADS[i].noun;
        bool same = str_eq(word, noun);
        if (!same && word.len == noun.len + 1 && word.at[noun.len] == 's')
            same = str_starts(word, noun);
        if (!same) continue;
        *type = HEADS[i].type;
        return true;
    }
    return false;
}

bool defined_head_noun(str word, enum scm_type *type)
{
    static const struct {
        str noun;
        enum scm_type type;
    } NOUNS[] = {{S_INIT("Board"), SCM_MECHANISM}, {S_INIT("Panel"), SCM_MECHANISM},
        {S_INIT("Network"), SCM_MECHANISM}, {S_INIT("Cell"), SCM_MECHANISM},
        {S_INIT("Team"), SCM_MECHANISM}, {S_INIT("Center"), SCM_ORG},
        {S_INIT("Centre"), SCM_ORG}, {S_INIT("Office"), SCM_ORG}, {S_INIT("Bureau"), SCM_ORG},
        {S_INIT("Corps"), SCM_ORG}, {S_INIT("Institute"), SCM_ORG}};
    for (size_t i = 0; i < sizeof NOUNS / sizeof *NOUNS; i++) {
        if (!str_eq(word, NOUNS[i].noun)) continue;
        *type = NOUNS[i].type;
        return true;
    }
    return false;
}

bool is_opener(str word)
{
    return is_one_of(word, OPENERS, sizeof OPENERS / sizeof *OPENERS);
}

bool is_generic(str word)
{
    return is_one_of(word, GENERIC, sizeof GENERIC / sizeof *GENERIC);
}

bool lead_noun(str word, enum scm_type *type)
{
    static const struct {
        str noun;
        enum scm_type type;
    } LEADS[] = {{S_INIT("Camp"), SCM_PLACE}, {S_INIT("Fort"), SCM_PLACE},
        {S_INIT("Port"), SCM_PLACE}, {S_INIT("Mount"), SCM_PLACE},
        {S_INIT("Exercise"), SCM_EXERCISE}};
    for (size_t i = 0; i < sizeof LEADS / sizeof *LEADS; i++) {
        if (!str_eq(word, LEADS[i].noun)) continue;
        *type = LEADS[i].type;
        return true;
    }
    return false;
}

bool is_office_word(str word)
{
    static const str OFFICES[] = {S_INIT("Secretary"), S_INIT("Minister"), S_INIT("Director"),
        S_INIT("Coordinator"), S_INIT("Advisor"), S_INIT("Adviser"), S_INIT("Commander"),
        S_INIT("Ambassador"), S_INIT("Representative"), S_INIT("Envoy"), S_INIT("Chairman"),
        S_INIT("Chief"), S_INIT("President"), S_INIT("Spokesperson")};
    return is_one_of(word, OFFICES, sizeof OFFICES / sizeof *OFFICES);
}
